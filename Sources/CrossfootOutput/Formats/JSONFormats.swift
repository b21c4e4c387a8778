// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// `json`: the contract's one document.
struct JSONFormat: ResultFormat {
  private var report: JSONReport

  init(_ context: FormatContext) { report = JSONReport(version: context.version, language: context.text.language) }

  mutating func add(_ result: ReportResult) -> String { report.add(result) }

  mutating func finish(elapsed: Duration?) -> String { report.finish() }
}

/// `jsonl`: the same records, one on each line, as they come: a header, then for each report its coverage and its
/// findings, then the totals. Places are given in every unit. `docs/schema/crossfoot-lines-1.schema.json` describes a
/// line.
struct JSONLinesFormat: ResultFormat {
  private let context: FormatContext
  private let sentences: Sentences
  private var isStarted = false
  private var summary = JSONDocument.Summary()

  init(_ context: FormatContext) {
    self.context = context
    sentences = context.sentences
  }

  mutating func add(_ result: ReportResult) -> String {
    var text = start()
    text += line(DocumentLine(JSONDocument.Report(result, sentences)))
    let spans = Spans(result)
    for finding in result.findings {
      summary.count(finding.severity)
      text += line(FindingLine(finding, result, spans, sentences))
    }
    return text
  }

  mutating func refuse(_ path: String, _ problem: Problem) {}

  mutating func finish(elapsed: Duration?) -> String { start() + line(SummaryLine(summary)) }

  private mutating func start() -> String {
    if isStarted { return "" }
    isStarted = true
    return line(HeaderLine(tool: JSONDocument.Tool(version: context.version)))
  }

  private func line(_ value: some Encodable) -> String { JSONCoding.text(value) + "\n" }
}

private struct HeaderLine: Encodable {
  let type = "header"
  let schema = "crossfoot-lines/1"
  let tool: JSONDocument.Tool
}

private struct DocumentLine: Encodable {
  private let report: JSONDocument.Report

  init(_ report: JSONDocument.Report) { self.report = report }

  private enum CodingKeys: CodingKey { case type }

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("document", forKey: .type)
  }
}

private struct FindingLine: Encodable {
  private let entry: JSONDocument.Entry
  private let place: Place
  private let related: [Related]

  init(_ finding: Finding, _ result: ReportResult, _ spans: Spans, _ sentences: Sentences) {
    entry = JSONDocument.Entry(finding, result, sentences)
    place = Place(finding.primary, spans)
    related = finding.figures.dropFirst().map { figure in
      Related(
        path: result.path(of: figure), role: figure.role.rawValue, text: figure.text, label: figure.label,
        place: Place(figure, spans))
    }
  }

  private enum CodingKeys: CodingKey { case type, place, related }

  func encode(to encoder: any Encoder) throws {
    try entry.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("finding", forKey: .type)
    try container.encode(place, forKey: .place)
    try container.encode(related, forKey: .related)
  }

  struct Related: Encodable {
    let path, role, text, label: String
    let place: Place
  }

  /// A place in every unit: bytes from 0 in the UTF-8 text of the report, all others from 1; ends exclusive.
  struct Place: Encodable {
    let offset, endOffset, line, endLine, column, endColumn: Int
    let utf16Column, utf16EndColumn, byteColumn, byteEndColumn: Int

    init(_ figure: CitedFigure, _ spans: Spans) {
      let span = spans.span(of: figure)
      (offset, endOffset) = (figure.range.start, figure.range.end)
      (line, endLine) = (span.start.line, span.end.line)
      (column, endColumn) = (span.start.column, span.end.column)
      (utf16Column, utf16EndColumn) = (span.start.utf16, span.end.utf16)
      (byteColumn, byteEndColumn) = (span.start.byte, span.end.byte)
    }
  }
}

private struct SummaryLine: Encodable {
  let type = "summary"
  let error, warning, note: Int

  init(_ summary: JSONDocument.Summary) { (error, warning, note) = (summary.error, summary.warning, summary.note) }
}
