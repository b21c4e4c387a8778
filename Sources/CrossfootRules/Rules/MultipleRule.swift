// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct MultipleRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.multiple",
    summary: Bilingual(zh: "倍数等于两数之比", en: "a multiple is the quotient of its two amounts"),
    rationale: Bilingual(
      zh: "“增长1.5倍”是增加的部分为基数的1.5倍，“是基数的2.5倍”含基数在内，两者差一倍，最容易写混；“翻一番”是增长一倍。",
      en: """
        增长1.5倍 says that the increase is 1.5 times the base, 是…的2.5倍 counts the base in; the two differ by one and are
        often mixed up. 翻一番 is an increase by one time.
        """),
    limitations: Bilingual(
      zh: "两个数须写在同一句；基数只写年份而句中没有该年数字的不核对。“翻番”只核对界限：差不到5%不报告，一番按不足四倍、两番按不足八倍计。",
      en: """
        Both amounts must stand in the sentence; a base that is named by its year alone is looked for there only. 翻番 is
        held to bounds: a shortfall of less than 5 % is not told, nor is an amount below twice what the word says.
        """),
    claims: [
      "times (增长…倍) = (amount − base) ÷ base", "times (是…的…倍) = amount ÷ base",
      "amount ≥ 2 × base (翻一番), 4 × base (翻两番)",
    ],
    examples: [
      .triggers("园区税收由2019年的3.2亿元增加到2024年的8.0亿元，增长⟦2.5⟧倍。", because: "(8.0 − 3.2) ÷ 3.2 is 1.5; 8.0 is 2.5 times 3.2"),
      .triggers("2024年园区税收8.00亿元，是2019年3.20亿元的⟦3.5⟧倍。", because: "8.00 ÷ 3.20 is 2.5"),
      .triggers("园区税收由3.2亿元增加到8.0亿元，是原来的⟦1.5⟧倍。", because: "8.0 ÷ 3.2 is 2.5; it grew by 1.5 times"),
      .triggers("2019年园区税收3.20亿元，2024年达到8.00亿元，是2019年的⟦2.1⟧倍。", because: "8.00 ÷ 3.20 is 2.5"),
      .triggers("困难群众救助资金1,264万元，比上年增加948万元，增长⟦4⟧倍。", because: "948 ÷ (1,264 − 948) is 3"),
      .triggers("园区企业由⟦86⟧家增加到124家，翻了一番。", because: "twice 86 are 172"),
      .passes("园区税收由2019年的3.2亿元增加到2024年的8.0亿元，增长1.5倍。", because: "(8.0 − 3.2) ÷ 3.2 = 1.5"),
      .passes("园区税收由3.2亿元增加到8.0亿元，是原来的2.5倍，年均增长20.1%。", because: "8.0 ÷ 3.2 = 2.5"),
      .passes("2024年园区税收8.00亿元，是2019年3.20亿元的2.5倍。", because: "8.00 ÷ 3.20 = 2.5"),
      .passes(
        "园区企业由86家增加到175家，翻了一番多；产值由12.4亿元增加到24.5亿元，翻一番。",
        because: "175 is more than twice 86, and 24.5 nearly twice 12.4"),
      .passes("园区税收由3.2亿元增加到8.0亿元，增长近1.6倍。", because: "1.5 is at most one step below 1.6"),
      .passes("园区税收8.0亿元，是2010年的2.6倍；企业126家，是“十二五”末的3倍。", because: "neither base is printed"),
      .passes("园区税收由3.2亿元增加到8.0亿元，企业数增长2.5倍。", because: "the multiple is of another subject"),
      .passes(
        "2019年园区财政投入3.20亿元，2024年企业投资达到8.00亿元，是2019年的2.1倍。", because: "the amount of that year is of another name"),
      .passes("规上工业增加值由36.4亿元增加到61.2亿元，按不变价计算增长1.1倍。", because: "growth at constant prices"),
      .passes("地区生产总值由364亿元增加到612亿元，翻了一番。", because: "volumes grow at constant prices without a word"),
      .passes("新增贷款8.0亿元，实现2.5倍杠杆放大，融资担保放大倍数达到4.2倍。", because: "no base is named"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for statement in facts.statements(.multiple) {
      if statement.periods > 0 {
        Self.claimDoubling(statement, evaluator, &relations)
      } else {
        Self.claim(statement, isIncrease: false, &relations)
      }
    }
    for statement in facts.statements(.change) {
      guard let rate = statement.rate.first, facts[rate].quantity.unit.dimension == .multiple else { continue }
      Self.claim(statement, isIncrease: true, &relations)
    }
  }
}

extension MultipleRule {
  private static func claim(_ statement: Statement, isIncrease: Bool, _ relations: inout [Relation]) {
    guard let rate = statement.rate.first else { return }
    var relation = Relation(rule: description.id, kind: .multiple, readings: [], concerned: [rate])
    relation.isGuess = statement.isGuess
    // Writers who count the base in say 增长 as well: it must be explained.
    if isIncrease { relation.force = .explain }
    if statement.isRealGrowth {
      relation.notCheckable = .realGrowth
    } else if statement.practice == nil, !isIncrease || statement.direction == .up {
      relation.readings = statement.amount.compactMap { reading($0, statement, Operand(rate, .rate), isIncrease) }
    }
    if relation.readings.isEmpty, relation.notCheckable == nil { relation.notCheckable = .missingOperand }
    relations.append(relation)
  }

  private static func reading(_ amount: FigureID, _ statement: Statement, _ result: Operand, _ isIncrease: Bool)
    -> Claim?
  {
    let this = Operand(amount, .amount)
    guard let base = statement.base.first else {
      guard isIncrease, let delta = statement.delta.first else { return nil }
      let change = Term(1, Operand(delta, .delta))
      return .ratio(
        result: result, numerator: [change], denominator: [Term(1, this), Term(-1, change.operand)], power: 0)
    }
    if base == amount { return nil }
    let last = Operand(base, .base)
    let above = isIncrease ? [Term(1, this), Term(-1, last)] : [Term(1, this)]
    return .ratio(result: result, numerator: above, denominator: [Term(1, last)], power: 0)
  }

  /// Doubling is said of what is about twice as much: the amount may fall a little short, and be well above.
  private static func claimDoubling(_ statement: Statement, _ evaluator: Evaluator, _ relations: inout [Relation]) {
    guard let amount = statement.amount.first, let base = statement.base.first, statement.periods < 8,
      !statement.isRealGrowth
    else { return }
    let factor = 1 << statement.periods
    let (this, last) = (Operand(amount, .amount), Operand(base, .base))
    func claims(_ claim: Claim, unless lenient: Claim?) {
      var relation = Relation(rule: description.id, kind: .bound, force: .explain, readings: [claim])
      relation.isGuess = statement.isGuess
      if let lenient, evaluator.verdict(of: claim) == .contradicted, evaluator.verdict(of: lenient) != .contradicted {
        relation.notCheckable = .approximate
        relation.concerned = [amount, base]
      }
      relations.append(relation)
    }
    claims(
      .atMost(left: [Term(factor, last)], right: [Term(1, this)]),
      unless: .atMost(left: [Term(19 * factor, last)], right: [Term(20, this)]))
    claims(.atMost(left: [Term(1, this)], right: [Term(2 * factor, last)]), unless: nil)
  }
}
