// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct CrossFootingRule: Rule {
  static let description = RuleDescription(
    id: "cross-footing.row",
    summary: Bilingual(zh: "表格各行的合计栏等于其分栏之和", en: "a total across a table row is the sum of its columns"),
    rationale: Bilingual(
      zh: "合计栏与分栏（如基本支出、项目支出）不符，要么合计未随分栏修改，要么分栏抄错。",
      en: "Where the total across a row differs from its columns, one of them was edited or copied without the other."),
    limitations: Bilingual(
      zh: "只用表头印出的公式（如 A=B+C）和表头名称已知的合计关系；其他行大多不成立的关系不作数。",
      en: """
        Uses formulas printed in the header (A=B+C) and sums known by the names of the columns. A sum that most other
        rows do not bear out does not count.
        """),
    claims: ["total = Σ columns"],
    examples: [
      .triggers(
        "单位：万元\n科目\t合计\t基本支出\t项目支出\n教育支出\t864.20\t512.40\t⟦315.80⟧\n科学技术支出\t143.75\t61.25\t82.50\n农林水支出\t390.60\t150.35\t240.25\n",
        because: "864.20 − 512.40 is 351.80, the digits were swapped; the other rows add up"),
      .triggers(
        "地区\t限额\t一般债务\t专项债务\n公式\tA=B+C\tB\tC\n东岭县\t48.36\t17.25\t31.11\n西河县\t62.74\t20.52\t⟦24.22⟧\n南浦县\t35.18\t12.06\t23.12\n",
        because: "62.74 − 20.52 is 42.22; the digits were swapped"),
      .passes(
        "预算数\t\t\t决算数\t\t\n合计\t公务用车购置费\t公务用车运行维护费\t合计\t公务用车购置费\t公务用车运行维护费\n1\t2\t3\t4\t5\t6\n12.40\t8.00\t4.40\t11.20\t8.00\t3.20\n",
        because: "the numbers of the columns are no amounts"),
      .passes(
        "单位：万元\n项目\t合计\t货物\t工程\t服务\n预算\t640.00\t240.00\t150.00\t250.00\n采购金额\t598.40\t225.60\t141.30\t231.50\n节约率\t6.50%\t6.00%\t5.80%\t7.40%\n",
        because: "rates do not add up across"),
      .passes(
        "单位：万元\n街道\t合计\t东片\t西片\t上级专项\n道路\t680.49\t412.35\t268.14\t0.00\n绿化\t235.06\t135.20\t99.86\t0.00\n照明\t571.47\t301.12\t270.35\t25.75\n排水\t497.85\t266.40\t231.45\t0.00\n",
        because: "the last column is a part of the others, and nothing but nought in most rows"),
      .passes(
        "单位：万元\n科目\t合计\t基本支出\t项目支出\n教育支出\t828.20\t512.40\t315.80\n科学技术支出\t143.75\t61.25\t82.50\n农林水支出\t390.60\t150.35\t240.25\n",
        because: "every row adds up"),
      .triggers(
        "单位：万元\n街道\t东片\t西片\t合计\n道路\t412.35\t268.14\t680.49\n绿化\t135.20\t⟦99.68⟧\t235.06\n照明\t301.12\t270.35\t571.47\n",
        because: "235.06 − 135.20 is 99.86, and the other rows add up"),
      .passes(
        "地区\t合计（亿元）\t一般债务\t专项债务\n东岭县\t48.36\t17.25\t31.11\n西河县\t62.74\t20.52\t42.22\n南浦县\t35.18\t12.06\t23.12\n",
        because: "the unit of the total is that of its parts as well, though only one header prints it"),
      .passes(
        "项目\t2022年决算数\t2023年决算数\t决算数为预算数的%\t比上年增减\n\t\t\t\t金额\t%\n一、税收收入\t607.94\t585.96\t96.4\t-21.98\t-3.6\n二、非税收入\t258.77\t178.25\t62.1\t-80.52\t-31.1\n收入合计\t866.71\t764.21\t85.3\t-102.50\t-11.8\n",
        because:
          "the last cell of the first header line is merged and dropped: its names stand over the columns as printed"),
      .passes(
        "单位：万元\n项目\t合计\t人员经费\t公用经费\n甲单位\t120.50\t80.00\t25.00\n乙单位\t64.30\t40.00\t15.00\n丙单位\t98.70\t61.00\t20.00\n",
        because: "no row adds up: the table does not print all parts"),
      .triggers(
        ScatteredExamples.income("⟦148.62⟧", "2.40"),
        because: "the names are scattered, but as many as the columns: 148.62 + 2.40 is more than 148.62"),
      .passes(ScatteredExamples.income("148.62", "0.00"), because: "every row adds up"),
      .triggers(
        "信访情况\n\t个人\t单位\t\t总计\n\t\t企业\t社团\n一月\t21\t4\t3\t28\n二月\t18\t6\t1\t25\n三月\t30\t2\t5\t37\n四月\t12\t7\t2\t⟦22⟧\n五月\t26\t3\t4\t33\n六月\t15\t8\t3\t26\n七月\t19\t5\t2\t26\n八月\t23\t1\t6\t30\n九月\t14\t9\t4\t27\n十月\t17\t2\t1\t20\n十一月\t22\t6\t3\t31\n十二月\t20\t4\t5\t29\n",
        because: "12 + 7 + 2 is 21; all other months add up to the last one, so nothing is rounded"),
      .passes(
        "单位：亿元\n\t个人\t单位\t\t总计\n\t\t企业\t社团\n一月\t21\t4\t3\t28\n二月\t18\t6\t1\t25\n三月\t30\t2\t5\t37\n四月\t12\t7\t2\t22\n五月\t26\t3\t4\t33\n六月\t15\t8\t3\t26\n七月\t19\t5\t2\t26\n八月\t23\t1\t6\t30\n九月\t14\t9\t4\t27\n十月\t17\t2\t1\t20\n十一月\t22\t6\t3\t31\n十二月\t20\t4\t5\t29\n",
        because: "amounts in a large unit are rounded"),
      .passes(
        "月份\t决算数\t追加数\t总计\n一月\t21\t7\t28\n二月\t18\t7\t25\n三月\t30\t7\t37\n四月\t12\t9\t22\n五月\t26\t7\t33\n六月\t15\t11\t26\n七月\t19\t7\t26\n八月\t23\t7\t30\n九月\t14\t13\t27\n十月\t17\t3\t20\n十一月\t22\t9\t31\n十二月\t20\t9\t29\n",
        because: "amounts whose unit is declared nowhere may be rounded"),
      .passes(
        """
        支出总表
        单位：万元
        采购项目
        科目编码 科目名称 支出总计 基本支出 项目支出
        小计
        事业单位
        经营支出
        201 一般公共服务支出 412.36 148.62 263.74 0.00 0.00
        20103 政府办公事务 412.36 148.62 263.74 0.00 0.00
        2010301 行政运行 148.62 148.62 0.00 0.00 0.00
        2010302 一般行政管理事务 263.74 0.00 263.74 0.00 35.10
        221 住房保障支出 57.19 57.19 0.00 0.00 0.00
        22102 住房改革支出 57.19 57.19 0.00 0.00 0.00

        """, because: "the names are scattered: 35.10 may be what was bought"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices {
        for formula in facts.tables[table].parts[part].formulas where formula.divisor.isEmpty {
          claim(formula, of: part, in: table, facts, evaluator, &relations)
        }
      }
    }
  }
}

extension CrossFootingRule {
  private func claim(
    _ formula: ColumnFormula, of part: Int, in table: Int, _ facts: Facts, _ evaluator: Evaluator,
    _ relations: inout [Relation]
  ) {
    let figures = facts.tables[table].parts[part].figures
    let isWhole = facts.tables[table].parts[part].isWhole
    let study = RowStudy(formula.target, formula.terms, figures, facts.tables[table].rowMarks, isWhole: isWhole)
    let isBeside = formula.source == .beside
    var mending: Mending?
    if study.fails > 0 || isBeside {
      let terms = formula.terms.map(\.column)
      let others = isBeside ? terms : doubtful(formula, terms, part, table, facts)
      if !others.isEmpty { mending = Mending(figures, others, adding: terms, study, evaluator) }
    }
    for vote in study.votes where vote.outcome == .holds || vote.outcome == .fails {
      if let mending, vote.outcome == .fails, isBeside && !vote.isTold(evaluator) || mending.mends(vote) { continue }
      // What nobody would be told of proves nothing where it holds.
      if !evaluator.areOfOneUnit(vote) { continue }
      let proof = proof(of: vote, study, formula.source)
      guard
        let relation = proof.relation(
          Self.description.id, .crossFooting, [vote.claim], vote.outcome == .holds, evaluator)
      else { continue }
      relations.append(relation)
      if isBeside, let mending, vote.outcome == .holds, mending.couldMend(vote) {
        relations[relations.count - 1].isGuess = true
      }
    }
  }

  /// The columns that may be parts of the sum as well: others where not all parts are named; any where a name stands
  /// over nothing.
  private func doubtful(_ formula: ColumnFormula, _ terms: [Int], _ part: Int, _ table: Int, _ facts: Facts) -> [Int] {
    let formulas = facts.tables[table].parts[part].formulas
    let figures = facts.tables[table].parts[part].figures
    let isShifted =
      formula.source != .printed
      && (terms.contains { figures.isEmpty($0) }
        || formulas.contains { $0.source != .printed && figures.isEmpty($0.target) })
    guard isShifted || formula.source == .someNames else { return [] }
    return facts.addedColumns(of: part, in: table).filter {
      $0 != formula.target && (isShifted || !terms.contains($0))
    }
  }

  /// How certain the sum is in a row: as the other rows bear it out.
  private func proof(of vote: RowVote, _ study: RowStudy, _ source: ColumnFormula.Source) -> Proof {
    let fails = study.fails - (vote.outcome == .fails ? 1 : 0)
    let isCounted = vote.outcome == .holds && vote.points > 0
    let holds = study.holds - (isCounted ? 1 : 0)
    if source == .beside {
      // A word names the total, not its parts: two other rows show them, and hardly any speaks against them.
      let shown = study.solid - (isCounted && vote.isSolid ? vote.points : 0)
      return fails * 5 <= holds && holds >= 2 && shown >= 2 * Proof.beyondDoubt ? .certain : .none
    }
    if fails * 3 > holds { return fails == 0 || source != .printed ? .none : .slip }
    if source == .printed { return .certain }
    if source == .allNames, fails == 0 { return .certain }
    let solid = study.solid - (isCounted && vote.isSolid ? vote.points : 0)
    let points = study.points - (isCounted ? vote.points : 0)
    return solid >= Proof.beyondDoubt || holds >= 3 && points >= 2 * Proof.beyondDoubt ? .certain : .slip
  }
}

extension Evaluator {
  /// Whether the figures of a row are all of one kind of unit: a unit that one column declares may be meant for those
  /// beside it, too.
  fileprivate func areOfOneUnit(_ vote: RowVote) -> Bool {
    let dimension = figures[vote.total].quantity.unit.dimension
    return vote.terms.allSatisfy {
      figures[$0.operand.figure].quantity.digits.isZero
        || figures[$0.operand.figure].quantity.unit.dimension == dimension
    }
  }
}

extension [ColumnFigures] {
  /// Whether a column holds no figures.
  fileprivate func isEmpty(_ column: Int) -> Bool { column >= count || self[column].entries.isEmpty }
}

/// A table of income whose header stands on many lines, a few characters each.
private enum ScatteredExamples {
  static func income(_ total: String, _ business: String) -> String {
    """
    收入总表
    单位：万元
    财政拨款
    科目编码 科目名称 总计
    小计
    一般公共
    预算拨款
    政府性基金
    预算拨款
    事业收入
    事业单位
    经营收入
    上年结余、
    结转
    201 一般公共服务支出 412.36 412.36 412.36 0.00 0.00 0.00 0.00
    20103 政府办公事务 412.36 412.36 412.36 0.00 0.00 0.00 0.00
    2010301 行政运行 \(total) 148.62 148.62 0.00 0.00 \(business) 0.00
    2010302 一般行政管理事务 263.74 263.74 263.74 0.00 0.00 0.00 0.00
    221 住房保障支出 57.19 57.19 57.19 0.00 0.00 0.00 0.00
    22102 住房改革支出 57.19 57.19 57.19 0.00 0.00 0.00 0.00

    """
  }
}
