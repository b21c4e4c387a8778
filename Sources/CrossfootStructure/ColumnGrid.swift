// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Makes rows and columns of a table whose cells are placed by their position: numbers stand under each other, names
/// between.
struct ColumnGrid {
  let pieces: [Piece]
  let header: ArraySlice<PieceLine>
  private(set) var rows: [PlacedRow]
  private let finders: ColumnFinders
  private var widest: ColumnFinder { finders.widest }
  /// Text columns before each column of numbers, and after the last.
  private var texts: [[Range<Int>]] = []

  /// Nil if the numbers do not stand in columns.
  /// - Parameter opens: whether a piece opens a name, by a number or a word before it.
  init?(_ pieces: [Piece], header: ArraySlice<PieceLine>, body: ArraySlice<PieceLine>, opens: @escaping (Piece) -> Bool)
  {
    self.pieces = pieces
    self.header = header
    guard let finders = ColumnFinders(body, pieces) else { return nil }
    self.finders = finders
    rows = []
    texts = findTexts(body)
    let grid = self
    rows = LabelJoiner(pieces: pieces, lines: Array(body), column: { grid.textColumn($0, page: $1) }, opens: opens)
      .rows()
  }

  /// The grid: header lines as rows, then the table's rows.
  /// - Parameter role: what a piece of the header says by itself.
  func grid(role: @escaping (Piece) -> ColumnRole?) -> RawGrid {
    var grid = RawGrid()
    grid.columnCount = numberColumn(widest.numbers.count)
    let names = ColumnHeader(pieces: pieces, finder: widest, texts: texts, lines: header, isLoose: rows.count < 2) {
      role($0).map { $0 == .label || $0 == .code } ?? false
    }
    for line in header { names.add(line, to: &grid) }
    joinNames(&grid, role)
    let body = grid.rows.count
    for row in rows { place(row, &grid) }
    grid.parts = [TablePart(header: 0..<body, body: body..<grid.rows.count)]
    return grid
  }

  /// Joins the lines of a wrapped name in the header: a piece right below a wider one that stands over the same column
  /// alone, and that names nothing by itself.
  private func joinNames(_ grid: inout RawGrid, _ role: (Piece) -> ColumnRole?) {
    /// For each column its last name among the cells, and how wide that is.
    var names: [Int: (cell: Int, width: Int)] = [:]
    for (row, line) in header.enumerated() {
      if line.blanksAbove > 0 { names = [:] }
      for (cell, index) in zip(grid.rows[row].cells, line.pieces) {
        let column = Int(grid.cells[cell].column)
        guard column >= 0, grid.cells[cell].span == 1 else { continue }
        let width = pieces[index].cells.count
        if let upper = names[column], upper.width >= max(ColumnGrid.narrowestName, width), !pieces[index].isNumber,
          role(pieces[index]) == nil
        {
          var whole = grid.cells[upper.cell]
          grid.add(CollectionOfOne(pieces[index].range), to: &whole)
          grid.cells[upper.cell] = whole
          grid.cells[cell] = Cell(range: 0..<0, kind: .empty)
        } else {
          names[column] = (cell, width)
        }
      }
    }
  }

  /// Half-width cells of the narrowest line of a name that goes on below.
  private static let narrowestName = 8

  /// Global index of a column of numbers; of the first column after all for the count of them.
  private func numberColumn(_ index: Int) -> Int { ColumnGrid.numberColumn(index, texts) }

  static func numberColumn(_ index: Int, _ texts: [[Range<Int>]]) -> Int {
    texts.prefix(index + 1).reduce(index) { $0 + $1.count }
  }

  /// Index among all columns of numbers for one of a page's own, or nil where that is not certain.
  private func column(_ piece: Piece, page: Int) -> Int? {
    guard let finder = finders.pages[page], !finder.numbers.isEmpty else { return nil }
    let index = finder.column(of: piece)
    if finder.numbers.count == widest.numbers.count { return index }
    let mapped = finder.numbers.map { range in widest.column(of: Piece(range: 0..<0, columns: range, cells: range)) }
    guard zip(mapped, mapped.dropFirst()).allSatisfy({ $0 < $1 }), index < mapped.count else { return nil }
    let own = finder.numbers[index]
    return own.overlaps(widest.numbers[mapped[index]]) ? mapped[index] : nil
  }

  /// Column of numbers that a text piece stands before.
  private func slot(_ piece: Piece, page: Int) -> Int {
    let finder = finders.pages[page] ?? widest
    let place = finder.place(piece)
    let center = place.lowerBound + place.upperBound
    return finder.numbers.prefix { $0.lowerBound + $0.upperBound < center }.count
  }

  /// Text columns in each slot: as many as most rows have there, each where its pieces stand on average.
  private func findTexts(_ body: ArraySlice<PieceLine>) -> [[Range<Int>]] {
    var places = [[[Range<Int>]]](repeating: [], count: widest.numbers.count + 1)
    for line in body where line.numbers > 0 {
      var found = [[Range<Int>]](repeating: [], count: places.count)
      let page = line.page
      for piece in pieces[line.pieces] where !piece.isNumber {
        let slot = min(slot(piece, page: page), found.count - 1)
        found[slot].append((finders.pages[page] ?? widest).place(piece))
      }
      for slot in found.indices where !found[slot].isEmpty { places[slot].append(found[slot]) }
    }
    return places.enumerated().map { slot, found in
      guard slot == 0 || found.count * 10 >= body.count else { return [] }
      return columns(found)
    }
  }

  private func columns(_ rows: [[Range<Int>]]) -> [Range<Int>] {
    var frequency: [Int: Int] = [:]
    for row in rows { frequency[row.count, default: 0] += 1 }
    let count = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    let full = rows.filter { $0.count == count }
    return (0..<count).map { column in
      guard !full.isEmpty else { return 0..<1 }
      let starts = full.reduce(0) { $0 + $1[column].lowerBound }
      let ends = full.reduce(0) { $0 + $1[column].upperBound }
      return starts / full.count..<max(starts / full.count + 1, ends / full.count)
    }
  }

  /// Cells of a row with their columns, in the order in which they were found.
  private struct PlacedCells {
    var cells: [(column: Int, cell: Cell)] = []

    init(_ most: Int) { cells.reserveCapacity(most) }

    func index(of column: Int) -> Int? { cells.firstIndex { $0.column == column } }

    mutating func add(_ cell: Cell, at column: Int) { cells.append((column, cell)) }
  }

  /// Adds a row, its cells in their columns.
  private func place(_ row: PlacedRow, _ grid: inout RawGrid) {
    var cells = PlacedCells(row.above.count + row.line.pieces.count + row.below.count)
    var isCertain = true
    for piece in row.above { add(piece, row.line.page, to: &cells, &grid) }
    for piece in pieces[row.line.pieces] {
      guard piece.isNumber else {
        add(piece, row.line.page, to: &cells, &grid)
        continue
      }
      let index = column(piece, page: row.line.page)
      if let index, cells.index(of: numberColumn(index)) == nil {
        cells.add(Cell(range: piece.range), at: numberColumn(index))
      } else {
        isCertain = false
        cells.add(Cell(range: piece.range), at: grid.columnCount + cells.cells.count)
      }
    }
    for piece in row.below { add(piece, row.line.page, to: &cells, &grid) }
    if !isCertain { grid.isPartial = true }
    for (column, cell) in cells.cells.sorted(by: { $0.column < $1.column }) {
      var cell = cell
      cell.column = isCertain && column < grid.columnCount ? Int32(truncatingIfNeeded: column) : -1
      grid.cells.append(cell)
    }
    grid.endRow(page: row.line.page)
  }

  /// Adds a text piece to its column; a second piece there is the rest of the first.
  private func add(_ piece: Piece, _ page: Int, to cells: inout PlacedCells, _ grid: inout RawGrid) {
    let column = textColumn(piece, page: page)
    if let index = cells.index(of: column) {
      grid.add(CollectionOfOne(piece.range), to: &cells.cells[index].cell)
    } else {
      cells.add(Cell(range: piece.range, indent: piece.columns.lowerBound), at: column)
    }
  }

  /// The text column nearest to a piece; where its slot has none, the column before the slot.
  private func textColumn(_ piece: Piece, page: Int) -> Int {
    let slot = min(slot(piece, page: page), texts.count - 1)
    let place = (finders.pages[page] ?? widest).place(piece)
    let base = slot == 0 ? 0 : numberColumn(slot - 1) + 1
    let own = texts[slot]
    let center = place.lowerBound + place.upperBound
    let nearest = own.indices.min {
      abs(own[$0].lowerBound + own[$0].upperBound - center) < abs(own[$1].lowerBound + own[$1].upperBound - center)
    }
    return nearest.map { base + $0 } ?? max(0, base - 1)
  }
}
