// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct NumberingRule: Rule {
  static let description = RuleDescription(
    id: "sequence.numbering",
    summary: Bilingual(zh: "部分、章节、条目和表格的序号连续", en: "parts, sections, items and tables are numbered without a gap"),
    rationale: Bilingual(
      zh: "序号跳过一个，说明删去的内容没有改序号，或者该公开的一部分、一张表漏了。",
      en:
        "A number that is left out means that a part was dropped and the rest not renumbered, or that something is missing."
    ),
    limitations: Bilingual(
      zh: "只看从一起连续、只跳过一个且其间各处都没有印出该序号的；重新从一起算的另成一列。阿拉伯数字条目不看。",
      en: """
        Only a run that began with one and leaves out exactly one number, which is printed nowhere between. A new one
        begins a new list. Items in Arabic digits are left alone.
        """),
    claims: ["next number = number + 1"],
    examples: [
      .triggers(
        "一、主要职责\n\n负责绿化养护。\n\n二、机构设置\n\n内设3个科室。\n\n⟦四、⟧人员情况\n\n编制26人。\n", because: "三、 is left out"),
      .triggers(
        "一、基本情况\n\n(一)主要职责。负责绿化养护。\n\n(二)机构设置。内设3个科室。\n\n⟦(四)⟧人员情况。编制26人。\n\n二、预算安排\n\n安排560万元。\n",
        because: "（三） is left out"),
      .triggers(
        "一是加强巡查，开展12次；二是加强培训，举办3期；⟦四是⟧加强宣传，发放2000份。", because: "三是 is left out"),
      .passes(
        "一是修缮校舍；二是更新设备，包括一是桌椅、二是电脑；三是统一是非标准，发放2000份。", because: "a list within an item"),
      .passes(
        "一、基本情况\n\n(一)主要职责。负责绿化养护。\n\n(二)机构设置。内设3个科室。\n\n二、预算安排\n\n(一)收入预算。560万元。\n\n三、其他\n\n编制26人。\n",
        because: "items start anew under each section"),
      .passes(
        "一、主要职责\n\n负责绿化养护。\n\n二、机构设置 内设3个科室。三、编制 26人。\n\n四、预算安排\n\n安排560万元。\n",
        because: "三、 stands inside a paragraph"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() {
      guard case .gap(let last) = mark.kind else { continue }
      var relation = Relation(
        rule: Self.description.id, kind: .sequence, force: .explain, readings: [.observed(mark.kind)], mark: index)
      relation.besides = [last]
      relations.append(relation)
    }
  }
}
