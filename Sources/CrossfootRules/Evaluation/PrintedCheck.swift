// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Evaluator {
  /// Whether the printed digits satisfy a claim: sums add up digit by digit, computed results are the exact ones
  /// rounded to the decimals printed.
  func holdsInPrint(_ claim: Claim) throws(Reason) -> Bool {
    switch claim {
    case .linear(let terms): return try sum(terms).isZero
    case .whole(let operands, let whole): return try sum(operands.map { Term(1, $0) }).equals(Decimal(Int128(whole)))
    case .ratio(let result, let numerator, let denominator, let power, let offset):
      let ratio = Ratio(result, numerator, denominator, power: power, offset: offset)
      return try isRounded(result, excess: excess(of: ratio), per: sum(denominator))
    case .product(let result, let weight, let rate, let power):
      let product = try checked(value(weight).multiplied(by: value(rate))?.scaled(by: power))
      return try isRounded(result, excess: checked(product.subtracting(value(result))), per: Decimal(1))
    case .power(let result, let last, let first, let periods):
      return try growthHoldsInPrint(Growth(result, last, first, periods))
    case .composed(let whole, let parts, let isBound):
      return try holdsInPrint(Composition(whole, parts), isBound: isBound)
    case .equal(let operands): return try agreement(operands) == .same
    case .atMost(let left, let right): return try sum(left).order(sum(right)) <= 0
    case .count(let stated, let members, let open):
      let order = try value(stated).order(Decimal(Int128(members)))
      return open ? order >= 0 : order == 0
    case .sequence(let operands): return try isConsecutive(operands)
    case .direction(let direction, let delta): return try direction.fits(sum(delta).mantissa.signum())
    case .implies(let condition, let consequence):
      if try !isMet(condition) { return true }
      return try isMet(consequence)
    case .within(let operand, let least, let below): return try Self.isWithin(value(operand), least, below)
    case .observed: return false
    case .unknown(let terms):
      _ = try sum(terms)
      return false
    }
  }

  /// Whether a printed result is the exact one, rounded to its last place: `excess ÷ per` is what it misses.
  func isRounded(_ result: Operand, excess: Decimal, per divisor: Decimal) throws(Reason) -> Bool {
    if excess.isZero { return true }
    let quantity = try quantity(result)
    if try isExact(result) { return false }
    let unit = Decimal(1, exponent: quantity.lastPlace)
    let twice = try checked(excess.magnitude?.multiplied(by: 2))
    return try twice.order(checked(divisor.magnitude?.multiplied(by: unit))) <= 0
  }

  private static func isWithin(_ value: Decimal, _ least: Decimal, _ below: Decimal?) -> Bool {
    value.order(least) >= 0 && below.map { value.order($0) < 0 } ?? true
  }

  /// Whether a condition is met by the printed digits.
  func isMet(_ condition: Condition) throws(Reason) -> Bool {
    let order = try value(condition.left).order(value(condition.right))
    return switch condition.comparison {
    case .equal: order == 0
    case .atLeast: order >= 0
    case .atMost: order <= 0
    case .moreThan: order > 0
    case .lessThan: order < 0
    }
  }

  /// Whether a claim holds only because its condition is not met.
  public func isVacuous(_ claim: Claim) -> Bool {
    guard case .implies(let condition, _) = claim else { return false }
    return !((try? isMet(condition)) ?? true)
  }

  private func isConsecutive(_ operands: [Operand]) throws(Reason) -> Bool {
    for operand in operands { _ = try quantity(operand) }
    return firstGap(in: operands) == nil
  }

  /// The first ordinal that does not follow the one before it; nil if all run on.
  public func firstGap(in operands: [Operand]) -> Operand? {
    for (last, next) in zip(operands, operands.dropFirst()) {
      guard let after = (try? value(last))?.adding(Decimal(1)), let stated = try? value(next) else { continue }
      if !stated.equals(after) { return next }
    }
    return nil
  }
}

extension Direction {
  /// Whether a change of this sign (-1, 0, 1) is one in this direction.
  func fits(_ sign: Int128) -> Bool {
    switch self {
    case .up: sign > 0
    case .down: sign < 0
    case .flat: sign == 0
    case .signed: true
    }
  }
}
