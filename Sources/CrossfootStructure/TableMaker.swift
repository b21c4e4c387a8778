// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Makes tables of a grid: marks damaged cells and takes apart tables printed side by side.
struct TableMaker {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// The tables of a grid, from left to right.
  /// - Parameter rests: the document's further pieces of names, which those of the grid are added to.
  func tables(_ grid: consuming RawGrid, _ layout: TableLayout, block: Int, _ rests: inout [[Range<Int>]]) -> [Table] {
    let known = rests.count
    rests += grid.rests
    for row in grid.rows.indices {
      for index in grid.rows[row].cells.indices {
        var cell = grid.rows[row].cells[index]
        if cell.isEmpty { continue }
        if cell.rest > 0 { cell.rest += known }
        cell.damaged = isDamaged(cell, rests)
        if cell.damaged || cell.rest > 0 { grid.rows[row].cells[index] = cell }
      }
    }
    let sides = Sides(bytes: bytes, words: words).split(grid)
    return sides.map { side in
      Table(
        layout: layout, rows: side.rows, columnCount: side.columnCount, parts: side.parts, block: block,
        isPartial: side.isPartial)
    }
  }

  /// Cut off for certain: a bracket opens and never closes, or a comparison has lost its number.
  private func isDamaged(_ cell: Cell, _ rests: [[Range<Int>]]) -> Bool {
    guard cell.rest > 0 else {
      return depth(cell.range) > 0 || cell.range.count <= TableMaker.longest && words.comparisons.endsWith(bytes, cell.range)
    }
    let rest = rests[cell.rest - 1]
    if rest.reduce(depth(cell.range), { $0 + depth($1) }) > 0 { return true }
    guard rest.reduce(cell.range.count, { $0 + $1.count }) <= TableMaker.longest else { return false }
    return words.comparisons.suffix(of: rest.reduce(into: Array(bytes[cell.range])) { $0 += bytes[$1] }) != nil
  }

  /// Bytes of the longest text that may end in a comparison.
  private static let longest = 60

  /// Brackets that open in a range, less those that close.
  private func depth(_ range: Range<Int>) -> Int {
    let text = bytes.span.extracting(range)
    var depth = 0
    for index in text.indices {
      // Both brackets differ in their last bit only.
      if text[index] & 0xFE == 0x28 { depth += text[index] == 0x28 ? 1 : -1 }
    }
    return depth
  }
}
