// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ComposedRateRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.composed-rate",
    summary: Bilingual(
      zh: "总数的增减率、完成率与各分项的相符", en: "the rate of a total follows from the amounts and rates of its parts"),
    rationale: Bilingual(
      zh: "总数与全部分项各有金额和增减率时，分项的上年数之和应等于总数的上年数；总数的增减率不可能超出各分项的范围。",
      en: """
        Where a total and all its parts print amounts and rates, what the parts were before adds up to what the total
        was: a total cannot grow faster than each of its parts.
        """),
    limitations: Bilingual(
      zh: "只核对确知已列全且金额相加无误的分项；有一项按可比口径或同口径、没有比率、或比较的对象不同，就不核对。",
      en: """
        Only for parts that are known to be all there are and whose amounts add up; one part without a rate, with growth
        that is like for like, or compared with something else leaves it unchecked.
        """),
    claims: [
      "Σ amount ÷ (1 + rate) of the parts = that of the total",
      "Σ amount ÷ completion of the parts = that of the total",
    ],
    examples: [
      .triggers(
        "全县一般公共预算收入36.84亿元，增长⟦8.9⟧%。其中：税收收入24.12亿元，增长5.2%；非税收入12.72亿元，增长7.4%。",
        because: "36.84 ÷ (24.12 ÷ 1.052 + 12.72 ÷ 1.074) − 1 is 5.9 %, between the rates of the parts"),
      .triggers(
        "全县一般公共预算收入完成36.84亿元，为预算的⟦98.3⟧%，其中：税收收入24.12亿元，为预算的101.2%；非税收入12.72亿元，为预算的102.5%。",
        because: "both parts exceeded their budgets, so the total did"),
      .passes(
        "全县一般公共预算收入36.84亿元，增长5.9%。其中：税收收入24.12亿元，增长5.2%；非税收入12.72亿元，增长7.4%。",
        because: "the bases of the parts add up to that of the total"),
      .passes(
        "全县一般公共预算收入36.84亿元，增长8.9%。其中：税收收入24.12亿元，同口径增长5.2%；非税收入12.72亿元，增长7.4%。",
        because: "like-for-like growth of a part says nothing of its printed base"),
      .passes(
        "全县一般公共预算收入36.84亿元，增长8.9%。其中：增值税10.05亿元，增长5.2%；企业所得税4.31亿元，增长7.4%。",
        because: "the list leaves the other taxes and all non-tax income unnamed"),
      .passes(
        "全县一般公共预算收入36.84亿元，比上年预算增长8.9%。其中：税收收入24.12亿元，比上年执行数增长5.2%；非税收入12.72亿元，增长7.4%。",
        because: "the rates are taken of different figures of last year"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let lists = facts.statements(.list).filter { $0.lists.contains { $0.closure == .closed && !$0.isTentative } }
    if lists.isEmpty { return }
    let rates = RatedAmounts(facts)
    let evaluator = Evaluator(facts.figures)
    for statement in lists {
      guard let total = statement.amount.first,
        let list = statement.lists.first(where: { $0.closure == .closed && !$0.isTentative }),
        list.parts.allSatisfy({ $0.sign == 1 })
      else { continue }
      let figures = list.parts.map(\.figure)
      guard evaluator.isSum(total, of: figures) else { continue }
      for kind in [RelationKind.changeRate, .executionRate] {
        guard let claim = rates.claim(kind, total, figures) else { continue }
        // What the parts came to before is not printed: a report may have reason for another base.
        relations.append(Relation(rule: Self.description.id, kind: kind, force: .explain, readings: [claim]))
      }
    }
  }
}

extension Evaluator {
  /// Whether amounts add up to a total, in print or within rounding.
  fileprivate func isSum(_ total: FigureID, of parts: [FigureID]) -> Bool {
    verdict(of: .linear([Term(-1, Operand(total, .total))] + parts.map { Term(1, Operand($0, .part)) })).rank
      > Verdict.contestedRank
  }
}

/// The amounts of a report with the rates that are said of them alone.
private struct RatedAmounts {
  /// What is said of an amount: its rate, none where it did not change; where several things are said, nothing is
  /// known.
  private struct Said {
    var rate: FigureID?
    var sign: Int
    var compared: Stage
  }
  private var changes: [FigureID: Said?] = [:]
  private var completions: [FigureID: Said?] = [:]
  private let figures: [Figure]

  init(_ facts: Facts) {
    figures = facts.figures
    for statement in facts.statements where statement.isRightBehind && (statement.shape == .rate || !statement.isGuess)
    {
      guard let amount = statement.amount.first else { continue }
      if statement.shape == .change, statement.direction != .signed {
        Self.note(Self.said(statement), of: amount, in: &changes)
      } else if statement.shape == .rate, case .budget(let stage) = statement.rateBase {
        Self.note(Said(rate: statement.rate.first, sign: 1, compared: stage), of: amount, in: &completions)
      }
    }
  }

  /// The change of an amount; nil where no rate of it can be computed with.
  private static func said(_ statement: Statement) -> Said? {
    if statement.isRealGrowth || statement.rate.isEmpty && statement.direction != .flat { return nil }
    return Said(
      rate: statement.rate.first, sign: statement.direction == .down ? -1 : 1, compared: statement.comparedStage)
  }

  private static func note(_ said: Said?, of amount: FigureID, in known: inout [FigureID: Said?]) {
    if known[amount] == nil { known[amount] = .some(said) } else { known[amount] = .some(nil) }
  }

  /// The claim that the bases add up, if all rates are known and taken of the same thing.
  func claim(_ kind: RelationKind, _ total: FigureID, _ parts: [FigureID]) -> Claim? {
    guard let whole = rated(kind, total), whole.amount.rate != nil else { return nil }
    var rated: [RatedAmount] = []
    for part in parts {
      guard let found = self.rated(kind, part), found.compared == whole.compared else { return nil }
      rated.append(found.amount)
    }
    return .composed(whole: whole.amount, parts: rated, isBound: false)
  }

  private func rated(_ kind: RelationKind, _ figure: FigureID) -> (amount: RatedAmount, compared: Stage)? {
    guard let said = (kind == .changeRate ? changes : completions)[figure] ?? nil else { return nil }
    let isPercent = said.rate.map { figures[$0].quantity.unit.dimension == .percent } ?? true
    guard isPercent, !figures[figure].quantity.qualifier.isApproximate else { return nil }
    let rated = RatedAmount(
      Operand(figure, .amount), rate: said.rate.map { Operand($0, .rate) }, offset: kind == .changeRate ? 100 : 0,
      sign: said.sign)
    return (rated, said.compared)
  }
}
