// SPDX-License-Identifier: Apache-2.0

/// Relations of one column of a table, one a row: what a header says of the column is believed only if its rows bear it
/// out.
struct Majority {
  private var holds = 0
  private var fails = 0

  /// Rows that are too few to outvote one that fails.
  private static let few = 3

  /// - Parameter relations: the relations of a column, one a row.
  init(_ relations: [Relation], _ evaluator: Evaluator) {
    for index in relations.indices {
      switch evaluator.vote(relations, at: index) {
      case true: holds += 1
      case false: fails += 1
      case nil: break
      }
    }
  }

  /// Whether the rows other than one that fails bear out what is claimed of the column.
  var isBorneOut: Bool { max(0, fails - 1) * 2 <= holds || holds + fails <= Majority.few && fails <= 1 }
}

extension Evaluator {
  /// Whether one of some relations holds in one of its readings; nil where it neither does nor fails in all of them.
  func vote(_ relations: [Relation], at index: Int) -> Bool? {
    var fails = true
    for reading in relations[index].readings.indices {
      let verdict = verdict(of: relations[index].readings[reading])
      if verdict.rank > Verdict.contestedRank { return true }
      if verdict != .contradicted { fails = false }
    }
    return fails ? false : nil
  }
}
