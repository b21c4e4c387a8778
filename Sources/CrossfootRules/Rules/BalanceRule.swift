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
      zh: "只有两侧都写明总计时才报告；由一般的收入、支出推算时只用于确认。滚存结余不核对。",
      en: "Speaks only where both sides print a total; other amounts of income and expenditure only confirm. Accumulated balances are left alone."),
    claims: ["income − expenditure = balance", "income = expenditure (收支平衡)"],
    examples: [
      .triggers("收入总计251.3亿元。支出总计227.2亿元。收支相抵，结余⟦42.1⟧亿元。", because: "251.3 − 227.2 is 24.1"),
      .triggers("收入总计86.40亿元，支出总计⟦84.60⟧亿元，收支平衡。", because: "the sides differ by 1.80"),
      .passes(
        "全年收入总计12.89亿元，支出总计12.89亿元。收支相抵，持平。乙区收入10.02亿元，支出9.35亿元。",
        because: "the next sentence is about another budget"),
      .passes("收入总计251.3亿元。支出总计227.2亿元。收支相抵，结余24.1亿元。", because: "251.3 − 227.2 = 24.1"),
      .passes("收入45.6亿元，支出43.6亿元，年末滚存结余107.9亿元。", because: "an accumulated balance holds those of earlier years"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements where statement.shape == .balance {
      guard let income = statement.amount.first, let expense = statement.base.first else { continue }
      var relation = Relation(
        rule: Self.description.id, kind: .balance, force: .explain, readings: [Self.claim(income, expense, statement)])
      relation.isGuess = statement.isGuess
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
