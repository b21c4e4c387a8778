// SPDX-License-Identifier: Apache-2.0

/// Puts the sides of a table with pairs of codes (301 … 302 …) below one another: the second side goes on with the
/// first, and a total may be named on one side and printed on the next.
struct SideStack {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let sides: [Range<Int>]

  /// One table of all sides.
  /// - Parameter cut: takes one side out of a grid.
  func stacked(_ grid: RawGrid, cut: (RawGrid, Range<Int>) -> RawGrid) -> RawGrid {
    var grid = grid
    for part in grid.parts { for row in part.body { moveNames(row, &grid) } }
    let cuts = sides.map { cut(grid, $0) }
    guard var stack = cuts.first, let part = stack.parts.last else { return grid }
    for side in cuts.dropFirst() {
      if let body = side.parts.last?.body { stack.add(body, of: side) }
      stack.isPartial = stack.isPartial || side.isPartial
    }
    let header = part.header.upperBound - common(cuts)..<part.header.upperBound
    stack.parts[stack.parts.count - 1] = TablePart(header: header, body: part.body.lowerBound..<stack.rows.count)
    return stack
  }

  /// Rows at the end of the header that say the same of each side: what stands above them names one side only.
  private func common(_ cuts: [RawGrid]) -> Int {
    let headers = cuts.map { cut in cut.parts.last.map { $0.header.map { texts(cut, $0) } } ?? [] }
    guard let first = headers.first else { return 0 }
    return (1...max(1, first.count)).last { count in
      count <= first.count
        && headers.allSatisfy { $0.count >= count && Array($0.suffix(count)) == Array(first.suffix(count)) }
    } ?? 0
  }

  private func texts(_ grid: RawGrid, _ row: Int) -> [[UInt8]] {
    grid.cells[grid.rows[row].cells].filter { !$0.isEmpty }.map { bytes.compact($0.range) }
  }

  /// Moves a name without figures to the next side on which the row prints a figure without name.
  private func moveNames(_ row: Int, _ grid: inout RawGrid) {
    for (number, side) in sides.enumerated().dropLast() {
      let own = filled(row, side, grid)
      guard !own.isEmpty, !own.contains(where: { isNumber(grid.cells[$0]) }) else { continue }
      guard let target = sides[(number + 1)...].first(where: { !filled(row, $0, grid).isEmpty }),
        filled(row, target, grid).allSatisfy({ isNumber(grid.cells[$0]) })
      else { continue }
      let first = grid.rows[row].cells.lowerBound
      let empty = grid.rows[row].cells.filter { grid.cells[$0].isEmpty }
      var readings = [grid.rows[row].cells.map { Int(grid.cells[$0].column) }] + grid.others(of: grid.rows[row])
      for reading in readings.indices {
        // The empty cells that stood in the way stand nowhere.
        for cell in empty where target.contains(readings[reading][cell - first]) {
          readings[reading][cell - first] = -1
        }
        for cell in own { readings[reading][cell - first] += target.lowerBound - side.lowerBound }
      }
      grid.place(row, in: readings[0], or: Array(readings.dropFirst()))
    }
  }

  /// The cells of a side that hold something.
  private func filled(_ row: Int, _ side: Range<Int>, _ grid: RawGrid) -> [Int] {
    grid.rows[row].cells.filter { !grid.cells[$0].isEmpty && side.contains(Int(grid.cells[$0].column)) }
  }

  private func isNumber(_ cell: Cell) -> Bool {
    let kind = CellKind.of(bytes, cell.range)
    return kind == .number || kind == .dash
  }
}
