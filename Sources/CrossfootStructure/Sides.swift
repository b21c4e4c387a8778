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
    guard sides.count > 1, grid.rows.allSatisfy({ isClear($0, sides) }) else { return [grid] }
    let isEven = sides.allSatisfy { $0.count == sides[0].count }
    return isCoded && isEven ? [SideStack(bytes: bytes, sides: sides).stacked(grid) { cut($0, $1) }] : sides.map { cut(grid, $0) }
  }

  private func isClear(_ row: Row, _ sides: [Range<Int>]) -> Bool {
    if row.alignments.count == 1 { return true }
    guard let first = row.alignments.first else { return false }
    let own = first.map { side(of: $0, sides) }
    return row.alignments.dropFirst().allSatisfy { reading in reading.map { side(of: $0, sides) } == own }
  }

  private func side(of column: Int, _ sides: [Range<Int>]) -> Int {
    sides.firstIndex { $0.contains(column) } ?? -1
  }

  /// Sides of a grid whose cells' columns are known: groups of columns that each begin with a column of names; and whether codes
  /// stand before all of these.
  private func find(_ grid: RawGrid) -> (sides: [Range<Int>], isCoded: Bool) {
    let kinds = grid.kinds ?? CellKinds(of: grid.rows, bytes)
    // Captions above the header are a part without figures.
    let parts = grid.parts.filter { part in part.body.contains { kinds.hasNumber($0) } }
    guard parts.count == 1, let part = parts.first, part.body.count >= 2, grid.columnCount <= 40 else { return ([], false) }
    let counts = counts(grid, kinds, part)
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

  /// Whether nothing stands in a column.
  private func isEmpty(_ column: Int, _ grid: RawGrid) -> Bool {
    !grid.rows.contains { row in zip(row.cells, row.alignments.first ?? []).contains { !$0.isEmpty && $1 == column } }
  }

  /// What a column holds, counted over the body's rows.
  private struct Counts {
    var names = 0
    var numbers = 0

    var isNames: Bool { names > numbers }
    var isNumbers: Bool { numbers > names }
  }

  private func counts(_ grid: RawGrid, _ kinds: CellKinds, _ part: TablePart) -> [Counts] {
    var counts = [Counts](repeating: Counts(), count: grid.columnCount)
    for row in part.body where !grid.rows[row].alignments.isEmpty {
      let count = min(grid.rows[row].cells.count, grid.rows[row].alignments[0].count)
      for cell in 0..<count {
        let column = grid.rows[row].alignments[0][cell]
        guard column >= 0, column < counts.count else { continue }
        switch kinds[row, cell] {
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
      guard let columns = grid.rows[row].alignments.first else { continue }
      for (cell, own) in zip(grid.rows[row].cells, columns) where own == column && 2...9 ~= cell.range.count {
        if cell.range.allSatisfy({ bytes[$0] &- 0x30 < 10 }) { codes += 1 }
      }
    }
    return codes > 1 && codes * 10 >= numbers * 7
  }

  /// The names' columns must be headed by the same words, and each side must hold a total.
  private func sameHeaders(_ starts: [Int], _ grid: RawGrid, _ part: TablePart) -> Bool {
    for row in part.header {
      guard let columns = grid.rows[row].alignments.first else { continue }
      let heads = starts.map { start in
        columns.firstIndex(of: start).map { bytes.compact(grid.rows[row].cells[$0].range) } ?? []
      }
      if let first = heads.first, !first.isEmpty, heads.allSatisfy({ $0 == first }) { return true }
    }
    return false
  }

  /// One side of a grid.
  private func cut(_ grid: RawGrid, _ columns: Range<Int>) -> RawGrid {
    var side = RawGrid()
    side.rows.reserveCapacity(grid.rows.count)
    var kept = [Int](of: 0, times: grid.rows.count + 1)
    var own: [Int] = []
    for index in grid.rows.indices {
      kept[index + 1] = kept[index]
      own.removeAll(keepingCapacity: true)
      var isFilled = false
      for cell in grid.rows[index].cells.indices where columns.contains(grid.rows[index].alignments[0][cell]) {
        own.append(cell)
        if !grid.rows[index].cells[cell].isEmpty { isFilled = true }
      }
      guard isFilled else { continue }
      kept[index + 1] += 1
      side.rows.append(part(of: grid.rows[index], own, from: columns.lowerBound, after: side.rows.last))
    }
    side.parts = grid.parts.map {
      TablePart(
        header: kept[$0.header.lowerBound]..<kept[$0.header.upperBound],
        body: kept[$0.body.lowerBound]..<kept[$0.body.upperBound])
    }
    side.columnCount = columns.count
    side.isPartial = grid.isPartial
    return side
  }
  /// Some cells of a row, their columns counted from another. Rows that stand alike share their arrays of columns.
  private func part(of row: Row, _ cells: [Int], from first: Int, after last: Row?) -> Row {
    var part = Row(cells: [], alignments: [], page: row.page)
    part.cells.reserveCapacity(cells.count)
    for cell in cells { part.cells.append(row.cells[cell]) }
    if row.alignments.count == 1, let last, last.alignments.count == 1, last.cells.count == cells.count,
      cells.indices.allSatisfy({ last.alignments[0][$0] == row.alignments[0][cells[$0]] - first })
    {
      part.alignments = last.alignments
    } else {
      part.alignments = row.alignments.map { reading in cells.map { reading[$0] - first } }
    }
    return part
  }
}
