// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Evaluator {
  /// The readings of a relation that hold besides the one that decided. A figure that one of them does without is not
  /// fixed.
  func rivals(_ readings: [Claim], _ judgement: Judgement) -> [Claim] {
    guard readings.count > 1 else { return [] }
    return readings.indices.filter { reading in
      reading != judgement.reading && readings[reading].isEquality
        && verdict(of: readings[reading]).rank > Verdict.contestedRank
    }.map { readings[$0] }
  }

  /// Calls `body` with each figure that a relation which ticks fixes: those whose change would be told.
  /// - Parameter relations: those that were judged.
  public func forEachFixed(_ relations: [Relation], _ judgement: Judgement, _ body: (FigureID) -> Void) {
    let rivals = rivals(relations[judgement.relation].readings, judgement)
    let claim = relations[judgement.relation].readings[judgement.reading]
    let isSum = claim.isSum
    claim.forEachOperand { operand in
      let figure = operand.figure
      // A sum fixes all of its figures.
      guard isSum || isFixed(figure, in: claim), !relations[judgement.relation].premises.contains(figure),
        rivals.allSatisfy({ $0.containsOperand { $0.figure == figure } })
      else { return }
      body(figure)
    }
  }

  /// By how much each figure that a relation fixes may change, in base units, before the relation is contradicted.
  /// - Parameter relations: those that were judged.
  public func slacks(_ relations: [Relation], _ judgement: Judgement) -> [(figure: FigureID, slack: Decimal)] {
    var fixed: Set<FigureID> = []
    forEachFixed(relations, judgement) { fixed.insert($0) }
    let readings = relations[judgement.relation].readings
    var slacks = slacks(readings[judgement.reading]).filter { fixed.contains($0.figure) }
    if relations[judgement.relation].closure == .unknown, let rest = smallestRest(readings[judgement.reading]) {
      for index in slacks.indices { slacks[index].slack = Decimal.greatest(slacks[index].slack, rest) }
    }
    for rival in rivals(readings, judgement) {
      for (figure, slack) in self.slacks(rival) {
        for index in slacks.indices where slacks[index].figure == figure {
          slacks[index].slack = Decimal.greatest(slacks[index].slack, slack)
        }
      }
    }
    return slacks
  }

  /// Whether a claim that holds fixes this figure. A quotient of nothing holds for any base, a product of nothing for
  /// any factor.
  private func isFixed(_ figure: FigureID, in claim: Claim) -> Bool {
    func isZero(_ operand: Operand) -> Bool { (try? value(operand).isZero) ?? true }
    func isDigit(_ operand: Operand) -> Bool { (try? value(operand)).map { $0.mantissa.magnitude < 10 } ?? true }
    switch claim {
    case .ratio(let result, let numerator, let denominator, _, let offset):
      // A base of one digit may turn into nothing, which no rate contradicts.
      if denominator.count == 1, denominator[0].operand.figure == figure, isDigit(denominator[0].operand) {
        return false
      }
      guard offset == 0, figure != result.figure, isZero(result) else { return true }
      return numerator.contains { $0.operand.figure == figure }
        || !denominator.contains { $0.operand.figure == figure }
    case .product(_, let weight, let rate, _):
      if figure == weight.figure { return !isZero(rate) }
      return figure != rate.figure || !isZero(weight)
    case .composed(let whole, let parts, _): return fixes(figure, Composition(whole, parts))
    default: return true
    }
  }
}
