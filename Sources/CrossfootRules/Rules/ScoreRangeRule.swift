// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ScoreRangeRule: Rule {
  static let description = RuleDescription(
    id: "score.range",
    summary: Bilingual(zh: "得分不超过分值", en: "a score is at most its weight"),
    rationale: Bilingual(
      zh: "得分高于分值，不是得分写错，就是分值写错；总分也随之虚高。",
      en: "A score above its weight means that one of the two is wrong, and that the total is inflated."),
    limitations: Bilingual(
      zh: "加分项另有分值栏的表，按其分值核对；没有分值的行不核对。",
      en: "Lines without a weight are not checked."),
    claims: ["score ≤ weight"],
    examples: [
      .triggers(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "108", ["10", "40", "⟦38⟧", "20"]),
        because: "38 of 30 points; the total follows the wrong score"),
      .triggers(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "⟦200⟧"]),
        because: "200 of 20 points; the total shows that 20 was meant"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "100", ["10", "40", "30", "20"]),
        because: "full points are not more than full"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "90", ["10", "40", "30", "10"]),
        because: "fewer points are another matter"),
      .passes(
        "一级指标  二级指标  三级指标  年度指标值  实际完成值  分值  得分\n产出指标  数量指标  培训场次  12场  10  10\n检测批次  36批  10  10\n质量指标  验收合格率  ≥95%  96%  20  20\n时效指标  按期完成率  ≥95%  96%  20  20\n效益指标  社会效益  服务覆盖率  ≥95%  96%  30  30\n总分  90  90\n",
        because: "cells without marks between them: rates stand where the points seem to stand, so that they are none"),
      .passes(
        "评价指标\t权重\t得分\t评价说明\n服务时效\t30\t92\t按期办结\n服务质量\t40\t88\t抽查合格\n群众评议\t30\t95\t问卷统计\n总分\t100\t91.3\t加权计算\n",
        because: "points out of a hundred each, weighted in the total"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      if let money = sheet.money { relations.append(Self.relation(money.score, money.weight)) }
      for item in sheet.items { relations.append(Self.relation(item.score, item.weight)) }
    }
  }

  private static func relation(_ score: FigureID, _ weight: FigureID) -> Relation {
    let reading = Claim.atMost(
      left: [Term(1, Operand(score, .score, exact: true))], right: [Term(1, Operand(weight, .weight, exact: true))])
    return Relation(rule: description.id, kind: .bound, readings: [reading])
  }
}
