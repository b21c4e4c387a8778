// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// How a report rounds the figures it computes.
public enum RoundingHabit: Sendable, Hashable {
  /// As its relations show.
  case detected
  /// To the nearest last digit, always.
  case nearest
  /// By cutting off what follows the last digit.
  case truncates
}

/// A way of printing that a report keeps throughout. It excuses one unit of the last digit and is told once.
public enum Habit: String, Sendable, Hashable, CaseIterable {
  /// Computed rates are cut at their last digit instead of rounded.
  case truncates

  /// Independent relations that only the habit explains before it is believed.
  static let evidence = 3

  /// The habits that at least three independent relations show and none speaks against.
  static func found(
    in relations: [Relation], _ judgements: [Judgement], by evaluator: Evaluator
  ) -> [Habit] {
    var used: Set<FigureID> = []
    var shown = 0
    for (relation, judgement) in zip(relations, judgements) {
      switch judgement.verdict {
      case .contradicted:
        guard let claim = relation.readings.first(where: evaluator.isTruncated) else { continue }
        let figures = claim.operands.map(\.figure)
        if used.isDisjoint(with: figures) {
          shown += 1
          used.formUnion(figures)
        }
      case .holds:
        let claim = relation.readings[judgement.reading]
        if case .ratio = claim, !evaluator.isTruncated(claim) { return [] }
      default: continue
      }
    }
    return shown >= evidence ? [.truncates] : []
  }
}

extension Evaluator {
  /// Whether a habit of the report explains a claim.
  func isHabitual(_ claim: Claim) throws(Reason) -> Bool {
    habits.contains(.truncates) && isTruncated(claim)
  }

  /// Whether a printed ratio is the exact one with its further digits cut off.
  func isTruncated(_ claim: Claim) -> Bool {
    guard case .ratio(let result, let numerator, let denominator, let power, let offset) = claim
    else { return false }
    let ratio = Ratio(result, numerator, denominator, power: power, offset: offset)
    do throws(Reason) {
      let base = try sum(denominator)
      let excess = try excess(of: ratio)
      if excess.isZero { return true }
      let printed = try quantity(result)
      // What was cut off points away from zero, as the printed number does.
      let cut = excess.mantissa.signum() * base.mantissa.signum()
      let sign = printed.digits.mantissa.signum()
      if sign != 0, cut != sign { return false }
      let unit = try checked(base.magnitude?.multiplied(by: Decimal(1, exponent: printed.lastPlace)))
      return try checked(excess.magnitude).order(unit) < 0
    } catch {
      return false
    }
  }
}
