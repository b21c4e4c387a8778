// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct EmptyTableRule: Rule {
  static let description = RuleDescription(
    id: "marks.empty-table",
    summary: Bilingual(zh: "注明为空表的表中却有金额", en: "a table that is said to be empty holds amounts"),
    rationale: Bilingual(
      zh: "“本表为空表”的注往往从上年或其他单位的报告沿用下来，表中填了数就自相矛盾。",
      en:
        "The note that a table is empty is often left over from another report; with amounts above it the page contradicts itself."
    ),
    limitations: Bilingual(
      zh: "只看紧接表格前后的注；注中提到的资金性质与表名不同的，以及“如无数据则为空表”一类的条件句，不作数。",
      en:
        "Looks at notes right before or behind a table. Notes that name another fund than the title, or that are conditional, do not count."
    ),
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
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for table in facts.tables.indices {
      guard let mark = facts.tables[table].emptyNote, let figure = amount(in: table, facts) else { continue }
      relations.append(
        Relation(
          rule: Self.description.id, kind: .emptyTable, force: .explain, readings: [.observed(.emptyTable)],
          concerned: [figure],
          mark: mark))
    }
  }

  /// The first amount of a table: money, or a number with decimals.
  private func amount(in table: Int, _ facts: Facts) -> FigureID? {
    for part in facts.tables[table].parts {
      for column in facts.addedColumns(part.figures, part.columns) {
        for entry in part.figures[column].entries where entry.value != 0 {
          let quantity = facts[FigureID(entry.figure)].quantity
          if quantity.unit.dimension == .money || quantity.digits.exponent < 0 { return FigureID(entry.figure) }
        }
      }
    }
    return nil
  }
}
