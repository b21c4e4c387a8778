// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ShareTotalRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.share-total",
    summary: Bilingual(zh: "构成全部的各项占比之和为100%", en: "shares of all parts make up 100 %"),
    rationale: Bilingual(
      zh: "三次产业结构、两类支出的占比各自四舍五入，合计允许尾差；超出尾差的，必有一项抄错。",
      en: "Shares are rounded one by one, so their sum may be off by that; beyond it one of them was copied wrongly."),
    limitations: Bilingual(
      zh: "只核对已知列全的各项（三次产业、基本支出和项目支出等），每项允许半个末位的舍入。",
      en:
        "Only for parts that are known to be all there are, such as the three industries; half a unit of the last digit is allowed for each."
    ),
    claims: ["Σ shares = 100"],
    examples: [
      .triggers("三次产业结构为⟦12.6⟧:38.4:51.9。", because: "they come to 102.9"),
      .triggers(
        "三次产业结构由12.6:38.4:49.0调整为⟦11.9⟧:38.8:48.3。", because: "the second come to 99.0, half a unit each is 0.15"),
      .triggers("第一、二、三产业对经济增长的贡献率分别为⟦6.2⟧%、36.5%和55.3%。", because: "they come to 98.0"),
      .triggers(
        "第一产业增加值占地区生产总值的比重为⟦6.0⟧%，第二产业增加值比重为38.4%，第三产业增加值比重为54.6%。",
        because: "they come to 99.0"),
      .triggers("基本支出、项目支出分别占⟦62.1⟧%、36.9%。", because: "the two come to 99.0"),
      .passes("三次产业结构由12.6：38.4：49.0调整为11.9：38.8：49.3。", because: "both come to 100.0"),
      .passes("三次产业比重为12.6∶38.4∶49.1，三次产业投资构成为1.2:76.3:22.4。", because: "0.1 is within rounding of three shares"),
      .passes("三次产业占比分别为12.6%、38.4%、49.0%，分别增长3.1%、5.2%、6.4%。", because: "the growth rates are no shares"),
      .passes("三次产业用电量占全社会用电量的比重分别为2.6%、68.4%和15.2%。", because: "households use power, too"),
      .passes("基本支出、项目支出分别占48.2%、46.3%，其余为上缴上级支出。", because: "a rest is named"),
      .passes("三次产业用水结构为61.4:18.2:6.1。", because: "households use water, too"),
      .passes(
        "第一产业增加值176.9亿元，增长3.6%，对GDP的贡献率为8.1%；第二产业增加值588.6亿元，增长5.9%，对GDP的贡献率为43.2%；第三产业增加值720.8亿元，增长5.3%，对GDP的贡献率为48.7%。",
        because: "the contributions come to 100.0"),
      .passes(
        "第一产业用电量占全社会用电量的比重为1.8%，第二产业占全社会用电量的比重为66.2%，第三产业占全社会用电量的比重为17.9%。",
        because: "households use power, too"),
      .passes(
        "第一产业增加值占生产总值的比重为6.0%，第二产业增加值比重为38.4%，其中工业比重为31.2%，第三产业增加值比重为55.6%。",
        because: "industry is a part of the second"),
      .passes("第二、三产业占地区生产总值的比重分别为38.4%、49.0%。", because: "two of three industries"),
      .passes("第三产业中，批发零售、住宿餐饮、金融占比分别为12.6%、8.4%、19.1%。", because: "there are other services"),
      .passes("乡村振兴、教育、卫生资金按1:3.2:5.6的比例安排，三次产业投资比例为1:3.2:5.6。", because: "a ratio to one, not of a hundred"),
      .passes("教育、卫生、交通支出分别占22.6%、18.4%、11.2%。", because: "there are other expenditures"),
    ])

  /// Numbers that come to less or more are ratios to something else than a hundred.
  private static let (least, most) = (Decimal(25), Decimal(1000))

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.shares) {
      guard let parts = statement.lists.first?.parts else { continue }
      let operands = parts.map { Operand($0.figure, .part) }
      guard let sum = Evaluator(facts.figures).total(operands.map { Term(1, $0) }), sum.order(Self.least) > 0,
        sum.order(Self.most) < 0
      else { continue }
      var relation = Relation(
        rule: Self.description.id, kind: .shareTotal, force: .explain, readings: [.whole(operands, 100)])
      relation.isGuess = statement.isGuess
      relations.append(relation)
    }
  }
}
