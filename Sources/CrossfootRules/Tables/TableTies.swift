// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// Finds columns of different tables that print the same figures, row by row of the same name.
///
/// Two columns are taken for the same only if the rows show it: at least three names agree besides the one that is
/// judged, with so many digits that chance is ruled out, no other name disagrees, and the largest other figures of both
/// columns agree. Then a name that disagrees contradicts: the columns could not foot otherwise.
struct TableTies {
  /// A figure that two columns print.
  struct Tie: Hashable {
    var a: FigureID
    var b: FigureID
    /// Whether it is the largest of both columns: columns of other scope may differ in nothing but their totals.
    var isLargest: Bool
  }

  /// Two columns and what the names that both print say to them.
  private struct Pair {
    var a: Int
    var b: Int
    /// Names that agree, but noughts, and the digits they agree in.
    var agreeing = 0
    var points = 0
    /// How many names disagree, and one of them.
    var apart = 0
    var name: LabelID = 0
  }

  /// Names that must agree, the digits they must have together, and occurrences of a name that are compared with one.
  private static let fewest = 3
  private static let digits = 12
  private static let reach = 6

  private let facts: Facts
  private let names: NamedColumns

  init(_ facts: Facts) {
    self.facts = facts
    names = NamedColumns(facts, fewest: TableTies.fewest)
  }

  /// The figures that are printed twice: every name of a column with the earlier column that agrees with it best in all
  /// other names.
  func ties() -> [Tie] {
    var ties: [Tie] = []
    // The pair of each earlier column with the one that is looked at, and the columns that have one.
    var open = [Pair](of: Pair(a: -1, b: -1), times: names.columns.count)
    for column in names.columns.indices {
      let pairs = pairs(of: column, &open)
      if pairs.isEmpty { continue }
      for entry in names.entries(of: column).sorted(by: { $0.figure < $1.figure }) {
        var best: (tie: Tie, points: Int)?
        for pair in pairs {
          guard let tie = tie(entry, pair), let points = points(of: pair, without: entry) else { continue }
          if best.map({ $0.points < points }) ?? true { best = (tie, points) }
        }
        if let best { ties.append(best.tie) }
      }
    }
    return ties
  }

  // MARK: pairs

  /// The earlier columns that may print the same as a column, the name to be judged aside; ascending.
  private func pairs(of column: Int, _ open: inout [Pair]) -> [Pair] {
    var earlier: [Int] = []
    let table = names.columns[column].table
    let byName = names.byName.span
    var pairs = open.mutableSpan
    for entry in names.entries(of: column) {
      for place in names.before(entry, most: TableTies.reach) {
        let other = byName[place].column
        guard names.columns[other].table != table else { continue }
        if pairs[other].b != column {
          pairs[other] = Pair(a: other, b: column)
          if earlier.isEmpty { earlier.reserveCapacity(16) }
          earlier.append(other)
        }
        vote(byName[place].figure, entry, &pairs[other])
      }
    }
    earlier.removeAll { other in
      open[other].agreeing < TableTies.fewest || open[other].points < TableTies.digits || open[other].apart > 1
    }
    return earlier.isEmpty ? [] : earlier.sorted().map { open[$0] }
  }

  private func vote(_ a: FigureID, _ b: NamedColumns.Entry, _ pair: inout Pair) {
    if isZero(a), isZero(b.figure) { return }
    if facts.agree(a, b.figure) {
      pair.agreeing += 1
      pair.points += points(a)
    } else {
      pair.apart += 1
      pair.name = b.name
    }
  }

  /// The digits in which a pair agrees without a name; nil if the others do not show that it prints the same.
  private func points(of pair: Pair, without entry: NamedColumns.Entry) -> Int? {
    var (agreeing, points) = (pair.agreeing, pair.points)
    guard pair.apart == 0 || pair.name == entry.name, let a = names.figure(entry, in: pair.a) else { return nil }
    if pair.apart == 0, !isZero(a) {
      agreeing -= 1
      points -= self.points(a)
    }
    guard agreeing >= TableTies.fewest, points >= TableTies.digits, let x = names.columns[pair.a].largest(but: a),
      let y = names.columns[pair.b].largest(but: entry.figure), facts.agree(x, y)
    else { return nil }
    return points
  }

  private func tie(_ entry: NamedColumns.Entry, _ pair: Pair) -> Tie? {
    guard let other = names.figure(entry, in: pair.a), facts.areAlike(other, entry.figure), !isOnePage(pair.a),
      !isOnePage(pair.b)
    else { return nil }
    let isLargest = names.columns[pair.a].largest == other && names.columns[pair.b].largest == entry.figure
    return Tie(a: other, b: entry.figure, isLargest: isLargest)
  }

  /// Whether a column stands on one of several pages of its table: it need not foot there, so that one row of another
  /// scope would not show.
  private func isOnePage(_ column: Int) -> Bool {
    let table = facts.tables[Int(names.columns[column].table)]
    return table.continues || table.isContinued && table.title != 0
  }

  private func isZero(_ figure: FigureID) -> Bool { facts.figures[figure].quantity.digits.isZero }

  private func points(_ figure: FigureID) -> Int {
    max(0, facts.figures[figure].quantity.digits.digitCount - 1)
  }
}
