// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct DateRule: Rule {
  static let description = RuleDescription(
    id: "marks.date",
    summary: Bilingual(zh: "日期不存在", en: "a date that no calendar has"),
    rationale: Bilingual(
      zh: "2月30日、6月31日、13月5日都不存在，年月日中必有一处写错；期限和截止数据因此不可靠。",
      en: "There is no 30 February; what is due or counted by such a date cannot be relied on."),
    limitations: Bilingual(
      zh: "只看写出“月”“日”的日期；月份前还有数字相连的不看。未写年份时2月按29天计。",
      en: "Only dates printed with 月 and 日. February has 29 days where no year is printed."),
    claims: ["1 ≤ month ≤ 12", "1 ≤ day ≤ days of the month"],
    examples: [
      .triggers("截至⟦2023年2月29日⟧，已完成改造12处。", because: "2023 is no leap year"),
      .triggers("工程于⟦6月31日⟧完工，完成改造12处。", because: "June has 30 days"),
      .triggers("计划⟦2024年13月⟧前完成改造12处。", because: "there are twelve months"),
      .triggers("工程于⟦13月5日⟧完工，完成改造12处。", because: "there are twelve months"),
      .passes("截至2024年2月29日，已完成改造12处，工期24个月。", because: "2024 is a leap year"),
      .passes("截至12月31日，已完成改造12处。", because: "the last day of the year"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() where mark.kind == .date {
      relations.append(
        Relation(rule: Self.description.id, kind: .date, force: .explain, readings: [.observed(mark.kind)], mark: index)
      )
    }
  }
}
