// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ScoreProductRule: Rule {
  static let description = RuleDescription(
    id: "score.product",
    summary: Bilingual(
      zh: "按率计分的，得分等于分值乘以印出的执行率、完成率", en: "a score that follows from a rate is its weight times the printed rate"),
    rationale: Bilingual(
      zh: "执行率一栏的得分按公式计算：分值×执行率，最高为满分。不少指标表各项都照此计分。",
      en:
        "The points of the money line follow from a formula: weight × rate, at most the weight. Many tables score all indicators so."
    ),
    limitations: Bilingual(
      zh: """
        按印出的执行率计算，不按未舍入的执行率；执行率超过100%时得满分。指标表的得分也可能是评定的：除一行外各行都合公式、\
        其中至少三行完成率不是100%，且不合的一行一位数字写错可以解释时，才报告。
        """,
      en: """
        Takes the rate as printed, not unrounded; above 100 % the full weight is due. Scores of indicators may be
        judged: a table of them must follow the formula in all rows but one, in three of them with a rate other than 100
        %, and only a slip of a digit is told.
        """),
    claims: ["score = weight × rate", "score = weight"],
    examples: [
      .triggers(
        ScoreExamples.sheet(
          weights: "100", ["10", "40", "30", "20"], scores: "99.20", ["⟦9.20⟧", "40", "30", "20"], rate: "100.00"),
        because: "10 × 100 % is 10"),
      .triggers(
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n\t年度资金总额\t80.00\t80.00\t68.80\t10\t0.86\t⟦6.80⟧\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析\n产出\t数量\t培训场次\t≥12场\t12场\t50\t50\t已完成\n产出\t质量\t合格率\t≥95%\t96%\t40\t40\t已完成\n总分\t\t\t\t\t100\t\t\n",
        because: "10 × 0.86 is 8.60"),
      .passes(
        ScoreExamples.sheet(weights: "100", ["10", "40", "30", "20"], scores: "100", ["10.00", "40", "30", "20"]),
        because: "10 × 100 % = 10"),
      .passes(
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n\t年度资金总额\t93.00\t93.00\t90.00\t10\t0.97\t9.70\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析\n产出\t数量\t培训场次\t≥12场\t12场\t50\t50\t已完成\n产出\t质量\t合格率\t≥95%\t96%\t40\t40\t已完成\n总分\t\t\t\t\t100\t99.70\t\n",
        because: "10 × the printed 0.97, not 10 × 0.9677"),
      .triggers(
        "指标名称\t分值\t完成率\t得分\n清淤河道长度\t15\t92.4%\t13.86\n修复护岸长度\t20\t86.5%\t17.30\n设备完好率\t10\t100.0%\t10.00\n巡查次数\t25\t97.6%\t⟦22.40⟧\n补植绿化面积\t30\t74.8%\t22.44\n",
        because: "25 × 97.6 % is 24.40"),
      .passes(
        "指标名称\t分值\t完成率\t得分\n清淤河道长度\t10\t92.4%\t9.24\n修复护岸长度\t20\t86.5%\t17.30\n设备完好率\t10\t100.0%\t10.00\n巡查次数\t20\t97.6%\t19.52\n问题整改率\t10\t58%\t0\n",
        because: "below some step nothing is given"),
      .passes(
        "指标名称\t分值\t完成率\t得分\n清淤河道长度\t10\t92.4%\t9.24\n修复护岸长度\t20\t86.5%\t17.30\n设备完好率\t10\t100.0%\t10.00\n巡查次数\t20\t97.6%\t19.52\n问题整改率\t10\t80%\t6\n",
        because: "three fifths, as for a step"),
      .passes(
        "指标名称\t分值\t完成率\t得分\n清淤河道长度\t15\t92.4%\t13.86\n修复护岸长度\t20\t100.0%\t20.00\n设备完好率\t10\t100.0%\t10.00\n巡查次数\t25\t97.6%\t25.00\n补植绿化面积\t30\t74.8%\t15.00\n",
        because: "points are given by steps"),
      .passes(
        "指标名称\t分值\t完成率\t得分\n清淤河道长度\t15\t92.4%\t13.86\n修复护岸长度\t20\t86.5%\t17.30\n设备完好率\t10\t100.0%\t10.00\n巡查次数\t25\t97.6%\t24.40\n补植绿化面积\t30\t58.2%\t0.00\n",
        because: "below sixty percent nothing is given, which no slip explains"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for sheet in facts.scoreSheets {
      guard let money = sheet.money, let rate = money.rate else { continue }
      let isPercent = facts[rate].quantity.unit.dimension == .percent || sheet.rateScale == 100
      let powers = isPercent ? [-2] : sheet.rateScale == 1 ? [0] : [0, -2]
      let weight = Operand(money.weight, .weight, exact: true)
      var readings: [Claim] = powers.map {
        .product(result: Operand(money.score, .score), weight, Operand(rate, .rate, exact: true), power: $0)
      }
      if facts[rate].exceedsFull(percent: isPercent) {
        readings.append(.equal([Operand(money.score, .score, exact: true), weight]))
      }
      relations.append(Relation(rule: Self.description.id, kind: .scoreProduct, readings: readings))
    }
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices where RatedScores.mayHold(part, of: table, in: facts) {
        relations += RatedScores(part, of: table, in: facts, evaluator).relations(Self.description.id)
      }
    }
  }
}

extension Figure {
  /// Whether a rate is above 100 %.
  fileprivate func exceedsFull(percent: Bool) -> Bool { quantity.digits.exceeds(percent ? 100 : 1) }
}
