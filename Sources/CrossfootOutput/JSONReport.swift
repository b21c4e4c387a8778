// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// The `json` format, version 1: one document with the coverage of each report and every finding, whatever its
/// severity. `docs/schema/crossfoot-1.schema.json` describes it.
///
/// Reports are added one by one. What is known of a report is written at once, so that an archive of any size takes
/// little memory: findings come first, and the few numbers that are kept of each report behind them.
public struct JSONReport: Sendable {
  private let version: String
  private let sentences: Sentences
  private var documents: [String] = []
  private var summary = JSONDocument.Summary()
  private var isStarted = false

  /// - Parameters:
  ///   - version: the version of the tool.
  ///   - language: the language of messages.
  public init(version: String, language: Language = .en) {
    self.version = version
    sentences = Sentences(language)
  }

  /// Adds one report.
  /// - Returns: the next part of the document.
  public mutating func add(_ result: ReportResult) -> String {
    documents.append(JSONCoding.text(JSONDocument.Report(result, sentences)))
    guard !result.findings.isEmpty else { return "" }
    let isFirst = summary.isEmpty
    for finding in result.findings { summary.count(finding.severity) }
    let entries = JSONCoding.text(result.findings.map { JSONDocument.Entry($0, result, sentences) })
    return start() + (isFirst ? "" : ",") + entries.dropFirst().dropLast()
  }

  /// Ends the document.
  /// - Returns: its last part, with a line feed at the end.
  public mutating func finish() -> String {
    start() + "],\"documents\":[" + documents.joined(separator: ",") + "],\"summary\":" + JSONCoding.text(summary)
      + "}\n"
  }

  private mutating func start() -> String {
    if isStarted { return "" }
    isStarted = true
    return "{\"schema\":\"\(JSONDocument.schema)\",\"tool\":" + JSONCoding.text(JSONDocument.Tool(version: version))
      + ",\"findings\":["
  }

  /// The document over some reports.
  public static func render(_ results: [ReportResult], version: String, language: Language = .en) -> String {
    var report = JSONReport(version: version, language: language)
    return results.map { report.add($0) }.joined() + report.finish()
  }
}

/// The parts of the document as they are encoded: property names are the contract's keys.
enum JSONDocument {
  static let schema = "crossfoot/1"

  struct Tool: Encodable, Sendable {
    let name = "crossfoot"
    let version: String
  }

  struct Summary: Encodable, Sendable {
    var error = 0
    var warning = 0
    var note = 0

    var isEmpty: Bool { error + warning + note == 0 }

    mutating func count(_ severity: Severity) {
      switch severity {
      case .error: error += 1
      case .warning: warning += 1
      case .note: note += 1
      }
    }
  }
}

extension JSONDocument {
  struct Report: Encodable, Sendable {
    let path: String
    /// Only of a report in several files.
    let files: [String]?
    let figures, ticked, contradicted, bounded, unchecked, excluded: Int
    let uncheckedReasons: [String: Int]
    let relations: Int
    let notes: [Remark]

    init(_ result: ReportResult, _ sentences: Sentences) {
      let coverage = result.coverage
      path = result.path
      files = result.parts.isEmpty ? nil : result.parts.map(\.path)
      figures = coverage.figures
      ticked = coverage.ticked
      contradicted = coverage.contradicted
      bounded = coverage.bounded
      unchecked = coverage.unchecked
      excluded = coverage.excluded
      uncheckedReasons = Dictionary(
        coverage.uncheckedReasons.map { ($0.key.rawValue, $0.value) }, uniquingKeysWith: +)
      relations = coverage.relations
      notes = result.notes.map { Remark($0, in: result, sentences) }
    }
  }

  /// A note on a report.
  struct Remark: Encodable, Sendable {
    let kind, message: String
    let count: Int
    let line, column: Known<Int>

    init(_ note: Note, in result: ReportResult, _ sentences: Sentences) {
      let position = note.range.map { result.position($0.start) }
      kind = note.kind.rawValue
      message = sentences.note(note)
      count = note.count
      line = Known(position?.line)
      column = Known(position?.column)
    }
  }

  struct Cited: Encodable, Sendable {
    let role, text: String
    /// Only where it is not the finding's.
    let path: String?
    let line, column, endLine, endColumn: Int

    init(_ figure: CitedFigure, path: String?) {
      self.path = path
      role = figure.role.rawValue
      text = figure.text
      line = figure.start.line
      column = figure.start.column
      endLine = figure.end.line
      endColumn = figure.end.column
    }
  }

  struct Entry: Encodable, Sendable {
    let rule, severity, message, path: String
    let line, column, endLine, endColumn: Int
    let stated: String
    let expected, arithmetic, cause: Known<String>
    let figures: [Cited]
    let fingerprint, baseline: String

    init(_ finding: Finding, _ result: ReportResult, _ sentences: Sentences) {
      rule = finding.rule
      severity = finding.severity.rawValue
      message = sentences.message(finding)
      path = finding.path
      line = finding.primary.start.line
      column = finding.primary.start.column
      endLine = finding.primary.end.line
      endColumn = finding.primary.end.column
      stated = finding.primary.text
      expected = Known(finding.expected)
      let equations = finding.arithmetic.map(sentences.equation)
      arithmetic = Known(equations.isEmpty ? nil : equations.joined(separator: "; "))
      cause = Known(finding.cause?.rawValue)
      figures = finding.figures.map { figure in
        let file = result.path(of: figure)
        return Cited(figure, path: file == finding.path ? nil : file)
      }
      fingerprint = finding.fingerprint
      baseline = finding.baseline.rawValue
    }
  }

  /// A value that may be unknown: the key is always there, with `null` then.
  struct Known<Value: Encodable & Sendable>: Encodable, Sendable {
    let value: Value?

    init(_ value: Value?) { self.value = value }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      if let value { try container.encode(value) } else { try container.encodeNil() }
    }
  }
}
