// SPDX-License-Identifier: Apache-2.0

/// An exact decimal number: `mantissa × 10^exponent`. Arithmetic reports overflow by returning nil. Claims are
/// cleared of divisions before they are judged; a quotient exists only rounded to a stated place, for solving and for
/// display.
///
/// Two decimals are `==` only if they are printed alike (326.70 and 326.7 differ); numbers are compared by
/// ``order(_:)``.
public struct Decimal: Sendable, Hashable {
  public var mantissa: Int128
  public var exponent: Int

  /// The number `mantissa × 10^exponent`, kept as given (trailing zeros are not dropped).
  public init(_ mantissa: Int128, exponent: Int = 0) {
    self.mantissa = mantissa
    self.exponent = exponent
  }

  public static let zero = Decimal(0)

  public var isZero: Bool { mantissa == 0 }
  public var isNegative: Bool { mantissa < 0 }

  /// The powers of ten that a mantissa can hold.
  private static let powers: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 1...38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// 10^n, or nil where a mantissa cannot hold it.
  public static func power(_ n: Int) -> Int128? {
    n >= 0 && n < powers.count ? powers[n] : nil
  }

  /// The mantissa of this number at another exponent, or nil if it overflows or would lose digits.
  @inline(__always)
  public func mantissa(at place: Int) -> Int128? {
    if place == exponent || mantissa == 0 { return mantissa }
    return realigned(to: place)
  }

  private func realigned(to place: Int) -> Int128? {
    let (distance, overflow) = exponent.subtractingReportingOverflow(place)
    guard !overflow, let power = Decimal.power(abs(clamped: distance)) else { return nil }
    // Arithmetic of 128 bits is slow, and hardly any figure needs it.
    if let short = Int64(exactly: mantissa), let factor = Int64(exactly: power) {
      if distance > 0 { return Int128(short) &* Int128(factor) }
      let (quotient, rest) = short.quotientAndRemainder(dividingBy: factor)
      return rest == 0 ? Int128(quotient) : nil
    }
    if distance < 0 { return mantissa % power == 0 ? mantissa / power : nil }
    let (product, tooLarge) = mantissa.multipliedReportingOverflow(by: power)
    return tooLarge ? nil : product
  }

  private func abs(clamped n: Int) -> Int { n < 0 ? (n == .min ? .max : -n) : n }
}

extension Decimal {
  /// The sum, at the finer of both exponents.
  public func adding(_ other: Decimal) -> Decimal? {
    let place = Swift.min(exponent, other.exponent)
    guard let a = mantissa(at: place), let b = other.mantissa(at: place) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Decimal(sum, exponent: place)
  }

  /// The difference, at the finer of both exponents.
  public func subtracting(_ other: Decimal) -> Decimal? { other.negated?.adding(self) }

  /// The product.
  public func multiplied(by other: Decimal) -> Decimal? {
    let (place, far) = exponent.addingReportingOverflow(other.exponent)
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return far || overflow ? nil : Decimal(product, exponent: place)
  }

  /// The product with a whole number.
  public func multiplied(by factor: Int) -> Decimal? {
    if factor == 1 { return self }
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int128(factor))
    return overflow ? nil : Decimal(product, exponent: exponent)
  }

  /// The number times 10^power.
  public func scaled(by power: Int) -> Decimal? {
    let (place, overflow) = exponent.addingReportingOverflow(power)
    return overflow ? nil : Decimal(mantissa, exponent: place)
  }

  /// The number with the other sign.
  public var negated: Decimal? {
    mantissa == .min ? nil : Decimal(-mantissa, exponent: exponent)
  }

  /// The number without its sign.
  public var magnitude: Decimal? { isNegative ? negated : self }

  /// The same number without trailing zeros, so that equal numbers are `==`. Zero has exponent 0.
  public var trimmed: Decimal {
    if mantissa == 0 { return .zero }
    var result = self
    if var short = Int64(exactly: mantissa) {
      guard short % 10 == 0 else { return self }
      while short % 10 == 0, result.exponent < .max {
        short /= 10
        result.exponent += 1
      }
      result.mantissa = Int128(short)
      return result
    }
    while result.mantissa % 10 == 0, result.exponent < .max {
      result.mantissa /= 10
      result.exponent += 1
    }
    return result
  }

  /// How many digits the mantissa has; 0 for nothing.
  public var digitCount: Int {
    var wide = mantissa.magnitude
    var count = 0
    // Division of 128 bits is slow, and hardly any figure needs it.
    while wide > UInt128(UInt64.max) {
      wide /= 10
      count += 1
    }
    var rest = UInt64(truncatingIfNeeded: wide)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}

extension Decimal {
  /// -1, 0 or 1 as this number is less than, equal to or greater than the other. Never overflows.
  public func order(_ other: Decimal) -> Int {
    if exponent == other.exponent || mantissa.signum() != other.mantissa.signum() || mantissa == 0 {
      return mantissa < other.mantissa ? -1 : mantissa == other.mantissa ? 0 : 1
    }
    if exponent > other.exponent {
      // A mantissa that does not fit the finer exponent is larger than any that does.
      guard let aligned = realigned(to: other.exponent) else { return Int(mantissa.signum()) }
      return aligned < other.mantissa ? -1 : aligned == other.mantissa ? 0 : 1
    }
    return -other.order(self)
  }

  /// Whether both are the same number, however printed.
  public func equals(_ other: Decimal) -> Bool { order(other) == 0 }

  /// The lesser of two numbers.
  public static func least(_ a: Decimal, _ b: Decimal) -> Decimal { b.order(a) < 0 ? b : a }

  /// The greater of two numbers.
  public static func greatest(_ a: Decimal, _ b: Decimal) -> Decimal { b.order(a) > 0 ? b : a }
}
