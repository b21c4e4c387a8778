// SPDX-License-Identifier: Apache-2.0

extension Quantity {
  /// Whether the number counts things one by one: no scale word, no decimals, no approximation. Such a number is exact.
  public var isPlainCount: Bool {
    unit.dimension == .count && scale == 0 && digits.exponent >= 0 && !qualifier.isApproximate
  }

  /// The true values that print as this quantity, in base units: half a unit of the last printed digit to both sides,
  /// or the side an approximation names. A printed zero is taken as nothing, not as something too small to print.
  public var interval: Interval? {
    if digits.isZero, !qualifier.isApproximate { return Interval(value) }
    return interval(at: lastPlace)
  }

  /// The true values that print as this quantity if its last printed place is `place` (a power of ten, in base units).
  public func interval(at place: Int) -> Interval? {
    guard let half = Decimal(5, exponent: place).scaled(by: -1) else { return nil }
    switch qualifier {
    case .about: return around(below: true, above: true)
    case .below: return around(below: true, above: false)
    case .above: return around(below: false, above: true)
    default:
      let fine = min(value.exponent, half.exponent)
      guard let middle = value.mantissa(at: fine), let step = half.mantissa(at: fine) else { return nil }
      let (low, isTooLow) = middle.subtractingReportingOverflow(step)
      let (high, isTooHigh) = middle.addingReportingOverflow(step)
      return isTooLow || isTooHigh ? nil : Interval(Decimal(low, exponent: fine), Decimal(high, exponent: fine))
    }
  }

  /// The values that an approximate quantity may stand for if its word is taken loosely: one step to both sides.
  public var looseInterval: Interval? { around(below: true, above: true) }

  /// One step of the last non-zero digit to the sides given.
  private func around(below: Bool, above: Bool) -> Interval? {
    let step = Decimal(1, exponent: stepPlace)
    guard let low = value.subtracting(step), let high = value.adding(step) else { return nil }
    return Interval(below ? low : value, above ? high : value)
  }

  /// Place of the last non-zero digit, in base units: 300余 steps by hundreds.
  private var stepPlace: Int { digits.isZero ? lastPlace : value.trimmed.exponent }
}
