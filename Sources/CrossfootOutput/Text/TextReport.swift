// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// How a text report is written.
public struct TextOptions: Sendable {
  /// Language of the sentences.
  public var language: Language
  /// Whether to write escape sequences; the caller knows whether a terminal reads.
  public var colour: Colour
  /// Terminal cells beyond which a line of the report is cut around the places a finding points at.
  public var width: Int
  /// What is printed beyond errors and warnings.
  public var shown: Set<Shown>
  /// How long the check took; nil leaves the time out.
  public var elapsed: Duration?

  /// Plain English text without the time, errors and warnings only, unless said otherwise.
  public init(
    language: Language = .en, colour: Colour = .none, width: Int = 100, shown: Set<Shown> = [],
    elapsed: Duration? = nil
  ) {
    self.language = language
    self.colour = colour
    self.width = width
    self.shown = shown
    self.elapsed = elapsed
  }
}

/// The report for people: each finding with the lines it is about, then one line on how much was checked.
public enum TextReport {
  /// All reports and the closing lines.
  public static func render(_ results: [ReportResult], options: TextOptions = TextOptions()) -> String {
    var tally = Tally()
    var text = ""
    for result in results {
      text += findings(of: result, options: options)
      tally.add(result, showing: options.shown)
    }
    return text + summary(tally, options: options)
  }

  /// The findings of one report and its notes, each followed by an empty line; empty if there is nothing to tell.
  public static func findings(of result: ReportResult, options: TextOptions) -> String {
    var writer = FindingWriter(result, options)
    for finding in result.findings where finding.isShown(options.shown) { writer.write(finding) }
    for note in result.notes { writer.write(note) }
    return writer.canvas.text
  }

  /// The closing lines: findings by severity, then figures by state.
  public static func summary(_ tally: Tally, options: TextOptions) -> String {
    let sentences = Sentences(options.language)
    var lines = [sentences.tally(tally)]
    if options.shown.contains(.rounding) { lines.append(sentences.rounding(tally.coverage.rounding)) }
    lines.append(sentences.coverage(tally.coverage, elapsed: options.elapsed))
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Writes the findings of one report, one after the other.
private struct FindingWriter {
  var canvas: Canvas
  private let result: ReportResult
  private let options: TextOptions
  private let sentences: Sentences
  private let path: String
  private let pages: Pages

  init(_ result: ReportResult, _ options: TextOptions) {
    self.result = result
    self.options = options
    canvas = Canvas(options.colour)
    sentences = Sentences(options.language)
    path = Sanitiser.clean(result.path)
    pages = Pages(result)
  }

  mutating func write(_ finding: Finding) {
    let snippet = Snippet(finding, in: result, sentences: sentences)
    let largest = snippet.slices.joined().map(\.printed).max() ?? 1
    let style = Style(finding.severity)
    let lines = SnippetWriter(gutter: String(largest).count, limit: max(40, options.width), severity: style)
    canvas.write("\(finding.severity.rawValue)[\(finding.rule)]", style)
    canvas.write(": " + Sanitiser.clean(sentences.message(finding)), .title)
    canvas.newLine()
    for (index, slice) in snippet.slices.enumerated() {
      lines.margin(index == 0 ? "-->" : ":::", place(slice), to: &canvas)
      lines.blank(to: &canvas)
      for line in slice { lines.write(line, of: result.source, to: &canvas) }
      if index + 1 < snippet.slices.count { lines.blank(to: &canvas) }
    }
    writeRemarks(finding, hidden: snippet.hidden, lines)
    canvas.newLine()
  }

  /// A note on the report itself: a headline and its place.
  mutating func write(_ note: Note) {
    canvas.write("note", .note)
    canvas.write(": " + sentences.note(note), .title)
    canvas.newLine()
    canvas.write(" -->", .gutter)
    canvas.write(" " + (note.range.map { location(result.position($0.start), offset: $0.start) } ?? path))
    canvas.newLine()
    canvas.newLine()
  }

  private mutating func writeRemarks(_ finding: Finding, hidden: Int, _ lines: SnippetWriter) {
    if hidden > 0 { lines.margin("...", sentences.morePlaces(hidden), to: &canvas) }
    var remarks = sentences.explanations(finding).map { ("note", $0) }
    if let other = sentences.baselineRemark(finding) { remarks.append(("note", other)) }
    if let help = sentences.help(finding) { remarks.append(("help", help)) }
    if !remarks.isEmpty { lines.blank(to: &canvas) }
    for (kind, text) in remarks { lines.margin(" =", "\(kind): \(Sanitiser.clean(text))", to: &canvas) }
  }

  /// Where a slice begins to matter: at the primary figure, else at its first one.
  private func place(_ slice: [SnippetLine]) -> String {
    let pointers = slice.flatMap(\.pointers)
    guard let pointer = pointers.first(where: \.isPrimary) ?? pointers.first else { return path }
    return location(pointer.position, offset: pointer.range.lowerBound)
  }

  /// `path:line:column`, and the page where the report has pages.
  private func location(_ position: Position, offset: Int) -> String {
    let page = pages.page(of: offset).map { "  " + sentences.page($0) } ?? ""
    return "\(Sanitiser.clean(result.path(at: offset))):\(position.line):\(position.column)\(page)"
  }
}
