// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// What a finding is about, before it is put into words: the relations that are contradicted, and the figure held responsible.
struct Diagnosis: Sendable {
  /// Indices of the relations, the primary one first.
  var relations: [Int]
  /// The figure to look at first, or nil where only a mark can be pointed at.
  var primary: FigureID?
  /// What the primary figure should show, in base units with the places to print, if that is certain.
  var expected: Decimal?
  /// The value that mends the relations, certain or not.
  var mended: Decimal?
  var cause: Cause?
  /// Whether the figure is the only one whose change mends the relations.
  var isUnique = false
}

/// What the search for findings works on.
struct Case: Sendable {
  var facts: Facts
  var relations: [Relation]
  var judgements: [Judgement]
  var evaluator: Evaluator

  /// The reading of a relation that decided its verdict; nil for a relation without readings.
  func claim(_ relation: Int) -> Claim? {
    let readings = relations[relation].readings
    let reading = judgements[relation].reading
    return reading < readings.count ? readings[reading] : nil
  }

  /// The readable figures of a claim, the derived one first, each once.
  func figures(_ claim: Claim) -> [FigureID] {
    var seen: Set<FigureID> = []
    var figures: [FigureID] = []
    claim.forEachOperand { operand in
      guard facts.figures.indices.contains(operand.figure) else { return }
      if seen.insert(operand.figure).inserted { figures.append(operand.figure) }
    }
    return figures
  }

  /// The figure that a claim computes from the others: total, rate, score; the odd one of several statements.
  func derived(_ claim: Claim) -> FigureID? {
    if case .equal(let operands) = claim { return evaluator.oddOne(of: operands)?.figure }
    return figures(claim).first
  }
}
