// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Says in which columns the cells of rows stand that have lost or gained an empty cell: by the kinds of cells that
/// columns hold and by position, never by value.
struct Alignment {
  let bytes: [UInt8]
  let words: Words
  let kinds: CellKinds

  /// What a column is for; `beyond` lies right of the header.
  private enum Column {
    case blank, number, code, value, text, any, beyond
  }

  /// What an assignment is worth: cells that fit their column, less a price for each shift.
  private static let shift = 30
  private static let moved = 3
  private static let close = 30

  /// Aligns the rows of a part with its header.
  func align(_ rows: inout [Row], _ part: TablePart) {
    guard !part.header.isEmpty, !part.body.isEmpty else { return }
    let names = names(rows, part.header)
    let width = max(names.count, part.body.reduce(0) { max($0, rows[$1].cells.count) })
    guard width <= Grid.widestAligned, width > 1 else { return }
    let counts = counts(part, names.count)
    let columns = (0..<width).map { column in
      column < names.count ? purpose(names[column], counts[column]) : .beyond
    }
    // Rows of one width share their array of columns.
    var identity: [Int] = []
    for row in part.body {
      if identity.count != rows[row].cells.count { identity = Array(rows[row].cells.indices) }
      let printed = score(row, identity, columns)
      if printed.misfits == 0 { continue }
      let best = assign(row, columns)
      let shifted = score(row, best, columns)
      if best == identity || shifted.value <= printed.value { continue }
      rows[row].alignments = shifted.value - printed.value < Alignment.close ? [best, identity] : [best]
    }
  }

  /// The name of each column up to the last that has one: the lowest header cell over it.
  private func names(_ rows: [Row], _ header: Range<Int>) -> [[UInt8]] {
    var names: [[UInt8]] = []
    for row in header {
      for (cell, column) in rows[row].alignments[0].enumerated() where column >= 0 && kinds[row, cell] != .empty {
        let name = Grid.label(bytes, rows[row].cells[cell].range)
        for covered in column..<column + min(rows[row].cells[cell].span, Grid.widestAligned) {
          while names.count <= covered { names.append([]) }
          names[covered] = name
        }
      }
    }
    return names
  }

  /// How many cells of each kind a column has.
  private struct Counts {
    var empty = 0
    /// Numbers and strokes.
    var numbers = 0
    var texts = 0
    var values = 0
  }

  private func counts(_ part: TablePart, _ width: Int) -> [Counts] {
    var counts = [Counts](repeating: Counts(), count: width)
    for row in part.body {
      for column in 0..<min(width, kinds.count(row)) {
        switch kinds[row, column] {
        case .empty: counts[column].empty += 1
        case .number, .dash: counts[column].numbers += 1
        case .text: counts[column].texts += 1
        case .value: counts[column].values += 1
        }
      }
    }
    return counts
  }

  /// What a column is for: by its name, else by what most rows print in it.
  private func purpose(_ name: [UInt8], _ counts: Counts) -> Column {
    if let role = words.roles[name] {
      let named = purpose(of: role)
      if named != .any { return named }
    }
    return purpose(of: counts, isNamed: !name.isEmpty)
  }

  private func purpose(of role: ColumnRole) -> Column {
    switch role {
    case .label, .remark, .deviation: .text
    case .target, .achieved: .value
    case .weight, .score, .scoreRate, .executionRate, .initialBudget, .budget, .actual, .prior, .changeAmount, .changeRate, .share,
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

  private func score(_ row: Int, _ assignment: [Int], _ columns: [Column]) -> (value: Int, misfits: Int) {
    var value = 0
    var misfits = 0
    var offset = 0
    for (cell, column) in assignment.enumerated() where kinds[row, cell] != .empty {
      let fit = fit(kinds[row, cell], column < columns.count ? columns[column] : .beyond)
      value += fit
      if fit < 0 { misfits += 1 }
      if column - cell != offset { value -= price(column - cell - offset) }
      if column != cell { value -= Alignment.moved }
      offset = column - cell
    }
    if misfits == 0, isLooseNumber(row, assignment, columns) { misfits = 1 }
    return (value, misfits)
  }

  /// Numbers under a column of free values while a column of numbers at the right stays empty: the row may be shifted.
  private func isLooseNumber(_ row: Int, _ assignment: [Int], _ columns: [Column]) -> Bool {
    // One bit for each column: there are at most ``Grid/widestAligned``.
    var filled: UInt64 = 0
    for (cell, column) in assignment.enumerated() where kinds[row, cell] != .empty { filled |= 1 << UInt64(column) }
    let isFree = assignment.indices.contains {
      kinds[row, $0] == .number && assignment[$0] < columns.count && columns[assignment[$0]] == .value
        && (assignment[$0] == 0 || filled >> UInt64(assignment[$0] - 1) & 1 == 0)
    }
    return isFree && columns.indices.contains { columns[$0] == .number && filled >> UInt64($0) & 1 == 0 }
  }

  /// The best order-keeping assignment of the row's filled cells to columns.
  private func assign(_ row: Int, _ columns: [Column]) -> [Int] {
    let cells = (0..<kinds.count(row)).filter { kinds[row, $0] != .empty }
    let width = columns.count
    guard !cells.isEmpty, cells.count <= width else { return Array(0..<kinds.count(row)) }
    let none = -10_000
    var best = [Int](of: none, times: width)
    var next = best
    // For each step and column the column of the step before.
    var from = [Int](of: -1, times: width * cells.count)
    for (step, cell) in cells.enumerated() {
      for column in next.indices { next[column] = none }
      let kind = kinds[row, cell]
      for column in step..<width {
        let gain = fit(kind, columns[column]) - (column == cell ? 0 : Alignment.moved)
        if step == 0 {
          next[column] = gain - price(column - cell)
          continue
        }
        let shift = column - cell + cells[step - 1]
        for before in step - 1..<column where best[before] > none {
          let value = best[before] + gain - price(shift - before)
          if value > next[column] {
            next[column] = value
            from[step * width + column] = before
          }
        }
      }
      swap(&best, &next)
    }
    return spread(trace(best, from), cells, kinds.count(row), width)
  }

  private func price(_ change: Int) -> Int { change == 0 ? 0 : Alignment.shift + 10 * (abs(change) - 1) }

  /// The columns that led to the best one of the last step.
  private func trace(_ last: [Int], _ from: [Int]) -> [Int] {
    guard var column = last.indices.max(by: { last[$0] < last[$1] }) else { return [] }
    var path: [Int] = []
    for step in (0..<from.count / last.count).reversed() {
      path.append(column)
      column = max(0, from[step * last.count + column])
    }
    return path.reversed()
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
