// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Says in which columns the cells of rows stand that have lost or gained an empty cell: by the kinds of cells that
/// columns hold and by position, never by value.
struct Alignment {
  let bytes: [UInt8]
  let words: Words

  /// What a column is for; `beyond` lies right of the header.
  private enum Column {
    case blank, number, code, value, text, any, beyond
  }

  /// What an assignment is worth: cells that fit their column, less a price for each shift.
  private static let shift = 30
  private static let moved = 3
  private static let close = 30

  /// Aligns the rows of a part with its header.
  func align(_ grid: inout RawGrid, _ part: TablePart) {
    guard !part.header.isEmpty, !part.body.isEmpty else { return }
    let names = names(grid, part.header)
    let width = part.body.reduce(names.count) { max($0, grid.count($1)) }
    guard width <= Grid.widestAligned, width > 1 else { return }
    let columns = columns(names, grid, part, width)
    let hasValues = columns.contains(.value)
    // The last row that was weighed: what is found of it is true of the next one with the same kinds of cells.
    var last = -1
    for row in part.body where !stands(row, grid, columns, hasValues) {
      if last >= 0, Alignment.areAlike(row, last, grid) {
        grid.copyPlaces(to: row, from: last)
        continue
      }
      last = row
      if let (best, others) = weigh(row, grid, columns) { grid.place(row, in: best, or: others) }
    }
    loosen(&grid, part, columns)
  }

  /// Where a table prints no empty cell, blanks were dropped: a row that ends before a column of numbers may have lost
  /// one further left.
  private func loosen(_ grid: inout RawGrid, _ part: TablePart, _ columns: [Column]) {
    guard !grid.cells[body(of: part, grid)].contains(where: { $0.kind == .empty }) else { return }
    // The last row that was loosened: those like it are loosened alike.
    var last = -1
    for row in part.body where grid.rows[row].reading == 0 {
      guard let end = grid.cells[grid.rows[row].cells].last, end.kind == .number else { continue }
      let next = Int(end.column) + 1
      guard next > 1, next < columns.count,
        columns[next] == .number || columns[next] == .any && !holdsText(next, grid, part)
      else { continue }
      if last >= 0, Alignment.areAlike(row, last, grid) {
        grid.copyPlaces(to: row, from: last)
        continue
      }
      last = row
      let own = grid.cells[grid.rows[row].cells].map { Int($0.column) }
      var moved = own
      moved[moved.count - 1] = next
      grid.place(row, in: own, or: [moved])
    }
  }

  private func holdsText(_ column: Int, _ grid: RawGrid, _ part: TablePart) -> Bool {
    grid.cells[body(of: part, grid)].contains { Int($0.column) == column && $0.kind != .number && $0.kind != .dash }
  }

  /// The cells of a part's body.
  private func body(of part: TablePart, _ grid: RawGrid) -> Range<Int> {
    grid.rows[part.body.lowerBound].cells.lowerBound..<grid.rows[part.body.upperBound - 1].cells.upperBound
  }

  /// Whether nothing is to be asked of a row: its cells fit the columns of their numbers.
  private func stands(_ row: Int, _ grid: RawGrid, _ columns: [Column], _ hasValues: Bool) -> Bool {
    let cells = grid.cells.span.extracting(grid.rows[row].cells)
    return fits(cells, columns) && (!hasValues || !isLooseNumber(cells, columns))
  }

  /// Whether two rows have cells of the same kinds.
  private static func areAlike(_ row: Int, _ other: Int, _ grid: RawGrid) -> Bool {
    let cells = grid.cells.span.extracting(grid.rows[row].cells)
    let others = grid.cells.span.extracting(grid.rows[other].cells)
    guard cells.count == others.count else { return false }
    for cell in cells.indices where cells[cell].kind != others[cell].kind { return false }
    return true
  }

  /// The columns in which the cells of a row stand better than in those of their numbers, and these, where they stand
  /// almost as well.
  private func weigh(_ row: Int, _ grid: RawGrid, _ columns: [Column]) -> (best: [Int], others: [[Int]])? {
    let cells = grid.cells.span.extracting(grid.rows[row].cells)
    let identity = Array(cells.indices)
    let printed = score(cells, identity, columns)
    let best = assign(cells, columns)
    let shifted = score(cells, best, columns)
    if best == identity || shifted <= printed { return nil }
    return (best, shifted - printed < Alignment.close ? [identity] : [])
  }

  /// What the header says of a column: whether it has a name, and what that says the column is for.
  private struct Name {
    var isGiven = false
    var purpose = Column.any
  }

  /// The name of each column up to the last that has one: the lowest header cell over it.
  private func names(_ grid: RawGrid, _ header: Range<Int>) -> [Name] {
    var names: [Name] = []
    names.reserveCapacity(16)
    for row in header {
      for index in grid.rows[row].cells where grid.cells[index].kind != .empty && grid.cells[index].column >= 0 {
        let cell = grid.cells[index]
        let name = name(cell)
        for covered in Int(cell.column)..<Int(cell.column) + min(Int(cell.span), Grid.widestAligned) {
          while names.count <= covered { names.append(Name()) }
          names[covered] = name
        }
      }
    }
    return names
  }

  private func name(_ cell: Cell) -> Name {
    if let role = cell.header { return Name(isGiven: true, purpose: role.map(purpose) ?? .any) }
    return Grid.label(bytes, cell.range) { text, range in
      Name(isGiven: !range.isEmpty, purpose: words.roles[text, range].map(purpose) ?? .any)
    }
  }

  /// How many cells of each kind a column has.
  private struct Counts {
    var empty = 0
    /// Numbers and strokes.
    var numbers = 0
    var texts = 0
    var values = 0
  }

  /// What each column is for: by its name, else by what most rows print in it.
  private func columns(_ names: [Name], _ grid: RawGrid, _ part: TablePart, _ width: Int) -> [Column] {
    var columns = [Column](of: .beyond, times: width)
    for column in names.indices { columns[column] = names[column].purpose }
    guard width > names.count || columns.contains(.any) else { return columns }
    let counts = counts(grid, part, width)
    for column in names.indices where columns[column] == .any {
      columns[column] = purpose(of: counts[column], isNamed: names[column].isGiven)
    }
    // A header that lost merged cells ends before the columns do.
    for column in names.count..<width where counts[column].numbers * 10 >= part.body.count * 7 {
      columns[column] = .number
    }
    return columns
  }

  /// What the first columns hold.
  private func counts(_ grid: RawGrid, _ part: TablePart, _ width: Int) -> [Counts] {
    var counts = [Counts](of: Counts(), times: width)
    var span = counts.mutableSpan
    for row in part.body {
      let cells = grid.cells.span.extracting(grid.rows[row].cells)
      for column in 0..<min(cells.count, width) {
        switch cells[column].kind {
        case .empty: span[column].empty += 1
        case .number, .dash: span[column].numbers += 1
        case .text: span[column].texts += 1
        case .value: span[column].values += 1
        }
      }
    }
    return counts
  }

  /// Whether each cell of a row fits the column of its number.
  private func fits(_ cells: borrowing Span<Cell>, _ columns: [Column]) -> Bool {
    for cell in cells.indices where fit(cells[cell].kind, cell < columns.count ? columns[cell] : .beyond) < 0 {
      return false
    }
    return true
  }

  private func purpose(of role: ColumnRole) -> Column {
    switch role {
    case .label, .remark, .deviation: .text
    case .target, .achieved: .value
    case .weight, .score, .scoreRate, .executionRate, .initialBudget, .budget, .actual, .prior, .changeAmount,
      .changeRate, .share,
      .total, .amount:
      .number
    case .code: .code
    case .unknown, .unit: .any
    }
  }

  private func purpose(of counts: Counts, isNamed: Bool) -> Column {
    let all = counts.numbers + counts.texts + counts.values
    if !isNamed, all * 4 <= counts.empty { return .blank }
    if counts.numbers * 10 >= all * 7, all > 0 { return .number }
    if counts.texts * 10 >= all * 7, all > 0 { return .text }
    return .any
  }

  /// How well a cell of a kind fits a column.
  private func fit(_ kind: CellKind, _ column: Column) -> Int {
    switch (kind, column) {
    case (.empty, _): 0
    case (_, .beyond): -100
    case (.number, .number), (.number, .code): 40
    // A total's name fills the cells of code and name, merged.
    case (.text, .code), (.value, .code), (.dash, .code): 10
    case (.dash, .number): 20
    case (.text, .number), (.value, .number): -80
    case (.number, .text), (.number, .blank): -60
    case (.dash, .text): 10
    case (.text, .text): 30
    case (.value, .text): 0
    case (_, .value): kind == .text ? 27 : 20
    case (_, .blank): -40
    case (_, .any): 10
    }
  }

  private func score(_ cells: borrowing Span<Cell>, _ assignment: [Int], _ columns: [Column]) -> Int {
    var value = 0
    var offset = 0
    for cell in assignment.indices where cells[cell].kind != .empty {
      let column = assignment[cell]
      let fit = fit(cells[cell].kind, column < columns.count ? columns[column] : .beyond)
      value += fit
      if column - cell != offset { value -= price(column - cell - offset) }
      if column != cell { value -= Alignment.moved }
      offset = column - cell
    }
    return value
  }

  /// Numbers under a column of free values while a column of numbers at the right stays empty: the row may be shifted.
  private func isLooseNumber(_ cells: borrowing Span<Cell>, _ columns: [Column]) -> Bool {
    // One bit for each column: there are at most ``Grid/widestAligned``.
    var filled: UInt64 = 0
    var isFree = false
    for cell in cells.indices where cells[cell].kind != .empty {
      if cells[cell].kind == .number, cell < columns.count, columns[cell] == .value,
        cell == 0 || filled >> UInt64(cell - 1) & 1 == 0
      {
        isFree = true
      }
      filled |= 1 << UInt64(cell)
    }
    return isFree && columns.indices.contains { columns[$0] == .number && filled >> UInt64($0) & 1 == 0 }
  }

  /// What no assignment is worth.
  private static let none = -10_000

  /// The best order-keeping assignment of the row's filled cells to columns.
  private func assign(_ row: borrowing Span<Cell>, _ columns: [Column]) -> [Int] {
    let count = row.count
    var cells: [Int] = []
    cells.reserveCapacity(count)
    for cell in 0..<count where row[cell].kind != .empty { cells.append(cell) }
    let width = columns.count
    guard !cells.isEmpty, cells.count <= width else { return Array(0..<count) }
    var best = [Int](of: Alignment.none, times: width)
    var next = best
    // For each step and column the column of the step before.
    var from = [Int](of: -1, times: width * cells.count)
    for step in cells.indices {
      advance(row, step, cells, columns, best, to: &next, &from)
      swap(&best, &next)
    }
    return spread(trace(best, from), cells, count, width)
  }

  /// What the cells up to one are worth at best if it stands in a column, by what those before it are.
  private func advance(
    _ row: borrowing Span<Cell>, _ step: Int, _ cells: [Int], _ columns: [Column], _ best: [Int], to next: inout [Int],
    _ from: inout [Int]
  ) {
    let (cell, width) = (cells[step], columns.count)
    let last = step > 0 ? cells[step - 1] : 0
    let kind = row[cell].kind
    let best = best.span
    var next = next.mutableSpan
    var from = from.mutableSpan
    var left = Left(from: step - 1)
    // The cells after it need room, too.
    let room = step...width - (cells.count - step)
    for column in 0..<width { next[column] = Alignment.none }
    for column in room {
      let gain = fit(kind, columns[column]) - (column == cell ? 0 : Alignment.moved)
      if step == 0 {
        next[column] = gain - price(column - cell)
        continue
      }
      let shift = column - cell + last
      left.advance(to: shift, best)
      var source = -1
      if left.column >= 0 {
        let value = best[left.column] + gain - price(shift - left.column)
        if value > Alignment.none { (next[column], source) = (value, left.column) }
      }
      for before in max(shift, step - 1)..<column where best[before] > Alignment.none {
        let value = best[before] + gain - price(shift - before)
        if value > next[column] { (next[column], source) = (value, before) }
      }
      if source >= 0 { from[step * width + column] = source }
    }
  }

  /// The column of those left of the one that keeps a cell's distance from which a cell comes best: each is farther by
  /// one column for each that the cell moves to the right, so that they are compared once.
  private struct Left {
    private(set) var column = -1
    private var value = 0
    private var end: Int

    init(from first: Int) { end = first }

    @inline(__always)
    mutating func advance(to shift: Int, _ best: borrowing Span<Int>) {
      while end < shift {
        let own = best[end] + Alignment.farther * end
        if best[end] > Alignment.none, column < 0 || own > value { (column, value) = (end, own) }
        end += 1
      }
    }
  }

  /// What each column costs by which a cell is shifted further than one.
  private static let farther = 10

  private func price(_ change: Int) -> Int { change == 0 ? 0 : Alignment.shift + Alignment.farther * (abs(change) - 1) }

  /// The columns that led to the best one of the last step.
  private func trace(_ last: [Int], _ from: [Int]) -> [Int] {
    guard var column = last.indices.max(by: { last[$0] < last[$1] }) else { return [] }
    var path = [Int](of: 0, times: from.count / last.count)
    for step in path.indices.reversed() {
      path[step] = column
      column = max(0, from[step * last.count + column])
    }
    return path
  }

  /// Columns for all cells: an empty one stands between its neighbours if there is room, else in none.
  private func spread(_ path: [Int], _ cells: [Int], _ count: Int, _ width: Int) -> [Int] {
    var columns = [Int](of: -1, times: count)
    for (step, cell) in cells.enumerated() { columns[cell] = path[step] }
    var above = width
    var room = columns
    for cell in columns.indices.reversed() {
      if columns[cell] >= 0 { above = columns[cell] }
      room[cell] = above
    }
    var before = -1
    for cell in columns.indices {
      if columns[cell] < 0, before + 1 < room[cell] { columns[cell] = before + 1 }
      before = max(before, columns[cell])
    }
    return columns
  }
}
