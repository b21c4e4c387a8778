// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A claim that the bases of the parts add up to that of the whole.
struct Composition {
  var whole: RatedAmount
  var parts: [RatedAmount]

  init(_ whole: RatedAmount, _ parts: [RatedAmount]) {
    self.whole = whole
    self.parts = parts
  }
}

extension RatedAmount {
  /// Whether one of the operands is as asked, the rate first: it is what the others give.
  @inlinable
  @inline(__always)
  public func contains(where test: (Operand) -> Bool) -> Bool { rate.map(test) ?? false || test(amount) }
}

extension Evaluator {
  /// Digits that a base is computed to beyond the last one of its amount.
  private static let further = 6

  /// What the parts' bases exceed that of the whole by, over all true values.
  func range(of composition: Composition, _ slack: Slack) throws(Reason) -> Interval {
    let place = try place(of: composition)
    var range = try checked(base(composition.whole, slack, place).multiplied(by: Decimal(-1)))
    for part in composition.parts { range = try checked(range.adding(base(part, slack, place))) }
    return range
  }

  private func place(of composition: Composition) throws(Reason) -> Int {
    var place = try quantity(composition.whole.amount).lastPlace
    for part in composition.parts { place = try min(place, quantity(part.amount).lastPlace) }
    return place &- Self.further
  }

  private func base(_ rated: RatedAmount, _ slack: Slack, _ place: Int) throws(Reason) -> Interval {
    let amount = try range(rated.amount, slack)
    guard let rate = rated.rate else { return amount }
    let change = try checked(resultRange(rate, slack).multiplied(by: Decimal(Int128(rated.sign))))
    let divisor = try checked(Interval(Decimal(Int128(rated.offset))).adding(change))
    // A base is not negative, and none is known of an amount that fell to nothing.
    guard divisor.lower.mantissa > 0 else { throw .zeroBase }
    return try checked(amount.multiplied(by: Decimal(100))?.divided(by: divisor, to: place))
  }

  /// The base by the printed digits.
  private func base(_ rated: RatedAmount, _ place: Int) throws(Reason) -> Decimal {
    let amount = try value(rated.amount)
    guard let rate = rated.rate else { return amount }
    let divisor = try divisor(rated, value(rate))
    return try checked(Decimal.quotient(checked(amount.multiplied(by: 100)), divisor, to: place))
  }

  private func divisor(_ rated: RatedAmount, _ rate: Decimal) throws(Reason) -> Decimal {
    let divisor = try checked(rate.multiplied(by: rated.sign)?.adding(Decimal(Int128(rated.offset))))
    if divisor.mantissa <= 0 { throw .zeroBase }
    return divisor
  }

  /// Whether the printed rate of the whole is the one that the other digits give.
  func holdsInPrint(_ composition: Composition, isBound: Bool) throws(Reason) -> Bool {
    if isBound {
      let place = try place(of: composition)
      let sum = try bases(of: composition.parts, place)
      return try sum.order(base(composition.whole, place)) <= 0
    }
    guard let rate = composition.whole.rate else { return false }
    let implied = try implied(composition, rate.figure, quantity(rate).lastPlace)
    return try implied?.equals(value(rate)) ?? false
  }

  private func bases(of parts: [RatedAmount], _ place: Int) throws(Reason) -> Decimal {
    var sum = Decimal.zero
    for part in parts { sum = try checked(sum.adding(base(part, place))) }
    return sum
  }

  /// The value that the others ask of a figure.
  func implied(_ composition: Composition, _ figure: FigureID, _ printed: Int) throws(Reason) -> Decimal? {
    let place = try place(of: composition)
    let (whole, parts) = (composition.whole, composition.parts)
    if whole.amount.figure == figure || whole.rate?.figure == figure {
      return try implied(whole, figure, base: bases(of: parts, place), printed)
    }
    guard let own = parts.first(where: { $0.amount.figure == figure || $0.rate?.figure == figure }) else { return nil }
    let others = try bases(of: parts.filter { $0 != own }, place)
    return try implied(own, figure, base: checked(base(whole, place).subtracting(others)), printed)
  }

  private func implied(_ rated: RatedAmount, _ figure: FigureID, base: Decimal, _ printed: Int) throws(Reason)
    -> Decimal?
  {
    guard base.mantissa > 0 else { return nil }
    guard let rate = rated.rate else { return base.rounded(to: printed) }
    if rate.figure != figure {
      return try base.multiplied(by: divisor(rated, value(rate)))?.scaled(by: -2)?.rounded(to: printed)
    }
    let amount = try checked(value(rated.amount).scaled(by: 2))
    let percent = try checked(Decimal.quotient(amount, base, to: printed))
    return percent.subtracting(Decimal(Int128(rated.offset)))?.multiplied(by: rated.sign)
  }
}

// MARK: slack

extension Evaluator {
  /// Points that a rate may be off at most for its figure to count as fixed.
  private static let narrow = Decimal(1)

  /// Whether a claim of bases that holds fixes a figure: the rates of the parts that carry weight. The amounts are
  /// fixed by their sum.
  func fixes(_ figure: FigureID, _ composition: Composition) -> Bool {
    guard let slacks = try? slacks(composition), let own = slacks.first(where: { $0.figure == figure }) else {
      return false
    }
    return own.slack.order(Self.narrow) <= 0
  }

  /// By how much the rates may change before the bases no longer add up.
  func slacks(_ composition: Composition) throws(Reason) -> [(figure: FigureID, slack: Decimal)] {
    let range = try range(of: composition, .stated)
    let room = try checked(Decimal.greatest(range.upper, checked(range.lower.negated)))
    var slacks: [(figure: FigureID, slack: Decimal)] = []
    for rated in [composition.whole] + composition.parts {
      guard let rate = rated.rate else { continue }
      // 100 × amount × change ÷ (divisor × (divisor + change)) reaches the room.
      let widest = try checked(divisor(rated, value(rate)).adding(Decimal(1, exponent: quantity(rate).lastPlace)))
      let amount = try checked(
        value(rated.amount).multiplied(by: 100)?.subtracting(checked(room.multiplied(by: widest))))
      guard amount.mantissa > 0 else { continue }
      let need = try checked(room.multiplied(by: widest)?.multiplied(by: widest))
      slacks.append((rate.figure, try checked(Decimal.quotient(need, amount, to: quantity(rate).lastPlace &- 1, .up))))
    }
    return slacks
  }
}
