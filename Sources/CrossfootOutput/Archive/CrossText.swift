// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText

/// Findings across reports for people: both places, each with its line where the report is at hand.
public enum CrossText {
  /// One finding, followed by an empty line.
  /// - Parameters:
  ///   - stated: the text of the report that repeats the figure, nil where it is not at hand.
  ///   - published: the text of the report that published it.
  public static func render(
    _ finding: CrossFinding, stated: SourceText?, published: SourceText?, options: TextOptions
  ) -> String {
    let sentences = Sentences(options.language)
    let style: Style = finding.severity == .error ? .error : finding.severity == .warning ? .warning : .note
    let gutter = String(max(finding.stated.start.line, finding.published.start.line) + 1).count
    let lines = SnippetWriter(gutter: gutter, limit: max(40, options.width), severity: style)
    var canvas = Canvas(options.colour)
    canvas.write("\(finding.severity.rawValue)[\(finding.rule.rawValue)]", style)
    canvas.write(": " + Sanitiser.clean(sentences.message(finding)), .title)
    canvas.newLine()
    for (sign, place, source) in [("-->", finding.stated, stated), (":::", finding.published, published)] {
      lines.margin(sign, "\(Sanitiser.clean(place.path)):\(place.start.line):\(place.start.column)", to: &canvas)
      guard let source, let line = snippetLine(place, in: source, isPrimary: sign == "-->") else { continue }
      lines.blank(to: &canvas)
      lines.write(line, of: source, to: &canvas)
      lines.blank(to: &canvas)
    }
    canvas.newLine()
    return canvas.text
  }

  /// One line a finding: `path:line:col: severity: message [rule]`, with the other place at the end.
  public static func concise(_ finding: CrossFinding, language: Language) -> String {
    let (here, there) = (finding.stated, finding.published)
    let message = Sanitiser.clean(Sentences(language).message(finding))
    let other = "\(Sanitiser.clean(there.path)):\(there.start.line):\(there.start.column)"
    return
      "\(Sanitiser.clean(here.path)):\(here.start.line):\(here.start.column): \(finding.severity.rawValue): \(message) "
      + "(\(other)) [\(finding.rule.rawValue)]\n"
  }

  /// One line for a figure that two reports agree on.
  public static func tie(_ finding: CrossFinding, language: Language) -> String {
    let places = [finding.stated, finding.published].map {
      "\(Sanitiser.clean($0.path)):\($0.start.line):\($0.start.column)"
    }
    return "= \(Sanitiser.clean(Sentences(language).tie(finding))) (\(places.joined(separator: ", ")))\n"
  }

  /// The line of a place with a mark under the figure; nil if the text has no such place.
  private static func snippetLine(_ place: CrossPlace, in source: SourceText, isPrimary: Bool) -> SnippetLine? {
    guard place.start.line >= 1, place.start.line <= source.lines.count else { return nil }
    let line = source.lines.range(ofLine: place.start.line - 1, in: source.bytes)
    let start = offset(place.start.column, in: source, line)
    let end = place.end.line == place.start.line ? offset(place.end.column, in: source, line) : line.end
    let pointer = Pointer(
      range: start..<max(start, end), position: place.start, caption: Sanitiser.clean(place.text), isPrimary: isPrimary)
    return SnippetLine(
      number: place.start.line - 1, printed: place.start.line, range: line.start..<line.end, pointers: [pointer])
  }

  /// The offset of a column, at most that of the line's end.
  private static func offset(_ column: Int, in source: SourceText, _ line: SourceRange) -> Int {
    var at = line.start
    for _ in 1..<max(1, column) where at < line.end { at = source.scalarEnd(at) }
    return min(at, line.end)
  }
}
