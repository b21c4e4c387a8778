// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct NoDeviationRule: Rule {
  static let description = RuleDescription(
    id: "score.no-deviation",
    summary: Bilingual(zh: "扣了分却写“无偏差”", en: "points deducted while the sheet says there is no deviation"),
    rationale: Bilingual(
      zh: "得分低于分值，说明有偏差；偏差栏写“无偏差”，两者必有一错。",
      en: "A score below its weight means a deviation; a sheet that denies it is wrong in one place or the other."),
    limitations: Bilingual(
      zh: "只看偏差栏整格写“无偏差”等词的指标。", en: "Only lines whose deviation cell says nothing but 无偏差 or its kin."),
    claims: ["no deviation ⇒ score = weight"],
    examples: [
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "98.50", ["10", "40", "⟦28.50⟧", "20"],
          targets: [("12场", "12场", "无偏差"), ("≥95%", "91%", "无偏差"), ("好", "达成", "无偏差")]),
        because: "1.5 points deducted, deviation denied"),
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "95", ["10", "⟦35⟧", "30", "20"],
          targets: [("15场左右", "13场", "无偏差"), ("≥95%", "96%", "无偏差"), ("好", "达成", "无偏差")]),
        because: "five points deducted, deviation denied"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "95", ["10", "35", "30", "20"],
          targets: [("15场左右", "13场", "场地原因减少两场"), ("≥95%", "96%", "无偏差"), ("好", "达成", "无偏差")]),
        because: "a reason is given"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "20"],
          targets: [("12场", "12场", "无偏差"), ("≥95%", "96%", "无偏差"), ("好", "达成", "无偏差")]), because: "nothing was deducted"
      ),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      for item in sheet.items {
        guard case .denied(let mark) = item.deviation else { continue }
        let score = Operand(item.score, .score, exact: true)
        let weight = Operand(item.weight, .weight, exact: true)
        relations.append(
          Relation(
            rule: Self.description.id, kind: .deductedWithoutDeviation, force: .explain,
            readings: [.implies(Condition(score, .atMost, weight), Condition(score, .equal, weight))], mark: mark))
      }
    }
  }
}
