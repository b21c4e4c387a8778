// SPDX-License-Identifier: Apache-2.0

/// Makes tables of a grid: marks damaged cells and takes apart tables printed side by side.
struct TableMaker {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// The tables of a grid, from left to right.
  func tables(_ grid: consuming RawGrid, _ layout: TableLayout, block: Int) -> [Table] {
    for row in grid.rows.indices {
      let damaged = grid.rows[row].cells.indices.filter { isDamaged(grid.rows[row].cells[$0]) }
      for cell in damaged { grid.rows[row].cells[cell].damaged = true }
    }
    let sides = Sides(bytes: bytes, words: words).split(grid)
    return sides.map { side in
      Table(
        layout: layout, rows: side.rows, columnCount: side.columnCount, parts: side.parts, block: block,
        isPartial: side.isPartial)
    }
  }

  /// Cut off for certain: a bracket opens and never closes, or a comparison has lost its number.
  private func isDamaged(_ cell: Cell) -> Bool {
    guard !cell.isEmpty else { return false }
    if cell.rest.reduce(depth(cell.range), { $0 + depth($1) }) > 0 { return true }
    guard cell.rest.reduce(cell.range.count, { $0 + $1.count }) <= 60 else { return false }
    if cell.rest.isEmpty { return words.comparisons.endsWith(bytes, cell.range) }
    return words.comparisons.suffix(of: cell.rest.reduce(into: Array(bytes[cell.range])) { $0 += bytes[$1] }) != nil
  }

  /// Brackets that open in a range, less those that close.
  private func depth(_ range: Range<Int>) -> Int {
    let span = bytes.span
    var depth = 0
    for index in range {
      if span[index] == 0x28 { depth += 1 } else if span[index] == 0x29 { depth -= 1 }
    }
    return depth
  }
}
