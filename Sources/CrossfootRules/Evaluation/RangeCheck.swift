// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Evaluator {
  /// Whether some true values that print as stated satisfy a claim.
  func allows(_ claim: Claim, _ slack: Slack) throws(Reason) -> Bool {
    switch claim {
    case .linear(let terms): return try range(ofList: terms, slack).containsZero
    case .whole(let operands, let whole): return try range(ofShares: operands, slack).contains(Decimal(Int128(whole)))
    case .ratio(let result, let numerator, let denominator, let power, let offset):
      let ratio = Ratio(result, numerator, denominator, power: power, offset: offset)
      return try range(of: ratio, slack).containsZero
    case .product(let result, let weight, let rate, let power):
      let product = try checked(value(weight).multiplied(by: value(rate))?.scaled(by: power))
      return try resultRange(result, slack).contains(product)
    case .power(let result, let last, let first, let periods):
      return try range(of: Growth(result, last, first, periods), slack).containsZero
    case .composed(let whole, let parts, let isBound):
      let range = try range(of: Composition(whole, parts), slack)
      return isBound ? range.lower.mantissa <= 0 : range.containsZero
    case .equal(let operands):
      let common = try range(operands[commonest(operands)], slack)
      for operand in operands where try !range(operand, slack).overlaps(common) { return false }
      return true
    case .atMost(let left, let right):
      let excess = left + right.map { Term(0 &- $0.factor, $0.operand) }
      return try range(of: excess, slack).lower.mantissa <= 0
    case .direction(let direction, let delta):
      let range = try range(of: delta, slack)
      return direction.fits(range.lower.mantissa.signum()) || direction.fits(range.upper.mantissa.signum())
        || (direction == .flat && range.containsZero)
    case .implies:
      return slack == .loose
    case .count(let stated, let members, let open):
      let range = try range(stated, slack)
      let members = Decimal(Int128(members))
      return open ? range.upper.order(members) >= 0 : range.contains(members)
    case .sequence, .within, .observed, .unknown: return false
    }
  }

  /// The range of Σ factor × figure over all true values of the figures as printed.
  func range(of terms: [Term], _ slack: Slack) throws(Reason) -> Interval {
    var range = Interval(.zero)
    for term in terms { try add(term, at: nil, slack, to: &range) }
    return range
  }

  /// The range of the sum of shares over all true values: each of them was computed and rounded by itself.
  func range(ofShares operands: [Operand], _ slack: Slack) throws(Reason) -> Interval {
    var range = Interval(.zero)
    for operand in operands { range = try checked(range.adding(resultRange(operand, slack))) }
    return range
  }

  /// The range of Σ factor × figure over all true values, the figures read as members of one list.
  func range(ofList terms: [Term], _ slack: Slack) throws(Reason) -> Interval {
    let places = try ListPlaces(terms, self)
    var range = Interval(.zero)
    for index in terms.indices {
      try add(terms[index], at: places.place(ofTerm: index, in: self, terms[index]), slack, to: &range)
    }
    return range
  }

  /// Adds all true values of a term, its figure read at a place, or nil for its own.
  private func add(_ term: Term, at place: Int?, _ slack: Slack, to range: inout Interval) throws(Reason) {
    let part = try self.range(term.operand, slack, at: place)
    range = try checked(range.adding(checked(part.multiplied(by: term.factor))))
  }
}

/// At which places the figures of a list are read: figures of one scale at the finest place that any of them prints,
/// because trailing zeros are dropped in print (648.9, 351). A total coarser than all its parts keeps its own, and so
/// does a figure that is rounded further than that.
struct ListPlaces {
  /// Scales that a list is told apart by: 1 to 10^16, as many as there are places below.
  private static let scales = 17
  private var finest = InlineArray<17, Int>(repeating: .max)
  private var coarseTotal: Int?
  /// Whether whole numbers of the list are rounded, though others of it print decimals.
  private var roundsWholes = false

  init(_ terms: [Term], _ evaluator: Evaluator) throws(Reason) {
    var finestPart = InlineArray<17, Int>(repeating: .max)
    var coarsestPart = InlineArray<17, Int>(repeating: .min)
    var wholes = 0
    for index in terms.indices {
      let quantity = try evaluator.quantity(terms[index].operand)
      guard let scale = ListPlaces.slot(quantity) else { continue }
      finest[scale] = min(finest[scale], quantity.lastPlace)
      if ListPlaces.isWhole(quantity) { wholes += 1 }
      if index == 0 { continue }
      finestPart[scale] = min(finestPart[scale], quantity.lastPlace)
      coarsestPart[scale] = max(coarsestPart[scale], quantity.lastPlace)
    }
    guard let first = terms.first else { return }
    let total = try evaluator.quantity(first.operand)
    if let scale = ListPlaces.slot(total), total.lastPlace > coarsestPart[scale] {
      coarseTotal = total.lastPlace
      finest[scale] = finestPart[scale]
    }
    if wholes >= 2, let scale = ListPlaces.slot(total) {
      // Of one such number the zeros may be dropped; of two that is beyond chance.
      roundsWholes =
        try terms.count { term throws(Reason) in
          let quantity = try evaluator.quantity(term.operand)
          return ListPlaces.slot(quantity) == scale && ListPlaces.isWhole(quantity)
            && quantity.lastPlace - finest[scale] >= 2
        } >= 2
    }
  }

  /// The place that a term is read at, or nil for its own.
  func place(ofTerm index: Int, in evaluator: Evaluator, _ term: Term) throws(Reason) -> Int? {
    if index == 0, let coarseTotal { return coarseTotal }
    let quantity = try evaluator.quantity(term.operand)
    guard let scale = ListPlaces.slot(quantity) else { return nil }
    if roundsWholes, ListPlaces.isWhole(quantity), quantity.lastPlace - finest[scale] >= 2 { return nil }
    return ListPlaces.isRounded(quantity, at: finest[scale]) ? nil : finest[scale]
  }

  /// Whether a figure with decimals lacks two or more of those that others print: one zero is dropped in print, but
  /// 12.22 beside 0.6118 is rounded.
  private static func isRounded(_ quantity: Quantity, at place: Int) -> Bool {
    quantity.digits.exponent < 0 && quantity.lastPlace - place >= 2
  }

  /// Whether a figure is a whole number of several digits that is no round one.
  private static func isWhole(_ quantity: Quantity) -> Bool {
    quantity.digits.exponent == 0 && quantity.digits.mantissa.magnitude >= 1000 && quantity.digits.mantissa % 10 != 0
  }

  private static func slot(_ quantity: Quantity) -> Int? {
    quantity.scale >= 0 && quantity.scale < scales && !quantity.qualifier.isApproximate ? quantity.scale : nil
  }
}
