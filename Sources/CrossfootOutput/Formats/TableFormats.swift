// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `csv`: a table of all findings for spreadsheets (RFC 4180). It starts with a byte order mark, without which Excel
/// takes UTF-8 for another encoding.
struct CSVFormat: ResultFormat {
  private let sentences: Sentences
  private var isStarted = false

  static let header = [
    "path", "line", "column", "endLine", "endColumn", "severity", "rule", "message", "section", "stated", "expected",
    "arithmetic", "cause", "baseline", "fingerprint",
  ]

  init(_ context: FormatContext) { sentences = context.sentences }

  mutating func add(_ result: ReportResult) -> String {
    start() + result.findings.map { Self.row(cells($0)) }.joined()
  }

  mutating func finish(elapsed: Duration?) -> String { start() }

  private mutating func start() -> String {
    if isStarted { return "" }
    isStarted = true
    return "\u{FEFF}" + Self.row(Self.header)
  }

  private func cells(_ finding: Finding) -> [String] {
    let (start, end) = (finding.primary.start, finding.primary.end)
    return [
      finding.path, "\(start.line)", "\(start.column)", "\(end.line)", "\(end.column)", finding.severity.rawValue,
      finding.rule, sentences.message(finding), finding.primary.spot.section, finding.primary.text,
      finding.expected ?? "", finding.arithmetic.map(sentences.equation).joined(separator: "; "),
      finding.cause?.rawValue ?? "", finding.baseline.rawValue, finding.fingerprint,
    ].map(Sanitiser.clean)
  }

  private static func row(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

  private static func quoted(_ cell: String) -> String {
    let cell = harmless(cell)
    guard cell.utf8.contains(where: { "\",\r\n".utf8.contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// A text that a spreadsheet would take for a formula gets an apostrophe before it; a signed number stays.
  private static func harmless(_ cell: String) -> String {
    guard let first = cell.utf8.first, "=+-@".utf8.contains(first) else { return cell }
    let isNumber = cell.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || ".,%".utf8.contains($0) }
    return isNumber && first != UInt8(ascii: "=") && first != UInt8(ascii: "@") ? cell : "'" + cell
  }
}

/// `markdown`: a table of findings for each report, for comments, wikis and readers who are no programmers.
struct MarkdownFormat: ResultFormat {
  private let context: FormatContext
  private let sentences: Sentences
  private let limit: Int
  private var tally = Tally()
  private var body = ""
  private var left = 0

  /// - Parameter limit: bytes of the tables at most; what does not fit is counted.
  init(_ context: FormatContext, limit: Int = .max) {
    self.context = context
    self.limit = limit
    sentences = context.sentences
  }

  mutating func add(_ result: ReportResult) -> String {
    tally.add(result, showing: context.text.shown)
    let findings = context.shown(result)
    if findings.isEmpty { return "" }
    var table = "\n## \(Self.escaped(result.path))\n\n" + row(sentences.findingHeader) + "|---|---|---|---|---|\n"
    for (index, finding) in findings.enumerated() {
      let row = row(cells(finding, result))
      if body.utf8.count + table.utf8.count + row.utf8.count > limit {
        left += findings.count - index
        break
      }
      table += row
    }
    body += table
    return ""
  }

  mutating func finish(elapsed: Duration?) -> String {
    guard tally.reports > 0 else { return "" }
    var text = "# Crossfoot\n\n\(Self.escaped(sentences.tally(tally)))\n\n"
    text += "\(Self.escaped(sentences.coverage(tally.coverage, elapsed: elapsed)))\n"
    text += body.isEmpty ? "\n\(sentences.nothingFound)\n" : body
    if left > 0 { text += "\n\(sentences.more(left))\n" }
    return text
  }

  private func cells(_ finding: Finding, _ result: ReportResult) -> [String] {
    let start = finding.primary.start
    var place = ["\(start.line):\(start.column)"]
    if finding.path != result.path { place.insert(finding.path, at: 0) }
    if !finding.primary.spot.section.isEmpty { place.append(finding.primary.spot.section) }
    let problem = [sentences.message(finding)] + sentences.furtherExplanations(finding)
    let expected = finding.expected ?? ""
    let cells = [
      place, [sentences.severity(finding.severity)], problem,
      [expected] + (finding.cause.map { [sentences.cause($0)] } ?? []),
    ]
    return cells.map { $0.filter { !$0.isEmpty }.map(Self.escaped).joined(separator: "<br>") } + ["`\(finding.rule)`"]
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// A text without what Markdown or HTML would take for markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in Sanitiser.clean(text) {
      switch character {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      case "|", "*", "_", "`", "[", "]", "\\", "#", "~": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }
}
