// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

/// `rdjson`: the diagnostics of reviewdog in one document. Columns count bytes of UTF-8.
struct RDJSONFormat: ResultFormat {
  private let context: FormatContext
  private var document = Document()

  init(_ context: FormatContext) { self.context = context }

  mutating func add(_ result: ReportResult) -> String {
    let spans = Spans(result)
    document.diagnostics += context.shown(result).map { RDDiagnostic($0, result, spans, context.sentences) }
    return ""
  }

  mutating func finish(elapsed: Duration?) -> String { JSONCoding.text(document) + "\n" }

  private struct Document: Encodable {
    let source = RDDiagnostic.Source()
    var diagnostics: [RDDiagnostic] = []
  }
}

/// `rdjsonl`: one diagnostic on each line.
struct RDJSONLinesFormat: ResultFormat {
  private let context: FormatContext

  /// The reader of reviewdog stops in silence at a line of 64 KiB.
  static let longestLine = 60_000

  init(_ context: FormatContext) { self.context = context }

  mutating func add(_ result: ReportResult) -> String {
    let spans = Spans(result)
    return context.shown(result).map { finding in
      var diagnostic = RDDiagnostic(finding, result, spans, context.sentences)
      diagnostic.source = RDDiagnostic.Source()
      return line(diagnostic) + "\n"
    }.joined()
  }

  mutating func finish(elapsed: Duration?) -> String { "" }

  /// A line short enough to be read: the last related places go, then the end of the message.
  private func line(_ diagnostic: RDDiagnostic) -> String {
    var diagnostic = diagnostic
    var text = JSONCoding.text(diagnostic)
    while text.utf8.count > Self.longestLine, !diagnostic.related_locations.isEmpty {
      diagnostic.related_locations.removeLast((diagnostic.related_locations.count + 1) / 2)
      text = JSONCoding.text(diagnostic)
    }
    while text.utf8.count > Self.longestLine, !diagnostic.message.isEmpty {
      diagnostic.message = String(diagnostic.message.unicodeScalars.prefix(diagnostic.message.unicodeScalars.count / 2))
      text = JSONCoding.text(diagnostic)
    }
    return text
  }
}

/// A diagnostic of the Reviewdog Diagnostic Format (proto/rdf in reviewdog): property names are the format's keys.
struct RDDiagnostic: Encodable {
  var message: String
  let location: Location
  let severity: String
  let code: Code
  let suggestions: [Suggestion]
  var related_locations: [Related]
  var source: Source?

  init(_ finding: Finding, _ result: ReportResult, _ spans: Spans, _ sentences: Sentences) {
    message = Sanitiser.clean(sentences.message(finding))
    let range = Range(spans.span(of: finding.primary))
    location = Location(path: finding.path, range: range)
    severity = Self.word(finding.severity)
    code = Code(value: finding.rule)
    suggestions = Correction(finding, in: result.source).map { [Suggestion(range: range, text: $0.text)] } ?? []
    related_locations = finding.figures.dropFirst().map { figure in
      Related(
        message: Sanitiser.clean(sentences.caption(figure, of: finding)),
        location: Location(path: result.path(of: figure), range: Range(spans.span(of: figure))))
    }
  }

  private static func word(_ severity: Severity) -> String {
    switch severity {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }

  struct Source: Encodable {
    let name = "crossfoot"
  }

  struct Code: Encodable {
    let value: String
  }

  struct Location: Encodable {
    let path: String
    let range: Range
  }

  struct Position: Encodable {
    let line, column: Int
  }

  /// The end is exclusive.
  struct Range: Encodable {
    let start, end: Position

    init(_ span: Span) {
      start = Position(line: span.start.line, column: span.start.byte)
      end = Position(line: span.end.line, column: span.end.byte)
    }
  }

  struct Suggestion: Encodable {
    let range: Range
    let text: String
  }

  struct Related: Encodable {
    let message: String
    let location: Location
  }
}
