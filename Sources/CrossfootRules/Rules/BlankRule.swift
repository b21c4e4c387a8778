// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct BlankRule: Rule {
  static let description = RuleDescription(
    id: "marks.blank",
    summary: Bilingual(zh: "句中缺少数字或原因", en: "a number or a reason is missing from a sentence"),
    rationale: Bilingual(
      zh: "“增加万元”“主要原因是。”是套用模板后漏填的痕迹，读者无从得知实际数字和原因。",
      en: "增加万元 and 主要原因是。 are what is left of a template that nobody filled in."),
    limitations: Bilingual(
      zh: "只看动词或“预算为”等词后直接写单位、“原因是”后直接写句号的地方；表格中的空白不算。",
      en:
        "Only a unit right behind a verb of change or a noun with its copula, and a full stop right behind 原因是. Blank cells are left alone."
    ),
    claims: ["a number stands before its unit", "a reason follows 原因是"],
    examples: [
      .triggers("公务接待费支出3.20万元，比上年⟦减少万元⟧，下降5.9%。", because: "how much less is missing"),
      .triggers("公务接待费支出3.20万元，比上年减少0.20万元，⟦主要原因是。⟧", because: "no reason follows"),
      .triggers("会议费支出2.10万元，比上年减少0.10万元，⟦主要原因：；⟧培训费支出1.00万元。", because: "no reason follows the colon"),
      .passes("公务接待费支出3.20万元，比上年减少0.20万元，下降5.88%，主要原因是：接待批次减少。", because: "nothing is missing"),
      .passes("以下各表金额单位为万元，比重增减以个百分点表示。", because: "a unit is spoken of, not used"),
      .passes("公务接待费支出3.20万元。增减变化的主要原因是：\n\n1.接待批次减少。\n", because: "the reasons follow in paragraphs of their own"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() where mark.kind == .missingReason || mark.kind == .missingNumber {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .blank, force: .explain, readings: [.observed(mark.kind)], mark: index))
    }
  }
}
