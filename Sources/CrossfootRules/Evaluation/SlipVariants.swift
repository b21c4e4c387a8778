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
    // The zero before a point is a digit as well: 0.40 may be meant for 0.00.
    let printed = String(stated.mantissa.magnitude).utf8.map { Int($0) - 0x30 }
    let digits = [Int](repeating: 0, count: max(0, min(quantity.decimals, 38) + 1 - printed.count)) + printed
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

  private var digitCount: Int { String(intended.mantissa.magnitude).utf8.count }
}

extension SlipVariant {
  private struct Collector {
    let exponent: Int
    let isNegative: Bool
    private var seen: Set<Decimal> = []
    private(set) var found: [SlipVariant] = []

    init(exponent: Int, isNegative: Bool) {
      self.exponent = exponent
      self.isNegative = isNegative
    }

    mutating func add(_ value: Decimal?, _ slip: Slip) {
      guard let value, seen.insert(value.trimmed).inserted else { return }
      let aligned = value.mantissa(at: exponent).map { Decimal($0, exponent: exponent) }
      found.append(SlipVariant(intended: aligned ?? value, slip: slip))
    }

    mutating func add(_ digits: [Int], _ slip: Slip) {
      var mantissa: Int128 = 0
      for digit in digits {
        let (tens, high) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, low) = tens.addingReportingOverflow(Int128(digit))
        if high || low { return }
        mantissa = sum
      }
      add(Decimal(isNegative ? -mantissa : mantissa, exponent: exponent), slip)
    }

    mutating func addSwapped(_ digits: [Int]) {
      for index in digits.indices.dropFirst() where digits[index] != digits[index - 1] {
        var swapped = digits
        swapped.swapAt(index, index - 1)
        add(swapped, .swappedDigits)
      }
    }

    mutating func addDoubled(_ digits: [Int]) {
      for index in digits.indices.dropFirst() where digits[index] == digits[index - 1] {
        var single = digits
        single.remove(at: index)
        add(single, .doubledDigit)
      }
    }

    mutating func addWrong(_ digits: [Int]) {
      let whole = digits.count - max(0, min(0 &- exponent, 38))
      for index in digits.indices {
        for digit in 0...9 where digit != digits[index] && !(digit == 0 && index == 0 && whole > 1) {
          var changed = digits
          changed[index] = digit
          add(changed, .wrongDigit)
        }
      }
    }

    mutating func addDropped(_ digits: [Int]) {
      for index in 0...digits.count {
        for digit in 0...9 where !(digit == 0 && index == 0) {
          var longer = digits
          longer.insert(digit, at: index)
          add(longer, .droppedDigit)
        }
      }
    }
  }
}
