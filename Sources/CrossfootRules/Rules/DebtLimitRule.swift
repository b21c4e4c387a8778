// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct DebtLimitRule: Rule {
  static let description = RuleDescription(
    id: "bound.debt-limit",
    summary: Bilingual(zh: "债务余额不超过债务限额", en: "debt stays within its limit"),
    rationale: Bilingual(
      zh: "政府债务余额不得突破批准的限额，一般债务、专项债务分别如此；余额大于限额，多半是有一个数抄错。",
      en:
        "The balance of public debt must not exceed the approved limit, in all and for general and special debt each; where it does, a figure was most likely copied wrongly."
    ),
    limitations: Bilingual(
      zh: "只核对同一段中同一级次、同一年度、同一类别且限额只有一个的；新增、提前下达的限额不是全部债务的限额。余额为限额两倍以上的，口径多半不同，不报告。",
      en: """
        Only within a paragraph, for one level, year and kind, where one limit is printed. Limits for new debt are none
        of all debt. A balance of more than twice the limit is rather of something else, and is not told.
        """),
    claims: ["balance ≤ limit", "rate (为限额的) = balance ÷ limit"],
    examples: [
      .triggers("核定我县2025年政府债务限额48.60亿元。截至2025年底，全县政府债务余额⟦52.90⟧亿元。", because: "52.90 is above 48.60"),
      .triggers(
        "全市政府债务限额186.50亿元，其中：一般债务52.30亿元，专项债务134.20亿元；年末债务余额182.86亿元，其中：一般债务⟦56.14⟧亿元，专项债务126.72亿元。",
        because: "general debt of 56.14 is above its limit of 52.30, though all debt is not"),
      .triggers("全县政府债务限额48.60亿元，政府债务余额46.90亿元，为限额的⟦69.5⟧%。", because: "46.90 ÷ 48.60 is 96.5 %"),
      .passes("全县政府债务限额48.60亿元，政府债务余额46.90亿元，为限额的96.5%。", because: "46.90 ÷ 48.60 = 96.5 %"),
      .passes("2024年末全县政府债务余额46.90亿元，2025年核定我县政府债务限额45.60亿元。", because: "a limit of another year"),
      .passes("县本级政府债务限额28.60亿元，全县政府债务余额46.90亿元。", because: "the limit is that of the county itself"),
      .passes(
        "2026年省级下达我市2025年末政府债务限额48.60亿元，全市政府债务余额46.90亿元；市本级债务余额49.10亿元。",
        because: "the province approves; the last is the city itself, whose limit is not printed"),
      .passes(
        "提前下达我县2026年新增政府债务限额8.60亿元，其中：一般债务限额1.20亿元，专项债务限额7.40亿元。年末一般债务余额12.35亿元。",
        because: "limits for new debt only"),
      .passes(
        "2024年全县政府债务限额46.20亿元。截至今年9月末，全县政府债务余额48.90亿元。", because: "the balance is of a later year than the limit"),
      .passes(
        "2025年，市财政局两次下达我县债务限额8.40亿元，用于水利和学校建设。年末全县政府债务余额12.60亿元。",
        because: "what is handed down is the limit of new debt"),
      .passes(
        "经县人大常委会批准，增加2025年专项债务限额8.40亿元。年末全县专项债务余额12.60亿元。", because: "the limit went up by that much"),
      .passes(
        "全年新增债务额度9.20亿元，其中一般债务限额1.80亿元，专项债务限额7.40亿元。年末一般债务余额2.60亿元，专项债务余额11.30亿元。",
        because: "both are limits of new debt"),
      .passes(
        "全县政府债务限额48.60亿元（不含外债0.80亿元），政府债务余额49.10亿元（含外债0.80亿元）。", because: "the balance includes what the limit does not"
      ),
      .passes(
        "年初核定专项债务限额26.50亿元，年中追加专项债务限额4.60亿元，年末专项债务余额30.80亿元。", because: "the limit was raised during the year"),
      .passes("一般债务限额18.60亿元，专项债务余额34.20亿元，隐性债务余额22.40亿元。", because: "balances of other kinds"),
      .passes("甲镇债务限额1.20亿元、乙镇债务限额1.60亿元，年末甲镇债务余额1.10亿元、乙镇债务余额1.50亿元。", because: "which limit is whose is not read"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.limit) {
      guard let balance = statement.amount.first, let limit = statement.base.first else { continue }
      let (stated, most) = (Operand(balance, .amount), Operand(limit, .base))
      var bound = Relation(
        rule: Self.description.id, kind: .bound, force: .explain,
        readings: [.atMost(left: [Term(1, stated)], right: [Term(1, most)])])
      bound.isGuess = statement.isGuess
      if Evaluator(facts.figures).verdict(of: .atMost(left: [Term(1, stated)], right: [Term(2, most)])) == .contradicted
      {
        bound.notCheckable = .ambiguousSubject
        bound.concerned = [balance, limit]
      }
      relations.append(bound)
      guard let rate = statement.rate.first else { continue }
      let share = Claim.ratio(
        result: Operand(rate, .rate), numerator: [Term(1, stated)], denominator: [Term(1, most)], power: 2)
      var relation = Relation(rule: Self.description.id, kind: .share, force: .explain, readings: [share])
      relation.isGuess = statement.isGuess
      relations.append(relation)
    }
  }
}
