// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct ChangeRateRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.change-rate",
    summary: Bilingual(zh: "增减率等于增减额除以上年数", en: "a rate of change is the change divided by the base"),
    rationale: Bilingual(
      zh: "增减率常误用本年数作分母，或沿用上一稿的数字。上年数未写出时，可由本年数与增减额还原。",
      en: """
        Rates of change are often taken of this year's amount, or left over from a draft. Where the base is not printed
        it follows from amount and change.
        """),
    limitations: Bilingual(
      zh: "可比口径、同口径、不变价的增速不核对；只有增速而无增减额和上年数时不核对。",
      en: "Real and like-for-like growth is left alone, and so is a rate without change and base."),
    claims: ["rate = delta ÷ base", "rate = delta ÷ (amount ∓ delta)", "rate = (amount − base) ÷ base"],
    examples: [
      .triggers(
        "信息系统运维费264.50万元，较2023年减少35.50万元，下降⟦13.4⟧%。",
        because: "35.50 ÷ (264.50 + 35.50) is 11.8 %; 13.4 % takes this year's amount as base"),
      .triggers(
        "2024年部门预算为5,318万元，较2023年的6,042万元减少724万元，减少⟦21⟧%。", because: "724 ÷ 6,042 is 12 %"),
      .triggers(
        "2023年度收、支总计均为5,864.20万元。与上年度相比，收、支总计各减少412.66万元，下降⟦7.04⟧%。",
        because: "412.66 ÷ (5,864.20 + 412.66) is 6.57 %; the subject is named again in the next sentence"),
      .triggers(
        "临港街道办事处2025年度收入支出总计16,482.35万元。与2024年度相比，收入支出总计增加203.18万元，增长⟦2.15⟧%。",
        because:
          "203.18 ÷ (16,482.35 − 203.18) is 1.25 %; the first sentence names the subject behind whose it is and the year"
      ),
      .passes(
        "一般公共预算财政拨款支出8,216.40万元。与2024年度相比，财政拨款支出增加318.25万元，增长3.02%。",
        because: "another subject, whose amount is not printed"),
      .passes(
        "2024年部门预算为5,318万元，较2023年的6,042万元减少724万元，减少12%。", because: "724 ÷ 6,042 = 11.98 %"),
      .passes(
        "2023年运转经费预算26万元，2022年预算44.8万元；对比减少18.8万元，减少率41.96%。",
        because: "of the two years the later one is what fell, by 18.8 of 44.8"),
      .passes(
        "受理量从32件降为18件，下降43.8%。", because: "降为 names the new value"),
      .passes(
        "接待费支出3.16万元，较上年3.20减少0.04万元，减少1.25%。", because: "a base that is printed without its unit"),
      .passes(
        "收支总预算3,816.40万元，含培训中心经费260万元，招待所经费418.25万元；比上年预算增加621.50万元，增长19.45%。",
        because: "after the semicolon it is the whole budget that grew"),
      .passes(
        "2022年基本支出1,860.40万元。与上年相比，2023年基本支出减少120.60万元，下降5.9%。",
        because: "the amount is that of another year than the change"),
      .passes(
        "预算执行率为95.2%，较上年的93.1%提高2.1%。", because: "percentage points that are not called so: 95.2 − 93.1"),
      .triggers(
        "关于芦川县2025年预算执行情况和2026年预算草案的报告\n\n一、2025年预算执行情况\n\n全县一般公共预算收入完成18.62亿元，为预算的101.2%。\n\n二、2026年预算草案\n\n全县一般公共预算收入安排19.74亿元，比上年执行数增长⟦5.0⟧%。\n",
        because: "19.74 is 6.0 % above the 18.62 that the first section prints"),
      .passes(
        "关于芦川县2025年预算执行情况和2026年预算草案的报告\n\n一、2025年预算执行情况\n\n全县一般公共预算收入完成18.62亿元，为预算的101.2%。县本级一般公共预算收入完成11.30亿元，为预算的100.4%。\n\n二、2026年预算草案\n\n全县一般公共预算收入安排19.74亿元，同口径增长5.0%。县本级一般公共预算收入安排12.43亿元，比上年预算增长9.2%。\n",
        because: "like-for-like growth, and growth against a budget that is not printed"),
      .passes(
        "社会消费品零售总额86.40亿元，增长4.8%，增速比全省平均水平高0.6个百分点；累计接待游客312万人次，增长12.5%。",
        because: "no base is printed for any of these rates, and the third is of another subject"),
      .passes(
        "一般公共预算收入（同口径）完成30,252万元，同比增长14.4%，增收4,368万元。",
        because: "the rate is like for like, the increase is not"),
      .passes(
        "1-6月份一般公共预算收入完成62,318万元，占年初预算数110,542万元的56.4%，同比增长10.6%，增收5,972万元。",
        because: "5,972 ÷ (62,318 − 5,972) = 10.6 %; the budget is not what grew"),
      .passes(
        "指标\t2024年\t2023年\t增长（%）\n地区生产总值\t1284.6\t1215.4\t4.9\n财政收入\t96.35\t91.20\t5.6\n税收收入\t71.48\t68.02\t5.1\n住户存款\t842.17\t790.55\t6.5\n",
        because: "growth at constant prices in one row, of the printed figures in the others"),
      .passes(
        "一般公共预算收入由286,000万元调整为324,000万元，调增38,000万元，增长11.4%。税收收入调整为205,000万元，调减14,000万元，下降3.1%。",
        because: "the budget was adjusted, the growth is that against last year"),
      .passes("全县可用财力由38.6亿元调整为41.2亿元，增长4.9%。", because: "the growth may be that against last year"),
      .triggers("全县可用财力由38.6亿元调整为41.2亿元，增加2.6亿元，增长⟦7.6⟧%。", because: "2.6 ÷ 38.6 is 6.7 %"),
      .passes("园区税收由3.20亿元增加到8.00亿元，企业户数增长25.6%，从业人员增加1,264人。", because: "the rate is of the firms"),
      .passes("全年粮食产量58.6万吨，比上年增产1.2万吨，增长2.1%。", because: "the verb says that 1.2 is the change, not the base"),
      .triggers("信息系统运维费264.50万元，较2023年减少了35.50万元，下降了⟦13.4⟧%。", because: "35.50 ÷ (264.50 + 35.50) is 11.8 %"),
      .passes("外贸进出口86.4亿元，同比少2.6亿元，下降2.9%。", because: "2.6 is how much less it was"),
      .passes(
        "“三公”经费决算18.60万元，完成预算的84.55%，比预算少3.40万元；比2023年少1.20万元，下降6.06%。",
        because: "1.20 ÷ (18.60 + 1.20); 3.40 is what was left of the budget"),
      .passes(
        "项目支出决算1,255.93万元，比2023年决算数多65.20万元，增长5.5%。", because: "65.20 is how much more it was, not last year's amount"),
      .triggers(
        "全年粮食产量58.6万吨，比上年增产1.2万吨，增长⟦3.1⟧%。", because: "1.2 ÷ (58.6 − 1.2) is 2.1 %"),
      .passes("全县生产总值由上年的186.3亿元增加到197.2亿元，增长5.1%。", because: "volumes grow at constant prices without a word"),
      .passes("建筑业总产值86.4亿元，比上年的81.2亿元增长5.8%。", because: "volumes grow at constant prices without a word"),
      .passes(
        "全县扶贫项目支出增加520.37万元，达到790.58万元，增长192.58%；开工项目增加17个，达到28个，增长154.5%。",
        because: "520.37 ÷ (790.58 − 520.37), 17 ÷ 11"),
      .triggers(
        "全县扶贫项目支出增加520.37万元，达到790.58万元，增长⟦65.82⟧%。", because: "520.37 ÷ 790.58 is 65.82 %: the base is 270.21"),
      .passes(
        "全县收入比年初预算增加2.10亿元，达到54.10亿元，增长7.3%。", because: "it grew against last year, not against the budget"),
      .passes(
        "全县存款余额比年初增加52.00亿元，达到540.00亿元，同比增长12.4%。", because: "the year to the month is not the year to date"),
      .passes(
        "全县生产总值比上年增加12.60亿元，达到186.30亿元，增长5.1%。", because: "volumes grow at constant prices without a word"),
      .passes(
        "2025年安排139.50万元。与上年预算150.00万元相比，共减少10.50万元，下降7.00%。",
        because: "150.00 is what it is compared with: 10.50 ÷ 150.00"),
      .passes(
        "与2023年的45.20亿元、2022年的40.10亿元相比，分别增加6.90亿元、12.00亿元，增长15.3%、29.9%。",
        because: "two bases are compared with, each with its own change"),
      .passes(
        "全县人口13.73万人。同2010年的13.39万人相比，五年共增加0.34万人，增长2.54%。", because: "0.34 ÷ 13.39"),
      .triggers(
        "2025年安排139.50万元。与上年预算150.00万元相比，共减少10.50万元，下降⟦7.53⟧%。", because: "10.50 ÷ 150.00 is 7.00 %"),
      .passes(
        "集团利润12.60万元。与营业收入150.00万元相比，成本费用增加10.50万元，增长9.10%。", because: "what grew is not what it is compared with"),
      .passes(
        "地区生产总值1,284.6亿元，按可比价格计算，比上年增加61.2亿元，增长5.8%。", because: "growth at constant prices"),
      .passes(
        "全年争取债券16.815亿元，其中一般债券0.5亿元、专项债券16.315亿元，比上年增加额度0.315亿元，增长1.9%。",
        because: "0.315 is what was added: 0.315 ÷ 16.5"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.change) { claim(statement, facts, &relations) }
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices {
        ColumnRates.claim(Self.description.id, .changeRate, .growth, ofPart: part, in: table, facts, &relations)
      }
    }
  }
}

extension ChangeRateRule {
  private func claim(_ statement: Statement, _ facts: Facts, _ relations: inout [Relation]) {
    guard let rate = statement.rate.first, facts[rate].quantity.unit.dimension != .multiple else { return }
    var relation = Relation(rule: Self.description.id, kind: .changeRate, readings: [], concerned: [rate])
    relation.isGuess = statement.isGuess
    if statement.isRealGrowth {
      relation.notCheckable = .realGrowth
    } else {
      relation.readings = readings(statement, rate, facts)
      if relation.readings.isEmpty { relation.notCheckable = .missingOperand }
      relation.practice = statement.practice
      if statement.isBasePremise { relation.premises = Array(statement.base) }
      // A base that the sentence does not print must be explained rather than mended.
      if statement.practice != nil { relation.force = .explain }
    }
    relations.append(relation)
  }

  /// A change of a rate printed with a percent sign: of the rate itself, or in percentage points that were not called
  /// so.
  private func rateReadings(_ statement: Statement, _ base: FigureID, _ result: Operand, _ sign: Int) -> [Claim] {
    statement.amount.filter { $0 != base }.flatMap { amount -> [Claim] in
      let change = [Term(sign, Operand(amount, .amount)), Term(-sign, Operand(base, .base))]
      return [
        .ratio(result: result, numerator: change, denominator: [Term(1, Operand(base, .base))], power: 2),
        .linear([Term(-1, result)] + change),
      ]
    }
  }

  private func readings(_ statement: Statement, _ rate: FigureID, _ facts: Facts) -> [Claim] {
    let result = Operand(rate, .rate)
    let isDown = statement.direction == .down
    if let base = statement.base.first {
      let denominator = [Term(1, Operand(base, .base))]
      if let delta = statement.delta.first {
        return [
          .ratio(result: result, numerator: [Term(1, Operand(delta, .delta))], denominator: denominator, power: 2)
        ]
      }
      let sign = isDown ? -1 : 1
      if facts[base].quantity.unit.dimension == .percent { return rateReadings(statement, base, result, sign) }
      return statement.amount.filter { $0 != base }.map {
        .ratio(
          result: result, numerator: [Term(sign, Operand($0, .amount)), Term(-sign, Operand(base, .base))],
          denominator: denominator, power: 2)
      }
    }
    guard let delta = statement.delta.first else { return [] }
    // What grew by more than it is now was not there before: another amount is meant.
    let possible = statement.amount.filter { isDown || facts[$0].quantity.value.order(facts[delta].quantity.value) > 0 }
    return possible.map { amount in
      .ratio(
        result: result, numerator: [Term(1, Operand(delta, .delta))],
        denominator: [Term(1, Operand(amount, .amount)), Term(isDown ? 1 : -1, Operand(delta, .delta))], power: 2)
    }
  }
}
