// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ScoreWeightsRule: Rule {
  static let description = RuleDescription(
    id: "score.weights",
    summary: Bilingual(zh: "自评表的分值合计等于各指标分值之和", en: "the weights of a score sheet add up to its full score"),
    rationale: Bilingual(
      zh: "分值合计（通常100分）含预算执行率的10分。分值之和不符，总分就没有意义。",
      en: "The full score (mostly 100) holds the 10 points of the execution rate. If the weights miss it the total score means nothing."),
    limitations: Bilingual(
      zh: "有一行不能与表头对齐时不核对。", en: "Sheets with a line that cannot be aligned to the header are not checked."),
    claims: ["full score = Σ weights"],
    examples: [
      .triggers(ScoreExamples.sheet(weights: "⟦100⟧", ["10", "40", "30", "10"], scores: "90", ["10", "40", "30", "10"]), because: "10 + 40 + 30 + 10 is 90"),
      .triggers(ScoreExamples.sheet(weights: "⟦100⟧", ["10", "45", "35", "20"], scores: "110", ["10", "45", "35", "20"]), because: "the weights come to 110"),
      .passes(ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "20"]), because: "the 10 points of the money line belong to the total"),
      .passes(ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "96.5", ["10", "38.5", "30", "18"]), because: "weights add up; lower scores are another matter"),
      .passes(
        ScoreExamples.cutSheet(money: true), because: "text over several lines in a cell cuts the sheet in two; the money line is above it"),
      .passes(ScoreExamples.cutSheet(money: false), because: "the 10 points that are missing are those of a money line that is not seen"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for sheet in facts.scoreSheets where !sheet.lacksMoney(evaluator) {
      guard let total = sheet.totalWeight, !sheet.isIncomplete else { continue }
      let parts = (sheet.money.map { [$0.weight] } ?? []) + sheet.items.map(\.weight)
      relations.append(
        Relation(
          rule: Self.description.id, kind: .weightTotal,
          readings: [ScoreClaims.sum(total, parts, .weight)]))
    }
  }
}
