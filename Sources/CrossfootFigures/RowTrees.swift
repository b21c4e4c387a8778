// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Readings of which rows of a part add up to which. What names a level (codes, numbering, indentation, words before a label) makes a
/// hierarchy of the items; its topmost items then belong to the rows that a word makes a total. Where totals stand before or after
/// their items is not known, so each way is a reading, and the figures decide.
struct RowTrees {
  /// Marks of the rows, and the columns' figures with the row that counts as the first.
  let marks: [RowMark]
  let columns: [ColumnFigures]
  let first: Int

  /// Readings at most: more prove nothing.
  private static let most = 12

  /// All readings that differ, the likeliest first.
  func readings() -> [RowTree] {
    var readings: [RowTree] = []
    for base in bases() {
      for tree in attached(base) where !readings.contains(where: { $0.parent == tree.parent }) {
        if tree.parent.contains(where: { $0 >= 0 }) { readings.append(tree) }
        if readings.count == RowTrees.most { return readings }
      }
    }
    return readings
  }

  private func bases() -> [RowTree] {
    let levels = RowLevels(marks: marks)
    var bases: [RowTree] = []
    if let codes = levels.byCodes() { bases.append(RowTree(source: .codes, parent: codes)) }
    if let own = levels.byOwnLevel() { bases.append(RowTree(source: .words, parent: own)) }
    for parent in levels.byNumbering() { bases.append(RowTree(source: .numbering, parent: parent)) }
    if let indents = levels.byIndentation() { bases.append(RowTree(source: .indentation, parent: indents)) }
    for parent in levels.byParts() { bases.append(RowTree(source: .words, parent: parent)) }
    bases.append(RowTree(source: .words, parent: [Int32](of: -1, times: marks.count)))
    return bases
  }

  /// The ways in which the topmost items of a hierarchy belong to totals.
  private func attached(_ base: RowTree) -> [RowTree] {
    let hasTotals = marks.indices.contains { marks[$0].word != .none && base.parent[$0] < 0 }
    guard hasTotals else { return [underFirst(base), base] }
    return [mixed(base), upwards(base, chained: true), upwards(base, chained: false), downwards(base)]
  }

  /// Without a total, the first row may be one: a unit above its items.
  private func underFirst(_ base: RowTree) -> RowTree {
    var tree = base
    if !base.parent.contains(where: { $0 >= 0 }) { tree.source = .position }
    guard let top = marks.indices.first(where: { marks[$0].counts }) else { return tree }
    for row in marks.indices where row != top && marks[row].counts && base.parent[row] < 0 { tree.parent[row] = Int32(top) }
    return tree
  }

  /// Totals below their items. Chained, a later total holds the one before it and what was added since (收入总计 = 本年收入合计 + 上年结转).
  private func upwards(_ base: RowTree, chained: Bool) -> RowTree {
    var tree = base
    var open: [Int] = []
    var group = 0
    for row in marks.indices where marks[row].counts && base.parent[row] < 0 {
      if marks[row].word == .none {
        open.append(row)
        continue
      }
      let from = marks[row].word == .subtotal ? group : 0
      for part in open[from...] { tree.parent[part] = Int32(row) }
      open.removeSubrange(from...)
      if marks[row].word == .subtotal || chained { open.append(row) }
      group = open.count
    }
    return tree
  }

  /// Totals above their items.
  private func downwards(_ base: RowTree) -> RowTree {
    var tree = base
    var total = -1
    var subtotal = -1
    for row in marks.indices where marks[row].counts && base.parent[row] < 0 {
      switch marks[row].word {
      case .none: tree.parent[row] = Int32(subtotal >= 0 ? subtotal : total)
      case .subtotal:
        tree.parent[row] = Int32(total)
        subtotal = row
      case .total:
        total = row
        subtotal = -1
      }
    }
    return tree
  }

  /// Each subtotal with the items above or below it, whichever it is the sum of in more columns; totals below all that is left.
  private func mixed(_ base: RowTree) -> RowTree {
    var tree = base
    var sums = RowSums(columns: columns, first: first, marks: marks)
    let roots = marks.indices.filter { marks[$0].counts && base.parent[$0] < 0 }
    var open: [Int] = []
    var group = 0
    var index = 0
    while index < roots.count {
      let row = roots[index]
      index += 1
      if marks[row].word == .none {
        open.append(row)
      } else if marks[row].word == .subtotal {
        let above = Array(open[group...])
        let below = Array(roots[index...].prefix { marks[$0].word == .none })
        let isBelow = sums.columnsFooting(row, below) > sums.columnsFooting(row, above)
        for part in isBelow ? below : above { tree.parent[part] = Int32(row) }
        if isBelow { index += below.count } else { open.removeSubrange(group...) }
        open.append(row)
        group = open.count
      } else {
        for part in open { tree.parent[part] = Int32(row) }
        open = [row]
        group = 1
      }
    }
    return tree
  }
}

/// Compares a row with the sum of others, column by column.
struct RowSums {
  let columns: [ColumnFigures]
  let first: Int
  let marks: [RowMark]
  private var stamp: [Int32]
  private var round: Int32 = 0

  init(columns: [ColumnFigures], first: Int, marks: [RowMark]) {
    self.columns = columns
    self.first = first
    self.marks = marks
    stamp = [Int32](of: 0, times: marks.count)
  }

  /// In how many columns a row that is not nothing is the sum of the others, within rounding.
  mutating func columnsFooting(_ total: Int, _ parts: [Int]) -> Int {
    guard let low = parts.first, let high = parts.last else { return 0 }
    round += 1
    for part in parts { stamp[part] = round }
    return columns.count { foots($0, total, low...high) }
  }

  private func foots(_ column: ColumnFigures, _ total: Int, _ span: ClosedRange<Int>) -> Bool {
    guard let stated = column.value(at: total + first), stated != 0 else { return false }
    var sum = -stated
    var terms: Int128 = 1
    var index = column.firstIndex(from: span.lowerBound + first)
    while index < column.rows.count, Int(column.rows[index]) <= span.upperBound + first {
      let row = Int(column.rows[index]) - first
      if stamp[row] == round {
        sum += marks[row].isDeduction ? -column.values[index] : column.values[index]
        terms += column.values[index] == 0 ? 0 : 1
      }
      index += 1
    }
    return terms > 2 && sum.magnitude * 2 <= terms.magnitude
  }
}

extension ColumnFigures {
  /// Index of the first figure at or below a row.
  public func firstIndex(from row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(rows[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The figure in a row, or nil.
  public func figure(at row: Int) -> FigureID? {
    let index = firstIndex(from: row)
    return index < rows.count && Int(rows[index]) == row ? FigureID(figures[index]) : nil
  }

  /// The value in a row, or nil.
  public func value(at row: Int) -> Int128? {
    let index = firstIndex(from: row)
    return index < rows.count && Int(rows[index]) == row ? values[index] : nil
  }
}
