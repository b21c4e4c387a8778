// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds columns of different tables that print the same figures, row by row of the same name.
///
/// Two columns are taken for the same only if the rows show it: at least three names agree besides the one that is judged, with so many
/// digits that chance is ruled out, no other name disagrees, and the largest other figures of both columns agree. Then a name that
/// disagrees contradicts: the columns could not foot otherwise.
struct TableTies {
  /// A figure that two columns print.
  struct Tie: Hashable {
    var a: FigureID
    var b: FigureID
    /// Whether it is the largest of both columns: columns of other scope may differ in nothing but their totals.
    var isLargest: Bool
  }

  /// A column of a table with the figure of each name in it, and its two largest figures.
  private struct Column {
    var table: Int
    var names: [LabelID: FigureID] = [:]
    var largest: [FigureID] = []
  }

  /// Two columns and what the names that both print say to them.
  private struct Pair {
    var a: Int
    var b: Int
    /// Names that agree, but noughts, and the digits they agree in.
    var agreeing = 0
    var points = 0
    /// Names that disagree.
    var apart: [LabelID] = []
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
      for (entry, row) in figures.rows.enumerated() {
        let figure = FigureID(figures.figures[entry])
        let name = table.rowNames[Int(row)]
        if name == 0 || table.rowMarks[Int(row)].isLoose || !repeated.insert(name).inserted {
          found.names[name] = nil
        } else {
          found.names[name] = figure
        }
      }
      if found.names.count > TableTies.fewest {
        found.largest = figures.values.indices.sorted { figures.values[$0].magnitude > figures.values[$1].magnitude }.prefix(2)
          .map { FigureID(figures.figures[$0]) }
        columns.append(found)
      }
    }
  }

  /// The figures that are printed twice: every name of a column with the earlier column that agrees with it best in all other names.
  func ties() -> [Tie] {
    var partners: [Int: [Pair]] = [:]
    for pair in pairs() { partners[pair.b, default: []].append(pair) }
    var ties: [Tie] = []
    for (column, pairs) in partners.sorted(by: { $0.key < $1.key }) {
      for (name, figure) in columns[column].names.sorted(by: { $0.value < $1.value }) {
        var best: (tie: Tie, points: Int)?
        for pair in pairs {
          guard let tie = tie(name, figure, pair), let points = points(of: pair, without: name) else { continue }
          if best.map({ $0.points < points }) ?? true { best = (tie, points) }
        }
        if let best { ties.append(best.tie) }
      }
    }
    return ties
  }

  // MARK: pairs

  /// Pairs of columns that may print the same, the name to be judged aside.
  private func pairs() -> [Pair] {
    var places: [LabelID: [Int]] = [:]
    for (index, column) in columns.enumerated() { for name in column.names.keys { places[name, default: []].append(index) } }
    var votes: [Key: Pair] = [:]
    for (name, indices) in places {
      for (at, first) in indices.enumerated() {
        for second in indices[(at + 1)...].prefix(TableTies.reach) where columns[second].table != columns[first].table {
          vote(name, &votes[Key(a: first, b: second), default: Pair(a: first, b: second)])
        }
      }
    }
    return votes.values.filter { $0.agreeing >= TableTies.fewest && $0.points >= TableTies.digits && $0.apart.count <= 1 }
      .sorted { ($0.b, $0.a) < ($1.b, $1.a) }
  }

  private func vote(_ name: LabelID, _ pair: inout Pair) {
    guard let a = columns[pair.a].names[name], let b = columns[pair.b].names[name] else { return }
    if facts[a].quantity.digits.isZero, facts[b].quantity.digits.isZero { return }
    if facts.agree(a, b) {
      pair.agreeing += 1
      pair.points += points(a)
    } else {
      pair.apart.append(name)
    }
  }

  /// The digits in which a pair agrees without a name; nil if the others do not show that it prints the same.
  private func points(of pair: Pair, without name: LabelID) -> Int? {
    var (agreeing, points) = (pair.agreeing, pair.points)
    guard pair.apart.allSatisfy({ $0 == name }), let a = columns[pair.a].names[name], let b = columns[pair.b].names[name]
    else { return nil }
    if pair.apart.isEmpty, !facts[a].quantity.digits.isZero {
      agreeing -= 1
      points -= self.points(a)
    }
    let largest = (columns[pair.a].largest.first { $0 != a }, columns[pair.b].largest.first { $0 != b })
    guard agreeing >= TableTies.fewest, points >= TableTies.digits, let x = largest.0, let y = largest.1, facts.agree(x, y)
    else { return nil }
    return points
  }

  private func tie(_ name: LabelID, _ figure: FigureID, _ pair: Pair) -> Tie? {
    guard let other = columns[pair.a].names[name], facts.areAlike(other, figure) else { return nil }
    let isLargest = columns[pair.a].largest.first == other && columns[pair.b].largest.first == figure
    return Tie(a: other, b: figure, isLargest: isLargest)
  }

  private func points(_ figure: FigureID) -> Int {
    max(0, ColumnInference.digits(facts[figure].quantity.digits.mantissa) - 1)
  }
}
