// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// What a finding is about, before it is put into words: the relations that are contradicted, and the figure held
/// responsible.
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
final class Case: Sendable {
  let facts: Facts
  let relations: [Relation]
  let judgements: [Judgement]
  let evaluator: Evaluator

  init(facts: Facts, relations: [Relation], judgements: [Judgement], evaluator: Evaluator) {
    self.facts = facts
    self.relations = relations
    self.judgements = judgements
    self.evaluator = evaluator
  }

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

  /// The figure that a claim computes from the others: total, rate, score. Of several statements the odd one, of
  /// parts that exceed their whole the largest, of ordinals the first out of order.
  func derived(_ claim: Claim) -> FigureID? {
    switch claim {
    case .equal(let operands): evaluator.oddOne(of: operands)?.figure
    case .atMost(let left, _): largest(left) ?? figures(claim).first
    case .sequence(let operands): evaluator.firstGap(in: operands)?.figure
    default: figures(claim).first
    }
  }

  private func largest(_ terms: [Term]) -> FigureID? {
    var best: (figure: FigureID, size: Decimal)?
    for term in terms {
      guard let size = evaluator.total([term])?.magnitude else { continue }
      if best.map({ size.order($0.size) > 0 }) ?? true { best = (term.operand.figure, size) }
    }
    return best?.figure
  }
}
