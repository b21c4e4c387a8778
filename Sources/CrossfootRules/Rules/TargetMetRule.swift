// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct TargetMetRule: Rule {
  static let description = RuleDescription(
    id: "score.target-met",
    summary: Bilingual(zh: "指标已达到目标却被扣分，且未说明原因", en: "points deducted without a reason although the target was met"),
    rationale: Bilingual(
      zh: "目标值≥95%、完成98%，应得满分。扣了分又未写偏差原因，审核时必被追问。",
      en: "A target of ≥ 95 % with 98 % achieved earns full points. A deduction without a reason will be asked about."),
    limitations: Bilingual(
      zh: "只看写明≥或≤的数值目标，或与完成值相等的目标；偏差栏写有原因时不报告。",
      en:
        "Only numeric targets with ≥ or ≤, or equal to what was achieved. Silent where the deviation column gives a reason."
    ),
    claims: ["achieved ≥ target ⇒ score = weight", "achieved ≤ target ⇒ score = weight"],
    examples: [
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "98", ["10", "40", "⟦28⟧", "20"],
          targets: [("≥12场", "12场", ""), ("≥95%", "98%", ""), ("好", "达成", "")]),
        because: "98 % ≥ 95 %, two points deducted, no reason"),
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "95", ["10", "⟦35⟧", "30", "20"],
          targets: [("≥12场", "15场", ""), ("≥95%", "98%", ""), ("好", "达成", "")]),
        because: "15 ≥ 12, five points deducted, no reason"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "98", ["10", "40", "28", "20"],
          targets: [("≥12场", "12场", ""), ("≥95%", "98%", "验收推迟一周"), ("好", "达成", "")]),
        because: "the deduction is explained"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "98", ["10", "40", "28", "20"],
          targets: [("≥12场", "12场", ""), ("≥95%", "93%", ""), ("好", "达成", "")]), because: "the target was missed"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      for item in sheet.items where item.deviation == .blank {
        guard let condition = item.met(facts) else { continue }
        relations.append(
          Relation(
            rule: Self.description.id, kind: .targetMetDeducted, force: .explain,
            readings: [
              .implies(
                condition,
                Condition(Operand(item.score, .score, exact: true), .equal, Operand(item.weight, .weight, exact: true)))
            ]))
      }
    }
  }
}

extension ScoreItem {
  /// The condition that the target was met, if the target says which way it counts.
  func met(_ facts: Facts) -> Condition? {
    guard let target, let achieved, facts.areAlike(target, achieved) else { return nil }
    let left = Operand(achieved, .achieved, exact: true)
    let right = Operand(target, .target, exact: true)
    switch facts[target].quantity.qualifier {
    case .atLeast: return Condition(left, .atLeast, right)
    case .moreThan: return Condition(left, .moreThan, right)
    case .atMost: return Condition(left, .atMost, right)
    case .lessThan: return Condition(left, .lessThan, right)
    case .exact: return Condition(left, .equal, right)
    default: return nil
    }
  }

  /// The condition that the target was missed: the opposite, where the target names a bound or asks for all of a
  /// hundred percent.
  func missed(_ facts: Facts) -> Condition? {
    guard let met = met(facts), let target else { return nil }
    switch met.comparison {
    case .atLeast: return Condition(met.left, .lessThan, met.right)
    case .moreThan: return Condition(met.left, .atMost, met.right)
    case .atMost: return Condition(met.left, .moreThan, met.right)
    case .lessThan: return Condition(met.left, .atLeast, met.right)
    case .equal:
      let quantity = facts[target].quantity
      let isAll =
        quantity.unit.dimension == .percent && quantity.digits.mantissa > 0 && !quantity.digits.exceeds(100)
        && quantity.digits.exceeds(99)
      return isAll ? Condition(met.left, .lessThan, met.right) : nil
    }
  }
}
