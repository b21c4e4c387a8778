// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A claim of average growth in percent, cleared of root and division:
/// `(100 + result)^periods × first - 100^periods × last = 0`.
struct Growth {
  var result: Operand
  var last: Operand
  var first: Operand
  var periods: Int

  init(_ result: Operand, _ last: Operand, _ first: Operand, _ periods: Int) {
    self.result = result
    self.last = last
    self.first = first
    self.periods = periods
  }
}

extension Evaluator {
  /// Whether the exact growth lies within half a unit of the printed one. The cleared claim grows with the result.
  func growthHoldsInPrint(_ growth: Growth) throws(Reason) -> Bool {
    let first = try value(growth.first)
    let last = try value(growth.last)
    let result = try resultRange(growth.result, .stated)
    let low = try excess(growth, result: result.lower, last: last, first: first)
    let high = try excess(growth, result: result.upper, last: last, first: first)
    return Interval(low, high).containsZero
  }

  /// The range of the cleared claim over all true values.
  func range(of growth: Growth, _ slack: Slack) throws(Reason) -> Interval {
    let first = try range(growth.first, slack)
    let last = try range(growth.last, slack)
    let result = try resultRange(growth.result, slack)
    return Interval(
      try excess(growth, result: result.lower, last: last.upper, first: first.lower),
      try excess(growth, result: result.upper, last: last.lower, first: first.upper))
  }

  func excess(
    _ growth: Growth, result: Decimal, last: Decimal, first: Decimal
  ) throws(Reason) -> Decimal {
    guard growth.periods > 0 else { throw .missingOperand }
    guard growth.periods <= 38 else { throw .overflow }
    let step = try checked(result.adding(Decimal(100))).trimmed
    // Below a loss of everything the claim no longer grows with the result.
    if first.mantissa <= 0 || step.isNegative { throw .zeroBase }
    var grown = first.trimmed
    for _ in 0..<growth.periods { grown = try checked(grown.multiplied(by: step)) }
    let target = try checked(last.scaled(by: 2 * growth.periods))
    return try checked(grown.subtracting(target))
  }
}
