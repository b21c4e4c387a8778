// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct TableTieOutRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.tables",
    summary: Bilingual(zh: "同一数字在各表中一致", en: "a figure printed in two tables is the same in both"),
    rationale: Bilingual(
      zh: "收支总表、支出总表、财政拨款支出表逐行重复同样的数字，改了一张表而未改另一张，两表就对不上。",
      en: "Standard tables repeat each other row by row. Where one was edited and the other was not they no longer tie."
    ),
    limitations: Bilingual(
      zh: "两栏除一行外其余同名行全部一致、且最大数一致时才视为同口径；不足四个同名行、多行不一致或总数不一致的不核对；不一致处一处笔误不能解释的不报告，因为两表的分项可能不同。",
      en: """
        Two columns are the same only if all rows of equal names agree but one, at least three of them, and their
        largest figures agree. A difference that no slip explains is not told, as the tables may cut their rows
        differently.
        """),
    claims: ["figure = figure"],
    examples: [
      .triggers(
        "表1 重点支出情况表\n单位：万元\n项目\t预算数\n支出总计\t7995.24\n其中：教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t⟦512.98⟧\n\n表2 支出总表\n单位：万元\n科目名称\t支出数\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t512.89\n农林水支出\t500.00\n支出总计\t7995.24\n",
        because: "512.89 in the other table, where it adds up: the digits were swapped"),
      .triggers(
        "表1 支出总表\n单位：万元\n科目名称\t合计\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t512.89\n合计\t7495.24\n\n表2 支出明细表\n单位：元\n科目名称\t合计\n教育支出\t48126000\n科学技术支出\t12963500\n卫生健康支出\t⟦8374000⟧\n住房保障支出\t5128900\n合计\t74952400\n",
        because: "8,734,000 yuan are 873.40 ten thousand: the digits were swapped"),
      .passes(
        "表1 支出总表\n单位：万元\n科目名称\t合计\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t512.89\n合计\t7495.24\n\n表2 支出明细表\n单位：元\n科目名称\t合计\n教育支出\t48126000\n科学技术支出\t12963500\n卫生健康支出\t8734000\n住房保障支出\t5128900\n合计\t74952400\n",
        because: "the same figures in another unit"),
      .passes(
        "表1 支出总表\n单位：万元\n科目名称\t合计\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t512.89\n城乡社区支出\t900.00\n合计\t8395.24\n\n表2 一般公共预算支出表\n单位：万元\n科目名称\t合计\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t512.89\n城乡社区支出\t400.00\n合计\t7895.24\n",
        because: "part of one row is paid from another fund, and so the totals differ"),
      .passes(
        "表1 支出总表\n单位：万元\n科目名称\t合计\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n其他支出\t512.89\n合计\t7495.24\n\n表2 支出明细表\n单位：万元\n科目名称\t合计\n教育支出\t4812.60\n科学技术支出\t1296.35\n卫生健康支出\t873.40\n住房保障支出\t286.17\n其他支出\t226.72\n合计\t7495.24\n",
        because: "the second table takes one row apart"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    guard facts.tables.count > 1 else { return }
    let evaluator = Evaluator(facts.figures)
    for tie in TableTies(facts).ties() {
      // Rows may be cut differently in two tables: only a slip shows that the same figure was meant.
      let difference = Claim.linear([Term(-1, Operand(tie.a, .left)), Term(1, Operand(tie.b, .right))])
      if !evaluator.holds(difference), !evaluator.isOneSlipOff(difference, units: 1) { continue }
      relations.append(
        Relation(
          rule: Self.description.id, kind: .tieOut, force: .explain,
          readings: [.equal([Operand(tie.a, .left), Operand(tie.b, .right)])]))
      relations[relations.count - 1].isGuess = tie.isLargest
    }
  }
}
