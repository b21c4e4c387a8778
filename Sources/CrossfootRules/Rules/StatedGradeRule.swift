// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct StatedGradeRule: Rule {
  static let description = RuleDescription(
    id: "score.stated-grade",
    summary: Bilingual(zh: "文中写的等级与得分相符", en: "a grade in running text fits the score beside it"),
    rationale: Bilingual(
      zh: "等级由得分决定：优90分以上，良80至89分，中60至79分，差60分以下。得分改了等级没改，结论就错了。",
      en:
        "The grade follows from the score: 优 from 90, 良 from 80, 中 from 60, 差 below. A grade left from a draft turns the verdict around."
    ),
    limitations: Bilingual(
      zh: "只看同一句中写出的得分和等级；按通行的百分制分档，满分不是100分的不看。地方另有分档的应予说明。",
      en:
        "Only a score and a grade in one sentence, by the common bands of a scale of 100. Local bands differ, so this asks for an explanation."
    ),
    claims: ["least score of the grade ≤ score < least score of the next better grade"],
    examples: [
      .triggers("经自评，本项目综合得分⟦86.5⟧分，评价等级为“优”。", because: "86.5 is 良"),
      .triggers("自评总分为⟦93⟧分（满分100分），自评等级为良。", because: "93 is 优"),
      .passes("经自评，本项目综合得分96.5分，评价等级为“优”。", because: "96.5 is 优"),
      .passes("评价结果分为四档：得分90分以上等级为优，80分以上为良。", because: "the bands, not a score"),
      .passes("项目完成率得分8.5分，评价等级为“优”，满分10分。", because: "another full score"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.grade) {
      guard let score = statement.amount.first, let mark = statement.mark, facts.marks.indices.contains(mark),
        case .grade(let rank) = facts.marks[mark].kind, let claim = GradeBand.claim(rank, score)
      else { continue }
      relations.append(
        Relation(rule: Self.description.id, kind: .grade, force: .explain, readings: [claim], mark: mark))
    }
  }
}
