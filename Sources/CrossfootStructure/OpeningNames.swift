// SPDX-License-Identifier: Apache-2.0

/// Finds a header whose words no list knows: rows of names alone that open a grid of marked-off cells, and stand over
/// every column of figures below.
struct OpeningNames {
  let grid: RawGrid
  /// Whether cells say how many columns they cover; otherwise a merged cell is followed by empty ones.
  let isSpanned: Bool

  /// Most rows of a header.
  private static let mostRows = 6
  /// Rows with figures in a column that make it one of figures, where there are as many.
  private static let fewestFigures = 2

  /// The header's rows, or nil if names do not stand over all columns of figures.
  func header() -> Range<Int>? {
    let end = grid.rows.indices.prefix(Self.mostRows + 1).first { grid.holds($0, .number, or: .value) } ?? 0
    guard end > 0, grid.hasNumber(end) else { return nil }
    var start = end
    while start > 0, isNames(start - 1) { start -= 1 }
    guard start < end else { return nil }
    var open = figureColumns(from: end)
    guard open.filter(\.self).count >= 2 else { return nil }
    let columns = open
    var names = 0
    for row in start..<end { names += cover(row, columns, &open) }
    return open.contains(true) || names < 2 ? nil : start..<end
  }

  /// Whether a row is one of names, and no caption.
  private func isNames(_ row: Int) -> Bool {
    grid.filled(row) >= 2 && !grid.holds(row, .dash, or: .dash)
  }

  /// For each column whether it holds figures, and more of them than names, from a row on.
  private func figureColumns(from start: Int) -> [Bool] {
    let width = grid.cells.reduce(0) { max($0, Int($1.column) + 1) }
    var numbers = [Int](repeating: 0, count: width)
    var names = numbers
    for row in start..<grid.rows.count {
      for cell in grid.cells[grid.rows[row].cells] where cell.column >= 0 {
        switch cell.kind {
        case .number, .dash: numbers[Int(cell.column)] += 1
        case .text, .value: names[Int(cell.column)] += 1
        case .empty: break
        }
      }
    }
    let fewest = min(Self.fewestFigures, grid.rows.count - start)
    return zip(numbers, names).map { $0 >= fewest && $0 > $1 }
  }

  /// Strikes the columns of figures out that the names of a row stand over, and counts the names. A name covers the
  /// empty cells behind it.
  private func cover(_ row: Int, _ columns: [Bool], _ open: inout [Bool]) -> Int {
    let cells = grid.cells[grid.rows[row].cells].filter { $0.kind == .text && $0.column >= 0 }
    var names = 0
    for (index, cell) in cells.enumerated() where columns[Int(cell.column)] && cell.range.count <= Grid.longestName {
      let next = index + 1 < cells.count ? Int(cells[cells.startIndex + index + 1].column) : columns.count
      let end = isSpanned ? Int(cell.column + max(cell.span, 1)) : next
      for column in Int(cell.column)..<min(max(end, Int(cell.column) + 1), columns.count) { open[column] = false }
      names += 1
    }
    return names
  }
}
