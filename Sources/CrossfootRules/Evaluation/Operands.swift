// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// How far an approximate figure may be from its true value.
enum Slack: Sendable {
  /// As its word says: 近 below, 超 above, 约 both.
  case stated
  /// One step to both sides.
  case loose
}

extension Evaluator {
  /// The quantity of an operand.
  @inline(__always)
  func quantity(_ operand: Operand) throws(Reason) -> Quantity {
    guard operand.figure >= 0, operand.figure < figures.count else { throw .missingOperand }
    guard figures[operand.figure].readable else { throw .damagedCell }
    return figures[operand.figure].quantity
  }

  /// The printed value of an operand, in base units.
  @inline(__always)
  func value(_ operand: Operand) throws(Reason) -> Decimal { try quantity(operand).value }

  /// The true values an operand stands for: the printed one if it is exact.
  /// - Parameter place: the place its list is read at, where finer than its own digits.
  func range(_ operand: Operand, _ slack: Slack, at place: Int? = nil) throws(Reason) -> Interval {
    let quantity = try quantity(operand)
    if operand.isExact || quantity.isPlainCount { return Interval(quantity.value) }
    if quantity.qualifier.isApproximate {
      return try checked(slack == .loose ? quantity.looseInterval : quantity.interval)
    }
    guard let place, place < quantity.lastPlace, !quantity.digits.isZero
    else { return try checked(quantity.interval) }
    return try checked(quantity.interval(at: place))
  }

  /// The true values that the result of a computation stands for: a printed zero may be a small number.
  func resultRange(_ operand: Operand, _ slack: Slack) throws(Reason) -> Interval {
    let quantity = try quantity(operand)
    if !operand.isExact, quantity.digits.isZero, !quantity.qualifier.isApproximate {
      return try checked(quantity.interval(at: quantity.lastPlace))
    }
    return try range(operand, slack)
  }

  /// Whether an operand enters by its printed digits alone.
  func isExact(_ operand: Operand) throws(Reason) -> Bool {
    if operand.isExact { return true }
    return try quantity(operand).isPlainCount
  }

  /// Whether an operand is printed as an approximation.
  @inline(__always)
  public func isApproximate(_ claim: Claim) -> Bool {
    claim.containsOperand { operand in
      figures.indices.contains(operand.figure) && figures[operand.figure].quantity.qualifier.isApproximate
    }
  }

  /// Whether all operands are printed as nothing.
  @inline(__always)
  func isAllZero(_ claim: Claim) -> Bool {
    !claim.containsOperand { operand in
      figures.indices.contains(operand.figure) && !figures[operand.figure].quantity.digits.isZero
    }
  }

  /// Σ factor × printed value.
  func sum(_ terms: [Term]) throws(Reason) -> Decimal {
    var total: Int128 = 0
    var place = Int.max
    for term in terms {
      let value = try value(term.operand)
      if value.mantissa == 0 { continue }
      if value.exponent < place {
        // Zeros do not fix the place, so the first other term does.
        total = place == .max ? 0 : try checked(Decimal(total, exponent: place).mantissa(at: value.exponent))
        place = value.exponent
      }
      let mantissa = try checked(value.mantissa(at: place))
      let (sum, overflow) =
        switch term.factor {
        case 1: total.addingReportingOverflow(mantissa)
        case -1: total.subtractingReportingOverflow(mantissa)
        default: try total.addingReportingOverflow(Evaluator.product(mantissa, term.factor))
        }
      if overflow { throw .overflow }
      total = sum
    }
    return Decimal(total, exponent: place == .max ? 0 : place)
  }
}

extension Evaluator {
  private static func product(_ mantissa: Int128, _ factor: Int) throws(Reason) -> Int128 {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: Int128(factor))
    if overflow { throw .overflow }
    return product
  }
}

/// A result of exact arithmetic, or the reason that there is none.
@inline(__always)
func checked<Value>(_ value: Value?) throws(Reason) -> Value {
  guard let value else { throw .overflow }
  return value
}
