// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct PlanPeriodRule: Rule {
  static let description = RuleDescription(
    id: "marks.plan-period",
    summary: Bilingual(zh: "中期财政规划的首年应是所附预算的年度", en: "a rolling plan begins with the year of the budget it comes with"),
    rationale: Bilingual(
      zh: "中期财政规划与年度预算同时编制，逐年滚动，首年就是预算年度；首年不同多是沿用了往年文件的名称。",
      en:
        "A rolling plan is drawn up with the budget and begins with its year; another first year is the title of an earlier round."
    ),
    limitations: Bilingual(
      zh: "只看“某年…预算和某年至某年中期财政规划”这样并列写出的。",
      en: "Only where the two are named side by side."),
    claims: ["first year of the plan = year of the budget"],
    examples: [
      .triggers(
        "根据关于编制2024年部门预算和⟦2022-2024年中期财政规划⟧的通知，安排预算560万元。",
        because: "a plan that comes with the budget of 2024 begins in 2024"),
      .triggers("按照《2025年市本级预算和⟦2024—2026年中期财政规划⟧编制方案》，安排预算560万元。", because: "the plan of the year before"),
      .passes("根据关于编制2024年部门预算和2024-2026年中期财政规划的通知，安排预算560万元。", because: "both begin with 2024"),
      .passes("会议听取了2023年预算执行情况和2024-2026年中期财政规划的说明，涉及资金560万元。", because: "last year's execution beside the next plan"),
      .passes("2024年部门决算已公开。2023-2025年中期财政规划另行印发。", because: "the two are not named side by side"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() where mark.kind == .planPeriod {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .period, force: .explain, readings: [.observed(mark.kind)], mark: index))
    }
  }
}
