// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct AverageGrowthRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.average-growth",
    summary: Bilingual(
      zh: "年均增长率按首末年数字和年数复利计算", en: "average growth by year compounds from the first to the last amount"),
    rationale: Bilingual(
      zh: "年均增长常误算为总增幅除以年数，或年数多算、少算一年。",
      en: "Average growth is often taken as the whole growth divided by the years, or over a year too many or too few."),
    limitations: Bilingual(
      zh: "首末两年和两个数字须写在同一句。年数按间隔年数或日历年数计算均可；生产总值、增加值等按不变价计算的不核对。",
      en: """
        Needs both years and both amounts in one sentence. The years may be counted as intervals or as calendar years;
        output and value added grow at constant prices and are left alone.
        """),
    claims: ["rate = (last ÷ first)^(1 ÷ years) − 1"],
    examples: [
      .triggers(
        "财政收入由2019年的8.40亿元增加到2024年的13.50亿元，年均增长⟦12.1⟧%。",
        because: "(13.50 ÷ 8.40)^(1/5) − 1 is 10.0 %; 12.1 % divides the whole growth of 60.7 % by five"),
      .triggers(
        "旅游接待人数从2020年的120.0万人次提高到2023年的194.4万人次，年均增长⟦20.7⟧%。",
        because: "(194.4 ÷ 120.0)^(1/3) − 1 is 17.4 %, over four years 12.8 %"),
      .passes(
        "财政收入由2019年的8.40亿元增加到2024年的13.50亿元，年均增长9.95%。", because: "9.954 %, over five years"),
      .passes(
        "财政收入由2019年的8.40亿元增加到2024年的13.50亿元，年均增长8.2%。", because: "over the six calendar years 2019 to 2024"),
      .passes(
        "地区生产总值由2019年的84.0亿元增加到2024年的135.0亿元，年均增长6.3%。", because: "output grows at constant prices"),
      .passes("财政收入由8.40亿元增加到13.50亿元，年均增长6.3%。", because: "no years are printed"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.growth) {
      guard let rate = statement.rate.first, let last = statement.amount.first, let first = statement.base.first else {
        continue
      }
      let readings = [statement.periods, statement.periods + 1].map { periods in
        Claim.power(
          result: Operand(rate, .rate), last: Operand(last, .amount), first: Operand(first, .base), periods: periods)
      }
      var relation = Relation(rule: Self.description.id, kind: .changeRate, readings: readings)
      relation.isGuess = statement.isGuess
      relations.append(relation)
    }
  }
}
