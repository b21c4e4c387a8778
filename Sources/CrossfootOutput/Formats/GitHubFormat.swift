// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `github`: the text report, then workflow commands that GitHub Actions turns into annotations. A step keeps ten
/// annotations of a level and drops the others in silence, so the gravest ten are written, and a notice counts the
/// rest.
struct GitHubFormat: ResultFormat {
  private let context: FormatContext
  private let sentences: Sentences
  private var text: TextFormat
  private var commands: [Severity: [String]] = [:]
  private var left = 0

  /// Annotations of a level in one step.
  private static let most = 10
  /// Other places that an annotation lists.
  private static let mostRelated = 6

  init(_ context: FormatContext) {
    self.context = context
    sentences = context.sentences
    text = TextFormat(context)
  }

  mutating func add(_ result: ReportResult) -> String {
    let shown = context.shown(result)
    if !shown.isEmpty {
      let spans = Spans(result)
      for finding in shown { annotate(finding, result, spans) }
    }
    return Self.harmless(text.add(result))
  }

  mutating func finish(elapsed: Duration?) -> String {
    var lines = [Severity.error, .warning, .note].flatMap { commands[$0] ?? [] }
    if left > 0 { lines.append("::notice title=crossfoot::" + Self.message(sentences.more(left))) }
    return text.finish(elapsed: elapsed) + lines.map { $0 + "\n" }.joined()
  }

  private mutating func annotate(_ finding: Finding, _ result: ReportResult, _ spans: Spans) {
    // The last notice is kept for the count of what is left out.
    let most = finding.severity == .note ? Self.most - 1 : Self.most
    guard commands[finding.severity, default: []].count < most else {
      left += 1
      return
    }
    commands[finding.severity, default: []].append(command(finding, result, spans))
  }

  private func command(_ finding: Finding, _ result: ReportResult, _ spans: Spans) -> String {
    let span = spans.firstLine(of: finding.primary)
    let (start, end) = (span.start, span.end)
    let properties = [
      ("title", "crossfoot (\(finding.rule))"), ("file", context.paths.name(of: finding.path)),
      ("line", "\(start.line)"),
      ("col", "\(start.column)"), ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
    ]
    let level = finding.severity == .note ? "notice" : finding.severity.rawValue
    let written = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
    return "::\(level) \(written)::" + Self.message(lines(finding, result).joined(separator: "\n"))
  }

  private func lines(_ finding: Finding, _ result: ReportResult) -> [String] {
    func place(_ figure: CitedFigure) -> String {
      "\(context.paths.name(of: result.path(of: figure))):\(figure.start.line):\(figure.start.column)"
    }
    var lines = ["\(place(finding.primary)): \(finding.rule) \(sentences.message(finding))"]
    for figure in finding.figures.dropFirst().prefix(Self.mostRelated) {
      lines.append("  \(place(figure)): \(sentences.caption(figure, of: finding))")
    }
    let hidden = finding.figures.count - 1 - Self.mostRelated
    if hidden > 0 { lines.append("  " + sentences.morePlaces(hidden)) }
    if let help = sentences.help(finding) { lines.append(help) }
    return lines.map(Sanitiser.clean)
  }

  /// Escapes a message as the toolkit of GitHub Actions does.
  private static func message(_ text: String) -> String { escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A"]) }

  /// Escapes the value of a property: colons and commas would end it.
  private static func property(_ text: String) -> String {
    escaped(text, ["%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"])
  }

  private static func escaped(_ text: String, _ escapes: [Unicode.Scalar: String]) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if let escape = escapes[scalar] { result += escape } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// The text report with nothing in it that a runner could take for a command: one that starts a line with two colons.
  private static func harmless(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let start = line.prefix { $0 == " " }
      let rest = line.dropFirst(start.count)
      let signs = rest.prefix { $0 == ":" }.count
      return signs < 2 ? line : start + String(repeating: "·", count: signs) + rest.dropFirst(signs)
    }.joined(separator: "\n")
  }
}
