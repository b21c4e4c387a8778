// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct ExecutionRateRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.execution-rate",
    summary: Bilingual(
      zh: "执行率、完成率等于执行数除以预算数", en: "a rate of execution is actual divided by budget"),
    rationale: Bilingual(
      zh: "执行率是读者最先看的数。分母用错（年初预算、调整预算）或小数点移位，都会使结论相反。",
      en: """
        The rate of execution is what readers look at first. A wrong denominator (initial for adjusted budget) or a
        moved point turns the conclusion around.
        """),
    limitations: Bilingual(
      zh: "只用本句、本段或本行给出的执行数和预算数；预算数未给出时不核对，除非总数的预算与决算同见于文字和表格，而表中有该项的预算数。预算有几种口径时，全部不符才报告。",
      en: """
        Uses only operands of the rate's own sentence, passage or row; where no budget is printed nothing is checked,
        unless the text repeats the budget and the amount of the whole from a table that prints the part's budget too.
        Where several budgets are printed, all must disagree.
        """),
    claims: ["rate = actual ÷ budget"],
    examples: [
      .triggers(
        "市级支出预算数1093.65亿元，减去短收77.62亿元，全年支出预算调整为1016.03亿元。实际支出963.36亿元，下降3.2%，完成调整预算的⟦98.4⟧%。",
        because: "963.36 of 1016.03 is 94.8 %: the sentence before ends in the budget"),
      .passes(
        "全市支出预算调整为1016.03亿元。市级实际支出463.36亿元，完成调整预算的94.8%。", because: "the budget may be that of another level"),
      .triggers(
        "全年预算数为2,400万元，全年实际支出1,860万元，预算执行率为⟦75.7⟧%。",
        because: "1,860 ÷ 2,400 is 77.5 %"),
      .triggers(
        "项目\t年初预算数\t全年预算数\t全年执行数\t执行率\n道路养护\t300.00\t320.00\t240.00\t⟦57.00⟧%\n桥梁检测\t200.00\t210.00\t199.50\t95.00%\n",
        because: "240 ÷ 320 is 75 %"),
      .triggers(
        "年初预算4,800万元，调整预算数6,000万元，实际支出5,640万元，完成调整预算的⟦117.5⟧%。",
        because: "5,640 ÷ 6,000 is 94 %; 117.5 % is of the initial budget"),
      .triggers(
        "市人大批准的2025年一般公共预算收入为53.03亿元，实际完成53.68亿元，为年初预算的⟦110.2⟧%，比上年增加3.64亿元，增长7.3%。",
        because:
          "53.68 ÷ 53.03 is 101.2 %: what was carried out has no name of its own, so the amount before it is its plan"),
      .triggers(
        "单位现有设备6,440台，实际在用5,152台，设备利用率⟦88⟧%。", because: "5,152 ÷ 6,440 is 80 %"),
      .passes(
        "2024年项目支出决算1,255.93万元，比年初预算数多55.93万元，完成年初预算的104.66%。",
        because: "the budget is not printed, only by how much it was exceeded"),
      .triggers(
        "全年引进省外资金219.22亿元，完成年度目标任务589亿元的⟦32.77⟧%，同比增长8.1%。", because: "219.22 ÷ 589 is 37.22 %"),
      .passes(
        "全年新开工项目78个，完成下达任务数132个的59.09%；其中亿元项目63个，完成任务数81个的77.78%。",
        because: "each target stands before its rate"),
      .passes(
        "全县收入预算100.00亿元、支出预算150.00亿元，实际完成110.00亿元、141.00亿元，分别完成预算的110%、94%。",
        because: "each rate is of one of the amounts, in order"),
      .passes("2024年项目收入决算1,255.93万元，超年初预算55.93万元，完成年初预算的104.66%。", because: "the budget is not printed"),
      .passes(
        "全年下达专项资金120.50亿元，实际完成96.40亿元，为预算的91.3%。",
        because: "what was handed down is no budget; the budget is not printed"),
      .passes(
        "一般公共预算收入调整为55.05亿元，实际完成54.65亿元，为年初预算的69.6%。",
        because: "the rate is of the initial budget, which is not printed"),
      .passes(
        "年初预算5,120万元，年中调整后预算数6,400万元，全年实际支出5,888万元，预算执行率为92%。",
        because: "the rate is of the adjusted budget: 5,888 ÷ 6,400"),
      .passes(
        "接待费年初预算为60.00万元，支出决算为45.00万元，完成年初预算的75%，其中：国内接待支出决算18.00万元，完成预算的60%；外事接待支出决算27.00万元，完成预算的90%。",
        because: "the parts have budgets of their own, which are not printed"),
      .passes(
        "全市一般公共预算总收入357.53亿元；一般公共预算支出300.45亿元，下降0.6%，完成预算的103.5%，年终结转5.48亿元。",
        because: "the total income of a fund that is called a budget is none"),
      .passes(
        "政府性基金预算收入合计62.40亿元，支出48.15亿元，完成预算的96.3%。", because: "nor is it by another word for the total"),
      .passes("基金收入预算62.40亿元，实际支出48.15亿元，完成预算的96.3%。", because: "what was to be earned is no budget of what was spent"),
      .passes(
        "大会批准的收入预算为35.50亿元，经批准调整为36.80亿元，实际收入37.78亿元，比上年增加5.74亿元，完成调整预算的102.67%。",
        because: "37.78 ÷ 36.80; what the year brought more is nobody's amount"),
      .passes("编制床位800张，实际开放床位760张，床位使用率88.6%。", because: "nothing says how many beds were in use"),
      .passes(
        "安排项目86个，涉及资金4.26亿元，实际实施84个，实际支出4.02亿元，支出率94.37%。",
        because: "the rate is of the money, not of the projects"),
      .passes(
        "车辆运行维护费支出12.40万元，比预算数节约1.60万元，完成预算的88.57%。", because: "1.60 is no budget but what was saved of it"),
      .passes(
        "全市一般公共预算收入完成31.46亿元，为预算的98.7%，增长4.2%。",
        because: "the budget is not printed, so there is nothing to compute from"),
      .triggers(
        "年初全县支出合计41.38亿元，执行中因上级补助增加，支出预算调整为55.99亿元，实际完成54.83亿元，为调整预算的⟦79.9⟧%。",
        because: "54.83 ÷ 55.99 is 97.9 %; what has no name of its own was carried out of the budget right before it"),
      .passes(
        "年初全县支出合计41.38亿元，执行中因上级补助增加，支出预算调整为55.99亿元，实际完成54.83亿元，为调整预算的97.9%。", because: "54.83 ÷ 55.99"),
      .triggers(
        """
        全市支出预算调整为157.10亿元。一般公共预算支出实际完成151.25亿元，下降3.2%，完成调整预算的96.3%。
        市级支出预算调整为101.60亿元。一般公共预算支出实际完成96.34亿元，下降3.1%，完成调整预算的94.8%。
        开发区支出预算调整为20.90亿元。一般公共预算支出实际完成17.36亿元，增长2.5%，完成调整预算的83.1%。
        新区支出预算调整为88.65亿元。一般公共预算支出实际完成82.82亿元，下降1.3%，完成调整预算的⟦39.4⟧%。
        """, because: "82.82 ÷ 88.65 is 93.4 %; the other rates are of the budget that the sentence before prints"),
      .triggers(
        "社会保险基金收入预算43.12亿元（其中：开发区0.79亿元），实际完成57.80亿元（其中：开发区1.27亿元），为预算的⟦143⟧%，增长27.1%。",
        because: "57.80 ÷ 43.12 is 134 %; each bracket says what the amount before it holds"),
      .passes(
        "市本级支出预算调整为157.10亿元。全市支出实际完成351.25亿元，完成调整预算的96.3%。", because: "the budget is that of another level"),
      .triggers(
        "一般公共预算收入193.0亿元，完成预算（286亿元）的⟦76.5⟧%，增长3.1%。", because: "193.0 ÷ 286 is 67.5 %"),
      .triggers(
        RateExamples.travel("⟦63.3⟧", of: "26.00 17.40 22.00 15.20 22.00 15.20 4.00 2.20"),
        because: "the text prints no budget of the vehicles, the table does: 15.20 of 22.00 is 69.1 %"),
      .passes(
        RateExamples.travel("69.1", of: "26.00 17.40 22.00 15.20 22.00 15.20 4.00 2.20"),
        because: "15.20 of 22.00, as the table prints it"),
      .passes(
        RateExamples.travel("63.3", of: "27.00 17.40 23.00 15.20 23.00 15.20 4.00 2.20"),
        because: "the table's budget is not the one of the text: it may be of another stage"),
      .passes(
        RateExamples.travel("63.3", of: "26.00 17.40 22.00 15.20 4.00 2.20"),
        because: "the figures of the table add up in no reading, so that nothing says which budget is of what"),
      .triggers(
        "项目\t年初预算数\t决算数\n支出合计\t3,120.00\t2,964.00\n教育支出\t1,840.00\t1,794.00\n卫生健康支出\t1,280.00\t1,170.00\n\n2024年支出年初预算为3,120.00万元，决算为2,964.00万元，完成年初预算的95.0%。其中：教育支出1,794.00万元，完成年初预算的⟦79.5⟧%。\n",
        because: "the row of the amount has the budget: 1,794 of 1,840 is 97.5 %"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for statement in facts.statements(.rate) where statement.rateBase != .whole {
      claim(statement, facts, &relations)
    }
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices {
        if facts.tables[table].parts[part].has(.executionRate), claim(part, table, facts, evaluator, &relations) {
          continue
        }
        ColumnRates.claim(Self.description.id, .executionRate, .quotient, ofPart: part, in: table, facts, &relations)
      }
    }
  }
}

extension ExecutionRateRule {
  private func claim(_ statement: Statement, _ facts: Facts, _ relations: inout [Relation]) {
    guard let rate = statement.rate.first else { return }
    var readings: [Claim] = []
    for actual in statement.amount {
      for base in statement.base where base != actual && facts.areAlike(actual, base) {
        readings.append(Self.claim(rate, actual, base, power: 2))
      }
    }
    var relation = Relation(
      rule: Self.description.id, kind: .executionRate, readings: readings.likeliest,
      notCheckable: readings.isEmpty ? .missingOperand : nil, concerned: [rate])
    relation.isGuess = statement.isGuess
    relation.practice = statement.practice
    if let actual = statement.amount.first {
      relation.wrongStages = statement.otherBases.filter { $0 != actual && facts.areAlike(actual, $0) }.map {
        Self.claim(rate, actual, $0, power: 2)
      }
    }
    relations.append(relation)
  }

  /// Claims the rates of a part whose columns are known by their headers. Returns whether they are.
  private func claim(
    _ part: Int, _ table: Int, _ facts: Facts, _ evaluator: Evaluator, _ relations: inout [Relation]
  ) -> Bool {
    let columns = facts.tables[table].parts[part].columns
    guard let rateColumn = columns.only(.executionRate) else { return false }
    let scale = facts.tables[table].parts[part].rateScale
    let actuals = columns.indices.filter { columns[$0] == .actual }
    var bases = columns.indices.filter { columns[$0] == .budget }
    if bases.isEmpty { bases = columns.indices.filter { columns[$0] == .initialBudget || columns[$0] == .amount } }
    guard actuals.count == 1, !bases.isEmpty else { return false }
    var claims: [Relation] = []
    for row in facts.tables[table].parts[part].body {
      guard let rate = facts.figure(row: row, column: rateColumn, in: table),
        let actual = facts.figure(row: row, column: actuals[0], in: table), isSpent(facts[actual])
      else { continue }
      let powers = facts[rate].powers(ofScale: scale)
      var readings: [Claim] = []
      for base in bases {
        guard let base = facts.figure(row: row, column: base, in: table), isSpent(facts[base]) else { continue }
        for power in powers { readings.append(Self.claim(rate, actual, base, power: power)) }
      }
      guard !readings.isEmpty else { continue }
      claims.append(Relation(rule: Self.description.id, kind: .executionRate, readings: readings.likeliest))
    }
    if Majority(claims, evaluator).isBorneOut { relations += claims }
    return true
  }

  /// Whether a figure may be what was planned or spent: a rate and a bound (≥ 95 %) are those of an indicator.
  private func isSpent(_ figure: Figure) -> Bool {
    figure.quantity.unit.dimension != .percent && figure.quantity.qualifier == .exact
  }

  private static func claim(_ rate: FigureID, _ actual: FigureID, _ base: FigureID, power: Int) -> Claim {
    .ratio(
      result: Operand(rate, .rate), numerator: [Term(1, Operand(actual, .actual))],
      denominator: [Term(1, Operand(base, .budget))], power: power)
  }
}

/// A table of official travel, vehicles and receptions, and the text that takes it up.
private enum RateExamples {
  static func travel(_ rate: String, of figures: String) -> String {
    """
    财政拨款“三公”经费支出决算表
    单位：万元
    合计 因公出国（境）费 公务用车购置及运行维护费 公务接待费
    小计 公务用车购置费 公务用车运行维护费
    预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数 预算数 决算数
    \(figures)

    “三公”经费支出预算为26.00万元，支出决算为17.40万元，完成预算的66.9%，其中：公务用车购置及运行维护费支出决算为15.20万元，完成预算的\(rate)%；公务接待费支出决算为2.20万元，完成预算的55.0%。

    """
  }
}
