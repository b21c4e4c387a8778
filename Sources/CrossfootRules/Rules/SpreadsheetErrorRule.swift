// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct SpreadsheetErrorRule: Rule {
  static let description = RuleDescription(
    id: "marks.spreadsheet-error",
    summary: Bilingual(zh: "表格公式错误未改成数字", en: "a broken spreadsheet formula was published in place of a number"),
    rationale: Bilingual(
      zh: "#REF!、#DIV/0! 等是电子表格公式失效的记号，出现在正式报告里说明该数从未核对。",
      en:
        "#REF!, #DIV/0! and their kin say that a formula lost its cells; in a published report the number was never looked at."
    ),
    limitations: Bilingual(
      zh: "总分处的错误按各项得分之和给出应有的数；其他位置只报告错误本身。",
      en:
        "In place of a total score the sum of the scores is given as the value; elsewhere only the error itself is reported."
    ),
    claims: ["total score = Σ scores, the total being unreadable"],
    examples: [
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "⟦#REF!⟧", ["9.5", "40", "30", "20"], rate: "95.00",
          actual: "47.50"), because: "the scores come to 99.5"),
      .triggers(
        "项目\t预算数\t决算数\n道路养护\t300.00\t⟦#DIV/0!⟧\n桥梁检测\t200.00\t199.50\n", because: "a formula divided by an empty cell"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "99.5", ["9.5", "40", "30", "20"], rate: "95.00",
          actual: "47.50"), because: "the total is a number"),
      .passes("项目\t预算数\n# 道路养护\t300.00\n桥梁检测\t200.00\n", because: "a number sign before a name is no error token"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    var totals: [Int: ScoreSheet] = [:]
    for sheet in facts.scoreSheets { if let mark = sheet.totalMark { totals[mark] = sheet } }
    for (index, mark) in facts.marks.enumerated() where mark.kind == .spreadsheetError {
      var claim = Claim.observed(.spreadsheetError)
      if let sheet = totals[index], !sheet.isIncomplete {
        let scores = (sheet.money.map { [$0.score] } ?? []) + sheet.items.map(\.score)
        claim = .unknown(terms: scores.map { Term(1, Operand($0, .score, exact: true)) })
      }
      relations.append(
        Relation(rule: Self.description.id, kind: .spreadsheetError, readings: [claim], mark: index))
    }
  }
}
