// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// A place on a line that a finding points at.
struct Pointer {
  /// Byte range inside one line.
  var range: Range<Int>
  /// Where the figure starts, as the finding counted it: counting again would read the line anew for every finding.
  var position: Position
  var caption: String
  var isPrimary: Bool
}

/// A line of the report with the places a finding points at; none for a blank line between two others.
struct SnippetLine {
  /// Line from 0 in the report's text.
  var number: Int
  /// Line from 1 in its file, as it is printed.
  var printed: Int
  /// The line's bytes.
  var range: Range<Int>
  /// Ascending by place.
  var pointers: [Pointer]
}

/// The lines that a finding shows, in slices of neighbouring lines: the primary figure's slice first, the others in the
/// order of the text.
struct Snippet {
  private(set) var slices: [[SnippetLine]] = []
  /// Cited places that are not shown.
  private(set) var hidden = 0

  /// Lines with pointers, and pointers on one line, that are shown at most.
  private static let mostLines = 6
  private static let mostPointers = 8
  /// Blank lines between two lines of one slice.
  private static let mostBlanks = 2

  private let result: ReportResult

  init(_ finding: Finding, in result: ReportResult, sentences: Sentences) {
    self.result = result
    let source = result.source
    let pointers = Self.pointers(finding, in: source, sentences)
    let lines = lines(pointers, in: source)
    hidden = pointers.count - lines.reduce(0) { $0 + $1.pointers.count }
    let primary = lines.first?.number
    for line in lines.sorted(by: { $0.number < $1.number }) { append(line, in: source) }
    if let home = slices.firstIndex(where: { $0.contains { $0.number == primary } }), home > 0 {
      slices.insert(slices.remove(at: home), at: 0)
    }
  }

  /// One pointer for each cited place, the primary one first. A figure cited in two roles is pointed at once.
  private static func pointers(
    _ finding: Finding, in source: SourceText, _ sentences: Sentences
  ) -> [Pointer] {
    var pointers: [Pointer] = []
    var known: [Int: Int] = [:]
    for figure in [finding.primary] + finding.figures {
      let line = lineRange(source.lines.line(of: figure.range.start), in: source)
      let lower = min(max(figure.range.start, line.lowerBound), line.upperBound)
      let upper = min(max(figure.range.end, lower), line.upperBound)
      let caption = Sanitiser.clean(sentences.caption(figure, of: finding))
      if let index = known[lower] {
        let isNew = index > 0 && pointers[index].caption != caption
        if isNew { pointers[index].caption = sentences.list([pointers[index].caption, caption]) }
      } else {
        known[lower] = pointers.count
        pointers.append(
          Pointer(range: lower..<upper, position: figure.start, caption: caption, isPrimary: pointers.isEmpty))
      }
    }
    return pointers
  }

  /// The pointers by line, as many as are shown: the primary one's line first, then in the order of the text.
  private func lines(_ pointers: [Pointer], in source: SourceText) -> [SnippetLine] {
    var lines: [Int: [Pointer]] = [:]
    for pointer in pointers { lines[source.lines.line(of: pointer.range.lowerBound), default: []].append(pointer) }
    let primary = pointers.first.map { source.lines.line(of: $0.range.lowerBound) }
    let order = lines.keys.sorted { a, b in a == primary ? b != primary : b != primary && a < b }
    return order.prefix(Self.mostLines).map { number in
      let shown = (lines[number] ?? []).sorted { a, b in
        a.isPrimary != b.isPrimary ? a.isPrimary : a.range.lowerBound < b.range.lowerBound
      }
      return line(
        number, pointers: shown.prefix(Self.mostPointers).sorted { $0.range.lowerBound < $1.range.lowerBound })
    }
  }

  /// Adds a line to the last slice where nothing but a few blank lines lies between, else to a new one.
  private mutating func append(_ line: SnippetLine, in source: SourceText) {
    guard let last = slices.last?.last else { return slices.append([line]) }
    let between = last.number + 1..<max(last.number + 1, line.number)
    let blanks = between.prefix(Self.mostBlanks + 1).map { self.line($0, pointers: []) }
    let isNear = between.count <= Self.mostBlanks
    if isNear, blanks.allSatisfy({ Self.isBlank(source.bytes[$0.range]) }) {
      slices[slices.count - 1] += blanks + [line]
    } else {
      slices.append([line])
    }
  }

  private func line(_ number: Int, pointers: [Pointer]) -> SnippetLine {
    let range = Self.lineRange(number, in: result.source)
    let first = result.part(at: range.lowerBound)?.firstLine ?? 0
    return SnippetLine(number: number, printed: number + 1 - first, range: range, pointers: pointers)
  }

  /// Whether a line is short and shows nothing.
  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.count <= 200 && line.allSatisfy { $0 <= 0x20 } }

  private static func lineRange(_ line: Int, in source: SourceText) -> Range<Int> {
    let range = source.lines.range(ofLine: line, in: source.bytes)
    return range.start..<range.end
  }
}
