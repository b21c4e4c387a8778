// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct BalanceRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.balance",
    summary: Bilingual(zh: "收入总计减支出总计等于结余", en: "total income less total expenditure is the balance"),
    rationale: Bilingual(
      zh: "收支两侧分别加总，结余把两侧连起来：任一侧抄错，结余就对不上。",
      en: "Each side is added up by itself; the balance ties the two, so a slip on either side shows here."),
    limitations: Bilingual(
      zh:
        "两侧都写明总计时，差额不符即报告；社会保险基金的收入、支出与当年结余同句写明的，亦然；由其他收入、支出推算，或总计之后另列结转时，只有改一个数字即可相符、且位数足够或本报告另有两处同样的等式成立才报告。滚存结余含以前年度结余，不由当年收支推算。",
      en: """
        Where both sides print a total, or are income and expenditure of social insurance funds right before it, a
        balance that differs is told; from other amounts of income and expenditure,
        and where the totals are followed by what is carried over, only if one slip of a digit closes it and there are
        digits enough or the same form holds twice elsewhere in the report. An accumulated balance holds those of
        earlier years.
        """),
    claims: [
      "income − expenditure = balance", "income = expenditure (收支平衡)",
      "total income − total expenditure = carried over",
    ],
    examples: [
      .triggers("收入总计251.3亿元。支出总计227.2亿元。收支相抵，结余⟦42.1⟧亿元。", because: "251.3 − 227.2 is 24.1"),
      .triggers("收入总计86.40亿元，支出总计⟦84.60⟧亿元，收支平衡。", because: "the sides differ by 1.80"),
      .passes(
        "社会保险基金收入预算148.5亿元，实际完成192.6亿元，为预算的129.7%；支出预算129.7亿元，实际完成172.4亿元，为预算的132.9%。收支结余20.2亿元。",
        because: "what was carried out is balanced, not the budgets: 192.6 − 172.4"),
      .passes(
        "社会保险基金收入126.34亿元，为预算的102.9%。其中，保险费收入61.3亿元，利息收入0.95亿元，财政补贴收入61.73亿元，其他收入2.36亿元。社会保险基金支出113.29亿元。当年收支结余13.05亿元。",
        because: "the parts of the income stand between it and the expenditure: 126.34 − 113.29"),
      .passes("国有资本经营预算收入2,731万元，支出2,715万元，结余16万元。", because: "2,731 − 2,715"),
      .passes(
        "基金收入62,418万元，上年结余1,206万元，收入总计63,624万元。支出41,310万元，调出资金21,108万元，当年结余1,206万元，支出总计63,624万元。\n国有资本经营收入8,046万元，上年结余1,140万元，收入总计9,186万元。调出资金6,040万元，当年结余3,146万元，支出总计9,186万元。\n",
        because: "the expenditure of the fund is not set against the income of state capital"),
      .passes(
        "全年收入总计12.89亿元，支出总计12.89亿元。收支相抵，持平。乙区收入10.02亿元，支出9.35亿元。",
        because: "the next sentence is about another budget"),
      .passes("收入总计251.3亿元。支出总计227.2亿元。收支相抵，结余24.1亿元。", because: "251.3 − 227.2 = 24.1"),
      .triggers("收入总计695,412万元。支出总计687,347万元，年终结转⟦8,056⟧万元。", because: "695,412 − 687,347 is 8,065"),
      .triggers(
        "2024年度收入总计5,864.20万元、支出总计⟦5,846.20⟧万元，比上年增加412.66万元。",
        because: "both totals hold what is carried over: two digits changed places"),
      .passes("2024年度收入总计5,864.20万元，支出总计5,846.20万元，结余18.00万元。", because: "what is left is printed"),
      .passes("收入总计695,412万元。支出总计695,412万元，年终结转8,065万元。", because: "the expenditure holds what is carried over"),
      .passes(
        "全市基金收入164,822万元，其中保险费98,854万元。支出177,200万元，其中待遇95,793万元。收支两抵，本年结余-12,378万元。",
        because: "164,822 − 177,200 = −12,378; the parts of the sides are not meant"),
      .triggers(
        "社会保险基金收入1539426万元，社会保险基金支出1556067万元，当年收支缺口⟦16461⟧万元。", because: "1539426 − 1556067 is −16641"),
      .passes(
        "养老保险基金收入24493万元，支出46930万元。为弥补收支缺口，安排补助19900万元。", because: "what is paid in is not the gap"),
      .passes(
        "社会保险基金收入84326万元，社会保险基金支出84226万元，收支平衡，略有结余，当年结余100万元。",
        because: "the sides are said to be nearly equal, and the balance is theirs"),
      .passes("收入45.6亿元，支出43.6亿元，年末滚存结余107.9亿元。", because: "an accumulated balance holds those of earlier years"),
      .triggers(
        "全县社会保险基金收入83.58亿元，支出72.80亿元，本年收支结余⟦17.08⟧亿元，年末滚存结余92.10亿元。",
        because: "83.58 − 72.80 is 10.78: nothing else flows into these funds"),
      .passes(
        "全县社会保险基金收入83.58亿元，其中养老保险基金收入61.20亿元；支出72.80亿元，当年结余10.78亿元。",
        because: "the funds of one kind are a part of the income: 83.58 − 72.80"),
      .passes(
        "全县政府性基金收入33.58亿元，支出52.80亿元，当年结余4.15亿元。", because: "transfers and debt are not printed"),
      .triggers(
        "医疗保险基金总收入30,922.17亿元，比上年增长7.6%；总支出24,597.24亿元，比上年增长2.3%；当期结存⟦6,234.93⟧亿元。",
        because: "30,922.17 − 24,597.24 is 6,324.93"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.balance) {
      let readings = zip(statement.amount, statement.base).map { Self.claim($0, $1, statement) }
      guard !readings.isEmpty else { continue }
      var relation = Relation(rule: Self.description.id, kind: .balance, force: .explain, readings: readings)
      relation.isGuess = statement.isGuess
      relation.isToldBySlip = true
      relation.form =
        statement.isGuess && !statement.delta.isEmpty ? (statement.isOfTotals ? .carriedOver : .balance) : nil
      relations.append(relation)
    }
  }

  private static func claim(_ income: FigureID, _ expense: FigureID, _ statement: Statement) -> Claim {
    guard let balance = statement.delta.first else {
      return .linear([Term(-1, Operand(expense, .right)), Term(1, Operand(income, .left))])
    }
    let sign = statement.direction == .down ? -1 : 1
    return .linear([
      Term(-1, Operand(balance, .delta)), Term(sign, Operand(income, .left)), Term(-sign, Operand(expense, .right)),
    ])
  }
}
