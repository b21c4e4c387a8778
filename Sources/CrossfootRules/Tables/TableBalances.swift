// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// Finds the totals of the two sides of a balance: of tables printed side by side, or of two tables whose titles differ
/// in nothing but the words for income and expenditure.
enum TableBalances {
  /// Total income and total expenditure in one column.
  struct Pair {
    var income: FigureID
    var expense: FigureID
    /// Name of the total, by which pairs are alike.
    var name: LabelID
    /// Whether both are the grand totals (总计) of one table's two sides: these hold what is carried over, and are equal.
    var isGrand: Bool
  }

  /// The totals of two sides each.
  static func pairs(in facts: Facts) -> [Pair] {
    let models = facts.tables
    let tables = models.indices.filter { !models[$0].isPartial }
    if tables.count < 2 { return [] }
    var pairs: [Pair] = []
    let byBlock = tables.sorted { (models[$0].block, $0) < (models[$1].block, $1) }
    var start = 0
    while start < byBlock.count {
      var end = start + 1
      while end < byBlock.count, models[byBlock[end]].block == models[byBlock[start]].block { end += 1 }
      if end - start == 2 { add(byBlock[start], byBlock[start + 1], facts, isFacing: true, &pairs) }
      start = end
    }
    let byTitle = tables.filter { models[$0].mirror != 0 }.sorted { (models[$0].title, $0) < (models[$1].title, $1) }
    for table in byTitle where only(models[table].title, byTitle, models) == table {
      guard let other = only(models[table].mirror, byTitle, models), table < other else { continue }
      add(table, other, facts, isFacing: false, &pairs)
    }
    return pairs
  }

  /// The table of a title, if it is the only one among some, which are ascending by title.
  private static func only(_ title: LabelID, _ tables: [Int], _ models: [TableModel]) -> Int? {
    var low = 0
    var high = tables.count
    while low < high {
      let middle = (low + high) / 2
      if models[tables[middle]].title < title { low = middle + 1 } else { high = middle }
    }
    guard low < tables.count, models[tables[low]].title == title else { return nil }
    return low + 1 < tables.count && models[tables[low + 1]].title == title ? nil : tables[low]
  }

  private static func add(_ first: Int, _ second: Int, _ facts: Facts, isFacing: Bool, _ pairs: inout [Pair]) {
    guard let a = total(of: facts.tables[first]), let b = total(of: facts.tables[second]) else { return }
    let isGrand = isFacing && a.isGrand && b.isGrand
    let isNamed = a.side == .income && b.side == .expense || a.side == .expense && b.side == .income
    guard isNamed || isGrand && a.side == .none && b.side == .none else { return }
    // Columns stand in the same order on both sides.
    guard a.columns.count == b.columns.count,
      zip(a.columns, b.columns).allSatisfy({ $0.role == $1.role && $0.year == $1.year })
    else { return }
    for (left, right) in zip(a.columns, b.columns) where facts.areAlike(left.figure, right.figure) {
      pairs.append(
        a.side == .expense
          ? Pair(income: right.figure, expense: left.figure, name: b.name, isGrand: isGrand)
          : Pair(income: left.figure, expense: right.figure, name: a.name, isGrand: isGrand))
    }
  }

  /// A column of a total row.
  private struct Entry {
    var role: ColumnRole
    var year: Int
    var figure: FigureID
  }

  /// The last row of a table, if it is the total of a side.
  private static func total(of table: TableModel) -> (
    side: RowMark.Side, isGrand: Bool, name: LabelID, columns: [Entry]
  )? {
    guard let part = table.parts.last else { return nil }
    let added = part.addedColumns
    guard let row = added.compactMap({ part.figures[$0].entries.last?.row }).max().map(Int.init) else { return nil }
    let mark = table.rowMarks[row]
    guard mark.word == .total, mark.side != .none || mark.isGrand, !mark.isLoose else { return nil }
    let columns = added.compactMap { column in
      part.figures[column].figure(at: row).map { figure in
        Entry(
          role: column < part.columns.count ? part.columns[column] : .unknown,
          year: column < part.years.count ? part.years[column] : 0, figure: figure)
      }
    }
    return (mark.side, mark.isGrand, table.rowNames[row], columns)
  }
}
