// SPDX-License-Identifier: Apache-2.0

/// Makes rows and columns of a table whose cells are placed by their position: numbers stand under each other, names
/// between.
struct ColumnGrid {
  let header: [PieceLine]
  private(set) var rows: [PlacedRow]
  /// Columns of numbers on each page, and the page that shows all of them.
  private let finders: [Int: ColumnFinder]
  private let widest: ColumnFinder
  /// Text columns before each column of numbers, and after the last.
  private var texts: [[Range<Int>]] = []

  /// Nil if the numbers do not stand in columns.
  init?(header: [PieceLine], body: [PieceLine]) {
    self.header = header
    let pages = Dictionary(grouping: body, by: \.page)
    let finders = pages.mapValues { ColumnFinder($0) }
    let most = finders.values.map(\.numbers.count).max() ?? 0
    let first = finders.filter { $0.value.numbers.count == most }.keys.min()
    guard most > 0, let first, let widest = finders[first] else { return nil }
    guard finders.values.allSatisfy({ $0.isAligned || $0.numbers.isEmpty }) else { return nil }
    self.finders = finders
    self.widest = widest
    rows = []
    texts = findTexts(body)
    let grid = self
    rows = LabelJoiner(lines: body) { piece, page in grid.textColumn(piece, page: page) }.rows()
  }

  /// The grid: header lines as rows, then the table's rows.
  func grid() -> RawGrid {
    var grid = RawGrid()
    grid.columnCount = numberColumn(widest.numbers.count)
    let names = ColumnHeader(finder: widest, texts: texts, lines: header)
    for line in header { grid.rows.append(names.row(line)) }
    let body = grid.rows.count
    for row in rows { grid.rows.append(place(row, &grid)) }
    grid.parts = [TablePart(header: 0..<body, body: body..<grid.rows.count)]
    return grid
  }

  /// Global index of a column of numbers; of the first column after all for the count of them.
  private func numberColumn(_ index: Int) -> Int { ColumnGrid.numberColumn(index, texts) }

  static func numberColumn(_ index: Int, _ texts: [[Range<Int>]]) -> Int {
    texts.prefix(index + 1).reduce(index) { $0 + $1.count }
  }

  /// Columns of numbers that a piece of the header stands over.
  func covered(_ piece: Piece) -> [Int] {
    let place = widest.place(piece)
    return widest.numbers.indices.filter { widest.numbers[$0].overlaps(place) }
  }

  /// Index among all columns of numbers for one of a page's own, or nil where that is not certain.
  private func column(_ piece: Piece, page: Int) -> Int? {
    guard let finder = finders[page], !finder.numbers.isEmpty else { return nil }
    let index = finder.column(of: piece)
    if finder.numbers.count == widest.numbers.count { return index }
    let mapped = finder.numbers.map { range in widest.column(of: Piece(range: 0..<0, columns: range, cells: range)) }
    guard zip(mapped, mapped.dropFirst()).allSatisfy({ $0 < $1 }), index < mapped.count else { return nil }
    let own = finder.numbers[index]
    return own.overlaps(widest.numbers[mapped[index]]) ? mapped[index] : nil
  }

  /// Column of numbers that a text piece stands before.
  private func slot(_ piece: Piece, page: Int) -> Int {
    let finder = finders[page] ?? widest
    let place = finder.place(piece)
    let center = place.lowerBound + place.upperBound
    return finder.numbers.prefix { $0.lowerBound + $0.upperBound < center }.count
  }

  /// Text columns in each slot: as many as most rows have there, each where its pieces stand on average.
  private func findTexts(_ body: [PieceLine]) -> [[Range<Int>]] {
    var places = [[[Range<Int>]]](repeating: [], count: widest.numbers.count + 1)
    for line in body where line.numbers > 0 {
      var found = [[Range<Int>]](repeating: [], count: places.count)
      let page = line.page
      for piece in line.pieces where !piece.isNumber {
        let slot = min(slot(piece, page: page), found.count - 1)
        found[slot].append((finders[page] ?? widest).place(piece))
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

  /// A row's cells in their columns.
  private func place(_ row: PlacedRow, _ grid: inout RawGrid) -> Row {
    var cells: [Int: Cell] = [:]
    var isCertain = true
    for piece in row.above { add(piece, row.line.page, to: &cells) }
    for piece in row.line.pieces {
      guard piece.isNumber else {
        add(piece, row.line.page, to: &cells)
        continue
      }
      let index = column(piece, page: row.line.page)
      if let index, cells[numberColumn(index)] == nil {
        cells[numberColumn(index)] = Cell(range: piece.range)
      } else {
        isCertain = false
        cells[grid.columnCount + cells.count] = Cell(range: piece.range)
      }
    }
    for piece in row.below { add(piece, row.line.page, to: &cells) }
    if !isCertain { grid.isPartial = true }
    let placed = cells.sorted { $0.key < $1.key }
    var columns = placed.map { $0.key < grid.columnCount ? $0.key : -1 }
    if !isCertain { columns = columns.map { _ in -1 } }
    return Row(cells: placed.map(\.value), alignments: [columns], page: row.line.page)
  }

  /// Adds a text piece to its column; a second piece there is the rest of the first.
  private func add(_ piece: Piece, _ page: Int, to cells: inout [Int: Cell]) {
    let column = textColumn(piece, page: page)
    if cells[column] != nil {
      cells[column]?.rest.append(piece.range)
    } else {
      cells[column] = Cell(range: piece.range, indent: piece.columns.lowerBound)
    }
  }

  /// The text column nearest to a piece; where its slot has none, the column before the slot.
  private func textColumn(_ piece: Piece, page: Int) -> Int {
    let slot = min(slot(piece, page: page), texts.count - 1)
    let place = (finders[page] ?? widest).place(piece)
    let base = slot == 0 ? 0 : numberColumn(slot - 1) + 1
    let own = texts[slot]
    let center = place.lowerBound + place.upperBound
    let nearest = own.indices.min {
      abs(own[$0].lowerBound + own[$0].upperBound - center) < abs(own[$1].lowerBound + own[$1].upperBound - center)
    }
    return nearest.map { base + $0 } ?? max(0, base - 1)
  }
}
