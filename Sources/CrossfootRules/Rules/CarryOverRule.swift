// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct CarryOverRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.carry-over",
    summary: Bilingual(zh: "年初结转等于上年年末结转，滚存结余逐年衔接", en: "what a year takes over is what the last one left"),
    rationale: Bilingual(
      zh: "上年决算的结转下年就是本年预算的上年结转；滚存结余等于上年滚存加当年结余。两处分别填写，最容易脱节。",
      en:
        "The closing balance of one year opens the next, and a pile grows by what the year adds; the two are written in different sections."
    ),
    limitations: Bilingual(
      zh: """
        只核对同一地区、同一本预算、年度相连且各只写一次的结转。预计数与决算数、清理和调整会使两处不同，因此只有改一个数字即可相符、
        且位数足够或本报告另有两处同样衔接时才报告。
        """,
      en: """
        Only balances of one place and fund in two years that follow each other, each printed once. Estimates,
        settlements and adjustments let the two differ, so it is told only where one wrong digit explains it and there
        are digits enough, or two other balances of the report are taken over exactly.
        """),
    claims: [
      "opening balance = last closing balance", "accumulated balance = that of the last year + balance of the year",
    ],
    examples: [
      .triggers(
        """
        关于青岭市2025年预算执行情况和2026年预算草案的报告

        一、2025年预算执行情况

        全市一般公共预算收入完成604,233万元，增长2.6%。全市一般公共预算支出完成2,417,126万元，结转下年283,572万元。

        二、2026年预算草案

        全市一般公共预算收入安排617,301万元。加上上年结转⟦238,572⟧万元。
        """, because: "the execution leaves 283,572 to the next year: two digits changed places"),
      .triggers(
        """
        关于青岭市2025年预算执行情况和2026年预算草案的报告

        一、2025年预算执行情况

        全市社会保险基金预算收入722,251万元，支出657,254万元。当年收支结余64,997万元，年末滚存结余729,679万元。

        二、2026年预算草案

        全市社会保险基金预算收入757,801万元，支出682,157万元。当年收支结余75,644万元，年末滚存结余⟦805,233⟧万元。
        """, because: "729,679 + 75,644 is 805,323: two digits changed places"),
      .passes(
        """
        关于青岭市2025年预算执行情况和2026年预算草案的报告

        一、2025年预算执行情况

        全市社会保险基金预算收入722,251万元，支出657,254万元。当年收支结余64,997万元，年末滚存结余729,679万元。

        二、2026年预算草案

        全市社会保险基金预算收入757,801万元，支出682,157万元。当年收支结余75,644万元，年末滚存结余797,056万元。
        """,
        because: "the estimate that the plan was made on may have been another; no single digit explains the difference"
      ),
      .passes(
        """
        关于青岭市2025年预算执行情况和2026年预算草案的报告

        一、2025年预算执行情况

        全市一般公共预算收入完成604,233万元，增长2.6%。全市一般公共预算支出完成2,417,126万元，结转下年283,572万元。

        二、2026年预算草案

        市本级一般公共预算收入安排117,301万元。加上上年结转238,572万元。
        """, because: "the balance of the city itself, not of all its districts"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.carry) {
      guard let result = statement.amount.first, let terms = statement.lists.first?.parts else { continue }
      let isSame = terms.count == 1
      let sum = terms.map { Term($0.sign, Operand($0.figure, isSame ? .stated : .part)) }
      var relation = Relation(
        rule: Self.description.id, kind: isSame ? .tieOut : .balance, force: .explain,
        readings: [.linear([Term(-1, Operand(result, isSame ? .stated : .total))] + sum)])
      relation.isGuess = true
      relation.isToldBySlip = true
      relation.form = .carry
      relations.append(relation)
    }
  }
}
