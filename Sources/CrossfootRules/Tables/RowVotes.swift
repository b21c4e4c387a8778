// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Relations of one form, one a row: each is claimed only if the other rows bear it out.
struct RowVotes {
  private let relations: [Relation]
  /// For each relation whether it holds; nil where it says nothing.
  private let votes: [Bool?]
  private let holds: Int
  private let fails: Int

  /// Other rows that hold for one that fails.
  private static let rare = 3

  init(_ relations: [Relation], _ evaluator: Evaluator) {
    self.relations = relations
    votes = relations.indices.map { evaluator.vote(relations, at: $0) }
    holds = votes.count { $0 == true }
    fails = votes.count { $0 == false }
  }

  /// The relations that the others bear out.
  /// - Parameter least: others that must hold.
  func borneOut(least: Int) -> [Relation] {
    relations.indices.compactMap { index in
      let others = holds - (votes[index] == true ? 1 : 0)
      let against = fails - (votes[index] == false ? 1 : 0)
      return others >= least && against * Self.rare <= others ? relations[index] : nil
    }
  }
}
