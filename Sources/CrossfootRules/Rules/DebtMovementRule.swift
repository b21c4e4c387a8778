// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct DebtMovementRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.debt-movement",
    summary: Bilingual(
      zh: "债务年末余额等于年初余额加举借减偿还", en: "closing debt is opening debt plus what was borrowed less what was paid back"),
    rationale: Bilingual(
      zh: "债务余额逐年衔接，举借和偿还写全时，年末余额可由年初余额推出。",
      en:
        "Balances of debt follow from year to year: where all that was borrowed and paid back is printed, the closing balance follows."
    ),
    limitations: Bilingual(
      zh: """
        只核对同一段中年初余额、举借、偿还、年末余额各写一次的。再融资债券、核销和汇率变动往往不全写出，因此只有改一个数字即可相符、且位数足够\
        或本报告另有两处同样衔接时才报告。
        """,
      en: """
        Only where a paragraph prints each of the four once. Refinancing, write-offs and exchange rates are often left
        out, so it is told only where one wrong digit explains it and there are digits enough, or two other balances of
        the report move as printed.
        """),
    claims: ["closing = opening + borrowed − repaid"],
    examples: [
      .triggers(
        "2024年末一般债务余额2,717,436万元，2025年一般债务发行额413,528万元，2025年一般债务还本额356,219万元，2025年末一般债务余额⟦2,774,475⟧万元。",
        because: "2,717,436 + 413,528 − 356,219 is 2,774,745: two digits changed places"),
      .triggers(
        "2024年末一般债务余额71.74亿元，2025年一般债务发行额13.52亿元，2025年一般债务还本额6.38亿元，2025年末一般债务余额78.88亿元。\n\n2024年末专项债务余额110.25亿元，2025年专项债务发行额30.40亿元，2025年专项债务还本额4.90亿元，2025年末专项债务余额135.75亿元。\n\n2024年末县本级专项债务余额34.74亿元，2025年专项债务发行额12.73亿元，2025年专项债务还本额9.84亿元，2025年末县本级专项债务余额⟦37.93⟧亿元。",
        because: "34.74 + 12.73 − 9.84 is 37.63; the other two move as printed"),
      .triggers(
        "单位：万元\n项目\t执行数\n一、2023年末地方政府一般债务余额实际数\t2,717,436\n二、2024年末地方政府一般债务余额限额\t2,902,300\n三、2024年地方政府一般债务发行额\t413,528\n四、2024年地方政府一般债务还本额\t356,219\n五、2024年末地方政府一般债务余额预计执行数\t⟦2,774,845⟧\n",
        because: "2,717,436 + 413,528 − 356,219 is 2,774,745"),
      .passes(
        "单位：万元\n项目\t执行数\n一、2023年末地方政府一般债务余额实际数\t2,717,436\n二、2024年地方政府一般债务发行额\t413,528\n三、2024年地方政府一般债务还本额\t356,219\n四、2024年汇率变动核减一般债务余额\t3,205\n五、2024年末地方政府一般债务余额预计执行数\t2,771,540\n",
        because: "the balance moves in another way as well"),
      .passes(
        "2024年末一般债务余额2,717,436万元，2025年一般债务发行额413,528万元，2025年一般债务还本额356,219万元，2025年末一般债务余额2,774,745万元。",
        because: "the balance moves as printed"),
      .passes(
        "2024年末一般债务余额2,717,436万元，2025年一般债务发行额413,528万元，2025年一般债务还本额356,219万元，2025年末一般债务余额2,831,260万元。",
        because: "refinancing may be left out; no single digit explains the difference"),
      .passes(
        "2024年末一般债务余额2,717,436万元，2025年一般债务发行额413,528万元，2025年一般债务还本额356,219万元，核销3,000万元，2025年末一般债务余额2,771,745万元。",
        because: "some was written off"),
      .passes(
        "年初政府债务余额271.74亿元，当年举借41.35亿元，偿还12.60亿元，年末专项债务余额188.20亿元。",
        because: "all debt opens, special debt closes the year"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.movement) {
      guard let closing = statement.amount.first, let list = statement.lists.first else { continue }
      let terms = [Term(-1, Operand(closing, .total))] + list.parts.map { Term($0.sign, Operand($0.figure, .part)) }
      var relation = Relation(rule: Self.description.id, kind: .balance, force: .explain, readings: [.linear(terms)])
      relation.isGuess = true
      relation.isToldBySlip = true
      relation.form = .debt
      relations.append(relation)
    }
  }
}
