// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// `plain`: sentences without drawing, the figure quoted in 「」. For screen readers, and to paste into messages and
/// documents.
struct PlainFormat: ResultFormat {
  private var totals: Totals
  private let context: FormatContext
  private let sentences: Sentences

  /// Other places that are quoted at most.
  private static let mostRelated = 5

  init(_ context: FormatContext) {
    self.context = context
    sentences = context.sentences
    totals = Totals(context.text)
  }

  mutating func add(_ result: ReportResult) -> String {
    totals.add(result)
    let pages = Pages(result)
    var text = ""
    for finding in context.shown(result) {
      let lines = [heading(finding)] + body(finding, result, pages)
      text += lines.joined(separator: "\n") + "\n\n"
    }
    for note in result.notes {
      let position = result.position(note.range?.start ?? 0)
      let path = Sanitiser.clean(result.path(at: note.range?.start ?? 0))
      let place = sentences.place(path, line: position.line, column: position.column)
      text += "\(sentences.severity(.note))  \(sentences.note(note))\n\(sentences.labelled(.place, place))\n\n"
    }
    return text
  }

  mutating func finish(elapsed: Duration?) -> String { totals.text(elapsed: elapsed) }

  private func heading(_ finding: Finding) -> String { "\(sentences.severity(finding.severity))  \(finding.rule)" }

  private func body(_ finding: Finding, _ result: ReportResult, _ pages: Pages) -> [String] {
    let primary = finding.primary
    var place = [
      sentences.place(Sanitiser.clean(finding.path), line: primary.start.line, column: primary.start.column)
    ]
    if let page = pages.page(of: primary.range.start) { place.append(sentences.page(page)) }
    if !primary.spot.section.isEmpty { place.append(sentences.quoted(Sanitiser.clean(primary.spot.section))) }
    var lines = [
      sentences.labelled(.place, sentences.phrases(place)),
      sentences.labelled(.message, Sanitiser.clean(sentences.message(finding))),
      sentences.labelled(.excerpt, Excerpt(primary.range, in: result.source).quoted),
    ]
    for figure in finding.figures.dropFirst().prefix(Self.mostRelated) {
      let file = result.path(of: figure)
      let line = (file == finding.path ? "" : Sanitiser.clean(file) + " ") + sentences.line(figure.start.line)
      let excerpt = Excerpt(figure.range, in: result.source).quoted
      lines.append(sentences.labelled(.related, line + sentences.say("：", ": ") + excerpt))
    }
    let hidden = finding.figures.count - 1 - Self.mostRelated
    if hidden > 0 { lines.append(sentences.labelled(.related, sentences.morePlaces(hidden))) }
    for text in sentences.furtherExplanations(finding) {
      lines.append(sentences.labelled(.explanation, Sanitiser.clean(text)))
    }
    if let other = sentences.baselineRemark(finding) {
      lines.append(sentences.labelled(.explanation, Sanitiser.clean(other)))
    }
    if let help = sentences.help(finding) { lines.append(sentences.labelled(.help, Sanitiser.clean(help))) }
    return lines
  }
}

/// A figure in a few words of its line.
struct Excerpt {
  private let before, figure, after: String

  /// Cells of the line that are shown.
  private static let limit = 80

  init(_ range: SourceRange, in source: SourceText) {
    let whole = source.lines.range(ofLine: source.lines.line(of: range.start), in: source.bytes)
    let line = whole.start..<whole.end
    let lower = min(max(range.start, line.lowerBound), line.upperBound)
    var upper = min(max(range.end, lower), line.upperBound)
    // The sign of a percentage belongs to it.
    for sign in ["%", "％", "‰"] where source.bytes[upper..<line.upperBound].starts(with: sign.utf8) {
      upper += sign.utf8.count
    }
    let window =
      LineCutter(source.bytes, line: line, limit: Self.limit).windows(around: [lower..<upper]).first ?? lower..<upper
    func text(_ lower: Int, _ upper: Int) -> String {
      Sanitiser.clean(String(decoding: source.bytes[lower..<max(lower, upper)], as: UTF8.self))
    }
    let cutLeft = window.lowerBound > line.lowerBound ? "…" : ""
    let cutRight = window.upperBound < line.upperBound ? "…" : ""
    before = cutLeft + text(min(window.lowerBound, lower), lower).drop { $0 == " " || $0 == "\u{3000}" }
    figure = text(lower, upper)
    var rest = text(upper, max(upper, window.upperBound)) + cutRight
    rest.dropTrailingSpaces()
    after = rest
  }

  /// The words with the figure in corner brackets.
  var quoted: String { "\(before)「\(figure)」\(after)" }
}
