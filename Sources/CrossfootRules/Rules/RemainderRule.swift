// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct RemainderRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.remainder",
    summary: Bilingual(zh: "减去所列部分后的余额等于两者之差", en: "what is left after a deduction is the difference"),
    rationale: Bilingual(
      zh: "“支出总计A，剔除上解支出B后，支出安排C”写明了被减数、减数和差，三者必有一等式。",
      en: "A sentence that prints an amount, what is taken off and what is left claims an identity between the three."),
    limitations: Bilingual(
      zh: "句中可能略去其他加减项，因此只有改一个数字即可相符、且位数足够或本报告另有两处同样的等式成立才报告。出生率、死亡率与自然增长率是定义式，不符即报告。“剔除…后，增长P”说的是可比增幅，不核对。",
      en: """
        A sentence may leave out other terms, so it is told only if one slip of a digit closes it and there are digits
        enough or the same form holds twice elsewhere in the report. Natural growth is birth rate less death rate by
        definition, and told if it is not. 剔除…后，增长P is growth like for like and left alone.
        """),
    claims: ["amount − Σ deductions = remainder"],
    examples: [
      .triggers(
        """
        全市支出总计574.55亿元，剔除上解上级支出等12.42亿元后，支出安排562.13亿元。
        市本级支出总计118.72亿元，剔除上解上级支出等16.25亿元后，支出安排102.47亿元。
        园区支出总计69.26亿元，剔除债务还本支出1.33亿元后，支出安排⟦67.63⟧亿元。
        """, because: "69.26 − 1.33 is 67.93, one digit off; two other sentences show that nothing is left out"),
      .triggers(
        "全年支出总计1,234,567万元，扣除上解支出204,567万元后，本级支出⟦1,003,000⟧万元。",
        because: "1,234,567 − 204,567 is 1,030,000: two digits changed places"),
      .passes(
        "支出预算合计4016009万元，执行中因上级补助增加，支出预算调整为5108315万元，实际完成4615745万元，为调整预算的90.4%，结转下年支出492570万元。",
        because: "5,108,315 − 4,615,745 = 492,570"),
      .triggers(
        "支出预算合计4016009万元，执行中因上级补助增加，支出预算调整为5108315万元，实际完成4615745万元，结转下年支出⟦495270⟧万元。",
        because: "5,108,315 − 4,615,745 is 492,570: two digits changed places"),
      .passes(
        "支出预算合计6577万元，执行中调整为3402万元，实际完成637万元，调出资金21434万元（含上年结转），结转下年支出2665万元。",
        because: "something else was moved out, too"),
      .passes(
        "支出总计574.55亿元，剔除上解支出12.42亿元后，支出安排562.13亿元。", because: "574.55 − 12.42 = 562.13"),
      .passes(
        "全市支出666.12亿元，剔除上年一次性支出26.30亿元后，增长13.7%，其中教育支出119.06亿元。",
        because: "what follows is growth like for like, and the amount after it is another one"),
      .passes(
        "动用后余额0.04亿元，年底可补充3.87亿元，减去次年动用3.2亿元后余额为0.71亿元。",
        because: "the sentence starts from more than one amount: 0.04 + 3.87 − 3.2"),
      .triggers(
        "全年出生人口1.10万人，出生率7.38‰；死亡人口0.89万人，死亡率5.97‰；自然增长率⟦1.14⟧‰。",
        because: "7.38 − 5.97 is 1.41: births less deaths are all there is to it"),
      .passes(
        "全年出生人口1.10万人，出生率7.38‰；死亡人口0.89万人，死亡率5.97‰；人口自然增长率1.40‰。",
        because: "1.41 but for rounding"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.remainder) {
      guard let rest = statement.delta.first, let taken = statement.lists.first?.parts else { continue }
      let readings = statement.amount.map { whole in
        Claim.linear(
          [Term(-1, Operand(rest, .delta)), Term(1, Operand(whole, .total))]
            + taken.map { Term($0.sign, Operand($0.figure, .part)) })
      }
      guard !readings.isEmpty else { continue }
      var relation = Relation(rule: Self.description.id, kind: .balance, force: .explain, readings: readings)
      relation.isGuess = statement.isGuess
      relation.isToldBySlip = true
      relation.form = .remainder
      relations.append(relation)
    }
  }
}
