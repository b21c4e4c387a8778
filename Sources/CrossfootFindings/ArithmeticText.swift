// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Writes the arithmetic of a claim with the figures as printed.
struct ArithmeticText {
  let figures: [Figure]
  let citation: Citation
  /// Sums longer than this are shortened in the middle.
  static let longestSum = 16

  /// The arithmetic of a claim, or nil where nothing is computed.
  func write(_ claim: Claim, evaluator: Evaluator) -> Arithmetic? {
    let mixed = mixesScales(claim)
    switch claim {
    case .linear(let terms):
      guard let total = terms.first else { return nil }
      let sign = total.factor > 0 ? -1 : 1
      let parts = terms.dropFirst().map { Term($0.factor &* sign, $0.operand) }
      return arithmetic(sum(parts, mixed), evaluator.implied(claim, total.operand.figure), total.operand, mixed)
    case .unknown(let terms):
      let value = evaluator.total(terms)
      let result = value.map { spread($0, like: terms) } ?? ""
      return Arithmetic(expression: sum(terms, mixed), result: result, stated: "")
    case .whole(let operands, let whole):
      guard let first = operands.first, let sum = evaluator.total(operands.map { Term(1, $0) }) else { return nil }
      let text = self.sum(operands.map { Term(1, $0) }, mixed)
      return plain(text, print(sum, like: first.figure, mixed), "\(whole)" + citation.percentSign(first.figure))
    case .ratio(let result, let above, let below, let power, let offset):
      var text = "\(group(above, mixed)) ÷ \(group(below, mixed))"
      if offset != 0 { text += offset < 0 ? " − \(offset.magnitude)" : " + \(offset)" }
      let sign = power == 2 ? "%" : power == 3 ? "‰" : ""
      if sign.isEmpty, power != 0 { text += " × 10^\(power)" }
      return arithmetic(text, evaluator.implied(claim, result.figure, finer: 1), result, mixed, sign: sign)
    case .product(let result, let weight, let rate, let power):
      var text = "\(figure(weight, mixed)) × \(figure(rate, mixed))"
      if power == -2, citation.percentSign(rate.figure).isEmpty { text += " ÷ 100" }
      return arithmetic(text, evaluator.implied(claim, result.figure, finer: 1), result, mixed)
    case .composed(let whole, let parts, _):
      guard let rate = whole.rate else { return nil }
      let bases = parts.map { base($0, mixed) }.joined(separator: " + ")
      let quotient = "\(figure(whole.amount, mixed)) ÷ (\(bases))"
      let text = whole.offset == 0 ? quotient : whole.sign < 0 ? "1 − " + quotient : quotient + " − 1"
      return arithmetic(text, evaluator.implied(claim, rate.figure, finer: 1), rate, mixed, sign: "%")
    case .power(let result, let last, let first, let periods):
      let text = "(\(figure(last, mixed)) ÷ \(figure(first, mixed)))^(1/\(periods)) − 1"
      return arithmetic(text, evaluator.implied(claim, result.figure, finer: 1), result, mixed, sign: "%")
    default: return comparison(claim, evaluator, mixed)
    }
  }

  private func comparison(_ claim: Claim, _ evaluator: Evaluator, _ mixed: Bool) -> Arithmetic? {
    switch claim {
    case .equal(let operands):
      guard let odd = evaluator.oddOne(of: operands), let common = evaluator.commonOne(of: operands)
      else { return nil }
      return plain(figure(common, mixed), figure(common, mixed), figure(odd, mixed))
    case .atMost(let left, let right):
      guard let sum = evaluator.total(left), let bound = evaluator.total(right) else { return nil }
      // The limit is what is computed, the side that exceeds it what is stated.
      let exceeding =
        left.count == 1
        ? self.sum(left, mixed) : "\(self.sum(left, mixed)) = \(print(sum, like: left.first?.operand.figure, mixed))"
      return plain(
        self.sum(right, mixed), print(bound, like: right.first?.operand.figure, mixed), exceeding, isBound: true)
    case .count(let stated, let members, let open):
      return plain("\(members)", "\(members)", figure(stated, mixed), isBound: open)
    default: return nil
    }
  }

  private func plain(
    _ expression: String, _ result: String, _ stated: String, isBound: Bool = false
  ) -> Arithmetic {
    Arithmetic(expression: expression, result: result, stated: stated, isBound: isBound)
  }

  private func arithmetic(
    _ expression: String, _ value: Decimal?, _ stated: Operand, _ mixed: Bool, sign: String = ""
  ) -> Arithmetic {
    let result = value.map { print($0, like: stated.figure, mixed, sign: sign) } ?? ""
    return Arithmetic(expression: expression, result: result, stated: figure(stated, mixed))
  }
}

extension ArithmeticText {
  /// A value in base units as the report would print it beside a figure: its scale, grouping and sign.
  func print(_ value: Decimal, like figure: FigureID?, _ mixed: Bool = false, sign: String = "") -> String {
    guard let figure, let scaled = value.scaled(by: 0 &- figures[figure].quantity.scale)
    else { return value.plain() }
    let text = scaled.plain(grouped: citation.isGrouped(figure))
    if mixed { return text + citation.unit(figure) }
    let own = citation.percentSign(figure)
    return text + (own.isEmpty ? sign : own)
  }

  /// A total of terms: with their decimals if all print alike, else without trailing zeros.
  func spread(_ value: Decimal, like terms: [Term]) -> String {
    guard let first = terms.first?.operand.figure else { return value.plain() }
    let decimals = figures[first].quantity.decimals
    let isEven = terms.allSatisfy { figures[$0.operand.figure].quantity.decimals == decimals }
    return print(isEven ? value : shortened(value, scale: figures[first].quantity.scale), like: first)
  }

  /// A value without trailing decimals of zero.
  private func shortened(_ value: Decimal, scale: Int) -> Decimal {
    let trimmed = value.trimmed
    return trimmed.exponent > scale ? trimmed.rounded(to: scale) ?? trimmed : trimmed
  }

  private func figure(_ operand: Operand, _ mixed: Bool) -> String {
    guard figures.indices.contains(operand.figure) else { return "" }
    return mixed ? citation.textWithUnit(operand.figure) : citation.text(operand.figure)
  }

  /// What an amount was of, by its rate.
  private func base(_ rated: RatedAmount, _ mixed: Bool) -> String {
    let amount = figure(rated.amount, mixed)
    guard let rate = rated.rate else { return amount }
    let text = figure(rate, mixed)
    return rated.offset == 0 ? "\(amount) ÷ \(text)" : "\(amount) ÷ (1 \(rated.sign < 0 ? "−" : "+") \(text))"
  }

  private func group(_ terms: [Term], _ mixed: Bool) -> String {
    terms.count == 1 && terms[0].factor == 1 ? sum(terms, mixed) : "(\(sum(terms, mixed)))"
  }

  private func sum(_ terms: some Collection<Term>, _ mixed: Bool) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if terms.count > Self.longestSum, index >= Self.longestSum - 2, index < terms.count - 1 {
        if index == Self.longestSum - 2 { text += " + …" }
        continue
      }
      text += text.isEmpty ? (term.factor < 0 ? "−" : "") : (term.factor < 0 ? " − " : " + ")
      if term.factor.magnitude != 1 { text += "\(term.factor.magnitude) × " }
      let number = figure(term.operand, mixed)
      text += number.utf8.first == UInt8(ascii: "-") && !text.isEmpty ? "(\(number))" : number
    }
    return text
  }

  /// Whether the figures of a claim are printed in different scales, so that units must be shown.
  private func mixesScales(_ claim: Claim) -> Bool {
    var scale: Int?
    var mixes = false
    claim.forEachOperand { operand in
      guard figures.indices.contains(operand.figure) else { return }
      let quantity = figures[operand.figure].quantity
      switch quantity.unit.dimension {
      case .money, .measure, .count, .none:
        if let known = scale, known != quantity.scale { mixes = true }
        scale = quantity.scale
      default: return
      }
    }
    return mixes
  }
}
