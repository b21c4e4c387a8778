// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ScoreGradeRule: Rule {
  static let description = RuleDescription(
    id: "score.grade",
    summary: Bilingual(zh: "评价等级与总分相符", en: "the grade of a score sheet fits its total score"),
    rationale: Bilingual(
      zh: "等级由总分决定：优90分以上，良80至89分，中60至79分，差60分以下。等级与总分不符，结论就错了。",
      en:
        "The grade follows from the total: 优 from 90, 良 from 80, 中 from 60, 差 below. A grade that does not fit turns the verdict around."
    ),
    limitations: Bilingual(
      zh: "按通行的百分制分档；地方另有规定的分档由配置给出前按通行分档核对，故为提示。",
      en: "Uses the common bands of a scale of 100. Local bands differ, so this asks for an explanation."),
    claims: ["least score of the grade ≤ total score < least score of the next better grade"],
    examples: [
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "⟦86⟧", ["10", "38", "28", "10"], grade: "优"),
        because: "86 is 良"),
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "⟦92⟧", ["10", "38", "28", "16"], grade: "良"),
        because: "92 is 优"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "96", ["10", "38", "28", "20"], grade: "优"),
        because: "96 is 优"),
      .passes(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "90", ["10", "38", "28", "14"], grade: "优"),
        because: "90 is the least score of 优"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      guard let total = sheet.totalScore, let weight = sheet.totalWeight, facts[weight].quantity.digits == Decimal(100),
        let model = facts.tables.first(where: { $0.table == sheet.table }), let grade = model.grade,
        let claim = GradeBand.claim(grade.rank, total)
      else { continue }
      var relation = Relation(rule: Self.description.id, kind: .grade, force: .explain, readings: [claim])
      relation.mark = model.marks[grade.row, grade.cell] >= 0 ? model.marks[grade.row, grade.cell] : nil
      relations.append(relation)
    }
  }
}
