// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct PlacedCrossFootingRule: Rule {
  static let description = RuleDescription(
    id: "cross-footing.places",
    summary: Bilingual(
      zh: "表头打散的一行数字，合计等于各分项之和", en: "in a row of figures under a scrambled header, the total is the sum of its parts"),
    rationale: Bilingual(
      zh: "“三公”经费表只有一行数字，抽取后表头散成数行，但各项名称的先后仍与栏次一致，合计与小计仍可逐项核对。",
      en: """
        A table of official travel, vehicles and receptions has one row of figures. Extraction scatters its header, but
        the order of the names is still that of the columns, so that the total and the subtotal can be added up.
        """),
    limitations: Bilingual(
      zh: "须各项名称齐全、数字个数与栏数相同；预算、决算两组数字同缺空栏时，须有一组各和俱合。合计与小计互为佐证：一个不符时另一个须相符，两个都不符时须同为小计一处有误。",
      en: """
        All names must be there and as many figures as columns; where blanks were dropped, or the names stand on several
        lines, both sums of budget or of actual must hold in one reading only. The total and the subtotal bear each other
        out: where one does not add up the other must, and where neither does the subtotal alone must explain both.
        """),
    claims: ["total = Σ parts", "subtotal = Σ parts"],
    examples: [
      .triggers(
        PlacedExamples.row("41.86 12.40 22.75 8.30 14.45 ⟦7.61⟧"),
        because: "12.40 + 22.75 + 6.71 is 41.86; two digits changed places"),
      .triggers(
        PlacedExamples.row("41.86 12.40 ⟦22.57⟧ 8.30 14.45 6.71"),
        because: "8.30 + 14.45 is 22.75, which the total needs as well"),
      .passes(PlacedExamples.row("41.86 12.40 22.75 8.30 14.45 6.71"), because: "both sums hold"),
      .passes(
        PlacedExamples.row("41.86 12.40 6.71 22.75 8.30 14.45", vehiclesLast: true),
        because: "the names stand in another order, and so do the figures"),
      .passes(
        PlacedExamples.row("41.86 12.40 6.71 22.75 8.30 14.45"),
        because:
          "neither sum holds, and no single figure explains both: the figures stand in another order than the names"),
      .triggers(
        PlacedExamples.pairs("28.60 ⟦21.35⟧ 25.40 19.15 25.40 19.15 3.20 2.70"),
        because:
          "blanks were dropped; the budget (25.40 + 3.20 = 28.60) shows which columns the pairs are: 19.15 + 2.70"),
      .passes(
        PlacedExamples.pairs("28.60 21.35 25.40 19.15 25.40 19.15 3.20 2.20"),
        because: "both sums hold, of the budget and of what was spent"),
      .passes(
        PlacedExamples.pairs("28.60 21.35 0.00 0.00 25.40 19.15 18.00 12.00 7.40 7.15 3.20 2.20"),
        because: "the group's name stands above the others; its columns are the third to the fifth pair"),
      .passes(
        PlacedExamples.pairs("28.60 21.35 25.40 19.15 18.20 19.15 3.20 2.70"),
        because: "neither series adds up in any reading: nothing says which columns the figures are of"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for (whole, divided) in facts.tables.lazy.flatMap(\.parts).flatMap(\.placedSums) {
      let claims = [claim(whole), claim(divided)]
      let holds = claims.map { evaluator.holds($0) }
      let isTelling = [whole, divided].map {
        (evaluator.printed(Operand($0.total, .total))?.digits.mantissa.magnitude ?? 0) >= 100
      }
      let isOneSlip = !holds[0] && !holds[1] && isExplained(by: divided.total, claims, evaluator)
      // A sum rests on the other one.
      for index in [0, 1] where isTelling[1 - index] && (holds[1 - index] || isOneSlip) {
        relations.append(Relation(rule: Self.description.id, kind: .crossFooting, readings: [claims[index]]))
      }
    }
  }
}

extension PlacedCrossFootingRule {
  private func claim(_ sum: PlacedSum) -> Claim {
    .linear([Term(-1, Operand(sum.total, .total))] + sum.parts.map { Term(1, Operand($0, .part)) })
  }

  /// Whether another value of one figure would make both sums hold.
  private func isExplained(by figure: FigureID, _ claims: [Claim], _ evaluator: Evaluator) -> Bool {
    let implied = claims.compactMap { claim -> Decimal? in
      guard case .linear(let terms) = claim, let term = terms.first(where: { $0.operand.figure == figure }),
        let excess = evaluator.total(terms)
      else { return nil }
      return evaluator.repaired(term, excess)?.implied
    }
    return implied.count == claims.count && implied[0].equals(implied[1])
  }
}

/// A table of official travel, vehicles and receptions whose header stands on two lines of text.
private enum PlacedExamples {
  static func row(_ figures: String, vehiclesLast: Bool = false) -> String {
    """
    财政拨款“三公”经费支出表
    单位：万元
    \(vehiclesLast ? "合计 因公出国（境）费 公务接待费 公务用车购置及运行维护费" : "合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费")
    小计 公务用车购置费 公务用车运行维护费
    1 2 3 4 5 6
    \(figures)

    """
  }

  /// Budget and actual in turns, the name of a group of columns on a line of its own.
  static func pairs(_ figures: String) -> String {
    """
    财政拨款“三公”经费支出决算表
    单位：万元
    公务用车购置及运行维护费
    合计 因公出国（境）费 公务接待费
    小计 公务用车购置费 公务用车运行维护费
    预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
    \(figures)

    """
  }
}
