// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Makes rows and columns of a flattened table: a row is a name followed by its numbers, and columns are known by how many
/// numbers rows have. A header that cannot be read loses no row.
struct StreamGrid {
  let bytes: [UInt8]
  let words: Words
  let header: [PieceLine]
  let rows: [RawRow]
  let hasCodes: Bool

  /// Readings of a row at most.
  private static let mostReadings = 8

  /// Labels and values of each side, and the share of rows that have exactly these.
  private struct Shape {
    var labels = 1
    var values = 0
  }

  /// The grid: header lines as rows, then the table's rows.
  func grid() -> RawGrid {
    let shapes = sides()
    let codes = hasCodes ? 1 : 0
    var grid = RawGrid()
    for line in header { grid.rows.append(row(line.pieces, page: line.page)) }
    let columns = codes + shapes.reduce(0) { $0 + $1.labels + $1.values }
    let readable = readHeader(&grid, shapes: shapes, columns: columns)
    grid.columnCount = readable?.columns ?? columns
    let body = grid.rows.count
    let votes = SideVotes(rows: rows, count: shapes.count, bytes: bytes, words: words)
    for index in rows.indices {
      grid.rows.append(place(rows[index], shapes, sides: votes.sides(of: index), readable, &grid))
    }
    if shapes.count > 1 { grid.sides = sideRanges(shapes, from: codes) }
    let top = readable.map { $0.row..<$0.row + 1 } ?? 0..<0
    grid.parts = [TablePart(header: top, body: body..<grid.rows.count)]
    return grid
  }

  /// What most rows look like on each side.
  private func sides() -> [Shape] {
    let filled = rows.filter { $0.values > 0 && !$0.isDoubtful }
    let double = filled.count { $0.segments.count > 1 }
    let count = double * 10 >= filled.count * 3 ? mode(filled.map(\.segments.count).filter { $0 > 1 }) : 1
    return (0..<max(1, count)).map { side in
      let segments = filled.compactMap { $0.segments.count == count ? $0.segments[side] : nil }
      return Shape(labels: max(1, mode(segments.map(\.labels.count))), values: max(1, mode(segments.map(\.values.count))))
    }
  }

  /// The most frequent value; the larger of two equally frequent ones.
  private func mode(_ counts: [Int]) -> Int {
    var frequency: [Int: Int] = [:]
    for count in counts { frequency[count, default: 0] += 1 }
    return frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  private func sideRanges(_ shapes: [Shape], from start: Int) -> [Range<Int>] {
    var from = start
    return shapes.map { shape in
      defer { from += shape.labels + shape.values }
      return from..<from + shape.labels + shape.values
    }
  }

  /// The header's last line, if it names every column: its row, the columns it has, and the one of codes.
  private func readHeader(_ grid: inout RawGrid, shapes: [Shape], columns: Int) -> (row: Int, columns: Int, code: Int?)? {
    guard let last = header.last, (1...3).contains(header.count) else { return nil }
    let names = last.pieces
    guard header.dropLast().allSatisfy({ $0.pieces.count < names.count }) else { return nil }
    let row = grid.rows.count - 1
    if names.count == columns { return (row, columns, hasCodes ? 0 : nil) }
    guard shapes.count == 1, names.count > columns, let shape = shapes.first, names.count <= columns + 2 else { return nil }
    let code = names.firstIndex { words.roles[Grid.label(bytes, $0.range)] == .code }
    guard !hasCodes || code != nil, names.count - shape.values >= 1 else { return nil }
    return (row, names.count, code)
  }

  private func row(_ pieces: [Piece], page: Int) -> Row {
    Row(cells: pieces.map { Cell(range: $0.range) }, alignments: [Array(pieces.indices)], page: page)
  }

  /// A row in its columns, in all readings there are.
  private func place(
    _ raw: RawRow, _ shapes: [Shape], sides: [[Int]], _ header: (row: Int, columns: Int, code: Int?)?, _ grid: inout RawGrid
  ) -> Row {
    var cells = raw.codes.map { Cell(range: $0.range) }
    for (number, segment) in raw.segments.enumerated() {
      cells += self.cells(segment, shapes, indent: raw.indent(of: number))
    }
    var readings: [[Int]] = []
    for reading in sides {
      readings += columns(raw, shapes, reading, header)
      if readings.count > StreamGrid.mostReadings { break }
    }
    let isCrowded = shapes.count > 1 && raw.segments.contains { $0.labels.count > (shapes.map(\.labels).max() ?? 1) }
    let isCertain = !isCrowded && readings.count <= StreamGrid.mostReadings && !readings.isEmpty && !raw.isDoubtful
    if !isCertain, raw.values > 0 {
      grid.isPartial = true
      readings = [[Int](repeating: -1, count: cells.count)]
    }
    return Row(cells: cells, alignments: readings.isEmpty ? [Array(cells.indices)] : readings, page: raw.page)
  }

  /// Cells of a segment: a wrapped name is one cell.
  private func cells(_ segment: Segment, _ shapes: [Shape], indent: Int) -> [Cell] {
    var cells: [Cell] = []
    let most = shapes.map(\.labels).max() ?? 1
    for piece in segment.labels.prefix(most) { cells.append(Cell(range: piece.range)) }
    if !cells.isEmpty {
      cells[0].indent = max(0, indent)
      cells[cells.count - 1].rest = (segment.labels.dropFirst(most) + segment.wrapped).map(\.range)
    }
    return cells + segment.values.map { Cell(range: $0.range) }
  }

  /// Columns of a row's cells when its segments stand on the given sides, in every order-keeping way.
  private func columns(
    _ raw: RawRow, _ shapes: [Shape], _ sides: [Int], _ header: (row: Int, columns: Int, code: Int?)?
  ) -> [[Int]] {
    let codes = hasCodes ? 1 : 0
    var readings = [Array(repeating: header?.code ?? 0, count: raw.codes.count)]
    let ranges = sideRanges(shapes, from: codes)
    for (segment, side) in zip(raw.segments, sides) {
      guard side < shapes.count else { return [] }
      var start = ranges[side].lowerBound
      var firstValue = start + shapes[side].labels
      if let header {
        firstValue = header.columns == ranges.last?.upperBound ? firstValue : header.columns - shapes[side].values
        if let code = header.code, header.columns > (ranges.last?.upperBound ?? 0) { start = raw.codes.isEmpty ? 0 : code + 1 }
      }
      let most = shapes.map(\.labels).max() ?? 1
      let labels = (0..<min(segment.labels.count, most)).map { min(start + $0, firstValue - 1) }
      let ways = choices(segment.values.count, of: shapes[side].values)
      guard !ways.isEmpty || segment.values.isEmpty else { return [] }
      let values = ways.isEmpty ? [[]] : ways
      readings = readings.flatMap { reading in values.map { reading + labels + $0.map { firstValue + $0 } } }
      if readings.count > StreamGrid.mostReadings { return readings }
    }
    return readings
  }

  /// All ways to put `count` numbers into `places` columns in order; the leftmost first.
  private func choices(_ count: Int, of places: Int) -> [[Int]] {
    guard count > 0, count <= places else { return [] }
    if count == places { return [Array(0..<places)] }
    var ways: [[Int]] = [[]]
    for step in 0..<count {
      ways = ways.flatMap { way in
        ((way.last ?? -1) + 1...places - count + step).map { way + [$0] }
      }
      if ways.count > 64 { return ways }
    }
    return ways
  }
}

/// A grid before its cells are checked.
struct RawGrid: Sendable {
  var rows: [Row] = []
  var parts: [TablePart] = []
  var columnCount = 0
  /// Columns of each of the tables printed side by side; empty for one table.
  var sides: [Range<Int>] = []
  /// Whether some number's column is not known.
  var isPartial = false
}
