// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `junit`: a suite for each report, a failed case for each finding, one passed case for a report without any. The
/// elements and attributes are those of the schema that Jenkins checks (junit-10.xsd).
struct JUnitFormat: ResultFormat {
  private let context: FormatContext
  private let sentences: Sentences
  private var suites = ""
  private var (tests, failures, errors) = (0, 0, 0)

  init(_ context: FormatContext) {
    self.context = context
    sentences = context.sentences
  }

  mutating func add(_ result: ReportResult) -> String {
    let cases = context.shown(result).map { finding in
      let place = "\(finding.primary.start.line):\(finding.primary.start.column)"
      let message = XML.element(
        "failure", [("type", finding.severity.rawValue), ("message", sentences.message(finding))],
        XML.escaped(text(finding, result)))
      return testCase(finding.path, name: "\(finding.rule) \(place)", message)
    }
    suite(result.path, cases.isEmpty ? [testCase(result.path, name: "crossfoot", "")] : cases, failures: cases.count)
    return ""
  }

  mutating func refuse(_ path: String, _ problem: Problem) {
    let error = XML.element("error", [("type", "unchecked"), ("message", sentences.problem(problem))], "")
    suite(path, [testCase(path, name: "crossfoot", error)], errors: 1)
  }

  mutating func finish(elapsed: Duration?) -> String {
    let attributes = [("name", "crossfoot")] + counts(tests, failures, errors)
    return XML.declaration + XML.element("testsuites", attributes, "\n" + suites) + "\n"
  }

  private mutating func suite(_ path: String, _ cases: [String], failures: Int = 0, errors: Int = 0) {
    tests += cases.count
    self.failures += failures
    self.errors += errors
    let content = "\n" + cases.map { "  \($0)\n" }.joined() + " "
    suites += " " + XML.element("testsuite", [("name", path)] + counts(cases.count, failures, errors), content) + "\n"
  }

  private func counts(_ tests: Int, _ failures: Int, _ errors: Int) -> [(String, String)] {
    [("tests", "\(tests)"), ("failures", "\(failures)"), ("errors", "\(errors)")]
  }

  private func testCase(_ path: String, name: String, _ content: String) -> String {
    XML.element("testcase", [("name", name), ("classname", path)], content)
  }

  /// Each place with what stands there, then the arithmetic and the value it implies.
  private func text(_ finding: Finding, _ result: ReportResult) -> String {
    var lines = finding.figures.map { figure in
      "\(result.path(of: figure)):\(figure.start.line):\(figure.start.column): \(sentences.caption(figure, of: finding))"
    }
    lines += sentences.explanations(finding)
    if let help = sentences.help(finding) { lines.append(help) }
    return lines.map(Sanitiser.clean).joined(separator: "\n")
  }
}

/// `checkstyle`: an element for each report that has findings, and in it one for each finding.
struct CheckstyleFormat: ResultFormat {
  private let context: FormatContext
  private var isStarted = false

  init(_ context: FormatContext) { self.context = context }

  mutating func add(_ result: ReportResult) -> String {
    let sentences = context.sentences
    var files: [(path: String, errors: String)] = []
    for finding in context.shown(result) {
      let attributes = [
        ("line", "\(finding.primary.start.line)"), ("column", "\(finding.primary.start.column)"),
        ("severity", finding.severity == .note ? "info" : finding.severity.rawValue),
        ("message", sentences.message(finding)), ("source", "crossfoot.\(finding.rule)"),
      ]
      let error = "  \(XML.element("error", attributes, ""))\n"
      if let index = files.firstIndex(where: { $0.path == finding.path }) {
        files[index].errors += error
      } else {
        files.append((finding.path, error))
      }
    }
    let text = files.map { " \(XML.element("file", [("name", $0.path)], "\n\($0.errors) "))\n" }.joined()
    return text.isEmpty ? "" : start() + text
  }

  mutating func finish(elapsed: Duration?) -> String { start() + "</checkstyle>\n" }

  private mutating func start() -> String {
    if isStarted { return "" }
    isStarted = true
    return XML.declaration + "<checkstyle version=\"4.3\">\n"
  }
}

/// Flat XML documents, written element by element.
enum XML {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  /// An element with escaped attributes around content that is XML already.
  static func element(_ name: String, _ attributes: [(String, String)], _ content: String) -> String {
    let written = attributes.map { " \($0)=\"\(escaped(Sanitiser.clean($1)))\"" }.joined()
    return content.isEmpty ? "<\(name)\(written)/>" : "<\(name)\(written)>\(content)</\(name)>"
  }

  /// A text for an attribute or between tags. Characters that XML 1.0 does not allow are dropped: text out of a PDF is
  /// full of form feeds.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
