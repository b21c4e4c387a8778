// SPDX-License-Identifier: Apache-2.0

/// Which way a number goes that lies between two places.
public enum Rounding: Sendable, Hashable {
  /// To the nearer place, halves away from zero (四舍五入).
  case nearest
  /// Towards negative infinity.
  case down
  /// Towards positive infinity.
  case up
}

extension Decimal {
  /// The number at a place (a power of ten), rounded if it has finer digits, padded with zeros if it has not; nil on
  /// overflow.
  public func rounded(to place: Int, _ rounding: Rounding = .nearest) -> Decimal? {
    if let exact = mantissa(at: place) { return Decimal(exact, exponent: place) }
    guard exponent < place else { return nil }
    return Decimal.quotient(self, Decimal(1), to: place, rounding)
  }

  /// The quotient at a place (a power of ten), rounded; nil on overflow or division by zero.
  public static func quotient(
    _ a: Decimal, _ b: Decimal, to place: Int, _ rounding: Rounding = .nearest
  ) -> Decimal? {
    if b.isZero { return nil }
    let over = a.trimmed
    let under = b.trimmed
    let (above, far) = over.exponent.subtractingReportingOverflow(under.exponent)
    let (shift, farther) = above.subtractingReportingOverflow(place)
    guard !far, !farther else { return nil }
    var numerator = over.mantissa
    var denominator = under.mantissa
    if shift >= 0 {
      guard let power = power(shift) else { return numerator == 0 ? Decimal(0, exponent: place) : nil }
      let (product, overflow) = numerator.multipliedReportingOverflow(by: power)
      if overflow { return nil }
      numerator = product
    } else {
      guard shift > -39, let power = power(-shift) else { return nil }
      let (product, overflow) = denominator.multipliedReportingOverflow(by: power)
      if overflow { return nil }
      denominator = product
    }
    return divide(numerator, denominator, rounding).map { Decimal($0, exponent: place) }
  }

  /// An integer quotient, rounded.
  private static func divide(_ a: Int128, _ b: Int128, _ rounding: Rounding) -> Int128? {
    let (quotient, overflow) = a.dividedReportingOverflow(by: b)
    if overflow { return nil }
    let rest = a % b
    if rest == 0 { return quotient }
    let isNegative = (a < 0) != (b < 0)
    switch rounding {
    case .down: return isNegative ? quotient - 1 : quotient
    case .up: return isNegative ? quotient : quotient + 1
    case .nearest:
      let isPastHalf = rest.magnitude >= b.magnitude - rest.magnitude
      return isPastHalf ? quotient + (isNegative ? -1 : 1) : quotient
    }
  }
}
