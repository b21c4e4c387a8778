// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// Reports with findings for tests, made from marked text: `⟦*rate|21.2%⟧` is the primary figure, `⟦part|3⟧` another
/// one.
struct Sample {
  var rule = "recalculation.change-rate"
  var kind = RelationKind.changeRate
  var severity = Severity.error
  var path = "报告/一.txt"
  var label = ""
  var expected: String?
  var arithmetic: [Arithmetic] = []
  var cause: Cause?
  var fingerprint = "0123456789abcdef0123456789abcdef"
  var baseline = BaselineState.new

  /// A report of the marked text with one finding over the marked figures.
  func result(_ marked: String, notes: [Note] = []) -> ReportResult {
    let (bytes, marks) = Self.parse(marked)
    let source = SourceText(bytes: bytes)
    var figures = marks.map { Self.cite($0, in: source, label: label) }
    var findings: [Finding] = []
    if let index = marks.firstIndex(where: \.isPrimary) {
      figures.insert(figures.remove(at: index), at: 0)
      findings = [finding(figures)]
    }
    var coverage = Coverage()
    coverage.figures = figures.count
    coverage.contradicted = figures.count
    coverage.relations = findings.count
    return ReportResult(path: path, source: source, findings: findings, coverage: coverage, notes: notes)
  }

  func finding(_ figures: [CitedFigure]) -> Finding {
    var finding = Finding(
      rule: rule, kind: kind, severity: severity, path: path, primary: figures[0], figures: figures,
      expected: expected, arithmetic: arithmetic, cause: cause, fingerprint: fingerprint)
    finding.baseline = baseline
    return finding
  }

  /// A finding without a report, for what only looks at its data.
  func finding(_ figures: [(Role, String)]) -> Finding {
    finding(
      figures.enumerated().map { index, figure in
        CitedFigure(
          role: figure.0, text: figure.1, range: SourceRange(index * 10, index * 10 + 5),
          start: Position(line: 1, column: index * 10 + 1), end: Position(line: 1, column: index * 10 + 6),
          label: label)
      })
  }

  private struct Marked {
    var role: Role
    var isPrimary: Bool
    var range: SourceRange
  }

  private static func cite(_ mark: Marked, in source: SourceText, label: String) -> CitedFigure {
    CitedFigure(
      role: mark.role, text: source.text(mark.range), range: mark.range,
      start: source.position(mark.range.start), end: source.position(mark.range.end), label: label)
  }

  private static func parse(_ marked: String) -> ([UInt8], [Marked]) {
    var bytes: [UInt8] = []
    var marks: [Marked] = []
    for (index, piece) in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
      guard index > 0 else {
        bytes += Array(piece.utf8)
        continue
      }
      let halves = piece.split(separator: "⟧", maxSplits: 1, omittingEmptySubsequences: false)
      let words = halves[0].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      let isPrimary = words[0].hasPrefix("*")
      let start = bytes.count
      bytes += Array(words[1].utf8)
      guard let role = Role(rawValue: String(isPrimary ? words[0].dropFirst() : words[0])) else {
        preconditionFailure("no role \(words[0])")
      }
      marks.append(Marked(role: role, isPrimary: isPrimary, range: SourceRange(start, bytes.count)))
      bytes += Array(halves[1].utf8)
    }
    return (bytes, marks)
  }
}

extension Arithmetic {
  init(_ expression: String, _ result: String, stated: String, isBound: Bool = false) {
    self.init(expression: expression, result: result, stated: stated, isBound: isBound)
  }
}
