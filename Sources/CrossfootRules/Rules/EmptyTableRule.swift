// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct EmptyTableRule: Rule {
  static let description = RuleDescription(
    id: "marks.empty-table",
    summary: Bilingual(zh: "注明为空表、无此项的表中却有金额", en: "a table that is said to be empty holds amounts"),
    rationale: Bilingual(
      zh: "“本表为空表”的注往往从上年或其他单位的报告沿用下来，表中填了数就自相矛盾。",
      en:
        "The note that a table is empty is often left over from another report; with amounts above it the page contradicts itself."
    ),
    limitations: Bilingual(
      zh: """
        只看表名、表格末行和紧接表格前后的注；注中提到的资金性质与表名不同的、提到其他表的，以及“如无数据则为空表”一类的条件句，不作数。\
        “无此项支出”“无政府性基金预算拨款支出”一类只说当年没有，只与本年各栏核对；年度、收支与表名不同的不作数。
        """,
      en: """
        Looks at titles, the last rows of a table and notes right before or behind it. Notes that name another fund than
        the title, or another table, or that are conditional, do not count. A note that there is nothing of the kind is
        held against the columns of the year only, and does not count where it names another year, or income where the
        title names expenditure.
        """),
    claims: ["no amount in a table that is said to be empty"],
    examples: [
      .triggers(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t⟦86.50⟧\t0.00\t86.50\n\n注：本单位2025年没有使用政府性基金预算拨款安排的支出，故本表为空表。\n",
        because: "the note says that there are none"),
      .triggers(
        "表9 国有资本经营预算支出表\n注：本部门没有国有资本经营预算拨款，本表无数据。\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n国有企业改革成本支出\t⟦40.00⟧\t0.00\t40.00\n",
        because: "the note stands above the table"),
      .passes(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n合计\t0.00\t0.00\t0.00\n\n注：本单位2025年没有使用政府性基金预算拨款安排的支出，故本表为空表。\n",
        because: "noughts are nothing"),
      .passes(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n\n注：国有资本经营预算支出表为空表。\n",
        because: "the note is about another table"),
      .triggers(
        "青溪区档案馆2025年部门预算\n\n表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t⟦86.50⟧\t0.00\t86.50\n\n说明：本单位2025年无政府性基金预算财政拨款支出。\n",
        because: "there are none, says the note"),
      .triggers(
        "表7 一般公共预算“三公”经费支出表（空表）\n单位：万元\n项目\t预算数\n因公出国（境）费\t0.00\n公务接待费\t⟦3.60⟧\n合计\t3.60\n",
        because: "the title says that the table is empty"),
      .triggers(
        "表9 国有资本经营预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n国有企业改革成本支出\t⟦40.00⟧\t0.00\t40.00\n注：我单位无此项支出。\t\t\t\n",
        because: "the last row is a note"),
      .passes(
        "青溪区档案馆2025年部门预算\n\n表8 政府性基金预算支出表\n单位：万元\n科目名称\t上年执行数\t2025年预算数\n城乡社区支出\t86.50\t0.00\n合计\t86.50\t0.00\n\n说明：本单位2025年无政府性基金预算财政拨款支出。\n",
        because: "there were some last year"),
      .passes(
        "表7 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n其他支出\t26.00\t0.00\t26.00\n\n注：我局下属档案馆、图书馆无政府性基金预算支出。\n",
        because: "some of those that it is about have none"),
      .passes(
        "表7 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n其他支出\t26.00\t0.00\t26.00\n\n注：文史馆无政府性基金预算支出。\n",
        because: "one of those that it is about has none"),
      .passes(
        "表7 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n其他支出\t26.00\t0.00\t26.00\n\n注：年初无政府性基金预算支出，年中调整增加。\n",
        because: "there were none at first"),
      .passes(
        "表7 政府性基金预算财政拨款收入支出决算表\n单位：万元\n科目名称\t年初结转\t本年收入\t本年支出\n其他支出\t26.00\t0.00\t26.00\n\n注：本表反映本年度政府性基金收入、支出情况。本单位无政府性基金收入。\n",
        because: "what the table is for is not what there is none of"),
      .passes(
        "表8 政府性基金预算收入支出表\n单位：万元\n科目名称\t年初结转\t本年收入\t本年支出\n城乡社区支出\t20.00\t0.00\t20.00\n\n说明：本单位无政府性基金预算财政拨款收入。\n",
        because: "no income, but expenditure from what was carried over"),
      .passes(
        "青溪区档案馆2025年部门预算\n\n表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n\n说明：本单位2025年无政府性基金预算财政拨款基本支出。\n",
        because: "none of one kind"),
      .passes(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n\n十、对下专项转移支付情况\n\n本单位无此项支出。\n",
        because: "under the heading of something else"),
      .passes(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n对下转移支付情况\t\t\t\n注：本单位无此项支出。\t\t\t\n",
        because: "below a title of something else in the same grid"),
      .passes(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n\n注：本表反映政府性基金预算安排的支出，无政府性基金的单位，本表为空。\n",
        because: "what others are to do"),
      .passes(
        "表8 政府性基金预算支出表\n\n对下转移支付方面无此项支出。\n\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n",
        because: "the sentence is about something else"),
      .passes(
        "表8 政府性基金预算支出表\n单位：万元\n科目名称\t合计\t基本支出\t项目支出\n城乡社区支出\t86.50\t0.00\t86.50\n\n注：表9、表10为空表。\n",
        because: "the note is about the tables that follow"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for table in facts.tables.indices {
      guard let note = facts.tables[table].emptyNote, let figure = amount(in: table, note, facts) else { continue }
      relations.append(
        Relation(
          rule: Self.description.id, kind: .emptyTable, force: .explain, readings: [.observed(.emptyTable)],
          concerned: [figure],
          mark: note.mark))
    }
  }

  /// The first amount that a note denies: money, or a number with decimals.
  private func amount(in table: Int, _ note: EmptyNote, _ facts: Facts) -> FigureID? {
    for (index, part) in facts.tables[table].parts.enumerated() where note.part == nil || note.part == index {
      for column in part.addedColumns where !note.isOfYear || isOfYear(column, part, facts) {
        for entry in part.figures[column].entries where entry.value != 0 {
          let quantity = facts[FigureID(entry.figure)].quantity
          if quantity.unit.dimension == .money || quantity.digits.exponent < 0 { return FigureID(entry.figure) }
        }
      }
    }
    return nil
  }

  /// Whether a column is none of another year than the report's: not of last year, and of the report's own where it
  /// names one.
  private func isOfYear(_ column: Int, _ part: PartModel, _ facts: Facts) -> Bool {
    if column < part.columns.count, part.columns[column] == .prior || part.columns[column] == .changeAmount {
      return false
    }
    guard part.years.contains(where: { $0 > 0 }) else { return true }
    return column < part.years.count && part.years[column] > 0 && part.years[column] == facts.profile.fiscalYear
  }
}
