// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Takes apart two tables printed side by side (收入 | 支出, or pairs of codes): each becomes a table of its own.
struct Sides {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// The tables of a grid: the grid itself unless every row can be told apart.
  func split(_ grid: RawGrid) -> [RawGrid] {
    if grid.isOneSided { return [grid] }
    let (sides, isCoded) = grid.sides.isEmpty ? find(grid) : (grid.sides, grid.hasCodedSides)
    let isEven = sides.allSatisfy { $0.count == sides[0].count }
    let isStacked = isCoded && isEven
    guard sides.count > 1,
      grid.readings.isEmpty || grid.rows.allSatisfy({ isClear($0, grid, sides, isCoded, isStacked) })
    else { return [grid] }
    return isStacked
      ? [SideStack(bytes: bytes, sides: sides).stacked(grid) { cut($0, $1) }] : sides.map { cut(grid, $0) }
  }

  /// Whether a row can be told apart. What has no number is no part of a sum; codes say which rows are.
  private func isClear(_ row: Row, _ grid: RawGrid, _ sides: [Range<Int>], _ isCoded: Bool, _ isStacked: Bool) -> Bool {
    if row.reading == 0 { return true }
    if isCoded, !row.cells.contains(where: { isAmount(grid.cells[$0]) }) { return true }
    // Sides that are put below one another: in the same column of either, a coded row is the same.
    let place = { column in isStacked ? column - self.start(of: column, sides) : self.side(of: column, sides) }
    let own = grid.cells[row.cells].map { place(Int($0.column)) }
    return grid.others(of: row).allSatisfy { reading in reading.map(place) == own }
  }

  private func start(of column: Int, _ sides: [Range<Int>]) -> Int {
    sides.first { $0.contains(column) }?.lowerBound ?? 0
  }

  /// Whether a cell holds a number that is no code.
  private func isAmount(_ cell: Cell) -> Bool {
    let kind = CellKind.of(bytes, cell.range)
    return kind == .dash
      || kind == .number && !(cell.range.count >= 3 && cell.range.allSatisfy { bytes[$0] &- 0x30 < 10 })
  }

  private func side(of column: Int, _ sides: [Range<Int>]) -> Int {
    sides.firstIndex { $0.contains(column) } ?? -1
  }

  /// Sides of a grid whose cells' columns are known: groups of columns that each begin with a column of names; and
  /// whether codes stand before all of these.
  private func find(_ grid: RawGrid) -> (sides: [Range<Int>], isCoded: Bool) {
    var grid = grid
    if !grid.hasKinds { readKinds(&grid) }
    // Captions above the header are a part without figures.
    let parts = grid.parts.filter { part in part.body.contains { grid.hasNumber($0) } }
    guard parts.count == 1, let part = parts.first, part.body.count >= 2, grid.columnCount <= 40 else {
      return ([], false)
    }
    let counts = counts(grid, part)
    // Each side begins with a column of names that does not stand beside another.
    let names = counts.indices.count { counts[$0].isNames && ($0 == 0 || counts[$0 - 1].isNumbers) }
    guard names > 1 else { return ([], false) }
    // Where the first column holds nothing the names begin right of it.
    let first = isEmpty(0, grid) ? 1 : 0
    var starts: [Int] = []
    var coded = 0
    for column in counts.indices where counts[column].isNames && (column == 0 || counts[column - 1].isNumbers) {
      // Right of a name stand its amounts: only what follows amounts can be the next side's codes.
      let opensSide = column == first + 1 || column > first + 1 && counts[column - 2].isNumbers
      let hasCode = opensSide && isCodes(column - 1, counts[column - 1].numbers, grid, part)
      if hasCode { coded += 1 }
      starts.append(hasCode ? column - 1 : column)
    }
    guard starts.count > 1, starts.first == first, coded == starts.count || sameHeaders(starts, grid, part) else {
      return ([], false)
    }
    let sides = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : grid.columnCount) }
    return (sides, coded == starts.count)
  }

  /// Reads what stands in the cells.
  private func readKinds(_ grid: inout RawGrid) {
    for cell in grid.cells.indices { grid.cells[cell].kind = CellKind.of(bytes, grid.cells[cell].range) }
    grid.hasKinds = true
  }

  /// Whether nothing stands in a column.
  private func isEmpty(_ column: Int32, _ grid: RawGrid) -> Bool {
    !grid.cells.contains { $0.column == column && !$0.isEmpty }
  }

  /// What a column holds, counted over the body's rows.
  private struct Counts {
    var names = 0
    var numbers = 0

    var isNames: Bool { names > numbers }
    var isNumbers: Bool { numbers > names }
  }

  private func counts(_ grid: RawGrid, _ part: TablePart) -> [Counts] {
    var counts = [Counts](of: Counts(), times: grid.columnCount)
    for row in part.body {
      for cell in grid.rows[row].cells {
        let column = Int(grid.cells[cell].column)
        guard column >= 0, column < counts.count else { continue }
        switch grid.cells[cell].kind {
        case .number, .dash: counts[column].numbers += 1
        case .text, .value: counts[column].names += 1
        case .empty: break
        }
      }
    }
    return counts
  }

  /// Whether most of the numbers in a column are codes: digits only.
  private func isCodes(_ column: Int, _ numbers: Int, _ grid: RawGrid, _ part: TablePart) -> Bool {
    var codes = 0
    for row in part.body {
      for cell in grid.cells[grid.rows[row].cells] where Int(cell.column) == column && 2...9 ~= cell.range.count {
        if cell.range.allSatisfy({ bytes[$0] &- 0x30 < 10 }) { codes += 1 }
      }
    }
    return codes > 1 && codes * 10 >= numbers * 7
  }

  /// The names' columns must be headed by the same words, and each side must hold a total.
  private func sameHeaders(_ starts: [Int], _ grid: RawGrid, _ part: TablePart) -> Bool {
    for row in part.header {
      let cells = grid.cells[grid.rows[row].cells]
      let heads = starts.map { start in cells.first { Int($0.column) == start }.map { bytes.compact($0.range) } ?? [] }
      if let first = heads.first, !first.isEmpty, heads.allSatisfy({ $0 == first }) { return true }
    }
    return false
  }

  /// One side of a grid.
  private func cut(_ grid: RawGrid, _ columns: Range<Int>) -> RawGrid {
    var side = RawGrid()
    side.rows.reserveCapacity(grid.rows.count)
    side.cells.reserveCapacity(grid.cells.count)
    var kept = [Int](of: 0, times: grid.rows.count + 1)
    for index in grid.rows.indices {
      let row = grid.rows[index]
      kept[index + 1] = kept[index]
      let first = side.cells.count
      var isFilled = false
      for cell in row.cells where columns.contains(Int(grid.cells[cell].column)) {
        if !grid.cells[cell].isEmpty { isFilled = true }
        side.cells.append(grid.cells[cell])
        side.cells[side.cells.count - 1].column -= Int32(truncatingIfNeeded: columns.lowerBound)
      }
      if !isFilled {
        side.cells.removeLast(side.cells.count - first)
        continue
      }
      kept[index + 1] += 1
      side.endRow(page: row.page)
      if row.reading > 0 { addReadings(of: row, columns, grid, to: &side) }
    }
    side.parts = grid.parts.map {
      TablePart(
        header: kept[$0.header.lowerBound]..<kept[$0.header.upperBound],
        body: kept[$0.body.lowerBound]..<kept[$0.body.upperBound])
    }
    side.columnCount = columns.count
    side.isPartial = grid.isPartial
    side.hasKinds = grid.hasKinds
    return side
  }

  /// Gives the last row of a side the other readings of the row that it was cut from.
  private func addReadings(of row: Row, _ columns: Range<Int>, _ grid: RawGrid, to side: inout RawGrid) {
    let own = row.cells.filter { columns.contains(Int(grid.cells[$0].column)) }
    // A row without amounts that may stand on either side stands on this one.
    let others = grid.others(of: row).map { reading in
      own.map { reading[$0 - row.cells.lowerBound] - columns.lowerBound }
    }
    .filter { $0.allSatisfy((0..<columns.count).contains) }
    if others.isEmpty { return }
    side.readings.append(others)
    side.rows[side.rows.count - 1].reading = side.readings.count
  }
}
