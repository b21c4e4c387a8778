// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct ChangeAmountRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.change-amount",
    summary: Bilingual(zh: "增减额等于本年数减上年数", en: "a change is this amount less the base it is compared with"),
    rationale: Bilingual(
      zh: "“较上年的A减少B”同时给出了本年数、上年数和增减额，三者必有一等式。",
      en: "A sentence that prints this year, last year and the change claims an identity between the three."),
    limitations: Bilingual(
      zh: "句中未写出上年数时不核对增减额。主语不明时，各种读法都不符才报告。",
      en: "Needs the base in print. Where the subject is ambiguous every reading must fail."),
    claims: ["amount = base + delta", "amount = base − delta"],
    examples: [
      .triggers(
        "支出由年初预算247.84亿元调整至⟦269.40⟧亿元，调增21.65亿元。", because: "247.84 + 21.65 is 269.49"),
      .triggers(
        "2024年部门预算为5,318万元，较2023年的6,042万元减少⟦742⟧万元。", because: "6,042 − 5,318 is 724"),
      .triggers(
        "项目\t上年决算数\t本年决算数\t增减额\n办公费\t120.00\t⟦150.50⟧\t20.50\n印刷费\t80.00\t95.00\t15.00\n",
        because: "150.50 − 120.00 is 30.50; a wrong digit in the amount explains it"),
      .triggers(
        "全年预算执行率由91.4%提高到95.2%，提高⟦4.8⟧个百分点。", because: "95.2 − 91.4 is 3.8 percentage points"),
      .triggers("项目资金支付率为95.2%，较上年的91.4%提高⟦4.8⟧个百分点。", because: "95.2 − 91.4 is 3.8 percentage points"),
      .triggers(
        "区本级一般公共预算支出预算为75.28亿元，执行中根据上级补助进行了调整，调整后的支出预算为⟦78.62⟧亿元，比年初预算增加4.34亿元。",
        because: "78.62 − 75.28 is 3.34; the comparison names the budget that stands right before"),
      .passes(
        "区本级一般公共预算支出预算为75.28亿元，调整后的支出预算为78.62亿元，比上年预算增加4.34亿元。", because: "last year's budget is not printed"),
      .passes(
        "区本级年初预算75.28亿元，其中基本支出执行18.62亿元，比年初预算增加1.34亿元。", because: "the budget of basic expenditure is not printed"),
      .passes(
        "一般公共预算年初预算100.42亿元，实际完成105.50亿元，比年初预算增加5.08亿元；基金支出23.50亿元，比年初预算增加2.18亿元。",
        because: "the budget of the other fund is not printed"),
      .triggers(
        "2024年度项目支出年初预算为1,200.00万元，支出决算为1,255.93万元，完成年初预算的104.66%，决算数大于年初预算数⟦65.93⟧万元。",
        because: "1,255.93 − 1,200.00 is 55.93; the word names the budget, and the rate bears both out"),
      .passes(
        "2024年度项目支出年初预算为1,200.00万元，调整预算为1,248.60万元，支出决算为1,255.93万元，决算数大于年初预算数55.93万元。",
        because: "1,255.93 − 1,200.00 = 55.93"),
      .passes(
        "基本支出年初预算820.00万元，决算831.40万元；项目支出年初预算380.00万元，决算424.53万元，决算数大于年初预算数55.93万元。",
        because: "of both together; which budget is meant is not said"),
      .triggers(
        "2024年度项目支出年初预算为1,200.00万元，支出决算为1,255.93万元，完成年初预算的104.66%。决算数比年初预算数多⟦65.93⟧万元，主要是追加了经费。",
        because: "1,255.93 − 1,200.00 is 55.93"),
      .triggers(
        "公务接待费预算4.00万元，支出决算2.40万元，完成预算的60.00%，比预算少⟦1.80⟧万元。", because: "4.00 − 2.40 is 1.60"),
      .triggers(
        "2025年市本级总收入由年初预算134.41亿元调整为⟦134.77⟧亿元，调增0.63亿元。", because: "134.77 − 134.41 is 0.36"),
      .passes("项目资金支付率为95.2%，较上年的91.4%提高3.8个百分点，高于全市平均水平1.5个百分点。", because: "95.2 − 91.4 = 3.8"),
      .passes("2024年部门预算为5,318万元，较2023年的6,042万元减少724万元。", because: "6,042 − 5,318 = 724"),
      .passes(
        "单位：万元\n项目\t调整预算\t本月数\t本年合并数\t上年同期\t增减额\n税收收入\t86,800\t6,420\t87,668\t81,200\t6,468\n非税收入\t37,200\t3,440\t37,572\t36,400\t1,172\n",
        because: "the change is of a column that the headers do not tell, not of the budget: it fits in no row"),
      .passes(
        "2024年部门预算为5,318万元，较2023年减少700余万元。", because: "no base is printed, and the change is approximate"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.change) {
      guard let delta = statement.delta.first, let base = statement.base.first, !statement.isRealGrowth else {
        continue
      }
      // Of rates the difference is what was computed; of amounts each of the three may be what was.
      let isOfRates = facts[base].quantity.unit.dimension == .percent
      let readings = statement.amount.filter { $0 != base }.map {
        isOfRates
          ? Self.difference($0, base, delta, statement.direction) : Self.claim($0, base, delta, statement.direction)
      }
      guard !readings.isEmpty else { continue }
      var relation = Relation(rule: Self.description.id, kind: .changeAmount, readings: readings)
      relation.isGuess = statement.isGuess
      relations.append(relation)
    }
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices where facts.tables[table].parts[part].has(.changeAmount) {
        let claims = claims(part, of: table, in: facts)
        if !claims.isEmpty, Majority(claims, evaluator).isBorneOut { relations += claims }
      }
    }
  }
}

extension ChangeAmountRule {
  private func claims(_ part: Int, of table: Int, in facts: Facts) -> [Relation] {
    guard let columns = facts.tables[table].parts[part].changeColumns,
      let deltaColumn = facts.tables[table].parts[part].columns.only(.changeAmount)
    else { return [] }
    var relations: [Relation] = []
    for row in facts.tables[table].parts[part].body {
      guard let delta = facts.figure(row: row, column: deltaColumn, in: table),
        let amount = facts.figure(row: row, column: columns.amount, in: table),
        let base = facts.figure(row: row, column: columns.base, in: table)
      else { continue }
      relations.append(
        Relation(rule: Self.description.id, kind: .changeAmount, readings: [Self.claim(amount, base, delta, .signed)]))
    }
    return relations
  }

  private static func difference(_ amount: FigureID, _ base: FigureID, _ delta: FigureID, _ direction: Direction)
    -> Claim
  {
    let sign = direction == .down ? -1 : 1
    return .linear([
      Term(-1, Operand(delta, .delta)), Term(sign, Operand(amount, .amount)), Term(-sign, Operand(base, .base)),
    ])
  }

  private static func claim(_ amount: FigureID, _ base: FigureID, _ delta: FigureID, _ direction: Direction) -> Claim {
    .linear([
      Term(-1, Operand(amount, .amount)), Term(1, Operand(base, .base)),
      Term(direction == .down ? -1 : 1, Operand(delta, .delta)),
    ])
  }
}
