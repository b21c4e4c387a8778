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
      .triggers(
        "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n其中：税收收入\t563.20\t其中：教育支出\t552.90\n收入总计\t875.65\t支出总计\t⟦895.65⟧\n",
        because: "the two sides of a table balance in their totals"),
      .passes("收入总计251.3亿元。支出总计227.2亿元。收支相抵，结余24.1亿元。", because: "251.3 − 227.2 = 24.1"),
      .passes(
        "收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n一、税收收入\t863.20\t一、教育支出\t542.90\n二、非税收入\t112.45\t二、农林水支出\t310.35\n收入合计\t975.65\t支出合计\t853.25\n",
        because: "what came in and what was spent in a year need not be equal"),
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
    for (left, right) in zip(facts.tables, facts.tables.dropFirst()) where left.facesNext {
      relations += Self.relations(left, right)
    }
  }

  /// The totals of the two sides of a table, column by column.
  private static func relations(_ left: TableModel, _ right: TableModel) -> [Relation] {
    let (income, expense) = (totals(left), totals(right))
    guard income.count == expense.count else { return [] }
    return zip(income, expense).map { income, expense in
      Relation(
        rule: description.id, kind: .balance, force: .explain,
        readings: [.linear([Term(-1, Operand(expense, .right)), Term(1, Operand(income, .left))])])
    }
  }

  /// The figures of a side's only grand total.
  private static func totals(_ side: TableModel) -> [FigureID] {
    let rows = side.rowMarks.indices.filter { side.rowMarks[$0].isGrand && !side.rowMarks[$0].isLoose }
    guard let row = rows.first, rows.count == 1, !side.isPartial else { return [] }
    return side.figures[row].filter { $0 >= 0 }
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
