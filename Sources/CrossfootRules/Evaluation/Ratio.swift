// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A claim `result = 10^power × (Σ numerator ÷ Σ denominator + offset)`, cleared of its division:
/// `10^power × (N + offset × D) - result × D = 0`.
struct Ratio {
  var result: Operand
  var numerator: [Term]
  var denominator: [Term]
  var power: Int
  var offset: Int

  init(_ result: Operand, _ numerator: [Term], _ denominator: [Term], power: Int, offset: Int) {
    self.result = result
    self.numerator = numerator
    self.denominator = denominator
    self.power = power
    self.offset = offset
  }
}

/// What one figure is multiplied by above and below the line.
struct RatioShare {
  var operand: Operand
  var above: Int
  var below: Int
}

extension Ratio {
  /// Each figure once, with its factors above and below the line, by figure.
  func shares() throws(Reason) -> [RatioShare] {
    var shares = numerator.map { RatioShare(operand: $0.operand, above: $0.factor, below: 0) }
    shares += denominator.map { RatioShare(operand: $0.operand, above: 0, below: $0.factor) }
    shares.sort { $0.operand.figure < $1.operand.figure }
    var merged: [RatioShare] = []
    for share in shares {
      guard let last = merged.last, last.operand.figure == share.operand.figure else {
        merged.append(share)
        continue
      }
      let (above, high) = last.above.addingReportingOverflow(share.above)
      let (below, low) = last.below.addingReportingOverflow(share.below)
      if high || low { throw .overflow }
      merged[merged.count - 1].above = above
      merged[merged.count - 1].below = below
    }
    return merged
  }

  /// The factor of a figure in the cleared claim once the result has a value.
  func factor(_ share: RatioShare, result: Decimal) throws(Reason) -> Decimal {
    let (shifted, overflow) = offset.multipliedReportingOverflow(by: share.below)
    let (above, tooLarge) = share.above.addingReportingOverflow(shifted)
    if overflow || tooLarge { throw .overflow }
    let scaled = Decimal(Int128(above), exponent: power)
    return try checked(result.multiplied(by: share.below).flatMap { scaled.subtracting($0) })
  }
}

extension Evaluator {
  /// `10^power × (N + offset × D) - result × D` over the printed digits.
  func excess(of ratio: Ratio) throws(Reason) -> Decimal {
    let below = try sum(ratio.denominator)
    if below.isZero { throw .zeroBase }
    let above = try checked(below.multiplied(by: ratio.offset)?.adding(sum(ratio.numerator)))
    let product = try checked(value(ratio.result).multiplied(by: below))
    return try checked(above.scaled(by: ratio.power)?.subtracting(product))
  }

  /// The range of the cleared claim over all true values. It is linear in every figure, so it is taken at corners:
  /// for each end of the result, each other figure goes to the end that its factor asks for.
  func range(of ratio: Ratio, _ slack: Slack) throws(Reason) -> Interval {
    let shares = try ratio.shares()
    let result = try resultRange(ratio.result, slack)
    var whole: Interval?
    for end in [result.lower, result.upper] {
      var range = Interval(.zero)
      for share in shares {
        let part = try self.range(share.operand, slack)
        let product = try checked(part.multiplied(by: ratio.factor(share, result: end)))
        range = try checked(range.adding(product))
      }
      let other = whole ?? range
      whole = Interval(
        Decimal.least(range.lower, other.lower), Decimal.greatest(range.upper, other.upper))
    }
    return try checked(whole)
  }
}
