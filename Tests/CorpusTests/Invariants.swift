// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootStructure
import CrossfootText

/// What must hold between an examination's report, figures, findings and counts.
struct Invariants {
  let examination: Examination
  private var source: SourceText { examination.document.source }

  init(_ examination: Examination) { self.examination = examination }

  /// One sentence for each broken invariant.
  var violations: [String] {
    figureViolations + digitViolations + coverageViolations + findingViolations
  }

  /// A figure's range slices the report to its digits.
  private var figureViolations: [String] {
    examination.facts.figures.compactMap { figure in
      let range = examination.document.sourceRange(figure.range)
      guard isInside(range) else { return "a figure stands outside of the report at \(range)" }
      let printed = PrintedDigits(source.bytes[range.start..<range.end])
      if figure.quantity.inWords {
        return printed.digits.isEmpty ? nil : "'\(source.text(range))' is said to be written in words"
      }
      if !figure.readable {
        return printed.digits.isEmpty ? "unreadable, and no digit in '\(source.text(range))'" : nil
      }
      let digits = figure.quantity.digits
      if printed.agrees(with: digits) { return nil }
      return "'\(source.text(range))' reads as \(digits.mantissa)e\(digits.exponent)"
    }
  }

  /// Every digit run of the report's text is in exactly one figure or one excluded token.
  private var digitViolations: [String] {
    let owners = owners()
    return digitRuns().compactMap { run in
      let holders = run.holders(in: owners)
      return holders == 1 ? nil : "'\(source.text(run))' at byte \(run.start) is part of \(holders) figures or tokens"
    }
  }

  /// Source ranges of all figures and excluded tokens outside of markup, in order.
  private func owners() -> [SourceRange] {
    let figures = examination.facts.figures.map { examination.document.sourceRange($0.range) }
    let excluded = examination.facts.excluded.filter { $0.reason != .markup }
      .map { examination.document.sourceRange($0.range) }
    return (figures + excluded).sorted()
  }

  /// Source ranges of the digit runs of the folded text, which holds no markup.
  private func digitRuns() -> [SourceRange] {
    let (folded, _) = FoldedText.fold(source)
    var runs: [SourceRange] = []
    var start: Int?
    for index in 0...folded.bytes.count {
      let isDigit = index < folded.bytes.count && (0x30...0x39).contains(folded.bytes[index])
      if isDigit, start == nil { start = index }
      if !isDigit, let begin = start {
        runs.append(folded.map.sourceRange(begin..<index) { source.scalarEnd($0) })
        start = nil
      }
    }
    return runs
  }

  private var coverageViolations: [String] {
    let coverage = examination.coverage
    var violations: [String] = []
    func expect(_ condition: Bool, _ message: String) { if !condition { violations.append(message) } }
    expect(
      coverage.figures == coverage.ticked + coverage.contradicted + coverage.bounded + coverage.unchecked,
      "the states of the figures do not add up: \(coverage)")
    expect(coverage.figures == examination.facts.figures.count, "figures are counted wrongly: \(coverage)")
    expect(coverage.figures == examination.states.count, "a figure has no state")
    expect(coverage.unchecked == coverage.uncheckedReasons.values.reduce(0, +), "reasons do not add up: \(coverage)")
    expect(coverage.relations == examination.relations.count, "relations are counted wrongly: \(coverage)")
    expect(examination.judgements.count == examination.relations.count, "a relation has no verdict")
    return violations
  }

  /// A finding's places lie in the report, and its positions are those of its ranges.
  private var findingViolations: [String] {
    examination.findings.flatMap { finding in
      ([finding.primary] + finding.figures).compactMap { cited in
        let agrees =
          isInside(cited.range) && cited.range.count > 0 && cited.start == source.position(cited.range.start)
          && cited.end == source.position(cited.range.end)
        return agrees ? nil : "\(finding.rule) cites '\(cited.text)' at \(cited.range), which is not there"
      }
    }
  }

  private func isInside(_ range: SourceRange) -> Bool {
    range.start >= 0 && range.start <= range.end && range.end <= source.bytes.count
  }
}

extension SourceRange {
  /// How many of some sorted ranges hold all of this one.
  fileprivate func holders(in ranges: [SourceRange]) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start <= start { low = middle + 1 } else { high = middle }
    }
    // Owners are short and hardly overlap: those that may hold this one stand just before.
    return ranges[max(0, low - 4)..<low].count { $0.end >= end }
  }
}

/// The digits of a printed number, read the plainest way.
private struct PrintedDigits {
  /// Digits without separators, and how many stand after the point.
  var digits: [UInt8] = []
  var decimals = 0

  init(_ bytes: ArraySlice<UInt8>) {
    let (folded, _) = FoldedText.fold(SourceText(bytes: Array(bytes)))
    var point: Int?
    for byte in folded.bytes {
      if (0x30...0x39).contains(byte) { digits.append(byte) }
      if byte == 0x2E { point = digits.count }
    }
    decimals = point.map { digits.count - $0 } ?? 0
  }

  /// Whether a number has these digits, whatever its sign.
  func agrees(with number: Decimal) -> Bool {
    guard !digits.isEmpty, digits.count <= 38 else { return digits.count > 38 }
    let mantissa = digits.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) }
    return number.mantissa.magnitude == mantissa.magnitude && number.exponent == -decimals
  }
}
