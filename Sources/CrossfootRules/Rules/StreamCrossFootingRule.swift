// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct StreamCrossFootingRule: Rule {
  static let description = RuleDescription(
    id: "cross-footing.stream",
    summary: Bilingual(
      zh: "逐格成行的表格中，每行第一个数等于其后各数之和",
      en: "in a table printed one cell a line, the first figure of a row is the sum of those after it"),
    rationale: Bilingual(
      zh: "从 PDF 抽出的表格常常一格一行，空格不印，数字的栏次无从得知；但合计与其后的分项仍顺次排列，多数行相符而个别行不符时，该行有误。",
      en: """
        Tables from PDF files often come one cell a line and without their blanks, so that nobody can say in which
        column a figure stands. The total and its parts still follow each other; where most rows bear this out and one
        does not, that row is wrong.
        """),
    limitations: Bilingual(
      zh: "合计须在分项之前；表头须有合计一栏，或至少三行各有两个以上分项。不符之处只有一个数字的一处笔误能够解释、且与表中未用上的数无关时才报告。",
      en: """
        The total must come before its parts, and the names of the columns must hold a total or three other rows two
        parts or more. A row is told only if one slip in one figure explains it and no figure that is left over in the
        table does.
        """),
    claims: ["total = Σ figures after it"],
    examples: [
      .triggers(
        StreamExamples.table(first: "31,690", second: "⟦17,750⟧"),
        because: "31,690 − 14,120 is 17,570; the rows with a blank or with both columns add up"),
      .triggers(
        StreamExamples.table(first: "⟦31,960⟧", second: "17,570"),
        because: "14,120 + 17,570 is 31,690; two digits changed places"),
      .passes(
        StreamExamples.table(first: "31,690", second: "17,570"),
        because: "every row adds up, whichever of its columns are blank"),
      .passes(
        StreamExamples.table(first: "31,690", second: "17,570", before: "\n1,000", pensions: "9,450"),
        because: "the figure left over in the row before is what this one lacks: cells are out of order"),
      .passes(
        StreamExamples.table(first: "31,690", second: "12,200"),
        because: "no single slip explains the row: a cell of it may be missing"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices where StreamRows.mayHold(part, in: table, facts) {
        claim(facts.tables[table].parts[part], facts.tables[table], facts, evaluator, &relations)
      }
    }
  }
}

extension StreamCrossFootingRule {
  private func claim(
    _ part: PartModel, _ table: TableModel, _ facts: Facts, _ evaluator: Evaluator, _ relations: inout [Relation]
  ) {
    guard let rows = StreamRows(part, table, facts) else { return }
    // Where columns show sums other rules look at the rows that stand in them.
    let isSeen = rows.solid >= StreamRows.fewestSolid && part.addedColumns.count >= 3
    let isLoose = { (row: Int) in !isSeen || table.rowMarks[row].isLoose }
    let isGuess = rows.hasRoundStray
    for sum in rows.sums where isLoose(sum.row) && rows.isBorneOut(without: sum) {
      let claim = self.claim(sum.total, sum.parts[...])
      var relation = Relation(rule: Self.description.id, kind: .crossFooting, readings: [claim])
      relation.isGuess = isGuess || sum.isMixed
      relations.append(relation)
    }
    for (row, isRow) in rows.open.map({ ($0, true) }) + rows.rests.map({ ($0, false) })
    where isLoose(row.row) && !row.isMixed && rows.isBorneOut(besides: row, isRow: isRow) {
      guard let claim = broken(row, rows, evaluator) else { continue }
      relations.append(Relation(rule: Self.description.id, kind: .crossFooting, readings: [claim]))
    }
  }

  private func claim(_ total: FigureID, _ parts: ArraySlice<FigureID>) -> Claim {
    .linear([Term(-1, Operand(total, .total))] + parts.map { Term(1, Operand($0, .part)) })
  }

  /// The shortest run of figures that one slip keeps from adding up to the first; nil if there is none, if a longer run
  /// is as good, or if a figure that is left over makes up the difference.
  private func broken(_ row: StreamRows.Open, _ rows: StreamRows, _ evaluator: Evaluator) -> Claim? {
    guard let total = row.figures.first else { return nil }
    let parts = row.figures.dropFirst()
    var found: (claim: Claim, excess: Int128)?
    for end in parts.indices.prefix(StreamRows.longest) where !row.isWhole || end + 1 == parts.endIndex {
      let claim = claim(total, parts[...end])
      guard case .linear(let terms) = claim, let excess = evaluator.total(terms)?.mantissa(at: rows.place),
        rows.isTelling(row, until: end), evaluator.isOneSlipOff(claim, units: 0)
      else { continue }
      if let found, found.excess != excess { return nil }
      if found == nil { found = (claim, excess) }
    }
    guard let found, !rows.hasStray(found.excess, besides: row) else { return nil }
    return found.claim
  }
}

/// A table of a small unit, one cell a line.
private enum StreamExamples {
  static func table(first: String, second: String, before: String = "", pensions: String = "8,450") -> String {
    """
    单位：元
    项目
    科目编码
    科目名称
    支出预算
    合计
    基本支出
    项目支出
    文化支出
    \(first)
    14,120
    \(second)
    场馆开放
    24,310
    10,250
    14,060
    展览
    7,380
    3,870
    3,510
    巡演
    12,640
    12,640\(before)
    社会保障支出
    \(pensions)
    8,450
    运转
    20,960
    6,420
    14,540
    住房支出
    5,230
    5,230

    """
  }
}
