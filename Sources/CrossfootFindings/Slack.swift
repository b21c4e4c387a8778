// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

extension Examination {
  /// For each figure by how much it may change, in base units, before a relation that ticks it is contradicted; nil
  /// for figures that are not ticked. Computed for all figures together, in one pass over the relations.
  public func slacks() -> [Decimal?] {
    var slacks = [Decimal?](repeating: nil, count: facts.figures.count)
    let evaluator = Evaluator(facts.figures)
    for judgement in judgements where judgement.ticks {
      for (figure, slack) in evaluator.slacks(relations, judgement) where states.indices.contains(figure) {
        guard states[figure] == .ticked else { continue }
        slacks[figure] = slacks[figure].map { Decimal.least($0, slack) } ?? slack
      }
    }
    return slacks
  }
}
