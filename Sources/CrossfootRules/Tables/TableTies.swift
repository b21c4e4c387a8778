// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds columns of different tables that print the same figures, row by row of the same name.
///
/// Two columns are taken for the same only if the rows show it: at least three names agree besides the one that is judged, with so many
/// digits that chance is ruled out, no other name disagrees, and the largest figures of both columns agree. Then a name that
/// disagrees contradicts: the columns could not foot otherwise.
struct TableTies {
  /// Two columns that print the same figures.
  struct Pair {
    /// The figures of a name in both columns.
    var ties: [(a: FigureID, b: FigureID)] = []
    /// Of those, the ones that disagree, and the index of the largest figures.
    var apart: [Int] = []
    var largest = 0
  }

  /// A column of a table with the figure of each name in it.
  private struct Column {
    var table: Int
    var names: [LabelID: FigureID] = [:]
    var largest: FigureID = -1
  }

  private struct Key: Hashable {
    var a: Int
    var b: Int
  }

  /// Names that must agree, the digits they must have together, and occurrences of a name that are compared with one.
  private static let fewest = 3
  private static let digits = 12
  private static let reach = 6

  private let facts: Facts
  private var columns: [Column] = []

  init(_ facts: Facts) {
    self.facts = facts
    for (index, table) in facts.tables.enumerated() where !table.isPartial {
      for part in table.parts { collect(part, table, index) }
    }
  }

  private mutating func collect(_ part: PartModel, _ table: TableModel, _ index: Int) {
    for column in part.addedColumns(facts) {
      let figures = part.figures[column]
      var found = Column(table: index)
      var repeated: Set<LabelID> = []
      var most: UInt128 = 0
      for (entry, row) in figures.rows.enumerated() {
        let figure = FigureID(figures.figures[entry])
        if figures.values[entry].magnitude > most {
          most = figures.values[entry].magnitude
          found.largest = figure
        }
        let name = table.rowNames[Int(row)]
        if name == 0 || table.rowMarks[Int(row)].isLoose || !repeated.insert(name).inserted {
          found.names[name] = nil
        } else {
          found.names[name] = figure
        }
      }
      if found.names.count > TableTies.fewest { columns.append(found) }
    }
  }

  /// The pairs of columns, each column with the earlier one it agrees with best.
  func pairs() -> [Pair] {
    var places: [LabelID: [Int]] = [:]
    for (index, column) in columns.enumerated() { for name in column.names.keys { places[name, default: []].append(index) } }
    var votes: [Key: Int] = [:]
    for (name, indices) in places { vote(name, indices, &votes) }
    var best: [Int: (partner: Int, points: Int)] = [:]
    for (key, points) in votes where points >= TableTies.digits {
      if let old = best[key.b], (old.points, -old.partner) >= (points, -key.a) { continue }
      best[key.b] = (key.a, points)
    }
    return best.sorted { $0.key < $1.key }.compactMap { pair($0.value.partner, $0.key) }
  }

  private func vote(_ name: LabelID, _ indices: [Int], _ votes: inout [Key: Int]) {
    for (at, first) in indices.enumerated() {
      guard let a = columns[first].names[name], !facts[a].quantity.digits.isZero else { continue }
      for second in indices[(at + 1)...].prefix(TableTies.reach) where columns[second].table != columns[first].table {
        guard let b = columns[second].names[name], agree(a, b) else { continue }
        votes[Key(a: first, b: second), default: 0] += ColumnInference.digits(facts[a].quantity.digits.mantissa) - 1
      }
    }
  }

  private func pair(_ first: Int, _ second: Int) -> Pair? {
    var pair = Pair()
    let (a, b) = (columns[first], columns[second])
    guard agree(a.largest, b.largest) || a.names.contains(where: { $0.value == a.largest && b.names[$0.key] == b.largest })
    else { return nil }
    for (name, figure) in a.names.sorted(by: { $0.key < $1.key }) {
      guard let other = b.names[name] else { continue }
      if facts[figure].quantity.digits.isZero, facts[other].quantity.digits.isZero { continue }
      if figure == a.largest || other == b.largest { pair.largest = pair.ties.count }
      if !agree(figure, other) { pair.apart.append(pair.ties.count) }
      pair.ties.append((figure, other))
    }
    return pair.ties.count > TableTies.fewest && pair.apart.count <= 1 ? pair : nil
  }

  /// Whether two figures are counted in the same thing and agree at the coarser precision.
  private func agree(_ a: FigureID, _ b: FigureID) -> Bool {
    guard a >= 0, b >= 0, facts.areAlike(a, b) else { return false }
    let (x, y) = (facts[a].quantity, facts[b].quantity)
    let coarser = max(x.lastPlace, y.lastPlace)
    guard let twice = x.value.subtracting(y.value)?.magnitude?.multiplied(by: 2) else { return false }
    return x.lastPlace == y.lastPlace ? twice.isZero : twice.order(Decimal(1, exponent: coarser)) <= 0
  }
}
