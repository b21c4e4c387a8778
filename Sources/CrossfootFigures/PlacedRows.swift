// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Finds rows of figures whose names extraction has scrambled above them, but in an order that is still that of the
/// columns: a total, its parts, and behind one of them the two that make it up (合计, 因公出国（境）费, 公务用车购置及运行费: 小计, 购置费, 运行费,
/// 公务接待费).
struct PlacedRows {
  let document: Document
  let words: TableLexicon

  /// Rows of figures of such a table at most; blocks above it, and bytes of each of them, that are looked at.
  private static let mostRows = 4
  private static let mostBlocks = 8
  private static let longest = 600
  /// How often the columns may be printed side by side: budget and actual.
  private static let most = 2

  /// The sums of a part's rows.
  func sums(_ part: TablePart, _ model: TableModel, _ facts: Facts) -> [(whole: PlacedSum, divided: PlacedSum)] {
    guard let first = firstOfFew(part, model) else { return [] }
    for (parts, divided) in words.placed {
      let count = parts.count + 3
      var rows: [[FigureID]] = []
      for row in first..<part.body.upperBound where model.rows[row] != .header {
        if let figures = figures(of: row, count, model, facts) { rows.append(figures) }
      }
      guard !rows.isEmpty, let order = order(of: parts, above: first, model) else { continue }
      return rows.flatMap { row in
        stride(from: 0, to: row.count, by: count).map { sums(Array(row[$0..<$0 + count]), order, divided) }
      }
    }
    return []
  }

  /// The first row with figures of a part that has but a few of them.
  private func firstOfFew(_ part: TablePart, _ model: TableModel) -> Int? {
    var first: Int?
    var count = 0
    for row in part.body where model.rows[row] != .header && model.hasFigure(row: row) {
      first = first ?? row
      count += 1
      if count > PlacedRows.mostRows { return nil }
    }
    return first
  }

  /// The figures of a row, once or twice as many as there are columns, without the numbers of the columns before them.
  private func figures(of row: Int, _ count: Int, _ model: TableModel, _ facts: Facts) -> [FigureID]? {
    // Once or twice the columns, and as many numbers of columns before them.
    let filled = model.figureCount(row: row)
    guard filled == count || filled == 2 * count || filled == 4 * count else { return nil }
    var ids = model.figures[row].filter { $0 >= 0 }
    if ids.count > 1, ids.count % 2 == 0, isCounting(ids.prefix(ids.count / 2), facts) {
      ids.removeFirst(ids.count / 2)
    }
    guard ids.count % count == 0, 1...PlacedRows.most ~= ids.count / count, !isCounting(ids[...], facts) else {
      return nil
    }
    let isPlain = ids.allSatisfy { id in
      facts.figures[id].readable && facts.figures[id].quantity.qualifier == .exact
        && !facts.figures[id].quantity.unit.dimension.isRate
    }
    return isPlain ? ids : nil
  }

  private func isCounting(_ ids: ArraySlice<FigureID>, _ facts: Facts) -> Bool {
    ids.enumerated().allSatisfy { number, id in
      let digits = facts.figures[id].quantity.digits
      return digits.exponent == 0 && digits.mantissa == Int128(number + 1)
    }
  }

  private func sums(_ row: [FigureID], _ order: [Int], _ divided: Int) -> (whole: PlacedSum, divided: PlacedSum) {
    var parts: [FigureID] = []
    var halves: [FigureID] = []
    var column = 1
    for part in order {
      parts.append(row[column])
      column += 1
      if part == divided {
        halves = [row[column], row[column + 1]]
        column += 2
      }
    }
    let whole = order.firstIndex(of: divided).map { parts[$0] } ?? row[0]
    return (PlacedSum(total: row[0], parts: parts), PlacedSum(total: whole, parts: halves))
  }

  // MARK: names

  /// The parts in the order in which their names are first printed above a row; nil if one of them is not.
  private func order(of parts: [WordTrie], above row: Int, _ model: TableModel) -> [Int]? {
    let table = document.tables[model.table]
    let blocks = blocksAbove(table)
    var places: [Int] = []
    for part in parts {
      guard
        let place = place(of: part, in: blocks) ?? place(of: part, in: table.cells[..<table.rows[row].cells.upperBound])
      else { return nil }
      places.append(place)
    }
    return parts.indices.sorted { places[$0] < places[$1] }
  }

  /// The last blocks above a table that are not tables.
  private func blocksAbove(_ table: Table) -> Range<Int> {
    let first = max(0, table.block - PlacedRows.mostBlocks)
    let end = max(first, table.block)
    return ((first..<end).last { document.blocks[$0].kind.isTable }.map { $0 + 1 } ?? first)..<end
  }

  /// Where a name is first printed in blocks or rows.
  private func place(of name: WordTrie, in blocks: Range<Int>) -> Int? {
    for block in blocks { if let place = place(of: name, document.blocks[block].range) { return place } }
    return nil
  }

  private func place(of name: WordTrie, in cells: ArraySlice<Cell>) -> Int? {
    for cell in cells { if let place = place(of: name, cell.range) { return place } }
    return nil
  }

  private func place(of name: WordTrie, _ range: Range<Int>) -> Int? {
    guard !range.isEmpty, range.count <= PlacedRows.longest else { return nil }
    return name.nextWord(in: document.flow.bytes, from: range.lowerBound, to: range.upperBound)?.range.lowerBound
  }
}
