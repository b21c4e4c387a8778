// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A value that a single slip of typing or copying turns into the stated one.
struct Slip: Sendable, Hashable {
  /// What was meant, in base units.
  var intended: Decimal
  var cause: Cause

  /// Every value that one slip turns into `stated`, each once, the more telling slips first.
  static func behind(_ stated: Decimal) -> [Slip] {
    var slips = Collector(exponent: stated.exponent, isNegative: stated.isNegative)
    let digits = String(stated.mantissa.magnitude).utf8.map { Int($0) - 0x30 }
    slips.addSwapped(digits)
    slips.addDoubled(digits)
    for power in [4, -4, 8, -8] { slips.add(stated.scaled(by: power), .scale) }
    slips.add(stated.negated, .sign)
    for power in [1, -1, 2, -2] { slips.add(stated.scaled(by: power), .movedPoint) }
    slips.addWrong(digits)
    slips.addDropped(digits)
    return slips.found.filter { !$0.intended.equals(stated) }
  }

  /// Whether that one of the slips `slips` meets one of `choices` values by chance is unlikely (below 1/20): the slips of the same
  /// length are few among all numbers of that length.
  func isTelling(among slips: [Slip], choices: Int) -> Bool {
    let length = digitCount
    guard length < 30, choices < 1_000_000, let numbers = Decimal.power(max(0, length - 1)) else { return true }
    let alike = slips.count { $0.digitCount == length }
    return Int128(alike) * Int128(choices) * 20 < numbers * 9
  }

  private var digitCount: Int { String(intended.mantissa.magnitude).utf8.count }
}

extension Slip {
  private struct Collector {
    let exponent: Int
    let isNegative: Bool
    private var seen: Set<Decimal> = []
    private(set) var found: [Slip] = []

    init(exponent: Int, isNegative: Bool) {
      self.exponent = exponent
      self.isNegative = isNegative
    }

    mutating func add(_ value: Decimal?, _ cause: Cause) {
      guard let value, seen.insert(value.trimmed).inserted else { return }
      let aligned = value.mantissa(at: exponent).map { Decimal($0, exponent: exponent) }
      found.append(Slip(intended: aligned ?? value, cause: cause))
    }

    mutating func add(_ digits: [Int], _ cause: Cause) {
      var mantissa: Int128 = 0
      for digit in digits {
        let (tens, high) = mantissa.multipliedReportingOverflow(by: 10)
        let (sum, low) = tens.addingReportingOverflow(Int128(digit))
        if high || low { return }
        mantissa = sum
      }
      add(Decimal(isNegative ? -mantissa : mantissa, exponent: exponent), cause)
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
      for index in digits.indices {
        for digit in 0...9 where digit != digits[index] && !(digit == 0 && index == 0) {
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
