// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// The whole of shares that follow each other and name one that no amount is called by: the amount before them that
/// most of them are shares of.
struct CommonWholes {
  private var wholes: [Practice: FigureID] = [:]
  /// The groups whose amounts add up to their whole.
  private var isSum: [Practice: Bool] = [:]

  /// Shares of one whole that must fit it for each that does not, and that must fit at all.
  private static let majority = 3
  private static let evidence = 3
  /// Shares that follow each other at least, and digits of a whole that their amounts add up to.
  private static let fewest = 2
  private static let digits = 4

  init(_ facts: Facts) {
    var groups: [Practice: [Statement]] = [:]
    for index in facts.statements.indices
    where !facts.statements[index].base.isEmpty && facts.statements[index].rateBase == .whole {
      if let practice = facts.statements[index].practice {
        groups[practice, default: []].append(facts.statements[index])
      }
    }
    if groups.isEmpty { return }
    let evaluator = Evaluator(facts.figures)
    for (practice, shares) in groups where shares.count >= Self.fewest {
      if let whole = Self.sum(shares, evaluator) {
        (wholes[practice], isSum[practice]) = (whole, true)
      } else if shares.count >= Self.evidence, shares[0].base.count > 1 {
        // A share of nothing fits every whole.
        wholes[practice] = Self.common(shares.filter { Self.isSomething($0, evaluator) }, evaluator)
      }
    }
  }

  /// A statement with the one whole that its neighbours agree on, or with none.
  func resolved(_ statement: Statement) -> Statement {
    guard let practice = statement.practice, statement.base.count > 1 || isSum[practice] != nil else {
      return statement
    }
    var resolved = statement
    resolved.base = wholes[practice].map { Candidates($0) } ?? Candidates()
    if let whole = resolved.base.first {
      // Amounts that add up to the whole share it out, whatever their shares.
      resolved.practice = isSum[practice] == nil ? .sharesOfOne(whole) : nil
      resolved.isBasePremise = true
    }
    return resolved
  }

  /// The candidate that the amounts of the shares add up to, as printed.
  private static func sum(_ shares: [Statement], _ evaluator: Evaluator) -> FigureID? {
    let parts = shares.compactMap(\.amount.first)
    guard parts.count == shares.count else { return nil }
    return shares[0].base.first { whole in
      // 占预算的P: the share of another whole, each item of its own. One of them may be wrong.
      let fitting = shares.filter { fits($0, whole, evaluator) }
      guard fitting.count >= shares.count - 1, fitting.contains(where: { isSomething($0, evaluator) }) else {
        return false
      }
      guard !parts.contains(whole), evaluator.figures[whole].quantity.digits.digitCount >= digits else { return false }
      let terms = [Term(-1, Operand(whole, .total))] + parts.map { Term(1, Operand($0, .part)) }
      return evaluator.total(terms)?.isZero ?? false
    }
  }

  /// The candidate that most shares fit; nil where too few do, or two fit as many.
  private static func common(_ shares: [Statement], _ evaluator: Evaluator) -> FigureID? {
    if shares.count < evidence { return nil }
    var best: (whole: FigureID, fitting: Int)?
    var isTied = false
    for whole in shares[0].base {
      let fitting = shares.count { fits($0, whole, evaluator) }
      if fitting == best?.fitting { isTied = true }
      if fitting > best?.fitting ?? 0 { (best, isTied) = ((whole, fitting), false) }
    }
    guard let best, !isTied, best.fitting >= evidence, best.fitting >= majority * (shares.count - best.fitting) else {
      return nil
    }
    return best.whole
  }

  private static func isSomething(_ share: Statement, _ evaluator: Evaluator) -> Bool {
    share.amount.first.map { !evaluator.figures[$0].quantity.digits.isZero } ?? false
  }

  private static func fits(_ share: Statement, _ whole: FigureID, _ evaluator: Evaluator) -> Bool {
    guard let part = share.amount.first, let rate = share.rate.first, part != whole else { return false }
    let claim = Claim.ratio(
      result: Operand(rate, .rate), numerator: [Term(1, Operand(part, .actual))],
      denominator: [Term(1, Operand(whole, .budget))], power: 2)
    return evaluator.verdict(of: claim).rank > Verdict.contestedRank
  }
}
