// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// What makes a sum worth claiming. It does not hang on whether the sum holds: one that nobody would call wrong if it
/// failed proves nothing when it holds.
enum Proof: Sendable, Comparable {
  /// Nothing: the sum is not claimed.
  case none
  /// If the sum fails, it is told only where one slip of a digit closes it.
  case slip
  /// All its terms seem to be printed, but no other column shows it: if it fails, some may be missing, and it is told
  /// only where one slip of a digit closes it.
  case listed
  /// The same of a total whose rows the print sets apart from all others.
  case framed
  /// The rest of the table puts it beyond doubt.
  case certain

  /// Points of agreement, in half decimal digits, that are beyond chance: one in a thousand.
  static let beyondDoubt = 6

  /// What a coincidence would cost where parts come to what is printed, in half decimal digits: the digits printed but
  /// one. A single digit says little, and only if several parts that are not nothing come to it exactly.
  static func points(of printed: Int128, isExact: Bool = false) -> Int {
    let digits = Decimal(printed).digitCount
    return digits > 1 ? 2 * (digits - 1) : isExact && printed.magnitude >= 4 ? 1 : 0
  }

  /// The relation of a sum with its readings, the likeliest first; nil if it is not claimed.
  func relation(
    _ rule: String, _ kind: RelationKind, _ readings: [Claim], _ holds: Bool, _ evaluator: Evaluator
  ) -> Relation? {
    switch self {
    case .none: return nil
    case .listed, .framed:
      // A slip closes a sum to the last digit: one that is off by rounding would not be told of.
      let isFixed = holds && readings.allSatisfy { isTelling($0, evaluator) && evaluator.verdict(of: $0) == .holds }
      // No slip turns nothing into something: another figure in place of a nought would not be told of.
      if isFixed {
        let fixed = readings.map { $0.without { evaluator.printed($0)?.digits.isZero ?? true } }
        return Proof.certain.relation(rule, kind, fixed, holds, evaluator)
      }
    case .certain: return readings.isEmpty ? nil : Relation(rule: rule, kind: kind, readings: readings)
    case .slip: break
    }
    return relation(ofSlip: rule, kind, readings, holds, evaluator)
  }

  /// The relation of a sum that is told only where one slip of a digit closes it.
  private func relation(
    ofSlip rule: String, _ kind: RelationKind, _ readings: [Claim], _ holds: Bool, _ evaluator: Evaluator
  ) -> Relation? {
    // No slip turns nothing into something, so a nought is not fixed; and a slip closes a sum to the last digit.
    let told = readings.lazy.map { $0.without { evaluator.printed($0)?.digits.isZero ?? true } }
      .first {
        isTelling($0, evaluator)
          && (holds ? evaluator.verdict(of: $0) == .holds : evaluator.missesBySlip($0, digits: true))
      }
    return told.map { claim in
      var relation = Relation(rule: rule, kind: kind, force: .explain, readings: [claim])
      // What only a slip would be told of is not fixed by holding: another change of it would go unnoticed.
      relation.isGuess = holds
      return relation
    }
  }

  /// Whether a slip that closes a sum is unlikely to do so by chance (below 1/100): each term has about a hundred
  /// neighbours by one slip, and the total is one of 10^digits values.
  private func isTelling(_ claim: Claim, _ evaluator: Evaluator) -> Bool {
    guard case .linear(let terms) = claim, let total = terms.first,
      let head = evaluator.printed(total.operand)?.digits.mantissa.magnitude
    else { return false }
    // Rows set apart are all there: that they fall short by what a slip makes up for is the rarer for it.
    return head > UInt128(terms.count) * (self == .framed ? 500 : 10_000)
  }
}

extension Claim {
  /// A sum without some of its parts.
  fileprivate func without(_ isLeft: (Operand) -> Bool) -> Claim {
    guard case .linear(let terms) = self, let total = terms.first else { return self }
    return .linear([total] + terms.dropFirst().filter { !isLeft($0.operand) })
  }
}
