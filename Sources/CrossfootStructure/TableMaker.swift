// SPDX-License-Identifier: Apache-2.0

/// Makes tables of a grid: marks damaged cells and takes apart tables printed side by side.
struct TableMaker {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// The tables of a grid, from left to right.
  func tables(_ grid: RawGrid, _ layout: TableLayout, block: Int) -> [Table] {
    var grid = grid
    for row in grid.rows.indices {
      for cell in grid.rows[row].cells.indices {
        grid.rows[row].cells[cell].damaged = isDamaged(grid.rows[row].cells[cell])
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
  private func isDamaged(_ cell: Cell) -> Bool {
    guard !cell.isEmpty else { return false }
    let text = cell.rest.reduce(into: Array(bytes[cell.range])) { $0 += bytes[$1] }
    var depth = 0
    for byte in text {
      if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth -= 1 }
    }
    if depth > 0 { return true }
    return text.count <= 60 && words.comparisons.suffix(of: text) != nil
  }
}
