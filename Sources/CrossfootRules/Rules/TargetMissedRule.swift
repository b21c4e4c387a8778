// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct TargetMissedRule: Rule {
  static let description = RuleDescription(
    id: "score.target-missed",
    summary: Bilingual(zh: "指标未达到目标却得满分", en: "full score although the target was missed"),
    rationale: Bilingual(
      zh: "完成值低于目标值，得分应按比例扣减；得满分需要说明。",
      en: "An indicator below its target loses points; a full score must be explained."),
    limitations: Bilingual(
      zh: "只看写明≥或≤的数值目标，以及100%的目标；单位不同或目标为约数时不核对。",
      en:
        "Only numeric targets with ≥ or ≤, and targets of 100 %. Silent where units differ or the target is approximate."
    ),
    claims: ["achieved < target ⇒ score < weight"],
    examples: [
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "⟦30⟧", "20"],
          targets: [("≥12场", "12场", ""), ("≥95%", "91%", ""), ("好", "达成", "")]), because: "91 % is below 95 %"),
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "⟦40⟧", "30", "20"],
          targets: [("不少于12场", "9场", "无偏差"), ("≥95%", "96%", "无偏差"), ("好", "达成", "无偏差")]), because: "9 is below 12"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "20"],
          targets: [("≥12场", "20场", ""), ("≥95%", "96%", ""), ("好", "达成", "")]),
        because: "over-achievement is capped at the weight"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "20"],
          targets: [("12场左右", "11场", ""), ("≥95%", "96%", ""), ("好", "达成", "")]), because: "the target is approximate"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      for item in sheet.items {
        guard let condition = item.missed(facts) else { continue }
        relations.append(
          Relation(
            rule: Self.description.id, kind: .targetMissedFull, force: .explain,
            readings: [
              .implies(
                condition,
                Condition(
                  Operand(item.score, .score, exact: true), .lessThan, Operand(item.weight, .weight, exact: true)))
            ]))
      }
    }
  }
}
