// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct PlaceholderRule: Rule {
  static let description = RuleDescription(
    id: "marks.placeholder",
    summary: Bilingual(zh: "模板中的占位符没有换成数字", en: "a placeholder of a template was never replaced"),
    rationale: Bilingual(
      zh: "“XX万元”“20XX年”“（此处填写…）”说明这一处没有写完就公开了。",
      en: "XX万元, 20XX年 and 此处填写 say that a place was published before it was written."),
    limitations: Bilingual(
      zh: "只看单位或年份前的XX、××，以及要求填写的话；隐去的名称（××公司）不算。",
      en:
        "Only XX and ×× before a unit or after 20, and words that ask to fill something in; names that are withheld (××公司) are left alone."
    ),
    claims: ["every placeholder is replaced"],
    examples: [
      .triggers("全年完成绿化提升⟦XX万元⟧，栽植行道树1,260株。", because: "the amount was never filled in"),
      .triggers("⟦20××年⟧部门预算收入560万元。", because: "the year was never filled in"),
      .triggers("单位职责：⟦（此处填写⟧单位主要职责）", because: "the template's own words"),
      .passes("经比选，由××公司承担行道树养护，合同价56万元。", because: "a name is withheld"),
      .passes("执行3×12小时值守，合同价56万元。", because: "a product of two numbers"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() where mark.kind == .placeholder {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .leftover, force: .explain, readings: [.observed(mark.kind)], mark: index))
    }
  }
}
