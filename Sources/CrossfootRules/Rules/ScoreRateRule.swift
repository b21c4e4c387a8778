// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct ScoreRateRule: Rule {
  static let description = RuleDescription(
    id: "score.rate",
    summary: Bilingual(zh: "得分率等于得分除以分值", en: "a rate of points is the score divided by its weight"),
    rationale: Bilingual(
      zh: "评价报告按指标列出分值、得分和得分率，改了得分而未重算得分率，同一行就自相矛盾。",
      en:
        "Reports of evaluations print weight, score and rate of points of every indicator. A score that was edited later no longer goes with its rate."
    ),
    limitations: Bilingual(
      zh: "表中分值、得分、得分率各只有一栏，且另有至少两行相符时才核对。",
      en: "Needs one column each of weights, scores and rates of points, and two other rows that hold."),
    claims: ["rate of points = score ÷ weight"],
    examples: [
      .triggers(
        "一级指标\t分值\t得分\t得分率\n决策\t20\t18.60\t93.00%\n过程\t25\t22.15\t88.60%\n产出\t30\t27.48\t⟦96.10⟧%\n效益\t25\t21.90\t87.60%\n",
        because: "27.48 ÷ 30 is 91.6 %"),
      .triggers(
        "乡镇\t标准分\t自评得分\t得分率\n城关镇\t120\t113.4\t94.5%\n石桥镇\t120\t100.2\t⟦85.3⟧%\n柳林乡\t100\t91.7\t91.7%\n",
        because: "100.2 ÷ 120 is 83.5 %"),
      .passes(
        "一级指标\t分值\t得分\t得分率\n决策\t20\t18.6\t93.2%\n过程\t25\t22.2\t88.6%\n产出\t30\t27.5\t91.6%\n效益\t25\t21.9\t87.6%\n",
        because: "scores are rounded in print, the rates are not computed from what is printed"),
      .passes(
        "一级指标\t权重\t得分\t得分率\n决策\t20\t93.00\t93.00%\n过程\t25\t88.60\t88.60%\n产出\t30\t91.60\t96.10%\n效益\t25\t87.60\t87.60%\n",
        because: "scores out of a hundred, to be weighted: no row is score ÷ weight"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for index in facts.tables.indices {
      for place in facts.tables[index].parts.indices where facts.tables[index].parts[place].has(.scoreRate) {
        let (table, part) = (facts.tables[index], facts.tables[index].parts[place])
        guard let rate = part.only(.scoreRate), let score = part.only(.score), let weight = part.only(.weight) else {
          continue
        }
        var claims: [Relation] = []
        for row in part.body {
          guard let result = table.figure(row: row, column: rate), let points = table.figure(row: row, column: score),
            let most = table.figure(row: row, column: weight)
          else { continue }
          let readings = part.powers(of: facts[result]).map { power in
            Claim.ratio(
              result: Operand(result, .rate), numerator: [Term(1, Operand(points, .score))],
              denominator: [Term(1, Operand(most, .weight, exact: true))], power: power)
          }
          claims.append(Relation(rule: Self.description.id, kind: .scoreRate, force: .explain, readings: readings))
        }
        relations += RowVotes(claims, evaluator).borneOut(least: 2)
      }
    }
  }
}
