// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// What the relations of a report say of a way of computing that no sentence names.
struct PracticeProof: Sendable {
  private(set) var holding = 0
  private(set) var failing = 0
  /// Relations of all practices of the kind, of income and expenditure together.
  private var holdingOfKind = 0

  /// Relations that hold for each one that fails, and relations that must hold at all.
  private static let majority = 3
  private static let evidence = 3

  /// Whether enough relations hold for the others to be wrong.
  var isBorneOut: Bool { isBorneOut(holding, failing) }

  /// Whether it would still be so if one of those that hold did not.
  var survivesOneMore: Bool { isBorneOut(holding - 1, failing + 1) }

  /// Whether the one that fails is wrong at least if a slip explains it.
  var isLikely: Bool { holding >= 1 && failing == 1 && holdingOfKind >= Self.evidence }

  private func isBorneOut(_ holding: Int, _ failing: Int) -> Bool {
    holding >= Self.evidence && holding >= Self.majority * failing
  }

  /// The proof of each practice that relations take for granted.
  static func found(in relations: [Relation], by evaluator: Evaluator) -> [Practice: PracticeProof] {
    var proofs: [Practice: PracticeProof] = [:]
    for relation in relations {
      guard let practice = relation.practice, relation.notCheckable == nil, !evaluator.isOfNothing(relation) else {
        continue
      }
      let best = relation.readings.map { evaluator.verdict(of: $0).rank }.max() ?? Verdict.contestedRank
      if best > Verdict.contestedRank {
        proofs[practice, default: PracticeProof()].holding += 1
      } else if best == Verdict.contradicted.rank, !relation.isGuess {
        proofs[practice, default: PracticeProof()].failing += 1
      }
    }
    for (practice, proof) in proofs {
      let twin = practice.otherSide.flatMap { proofs[$0] }
      proofs[practice]?.holdingOfKind = proof.holding + (twin?.holding ?? 0)
    }
    return proofs
  }
}

extension Practice {
  /// The same practice for the other side of a budget.
  fileprivate var otherSide: Practice? {
    switch self {
    case .planAgainstExecution(let isExpense): .planAgainstExecution(isExpense: !isExpense)
    case .sharesOfOne, .growthOfBudget, .budgetOfSentenceBefore: nil
    }
  }
}

extension Evaluator {
  /// Whether a relation is a share of nothing in whatever whole.
  fileprivate func isOfNothing(_ relation: Relation) -> Bool {
    guard case .sharesOfOne? = relation.practice, case .ratio(_, let numerator, _, _, _)? = relation.readings.first
    else { return false }
    return numerator.allSatisfy { (try? value($0.operand).isZero) ?? false }
  }

  /// Whether the report bears out what a relation takes for granted, so that the relation may contradict.
  func isBorneOut(_ proof: PracticeProof, _ relation: Relation) -> Bool {
    proof.isBorneOut || proof.isLikely && relation.readings.allSatisfy(isSlip)
  }

  /// Whether one slip of a digit turns the rate that a claim gives into the printed one.
  private func isSlip(_ claim: Claim) -> Bool {
    guard case .ratio(let result, _, _, _, _) = claim, let printed = try? value(result),
      let right = implied(claim, result.figure),
      printed.mantissa.magnitude > 99
    else { return false }
    return Slip.between(printed: printed, right: right) != nil
  }
}
