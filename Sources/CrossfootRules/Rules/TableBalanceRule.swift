// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct TableBalanceRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.balance",
    summary: Bilingual(
      zh: "收支表两侧的总计相等", en: "the two sides of a table of income and expenditure come to the same total"),
    rationale: Bilingual(
      zh: "收入总计含上年结转，支出总计含结转下年，两侧必须相等；改了一侧而未改另一侧，收支就不平衡。",
      en:
        "With balances brought and carried forward both sides of such a table come to one total. Where only one side was edited they do not."
    ),
    limitations: Bilingual(
      zh: "两侧并列或标题仅“收入”“支出”不同的表才核对；除并列两侧的“总计”外，本报告中另有同名总计两侧相等、且没有不等的，才报告。",
      en: """
        Looks at tables side by side, and at tables whose titles differ in the words for income and expenditure only.
        But for the grand totals (总计) of two sides it speaks only if totals of the same name balance elsewhere in the
        report, and all that do not are this one.
        """),
    claims: ["total income = total expenditure"],
    examples: [
      .triggers(
        "表1 部门收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、财政拨款收入\t1820.40\t一、教育支出\t1506.25\n二、其他收入\t96.35\t\t\n收入总计\t1916.75\t支出总计\t⟦1961.75⟧\n\n表2 财政拨款收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、一般公共预算\t1704.15\t一、教育支出\t1409.90\n二、政府性基金\t116.25\t二、住房保障支出\t410.50\n收入总计\t1820.40\t支出总计\t1820.40\n",
        because: "the sides differ by 45.00; those of the other table balance"),
      .triggers(
        "全县一般公共预算收入总表\n单位：万元\n项目\t决算数\n其中：税收收入\t5210.30\n收入总计\t17054.50\n\n全县一般公共预算支出总表\n单位：万元\n项目\t决算数\n其中：教育支出\t4120.80\n支出总计\t17054.50\n\n全县政府性基金预算收入总表\n单位：万元\n项目\t决算数\n其中：土地出让收入\t2864.70\n收入总计\t6410.25\n\n全县政府性基金预算支出总表\n单位：万元\n项目\t决算数\n其中：城乡社区支出\t3025.40\n支出总计\t⟦6401.25⟧\n",
        because: "the two tables of one fund differ, those of the other balance"),
      .triggers(
        "收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n其中：税收收入\t563.20\t其中：教育支出\t552.90\n收入总计\t875.65\t支出总计\t⟦895.65⟧\n",
        because: "the two sides of a table balance in their grand totals"),
      .passes(
        "收入\t\t支出\t\n项目\t决算数\t项目\t决算数\n一、税收收入\t863.20\t一、教育支出\t542.90\n二、非税收入\t112.45\t二、农林水支出\t310.35\n收入合计\t975.65\t支出合计\t853.25\n",
        because: "what came in and what was spent in a year need not be equal"),
      .passes(
        "项目\n行次\n金额\n项目\n行次\n金额\n一、财政拨款收入 1 820.40 一、教育支出 5 706.25\n二、其他收入 2 96.35 二、农林水支出 6 142.60\n本年收入合计 3 916.75 本年支出合计 7 848.85\n年初结转和结余 4 51.70 年末结转和结余 8 119.60\n总计 5 968.45 总计 9 968.45\n",
        because: "the numbers of the rows are no amounts"),
      .passes(
        "表1 部门收支总表\n单位：万元\n收入\t\t支出\t\n项目\t预算数\t项目\t预算数\n一、财政拨款收入\t1820.40\t一、教育支出\t1506.25\n二、其他收入\t96.35\t二、住房保障支出\t410.50\n收入总计\t1916.75\t支出总计\t1916.75\n",
        because: "both sides come to the same"),
      .passes(
        "全县一般公共预算收入决算表\n单位：万元\n项目\t决算数\n税收收入\t5210.30\n非税收入\t1844.20\n收入合计\t7054.50\n\n全县一般公共预算支出决算表\n单位：万元\n项目\t决算数\n教育支出\t4120.80\n卫生健康支出\t3655.10\n支出合计\t7775.90\n",
        because: "own revenue and all expenditure: transfers stand elsewhere, and nothing in the report balances"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let pairs = TableBalances.pairs(in: facts)
    let agree = pairs.map { facts[$0.income].quantity.value.equals(facts[$0.expense].quantity.value) }
    for (index, pair) in pairs.enumerated() {
      let others = pairs.indices.filter { $0 != index && pairs[$0].name == pair.name }
      var relation = Relation(
        rule: Self.description.id, kind: .tieOut, force: .explain,
        readings: [.equal([Operand(pair.income, .left), Operand(pair.expense, .right)])])
      relation.isGuess =
        !pair.isGrand
        && (others.isEmpty || others.contains { !agree[$0] }
          || others.allSatisfy { facts[pairs[$0].income].quantity.digits.isZero })
      relations.append(relation)
    }
  }
}
