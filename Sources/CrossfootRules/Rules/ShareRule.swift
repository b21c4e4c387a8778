// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ShareRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.share",
    summary: Bilingual(zh: "表格中的占比等于该行金额除以合计", en: "a share in a table is the row's amount divided by the whole"),
    rationale: Bilingual(
      zh: "金额改动后占比未重算，或占比抄错行，是构成表的常见错误。",
      en: "Shares that were not computed anew, or copied from another row, are common in tables of composition."),
    limitations: Bilingual(
      zh: "以占比为100%的行为合计，至少三行印证才核对；各行占比强行凑成100%的尾差不报告。",
      en: "The whole is the row whose share is 100 %; at least three other rows must bear the shares out."),
    claims: ["share = amount ÷ whole"],
    examples: [
      .triggers(
        "项目\t金额（万元）\t比重（%）\n总支出\t4826.50\t100.0\n教育\t1640.20\t34.0\n农林水\t1127.35\t23.4\n卫生健康\t968.40\t⟦21.0⟧\n住房保障\t604.55\t12.5\n其他\t486.00\t10.1\n",
        because: "968.40 ÷ 4826.50 is 20.1 %"),
      .triggers(
        "类别\t面积\t占比\n耕地\t3127\t41.69%\n林地\t2416\t⟦23.21⟧%\n园地\t835\t11.13%\n草地\t622\t8.29%\n水域\t501\t6.68%\n合计\t7501\t100.00%\n",
        because: "2416 ÷ 7501 is 32.21 %"),
      .passes(
        "项目\t金额（万元）\t比重（%）\n总支出\t4826.50\t100.0\n教育\t1640.20\t34.0\n农林水\t1127.35\t23.4\n卫生健康\t968.40\t20.1\n住房保障\t604.55\t12.5\n其他\t486.00\t10.1\n",
        because: "every share fits"),
      .passes(
        "项目\t金额（万元）\t比重（%）\n总支出\t4826.50\t100.0\n教育\t1640.20\t34.0\n其中：基础教育\t984.12\t60.0\n农林水\t1127.35\t23.4\n卫生健康\t968.40\t20.1\n住房保障\t604.55\t12.5\n其他\t486.00\t10.1\n",
        because: "a part of a part, as a share of that"),
      .passes(
        "行业\t投资额\t比上年增长（%）\n合计\t4826.50\t100.0\n采矿业\t640.20\t34.0\n制造业\t2127.35\t23.4\n建筑业\t968.40\t21.0\n",
        because: "growth rates are no shares"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for table in facts.tables {
      for part in table.parts {
        relations += ColumnRates(part: part, marks: table.rowMarks, facts: facts).relations(Self.description.id, .share, .share)
      }
    }
  }
}
