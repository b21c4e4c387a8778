// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct CompletionRateRule: Rule {
  static let description = RuleDescription(
    id: "score.completion-rate",
    summary: Bilingual(
      zh: "指标完成率等于完成值除以目标值", en: "the rate of completion of an indicator is what was achieved over its target"),
    rationale: Bilingual(
      zh: "指标表并列目标值、完成值和完成率，改了完成值常忘了重算完成率，得分也随之有误。",
      en:
        "Tables of indicators print target, achievement and rate side by side; an achievement that was edited leaves its rate behind, and the score."
    ),
    limitations: Bilingual(
      zh: """
        只核对数值目标（写明≤的除外）；超额完成而写100%的不计。除一行外各行都相符、其中至少三行完成值与目标值不同，且不符的一行一位数字写错可以解释时，才报告。
        """,
      en: """
        Only numeric targets that are no upper bounds; more than the target may be 100 %. All rows but one must hold,
        three of them with an achievement other than the target, and only a slip of a digit is told.
        """),
    claims: ["rate = achieved ÷ target"],
    examples: [
      .triggers(
        "指标名称\t年度指标值\t实际完成值\t完成率\n清淤河道\t≥38公里\t36公里\t94.74%\n补植苗木\t≥2640株\t1891株\t71.63%\n巡查堤段\t≥520次\t520次\t100.00%\n培训人员\t≥430人次\t418人次\t⟦92.71⟧%\n整治闸坝\t≥18座\t15座\t83.33%\n",
        because: "418 ÷ 430 is 97.21 %: digits swapped"),
      .triggers(
        "指标名称\t目标值\t完成值\t完成率（%）\n发放宣传册\t6400\t5932\t⟦97.2⟧\n走访农户\t1250\t1184\t94.7\n设置标牌\t86\t79\t91.9\n检测水样\t342\t330\t96.5\n",
        because: "5,932 ÷ 6,400 is 92.7 %"),
      .passes(
        "指标名称\t年度指标值\t实际完成值\t完成率\n清淤河道\t≥38公里\t36公里\t94.74%\n补植苗木\t≥2640株\t1891株\t71.63%\n巡查堤段\t≥520次\t547次\t100.00%\n群众投诉\t≤12件\t9件\t100.00%\n整治闸坝\t≥18座\t15座\t83.33%\n",
        because: "more than the target, and fewer complaints than allowed, are 100 %"),
      .passes(
        "指标名称\t年度指标值\t实际完成值\t完成率\n清淤河道\t≥38公里\t36公里\t100%\n补植苗木\t≥2640株\t1891株\t80%\n巡查堤段\t≥520次\t498次\t100%\n整治闸坝\t≥18座\t15座\t80%\n",
        because: "rates by steps"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for index in facts.tables.indices {
      for place in facts.tables[index].parts.indices where facts.tables[index].parts[place].has(.achieved) {
        let (table, part) = (facts.tables[index], facts.tables[index].parts[place])
        guard let rate = part.only(.executionRate), let target = part.only(.target), let achieved = part.only(.achieved)
        else { continue }
        let rows = part.body.compactMap { row -> Row? in
          guard let r = table.figure(row: row, column: rate), let t = table.figure(row: row, column: target),
            let a = table.figure(row: row, column: achieved)
          else { return nil }
          return Self.row(r, t, a, part.powers(of: facts[r]), facts, evaluator)
        }
        relations += Self.relations(rows, evaluator)
      }
    }
  }
}

extension CompletionRateRule {
  private struct Row {
    var figures: [FigureID]
    var claim: Claim
    var holds: Bool
    /// Whether it shows how rates are computed: target and achievement differ.
    var isTelling: Bool
    /// Figures of which a change would not be told: more than the target may be called 100 %.
    var premises: [FigureID]
  }

  /// Other rows that must show how rates are computed.
  private static let fewest = 3

  private static func row(
    _ rate: FigureID, _ target: FigureID, _ achieved: FigureID, _ powers: [Int], _ facts: Facts, _ evaluator: Evaluator
  ) -> Row? {
    let (asked, got) = (facts[target].quantity, facts[achieved].quantity)
    guard powers.count == 1, let power = powers.first, facts.areAlike(target, achieved), facts[target].readable,
      asked.qualifier == .exact || asked.qualifier == .atLeast, got.qualifier == .exact, !asked.digits.isZero,
      facts[rate].quantity.qualifier == .exact
    else { return nil }
    let full = Decimal(1, exponent: power)
    if got.value.order(asked.value) > 0, facts[rate].quantity.value.equals(full) { return nil }
    let claim = Claim.ratio(
      result: Operand(rate, .rate), numerator: [Term(1, Operand(achieved, .achieved, exact: got.digits.exponent >= 0))],
      denominator: [Term(1, Operand(target, .target, exact: true))], power: power)
    let verdict = evaluator.verdict(of: claim)
    if verdict.rank == Verdict.contestedRank { return nil }
    let holds = verdict.rank > Verdict.contestedRank
    let order = facts[rate].quantity.value.order(full)
    return Row(
      figures: [rate, achieved, target], claim: claim, holds: holds, isTelling: holds && !got.value.equals(asked.value),
      premises: order < 0 ? [] : order == 0 ? [achieved, target] : [rate, achieved, target])
  }

  private static func relations(_ rows: [Row], _ evaluator: Evaluator) -> [Relation] {
    let telling = rows.count(where: \.isTelling)
    let fails = rows.count { !$0.holds }
    guard telling >= fewest, fails <= 1 else { return [] }
    var trial = SlipTrial(evaluator)
    return rows.compactMap { row in
      guard telling - (row.isTelling ? 1 : 0) >= fewest, fails == (row.holds ? 0 : 1) else { return nil }
      if !row.holds, !trial.explains([row.claim], by: row.figures) { return nil }
      var relation = Relation(rule: description.id, kind: .executionRate, force: .explain, readings: [row.claim])
      relation.premises = row.premises
      return relation
    }
  }
}
