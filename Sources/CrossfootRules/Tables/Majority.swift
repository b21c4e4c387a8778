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
    for relation in relations {
      let verdicts = relation.readings.map { evaluator.verdict(of: $0) }
      if verdicts.contains(where: { $0.rank > Verdict.contestedRank }) {
        holds += 1
      } else if verdicts.allSatisfy({ $0 == .contradicted }) {
        fails += 1
      }
    }
  }

  /// Whether the rows other than one that fails bear out what is claimed of the column.
  var isBorneOut: Bool { max(0, fails - 1) * 2 <= holds || holds + fails <= Majority.few && fails <= 1 }
}
