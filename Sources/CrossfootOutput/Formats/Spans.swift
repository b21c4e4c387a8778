// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// A place in the units of the formats, all from 1.
struct Point: Hashable {
  var line: Int
  /// In Unicode scalars.
  var column: Int
  /// In UTF-16 code units.
  var utf16: Int
  /// In bytes of UTF-8.
  var byte: Int
}

/// From a figure's first to after its last character.
struct Span: Hashable {
  var start: Point
  var end: Point
}

/// The spans of all figures that the findings of a report cite. Columns are counted in one sweep, so that a line of any
/// length is read once, however many findings it has.
struct Spans {
  private var utf16: [Int: Int] = [:]
  private let source: SourceText

  init(_ result: ReportResult) {
    source = result.source
    var offsets: Set<Int> = []
    for finding in result.findings {
      for figure in [finding.primary] + finding.figures { offsets.formUnion([figure.range.start, figure.range.end]) }
    }
    sweep(offsets.sorted())
  }

  /// The span of a figure that a finding cites.
  func span(of figure: CitedFigure) -> Span {
    Span(start: point(figure.range.start, figure.start), end: point(figure.range.end, figure.end))
  }

  /// The span of a figure up to the end of its first line: for readers that take one line only.
  func firstLine(of figure: CitedFigure) -> Span {
    let whole = span(of: figure)
    if whole.start.line == whole.end.line { return whole }
    let line = source.lines.range(ofLine: source.lines.line(of: figure.range.start), in: source.bytes)
    let rest = String(decoding: source.bytes[min(figure.range.start, line.end)..<line.end], as: UTF8.self)
    var end = whole.start
    end.column += rest.unicodeScalars.count
    end.utf16 += rest.utf16.count
    end.byte += rest.utf8.count
    return Span(start: whole.start, end: end)
  }

  private func point(_ offset: Int, _ position: Position) -> Point {
    let start = source.lines.start(ofLine: source.lines.line(of: offset))
    return Point(
      line: position.line, column: position.column, utf16: utf16[offset] ?? position.column, byte: offset - start + 1)
  }

  /// Counts UTF-16 columns: one for each scalar, two for those of four bytes.
  private mutating func sweep(_ offsets: [Int]) {
    var line = -1
    var at = 0
    var column = 1
    for offset in offsets {
      let own = source.lines.line(of: offset)
      if own != line {
        line = own
        at = source.lines.start(ofLine: own)
        column = 1
      }
      while at < min(offset, source.bytes.count) {
        let byte = source.bytes[at]
        if byte & 0xC0 != 0x80 { column += byte >= 0xF0 ? 2 : 1 }
        at += 1
      }
      utf16[offset] = column
    }
  }
}

/// Numbers things that are alike: the first is 1.
struct Ordinals<Key: Hashable & Sendable>: Sendable {
  private var seen: [Key: Int] = [:]

  /// The number of the next one of its kind.
  mutating func next(_ key: Key) -> Int {
    seen[key, default: 0] += 1
    return seen[key] ?? 1
  }
}
