// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ComparisonRule: Rule {
  static let description = RuleDescription(
    id: "direction.comparison",
    summary: Bilingual(zh: "大于、小于、持平等说法与数字相符", en: "words that compare two figures agree with them"),
    rationale: Bilingual(
      zh: "“决算数大于预算数”常从上年文字沿用，而本年的数字已经相反；随后写的原因也就说反了。",
      en:
        "决算数大于预算数 is often kept from last year's text while the figures have turned, and the reason given is then the wrong way round."
    ),
    limitations: Bilingual(
      zh: "只用本段中此前写出的预算数、决算数和完成率；有几组时全部不符才报告。“基本持平”不核对。",
      en: """
        Uses only budgets, actuals and rates printed before in the same passage; of several all must disagree. 基本持平
        (nearly equal) is not held to anything.
        """),
    claims: [
      "actual > budget", "actual < budget", "actual = budget", "amount > base", "amount < base",
      "change and rate of change go one way",
    ],
    examples: [
      .triggers(
        "培训支出年初预算为26.50万元，支出决算为⟦21.30⟧万元，完成年初预算的80.38%。决算数大于年初预算数的主要原因是培训班次增加。",
        because: "21.30 is less than 26.50"),
      .triggers(
        "培训支出年初预算为26.50万元，支出决算为⟦28.30⟧万元，完成年初预算的106.79%，决算数与年初预算数持平。", because: "28.30 is more"),
      .triggers("培训支出⟦21.30⟧万元，较上年的26.50万元有所增加。", because: "21.30 is less than 26.50"),
      .triggers("2024年收入总计842.60万元，比上年增加⟦58.40⟧万元，下降7.45%。", because: "what was added cannot be a fall"),
      .passes("公用经费84.20万元，比上年减少5.80万元，下降6.44%；培训费12.60万元，比上年增加1.10万元，增长9.57%。", because: "one way each"),
      .passes("一般公共预算收入比上年减少1.20亿元，同口径增长2.6%。", because: "like for like it is another change"),
      .passes("税收收入比上年减少1.20亿元，占比提高2.6%。", because: "the share is another subject"),
      .passes("采购预算42.40亿元，比上年同期增加4.24亿元，实现节约率11.9%。", because: "what was saved is no change"),
      .passes(
        "培训支出年初预算为26.50万元，支出决算为21.30万元，完成年初预算的80.38%。决算数小于年初预算数的主要原因是班次减少。",
        because: "21.30 is less than 26.50"),
      .passes(
        "培训支出年初预算为26.50万元，支出决算为26.48万元，完成年初预算的99.92%，决算数与年初预算数基本持平。", because: "nearly equal"),
      .passes(
        "会议费年初预算为5.00万元，支出决算为4.00万元，完成年初预算的80%；培训费年初预算为6.00万元，支出决算为9.00万元，完成年初预算的150%。决算数小于预算数的主要原因是会议减少。",
        because: "true of one of the two"),
      .passes("设备购置235.6万元，人员培训144.6万元，尚余19.8万元，与到位的400.0万元一致。", because: "it is their sum that agrees"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.comparison) {
      var readings: [Claim] = []
      if let delta = statement.delta.first { readings.append(Self.opposed(delta, statement.direction)) }
      // Of several amounts the sum may be what is said to be as much.
      let isClear = statement.direction != .flat || statement.amount.count == 1
      for base in statement.base where isClear && statement.delta.isEmpty {
        readings += statement.amount.map { Self.claim($0, base, statement.direction) }
      }
      for index in statement.compared where facts.statements.indices.contains(index) {
        readings += Self.readings(facts.statements[index], statement.direction, facts)
      }
      if readings.isEmpty { continue }
      relations.append(
        Relation(
          rule: Self.description.id, kind: .direction, force: .explain, readings: readings.likeliest,
          mark: statement.mark))
    }
  }

  /// What a comparison says of the actual and the budget of a rate, or where no budget is printed of the rate itself.
  private static func readings(_ rate: Statement, _ direction: Direction, _ facts: Facts) -> [Claim] {
    let printed = rate.base.flatMap { base in
      rate.amount.filter { $0 != base && facts.areAlike($0, base) }.map { claim($0, base, direction) }
    }
    guard printed.isEmpty, let figure = rate.rate.first, facts[figure].quantity.unit.dimension == .percent else {
      return printed
    }
    let operand = Operand(figure, .rate)
    // A rate that prints as 100 may be a little more or less.
    switch direction {
    case .up: return [.within(operand, least: Decimal(100), below: nil)]
    case .down: return [.within(operand, least: .zero, below: Decimal(1001, exponent: -1))]
    default: return [.within(operand, least: Decimal(995, exponent: -1), below: Decimal(1005, exponent: -1))]
    }
  }

  /// A change whose rate is said to go the other way.
  private static func opposed(_ delta: FigureID, _ rate: Direction) -> Claim {
    .direction(rate, delta: [Term(rate == .down ? 1 : -1, Operand(delta, .delta))])
  }

  private static func claim(_ amount: FigureID, _ base: FigureID, _ direction: Direction) -> Claim {
    .direction(direction, delta: [Term(1, Operand(amount, .amount)), Term(-1, Operand(base, .base))])
  }
}
