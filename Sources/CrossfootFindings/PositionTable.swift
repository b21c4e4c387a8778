// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Lines and columns of many offsets, counted in one sweep over the text: a line of any length is read once.
struct PositionTable {
  private var positions: [Int: Position] = [:]

  init(_ offsets: [Int], in source: SourceText) {
    var line = -1
    var at = 0
    var column = 1
    for offset in Set(offsets).sorted() {
      let own = source.lines.line(of: offset)
      if own != line {
        line = own
        at = Int(source.lines.starts[own])
        column = 1
      }
      while at < min(offset, source.bytes.count) {
        if source.bytes[at] & 0xC0 != 0x80 { column += 1 }
        at += 1
      }
      positions[offset] = Position(line: line + 1, column: column)
    }
  }

  /// Fills in the place of a cited figure.
  func place(_ figure: inout CitedFigure) {
    figure.start = positions[figure.range.start] ?? figure.start
    figure.end = positions[figure.range.end] ?? figure.end
  }
}
