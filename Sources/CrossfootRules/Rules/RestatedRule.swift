// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct RestatedRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.restated",
    summary: Bilingual(zh: "前后文重复的同一数字一致", en: "a figure that running text states again is the same"),
    rationale: Bilingual(
      zh: "同一预算数在概况、执行情况、分析中多次出现，改了一处而忘了另一处，前后就不一致。",
      en:
        "The same budget is named in the summary, the execution and the analysis; one of them is easily forgotten in a late edit."
    ),
    limitations: Bilingual(
      zh: """
        只有名称、年度、阶段都写明且相同的才核对：本单位的预算或决算总额，或写明全市、本级等层级的指标；以及同一节中后文逐项重复前文清单、其余各项都一致的。
        只在改一个数字即可相符时报告，较粗的一处按其精度比较。
        """,
      en: """
        Only figures whose name, year and stage are all known and equal: the total of the report's own organisation, or
        a name with the level of a place; and the items of a list that later paragraphs of its section take up one by
        one, all others with equal amounts. Told only where one wrong digit explains it; compared at the coarser
        precision.
        """),
    claims: ["figure = figure"],
    examples: [
      .triggers(
        """
        云澜市生态环境监测站2024年度部门整体支出绩效自评报告

        一、基本情况
        云澜市生态环境监测站2024年年初部门预算数为⟦5,829⟧万元，较上年有所减少。
        二、执行情况
        云澜市生态环境监测站2024年初部门预算数为5,289万元，年中调整后预算数为6,104万元。
        三、结论
        监测站2024年年初预算数5,289万元，执行良好。
        """, because: "the initial budget is 5,289 in two other places: two digits changed places"),
      .triggers(
        """
        关于云澜市2025年预算执行情况与2026年预算草案的报告

        一、收入情况
        全市一般公共预算收入完成351,740万元，增长2.1%。
        二、主要工作
        一年来，全市一般公共预算收入完成⟦357,740⟧万元，收入质量稳步提升。
        三、结语
        全市一般公共预算收入完成35.17亿元。
        """, because: "351,740 elsewhere, also as 35.17 亿"),
      .triggers(
        """
        监测站2024年预算6,725.48万元，包括人员支出1,861.13万元、公用经费76.64万元、补助支出156.72万元、项目支出4,630.99万元。
        （一）人员支出1,861.13万元，主要是工资福利。
        （二）公用经费76.64万元，主要是办公费。
        （三）补助支出⟦156.27⟧万元，主要是退休人员经费。
        （四）项目支出4,630.99万元，具体如下。
        """, because: "156.72 in the list; the other items are repeated digit by digit"),
      .passes(
        """
        关于云澜市2025年预算执行情况与2026年预算草案的报告

        一、收入情况
        全市一般公共预算收入完成351,740万元，市本级一般公共预算收入完成251,740万元。
        二、下年安排
        2026年全市一般公共预算收入安排361,740万元。
        """, because: "another level, another year"),
      .passes(
        """
        监测站2024年预算6,725.48万元，包括人员支出1,861.13万元、公用经费76.64万元、补助支出156.72万元、项目支出4,630.99万元。
        （一）人员支出1,861.13万元，主要是工资福利。
        （二）公用经费76.64万元，主要是办公费。
        （三）2023年补助支出156.27万元，主要是退休人员经费。
        （四）项目支出4,630.99万元，具体如下。
        """, because: "the amount of another year"),
      .passes(
        """
        云澜市生态环境监测站2024年度部门整体支出绩效自评报告

        一、预算情况
        云澜市生态环境监测站2024年年初部门预算数为5,289万元，调整后预算数为5,389万元，实际支出5,189万元。
        """, because: "another stage"),
      .passes(
        """
        云澜市生态环境监测站2024年度部门决算

        一、收支总体情况
        云澜市生态环境监测站2024年度年初结转和结余312.40万元，本年收入5,726.58万元，本年支出5,736.48万元，年末结转和结余302.50万元。
        二、政府性基金预算财政拨款收支情况
        2024年度年初结转和结余12.40万元，本年收入726.58万元，本年支出736.48万元，年末结转和结余2.50万元。
        """, because: "each fund has balances of its own"),
      .passes(
        """
        环境监测站2024年度部门预算

        一、财政拨款收支情况
        2024年财政拨款收支总预算5570.72万元。收入包括：一般公共预算拨款4802.19万元、政府性基金预算拨款766.72万元、上年结转1.81万元；支出包括：环境支出3017.59万元、住房支出2553.13万元。
        二、一般公共预算当年拨款情况
        2024年一般公共预算当年拨款4804万元，较上年减少336.28万元。
        """, because: "4804 holds the 1.81 that was carried over"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    for group in Self.groups(facts.namedAmounts) {
      guard let common = Self.commonest(group, facts) else { continue }
      for figure in group
      where figure != common && facts.areAlike(figure, common) && !facts.differByNeighbour(figure, common) {
        relations.append(Self.relation(figure, common))
      }
    }
    for tie in SectionTies(facts).found() where !facts.differByNeighbour(tie.later, tie.first) {
      relations.append(Self.relation(tie.later, tie.first))
    }
  }

  /// The figures of each name that more than one has, in the order of the first ones.
  private static func groups(_ amounts: [NamedAmount]) -> [[FigureID]] {
    let byName = amounts.indices.filter { amounts[$0].key != 0 }.sorted {
      (amounts[$0].key, $0) < (amounts[$1].key, $1)
    }
    var groups: [[FigureID]] = []
    var start = 0
    while start < byName.count {
      var end = start + 1
      while end < byName.count, amounts[byName[end]].key == amounts[byName[start]].key { end += 1 }
      if end - start > 1 { groups.append(byName[start..<end].map { amounts[$0].figure }) }
      start = end
    }
    return groups.sorted { $0[0] < $1[0] }
  }

  private static func relation(_ figure: FigureID, _ other: FigureID) -> Relation {
    var relation = Relation(
      rule: description.id, kind: .tieOut, force: .explain,
      readings: [.equal([Operand(figure, .stated), Operand(other, .stated)])])
    relation.isGuess = true
    relation.isToldBySlip = true
    return relation
  }

  /// The figure that most others agree with, the first of several.
  private static func commonest(_ group: [FigureID], _ facts: Facts) -> FigureID? {
    let counted = group.prefix(most)
    return counted.max { a, b in
      let (x, y) = (counted.count { facts.agree(a, $0) }, counted.count { facts.agree(b, $0) })
      return (x, -a) < (y, -b)
    }
  }

  /// Occurrences of one figure that are counted.
  private static let most = 16
}
