// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct CapitalAmountRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.capital-amount",
    summary: Bilingual(zh: "大写金额与小写金额一致", en: "an amount in words is the amount in digits beside it"),
    rationale: Bilingual(
      zh: "大写金额用来防止涂改，两者不一致时以大写为准；不一致说明有一处抄错。",
      en: "Amounts are written out against forgery, and the words prevail; where the two differ one was copied wrongly."
    ),
    limitations: Bilingual(
      zh: "只看紧挨着的大写和小写；带角、分的大写不看。",
      en: "Only words and digits right beside each other; amounts with 角 and 分 are left alone."),
    claims: ["amount in words = amount in digits"],
    examples: [
      .triggers("合同总价为人民币壹佰贰拾万元整（¥⟦1,250,000.00⟧元）。", because: "1,200,000 in words"),
      .triggers("中标金额⟦560,000.00⟧元（大写：伍拾陆万伍仟元整）。", because: "565,000 in words"),
      .passes("合同总价为人民币壹佰贰拾万元整（¥1,200,000.00元）。", because: "both 1,200,000"),
      .passes("保证金伍万元，合同价120万元。", because: "two amounts, not one"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.capital) {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .tieOut, force: .explain,
          readings: [.equal(statement.amount.map { Operand($0, .stated) })]))
    }
  }
}
