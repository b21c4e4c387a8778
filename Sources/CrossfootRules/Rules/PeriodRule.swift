// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct PeriodRule: Rule {
  static let description = RuleDescription(
    id: "marks.period",
    summary: Bilingual(
      zh: "起止年份与所写年数、规划期不符", en: "a span of years does not fit the number of years or the planning period beside it"),
    rationale: Bilingual(
      zh: "“连续四年（2021—2023年）”“‘十四五’时期（2020—2025年）”多是沿用旧稿或算错首尾。",
      en:
        "A span that does not have the years it is said to have is left over from a draft, or counts its ends wrongly."),
    limitations: Bilingual(
      zh: "只看紧挨着年数或规划期名称的起止年份；首尾两年都计入。",
      en: "Only a span right beside the number of years or the name of a period; both ends count."),
    claims: ["last year − first year + 1 = number of years", "the span is that of the named period"],
    examples: [
      .triggers("评比⟦连续四年（2021-2023⟧年）居全市前列，获奖12项。", because: "three years"),
      .triggers("⟦2019—2023年连续四年⟧获评先进，获奖12项。", because: "five years"),
      .triggers("“⟦十四五”时期（2020-2025⟧年）累计完成投资56亿元。", because: "the period begins in 2021"),
      .passes("评比连续四年（2021-2024年）居全市前列，获奖12项。", because: "four years with both ends"),
      .passes("“十四五”时期（2021-2025年）累计完成投资56亿元，“十四五”规划（征求意见稿）已印发。", because: "the right span"),
      .passes(
        "“十四五”后三年（2023-2025年）投资34亿元，《“十四五”供水规划（2021-2035年）》另行印发。", because: "a part of the period, and a plan beyond it"
      ),
      .passes("连续三年增产，2021-2025年粮食产量见表。", because: "the span is of something else"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() where mark.kind == .period {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .period, force: .explain, readings: [.observed(mark.kind)], mark: index))
    }
  }
}
