// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct TitleYearRule: Rule {
  static let description = RuleDescription(
    id: "marks.title-year",
    summary: Bilingual(zh: "一套表格的标题写同一年度", en: "the titles of one set of tables name the same year"),
    rationale: Bilingual(
      zh: "各表都写本年，唯独一张写上年，多是沿用上年表格没有改标题，表中的数字也可能是旧的。",
      en:
        "One table that names last year among tables of this year is last year's form, and its figures may be old too."),
    limitations: Bilingual(
      zh: "只看部门和单位的报告；同类表格至少四张年度相同、只有一张不同才报告；标题中有两个年度的不看。",
      en: """
        Only in reports of departments and units; at least four titles of one kind must agree and only one differ.
        Titles with two years are left alone.
        """),
    claims: ["year of the title = year of the other titles"],
    examples: [
      .triggers(
        Self.tables(["2025", "2025", "⟦2024", "2025", "2025"]), because: "one title was not brought up to date"),
      .triggers(
        Self.tables(["⟦2024", "2025", "2025", "2025", "2025"]), because: "one title was not brought up to date"),
      .passes(Self.tables(["2025", "2025", "2025", "2025", "2025"]), because: "all name one year"),
      .passes(
        Self.tables(["2025", "2025", "2024", "2024", "2025"]), because: "two titles of another year are no slip"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for (index, mark) in facts.marks.enumerated() where mark.kind == .titleYear {
      relations.append(
        Relation(
          rule: Self.description.id, kind: .otherYear, force: .explain, readings: [.observed(mark.kind)], mark: index))
    }
  }

  /// A budget with one table for each year given.
  private static func tables(_ years: [String]) -> String {
    let names = ["收支", "收入", "支出", "财政拨款收支", "一般公共预算支出"]
    var text = "2025年绿化管理局部门预算公开\n\n"
    for (year, name) in zip(years, names) {
      let end = year.hasPrefix("⟦") ? "⟧" : ""
      text += "\(year)年部门\(name)预算总表\(end)\n\n项目\t金额\n办公费\t1.20\n印刷费\t2.30\n\n"
    }
    return text
  }
}
