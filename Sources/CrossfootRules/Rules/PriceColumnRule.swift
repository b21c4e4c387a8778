// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct PriceColumnRule: Rule {
  static let description = RuleDescription(
    id: "recalculation.price-column",
    summary: Bilingual(
      zh: "表中单价、人均数等于金额除以数量、人数", en: "a price or mean in a table is the amount divided by the number of things"),
    rationale: Bilingual(
      zh: "采购清单、补助发放表、人均支出表同行列出单价（人均）、数量（人数）和金额，三者必有一等式，改了一项常忘了改另一项。",
      en: """
        Lists of purchases and tables of expenditure per head print price, number and amount in one row. Where one was
        edited, another is often left as it was.
        """),
    limitations: Bilingual(
      zh: """
        单价须表中各栏都能认出；其余行（单价至少两行，人均至少三行）都相符时才核对，一位数字写错可以解释、且不是整数倍或整百分数的才报告，
        因为可能另有未列出的月数、期数、折扣。另有备注的行不核对。合计行的单价不核对；合计行的人均只在人数、金额都是各行之和时核对。
        """,
      en: """
        Prices need a table of which all columns are known. Other rows must hold: two for prices, three for means. Only
        a slip of a digit is told, and none that a multiple or whole percents explain, as months, instalments or
        discounts may not be printed. Rows with a remark of their own and prices of totals are not checked, and means of
        totals only where number and amount are the sums of the rows.
        """),
    claims: ["amount = price × count", "mean = amount ÷ count"],
    examples: [
      .triggers(
        "采购品目\t计量单位\t数量\t单价（元）\t金额（元）\n台式计算机\t台\t36\t4,850.00\t174,600.00\n激光打印机\t台\t14\t1,265.00\t17,710.00\n会议桌\t张\t8\t2,340.00\t⟦18,270.00⟧\n文件柜\t组\t27\t785.00\t21,195.00\n",
        because: "8 × 2,340.00 is 18,720.00: digits swapped"),
      .triggers(
        "单位名称\t年末人数\t基本支出（万元）\t人均支出（元）\n第一分局\t128\t2,184.36\t170,653\n第二分局\t96\t1,702.18\t177,310\n检测站\t54\t868.42\t⟦166,819⟧\n信息中心\t37\t640.75\t173,176\n培训中心\t22\t351.80\t159,909\n",
        because: "8,684,200 ÷ 54 is 160,819"),
      .triggers(
        "单位名称\t在职人数\t工资\t津贴\t合计\t人均\n第一分局\t20\t120.50\t60.30\t180.80\t9.04\n第二分局\t31\t180.20\t95.10\t275.30\t8.88\n检测站\t15\t88.40\t47.50\t135.90\t⟦9.60⟧\n信息中心\t12\t70.10\t36.60\t106.70\t8.89\n",
        because: "135.90 ÷ 15 is 9.06"),
      .passes(
        "采购品目\t数量\t单价（元）\t金额（元）\t备注\n台式计算机\t36\t4,850.00\t174,600.00\t\n激光打印机\t14\t1,265.00\t17,710.00\t\n文件柜\t27\t785.00\t21,195.00\t\n空调\t12\t3,680.00\t42,160.00\t旧机折价\n",
        because: "the remark says why less was paid"),
      .passes(
        "采购品目\t计量单位\t数量\t单价（元）\t金额（万元）\n台式计算机\t台\t36\t4,850.00\t17.46\n激光打印机\t台\t14\t1,265.00\t1.77\n会议桌\t张\t8\t2,340.00\t1.87\n文件柜\t组\t27\t785.00\t2.12\n",
        because: "amounts in another unit, rounded"),
      .passes(
        "项目\t数量\t单价（元）\t金额（元）\n台式计算机\t36\t4,850.00\t174,600.00\n激光打印机\t14\t1,265.00\t17,710.00\n文件柜\t27\t785.00\t21,195.00\n物业服务\t9\t3,260.00\t352,080.00\n",
        because: "nine guards at 3,260.00 a month, for twelve months"),
      .passes(
        "项目\t数量\t月数\t单价（元）\t金额（元）\n保安服务\t6\t1\t3,150.00\t18,900.00\n保洁服务\t4\t1\t2,860.00\t11,440.00\n绿化养护\t3\t1\t2,240.00\t6,720.00\n设备巡检\t2\t5\t1,980.00\t19,800.00\n",
        because: "a column of months is a factor as well"),
      .passes(
        "项目\t数量\t单价（元）\t金额（元）\n保安服务\t6\t3,150.00\t18,900.00\n保洁服务\t4\t2,860.00\t11,440.00\n绿化养护\t3\t2,240.00\t6,720.00\n设备巡检（每季2次）\t2\t1,980.00\t13,960.00\n",
        because: "the name says that there is more to it than price and number"),
      .passes(
        "单位名称\t年末人数\t工资总额（万元）\t人均（元）\n第一分局\t128\t2,184.36\t171,992\n第二分局\t96\t1,702.18\t179,177\n检测站\t54\t868.42\t160,819\n信息中心\t37\t640.75\t175,548\n",
        because: "the means are of another number of people than that at the end of the year"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices {
        for prices in facts.tables[table].parts[part].unitPrices {
          let study = UnitPriceStudy(prices, facts.tables[table].parts[part], facts.tables[table].rowMarks, evaluator)
          for row in study.rows() {
            var relation = Relation(
              rule: Self.description.id, kind: .unitPrice, force: .explain, readings: row.readings)
            relation.premises = row.premises
            relations.append(relation)
          }
        }
      }
    }
  }
}
