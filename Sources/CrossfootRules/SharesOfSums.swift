// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Shares of what the amounts beside them come to: those that make up 100 %, and those of which all but one are shares
/// of that sum.
struct SharesOfSums {
  private let figures: [Figure]
  private let evaluator: Evaluator
  /// The rate of each amount in the lists of shares.
  private var rates: [FigureID: FigureID] = [:]

  /// Digits of a share that shows what it is a share of.
  private static let digits = 3

  init(_ facts: Facts) {
    figures = facts.figures
    evaluator = Evaluator(facts.figures)
    for share in facts.statements(.rate) where !share.lists.isEmpty {
      if let part = share.amount.first, let rate = share.rate.first { rates[part] = rate }
    }
  }

  /// The claim of a share that names no whole; nil where nothing shows that it is one of the sum.
  func claim(_ share: Statement) -> Claim? {
    guard let list = share.lists.first, let part = share.amount.first else { return nil }
    if list.closure == .open { return nil }
    if list.closure == .unknown {
      let claims = list.parts.compactMap { claim($0.figure, list) }
      guard claims.count == list.parts.count, claims.count(where: { !evaluator.holds($0) }) == 1,
        areShownByAnother(than: share)
      else { return nil }
    }
    return claim(part, list)
  }

  /// Whether a share besides this one shows that the amounts make up the whole, whatever this one says.
  func areShownByAnother(than share: Statement) -> Bool {
    guard let list = share.lists.first, let own = share.amount.first else { return false }
    return list.parts.contains { part in
      guard part.figure != own, let rate = rates[part.figure], let claim = claim(part.figure, list) else {
        return false
      }
      return figures[rate].quantity.digits.digitCount >= Self.digits && evaluator.holds(claim)
    }
  }

  private func claim(_ part: FigureID, _ list: PartList) -> Claim? {
    rates[part].map { rate in
      .ratio(
        result: Operand(rate, .rate), numerator: [Term(1, Operand(part, .part))],
        denominator: list.parts.map { Term($0.sign, Operand($0.figure, .part)) }, power: 2)
    }
  }
}
