// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct InferredCrossFootingRule: Rule {
  static let description = RuleDescription(
    id: "cross-footing.inferred",
    summary: Bilingual(
      zh: "由各行数字推断的合计栏等于其分栏之和", en: "a column that the rows show to be a total is the sum of its columns in every row"),
    rationale: Bilingual(
      zh: "抽取出的表头常常残缺，但合计关系在各行数字中仍然看得出来：多数行成立而个别行不成立时，该行有误。",
      en: """
        Extraction wrecks headers, but sums still show in the figures: where most rows bear a sum out and one does not,
        that row is wrong.
        """),
    limitations: Bilingual(
      zh: """
        只考虑相邻若干栏之和与两栏之和；至少要有三行互不成比例的明细行印证，且偶然符合的可能小于千分之一。某行的差额恰等于另一栏的数时不报告；分栏之和小于合计的，只有一处笔误能够解释时才报告，因为该行可能另有未列出的一栏。
        """,
      en: """
        Looks at runs of columns beside the total and at pairs only. Three leaf rows that are no multiples of each other
        must show the sum, with so many digits that chance is ruled out to one in a thousand. A row whose difference
        another column explains is left alone. Where the columns fall short of the total the row may have a part of its
        own, and only a difference that one slip explains is told.
        """),
    claims: ["total = Σ columns"],
    examples: [
      .triggers(
        "街道\t甲\t乙\t丙\n东街\t412.35\t268.14\t144.21\n西街\t335.20\t199.86\t135.34\n南街\t⟦517.47⟧\t301.12\t270.35\n北街\t287.64\t150.09\t137.55\n中街\t461.90\t277.48\t184.42\n新街\t350.18\t210.77\t139.41\n",
        because: "301.12 + 270.35 is 571.47; in the other rows the first column is the sum of the next two"),
      .triggers(
        "街道\t甲\t乙\t丙\t丁\n东街\t1268\t877\t391\t2536\n西街\t1754\t625\t1129\t3508\n南街\t982\t⟦540⟧\t432\t1964\n北街\t2310\t1306\t1004\t4620\n中街\t1645\t817\t828\t3290\n新街\t1127\t690\t437\t2254\n",
        because: "982 − 432 is 550; four columns of which each row shows the same sums"),
      .passes(
        "街道\t甲\t乙\t丙\n东街\t412.35\t268.14\t144.21\n西街\t335.20\t199.86\t135.34\n南街\t571.47\t301.12\t270.35\n北街\t287.64\t150.09\t137.55\n",
        because: "every row adds up"),
      .passes(
        "街道\t甲\t乙\t丙\n东街\t412.35\t268.14\t144.21\n西街\t335.20\t210.86\t135.34\n南街\t508.47\t301.12\t270.35\n北街\t287.64\t150.09\t137.55\n",
        because: "half of the rows do not add up: the columns need not be parts of the first"),
      .passes(
        "街道\t甲\t乙\t丙\n东街\t412.35\t268.14\t144.21\n西街\t335.20\t199.86\t135.34\n南街\t627.98\t301.12\t270.35\n北街\t287.64\t150.09\t137.55\n中街\t461.90\t277.48\t184.42\n新街\t350.18\t210.77\t139.41\n",
        because: "56.51 of one row stand in no column, and no slip explains them: it may have a third part"),
      .passes(
        "单位：万元\n街道               甲         乙         丙\n栏次                1          2          3\n东街           412.35     268.14     144.21\n西街           335.20     199.86     135.34\n南街           571.47     301.12     270.35\n北街           287.64     150.09     137.55\n栏次                1          2          3\n中街           461.90     277.48     184.42\n新街           350.18     210.77     139.41\n",
        because: "the numbers of the columns come again where the next page began"),
      .passes(
        "街道\t甲\t乙\t丙\t丁\t戊\n东街\t247.82\t204.81\t204.81\t\t-43.01\n西街\t306.64\t237.70\t237.70\t\t-68.94\n南街\t225.18\t296.29\t296.29\t\t71.11\n北街\t412.35\t468.14\t468.14\t\t55.79\n中街\t335.20\t199.86\t199.86\t\t-135.34\n新街\t750.52\t749.16\t296.29\t452.87\t-1.36\n",
        because: "the second column is the sum; the third repeats it where the fourth holds nothing"),
      .passes(
        "单位：万元\n项目\t年初结转\t本年收入\t本年支出\t年末结转\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n合计\t163.59\t846.61\t728.76\t276.28\t452.48\t281.44\n212\t城乡社区支出\t121.36\t518.47\t443.95\t156.70\t287.25\t195.88\n21208\t土地出让收入安排的支出\t121.36\t518.47\t443.95\t156.70\t287.25\t195.88\n2120801\t征地和拆迁补偿支出\t40.12\t305.26\t237.36\t93.15\t144.21\t108.02\n2120803\t城市建设支出\t81.24\t213.21\t206.59\t63.55\t143.04\t87.86\n229\t其他支出\t42.23\t328.14\t284.81\t119.58\t165.23\t85.56\n22960\t彩票公益金安排的支出\t42.23\t328.14\t284.81\t119.58\t165.23\t85.56\n",
        because:
          "the name of the total fills two columns, and the header, which lost its merged cells, ends before the last one"
      ),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices
      where facts.tables[table].parts[part].body.count >= ColumnInference.fewest {
        let columns = facts.addedColumns(of: part, in: table)
        guard columns.count >= 3 else { continue }
        claim(part, table, columns, facts, evaluator, &relations)
      }
    }
  }
}

extension InferredCrossFootingRule {
  private func claim(
    _ part: Int, _ table: Int, _ columns: [Int], _ facts: Facts, _ evaluator: Evaluator,
    _ relations: inout [Relation]
  ) {
    let sums = ColumnInference(part, of: table, in: facts, columns: columns).sums()
    if sums.isEmpty { return }
    let known = Set(facts.tables[table].parts[part].formulas.map { [$0.target] + $0.terms.map(\.column).sorted() })
    let figures = facts.tables[table].parts[part].figures
    for sum in sums where !sum.candidates.contains(where: { known.contains([sum.target] + $0.parts) }) {
      let earlier = sums.filter { $0.round < sum.round }
      let isWhole = facts.tables[table].parts[part].isWhole
      let marks = facts.tables[table].rowMarks
      let studies = SumStudies(sum, after: earlier, figures, marks, isWhole: isWhole)
      claim(studies, figures, marks, columns, evaluator, &relations)
    }
  }

  private func claim(
    _ studies: SumStudies, _ figures: [ColumnFigures], _ marks: [RowMark], _ columns: [Int], _ evaluator: Evaluator,
    _ relations: inout [Relation]
  ) {
    let mending = studies.mending(columns.filter { $0 != studies.sum.target }, evaluator)
    for row in studies.rows {
      let votes = studies.votes(in: row)
      guard let first = votes.first else { continue }
      let holds = votes.contains { $0.outcome == .holds }
      if !holds,
        votes.contains(where: { !$0.isTold(evaluator) || mending.mends($0) || isOfAnother($0, figures, columns) })
      {
        continue
      }
      var relation = Relation(rule: Self.description.id, kind: .crossFooting, readings: votes.map(\.claim))
      let isOpen = votes.contains { $0.outcome == .fails && !$0.isTold(evaluator) }
      // Where blanks were dropped, a row that did not add up would be taken to stand in other columns.
      relation.isGuess = holds && (isOpen || marks[row].isUnsure || mending.couldMend(first))
      relations.append(relation)
    }
  }

  /// Whether another column of the row prints what the parts come to: then they make up that one, and the column that
  /// was taken for their sum is a copy of it in the other rows (where 项目支出 is nothing, 基本支出 is 小计).
  private func isOfAnother(_ vote: RowVote, _ figures: [ColumnFigures], _ columns: [Int]) -> Bool {
    var row: [(figure: FigureID, value: Int128)] = []
    let place = columns.map { figures[$0].place }.min() ?? 0
    for column in columns {
      guard let index = figures[column].index(at: vote.row), let value = figures[column].value(index, at: place)
      else { continue }
      row.append((FigureID(figures[column].entries[index].figure), value))
    }
    var sum: Int128 = 0
    for part in vote.parts {
      guard let value = row.first(where: { $0.figure == part.operand.figure })?.value else { return false }
      sum &+= part.factor < 0 ? 0 &- value : value
    }
    let slack = UInt128(vote.terms.count)
    let others = row.filter { $0.value != 0 && $0.figure != vote.total && !isPart($0.figure, of: vote) }
    if others.contains(where: { ($0.value &- sum).magnitude * 2 <= slack }) { return true }
    // Where a row stands one column off, another figure is the part, and the part is the total.
    return vote.parts.contains { part in
      guard part.factor > 0, let own = row.first(where: { $0.figure == part.operand.figure })?.value else {
        return false
      }
      return others.contains { (($0.value &+ sum) &- own &- own).magnitude * 2 <= slack }
    }
  }

  private func isPart(_ figure: FigureID, of vote: RowVote) -> Bool {
    vote.parts.contains { $0.operand.figure == figure }
  }
}
