// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A slip of the hand that turns one number into another.
public enum Slip: Sendable, Hashable {
  /// One digit is another one.
  case wrongDigit
  /// Two neighbouring digits changed places.
  case swappedDigits
  /// One digit of the right number is missing.
  case droppedDigit
  /// One digit of the right number stands twice.
  case doubledDigit
  /// The point stands one or two digits off.
  case movedPoint
  /// 万 for 亿, or a scale word lost.
  case scale
  case sign

  /// The slip of a digit that makes `printed` out of `right`, both with the same digits after the point; nil if no
  /// single one does.
  public static func between(printed: Decimal, right: Decimal) -> Slip? {
    guard printed.isNegative == right.isNegative, let mantissa = right.mantissa(at: printed.exponent) else {
      return nil
    }
    // A number below one is printed with a nought before its point.
    let length = mantissa == 0 ? 1 : 1 - max(-Slip.longest, min(0, printed.exponent))
    let wrong = digits(printed.mantissa, length)
    let good = digits(mantissa, length)
    if wrong.count == good.count { return substitution(wrong, good) }
    if wrong.count + 1 == good.count { return isWithoutOne(wrong, of: good) ? .droppedDigit : nil }
    if wrong.count == good.count + 1 { return isWithDouble(wrong, of: good) ? .doubledDigit : nil }
    return nil
  }

  private static func substitution(_ wrong: [UInt8], _ good: [UInt8]) -> Slip? {
    let places = wrong.indices.filter { wrong[$0] != good[$0] }
    if places.count == 1 { return .wrongDigit }
    guard places.count == 2, places[1] == places[0] + 1, wrong[places[0]] == good[places[1]],
      wrong[places[1]] == good[places[0]]
    else { return nil }
    return .swappedDigits
  }

  /// Whether `short` is `long` without one digit.
  private static func isWithoutOne(_ short: [UInt8], of long: [UInt8]) -> Bool {
    let lead = zip(short, long).prefix { $0 == $1 }.count
    return short[lead...].elementsEqual(long[(lead + 1)...])
  }

  /// Whether `long` is `short` with one digit written twice.
  private static func isWithDouble(_ long: [UInt8], of short: [UInt8]) -> Bool {
    let lead = zip(short, long).prefix { $0 == $1 }.count
    return lead > 0 && long[lead] == long[lead - 1] && short[lead...].elementsEqual(long[(lead + 1)...])
  }

  /// Decimals that a printed number is looked at with.
  private static let longest = 40

  private static func digits(_ mantissa: Int128, _ length: Int) -> [UInt8] {
    var rest = mantissa.magnitude
    var digits: [UInt8] = []
    repeat {
      digits.append(UInt8(rest % 10))
      rest /= 10
    } while rest > 0 || digits.count < length
    return digits.reversed()
  }
}

extension Evaluator {
  /// Whether one slip in one figure keeps a sum from adding up, one of its figures having at least four digits: then
  /// the list was meant to be closed, and the slip is what went wrong.
  /// - Parameter digits: whether a slip of digits counts; a lost scale word always does.
  func missesBySlip(_ claim: Claim, digits: Bool) -> Bool {
    guard case .linear(let terms) = claim, hasDigits(terms), let excess = try? sum(terms) else { return false }
    return terms.contains { term in
      guard let (printed, implied) = repaired(term, excess) else { return false }
      let right = implied.scaled(by: 0 &- printed.scale)
      let isDigitSlip = digits && right.map { Slip.between(printed: printed.digits, right: $0) != nil } ?? false
      return isDigitSlip || isScaleSlip(printed, implied)
    }
  }

  /// What a figure prints, and what it should be for its sum to add up; nil for a figure that cannot be repaired.
  func repaired(_ term: Term, _ excess: Decimal) -> (printed: Quantity, implied: Decimal)? {
    guard let printed = try? quantity(term.operand), !printed.digits.isZero, term.factor.magnitude == 1,
      let implied = excess.multiplied(by: term.factor).flatMap({ printed.value.subtracting($0) })
    else { return nil }
    return (printed, implied)
  }

  /// Whether one of the figures of a sum has at least four digits.
  func hasDigits(_ terms: [Term]) -> Bool {
    terms.contains { (try? quantity($0.operand).digits.mantissa.magnitude).map { $0 >= 1000 } ?? false }
  }

  /// Whether one slip in one figure keeps a sum from adding up, give or take some units of the finest last digit.
  func isOneSlipOff(_ claim: Claim, units: Int) -> Bool {
    guard case .linear(let terms) = claim, let excess = try? sum(terms),
      let place = terms.compactMap({ printed($0.operand)?.lastPlace }).min()
    else { return false }
    return (-units...units).contains { shift in
      guard let shifted = excess.adding(Decimal(Int128(shift), exponent: place)) else { return false }
      return terms.contains { term in
        guard let printed = printed(term.operand), term.factor.magnitude == 1,
          let implied = shifted.multiplied(by: term.factor).flatMap({ printed.value.subtracting($0) }),
          let right = implied.scaled(by: 0 &- printed.scale)
        else { return false }
        return Slip.between(printed: printed.digits, right: right) != nil || isScaleSlip(printed, implied)
      }
    }
  }

  /// Whether the digits are right and only the scale word (万, 亿) is missing or wrong.
  private func isScaleSlip(_ printed: Quantity, _ implied: Decimal) -> Bool {
    [0, 4, 8].contains { scale in
      scale != printed.scale && printed.digits.scaled(by: scale)?.equals(implied) == true
    }
  }

  /// The quantity of an operand, or nil where it cannot be read.
  func printed(_ operand: Operand) -> Quantity? { try? quantity(operand) }

  /// Whether a claim holds, in print or within rounding. For choosing between readings of a structure, not for judging
  /// a relation.
  func holds(_ claim: Claim) -> Bool {
    switch verdict(of: claim) {
    case .holds, .rounding: true
    default: false
    }
  }
}
