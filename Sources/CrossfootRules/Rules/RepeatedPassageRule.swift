// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct RepeatedPassageRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.repeated-passage",
    summary: Bilingual(zh: "逐字重复的段落数字也相同", en: "a passage printed twice word for word has the same figures"),
    rationale: Bilingual(
      zh: "同一段话写了两遍，改数字时只改了一处，另一处就成了旧数。",
      en: "Where a passage stands twice and only one copy is corrected, the other keeps the old figure."),
    limitations: Bilingual(
      zh: "文字须完全相同，只有一个数字不同，且至少另有四个四位以上的数字相同；按同一句式写不同事项的段落不算。",
      en: """
        The words must be the same, one figure alone differ, and at least four others of four or more digits agree:
        passages that use one form for different things are left alone.
        """),
    claims: ["figure = the same figure in the other copy"],
    examples: [
      .passes(
        "2024年收支总预算包括：\n" + Self.passage("1,286") + "2024年财政拨款收支总预算包括：\n" + Self.passage("1,268"),
        because: "each goes on with the sentence before, which says what it speaks of"),
      .triggers(
        Self.passage("1,286") + Self.passage("⟦1,268⟧"), because: "one of the two copies was not corrected"),
      .triggers(
        Self.passage("1,286") + "二、工作情况\n\n" + Self.passage("⟦1,186⟧"), because: "the copies stand in two sections"),
      .passes(Self.passage("1,286") + Self.passage("1,286"), because: "the copies are the same"),
      .passes(
        "本年安排会议12次，培训30人，宣传5场，走访8家，调研6次，接待3批，会议材料由各科室分头准备，按季度汇总后报送办公室统一归档。\n\n"
          + "本年安排会议15次，培训30人，宣传5场，走访8家，调研6次，接待3批，会议材料由各科室分头准备，按季度汇总后报送办公室统一归档。\n",
        because: "small numbers say nothing of the passage being the same"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.repeated) {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .tieOut, force: .explain,
          readings: [.equal(statement.amount.map { Operand($0, .stated) })]))
    }
  }

  private static func passage(_ amount: String) -> String {
    "全年受理登记5,624件，办理变更4,012件，注销登记1,198件，提供查询10,865次，发放证照\(amount)本；窗口实行首问负责，材料齐全的当场办结，"
      + "需要补正的一次告知，群众可以在网上查看办理进度。\n\n"
  }
}
