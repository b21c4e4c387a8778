// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Readings of which rows of a part add up to which. What names a level (codes, numbering, indentation, words before a
/// label) makes a hierarchy of the items; its topmost items then belong to the rows that a word makes a total. Where
/// totals stand before or after their items is not known, so each way is a reading, and the figures decide.
struct RowTrees {
  /// Marks of the rows, and the columns' figures with the row that counts as the first.
  private var marks: [RowMark] = []
  private var columns: [ColumnFigures] = []
  private var first = 0
  private var trees: [RowTree] = []
  /// The hierarchy that is being made, its rows without a row above them that take part in sums, and those of them that
  /// wait for their total: kept for all hierarchies.
  private var parent: [Int32] = []
  private var roots: [Int] = []
  private var open: [Int] = []

  /// Readings at most: more prove nothing.
  private static let most = 12

  /// All readings of the rows of a part that differ, the likeliest first.
  /// - Parameters:
  ///   - marks: those of all rows of the table.
  ///   - columns: the figures of the part's columns.
  mutating func readings(_ part: Range<Int>, _ marks: [RowMark], _ columns: [ColumnFigures]) -> [RowTree] {
    // A single row is a part of none.
    if part.count < 2 { return [] }
    self.marks.removeLast(self.marks.count)
    self.marks += marks[part]
    self.columns = columns
    first = part.lowerBound
    trees = []
    parent = [Int32](of: -1, times: part.count)
    let levels = RowLevels(marks: self.marks, columns: columns, first: first)
    if let codes = levels.byCodes() { attach(codes, .codes) }
    if let own = levels.byOwnLevel() { attach(own, .words) }
    if let names = levels.byNames() { attach(names, .words) }
    for parent in levels.byNumbering() { attach(parent, .numbering) }
    if let parent = levels.byNumberedTotals() {
      begin(parent)
      keep(.numbering)
    }
    if let indents = levels.byIndentation() { attach(indents, .indentation) }
    for parent in levels.byParts() { attach(parent, .words) }
    attach(levels.none, .words)
    return trees
  }

  /// The ways in which the topmost items of a hierarchy belong to totals.
  private mutating func attach(_ base: [Int32], _ source: RowTree.Source) {
    if trees.count == RowTrees.most { return }
    var hasTotals = false
    var totals = 0
    var subtotals = 0
    roots.removeLast(roots.count)
    for row in marks.indices where base[row] < 0 {
      let word = marks[row].word
      if word != .none { hasTotals = true }
      if !marks[row].counts { continue }
      roots.append(row)
      if word != .none { totals += 1 }
      if word == .subtotal { subtotals += 1 }
    }
    if hasTotals {
      // Without subtotals there is nothing to be found above or below, and a single total has none before it: it would
      // be the same as the next.
      if subtotals > 0 { mix(base, source) }
      if totals > 1 { addUpwards(base, source, chained: true) }
      addUpwards(base, source, chained: false)
      addDownwards(base, source)
    } else {
      addUnderFirst(base, source)
      begin(base)
      keep(source)
    }
  }

  /// Starts from a hierarchy.
  private mutating func begin(_ base: [Int32]) {
    for row in base.indices { parent[row] = base[row] }
    open.removeLast(open.count)
  }

  /// Adds the hierarchy that was made, if it is one and no reading is the same.
  private mutating func keep(_ source: RowTree.Source) {
    guard trees.count < RowTrees.most, parent.contains(where: { $0 >= 0 }) else { return }
    if source == .indentation || source == .position, contradictsCodes() { return }
    for tree in trees.indices where trees[tree].parent == parent { return }
    if trees.isEmpty { trees.reserveCapacity(4) }
    trees.append(RowTree(source: source, parent: parent))
  }

  /// Whether a row would be a part of one whose code is not the head of its own (30228 of 30305).
  private func contradictsCodes() -> Bool {
    marks.indices.contains { row in
      guard parent[row] >= 0, let own = marks[row].code, let above = marks[Int(parent[row])].code else { return false }
      return !own.isPart(of: above)
    }
  }

  /// Without a total, the first row may be one: a unit above its items.
  private mutating func addUnderFirst(_ base: [Int32], _ source: RowTree.Source) {
    begin(base)
    if let top = marks.firstIndex(where: { $0.counts }) {
      for row in roots where row != top { parent[row] = Int32(top) }
    }
    keep(base.contains { $0 >= 0 } ? source : .position)
  }

  /// Totals below their items. Chained, a later total holds the one before it and what was added since (收入总计 = 本年收入合计 +
  /// 上年结转).
  private mutating func addUpwards(_ base: [Int32], _ source: RowTree.Source, chained: Bool) {
    begin(base)
    var group = 0
    for row in roots {
      if marks[row].word == .none {
        open.append(row)
        continue
      }
      close(from: marks[row].word == .subtotal ? group : 0, under: row)
      if marks[row].word == .subtotal || chained { open.append(row) }
      group = open.count
    }
    keep(source)
  }

  /// Makes the rows that wait, from an index on, parts of a row.
  private mutating func close(from start: Int, under row: Int) {
    for index in start..<open.count { parent[open[index]] = Int32(row) }
    open.removeLast(open.count - start)
  }

  /// Totals above their items.
  private mutating func addDownwards(_ base: [Int32], _ source: RowTree.Source) {
    begin(base)
    var total = -1
    var subtotal = -1
    for row in roots {
      switch marks[row].word {
      case .none: parent[row] = Int32(subtotal >= 0 ? subtotal : total)
      case .subtotal:
        parent[row] = Int32(total)
        subtotal = row
      case .total:
        total = row
        subtotal = -1
      }
    }
    keep(source)
  }

  /// Each subtotal with the items above or below it, whichever it is the sum of in more columns; totals below all that
  /// is left.
  private mutating func mix(_ base: [Int32], _ source: RowTree.Source) {
    begin(base)
    var sums = RowSums(columns: columns, first: first, marks: marks)
    var group = 0
    var index = 0
    while index < roots.count {
      let row = roots[index]
      index += 1
      if marks[row].word == .none {
        open.append(row)
      } else if marks[row].word == .subtotal {
        var end = index
        while end < roots.count, marks[roots[end]].word == .none { end += 1 }
        // Where nothing stands above it since the last total, the rows below that are set in are its own whatever they
        // come to.
        let holdsNext =
          group == open.count && index < end && roots[index..<end].allSatisfy { marks[$0].indent > marks[row].indent }
        if holdsNext
          || sums.columnsFooting(row, roots, index..<end) > sums.columnsFooting(row, open, group..<open.count)
        {
          for part in index..<end { parent[roots[part]] = Int32(row) }
          index = end
        } else {
          close(from: group, under: row)
        }
        open.append(row)
        group = open.count
      } else {
        close(from: 0, under: row)
        open.append(row)
        group = 1
      }
    }
    keep(source)
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

  /// In how many columns a row that is not nothing is the sum of some of the rows of a list, within rounding.
  mutating func columnsFooting(_ total: Int, _ list: [Int], _ parts: Range<Int>) -> Int {
    if parts.isEmpty { return 0 }
    round += 1
    for part in parts { stamp[list[part]] = round }
    let span = list[parts.lowerBound]...list[parts.upperBound - 1]
    var count = 0
    for column in columns.indices where foots(columns[column], total, span) { count += 1 }
    return count
  }

  private func foots(_ column: ColumnFigures, _ total: Int, _ span: ClosedRange<Int>) -> Bool {
    guard let stated = column.value(at: total + first), stated != 0 else { return false }
    var sum = -stated
    var terms: Int128 = 1
    var index = column.firstIndex(from: span.lowerBound + first)
    while index < column.entries.count, Int(column.entries[index].row) <= span.upperBound + first {
      let row = Int(column.entries[index].row) - first
      if stamp[row] == round {
        let value = column.entries[index].value
        sum += marks[row].isDeduction ? -value : value
        terms += value == 0 ? 0 : 1
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
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if Int(entries[middle].row) < row { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The figure in a row, or nil.
  public func figure(at row: Int) -> FigureID? {
    let index = firstIndex(from: row)
    return index < entries.count && Int(entries[index].row) == row ? FigureID(entries[index].figure) : nil
  }

  /// The value in a row, or nil.
  public func value(at row: Int) -> Int128? {
    let index = firstIndex(from: row)
    return index < entries.count && Int(entries[index].row) == row ? entries[index].value : nil
  }

  /// Whether a row holds something that cannot be read as one figure.
  public func hasGap(at row: Int) -> Bool {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if Int(gaps[middle]) < row { low = middle + 1 } else { high = middle }
    }
    return low < gaps.count && Int(gaps[low]) == row
  }
}
