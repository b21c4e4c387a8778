// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A price, a number of things and what was paid for them.
struct PriceTriple {
  var price: FigureID
  var count: FigureID
  var amount: FigureID
  /// The power of ten that the amount is counted by.
  var power: Int
  /// Whether only what is paid less than the price by whole percents may be a discount or an instalment.
  var isBelow = false

  /// Products beyond this are not looked into.
  private static let largest = UInt128(1) << 100

  /// The figures that a wrong digit could turn into a multiple: such a change would not be told.
  func premises(_ evaluator: Evaluator) -> [FigureID] {
    [price, count, amount].filter { figure in
      guard let printed = evaluator.printed(figure) else { return true }
      return SlipVariant.behind(printed).contains { variant in
        guard variant.slip == .wrongDigit || variant.slip == .swappedDigits,
          let digits = variant.intended.scaled(by: 0 &- printed.scale)
        else { return false }
        var changed = printed
        changed.digits = digits
        return isMultiple(evaluator, figure, changed)
      }
    }
  }

  /// Whether an amount is a whole multiple of price times count, or it of the amount, or one in whole percent: then
  /// something that is not printed (months, instalments, a discount) may be in it.
  /// - Parameter changed: what to take for one of its figures.
  func isMultiple(_ evaluator: Evaluator, _ figure: FigureID = -1, _ changed: Quantity? = nil) -> Bool {
    func printed(_ id: FigureID) -> Quantity? { id == figure ? changed : evaluator.printed(id) }
    guard let price = printed(price), let sum = printed(self.amount), let count = printed(count),
      let amount = sum.value.scaled(by: power), let product = price.value.multiplied(by: count.value)
    else { return true }
    let place = min(amount.exponent, product.exponent)
    guard let a = amount.mantissa(at: place)?.magnitude, let b = product.mantissa(at: place)?.magnitude, a > 0, b > 0,
      a < Self.largest, b < Self.largest
    else { return true }
    let precision = max(1, min(price.digits.mantissa.magnitude, sum.digits.mantissa.magnitude))
    return a * 100 % b == 0 && (a < b || !isBelow) || Self.isMultiple(a, of: b, precision)
      || Self.isMultiple(b, of: a, precision)
  }

  /// Whether a number is another one two or more times, but for rounding.
  private static func isMultiple(_ a: UInt128, of b: UInt128, _ precision: UInt128) -> Bool {
    let times = (2 * a + b) / (2 * b)
    guard times > 1 else { return false }
    let rest = a > times * b ? a - times * b : times * b - a
    return rest <= a / (2 * precision)
  }
}

extension Evaluator {
  /// What a figure prints, where it can be read.
  func printed(_ figure: FigureID) -> Quantity? { printed(Operand(figure, .amount)) }
}
