// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A value that a single slip turns into the stated one.
public struct SlipVariant: Sendable, Hashable {
  /// What was meant, in base units.
  public var intended: Decimal
  public var slip: Slip

  /// Every value that one slip turns into the one printed, each once, the more telling slips first.
  public static func behind(_ quantity: Quantity) -> [SlipVariant] {
    let stated = quantity.digits
    var variants = Collector(exponent: stated.exponent, isNegative: stated.isNegative)
    let digits = PrintedDigits(quantity)
    variants.addSwapped(digits)
    variants.addDoubled(digits)
    for power in [4, -4, 8, -8] { variants.add(stated.scaled(by: power), .scale) }
    variants.add(stated.negated, .sign)
    for power in [1, -1, 2, -2] { variants.add(stated.scaled(by: power), .movedPoint) }
    variants.addWrong(digits)
    variants.addDropped(digits)
    return variants.found.compactMap { variant in
      if variant.intended.equals(stated) { return nil }
      return variant.intended.scaled(by: quantity.scale).map { SlipVariant(intended: $0, slip: variant.slip) }
    }
  }

  /// Whether that one of several variants meets one of `choices` values by chance is unlikely (below 1/20): the
  /// variants of the same length are few among all numbers of that length.
  public func isTelling(among variants: [SlipVariant], choices: Int) -> Bool {
    let length = digitCount
    guard length < 30, choices < 1_000_000, let numbers = Decimal.power(length - 1) else { return true }
    let alike = variants.count { $0.digitCount == length }
    return Int128(alike) * Int128(choices) * 20 < numbers * 9
  }

  private var digitCount: Int { max(1, intended.digitCount) }
}

extension SlipVariant {
  private struct Collector {
    let exponent: Int
    let isNegative: Bool
    private var seen: Set<Decimal>
    private(set) var found: [SlipVariant] = []

    init(exponent: Int, isNegative: Bool) {
      self.exponent = exponent
      self.isNegative = isNegative
      seen = Set(minimumCapacity: Collector.usual)
      found.reserveCapacity(Collector.usual)
    }

    /// Variants of a figure of eight digits.
    private static let usual = 192

    mutating func add(_ value: Decimal?, _ slip: Slip) {
      guard let value, seen.insert(value.trimmed).inserted else { return }
      let aligned = value.mantissa(at: exponent).map { Decimal($0, exponent: exponent) }
      found.append(SlipVariant(intended: aligned ?? value, slip: slip))
    }

    /// Adds the number that has some digits above a place and keeps those below it; nothing if they do not fit.
    private mutating func add(_ high: Int128?, at place: Int, of digits: PrintedDigits, _ slip: Slip) {
      guard let high, let power = Decimal.power(place) else { return }
      let (shifted, isTooLarge) = high.multipliedReportingOverflow(by: power)
      let (mantissa, overflow) = shifted.addingReportingOverflow(digits.below(place))
      if isTooLarge || overflow { return }
      add(Decimal(isNegative ? -mantissa : mantissa, exponent: exponent), slip)
    }

    mutating func addSwapped(_ digits: PrintedDigits) {
      for place in stride(from: digits.count - 2, through: 0, by: -1) where digits[place] != digits[place + 1] {
        let first = PrintedDigits.joined(digits.above(place + 2), digits[place])
        add(first.flatMap { PrintedDigits.joined($0, digits[place + 1]) }, at: place, of: digits, .swappedDigits)
      }
    }

    mutating func addDoubled(_ digits: PrintedDigits) {
      for place in stride(from: digits.count - 2, through: 0, by: -1) where digits[place] == digits[place + 1] {
        add(digits.above(place + 1), at: place, of: digits, .doubledDigit)
      }
    }

    mutating func addWrong(_ digits: PrintedDigits) {
      let whole = digits.count - max(0, min(0 &- exponent, 38))
      for place in stride(from: digits.count - 1, through: 0, by: -1) {
        let (high, own) = (digits.above(place + 1), digits[place])
        for digit in 0...9 where digit != own && !(digit == 0 && place == digits.count - 1 && whole > 1) {
          add(PrintedDigits.joined(high, digit), at: place, of: digits, .wrongDigit)
        }
      }
    }

    mutating func addDropped(_ digits: PrintedDigits) {
      for place in stride(from: digits.count, through: 0, by: -1) {
        let high = digits.above(place)
        for digit in 0...9 where !(digit == 0 && place == digits.count) {
          add(PrintedDigits.joined(high, digit), at: place, of: digits, .droppedDigit)
        }
      }
    }
  }
}

/// The digits of a printed number, told apart by their place from the last one, 0.
private struct PrintedDigits {
  private let mantissa: Int128
  /// The zero before a point is a digit as well: 0.40 may be meant for 0.00.
  let count: Int

  init(_ quantity: Quantity) {
    mantissa = Int128(clamping: quantity.digits.mantissa.magnitude)
    count = max(1, quantity.digits.digitCount, min(quantity.decimals, 38) + 1)
  }

  /// The digits from a place up, and those below it.
  func above(_ place: Int) -> Int128 { Decimal.power(place).map { mantissa / $0 } ?? 0 }
  func below(_ place: Int) -> Int128 { Decimal.power(place).map { mantissa % $0 } ?? mantissa }

  subscript(place: Int) -> Int { Int(above(place) % 10) }

  /// Digits with one more behind them; nil if that is too large.
  static func joined(_ digits: Int128, _ digit: Int) -> Int128? {
    let (tens, isTooLarge) = digits.multipliedReportingOverflow(by: 10)
    let (sum, overflow) = tens.addingReportingOverflow(Int128(digit))
    return isTooLarge || overflow ? nil : sum
  }
}
