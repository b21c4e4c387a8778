// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct StandardTieRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.standard",
    summary: Bilingual(
      zh: "部门预算、决算各标准表之间的合计相符", en: "the totals of the standard tables of budgets and accounts tie to each other"),
    rationale: Bilingual(
      zh: "收入表、支出表与收支总表，一般公共预算支出表与基本支出表之间有固定的勾稽关系，审核时逐一核对。",
      en: """
        Income, expenditure and balance tables, and those of all and of basic expenditure, tie to each other in fixed
        ways that every auditor checks.
        """),
    limitations: Bilingual(
      zh: "同一种表出现不止一次时不核对；报告中另有相符的勾稽关系、且没有其他不符的，才报告。",
      en: """
        A kind of table that is printed more than once is left alone. Speaks only if another such tie of the report
        holds, and none but this one fails.
        """),
    claims: [
      "income table total = total income (or income of the year)",
      "expenditure table total = total expenditure (or expenditure of the year)",
      "general expenditure total = grants spent from the general budget",
      "basic expenditure total = basic expenditure of the general budget",
    ],
    examples: [
      .triggers(
        StandardExamples.tables(income: "⟦5826.90⟧", basic: "3105.40"),
        because: "total income is 5862.90: digits swapped"),
      .triggers(
        StandardExamples.tables(income: "5862.90", basic: "⟦3150.40⟧"),
        because: "basic expenditure is 3105.40 in the table before"),
      .passes(StandardExamples.tables(income: "5862.90", basic: "3105.40"), because: "all tables tie"),
      .passes(
        StandardExamples.tables(income: "5862.90", basic: "3105.40").replacing(
          "收入总计\t5862.90\t支出总计", with: "\u{c}部门收支总表\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n收入总计\t5862.90\t支出总计"),
        because: "the unit of a table is that of its next page"),
      .passes(
        StandardExamples.tables(income: "5612.30", basic: "3105.40"),
        because: "the income of the year, without what was carried forward"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    // Where a page without its unit goes on with a table, what differs is the unit.
    let ties = facts.standardTies.filter { $0.allSatisfy { facts.areAlike($0.left, $0.right) } }
    let hold = ties.map { tie in
      tie.contains {
        facts[$0.left].quantity.value.equals(facts[$0.right].quantity.value) && !facts[$0.left].quantity.digits.isZero
      }
    }
    let evaluator = Evaluator(facts.figures)
    for (index, pairs) in ties.enumerated() {
      let others = ties.indices.filter { $0 != index }
      // Where no pair agrees the one that differs by a slip is what was meant.
      let tie = pairs.filter { isOneSlipOff($0, evaluator) } + pairs.filter { !isOneSlipOff($0, evaluator) }
      var relation = Relation(
        rule: Self.description.id, kind: .tieOut, force: .explain,
        readings: tie.map { .equal([Operand($0.left, .left), Operand($0.right, .right)]) })
      relation.isGuess = !others.contains { hold[$0] } || others.contains { !hold[$0] }
      relations.append(relation)
    }
  }

  private func isOneSlipOff(_ pair: FigurePair, _ evaluator: Evaluator) -> Bool {
    evaluator.isOneSlipOff(
      .linear([Term(-1, Operand(pair.right, .right)), Term(1, Operand(pair.left, .left))]), units: 0)
  }
}

/// The tables of a small department.
private enum StandardExamples {
  static func tables(income: String, basic: String) -> String {
    """
    表1 部门收支总表
    单位：万元
    收入\t\t支出\t
    项目\t预算数\t项目\t预算数
    其中：财政拨款\t5400.30\t其中：教育支出\t4875.60
    本年收入合计\t5612.30\t本年支出合计\t5862.90
    收入总计\t5862.90\t支出总计\t5862.90

    表2 部门收入总表
    单位：万元
    科目名称\t合计\t其中：财政拨款
    合计\t\(income)\t5400.30

    表3 部门支出总表
    单位：万元
    科目名称\t合计\t其中：基本支出
    合计\t5862.90\t3318.75

    表4 一般公共预算支出表
    单位：万元
    科目名称\t合计\t基本支出\t项目支出
    合计\t5400.30\t3105.40\t2294.90

    表5 一般公共预算基本支出表
    单位：万元
    科目名称\t合计\t其中：人员经费
    合计\t\(basic)\t2714.85

    """
  }
}
