// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// How often guesses of one form hold in a report. A report that prints all terms of a form several times prints them
/// everywhere.
struct Precedents: Sendable {
  private var counts: [Relation.Form: Int] = [:]

  /// Relations that must hold beside the one that is judged.
  private static let evidence = 2

  init() {}

  init(_ relations: [Relation], _ judgements: [Judgement], _ evaluator: Evaluator) {
    for (relation, judgement) in zip(relations, judgements) {
      guard let form = relation.form, judgement.verdict == .holds,
        evaluator.shows(form, relation.readings[judgement.reading])
      else { continue }
      counts[form, default: 0] += 1
    }
  }

  /// Whether a report keeps a form, as relations other than the one that is judged show.
  /// - Parameter holds: whether that one holds, too.
  func keep(_ form: Relation.Form?, holds: Bool) -> Bool {
    guard let form, let count = counts[form] else { return false }
    return count >= Precedents.evidence + (holds ? form.mostShared : 0)
  }

  var isEmpty: Bool { counts.isEmpty }
}

extension Relation.Form {
  /// Relations of the form that one wrong figure may break: an item of a grouped list is a part of one list and the
  /// total of another. The balance that a year leaves is what the next one opens with.
  fileprivate var mostShared: Int { self == .list(.grouped) || self == .carry ? 2 : 1 }
}

extension Evaluator {
  /// Whether a sum that holds shows what its form means: at least three figures with enough digits, or a balance that
  /// is taken over.
  fileprivate func shows(_ form: Relation.Form, _ claim: Claim) -> Bool {
    guard case .linear(let terms) = claim, hasDigits(terms) else { return false }
    return terms.count { (try? value($0.operand).isZero) == false } > (form == .carry ? 1 : 2)
  }

  /// Whether a guess is told where one slip explains it: by its digits, because the report keeps its form, or because
  /// other figures bear it out.
  func isTold(_ relation: Relation, _ reading: Int, holds: Bool, rounded: Bool = false) -> Bool {
    guard relation.isToldBySlip else { return false }
    if case .equal = relation.readings[reading] { return true }
    if isTellingOfSlips(relation.readings[reading], rounded: rounded) { return true }
    guard !rounded, case .linear(let terms) = relation.readings[reading], hasDigits(terms) else { return false }
    return precedents.keep(relation.form, holds: holds)
  }
}
