// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// The rows of a part that can bear witness to a relation of its columns: leaf rows that are read in full, no two of
/// them copies or multiples of each other, none the sum of those before it.
struct Witnesses {
  /// A row with its figures column by column, a blank as 0.
  struct Row {
    var row: Int
    var values: [Int128]
  }

  private let figures: [ColumnFigures]
  private let body: Range<Int>
  /// The likeliest tree of the part's rows.
  private let tree: RowTree?
  private let marks: [RowMark]
  private let columns: [Int]
  private let place: Int

  init(_ part: Int, of table: Int, in facts: borrowing Facts, _ columns: [Int]) {
    figures = facts.tables[table].parts[part].figures
    body = facts.tables[table].parts[part].body
    tree = facts.tables[table].parts[part].trees.first
    marks = facts.tables[table].rowMarks
    self.columns = columns
    var place = Int.max
    for column in columns { place = min(place, figures[column].place) }
    self.place = columns.isEmpty ? 0 : place
  }

  /// Up to `most` rows, spread over the part.
  func chosen(_ most: Int) -> [Row] {
    guard columns.count >= 3 else { return [] }
    let leaves = leaves()
    // More are looked at than are kept: copies fall away.
    let step = max(1, leaves.count / (2 * most))
    // Few are kept, and most differ in the first figures.
    var seen: [[Int128]] = []
    var chosen: [Row] = []
    var running = [Int128](repeating: 0, count: columns.count)
    for (index, row) in leaves.enumerated() where index % step == 0 && chosen.count < most {
      guard let values = values(of: row), values.count(where: { $0 != 0 }) >= 2 else { continue }
      if step == 1, chosen.count >= 2, values == running { continue }
      for column in values.indices { running[column] &+= values[column] }
      let primitive = Witnesses.primitive(values)
      if seen.contains(primitive) { continue }
      seen.append(primitive)
      chosen.append(Row(row: row, values: values))
    }
    return chosen
  }

  /// Rows that are no totals, by their words and by the likeliest tree.
  private func leaves() -> [Int] {
    var isWhole = [Bool](repeating: false, count: body.count)
    if let tree, tree.source != .position {
      for parent in tree.parent where parent >= 0 { isWhole[Int(parent)] = true }
    }
    return body.filter { row in
      marks[row].counts && marks[row].word == .none && !marks[row].isLoose && !isWhole[row - body.lowerBound]
    }
  }

  private func values(of row: Int) -> [Int128]? {
    var values: [Int128] = []
    values.reserveCapacity(columns.count)
    for column in columns {
      if figures[column].hasGap(at: row) { return nil }
      let index = figures[column].firstIndex(from: row)
      if index < figures[column].entries.count, Int(figures[column].entries[index].row) == row {
        guard let value = figures[column].value(index, at: place) else { return nil }
        values.append(value)
      } else {
        values.append(0)
      }
    }
    return values
  }

  /// A row without the factor that its figures have in common.
  private static func primitive(_ values: [Int128]) -> [Int128] {
    var factor: UInt128 = 0
    for value in values where factor != 1 {
      var (a, b) = (factor, value.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      factor = a
    }
    return factor <= 1 ? values : values.map { $0 / Int128(factor) }
  }
}
