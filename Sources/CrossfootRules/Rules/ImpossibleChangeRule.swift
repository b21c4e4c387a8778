// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ImpossibleChangeRule: Rule {
  static let description = RuleDescription(
    id: "bound.change",
    summary: Bilingual(
      zh: "增加额不大于本期数，降幅不超过100%", en: "an increase is at most the amount, and nothing falls by more than 100 %"),
    rationale: Bilingual(
      zh: "支出和数量不会是负数：增加额大于本期数，上期数就成了负数；下降超过100%，本期数就成了负数。",
      en:
        "Spending and counts are not negative: an increase larger than the amount makes last year's negative, a fall beyond 100 % this year's."
    ),
    limitations: Bilingual(
      zh: "写出了上期数的另按增减额核对；结余、差额、利润等可为负数的不看；主语不明时各种读法都不符才报告。",
      en: """
        Where the base is printed the change itself is checked. Balances and profits may be negative and are left alone.
        Where the subject is ambiguous every reading must fail.
        """),
    claims: ["increase ≤ amount", "fall ≤ 100 %"],
    examples: [
      .triggers("公务接待费支出0.50万元，比上年增加⟦1.20⟧万元。", because: "last year's would be −0.70"),
      .triggers("公务接待费支出0.50万元，比上年下降⟦120⟧%。", because: "this year's would be negative"),
      .passes("高新区政府性基金收入完成-258万元，同比下降106.5%。", because: "more was refunded than came in, as the amount says"),
      .passes("公务接待费支出1.20万元，比上年增加0.50万元，增长71.43%。", because: "0.70 before"),
      .passes("公务接待费支出1.20万元，比上年增加1.20万元。", because: "nothing before"),
      .passes("公务接待费支出0.50万元，主要原因是会议增多，增加1.20万元。", because: "nothing says what the increase is of"),
      .passes("年末结余0.50万元，比上年增加1.20万元。", because: "a balance may have been negative"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.change) where !statement.isRealGrowth && !statement.maySink {
      let reading: [Claim]
      switch statement.direction {
      case .up: reading = Self.increase(statement, facts)
      case .down: reading = Self.fall(statement, facts)
      case .flat, .signed: continue
      }
      if reading.isEmpty { continue }
      relations.append(Relation(rule: Self.description.id, kind: .impossible, force: .explain, readings: reading))
    }
  }

  /// `A，比上年增加D`: every amount that may be meant is at least the increase.
  private static func increase(_ statement: Statement, _ facts: Facts) -> [Claim] {
    guard statement.isCompared, statement.base.isEmpty, let delta = statement.delta.first, facts[delta].isPlainAmount
    else { return [] }
    let amounts = statement.amount.filter { $0 != delta }
    guard amounts.allSatisfy({ facts[$0].isPlainAmount }) else { return [] }
    return amounts.map { .atMost(left: [Term(1, Operand(delta, .delta))], right: [Term(1, Operand($0, .amount))]) }
  }

  private static func fall(_ statement: Statement, _ facts: Facts) -> [Claim] {
    guard let rate = statement.rate.first, facts[rate].quantity.unit.dimension == .percent,
      !statement.amount.contains(where: { facts[$0].quantity.digits.isNegative })
    else { return [] }
    return [.within(Operand(rate, .rate), least: Decimal(-1000), below: Decimal(1001, exponent: -1))]
  }
}

extension Figure {
  /// Whether a figure is a plain amount: readable, exact, not negative, no bound.
  fileprivate var isPlainAmount: Bool {
    readable && quantity.qualifier == .exact && !quantity.digits.isNegative
      && quantity.unit.dimension != .percentagePoint
      && quantity.unit.dimension != .percent
  }
}
