// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct RowFormulaRule: Rule {
  static let description = RuleDescription(
    id: "footing.formula",
    summary: Bilingual(
      zh: "各列符合表上写明的勾稽关系", en: "every column satisfies the formula that the table prints for its rows"),
    rationale: Bilingual(
      zh: "表上写明“第一项加第二项之和，等于第三项加第四项之和”，不符即填报错误。",
      en: "Where a table says which items add up to which, a column that does not is wrong by the table's own word."),
    limitations: Bilingual(
      zh: "只认“第几项”的写法；其他列也不符时，说明行未对齐，不报告。",
      en:
        "Reads items by their ordinal only. Where another column fails as well the rows may not be those that are meant, and nothing is said."
    ),
    claims: ["item 1 + item 2 = item 3 + item 4"],
    examples: [
      .triggers(
        "申请办理情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n项目\t自然人\t企业\t总计\n一、本年新收申请\t86\t12\t98\n二、上年结转申请\t5\t1\t6\n三、本年度办理结果\t87\t13\t100\n四、结转下年度办理\t⟦6⟧\t0\t4\n",
        because: "86 + 5 is 91, and 87 + 4 too; the other columns add up"),
      .triggers(
        "信访事项办理情况\n勾稽关系：第1项减第2项等于第3项\n项目\t来信\t来访\t合计\n一、受理\t342\t168\t510\n二、办结\t308\t151\t459\n三、在办\t⟦43⟧\t17\t51\n",
        because: "342 − 308 is 34"),
      .passes(
        "申请办理情况\n（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\n项目\t自然人\t企业\t总计\n一、本年新收申请\t86\t12\t98\n二、上年结转申请\t5\t1\t6\n三、本年度办理结果\t87\t13\t100\n四、结转下年度办理\t4\t0\t4\n",
        because: "every column adds up"),
      .triggers(
        "<table><tr><td colspan=2>（勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）</td><td>自然人</td><td>企业</td><td>总计</td></tr><tr><td colspan=2>一、本年新收申请</td><td>86</td><td>12</td><td>98</td></tr><tr><td colspan=2>二、上年结转申请</td><td>5</td><td>1</td><td>6</td></tr><tr><td rowspan=3>三、本年度办理结果</td><td>（一）予以公开</td><td>60</td><td>9</td><td>69</td></tr><tr><td>（二）不予公开</td><td>27</td><td>4</td><td>31</td></tr><tr><td>（三）合计</td><td>87</td><td>13</td><td>100</td></tr><tr><td colspan=2>四、结转下年度办理</td><td>⟦6⟧</td><td>0</td><td>4</td></tr></table>\n",
        because: "91 against 87 + 6: the third item is the total of the names beside it"),
      .passes(
        "申请办理情况\n第一项和第二项填写本年数，第三项填写上年数。\n项目\t自然人\t企业\n一、新收申请\t86\t12\n二、办结\t80\t13\n三、上年新收\t91\t10\n",
        because: "the sentence is no formula"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for index in facts.tables.indices where !facts.tables[index].rowFormula.isEmpty && !facts.tables[index].isPartial {
      let table = facts.tables[index]
      guard let part = table.parts.first(where: { part in table.rowFormula.allSatisfy { part.body.contains($0.row) } })
      else { continue }
      let claims = part.addedColumns.compactMap { claim(table.rowFormula, part.figures[$0], facts) }
      let fails = claims.map { !$0.sumIsZero }
      for index in claims.indices where !fails.enumerated().contains(where: { $0.offset != index && $0.element }) {
        relations.append(Relation(rule: Self.description.id, kind: .footing, readings: [claims[index].claim]))
      }
    }
  }

  /// The formula in a column where all of its items are printed and not all of them are nothing.
  private func claim(_ formula: [RowTerm], _ column: ColumnFigures, _ facts: Facts) -> (claim: Claim, sumIsZero: Bool)?
  {
    // Whole numbers of things are counted, not rounded.
    let isExact =
      column.place == 0
      && formula.allSatisfy { term in
        column.figure(at: term.row).map { facts[$0].quantity.unit.dimension != .money && facts[$0].quantity.scale == 0 }
          ?? false
      }
    var terms: [Term] = []
    var sum: Int128 = 0
    var isFilled = false
    for term in formula {
      guard let figure = column.figure(at: term.row), let value = column.value(at: term.row) else { return nil }
      // Values are far below the limits of 128 bits.
      sum &+= term.sign < 0 ? 0 &- value : value
      if value != 0 { isFilled = true }
      terms.append(Term(term.sign, Operand(figure, .part, exact: isExact)))
    }
    guard isFilled, let total = terms.lastIndex(where: { $0.factor < 0 }) else { return nil }
    terms[total].operand.role = .total
    terms.insert(terms.remove(at: total), at: 0)
    return (.linear(terms), isExact ? sum == 0 : sum.magnitude * 2 <= UInt128(terms.count))
  }
}
