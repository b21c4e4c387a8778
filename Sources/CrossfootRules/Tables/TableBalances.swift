// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds the totals of the two sides of a balance: of tables printed side by side, or of two tables whose titles differ in nothing but
/// the words for income and expenditure.
struct TableBalances {
  /// Total income and total expenditure in one column.
  struct Pair {
    var income: FigureID
    var expense: FigureID
    /// Name of the total, by which pairs are alike.
    var name: LabelID
  }

  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  func pairs() -> [Pair] {
    var sides: [Int: [Int]] = [:]
    var titled: [LabelID: [Int]] = [:]
    for (index, table) in facts.tables.enumerated() where !table.isPartial {
      sides[table.block, default: []].append(index)
      if table.mirror != 0 { titled[table.title, default: []].append(index) }
    }
    var pairs: [Pair] = []
    for (_, tables) in sides.sorted(by: { $0.key < $1.key }) where tables.count == 2 { add(tables[0], tables[1], &pairs) }
    for (_, tables) in titled.sorted(by: { $0.key < $1.key }) where tables.count == 1 {
      guard let others = titled[facts.tables[tables[0]].mirror], others.count == 1, tables[0] < others[0] else { continue }
      add(tables[0], others[0], &pairs)
    }
    return pairs
  }

  private func add(_ first: Int, _ second: Int, _ pairs: inout [Pair]) {
    guard let a = total(of: facts.tables[first]), let b = total(of: facts.tables[second]) else { return }
    guard a.side == .income && b.side == .expense || a.side == .expense && b.side == .income else { return }
    for (index, left) in a.columns.enumerated() {
      let matches = b.columns.indices.filter { b.columns[$0].label == left.label }
      // Columns without a name of their own are told apart by their order.
      let right = left.label != 0 && matches.count == 1 ? matches[0] : a.columns.count == b.columns.count && left.label == 0 ? index : -1
      guard right >= 0, facts.areAlike(left.figure, b.columns[right].figure) else { continue }
      let pair = (left.figure, b.columns[right].figure)
      pairs.append(
        a.side == .income
          ? Pair(income: pair.0, expense: pair.1, name: a.name) : Pair(income: pair.1, expense: pair.0, name: b.name))
    }
  }

  /// The last row of a table, if it is the total of a side.
  private func total(
    of table: TableModel
  ) -> (side: RowMark.Side, name: LabelID, columns: [(label: LabelID, figure: FigureID)])? {
    guard let part = table.parts.last else { return nil }
    let added = part.addedColumns(facts)
    guard let row = added.compactMap({ part.figures[$0].rows.last }).max().map(Int.init) else { return nil }
    let mark = table.rowMarks[row]
    guard mark.word == .total, mark.side != .none, !mark.isLoose else { return nil }
    let columns = added.compactMap { column in
      part.figures[column].figure(at: row).map { (label: column < part.columnLabels.count ? part.columnLabels[column] : 0, figure: $0) }
    }
    return (mark.side, table.rowNames[row], columns)
  }
}
