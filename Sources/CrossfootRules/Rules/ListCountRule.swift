// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ListCountRule: Rule {
  static let description = RuleDescription(
    id: "count.list",
    summary: Bilingual(zh: "写明的个数等于列出的个数", en: "a stated number of things is the number of things named"),
    rationale: Bilingual(
      zh: "“三项工作：一是…二是…”“甲、乙、丙三个部门”，增删一项后个数常忘了改。",
      en: "A number before its items, or after its names, is often forgotten when an item is added or dropped."),
    limitations: Bilingual(
      zh: "以“等”结尾的清单只核对下限；“甲和乙”可以是一个名称，两种读法都不符才报告；只看部门、单位、领域等类名前的个数。",
      en: """
        A list that ends in 等 is only held to its lower bound; 甲和乙 may be one name, and both readings must fail; only
        numbers before nouns for members (部门, 单位, 领域) are looked at.
        """),
    claims: ["number = items named", "number ≥ items named (等)"],
    examples: [
      .triggers("全年走访青山、绿水、白云、蓝天⟦5⟧个街道，发放问卷。", because: "four names"),
      .triggers("今年重点抓好⟦三⟧项工作：一是修缮校舍；二是更新设备。", because: "two items follow"),
      .triggers("本局内设⟦4⟧个科室：综合科、规划科、执法科。", because: "three names"),
      .triggers("所属预算单位共⟦5⟧个，分别为绿化站、苗圃和公园管理处、养护队。", because: "three or four names"),
      .passes("本局内设4个科室：综合科、规划科、执法科和法规科。", because: "four names"),
      .passes("本局内设4个科室：综合科、规划科、执法科等。", because: "the list is open"),
      .passes("汇总范围包括局机关、9个派出机构、监测中心及其16个下属单位、其他8个直属单位。", because: "the 16 belong to the centre"),
      .passes("本局内设6个科室：综合科（含财务室）、规划科、执法科。", because: "a name goes on in brackets"),
      .passes("全年走访青山、绿水、白云、蓝天4个街道，发放问卷。", because: "four names"),
      .passes("对青山、绿水、白云等12个街道开展检查。", because: "the list is open"),
      .passes("今年重点抓好三项工作：一是修缮校舍；二是更新设备；\n\n三是培训教师。", because: "the third stands in the next paragraph"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.count) {
      guard let stated = statement.amount.first, let members = statement.members else { continue }
      let readings = members.map {
        Claim.count(stated: Operand(stated, .count, exact: true), members: $0, open: statement.isOpen)
      }
      relations.append(Relation(rule: Self.description.id, kind: .count, force: .explain, readings: readings.likeliest))
    }
  }
}
