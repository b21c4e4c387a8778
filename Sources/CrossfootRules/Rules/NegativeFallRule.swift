// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct NegativeFallRule: Rule {
  static let description = RuleDescription(
    id: "direction.negative-fall",
    summary: Bilingual(zh: "“减少”“下降”之后不写负数", en: "no negative number follows a word for a fall"),
    rationale: Bilingual(
      zh: "“减少-5万元”按字面是增加5万元，往往是套用公式结果时没有去掉负号，读者无法判断是增是减。",
      en: "减少 −5 literally is an increase; more often the sign of a formula was left in, and no reader can tell which."),
    limitations: Bilingual(
      zh: "“增长-5%”意思清楚，不报告；写出了基数、能够算出增减的不报告。",
      en: "A rise by a negative number is clear, and so is a fall whose base is printed; both are left alone."),
    claims: ["fall ≥ 0"],
    examples: [
      .triggers("公务接待费支出3.20万元，比上年减少-⟦0.20⟧万元。", because: "less by less"),
      .triggers("公务接待费支出3.20万元，同比下降-⟦5.88⟧%。", because: "a fall below zero"),
      .passes("公务接待费支出3.20万元，比上年减少0.20万元，增幅为-5.88%。", because: "a rise by a negative number is clear"),
      .passes("全年为企业减负3.49亿元，比上年减少0.20亿元。", because: "减负 is a word"),
      .passes("全年气温下降3-5度，能耗下降2%-3%。", because: "a range, not a sign"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.change) where statement.direction == .down && statement.base.isEmpty {
      guard let figure = statement.delta.first ?? statement.rate.first, facts[figure].quantity.digits.isNegative else {
        continue
      }
      let role: Role = statement.delta.isEmpty ? .rate : .delta
      relations.append(
        Relation(
          rule: Self.description.id, kind: .negative, force: .explain,
          readings: [.within(Operand(figure, role, exact: true), least: .zero, below: nil)]))
    }
  }
}
