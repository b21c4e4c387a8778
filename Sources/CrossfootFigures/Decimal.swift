// SPDX-License-Identifier: Apache-2.0

/// An exact decimal number: `mantissa × 10^exponent`. Arithmetic reports overflow by returning nil, and there is no division:
/// claims are cleared of divisions before they are judged.
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
}
