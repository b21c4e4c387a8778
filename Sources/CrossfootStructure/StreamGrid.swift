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
    grid.cells.reserveCapacity(rows.pieces.count)
    for line in header {
      add(line.pieces, to: &grid.cells)
      grid.endRow(page: line.page)
    }
    let readable = readHeader(grid.rows.count - 1, shapes)
    if let row = readable?.row {
      // Where the column of names has no name the others stand right of it.
      let unnamed = max(0, shapes.end - grid.count(row))
      grid.place(row, in: (0..<grid.count(row)).map { $0 + unnamed })
    }
    grid.columnCount = readable?.columns ?? shapes.end
    // Names stand right of numbers only where those are codes of a column that the header places.
    grid.isOneSided = shapes.sides.count == 1 && (readable?.code == nil || grid.columnCount == shapes.end)
    let body = grid.rows.count
    addRows(to: &grid, shapes, readable)
    if shapes.sides.count > 1 {
      grid.sides = shapes.sides.map(\.columns)
      grid.hasCodedSides = shapes.sides.allSatisfy { $0.codes > 0 }
    }
    let top = readable.map { nameSides(&grid, above: $0.row)..<$0.row + 1 } ?? 0..<0
    grid.parts = [TablePart(header: top, body: body..<grid.rows.count)]
    return grid
  }

  /// Adds the table's rows.
  private func addRows(to grid: inout RawGrid, _ shapes: Shapes, _ header: ReadHeader?) {
    let votes = SideVotes(rows: rows, count: shapes.sides.count, bytes: bytes, words: words)
    var usual = UsualRow()
    for index in rows.rows.indices {
      let raw = rows.rows[index]
      addCells(of: raw, most: shapes.labels, &grid)
      grid.endRow(page: raw.page)
      if !place(raw, like: &usual, shapes, header, &grid) {
        place(raw, shapes, sides: votes.sides(of: index), header, &grid)
      }
    }
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
    /// How often each number below eight occurs, as most do, and each larger one.
    private var small = InlineArray<8, Int>(repeating: 0)
    private var large: [Int] = []
    private(set) var total = 0

    mutating func add(_ number: Int) {
      total += 1
      if number < 8 {
        small[number] += 1
        return
      }
      while large.count <= number - 8 { large.append(0) }
      large[number - 8] += 1
    }

    private func count(of number: Int) -> Int { number < 8 ? small[number] : large[number - 8] }

    /// The most frequent number; the larger of two equally frequent ones.
    var mode: Int {
      if total == 0 { return 0 }
      var mode = 0
      for number in 0..<8 + large.count where count(of: number) >= count(of: mode) { mode = number }
      return mode
    }

    /// The largest number that a quarter of them are: blanks are not printed, so that rows may be shorter than the
    /// table is wide.
    var widest: Int {
      var number = 7 + large.count
      while number >= 0 {
        let count = count(of: number)
        if count * 4 >= total, count > 1 { return number }
        number -= 1
      }
      return mode
    }
  }

  /// The header's last line, if it names every column: its row, the columns it has, and the one of codes.
  /// - Parameter row: the row of that line.
  private func readHeader(_ row: Int, _ shapes: Shapes) -> ReadHeader? {
    let columns = shapes.end
    guard let last = header.last, (1...3).contains(header.count) else { return nil }
    let names = last.pieces
    guard header.dropLast().allSatisfy({ $0.pieces.count < names.count }) else { return nil }
    if names.count == columns { return (row, columns, hasCodes ? 0 : nil) }
    if shapes.sides.count == 1, let shape = shapes.sides.first, names.count == shape.values, names.count >= 2,
      header.count == 1
    {
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
    while first > 0, grid.sides.count > 1, grid.count(first - 1) == grid.sides.count {
      first -= 1
      for (cell, side) in zip(grid.rows[first].cells, grid.sides) {
        grid.cells[cell].column = Int32(truncatingIfNeeded: side.lowerBound)
        grid.cells[cell].span = Int32(truncatingIfNeeded: side.count)
      }
    }
    return first
  }

  /// Places the cells of the last row in all readings there are.
  private func place(_ raw: RawRow, _ shapes: Shapes, sides: [[Int]], _ header: ReadHeader?, _ grid: inout RawGrid) {
    var readings: [[Int]] = []
    for reading in sides {
      readings += columns(raw, shapes, reading, header)
      if readings.count > StreamGrid.mostReadings { break }
    }
    let isCrowded = shapes.sides.count > 1 && isCrowded(raw, shapes)
    let isCertain = !isCrowded && readings.count <= StreamGrid.mostReadings && !readings.isEmpty && !raw.isDoubtful
    if !isCertain, rows.values(raw) > 0 {
      grid.isPartial = true
    } else if let first = readings.first {
      // Names of several sides without a figure are on all of them.
      grid.place(grid.rows.count - 1, in: first, or: isCrowded ? [] : Array(readings.dropFirst()))
    }
  }

  /// Where the cells of a row stood: those of rows made like it stand there, too.
  private struct UsualRow {
    var row = RawRow()
    var columns: [Int] = []
  }

  /// Places the cells of the last row if nothing is to be chosen on any of its sides.
  private func place(
    _ raw: RawRow, like usual: inout UsualRow, _ shapes: Shapes, _ header: ReadHeader?, _ grid: inout RawGrid
  ) -> Bool {
    let sides = shapes.sides.count
    guard !raw.isDoubtful, raw.segments.count == sides, sides == 1 || !isCrowded(raw, shapes) else { return false }
    if usual.columns.isEmpty || !isMade(raw, like: usual.row, shapes) {
      guard let columns = only(raw, shapes, 0..<sides, header) else { return false }
      usual = UsualRow(row: raw, columns: columns)
    }
    grid.place(grid.rows.count - 1, in: usual.columns)
    return true
  }

  /// Whether a row has as many codes, names and numbers as another, on each side.
  private func isMade(_ raw: RawRow, like other: RawRow, _ shapes: Shapes) -> Bool {
    guard raw.codes.count == other.codes.count, raw.segments.count == other.segments.count else { return false }
    let offset = other.segments.lowerBound - raw.segments.lowerBound
    for number in raw.segments {
      let (own, usual) = (rows.segments[number], rows.segments[number + offset])
      guard own.codes.count == usual.codes.count, own.values.count == usual.values.count,
        min(own.labels.count, shapes.labels) == min(usual.labels.count, shapes.labels)
      else { return false }
    }
    return true
  }

  /// Whether a side holds more names than any usual one: then it is not known which name the figures belong to.
  private func isCrowded(_ raw: RawRow, _ shapes: Shapes) -> Bool {
    raw.segments.contains { rows.segments[$0].labels.count > shapes.labels }
  }

  /// Adds the cells of a row: a wrapped name is one cell.
  private func addCells(of raw: RawRow, most: Int, _ grid: inout RawGrid) {
    add(raw.codes, to: &grid.cells)
    for number in raw.segments {
      let segment = rows.segments[number]
      add(segment.codes, to: &grid.cells)
      let first = grid.cells.count
      add(segment.labels.prefix(most), to: &grid.cells)
      if grid.cells.count > first {
        grid.cells[first].indent = Int32(truncatingIfNeeded: max(0, rows.indent(of: number, in: raw)))
        if segment.labels.count > most || !segment.wrapped.isEmpty {
          let further = [segment.labels.dropFirst(most), segment.wrapped].joined()
          var last = grid.cells[grid.cells.count - 1]
          grid.add(further.lazy.map { rows.pieces[$0].range }, to: &last)
          grid.cells[grid.cells.count - 1] = last
        }
      }
      add(segment.values, to: &grid.cells)
    }
  }

  /// Adds a cell for each piece, which stands in no column yet.
  private func add(_ pieces: Range<Int>, to cells: inout [Cell]) {
    let span = rows.pieces.span
    for piece in pieces { cells.append(Cell(range: span[piece].range)) }
  }

  /// Where the names and the numbers of a segment begin that stands on a side.
  private func starts(_ raw: RawRow, _ shapes: Shapes, _ side: Int, _ header: ReadHeader?) -> (names: Int, values: Int)
  {
    let shape = shapes.sides[side]
    let start = shape.columns.lowerBound + shape.codes
    guard let header, header.columns != shapes.end else { return (start, start + shape.labels) }
    let value = header.columns - shape.values
    guard let code = header.code, header.columns > shapes.end else { return (start, value) }
    return (raw.codes.isEmpty ? 0 : code + 1, value)
  }

  /// Where the codes that open a row stand: before the names of its first side.
  private func codeColumn(_ shapes: Shapes, _ side: Int?, _ header: ReadHeader?) -> Int {
    guard let side, side > 0, side < shapes.sides.count, shapes.sides[side].codes > 0 else { return header?.code ?? 0 }
    return shapes.sides[side].columns.lowerBound
  }

  /// The columns of a row of which each segment has all numbers of its side, or none: nothing is to be chosen. Nil for
  /// any other.
  private func only(_ raw: RawRow, _ shapes: Shapes, _ sides: some RandomAccessCollection<Int>, _ header: ReadHeader?)
    -> [Int]?
  {
    var columns: [Int] = []
    columns.reserveCapacity(shapes.end + raw.codes.count)
    let code = codeColumn(shapes, sides.first, header)
    for _ in raw.codes { columns.append(code) }
    for (number, side) in zip(raw.segments, sides) {
      let segment = rows.segments[number]
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
    var readings = [[Int](of: codeColumn(shapes, sides.first, header), times: raw.codes.count)]
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
