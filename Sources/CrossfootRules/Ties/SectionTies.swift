// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds paragraphs that take up the parts of a list one by one (`支出A，包括人员支出B、公用经费C`, then `人员支出B，主要是…`): names of one
/// paragraph that return in later paragraphs of the same section.
///
/// That a name returns proves little; that the others do with the same amounts shows that this one does.
struct SectionTies {
  private struct Pair {
    var first: Int
    var later: Int
    var agrees: Bool
  }

  /// Pairs that must agree besides the one that is judged, and the digits beyond the first that they must have
  /// together.
  private static let fewest = 2
  private static let digits = 6

  private let facts: Facts

  init(_ facts: Facts) { self.facts = facts }

  /// Amounts with the amount of an earlier paragraph that they repeat.
  func found() -> [(first: FigureID, later: FigureID)] {
    var found: [(first: FigureID, later: FigureID)] = []
    var start = 0
    while start < facts.namedAmounts.count {
      var end = start + 1
      while end < facts.namedAmounts.count, facts.namedAmounts[end].heading == facts.namedAmounts[start].heading {
        end += 1
      }
      if end - start > Self.fewest * 2 { find(start..<end, &found) }
      start = end
    }
    return found
  }

  private func find(_ section: Range<Int>, _ found: inout [(first: FigureID, later: FigureID)]) {
    var firsts: [LabelID: Int] = [:]
    var pairs: [Int: [Pair]] = [:]
    for index in section {
      let amount = facts.namedAmounts[index]
      guard amount.word != 0, !facts[amount.figure].quantity.digits.isZero else { continue }
      guard let first = firsts[amount.word] else {
        firsts[amount.word] = index
        continue
      }
      let earlier = facts.namedAmounts[first]
      guard earlier.block != amount.block, earlier.stage == amount.stage, mayBeOfOneYear(earlier, amount),
        facts.areAlike(earlier.figure, amount.figure)
      else { continue }
      let pair = Pair(first: first, later: index, agrees: facts.agree(earlier.figure, amount.figure))
      pairs[earlier.block, default: []].append(pair)
    }
    for (_, pairs) in pairs.sorted(by: { $0.key < $1.key }) { judge(pairs, &found) }
  }

  /// Whether two amounts may be of one year: a later paragraph need not repeat the year of the first, and no year is
  /// the report's.
  private func mayBeOfOneYear(_ first: NamedAmount, _ later: NamedAmount) -> Bool {
    if first.year == later.year { return true }
    guard let usual = facts.profile.fiscalYear else { return later.year == nil }
    return (first.year ?? usual) == (later.year ?? usual)
  }

  private func judge(_ pairs: [Pair], _ found: inout [(first: FigureID, later: FigureID)]) {
    let apart = pairs.count { !$0.agrees }
    let points = pairs.reduce(0) { $0 + ($1.agrees ? self.points($1) : 0) }
    for pair in pairs {
      let others = pair.agrees ? points - self.points(pair) : points
      guard pairs.count > Self.fewest, apart == (pair.agrees ? 0 : 1), others >= Self.digits else { continue }
      found.append((facts.namedAmounts[pair.first].figure, facts.namedAmounts[pair.later].figure))
    }
  }

  private func points(_ pair: Pair) -> Int {
    max(0, figure(pair.later).quantity.digits.digitCount - 1)
  }

  private func figure(_ amount: Int) -> Figure { facts[facts.namedAmounts[amount].figure] }
}
