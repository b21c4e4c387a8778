// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ShareRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.share",
    summary: Bilingual(zh: "占比等于部分除以总体", en: "a share is the part divided by the whole"),
    rationale: Bilingual(
      zh: "金额改动后占比未重算，或占比抄错行，是构成表的常见错误。",
      en: "Shares that were not computed anew, or copied from another row, are common in tables of composition."),
    limitations: Bilingual(
      zh: """
        表格以占比为100%的行为合计，至少三行印证才核对；各行占比强行凑成100%的尾差不报告。文字中的总体须由本句、前文或别处同口径的数字给出；\
        未写明总体的，须有三个占比相互印证；没有总体的，同句占比合计为100%，或只有一个不符时，以各项金额之和为总体。
        """,
      en: """
        In a table the whole is the row whose share is 100 %; at least three other rows must bear the shares out. In a
        sentence the whole must be named and printed: there, before it, or elsewhere for the same level, fund and year;
        where no words name it, three other shares must bear it out. Where no whole is printed, shares of one sentence
        that make up 100 %, or of which all but one fit, are those of the sum of their amounts.
        """),
    claims: ["share = amount ÷ whole"],
    examples: [
      .triggers(
        "项目\t金额（万元）\t比重（%）\n总支出\t4826.50\t100.0\n教育\t1640.20\t34.0\n农林水\t1127.35\t23.4\n卫生健康\t968.40\t⟦21.0⟧\n住房保障\t604.55\t12.5\n其他\t486.00\t10.1\n",
        because: "968.40 ÷ 4826.50 is 20.1 %"),
      .triggers(
        "类别\t面积\t占比\n耕地\t3127\t41.69%\n林地\t2416\t⟦23.21⟧%\n园地\t835\t11.13%\n草地\t622\t8.29%\n水域\t501\t6.68%\n合计\t7501\t100.00%\n",
        because: "2416 ÷ 7501 is 32.21 %"),
      .passes(
        "全镇采购规模为8,426.0万元。货物、工程和服务金额分别为2,610.4万元、4,488.3万元和1,327.3万元，占采购规模的比重为31.0%、53.3%和15.8%。",
        because: "of several shares the first is not that of the last amount"),
      .passes(
        "项目\t金额（万元）\t比重（%）\n总支出\t4826.50\t100.0\n教育\t1640.20\t34.0\n农林水\t1127.35\t23.4\n卫生健康\t968.40\t20.1\n住房保障\t604.55\t12.5\n其他\t486.00\t10.1\n",
        because: "every share fits"),
      .passes(
        "项目\t金额（万元）\t比重（%）\n总支出\t4826.50\t100.0\n教育\t1640.20\t34.0\n其中：基础教育\t984.12\t60.0\n农林水\t1127.35\t23.4\n卫生健康\t968.40\t20.1\n住房保障\t604.55\t12.5\n其他\t486.00\t10.1\n",
        because: "a part of a part, as a share of that"),
      .passes(
        "行业\t投资额\t比上年增长（%）\n合计\t4826.50\t100.0\n采矿业\t640.20\t34.0\n制造业\t2127.35\t23.4\n建筑业\t968.40\t21.0\n",
        because: "growth rates are no shares"),
      .triggers(
        "本年收入合计2,860.40万元，其中：财政拨款收入2,145.30万元，占本年收入合计的75.0%；其他收入715.10万元，占本年收入合计的⟦52.0⟧%。",
        because: "715.10 ÷ 2,860.40 is 25.0 %"),
      .triggers(
        "全年可用财力18.60亿元，构成如下：\n\n（1）本级收入11.25亿元，占可用财力的60.48%；\n\n（2）上级补助5.30亿元，占可用财力的⟦24.89⟧%；\n\n（3）上年结转2.05亿元，占可用财力的11.02%。\n",
        because: "5.30 ÷ 18.60 is 28.49 %: digits swapped"),
      .triggers(
        "云澜市测绘中心2024年度部门决算\n\n一、支出情况\n2024年度本年支出合计5,329.80万元。\n\n二、财政拨款支出情况\n一般公共预算财政拨款支出5,226.11万元，占本年支出合计的⟦89.05⟧%。\n",
        because: "5,226.11 ÷ 5,329.80 is 98.05 %; the first section prints the whole under the very name"),
      .triggers(
        "一、拨款规模\n2024年一般公共预算拨款5,226.11万元，比上年有所增加。\n\n二、拨款结构\n教育支出（类）支出3,741.45万元，占71.59%；卫生健康支出（类）支出706.50万元，占⟦15.32⟧%；住房保障支出（类）支出778.16万元，占14.89%。\n",
        because: "706.50 ÷ 5,226.11 is 13.52 %, and the three come to the amount of the section before"),
      .passes(
        "2022年收入预算9,728.94万元，其中：一般公共预算拨款收入9,196.70万元，占94.5%；政府性基金预算拨款收入436.50万元，占4.5%；其他收入93.52万元，占1%；\n上年结转2.22万元，占0%。\n",
        because: "the last share is too small to show: the first three make 100 without being all"),
      .passes(
        "税收收入187,484万元，具体情况：\n（1）增值税63,728万元，占调整预算109.9%；\n（2）企业所得税28,065万元，占调整预算93.6%；\n（3）其他税收95,691万元，占调整预算100.3%。\n",
        because: "the items add up, but each share is of the budget of its own item"),
      .passes(
        "云澜市测绘中心2024年度部门决算\n\n一、支出情况\n2024年度本年支出合计5,329.80万元。\n所属测绘院2024年度本年支出合计2,118.40万元。\n\n二、财政拨款支出情况\n一般公共预算财政拨款支出1,986.11万元，占本年支出合计的93.76%。\n",
        because: "two amounts bear the name"),
      .triggers(
        "云澜市测绘中心2024年度部门决算\n\n三公经费支出决算为357.42万元，完成预算的97.30%。\n三公经费支出决算中，因公出国（境）费支出0.00万元，占0.00%；公务用车购置及运行费支出187.70万元，占52.52%；公务接待费支出169.72万元，占⟦44.78⟧%。\n",
        because: "the three come to 357.42, so 169.72 is 47.48 %"),
      .passes(
        "本年支出12,559.30万元，其中：基本支出9,860.20万元，占本年支出的78.51%；项目支出2,699.10万元，占本年支出的21.49%。",
        because: "of all expenditure, not of the basic expenditure named before"),
      .passes(
        "基本支出9,860.20万元，占本年支出的78.51%；项目支出2,699.10万元，占本年支出的21.49%。", because: "the whole is not printed"),
      .passes(
        "年初批准的一般公共预算收入为52.40亿元，实际完成54.10亿元，其中：税收收入37.87亿元，占一般公共预算收入的比重为70%。",
        because: "of what was collected, not of the budget that bears the name"),
      .passes(
        "县本级一般公共预算支出21.30亿元。全县民生支出39.60亿元，占一般公共预算支出的78.4%。",
        because: "the expenditure of the whole county is not printed"),
      .passes(
        "1-5月，全县大口径财政收入18,240万元，完成预算的41.2%。从征收部门看：税务部门完成15,320万元，占收入的83.99%；财政部门完成2,920万元，占收入的16.01%。从层级看：上划省级收入3,106万元，占收入的17.03%；上划市级收入214万元，占收入的1.17%。",
        because: "what is a share of income is not that income, though it is called so"),
      .passes(
        "本级支出：基本支出6,204万元，占支出的62.04%；项目支出3,796万元，占支出的37.96%，其中区级支出1,650万元，占支出的16.5%。",
        because: "nor is what is a share of expenditure the expenditure"),
      .passes(
        "全镇支出7,872.92万元，主要用于以下方面：一般公共服务支出1,448.53万元，占18.40%；教育支出3,770.05万元，占47.88%；农林水支出1,530.33万元，占19.44%；住房保障支出1,124.01万元，占14.28%。",
        because: "47.886 would round up, but then the four would make 100.01: one of them gave way"),
      .triggers(
        "全镇支出7,872.92万元，主要用于以下方面：一般公共服务支出1,448.53万元，占18.40%；教育支出3,770.05万元，占47.88%；农林水支出1,530.33万元，占⟦19.14⟧%；住房保障支出1,124.01万元，占14.28%。",
        because: "1,530.33 ÷ 7,872.92 is 19.44 %; with that the shares make 100"),
      .triggers(
        "全年完成评审项目91个，送审金额11.42亿元，审定金额10.07亿元，审减金额1.35亿元，审减率⟦18.82⟧%。",
        because: "1.35 ÷ 11.42 is 11.82 %"),
      .passes(
        "全年完成评审项目91个，送审金额11.42亿元，核减1.35亿元，核减率达11.82%；工程类送审8.20亿元，审减率9.30%。",
        because: "what was taken off the works is not printed"),
      .triggers(
        "全年采购预算12,640.00万元，实际采购金额11,890.50万元，节约资金749.50万元，节约率⟦6.30⟧%。",
        because: "749.50 ÷ 12,640.00 is 5.93 %: it was divided by what was spent"),
      .passes(
        "采购预算1,000.00万元，最高限价900.00万元，成交金额850.00万元，节约资金50.00万元，节约率5.56%。",
        because: "what was saved is that on the ceiling price"),
      .passes(
        "全年采购预算1,000.00万元，完成采购金额800.00万元，节约资金60.00万元，节约率6.98%。",
        because: "not all of the budget was used: 60 ÷ 860"),
      .triggers("集团资产总额200.40亿元，负债总额121.60亿元，资产负债率⟦66.7⟧%。", because: "121.60 ÷ 200.40 is 60.7 %"),
      .triggers(
        "资产合计1,200.00万元，负债合计480.00万元，净资产合计720.00万元，资产负债率⟦60⟧%。", because: "480 ÷ 1,200 is 40 %; 60 % is what is left"),
      .passes(
        "集团资产总额200.40亿元，负债总额121.60亿元，剔除预收账款后资产负债率52.3%，年初资产负债率58.2%。",
        because: "one rate leaves something out, the other is that of another day"),
      .triggers(
        "全镇采购规模为8,426.0万元。货物、工程和服务金额分别为2,610.4万元、4,488.3万元和1,327.3万元，占采购规模的比重分别为31.0%、⟦52.3⟧%和15.8%。",
        because: "4,488.3 ÷ 8,426.0 is 53.3 %"),
      .triggers(
        "全县民生支出216.40亿元，占一般公共预算支出312.50亿元的⟦62.9⟧%。", because: "216.40 ÷ 312.50 is 69.2 %"),
      .triggers(
        "全县教育经费46.20亿元，占一般公共预算支出312.50亿元的比例为⟦17.48⟧%。", because: "46.20 ÷ 312.50 is 14.78 %"),
      .passes(
        "甲、乙两期投资分别为120.00万元和230.00万元，占总投资500.00万元的24.0%和46.0%。", because: "both are shares of 500.00, in order"),
      .passes(
        "全县民生支出216.40亿元，占一般公共预算支出312.50亿元的比重比上年提高1.2个百分点。", because: "the share is not printed"),
      .passes(
        "窗口受理的事项中，直办37,527件，占52.7%；转办33,657件，占47.3%。", because: "both shares are all there are: 37,527 ÷ 71,184"),
      .triggers(
        "“三公”经费支出决算中，因公出国（境）费12.36万元，占41.52%；公务用车购置及运行费14.27万元，占⟦49.73⟧%；公务接待费3.14万元，占10.55%。",
        because: "14.27 ÷ (12.36 + 14.27 + 3.14) is 47.93 %; the other two are shares of that sum"),
      .triggers(
        "“三公”经费支出决算中，因公出国（境）费12.36万元，占41.52%；公务用车购置及运行费⟦12.47⟧万元，占47.93%；公务接待费3.14万元，占10.55%。",
        because: "the shares make up 100 %, and with 14.27 all of them fit"),
      .passes(
        "甲项目投入312.50万元，占36.20%；乙项目投入118.40万元，占28.75%；丙项目投入96.10万元，占12.40%。",
        because: "shares of something else, each"),
      .triggers(
        "窗口受理的事项中，直办⟦37,527⟧件，占53.7%；转办33,657件，占46.3%。", because: "37,527 ÷ 71,184 is 52.7 %"),
      .passes(
        "常住人口中，14岁以下人口278.08万人，占13.28%；15至59岁人口1439.29万人，占68.74%；60岁以上人口376.41万人，占17.98%，其中65岁以上人口285.12万人，占13.62%。",
        because: "the last is a part of a part: the first three make up 100 %"),
      .passes(
        "高技术制造业增加值占规模以上工业增加值的比重为9.6%，比上年提高0.7个百分点；新能源汽车产量12.4万辆，占全省的18.5%。",
        because: "the wholes are not printed"),
      .triggers(
        "2024年末全县常住人口73.22万人，其中城镇常住人口39.86万人，乡村常住人口33.36万人；常住人口城镇化率为⟦45.44⟧%，比上年末提高0.77个百分点。",
        because: "39.86 ÷ 73.22 is 54.44 %: two digits changed places"),
      .passes(
        "年末全县常住人口73.22万人，比上年末减少0.31万人。其中，城镇人口39.86万人，乡村人口33.36万人。全县城镇化率54.44%。",
        because: "39.86 ÷ 73.22; what it fell by is no part"),
      .passes(
        "年末全县常住人口73.22万人，其中城镇常住人口39.86万人。户籍人口城镇化率为36.18%。", because: "it is a rate of the registered population"),
      .triggers("审计共反映问题1,246个，已整改1,137个，整改率⟦92.15⟧%。", because: "1,137 ÷ 1,246 is 91.25 %"),
      .triggers(
        "全年争取新增债券资金167.79亿元，同比增长4.2%，其中分配县区（含开发区）129.65亿元，占比⟦73.7⟧%。",
        because: "129.65 ÷ 167.79 is 77.3 %: one part stands behind the word that opens the list"),
      .passes(
        "用于养老服务4.25亿元，占比为75%，范围包括老年公寓、农村敬老院；用于社区公益1.26亿元，占比为23%。",
        because: "what the first sum is for is no list that the second stands in"),
      .triggers(
        "全市一般公共预算收入634.0亿元，增长1%。其中税收收入515.4亿元，增长2%，税收占比⟦83.1⟧%。", because: "515.4 ÷ 634.0 is 81.3 %"),
      .triggers(
        "全县一般公共预算收入完成74.05亿元，为预算的54.9%。税收收入完成46.26亿元，下降10%，税收占一般公共预算比重⟦65.2⟧%。",
        because: "46.26 ÷ 74.05 is 62.5 %: digits swapped"),
      .passes(
        "全市一般公共预算收入634.0亿元，增长1%。市本级税收收入115.4亿元，增长2%，税收占比81.3%。", because: "the taxes of one level are no share of all"),
      .passes(
        "全市一般公共预算收入634.0亿元，市本级一般公共预算收入141.9亿元。税收收入115.4亿元，税收占比81.3%。",
        because: "either of two wholes may be meant: 115.4 ÷ 141.9"),
      .passes(
        "批准的全县一般公共预算收入为53.03亿元，实际完成53.68亿元。其中：税收收入完成29.52亿元，占一般公共预算收入的比重为55%；非税收入完成24.16亿元，占比45%。",
        because: "what was carried out is shared out, not what was approved: 24.16 ÷ 53.68"),
      .passes(
        "全县一般公共预算收入119.19亿元，增长4.7%。其中：税收收入73.32亿元，下降10.3%；税收比重61.5%（同口径税收比重64.8%）。",
        because: "the share in the bracket is like for like"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    if facts.statements.contains(where: { $0.shape == .rate && $0.rateBase == .whole }) {
      claimStatements(facts, &relations)
    }
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices {
        ColumnRates.claim(Self.description.id, .share, .share, ofPart: part, in: table, facts, &relations)
      }
    }
  }
}

extension ShareRule {
  private func claimStatements(_ facts: Facts, _ relations: inout [Relation]) {
    let wholes = CommonWholes(facts)
    let first = relations.count
    let sums = SharesOfSums(facts)
    for statement in facts.statements(.rate) where statement.rateBase == .whole {
      var resolved = wholes.resolved(statement)
      let sum = sums.claim(statement)
      // Only a printed whole that the amounts come to says more than that the shares make 100.
      let isAll = statement.lists.first?.closure == .closed
      if sum != nil, resolved.practice != nil || isAll && !resolved.isBasePremise {
        (resolved.base, resolved.practice) = ([], nil)
      }
      // Another share would not add up with the others, and the whole would not be known.
      let isPremise = sum != nil && resolved.base.isEmpty && !sums.areShownByAnother(than: statement)
      Self.claim(resolved, ofSum: resolved.base.isEmpty ? sum : nil, isPremise: isPremise, facts, &relations)
    }
    PluggedShares.excuse(&relations, from: first, facts)
  }

  /// - Parameters:
  ///   - sum: the claim that it is a share of the sum of the amounts beside it.
  ///   - isPremise: whether that rests on the printed share itself.
  private static func claim(
    _ statement: Statement, ofSum sum: Claim?, isPremise: Bool, _ facts: Facts, _ relations: inout [Relation]
  ) {
    guard let rate = statement.rate.first else { return }
    var readings: [Claim] = []
    for part in statement.amount {
      for whole in statement.base where whole != part && facts.areAlike(part, whole) {
        readings.append(
          .ratio(
            result: Operand(rate, .rate), numerator: [Term(1, Operand(part, .part))],
            denominator: [Term(1, Operand(whole, .total))], power: 2))
      }
    }
    if let sum { readings.append(sum) }
    var relation = Relation(
      rule: description.id, kind: .share, readings: readings.likeliest,
      notCheckable: readings.isEmpty ? .missingOperand : nil,
      concerned: [rate])
    relation.isGuess = statement.isGuess
    relation.practice = statement.practice
    if statement.isBasePremise { relation.premises = Array(statement.base) }
    if isPremise { (relation.premises, relation.concerned) = ([rate], []) }
    relations.append(relation)
  }
}
