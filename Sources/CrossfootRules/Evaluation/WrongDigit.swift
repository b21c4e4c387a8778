// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Guesses are told only where one wrong digit explains them.
extension Evaluator {
  /// Whether one wrong digit, or two that changed places, keeps a sum from adding up, or two statements of one figure
  /// apart.
  /// - Parameter rounded: whether the rest may be rounding.
  func missesByWrongDigit(_ claim: Claim, rounded: Bool) -> Bool {
    if case .equal(let operands) = claim { return differByWrongDigit(operands) }
    guard case .linear(let terms) = claim, hasDigits(terms), let excess = try? sum(terms) else { return false }
    if rounded { return missesByWrongDigit(terms, excess, within: rounding(terms)) }
    return terms.contains { term in
      guard let (printed, implied) = repaired(term, excess), let right = implied.scaled(by: 0 &- printed.scale) else {
        return false
      }
      return Self.isWrongDigit(printed.digits, right)
    }
  }

  private static func isWrongDigit(_ printed: Decimal, _ right: Decimal) -> Bool {
    let slip = Slip.between(printed: printed, right: right)
    return slip == .wrongDigit || slip == .swappedDigits
  }

  private func differByWrongDigit(_ operands: [Operand]) -> Bool {
    guard operands.count == 2, let a = try? quantity(operands[0]), let b = try? quantity(operands[1]) else {
      return false
    }
    let place = max(a.lastPlace, b.lastPlace)
    guard let printed = a.value.rounded(to: place)?.scaled(by: 0 &- a.scale),
      let right = b.value.rounded(to: place)?.scaled(by: 0 &- a.scale)
    else { return false }
    return Self.isWrongDigit(printed, right)
  }

  /// Whether another digit in one figure brings a sum within rounding.
  private func missesByWrongDigit(_ terms: [Term], _ excess: Decimal, within room: Int128) -> Bool {
    guard let place = finestPlace(terms), let off = excess.mantissa(at: place), off.magnitude < Self.largest else {
      return false
    }
    return terms.contains { term in
      guard term.factor.magnitude == 1, let printed = try? quantity(term.operand), !printed.digits.isZero,
        let value = printed.value.mantissa(at: place), value.magnitude < Self.largest
      else { return false }
      let excess = off * Int128(term.factor) * (value < 0 ? -1 : 1)
      var unit: Int128 = 1
      for _ in 0..<min(30, max(0, printed.lastPlace - place)) { unit *= 10 }
      while unit <= Int128(value.magnitude) {
        if Self.closes(Int128(value.magnitude) / unit % 10, excess, unit, room) { return true }
        unit *= 10
      }
      return false
    }
  }

  /// Whether another digit than the one that stands at a place takes an excess off, but for rounding.
  private static func closes(_ digit: Int128, _ excess: Int128, _ unit: Int128, _ room: Int128) -> Bool {
    let wrong = (excess * 2 + unit * excess.signum()) / (unit * 2)
    guard wrong != 0, (0...9).contains(digit - wrong) else { return false }
    let rest = (excess - wrong * unit).magnitude
    return rest == 0 || rest <= room.magnitude && room < unit
  }

  /// Sums beyond this are not looked into.
  private static let largest = UInt128(1) << 100

  /// Half of what rounding may add to a sum, in units of its finest place.
  private func rounding(_ terms: [Term]) -> Int128 {
    guard let place = finestPlace(terms),
      let width = (try? range(ofList: terms, .stated))?.width?.rounded(to: place)?.mantissa(at: place)
    else { return 0 }
    return width / 2
  }

  /// Whether what a list leaves of its total may be a small part that is not named: less than ten units of the last
  /// place, where the total prints few digits. Another last digit would always close it.
  func mayLeaveRest(_ claim: Claim) -> Bool {
    guard case .linear(let terms) = claim, let factor = terms.first?.factor, let excess = try? sum(terms),
      let rest = smallestRest(claim),
      let size = excess.magnitude
    else { return false }
    return !excess.isZero && excess.isNegative == (factor < 0) && size.order(rest) <= 0
  }

  /// What an unnamed part of a list of few digits may come to, nine units of its last place; nil for other claims.
  func smallestRest(_ claim: Claim) -> Decimal? {
    guard case .linear(let terms) = claim, let total = terms.first, let place = finestPlace(terms),
      let size = (try? value(total.operand))?.mantissa(at: place), size.magnitude < 10_000
    else { return nil }
    return Decimal(9, exponent: place)
  }

  private func finestPlace(_ terms: [Term]) -> Int? {
    terms.compactMap { try? quantity($0.operand) }.filter { !$0.digits.isZero }.map(\.lastPlace).min()
  }

  /// Whether a sum is printed with so many digits that a slip would hardly close it by chance: each of its figures
  /// could be changed in about ten ways a digit, and less than one in a thousand of the values that the sum could have
  /// is within reach of that.
  /// - Parameter rounded: whether rounding may help.
  func isTellingOfSlips(_ claim: Claim, rounded: Bool) -> Bool {
    guard case .linear(let terms) = claim, let place = finestPlace(terms) else { return false }
    var largest = Decimal.zero
    var count = 0
    for term in terms {
      guard let printed = try? quantity(term.operand), let size = printed.value.magnitude else { return false }
      if printed.digits.isZero { continue }
      largest = Decimal.greatest(largest, size)
      count += 1
    }
    guard count > 1, let size = largest.mantissa(at: place)?.magnitude else { return false }
    let room = rounded ? rounding(terms).magnitude * 2 + 1 : 1
    return room < 1000 && UInt128(10_000 * count * String(size).utf8.count) * room < size
  }
}
