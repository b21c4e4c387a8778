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
  /// Figures that are left of a row at least where blanks were dropped: a total, what is divided, and one of its parts.
  private static let fewest = 3

  /// The sums of a part's rows.
  func sums(_ part: TablePart, _ model: TableModel, _ facts: Facts) -> [(whole: PlacedSum, divided: PlacedSum)] {
    found(part, model, facts) { row, names, print in sums(row, names, print, facts) }
  }

  /// For each row of a part that prints budgets and actual amounts the figures of its columns, in pairs; empty where no
  /// reading makes both series add up.
  func pairs(_ part: TablePart, _ model: TableModel, _ facts: Facts) -> [[(FigureID, FigureID)]] {
    found(part, model, facts) { row, names, print in
      let series = series(of: row, names.columns, isPaired: print.isPaired)
      guard series.count == 2 else { return [] }
      let isBorneOut = PlacedReading.all(print.order, names.divided, figures: series[0].count).contains { reading in
        series.allSatisfy { reading.holds($0, facts) }
      }
      return isBorneOut ? [Array(zip(series[0], series[1]))] : []
    }
  }

  private func found<Found>(
    _ part: TablePart, _ model: TableModel, _ facts: Facts, _ read: ([FigureID], PlacedParts, Print) -> [Found]
  ) -> [Found] {
    guard let first = firstOfFew(part, model) else { return [] }
    for names in words.placed {
      let rows = (first..<part.body.upperBound).compactMap { figures(of: $0, names.columns, model, facts) }
      guard !rows.isEmpty, let print = print(of: names, above: first, model) else { continue }
      return rows.flatMap { read($0, names, print) }
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

  /// The figures of a row, as many as there are columns once or twice, or fewer, without the numbers of the columns
  /// before them.
  private func figures(of row: Int, _ columns: Int, _ model: TableModel, _ facts: Facts) -> [FigureID]? {
    guard model.rows[row] != .header, PlacedRows.fewest...4 * columns ~= model.figureCount(row: row) else { return nil }
    var ids = model.figures[row].filter { $0 >= 0 }
    if ids.count > 1, ids.count % 2 == 0, isCounting(ids.prefix(ids.count / 2), facts) {
      ids.removeFirst(ids.count / 2)
    }
    guard ids.count == columns || ids.count % 2 == 0 && 2 * PlacedRows.fewest...2 * columns ~= ids.count,
      !isCounting(ids[...], facts)
    else { return nil }
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

  // MARK: readings

  /// The sums of a row: by the order of the names where it is certain, else by the only one that its other series
  /// bears out.
  private func sums(_ row: [FigureID], _ names: PlacedParts, _ print: Print, _ facts: Facts) -> [(
    whole: PlacedSum, divided: PlacedSum
  )] {
    let series = series(of: row, names.columns, isPaired: print.isPaired)
    guard let count = series.first?.count else { return [] }
    if count == names.columns, print.isCertain {
      return series.compactMap { PlacedReading(print.order, names.divided, Set(0..<names.columns))?.sums($0) }
    }
    let readings = PlacedReading.all(print.order, names.divided, figures: count)
    // What is claimed of a series rests on the other one.
    return series.indices.compactMap { own in
      let borneOut = readings.filter { reading in
        series.indices.contains { $0 != own && reading.holds(series[$0], facts) }
      }
      guard let reading = borneOut.first, borneOut.count == 1,
        !readings.contains(where: { $0 != reading && $0.holds(series[own], facts) })
      else { return nil }
      return reading.sums(series[own])
    }
  }

  /// The figures of a row by budget and actual, which stand one after the other or in turns.
  private func series(of row: [FigureID], _ columns: Int, isPaired: Bool) -> [[FigureID]] {
    if row.count == columns { return [row] }
    if isPaired { return [0, 1].map { start in stride(from: start, to: row.count, by: 2).map { row[$0] } } }
    return [Array(row[..<(row.count / 2)]), Array(row[(row.count / 2)...])]
  }

  // MARK: names

  /// How the names of the columns are printed above a row.
  private struct Print {
    /// The parts in the order in which their names are first printed.
    var order: [Int]
    /// Whether that is the order of the columns: all stand on one line.
    var isCertain: Bool
    /// Whether a line names the columns in pairs (预算数 决算数 预算数 决算数 …).
    var isPaired: Bool
  }

  /// How the names of the parts are printed above a row; nil if one of them is not.
  private func print(of names: PlacedParts, above row: Int, _ model: TableModel) -> Print? {
    let table = document.tables[model.table]
    let blocks = blocksAbove(table).map { document.blocks[$0].range }
    let rows = table.rows[...row].map { row in
      row.cells.isEmpty
        ? 0..<0
        : table.cells[row.cells.lowerBound].range.lowerBound..<table.cells[row.cells.upperBound - 1].range.upperBound
    }
    let lines = (blocks + rows).filter { !$0.isEmpty && $0.count <= PlacedRows.longest }
    var places: [(line: Int, at: Int)] = []
    for name in names.parts {
      guard let place = place(of: name, in: lines) else { return nil }
      places.append(place)
    }
    return Print(
      order: places.indices.sorted { places[$0].at < places[$1].at },
      isCertain: places.allSatisfy { $0.line == places[0].line },
      isPaired: lines.contains { isRepeated($0, times: names.columns) })
  }

  /// The last blocks above a table that are not tables.
  private func blocksAbove(_ table: Table) -> Range<Int> {
    let first = max(0, table.block - PlacedRows.mostBlocks)
    let end = max(first, table.block)
    return ((first..<end).last { document.blocks[$0].kind.isTable }.map { $0 + 1 } ?? first)..<end
  }

  /// Where a name is first printed.
  private func place(of name: WordTrie, in lines: [Range<Int>]) -> (line: Int, at: Int)? {
    for (number, line) in lines.enumerated() {
      let found = name.nextWord(in: document.flow.bytes, from: line.lowerBound, to: line.upperBound)
      if let found { return (number, found.range.lowerBound) }
    }
    return nil
  }

  /// Whether a line is a text some times over.
  private func isRepeated(_ line: Range<Int>, times: Int) -> Bool {
    let text = LabelText.compact(document.flow.bytes[line])
    let length = text.count / times
    guard length > 0, text.count % times == 0 else { return false }
    return text.indices.dropFirst(length).allSatisfy { text[$0] == text[$0 - length] }
  }
}
