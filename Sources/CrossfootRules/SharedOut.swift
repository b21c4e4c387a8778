// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Shares of a whole that is not printed near them: where they make up 100 together, the amounts they stand behind make up the whole
/// (`因公出国（境）费A，占a；公务用车费B，占b；公务接待费C，占c`).
struct SharedOut {
  private let facts: Facts
  private let evaluator: Evaluator

  /// Amounts that are not nothing at least: the share of a single one says nothing of it.
  private static let fewest = 2
  /// Digits of a share that shows what it is a share of.
  private static let digits = 3

  init(_ facts: Facts) {
    self.facts = facts
    evaluator = Evaluator(facts.figures)
  }

  /// The relations of shares without a whole that follow each other in a passage, as far as they make one up; the statements of all
  /// others are given back.
  func claim(_ shares: [Statement], _ relations: inout [Relation]) -> [Statement] {
    var left: [Statement] = []
    var start = 0
    while start < shares.count {
      var end = start + 1
      while end < shares.count, block(shares[end]) == block(shares[start]) { end += 1 }
      let group = Array(shares[start..<end])
      if let claims = claims(group) {
        for (share, claim) in zip(group, claims) {
          var relation = Relation(rule: ShareRule.description.id, kind: .share, readings: [claim], concerned: share.rate)
          relation.isGuess = share.isGuess
          relations.append(relation)
        }
      } else {
        left += group
      }
      start = end
    }
    return left
  }

  private func block(_ share: Statement) -> Int? {
    guard let rate = share.rate.first, case .passage(let block, _) = facts[rate].place else { return nil }
    return block
  }

  /// The claim of each share; nil where the shares make up no whole. One share may be wrong if another shows what they are of, or one
  /// amount if the shares make up 100 and a slip of its digits explains them all.
  private func claims(_ group: [Statement]) -> [Claim]? {
    let parts = group.compactMap { $0.amount.count == 1 && $0.isRightBehind ? $0.amount.first : nil }
    guard parts.count == group.count, group.allSatisfy({ $0.rate.count == 1 }), Set(parts).count == parts.count,
      parts.allSatisfy({ facts.areAlike($0, parts[0]) && facts[$0].readable && facts[$0].quantity.qualifier == .exact }),
      parts.count(where: { !facts[$0].quantity.digits.isZero }) >= Self.fewest
    else { return nil }
    let whole = parts.map { Term(1, Operand($0, .part)) }
    let claims = zip(group, parts).map { share, part in
      Claim.ratio(result: Operand(share.rate[0], .rate), numerator: [Term(1, Operand(part, .part))], denominator: whole, power: 2)
    }
    let apart = claims.count { !holds($0) }
    if apart <= 1, zip(group, claims).contains(where: { isTelling($0.rate[0]) && holds($1) }) { return claims }
    var trial = SlipTrial(evaluator)
    return areWhole(group.map { $0.rate[0] }) && trial.explains(all: claims, by: parts) ? claims : nil
  }

  private func holds(_ claim: Claim) -> Bool { evaluator.verdict(of: claim).rank > Verdict.contestedRank }

  /// Whether a share has digits enough to show what it is a share of.
  private func isTelling(_ rate: FigureID) -> Bool { facts[rate].quantity.digits.digitCount >= Self.digits }

  /// Whether shares come to 100, but for half a unit each.
  private func areWhole(_ rates: [FigureID]) -> Bool {
    var sum: Decimal? = .zero
    var place = Int.min
    for rate in rates {
      sum = sum?.adding(facts[rate].quantity.digits)
      place = max(place, facts[rate].quantity.digits.exponent)
    }
    guard let twice = sum?.subtracting(Decimal(100))?.magnitude?.multiplied(by: Decimal(2)) else { return false }
    return twice.order(Decimal(Int128(rates.count), exponent: place)) <= 0
  }
}
