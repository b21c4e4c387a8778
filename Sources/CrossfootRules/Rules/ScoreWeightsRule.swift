// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ScoreWeightsRule: Rule {
  static let description = RuleDescription(
    id: "score.weights",
    summary: Bilingual(zh: "自评表的分值合计等于各指标分值之和", en: "the weights of a score sheet add up to its full score"),
    rationale: Bilingual(
      zh: "分值合计（通常100分）含预算执行率的10分。分值之和不符，总分就没有意义。",
      en:
        "The full score (mostly 100) holds the 10 points of the execution rate. If the weights miss it the total score means nothing."
    ),
    limitations: Bilingual(
      zh: "有一行不能与表头对齐时不核对。", en: "Sheets with a line that cannot be aligned to the header are not checked."),
    claims: ["full score = Σ weights"],
    examples: [
      .triggers(
        ScoreExamples.sheet(weights: "⟦100⟧", ["10", "40", "30", "10"], scores: "90", ["10", "40", "30", "10"]),
        because: "10 + 40 + 30 + 10 is 90"),
      .triggers(
        ScoreExamples.sheet(weights: "⟦100⟧", ["10", "45", "35", "20"], scores: "110", ["10", "45", "35", "20"]),
        because: "the weights come to 110"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "20"]),
        because: "the 10 points of the money line belong to the total"),
      .passes(
        "一级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t培训场次\t≥12场\t12场\t50\t50\n效益指标\t服务保障情况\t好\t达成\t30\t28\n满意度指标\t学员满意度\t≥90%\t95%\t10\t10\n总分\t\t\t\t100\t98\n",
        because: "the 10 points of the budget's execution stand in another table"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "96.5", ["10", "38.5", "30", "18"]),
        because: "weights add up; lower scores are another matter"),
      .passes(
        ScoreExamples.cutSheet(money: true),
        because: "text over several lines in a cell cuts the sheet in two; the money line is above it"),
      .passes(
        ScoreExamples.cutSheet(money: false),
        because: "the 10 points that are missing are those of a money line that is not seen"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      guard let total = sheet.totalWeight, !sheet.isIncomplete, !sheet.mayGoOnElsewhere(facts) else { continue }
      let parts = (sheet.money.map { [$0.weight] } ?? []) + sheet.items.map(\.weight)
      relations.append(
        Relation(
          rule: Self.description.id, kind: .weightTotal,
          readings: [ScoreClaims.sum(total, parts, .weight)]))
    }
  }
}
