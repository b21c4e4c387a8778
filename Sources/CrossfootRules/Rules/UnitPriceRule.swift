// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct UnitPriceRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.unit-price",
    summary: Bilingual(zh: "单价、人均乘以数量等于金额", en: "a price by piece or head times the number is the amount"),
    rationale: Bilingual(
      zh: "人数、人均和总额写在一句里，改了人数或标准，总额常忘了改。",
      en:
        "Number, price and amount stand in one sentence; when one of them is changed, the product is easily forgotten."),
    limitations: Bilingual(
      zh: "句中只有一个个数、一个单价或人均和一个写明合计、总价的金额时才核对；标准、定额、每月每年的不核对；一位数字写错可以解释、且不是整数倍或整折扣的才报告。",
      en: """
        Only where the sentence prints one number, one price and one amount that is called a total; norms, and what is
        paid by month or year, are left alone. Only a slip of a digit is told, and none that a multiple or a discount in
        whole percents explains.
        """),
    claims: ["price = amount ÷ number"],
    examples: [
      .triggers("全年慰问困难职工86人，人均⟦500⟧元，合计5.16万元。", because: "51,600 ÷ 86 is 600"),
      .triggers("采购平板电脑640台，单价2,850元，总价⟦162.40⟧万元。", because: "640 × 2,850 is 1,824,000: a wrong digit"),
      .passes("全年慰问困难职工86人，人均600元，合计5.16万元。", because: "86 × 600 = 51,600"),
      .passes("培训学员137人，人均补贴730元，共计10.0万元。", because: "137 × 730 is 100,010, which prints as 10.0万"),
      .passes("培训4批，共培训860人，人均补贴730元，合计补贴62.8万元。", because: "two numbers: batches and persons"),
      .passes("城乡居民医保参保86.4万人，人均财政补助670元，市级拨付补助资金1.62亿元。", because: "the city pays a part only"),
      .passes("全年新增就业8.6万人，人均培训补贴1,200元，共计发放就业资金2.3亿元。", because: "not all of them were trained"),
      .passes("按人均2万元的定额标准，核定编制120人，安排公用经费合计200万元。", because: "a norm, which other numbers go into"),
      .passes("救助对象120人，人均每月650元，合计发放93.6万元。", because: "by month, for a year"),
      .passes("慰问困难职工86人，其中住院12人，人均600元，合计7,200元。", because: "a part of them"),
      .passes("采购打印机20台，单价5,000元，优惠后合计9.5万元。", because: "less than the price was paid"),
      .passes("年末在职职工126人，人均工资18.60万元，全年工资合计2,318.40万元。", because: "the mean is of the average number of employees"),
      .passes("修建机耕路36公里，单价12万元，总投资合计468万元。", because: "an investment holds more than the price"),
      .passes("引进教师36名，人均安家补贴5万元，本年共计72万元。", because: "two fifths of it, an instalment"),
      .passes("公益性岗位120人，人均工资2,160元，合计支出311万元。", because: "twelve months of it"),
      .passes("维修路灯860盏，单价350元，合同总价31.4万元。", because: "no slip of a digit explains it: there is more in the contract"),
      .passes("采购单价100万元以上设备3台，合计452万元。", because: "a threshold, no price"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for statement in facts.statements(.unitPrice) {
      guard let amount = statement.amount.first, let number = statement.base.first, let price = statement.rate.first
      else { continue }
      let claim = Claim.ratio(
        result: Operand(price, .rate), numerator: [Term(1, Operand(amount, .total))],
        denominator: [Term(1, Operand(number, .count))], power: 0)
      let triple = PriceTriple(price: price, count: number, amount: amount, power: 0, isBelow: true)
      var relation = Relation(rule: Self.description.id, kind: .unitPrice, force: .explain, readings: [claim])
      relation.premises = triple.premises(evaluator)
      var trial = SlipTrial(evaluator)
      if evaluator.verdict(of: claim) == .contradicted,
        triple.isMultiple(evaluator) || !trial.explains([claim], by: [price, number, amount])
      {
        (relation.notCheckable, relation.concerned) = (.missingOperand, [price, number, amount])
      }
      relation.isGuess = statement.isGuess
      relations.append(relation)
    }
  }
}
