// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `text`: each finding with the lines it is about, then totals.
struct TextFormat: ResultFormat {
  private var totals: Totals
  private let options: TextOptions

  init(_ context: FormatContext) {
    options = context.text
    totals = Totals(context.text)
  }

  mutating func add(_ result: ReportResult) -> String {
    totals.add(result)
    return TextReport.findings(of: result, options: options)
  }

  mutating func finish(elapsed: Duration?) -> String { totals.text(elapsed: elapsed) }
}

/// `concise`: one line for each finding, as editors read it.
struct ConciseFormat: ResultFormat {
  private let options: TextOptions

  init(_ context: FormatContext) { options = context.text }

  mutating func add(_ result: ReportResult) -> String {
    ConciseReport.render([result], language: options.language, shown: options.shown)
  }

  mutating func finish(elapsed: Duration?) -> String { "" }
}

/// `grouped`: the path of a report on a line of its own, then a line for each of its findings, then totals.
struct GroupedFormat: ResultFormat {
  private var totals: Totals
  private let context: FormatContext

  init(_ context: FormatContext) {
    self.context = context
    totals = Totals(context.text)
  }

  mutating func add(_ result: ReportResult) -> String {
    totals.add(result)
    let sentences = context.sentences
    var rows: [(place: String, style: Style, severity: String, text: String)] = []
    for finding in context.shown(result) {
      let start = finding.primary.start
      let text = Sanitiser.clean(sentences.message(finding)) + "  [\(finding.rule)]"
      rows.append(("\(start.line):\(start.column)", Style(finding.severity), finding.severity.rawValue, text))
    }
    for note in result.notes {
      let start = result.position(note.range?.start ?? 0)
      rows.append(("\(start.line):\(start.column)", .note, "note", sentences.note(note)))
    }
    if rows.isEmpty { return "" }
    let places = rows.reduce(0) { max($0, $1.place.count) }
    var canvas = Canvas(context.text.colour)
    canvas.write(Sanitiser.clean(result.path), .title)
    canvas.newLine()
    for row in rows {
      canvas.write(String(repeating: " ", count: 2 + places - row.place.count) + row.place + "  ", .gutter)
      canvas.write(row.severity, row.style)
      canvas.write(String(repeating: " ", count: max(1, 9 - row.severity.count)) + row.text)
      canvas.newLine()
    }
    canvas.newLine()
    return canvas.text
  }

  mutating func finish(elapsed: Duration?) -> String { totals.text(elapsed: elapsed) }
}

/// The closing lines of the formats for people.
struct Totals: Sendable {
  private var tally = Tally()
  private var options: TextOptions

  init(_ options: TextOptions) { self.options = options }

  mutating func add(_ result: ReportResult) { tally.add(result, showing: options.shown) }

  /// The totals; empty where no report was checked, since zeros would read like a clean result.
  mutating func text(elapsed: Duration?) -> String {
    guard tally.reports > 0 else { return "" }
    options.elapsed = elapsed
    return TextReport.summary(tally, options: options)
  }
}

extension Style {
  /// The style of a severity.
  init(_ severity: Severity) {
    self =
      switch severity {
      case .error: .error
      case .warning: .warning
      case .note: .note
      }
  }
}
