// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Shares that were made to add up to exactly 100: each is rounded by itself, and where their sum is off by a unit one
/// of them takes it. What is said of such a share is that all of them make up the whole.
struct PluggedShares {
  /// A share of the group.
  private struct Share {
    var relation: Int
    var printed: Decimal
    var expected: Decimal
    var isContradicted: Bool

    /// What should be printed, and of one that is off by a unit what is.
    var meant: Decimal { isContradicted && !isOffByOne ? expected : printed }

    /// Whether it is printed one unit of its last digit off.
    var isOffByOne: Bool {
      guard isContradicted, let unit = printed.subtracting(expected)?.magnitude else { return false }
      return unit.equals(Decimal(1, exponent: expected.exponent))
    }
  }

  private static let hundred = Decimal(100)
  /// Shares of one whole at least, and of how many of them one may be off.
  private static let fewest = 3

  /// Replaces the claims that such shares contradict.
  /// - Parameter first: index of the first relation that may be one of a share.
  static func excuse(_ relations: inout [Relation], from first: Int, _ facts: Facts) {
    var groups: [FigureID: [Int]] = [:]
    for index in first..<relations.count {
      guard relations[index].kind == .share, relations[index].readings.count == 1,
        case .ratio(_, _, let whole, 2, 0) = relations[index].readings[0], let first = whole.first
      else { continue }
      groups[first.operand.figure, default: []].append(index)
    }
    let evaluator = Evaluator(facts.figures)
    for group in groups.values where group.count >= fewest {
      let shares = group.compactMap { share($0, relations[$0].readings[0], facts, evaluator) }
      let off = shares.filter(\.isOffByOne)
      guard !off.isEmpty, off.count == 1 || off.count * 4 <= shares.count, shares.count == group.count,
        areWhole(shares.map(\.meant))
      else { continue }
      let isPrinted = areWhole(shares.map(\.printed))
      let rates = shares.compactMap { relations[$0.relation].readings[0].operands.first { $0.role == .rate } }
      for share in off {
        relations[share.relation] = Relation(
          rule: relations[share.relation].rule, kind: .shareTotal, force: .explain,
          readings: isPrinted ? [.whole(rates, 100)] : [],
          notCheckable: isPrinted ? nil : .ambiguousSubject, concerned: rates.map(\.figure))
      }
    }
  }

  private static func share(_ relation: Int, _ claim: Claim, _ facts: Facts, _ evaluator: Evaluator) -> Share? {
    guard case .ratio(let rate, let part, let whole, _, _) = claim, part.count == 1 else { return nil }
    let printed = facts.figures[rate.figure].quantity
    guard printed.lastPlace < 0, let below = evaluator.total(whole),
      let scaled = facts.figures[part[0].operand.figure].quantity.value.multiplied(by: hundred),
      let expected = Decimal.quotient(scaled, below, to: printed.lastPlace)
    else { return nil }
    return Share(
      relation: relation, printed: printed.digits, expected: expected,
      isContradicted: evaluator.verdict(of: claim) == .contradicted)
  }

  /// Whether shares, printed to one place, add up to exactly 100.
  private static func areWhole(_ shares: [Decimal]) -> Bool {
    var sum: Decimal? = .zero
    for share in shares {
      if share.exponent != shares[0].exponent { return false }
      sum = sum?.adding(share)
    }
    return sum?.equals(hundred) ?? false
  }
}
