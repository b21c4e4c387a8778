// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Makes rows and columns of a flattened table: a row is a name followed by its numbers, and columns are known by how
/// many numbers rows have. A header that cannot be read loses no row.
struct StreamGrid {
  let bytes: [UInt8]
  let words: Words
  /// The lines of the header; their pieces are among those of the rows.
  let header: ArraySlice<PieceLine>
  let rows: RawRows
  let hasCodes: Bool

  /// Readings of a row at most.
  private static let mostReadings = 8

  /// Codes, labels and values of a side, as most rows have them, and the columns it takes.
  private struct Shape {
    var codes = 0
    var labels = 1
    var values = 0
    var columns = 0..<0
  }

  /// All sides, and the most labels that one of them has.
  private struct Shapes {
    var sides: [Shape] = []
    var labels = 1
    var end = 0
  }

  /// The header's row that names every column, the columns it has, and the one of codes.
  private typealias ReadHeader = (row: Int, columns: Int, code: Int?)

  /// The grid: header lines as rows, then the table's rows.
  func grid() -> RawGrid {
    let shapes = shapes()
    var grid = RawGrid()
    grid.rows.reserveCapacity(header.count + rows.rows.count)
    for line in header { grid.rows.append(row(line.pieces, page: line.page)) }
    let readable = readHeader(grid, shapes)
    if let row = readable?.row {
      // Where the column of names has no name the others stand right of it.
      let unnamed = shapes.end - grid.rows[row].cells.count
      grid.rows[row].alignments = [grid.rows[row].cells.indices.map { $0 + max(0, unnamed) }]
    }
    grid.columnCount = readable?.columns ?? shapes.end
    // Names stand right of numbers only where those are codes of a column that the header places.
    grid.isOneSided = shapes.sides.count == 1 && (readable?.code == nil || grid.columnCount == shapes.end)
    let body = grid.rows.count
    let votes = SideVotes(rows: rows, count: shapes.sides.count, bytes: bytes, words: words)
    var usual = UsualRow()
    for index in rows.rows.indices {
      if let row = plain(rows.rows[index], shapes, readable, &usual, &grid) {
        grid.rows.append(row)
        continue
      }
      grid.rows.append(place(rows.rows[index], shapes, sides: votes.sides(of: index), readable, &grid))
    }
    if shapes.sides.count > 1 {
      grid.sides = shapes.sides.map(\.columns)
      grid.hasCodedSides = shapes.sides.allSatisfy { $0.codes > 0 }
    }
    let top = readable.map { nameSides(&grid, above: $0.row)..<$0.row + 1 } ?? 0..<0
    grid.parts = [TablePart(header: top, body: body..<grid.rows.count)]
    return grid
  }

  /// What most rows look like on each side.
  private func shapes() -> Shapes {
    let filled = rows.rows.filter { !$0.isDoubtful && rows.values($0) > 0 }
    var segments = Tally()
    for row in filled where row.segments.count > 1 { segments.add(row.segments.count) }
    let count = segments.total * 10 >= filled.count * 3 ? segments.mode : 1
    var shapes = Shapes()
    for side in 0..<max(1, count) {
      var (labels, values) = (Tally(), Tally())
      var coded = 0
      for row in filled where row.segments.count == count {
        let segment = rows.segments[row.segments.lowerBound + side]
        labels.add(segment.labels.count)
        values.add(segment.values.count)
        if !segment.codes.isEmpty { coded += 1 }
      }
      let codes = side == 0 ? (hasCodes ? 1 : 0) : coded * 2 > labels.total ? 1 : 0
      let (names, numbers) = (max(1, labels.mode), max(1, values.widest))
      let columns = shapes.end..<shapes.end + codes + names + numbers
      shapes.sides.append(Shape(codes: codes, labels: names, values: numbers, columns: columns))
      shapes.labels = max(shapes.labels, names)
      shapes.end = columns.upperBound
    }
    return shapes
  }

  /// How often small numbers occur.
  private struct Tally {
    private var counts = [Int](of: 0, times: 8)
    private(set) var total = 0

    mutating func add(_ number: Int) {
      while counts.count <= number { counts.append(0) }
      counts[number] += 1
      total += 1
    }

    /// The most frequent number; the larger of two equally frequent ones.
    var mode: Int { total == 0 ? 0 : counts.indices.max { (counts[$0], $0) < (counts[$1], $1) } ?? 0 }

    /// The largest number that a quarter of them are: blanks are not printed, so that rows may be shorter than the table is wide.
    var widest: Int { counts.indices.last { counts[$0] * 4 >= total && counts[$0] > 1 } ?? mode }
  }

  /// The header's last line, if it names every column: its row, the columns it has, and the one of codes.
  private func readHeader(_ grid: RawGrid, _ shapes: Shapes) -> ReadHeader? {
    let columns = shapes.end
    guard let last = header.last, (1...3).contains(header.count) else { return nil }
    let names = last.pieces
    guard header.dropLast().allSatisfy({ $0.pieces.count < names.count }) else { return nil }
    let row = grid.rows.count - 1
    if names.count == columns { return (row, columns, hasCodes ? 0 : nil) }
    if shapes.sides.count == 1, let shape = shapes.sides.first, names.count == shape.values, names.count >= 2, header.count == 1 {
      return (row, columns, hasCodes ? 0 : nil)
    }
    guard shapes.sides.count == 1, names.count > columns, let shape = shapes.sides.first, names.count <= columns + 2
    else { return nil }
    let code = names.firstIndex { name in Grid.label(bytes, rows.pieces[name].range) { words.roles[$0, $1] == .code } }
    guard !hasCodes || code != nil, names.count - shape.values >= 1 else { return nil }
    return (row, names.count, code.map { $0 - names.lowerBound })
  }

  /// Lets a header line with one name per side (收入 | 支出) name the sides; returns the first row of the header.
  private func nameSides(_ grid: inout RawGrid, above row: Int) -> Int {
    var first = row
    while first > 0, grid.sides.count > 1, grid.rows[first - 1].cells.count == grid.sides.count {
      first -= 1
      grid.rows[first].alignments = [grid.sides.map(\.lowerBound)]
      for (cell, side) in grid.sides.enumerated() { grid.rows[first].cells[cell].span = side.count }
    }
    return first
  }

  private func row(_ pieces: Range<Int>, page: Int) -> Row {
    var cells: [Cell] = []
    cells.reserveCapacity(pieces.count)
    for piece in pieces { cells.append(Cell(range: rows.pieces[piece].range)) }
    return Row(cells: cells, alignments: [[Int](of: -1, times: cells.count)], page: page)
  }

  /// A row in its columns, in all readings there are.
  private func place(
    _ raw: RawRow, _ shapes: Shapes, sides: [[Int]], _ header: ReadHeader?, _ grid: inout RawGrid
  ) -> Row {
    let cells = cells(of: raw, most: shapes.labels, &grid)
    var readings: [[Int]] = []
    for reading in sides {
      readings += columns(raw, shapes, reading, header)
      if readings.count > StreamGrid.mostReadings { break }
    }
    let isCrowded = shapes.sides.count > 1 && raw.segments.contains { rows.segments[$0].labels.count > shapes.labels }
    let isCertain = !isCrowded && readings.count <= StreamGrid.mostReadings && !readings.isEmpty && !raw.isDoubtful
    if !isCertain, rows.values(raw) > 0 {
      grid.isPartial = true
      readings = [[Int](repeating: -1, count: cells.count)]
    }
    return Row(
      cells: cells, alignments: readings.isEmpty ? [[Int](repeating: -1, count: cells.count)] : readings, page: raw.page
    )
  }

  /// Where the cells stand of the usual row of a table, by how many codes, codes of a side and names it has.
  private struct UsualRow {
    var counts = (codes: -1, own: -1, labels: -1)
    var alignments: [[Int]] = []
  }

  /// A row of a table without sides that has a number for each column, and nothing to choose; nil for any other.
  private func plain(_ raw: RawRow, _ shapes: Shapes, _ header: ReadHeader?, _ usual: inout UsualRow, _ grid: inout RawGrid) -> Row? {
    guard !raw.isDoubtful, shapes.sides.count == 1, raw.segments.count == 1,
      let segment = raw.segments.first.map({ rows.segments[$0] }), segment.values.count == shapes.sides[0].values
    else { return nil }
    let counts = (raw.codes.count, segment.codes.count, min(segment.labels.count, shapes.labels))
    if usual.counts != counts {
      guard let columns = only(raw, shapes, [0], header) else { return nil }
      usual = UsualRow(counts: counts, alignments: [columns])
    }
    return Row(cells: cells(of: raw, most: shapes.labels, &grid), alignments: usual.alignments, page: raw.page)
  }

  /// The cells of a row: a wrapped name is one cell.
  private func cells(of raw: RawRow, most: Int, _ grid: inout RawGrid) -> [Cell] {
    var count = raw.codes.count
    for number in raw.segments { count += rows.segments[number].count(most) }
    var cells: [Cell] = []
    cells.reserveCapacity(count)
    add(raw.codes, to: &cells)
    for number in raw.segments {
      let segment = rows.segments[number]
      add(segment.codes, to: &cells)
      let first = cells.count
      add(segment.labels.prefix(most), to: &cells)
      if cells.count > first {
        cells[first].indent = max(0, rows.indent(of: number, in: raw))
        if segment.labels.count > most || !segment.wrapped.isEmpty {
          let further = [segment.labels.dropFirst(most), segment.wrapped].joined()
          grid.add(further.lazy.map { rows.pieces[$0].range }, to: &cells[cells.count - 1])
        }
      }
      add(segment.values, to: &cells)
    }
    return cells
  }

  private func add(_ pieces: Range<Int>, to cells: inout [Cell]) {
    for piece in pieces { cells.append(Cell(range: rows.pieces[piece].range)) }
  }

  /// Where the names and the numbers of a segment begin that stands on a side.
  private func starts(_ raw: RawRow, _ shapes: Shapes, _ side: Int, _ header: ReadHeader?) -> (names: Int, values: Int) {
    let shape = shapes.sides[side]
    let start = shape.columns.lowerBound + shape.codes
    guard let header, header.columns != shapes.end else { return (start, start + shape.labels) }
    let value = header.columns - shape.values
    guard let code = header.code, header.columns > shapes.end else { return (start, value) }
    return (raw.codes.isEmpty ? 0 : code + 1, value)
  }

  /// The columns of a row of which each segment has all numbers of its side, or none: nothing is to be chosen. Nil for any other.
  private func only(_ raw: RawRow, _ shapes: Shapes, _ sides: [Int], _ header: ReadHeader?) -> [Int]? {
    var columns: [Int] = []
    columns.reserveCapacity(shapes.end + raw.codes.count)
    for _ in raw.codes { columns.append(header?.code ?? 0) }
    for number in 0..<min(raw.segments.count, sides.count) {
      let side = sides[number]
      let segment = rows.segments[raw.segments.lowerBound + number]
      let count = segment.values.count
      guard side < shapes.sides.count, count == 0 || count == shapes.sides[side].values else { return nil }
      let (start, firstValue) = starts(raw, shapes, side, header)
      for _ in segment.codes { columns.append(shapes.sides[side].columns.lowerBound) }
      for label in 0..<min(segment.labels.count, shapes.labels) {
        columns.append(min(start + label, firstValue - 1))
      }
      for value in 0..<count { columns.append(firstValue + value) }
    }
    return columns
  }

  /// Columns of a row's cells when its segments stand on the given sides, in every order-keeping way.
  private func columns(_ raw: RawRow, _ shapes: Shapes, _ sides: [Int], _ header: ReadHeader?) -> [[Int]] {
    if let columns = only(raw, shapes, sides, header) { return [columns] }
    var readings = [[Int](of: header?.code ?? 0, times: raw.codes.count)]
    for (number, side) in zip(raw.segments, sides) {
      let segment = rows.segments[number]
      guard side < shapes.sides.count else { return [] }
      let shape = shapes.sides[side]
      let (start, firstValue) = starts(raw, shapes, side, header)
      let ways = choices(segment.values.count, of: shape.values)
      guard !ways.isEmpty || segment.values.isEmpty else { return [] }
      var names = [Int](of: shape.columns.lowerBound, times: segment.codes.count)
      for label in 0..<min(segment.labels.count, shapes.labels) { names.append(min(start + label, firstValue - 1)) }
      for reading in readings.indices { readings[reading] += names }
      if !ways.isEmpty {
        readings = readings.flatMap { reading in ways.map { reading + $0.map { firstValue + $0 } } }
      }
      if readings.count > StreamGrid.mostReadings { return readings }
    }
    return readings
  }

  /// All ways to put `count` numbers into `places` columns in order; the leftmost first.
  private func choices(_ count: Int, of places: Int) -> [[Int]] {
    guard count > 0, count <= places else { return [] }
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
  /// Whether codes stand before the names of each side.
  var hasCodedSides = false
  /// Whether it is known to be one table.
  var isOneSided = false
  /// Whether some number's column is not known.
  var isPartial = false
  /// What stands in the cells, where that was read before.
  var kinds: CellKinds?
  /// The further pieces of names over several lines, by ``Cell/rest``.
  var rests: [[Range<Int>]] = []

  /// Adds further pieces to a cell's name.
  mutating func add(_ pieces: some Sequence<Range<Int>>, to cell: inout Cell) {
    if cell.rest == 0 {
      rests.append([])
      cell.rest = rests.count
    }
    rests[cell.rest - 1] += pieces
  }
}
