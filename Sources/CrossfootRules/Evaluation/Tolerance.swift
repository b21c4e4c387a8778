// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Evaluator {
  /// By how much each figure of a claim that holds may change, in base units, before the claim is contradicted: at
  /// most, in whichever direction leaves more room, rounded up to a tenth of a unit of the figure's last digit.
  public func slacks(_ claim: Claim) -> [(figure: FigureID, slack: Decimal)] {
    do throws(Reason) {
      switch claim {
      case .linear(let terms): return try linearSlacks(terms)
      case .whole(let operands, let whole): return try shareSlacks(operands, Decimal(Int128(whole)))
      case .equal(let operands): return try restatementSlacks(operands)
      case .count(let stated, _, _): return [(stated.figure, .zero)]
      case .ratio(let result, let above, let below, let power, let offset):
        return try ratioSlacks(Ratio(result, above, below, power: power, offset: offset))
      case .product(let result, let weight, let rate, let power):
        return try productSlacks((result, weight, rate), power)
      case .power(let result, let last, let first, let periods):
        return try growthSlacks(Growth(result, last, first, periods))
      case .composed(let whole, let parts, let isBound): return isBound ? [] : try slacks(Composition(whole, parts))
      case .atMost, .sequence, .direction, .implies, .within, .observed, .unknown: return []
      }
    } catch {
      return []
    }
  }

  private func linearSlacks(_ terms: [Term]) throws(Reason) -> [(figure: FigureID, slack: Decimal)] {
    let range = try range(ofList: terms, .stated)
    let room = try checked(Decimal.greatest(range.upper, checked(range.lower.negated)))
    var slacks: [(figure: FigureID, slack: Decimal)] = []
    for term in terms where term.factor != 0 {
      let place = try quantity(term.operand).lastPlace &- 1
      let factor = Decimal(Int128(term.factor.magnitude))
      slacks.append((term.operand.figure, try checked(Decimal.quotient(room, factor, to: place, .up))))
    }
    return slacks
  }

  private func shareSlacks(_ operands: [Operand], _ whole: Decimal) throws(Reason) -> [(
    figure: FigureID, slack: Decimal
  )] {
    let range = try range(ofShares: operands, .stated)
    let room = try checked(
      Decimal.greatest(checked(range.upper.subtracting(whole)), checked(whole.subtracting(range.lower))))
    return operands.map { ($0.figure, room) }
  }

  private func restatementSlacks(_ operands: [Operand]) throws(Reason) -> [(figure: FigureID, slack: Decimal)] {
    let common = try range(operands[commonest(operands)], .stated)
    var slacks: [(figure: FigureID, slack: Decimal)] = []
    for operand in operands {
      let width = try checked(range(operand, .stated).width?.adding(checked(common.width)))
      // A restatement one unit apart is a note only.
      let unit = try Decimal(1, exponent: quantity(operand).lastPlace)
      slacks.append((operand.figure, try isExact(operand) ? .zero : Decimal.greatest(width, unit)))
    }
    return slacks
  }

  /// The cleared claim shifts by factor × change, and may do so until it leaves 0.
  private func ratioSlacks(_ ratio: Ratio) throws(Reason) -> [(figure: FigureID, slack: Decimal)] {
    let range = try range(of: ratio, .stated)
    let room = try checked(Decimal.greatest(range.upper, checked(range.lower.negated)))
    let result = try resultRange(ratio.result, .stated)
    let below = try self.range(of: ratio.denominator, .stated)
    var slacks: [(figure: FigureID, slack: Decimal)] = []
    if !below.containsZero {
      let least = try Decimal.least(checked(below.lower.magnitude), checked(below.upper.magnitude))
      slacks.append((ratio.result.figure, try slack(room, least, ratio.result)))
    }
    for share in try ratio.shares() {
      let low = try ratio.factor(share, result: result.lower)
      let high = try ratio.factor(share, result: result.upper)
      // Where the factor may be nothing, no change of the figure contradicts.
      if low.mantissa.signum() * high.mantissa.signum() <= 0 { continue }
      let factor = try Decimal.least(checked(low.magnitude), checked(high.magnitude))
      slacks.append((share.operand.figure, try slack(room, factor, share.operand)))
    }
    return slacks
  }

  private func slack(_ room: Decimal, _ factor: Decimal, _ operand: Operand) throws(Reason) -> Decimal {
    let place = try quantity(operand).lastPlace &- 1
    return try checked(Decimal.quotient(room, factor, to: place, .up))
  }

  /// Cleared, a product is `weight × rate × 10^power - result`, with only the result uncertain.
  private func productSlacks(
    _ operands: (result: Operand, weight: Operand, rate: Operand), _ power: Int
  ) throws(Reason) -> [(figure: FigureID, slack: Decimal)] {
    let (result, weight, rate) = operands
    let product = try checked(value(weight).multiplied(by: value(rate))?.scaled(by: power))
    let range = try resultRange(result, .stated)
    let room = try checked(
      Decimal.greatest(checked(range.upper.subtracting(product)), checked(product.subtracting(range.lower))))
    var slacks = [(figure: result.figure, slack: room)]
    for (operand, other) in [(weight, rate), (rate, weight)] {
      let factor = try checked(value(other).magnitude?.scaled(by: power))
      if !factor.isZero { slacks.append((operand.figure, try slack(room, factor, operand))) }
    }
    return slacks
  }

  /// The growth claim is linear in both amounts; along the result it is at least as steep as at its lower end.
  private func growthSlacks(_ growth: Growth) throws(Reason) -> [(figure: FigureID, slack: Decimal)] {
    let range = try range(of: growth, .stated)
    let room = try checked(Decimal.greatest(range.upper, checked(range.lower.negated)))
    let unit = Decimal(1, exponent: try quantity(growth.result).lastPlace)
    let low = try checked(value(growth.result).adding(Decimal(100))?.subtracting(unit))
    var steep = Decimal(1)
    for _ in 1..<max(2, growth.periods) { steep = try checked(steep.multiplied(by: low)) }
    let slope = try checked(steep.multiplied(by: growth.periods)?.multiplied(by: value(growth.first)))
    let grown = try checked(steep.multiplied(by: low))
    return [
      (growth.result.figure, try slack(room, slope, growth.result)),
      (growth.last.figure, try slack(room, Decimal(1, exponent: 2 * growth.periods), growth.last)),
      (growth.first.figure, try slack(room, grown, growth.first)),
    ]
  }
}
