// SPDX-License-Identifier: Apache-2.0

/// A grid before its cells are checked.
struct RawGrid: Sendable {
  var rows: [Row] = []
  /// The cells of all rows, one row after another.
  var cells: [Cell] = []
  /// Other readings of which columns the cells of a row stand in, by ``Row/reading``.
  var readings: [[[Int]]] = []
  var parts: [TablePart] = []
  var columnCount = 0
  /// Columns of each of the tables printed side by side; empty for one table.
  var sides: [Range<Int>] = []
  /// Whether codes stand before the names of each side.
  var hasCodedSides = false
  /// Whether it is known to be one table.
  var isOneSided = false
  /// Whether some number's column is not known.
  var isPartial = false
  /// Whether the cells know what stands in them.
  var hasKinds = false
  /// The further pieces of names over several lines, by ``Cell/rest``.
  var rests: [[Range<Int>]] = []

  /// Makes the cells that were added since the last row a row.
  mutating func endRow(page: Int) {
    rows.append(Row(cells: (rows.last?.cells.upperBound ?? 0)..<cells.count, page: page))
  }

  /// Adds rows of another grid.
  mutating func add(_ more: Range<Int>, of other: RawGrid) {
    for row in more {
      cells += other.cells[other.rows[row].cells]
      endRow(page: other.rows[row].page)
      let others = other.others(of: other.rows[row])
      if others.isEmpty { continue }
      readings.append(others)
      rows[rows.count - 1].reading = readings.count
    }
  }

  /// Adds further pieces to a cell's name.
  mutating func add(_ pieces: some Sequence<Range<Int>>, to cell: inout Cell) {
    if cell.rest == 0 {
      rests.append([])
      cell.rest = Int32(truncatingIfNeeded: rests.count)
    }
    rests[Int(cell.rest) - 1] += pieces
  }

  /// Says in which columns the cells of a row stand, and in which they stand by other readings.
  mutating func place(_ row: Int, in columns: [Int], or others: [[Int]] = []) {
    for (cell, column) in zip(rows[row].cells, columns) { cells[cell].column = Int32(truncatingIfNeeded: column) }
    if others.isEmpty { return }
    readings.append(others)
    rows[row].reading = readings.count
  }

  /// Says that the cells of a row stand where those of another stand.
  mutating func copyPlaces(to row: Int, from other: Int) {
    for (cell, like) in zip(rows[row].cells, rows[other].cells) { cells[cell].column = cells[like].column }
    rows[row].reading = rows[other].reading
  }

  /// The other readings of a row.
  func others(of row: Row) -> [[Int]] { row.reading > 0 ? readings[row.reading - 1] : [] }

  /// A cell of a row, counted from the first.
  subscript(row: Int, cell: Int) -> Cell { cells[rows[row].cells.lowerBound + cell] }

  /// Number of a row's cells.
  func count(_ row: Int) -> Int { rows[row].cells.count }

  /// Number of a row's cells that are not empty.
  func filled(_ row: Int) -> Int {
    let span = cells.span
    var filled = 0
    for cell in rows[row].cells where span[cell].kind != .empty { filled += 1 }
    return filled
  }

  /// Whether a row holds a cell of one of two kinds.
  func holds(_ row: Int, _ kind: CellKind, or other: CellKind) -> Bool {
    let span = cells.span.extracting(rows[row].cells)
    // Most rows end in a figure.
    var cell = span.count - 1
    while cell >= 0 {
      if span[cell].kind == kind || span[cell].kind == other { return true }
      cell -= 1
    }
    return false
  }

  /// Whether a row holds a number or a stroke in place of one.
  func hasFigures(_ row: Int) -> Bool { holds(row, .number, or: .dash) }

  /// Whether a row holds a number.
  func hasNumber(_ row: Int) -> Bool { holds(row, .number, or: .number) }
}
