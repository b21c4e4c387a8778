// SPDX-License-Identifier: Apache-2.0

/// A closed interval of numbers: the true values that print as a stated figure, or the range of an expression over
/// such values. Arithmetic returns nil on overflow.
public struct Interval: Sendable, Hashable {
  public var lower: Decimal
  public var upper: Decimal

  public init(_ lower: Decimal, _ upper: Decimal) {
    self.lower = lower
    self.upper = upper
  }

  /// The interval of one number.
  public init(_ value: Decimal) { self.init(value, value) }

  /// Whether 0 is one of the numbers.
  public var containsZero: Bool { lower.mantissa <= 0 && upper.mantissa >= 0 }

  /// Whether a number lies in it, ends included.
  public func contains(_ value: Decimal) -> Bool { lower.order(value) <= 0 && value.order(upper) <= 0 }

  /// Whether both have a number in common.
  public func overlaps(_ other: Interval) -> Bool {
    lower.order(other.upper) <= 0 && other.lower.order(upper) <= 0
  }

  /// The sums.
  public func adding(_ other: Interval) -> Interval? {
    guard let low = lower.adding(other.lower), let high = upper.adding(other.upper) else { return nil }
    return Interval(low, high)
  }

  /// The differences.
  public func subtracting(_ other: Interval) -> Interval? {
    guard let low = lower.subtracting(other.upper), let high = upper.subtracting(other.lower)
    else { return nil }
    return Interval(low, high)
  }

  /// The products with one number.
  public func multiplied(by factor: Decimal) -> Interval? {
    guard let a = lower.multiplied(by: factor), let b = upper.multiplied(by: factor) else { return nil }
    return factor.isNegative ? Interval(b, a) : Interval(a, b)
  }

  /// The products with a whole number.
  public func multiplied(by factor: Int) -> Interval? {
    if factor == 1 { return self }
    guard let a = lower.multiplied(by: factor), let b = upper.multiplied(by: factor) else { return nil }
    return factor < 0 ? Interval(b, a) : Interval(a, b)
  }

  /// The products.
  public func multiplied(by other: Interval) -> Interval? {
    guard let a = multiplied(by: other.lower), let b = multiplied(by: other.upper) else { return nil }
    return Interval(Decimal.least(a.lower, b.lower), Decimal.greatest(a.upper, b.upper))
  }

  /// The quotients, rounded outwards to a place (a power of ten); nil also where the divisors hold 0.
  public func divided(by other: Interval, to place: Int) -> Interval? {
    if other.containsZero { return nil }
    var result: Interval?
    for (a, b) in [(lower, other.lower), (lower, other.upper), (upper, other.lower), (upper, other.upper)] {
      guard let low = Decimal.quotient(a, b, to: place, .down),
        let high = Decimal.quotient(a, b, to: place, .up)
      else { return nil }
      result = Interval(
        result.map { Decimal.least($0.lower, low) } ?? low,
        result.map { Decimal.greatest($0.upper, high) } ?? high)
    }
    return result
  }

  /// The distance of its ends.
  public var width: Decimal? { upper.subtracting(lower) }
}
