// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Evaluator {
  /// The value a figure would need for a claim to hold, the other figures taken as printed: in base units, at the
  /// place it is printed or, where exact arithmetic needs them, at finer ones.
  /// - Parameter finer: digits to add to a computed result, for display.
  /// - Returns: nil where the claim fixes no value for it.
  public func implied(_ claim: Claim, _ figure: FigureID, finer: Int = 0) -> Decimal? {
    guard figures.indices.contains(figure) else { return nil }
    let place = figures[figure].quantity.lastPlace &- finer
    do throws(Reason) {
      switch claim {
      case .linear(let terms): return try impliedTerm(terms, figure, place)
      case .ratio(let result, let above, let below, let power, let offset):
        let ratio = Ratio(result, above, below, power: power, offset: offset)
        return try result.figure == figure
          ? impliedResult(ratio, place) : impliedShare(ratio, figure, place)
      case .whole(let operands, let whole):
        let others = operands.filter { $0.figure != figure }.map { Term(1, $0) }
        return try shortest(checked(Decimal(Int128(whole)).subtracting(sum(others))), place)
      case .product(let result, let weight, let rate, let power):
        return try impliedFactor((result, weight, rate), power, figure, place)
      case .power(let result, let last, let first, let periods):
        guard result.figure == figure else { return nil }
        return try impliedGrowth(Growth(result, last, first, periods), place)
      case .composed(let whole, let parts, _): return try implied(Composition(whole, parts), figure, place)
      case .equal(let operands):
        let others = operands.filter { $0.figure != figure }
        return try others.isEmpty ? nil : value(others[commonest(others)]).rounded(to: place)
      case .count(_, let members, let open):
        return open ? nil : Decimal(Int128(members))
      default: return nil
      }
    } catch {
      return nil
    }
  }

  /// Σ factor × printed value, or nil if it cannot be computed.
  public func total(_ terms: [Term]) -> Decimal? { try? sum(terms) }

  /// The statement of a figure that differs most from the most frequent one; the last where all agree.
  public func oddOne(of operands: [Operand]) -> Operand? {
    guard let common = commonOne(of: operands) else { return nil }
    var odd: (operand: Operand, agreement: Agreement)?
    for operand in operands.reversed() where operand != common {
      let found = (try? agreement(common, operand)) ?? .same
      if odd.map({ found.rawValue < $0.agreement.rawValue }) ?? true { odd = (operand, found) }
    }
    return odd?.operand ?? operands.last
  }

  /// The statement of a figure whose value is printed most often.
  public func commonOne(of operands: [Operand]) -> Operand? {
    (try? commonest(operands)).map { operands[$0] }
  }
}

extension Evaluator {
  private func impliedTerm(_ terms: [Term], _ figure: FigureID, _ place: Int) throws(Reason) -> Decimal? {
    var factor = 0
    var others: [Term] = []
    for term in terms {
      if term.operand.figure != figure { others.append(term) } else { factor = factor &+ term.factor }
    }
    if factor == 0 { return nil }
    let rest = try checked(sum(others).negated)
    if factor == 1 || factor == -1 {
      let value = try checked(rest.multiplied(by: factor))
      return value.exponent > place ? value.rounded(to: place) ?? value : shortest(value, place)
    }
    return Decimal.quotient(rest, Decimal(Int128(factor)), to: place)
  }

  /// A value with no more digits than it needs, and no fewer than are printed.
  private func shortest(_ value: Decimal, _ place: Int) -> Decimal {
    if value.isZero { return Decimal(0, exponent: place) }
    let trimmed = value.trimmed
    return trimmed.exponent < place ? trimmed : trimmed.rounded(to: place) ?? trimmed
  }

  private func impliedResult(_ ratio: Ratio, _ place: Int) throws(Reason) -> Decimal? {
    let below = try sum(ratio.denominator)
    let above = try checked(below.multiplied(by: ratio.offset)?.adding(sum(ratio.numerator)))
    return try Decimal.quotient(checked(above.scaled(by: ratio.power)), below, to: place)
  }

  /// A figure above or below the line: the cleared claim is linear in it.
  private func impliedShare(_ ratio: Ratio, _ figure: FigureID, _ place: Int) throws(Reason) -> Decimal? {
    let result = try value(ratio.result)
    var own: Decimal?
    var rest = Decimal.zero
    for share in try ratio.shares() {
      let factor = try ratio.factor(share, result: result)
      if share.operand.figure == figure {
        own = factor
      } else {
        rest = try checked(value(share.operand).multiplied(by: factor).flatMap { rest.adding($0) })
      }
    }
    guard let own, let negative = rest.negated else { return nil }
    return Decimal.quotient(negative, own, to: place)
  }

  private func impliedFactor(
    _ operands: (result: Operand, Operand, Operand), _ power: Int, _ figure: FigureID, _ place: Int
  ) throws(Reason) -> Decimal? {
    let (result, weight, rate) = operands
    if result.figure == figure {
      return try value(weight).multiplied(by: value(rate))?.scaled(by: power)?.rounded(to: place)
    }
    let other = weight.figure == figure ? rate : weight
    let product = try checked(value(result).scaled(by: 0 &- power))
    return try Decimal.quotient(product, value(other), to: place)
  }

  /// The growth at which the cleared claim changes sign, by halving.
  private func impliedGrowth(_ growth: Growth, _ place: Int) throws(Reason) -> Decimal? {
    let unit = Decimal(1, exponent: place)
    guard var low = Decimal(-100).rounded(to: place)?.mantissa,
      var high = Decimal(100_000).rounded(to: place)?.mantissa
    else { return nil }
    let first = try value(growth.first)
    let last = try value(growth.last)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      let excess = try excess(growth, result: Decimal(middle, exponent: place), last: last, first: first)
      if excess.mantissa <= 0 { low = middle } else { high = middle }
    }
    let half = try checked(Decimal(low, exponent: place).adding(checked(unit.multiplied(by: 5)?.scaled(by: -1))))
    let excess = try excess(growth, result: half, last: last, first: first)
    return Decimal(excess.mantissa <= 0 ? low + 1 : low, exponent: place)
  }
}
