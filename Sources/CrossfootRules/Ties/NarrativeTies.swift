// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// Finds amounts of running text that repeat a row of a table.
///
/// A name alone proves nothing: the same name stands for other years, stages, funds and levels. So the amounts of one
/// paragraph, of one section or of the whole report are looked at together: they repeat a table if all others that the
/// table names agree with a figure of their rows, at least two of them, with so many digits that chance is ruled out.
/// Then one that agrees with none contradicts.
struct NarrativeTies {
  /// An amount with figures of its rows.
  struct Tie {
    var amount: FigureID
    /// Figures of one table, those that agree first.
    var figures: [FigureID]
    /// How many other amounts of its series agree with that table.
    var witnesses: Int
    /// Whether figures of another table agree as well: then a change of this table's would not be told.
    var isShared: Bool
  }

  /// The figures of one table in the rows of an amount's name.
  private struct Match {
    var table: Int
    var agreeing: [FigureID] = []
    var others: [FigureID] = []
    /// Whether one of the others is a unit of the last place apart: the text may be rounded otherwise than the table.
    var isNear = false

    /// Adds a figure of one of the rows.
    mutating func add(_ figure: FigureID, _ amount: NamedAmount, _ facts: Facts) {
      guard facts.areAlike(figure, amount.figure), !facts[figure].quantity.digits.isZero,
        others.count < NarrativeTies.mostValues
      else { return }
      if facts.agree(amount.figure, figure) {
        agreeing.append(figure)
      } else if !others.contains(where: { facts[$0].quantity.value.equals(facts[figure].quantity.value) }) {
        others.append(figure)
        if facts.gap(amount.figure, figure) <= 0 { isNear = true }
      }
    }
  }

  /// Amounts that are looked at together.
  private enum Series: Hashable {
    case passage(Int)
    case section(Int, TopicStage?)
    case report(TopicStage?)
  }

  /// A series and a table that it may repeat.
  private struct Key: Hashable {
    var series: Series
    var table: Int
  }

  /// How many amounts of a series agree with a table, their digits, and how many do not, those apart that are near.
  private struct Tally {
    var agreeing = 0
    var digits = 0
    var near = 0
    var apart = 0

    /// Counts an amount, or takes it out again (a sign of -1).
    mutating func add(_ match: Match, digits points: Int, _ sign: Int) {
      if match.agreeing.isEmpty {
        if match.isNear { near += sign } else { apart += sign }
      } else {
        agreeing += sign
        digits += sign * points
      }
    }
  }

  /// Amounts that must agree besides the one that is judged, and the digits beyond the first that they must have
  /// together.
  private static let fewest = 2
  private static let digits = 8
  /// How many must agree for each that is near.
  private static let agreeingForNear = 3
  /// More rows of one name, or more values in them, prove nothing.
  private static let mostRows = 24
  private static let mostNamesakes = 200
  private static let mostValues = 8

  private let facts: Facts
  private var matches: [[Match]] = []
  private var tallies: [Key: Tally] = [:]

  init(_ facts: Facts) {
    self.facts = facts
    // The first row of each name, and for each row the next of its name.
    var first = [Int](of: -1, times: facts.labels.count)
    var next = [Int](of: -1, times: facts.namedRows.count)
    for row in facts.namedRows.indices.reversed() {
      let name = Int(facts.namedRows[row].name)
      next[row] = first[name]
      first[name] = row
    }
    for amount in facts.namedAmounts {
      var rows: [Int] = []
      var row = first[Int(amount.name)]
      while row >= 0, rows.count <= Self.mostNamesakes {
        rows.append(row)
        row = next[row]
      }
      matches.append(rows.isEmpty ? [] : Self.matches(amount, rows, facts))
    }
    tallies.reserveCapacity(3 * matches.reduce(0) { $0 + $1.count })
    for (amount, matches) in zip(facts.namedAmounts, matches) {
      for match in matches {
        for series in Self.series(of: amount) {
          let key = Key(series: series, table: match.table)
          tallies[key, default: Tally()].add(match, digits: Self.points(amount, facts), 1)
        }
      }
    }
  }

  private static func series(of amount: NamedAmount) -> [Series] {
    [.passage(amount.block), .section(amount.heading, amount.stage), .report(amount.stage)]
  }

  /// The digits of an amount beyond the first.
  private static func points(_ amount: NamedAmount, _ facts: Facts) -> Int {
    max(0, facts[amount.figure].quantity.digits.digitCount - 1)
  }

  /// The ties that a series bears out.
  func found() -> [Tie] {
    var ties: [Tie] = []
    for index in matches.indices where !matches[index].isEmpty {
      let amount = facts.namedAmounts[index]
      let agreeing = matches[index].count { !$0.agreeing.isEmpty }
      let agrees = agreeing > 0
      var best: Tie?
      for match in matches[index] where match.agreeing.isEmpty != agrees {
        let witnesses = witnesses(for: amount, match)
        guard witnesses >= Self.fewest, witnesses > best?.witnesses ?? 0 else { continue }
        best = Tie(
          amount: amount.figure, figures: Array((match.agreeing + match.others).prefix(Self.mostValues)),
          witnesses: witnesses, isShared: agreeing > 1)
      }
      if let best { ties.append(best) }
    }
    return ties
  }

  /// How many other amounts agree with a table, in the series that shows it best.
  private func witnesses(for amount: NamedAmount, _ match: Match) -> Int {
    var most = 0
    for series in Self.series(of: amount) {
      guard var others = tallies[Key(series: series, table: match.table)] else { continue }
      others.add(match, digits: Self.points(amount, facts), -1)
      // One that is near is a slip; several are the way the text is rounded, of which this may be one more.
      let isBorneOut = others.near == 0 || !match.isNear && others.near * Self.agreeingForNear <= others.agreeing
      if others.apart == 0, isBorneOut, others.digits >= Self.digits { most = max(most, others.agreeing) }
    }
    return most
  }

  /// The tables that name an amount, by the name above it too where it has one.
  private static func matches(_ amount: NamedAmount, _ rows: [Int], _ facts: Facts) -> [Match] {
    guard !facts[amount.figure].quantity.digits.isZero, rows.count <= Self.mostNamesakes else { return [] }
    var own = rows
    if amount.parent != 0 {
      let exact = rows.filter { facts.namedRows[$0].parent == amount.parent }
      // Where no row has that parent, it may have been read wrong; then the name must belong to one parent only.
      let isClear = rows.allSatisfy { facts.namedRows[$0].parent == facts.namedRows[rows[0]].parent }
      own = !exact.isEmpty ? exact : isClear ? rows : rows.filter { facts.namedRows[$0].parent == 0 }
    }
    guard own.count <= Self.mostRows else { return [] }
    var matches: [Match] = []
    for row in own {
      let place = facts.namedRows[row]
      if matches.last?.table != place.table { matches.append(Match(table: place.table)) }
      for figure in facts.tables[place.table].figures[place.row] where figure >= 0 {
        matches[matches.count - 1].add(figure, amount, facts)
      }
    }
    return matches.filter { (!$0.agreeing.isEmpty || !$0.others.isEmpty) && $0.others.count < Self.mostValues }
  }
}
