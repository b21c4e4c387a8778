// SPDX-License-Identifier: Apache-2.0

/// What a quantity is counted in.
public enum Dimension: UInt8, Sendable, Hashable {
  /// Money; the value times 10^scale is in yuan (or the report's currency).
  case money
  case percent, permille, percentagePoint, basisPoint
  /// A multiple: 倍, 番.
  case multiple
  /// A score: 分.
  case score
  /// Things counted with a measure word: 个, 家, 人, 项.
  case count
  /// A physical measure: 平方米, 吨, 公里, 小时.
  case measure
  /// No unit is printed or declared.
  case none

  /// Whether numbers of the dimension are rates: they do not add up.
  public var isRate: Bool { self == .percent || self == .permille || self == .percentagePoint || self == .basisPoint }
}

/// A unit as printed, by the pack's spelling: two figures are of one unit only if ``name`` is equal.
public struct Unit: Sendable, Hashable {
  public var dimension: Dimension
  /// Index of the unit's name in the language pack; 0 where none is printed.
  public var name: UInt16

  public init(_ dimension: Dimension, name: UInt16 = 0) {
    self.dimension = dimension
    self.name = name
  }

  public static let none = Unit(.none)
}

/// How a number is qualified in print.
public enum Qualifier: UInt8, Sendable, Hashable {
  /// Printed as it is.
  case exact
  /// 约, 左右: one step of the last non-zero digit to both sides.
  case about
  /// 近, 不足: at most one step below.
  case below
  /// 超, 逾, 余, 多, 以上: at most one step above.
  case above
  /// ≥, 不少于: a bound in a target, not a value.
  case atLeast
  /// >, 大于.
  case moreThan
  /// ≤, 不超过.
  case atMost
  /// <, 小于.
  case lessThan

  /// Whether the printed number only approximates the true one.
  public var isApproximate: Bool { self == .about || self == .below || self == .above }
  /// Whether the number is a bound: a target or a threshold.
  public var isBound: Bool { rawValue >= Qualifier.atLeast.rawValue }
}

/// A number as printed: its digits, and what they are times.
public struct Quantity: Sendable, Hashable {
  /// The printed digits with their sign: mantissa and decimals exactly as in print (326.70 and 326.7 differ).
  public var digits: Decimal
  /// Power of ten of a scale word or declared unit: 4 for 万, 8 for 亿, 0 without.
  public var scale: Int
  public var unit: Unit
  public var qualifier: Qualifier
  /// Whether the number was written in Chinese numerals.
  public var inWords: Bool

  public init(
    digits: Decimal, scale: Int = 0, unit: Unit = .none, qualifier: Qualifier = .exact,
    inWords: Bool = false
  ) {
    self.digits = digits
    self.scale = scale
    self.unit = unit
    self.qualifier = qualifier
    self.inWords = inWords
  }

  /// Digits after the decimal point as printed.
  public var decimals: Int { max(0, -digits.exponent) }

  /// The number in base units (yuan, pieces, percent).
  public var value: Decimal { Decimal(digits.mantissa, exponent: digits.exponent &+ scale) }

  /// Exponent of ten of one unit of the last printed digit, in base units.
  public var lastPlace: Int { value.exponent }
}
