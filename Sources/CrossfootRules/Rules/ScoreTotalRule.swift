// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ScoreTotalRule: Rule {
  static let description = RuleDescription(
    id: "score.total",
    summary: Bilingual(zh: "自评表的总分等于各项得分之和", en: "the total of a score sheet is the sum of its scores"),
    rationale: Bilingual(
      zh: "总分决定评价等级。得分改动后总分未改，是自评表最常见的错误。",
      en:
        "The total decides the grade. A score that was changed without the total is the commonest error of score sheets."
    ),
    limitations: Bilingual(
      zh: "得分按印出的数相加，不留舍入余地。有一行不能与表头对齐时不核对。",
      en:
        "Scores are added as printed, without allowance for rounding. Sheets with a line that cannot be aligned are not checked."
    ),
    claims: ["total score = Σ scores"],
    examples: [
      .triggers(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "⟦98⟧", ["10", "40", "30", "16"]),
        because: "the scores come to 96"),
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "⟦97.5⟧", ["9.5", "40", "29", "20"], rate: "95.00",
          actual: "47.50"), because: "the scores come to 98.5"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "96", ["10", "40", "30", "16"]),
        because: "10 + 40 + 30 + 16 = 96"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "98.88", ["10", "40", "28.88", "20"]),
        because: "scores with decimals add up exactly"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      guard let total = sheet.totalScore, !sheet.isIncomplete, !sheet.mayGoOnElsewhere(facts) else { continue }
      let parts = (sheet.money.map { [$0.score] } ?? []) + sheet.items.map(\.score)
      relations.append(
        Relation(
          rule: Self.description.id, kind: .scoreTotal, readings: [ScoreClaims.sum(total, parts, .score)]))
    }
  }
}
