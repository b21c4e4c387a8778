// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

/// A ticked figure is one whose change would be told: so break figures, and see that it is.
@Suite struct MutationTests {
  /// How many figures of each report are broken, spread over the report.
  private static let sample = 32

  @Test("one wrong digit in a ticked figure is told", arguments: CorpusReport.all)
  func mutation(report: CorpusReport) throws {
    let plain = try #require(CorpusReport.examinations[report.name])
    let slacks = plain.slacks()
    let ticked = plain.facts.figures.indices.filter { plain.states[$0] == .ticked }
    #expect(ticked.count >= 5, "hardly anything in \(report.name) is ticked")
    var random = SplitMix64(seed: 7)
    for figure in ticked.shuffled(using: &random).prefix(Self.sample) {
      let slack = try #require(slacks[figure], "a ticked figure has no slack")
      guard let slip = Self.slip(in: figure, of: plain, beyond: slack, &random) else { continue }
      var bytes = plain.document.source.bytes
      bytes[slip.offset] = slip.digit
      let broken = try Examination.reading(bytes, path: report.name)
      let isTold = broken.findings.contains { finding in
        finding.figures.contains { $0.range.overlaps(slip.range) }
      }
      if !isTold { Issue.record("\(report.name): \(Self.describe(slip, in: plain))") }
    }
  }

  /// One digit of the report to be replaced by another.
  private struct Slip {
    var range: SourceRange
    var offset: Int
    var digit: UInt8
  }

  /// A slip that changes a figure by more than its slack; nil if no single digit does, or the figure is not in plain digits.
  private static func slip(
    in figure: FigureID, of examination: Examination, beyond slack: Decimal, _ random: inout SplitMix64
  ) -> Slip? {
    let quantity = examination.facts[figure].quantity
    let range = examination.document.sourceRange(examination.facts[figure].range)
    let bytes = examination.document.source.bytes
    let digits = (range.start..<range.end).filter { (0x30...0x39).contains(bytes[$0]) }
    guard !quantity.inWords,
      digits.count == (range.start..<range.end).count(where: { bytes[$0] != 0x2C && bytes[$0] != 0x2E })
    else { return nil }
    var slips: [Slip] = []
    for (position, offset) in digits.enumerated() {
      let place = quantity.lastPlace + digits.count - 1 - position
      for digit in UInt8(0x30)...0x39 where digit != bytes[offset] {
        // A number does not begin with a nought of its own.
        if digit == 0x30, position == 0, digits.count > 1 { continue }
        let change = Decimal(abs(Int128(digit) - Int128(bytes[offset])), exponent: place)
        if change.order(slack) > 0 { slips.append(Slip(range: range, offset: offset, digit: digit)) }
      }
    }
    return slips.randomElement(using: &random)
  }

  private static func describe(_ slip: Slip, in examination: Examination) -> String {
    let source = examination.document.source
    let place = source.position(slip.range.start)
    var printed = Array(source.bytes[slip.range.start..<slip.range.end])
    printed[slip.offset - slip.range.start] = slip.digit
    return
      "\(place.line):\(place.column) \(source.text(slip.range)) is ticked, and \(String(decoding: printed, as: UTF8.self)) is not told"
  }
}
