// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Evaluator {
  /// Whether a relation that holds fixes its figures: it claims an equality of figures that are not all zero, in one
  /// reading, or in one that would hardly hold by chance.
  func ticks(_ relations: [Relation], at index: Int, _ judgement: Judgement) -> Bool {
    guard relations[index].readings[judgement.reading].isEquality,
      !isAllZero(relations[index].readings[judgement.reading])
    else { return false }
    // Only what would be told of a slip is fixed: a guess is not told but for a telling slip, and a list that need not
    // be closed only where it is taken whole.
    if relations[index].isGuess,
      !isTold(relations[index], judgement.reading, holds: true, rounded: judgement.verdict != .holds)
    {
      return false
    }
    if relations[index].closure == .unknown,
      !relations[index].isTight || judgement.reading >= relations[index].wholeReadings
    {
      return false
    }
    let count = relations[index].readings.count
    if count == 1, !isApproximate(relations[index].readings[0]) { return true }
    // The first reading was not chosen among others: it is the natural one, and holds or not by its own chance.
    let tries = judgement.reading == 0 && judgement.verdict == .holds ? 1 : count
    return
      (try? isBeyondChance(relations[index].readings[judgement.reading], judgement.verdict, tries: tries)) ?? false
  }

  /// Whether the chance that one of `tries` readings holds is below 1/1000. A derived figure of size M takes about M
  /// ÷ unit values at the place it is compared at; those within the slack make the claim hold.
  private func isBeyondChance(_ claim: Claim, _ verdict: Verdict, tries: Int) throws(Reason) -> Bool {
    let odds = Int.max / 1000 < tries ? Int.max : 1000 * tries
    let size: Decimal
    var slack: Decimal
    switch claim {
    case .linear(let terms):
      // A list is read at the finest place it prints, and so is its chance.
      (size, slack) = try sizeAndUnit(terms.map(\.operand), finest: true)
      if verdict != .holds { slack = try checked(range(ofList: terms, .stated).width?.adding(slack)) }
    case .equal(let operands), .whole(let operands, _):
      (size, slack) = try sizeAndUnit(operands)
    case .ratio(let result, let numerator, let denominator, let power, let offset):
      (size, slack) = try sizeAndUnit([result])
      if verdict != .holds {
        let ratio = Ratio(result, numerator, denominator, power: power, offset: offset)
        let base = try checked(sum(denominator).magnitude)
        let width = try checked(range(of: ratio, .stated).width)
        slack = try checked(Decimal.quotient(width, base, to: slack.exponent, .up)?.adding(slack))
      }
    case .composed: return false
    case .product(let result, _, _, _), .power(let result, _, _, _), .count(let result, _, _):
      (size, slack) = try sizeAndUnit([result])
    case .atMost, .sequence, .direction, .implies, .within, .observed, .unknown: return false
    }
    return try checked(slack.multiplied(by: odds)).order(size) < 0
  }

  /// The largest printed value, and one unit of the coarsest (or the finest) last digit.
  private func sizeAndUnit(_ operands: [Operand], finest: Bool = false) throws(Reason) -> (size: Decimal, unit: Decimal)
  {
    var size = Decimal.zero
    var place: Int?
    for operand in operands {
      let quantity = try quantity(operand)
      if quantity.digits.isZero { continue }
      size = try Decimal.greatest(size, checked(quantity.value.magnitude))
      place = place.map { finest ? min($0, quantity.lastPlace) : max($0, quantity.lastPlace) } ?? quantity.lastPlace
    }
    return (size, Decimal(1, exponent: place ?? 0))
  }
}
