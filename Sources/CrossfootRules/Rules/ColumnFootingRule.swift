// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// See ``description``.
struct ColumnFootingRule: Rule {
  static let description = RuleDescription(
    id: "footing.column",
    summary: Bilingual(zh: "表格各列的合计等于其分项之和", en: "a total in a table column is the sum of its rows"),
    rationale: Bilingual(
      zh: "合计与分项不符，要么合计未随分项修改，要么分项抄错。",
      en: "Where a total differs from its rows, one of them was edited or copied without the other."),
    limitations: Bilingual(
      zh: "行的从属关系按合计、小计、其中等词判断；一种读法下其他列都不成立时，该读法不作数。",
      en: """
        Which rows belong to a total is read from words (合计, 小计, 其中). A reading under which no other column foots does
        not count.
        """),
    claims: ["total = Σ rows"],
    examples: [
      .triggers(
        "办理经费\n类别\t事项\t年初预算数\t全年预算数\t全年执行数\n一、受理\t\t400\t410\t395\n二、结果\t（一）同意\t109\t116\t114\n\t（二）部分同意\t85\t83\t82\n（三）不同意\t1.材料不全\t68\t72\t64\n\t2.不合条件\t46\t44\t43\n（四）其他\t1.撤回\t37\t31\t35\n\t2.转办\t24\t23\t22\n\t（五）总计\t369\t369\t⟦306⟧\n",
        because:
          "the six rows come to 360; the total adds up all rows above it from （一） on, those beside merged names too"),
      .triggers(
        "单位：万元\n街道\t东片\t西片\t合计\n道路\t412.35\t268.14\t680.49\n绿化\t135.20\t⟦99.68⟧\t235.06\n照明\t301.12\t270.35\t571.47\n总计\t848.67\t638.35\t1487.02\n",
        because: "638.35 − 538.49 is 99.86: no word says that the column adds up, but it is a part of one that does"),
      .passes(
        "表6 基本支出表\n单位：万元\n科目编码\t科目名称\t合计\n301\t工资福利支出\t4386.87\n30101\t基本工资\t3556.37\n30102\t津贴补贴\t830.50\n\n表6 基本支出表\n单位：万元\n科目编码\t科目名称\t合计\n302\t商品和服务支出\t534.37\n30201\t办公费\t119.36\n30211\t差旅费\t415.01\n310\t资本性支出\t20.46\n31002\t办公设备购置\t20.46\n\t合计\t4941.70\n",
        because: "the total on the last page is that of all pages"),
      .triggers(
        "项目\t预算数\t决算数\n工资福利\t820.00\t815.40\n商品和服务\t143.20\t139.75\n合计\t963.20\t⟦945.15⟧\n",
        because: "815.40 + 139.75 is 955.15"),
      .triggers(
        "科目\t年初预算数\t全年预算数\n年度资金总额\t⟦460.00⟧\t520.00\n其中：当年财政拨款\t380.00\t400.00\n上年结转资金\t70.00\t90.00\n其他资金\t20.00\t30.00\n",
        because: "380 + 70 + 20 is 470, the other column foots"),
      .triggers(
        "科目编码\t科目名称\t决算数\n301\t工资福利支出\t1387.82\n302\t商品和服务支出\t1530.72\n30101\t基本工资\t575.31\n30201\t办公费\t242.26\n30102\t津贴补贴\t⟦483.08⟧\n30202\t印刷费\t583.42\n30103\t奖金\t374.43\n30211\t差旅费\t436.48\n303\t对个人和家庭的补助\t464.85\n30228\t工会经费\t268.56\n30305\t生活补助\t264.85\n310\t资本性支出\t284.91\n30309\t奖励金\t200.00\n31002\t办公设备购置\t284.91\n",
        because:
          "575.31 + 438.08 + 374.43 is 1387.82; rows of two tables side by side come in turns, and the codes tell them apart"
      ),
      .passes(
        "科目编码\t科目名称\t决算数\n301\t工资福利支出\t1387.82\n302\t商品和服务支出\t1530.72\n30101\t基本工资\t575.31\n30201\t办公费\t242.26\n30102\t津贴补贴\t438.08\n30202\t印刷费\t583.42\n30103\t奖金\t374.43\n30211\t差旅费\t436.48\n303\t对个人和家庭的补助\t464.85\n30228\t工会经费\t268.56\n30305\t生活补助\t264.85\n310\t资本性支出\t284.91\n30309\t奖励金\t200.00\n31002\t办公设备购置\t284.91\n",
        because: "every code is the sum of those that begin with it"),
      .passes(
        "项目\t预算数\t决算数\n工资福利\t820.00\t815.40\n商品和服务\t143.20\t139.75\n合计\t963.20\t955.15\n",
        because: "both columns foot"),
      .passes(
        "收入\t\t\t支出\t\t\n项目\t行次\t金额\t项目\t行次\t金额\n栏次\t\t1\t栏次\t\t2\n一、财政拨款收入\t1\t820.00\t一、教育支出\t5\t800.00\n二、其他收入\t2\t143.20\t二、农林水支出\t6\t139.75\n本年收入合计\t3\t963.20\t本年支出合计\t7\t939.75\n",
        because: "the row that numbers the columns holds no amounts"),
      .passes(
        "单位：万元\n科目编码   科目名称                决算数    基本支出\n205        教育支出                820.40      610.20\n20502      普通教育                610.20      610.20\n2050299    其他普通教育支出与农    610.20      610.20\n           村学校\n20508      进修及培训              210.20        0.00\n2050803    培训支出                210.20        0.00\n210        卫生健康支出            143.65      143.65\n21011      行政事业单位医疗        143.65      143.65\n2101101    行政单位医疗            143.65      143.65\n",
        because: "the second line of a name is no row between the codes"),
      .passes(
        "科目编码\n科目名称\n合计\n基本支出\n项目支出\n206 科学技术支出 580.85 443.06 137.79\n20604 技术研究与开发 241.13 241.13\n2060404 科技成果转化与扩散 241.13 241.13\n20607 科学技术普及 339.72 201.93 137.79\n2060702 科普活动 339.72 201.93 137.79\n208 社会保障和就业支出 361.16 149.07 212.09\n20805 行政事业单位养老支出 149.07 149.07\n2080501 行政单位离退休 149.07 149.07\n20808 抚恤 212.09 212.09\n2080801 死亡抚恤 212.09 212.09\n",
        because: "blanks are not printed: the second figure of a row of two may stand in either column"),
      .passes(
        "支出决算表\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n206\t科学技术支出\t241.13\t241.13\t0.00\n20604\t技术研究与开发\t241.13\t241.13\t0.00\n208\t社会保障和就业支出\t361.16\t149.07\t212.09\n20805\t行政事业单位养老支出\t149.07\t149.07\t0.00\n2080501\t行政单位离退休\t149.07\t149.07\t0.00\n\n支出决算表\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n20808\t抚恤\t212.09\t0.00\t212.09\n2080801\t死亡抚恤\t212.09\t0.00\t212.09\n",
        because: "the table goes on under the same title, and with it the parts of the total"),
      .triggers(
        "单位：万元 | |||\n项目 | 上年数 | 本年数 | 备注 |\n一、共享收入 | 420.15 | 463.90 | |\n1、增值税 | 268.40 | 301.75 | |\n2、企业所得税 | 151.75 | 162.15 | |\n二、固定收入 | 97.30 | 104.60 | |\n1、耕地占用税 | 61.20 | 66.35 | |\n2、罚没收入 | 36.10 | 38.25 | |\n收入合计 | 517.45 | ⟦586.50⟧ | |\n",
        because: "463.90 + 104.60 is 568.50; every cell ends in a pipe, and none begins with one"),
      .passes(
        """
        支出决算表
        单位：万元
        科目名称
        本年支出合计 基本支出 项目支出
        科目编码
        合计 3,152.16 2,720.94 431.22
        208 社会保障和就业支出 1,532.26 1,490.11 42.15
        20805 行政事业单位养老支出 1,490.11 1,490.11
        2080501 行政单位离退休 441.18 441.18
        机关事业单位基本养老保险缴费
        2080505 699.30 699.30
        支出
        2080506 机关事业单位职业年金缴费支出 349.63 349.63
        20808 抚恤 42.15 42.15
        2080801 死亡抚恤 42.15 42.15
        210 卫生健康支出 370.48 370.48
        21011 行政事业单位医疗 370.48 370.48
        2101101 行政单位医疗 47.60 47.60
        2101102 事业单位医疗 322.88 322.88
        221 住房保障支出 1,249.42 860.35 389.07
        22102 住房改革支出 860.35 860.35
        2210201 住房公积金 403.71 403.71
        2210203 购房补贴 456.64 456.64
        22103 城乡社区住宅 389.07 389.07
        2210399 其他城乡社区住宅支出 389.07 389.07
        """,
        because:
          "a name printed around its code and figures does not end the subject that it belongs to: 1,490.11 + 42.15"),
      .passes(
        """
        2024年部门支出预算总表
        单位：元
        项目 支出预算
        功能分类科目编码
        功能分类科目名称 合计 基本支出 项目支出
        类 款 项
        208 社会保障和就业支出 4,871,320 4,516,070 355,250
        208 05 行政事业单位养老支出 4,516,070 4,516,070
        208 05 01 行政单位离退休 1,930,415 1,930,415
        208 05 05 机关事业单位基本养老保险缴费支出 1,708,530 1,708,530
        208 05 06 机关事业单位职业年金缴费支出 854,265 854,265
        208 05 99 其他行政事业单位养老支出 22,860 22,860
        208 08 抚恤 355,250 355,250
        208 08 01 死亡抚恤 355,250 355,250
        210 卫生健康支出 1,067,831 1,067,831
        210 11 行政事业单位医疗 1,067,831 1,067,831
        210 11 01 行政单位医疗 1,067,831 1,067,831
        212 城乡社区支出 25,604,187 17,390,562 8,213,625
        212 01 城乡社区管理事务 25,604,187 17,390,562 8,213,625
        212 01 04 城管执法 25,604,187 17,390,562 8,213,625
        221 住房保障支出 4,301,256 4,301,256
        221 02 住房改革支出 4,301,256 4,301,256
        221 02 01 住房公积金 1,966,056 1,966,056
        221 02 03 购房补贴 2,335,200 2,335,200
        合计 35,844,594 27,275,719 8,568,875
        """,
        because:
          "355,250 stands below the projects, not below the basic expenditure, for all that the row prints two figures only"
      ),
      .passes(
        "科目编码\t科目名称\t合计\t人员经费\t公用经费\n合计\t982.95\t731.40\t251.55\n301\t工资福利支出\t731.40\t731.40\n30101\t基本工资\t412.65\t412.65\n30102\t津贴补贴\t318.75\t318.75\n302\t商品和服务支出\t251.55\t251.55\n30201\t办公费\t86.30\t86.30\n30211\t差旅费\t165.25\t165.25\n",
        because: "no cell is empty, so blanks were dropped: 251.55 may stand in the last column"),
      .triggers(
        "单位：亿元\n| 项目 | 预算数 |\n| 一、税收收入 | 45.27 |\n| 二、非税收入 | 32.53 |\n| 收入小计 | 77.80 |\n| 转移性收入小计 | ⟦141.46⟧ |\n|   返还性收入 | 9.12 |\n|   一般性转移支付收入 | 87.10 |\n|   专项转移支付收入 | 8.78 |\n|   上年结转收入 | 28.91 |\n|   调入资金 | 17.55 |\n| 收入合计 | 229.26 |\n",
        because: "the rows below it, set in, come to 151.46"),
      .passes(
        "单位：亿元\n| 项目 | 预算数 |\n| 一、税收收入 | 45.27 |\n| 二、非税收入 | 32.53 |\n| 收入小计 | 77.80 |\n| 转移性收入小计 | 151.46 |\n|   返还性收入 | 9.12 |\n|   一般性转移支付收入 | 87.10 |\n|   上年结转收入 | 28.91 |\n| 收入合计 | 229.26 |\n",
        because: "26.33 may be made up of what is not printed: no slip explains it"),
      .passes(
        """
        政府性基金预算支出决算表
        单位：万元
        项目
        年初结转
        本年收入
        本年支出
        小计
        基本支出
        项目支出
        合计 4173.78 8464.21 12637.99 3629.42 9008.57
        212 城乡社区支出 2742.54 3333.97 6076.51 746.33 5330.18
        21208 土地出让收入安排的支出 2742.54 3333.97 6076.51 746.33 5330.18
        2120801 征地补偿支出 867.47 930.75 1798.22 1798.22
        2120803 城市建设支出 768.61 1120.63 1889.24 746.33 1142.91
        2120816 生态环境支出 1106.46 1282.59 2389.05 2389.05
        229 其他支出 1431.24 5130.24 6561.48 2883.09 3678.39
        22960 彩票公益金支出 1431.24 5130.24 6561.48 2883.09 3678.39
        2296003 体育公益金支出 4577.66 4577.66 2883.09 1694.57
        2296004 教育公益金支出 1431.24 552.58 1983.82 1983.82
        """, because: "the funds for sports had nothing carried over: their figures stand a column further right"),
      .triggers(
        FootingExamples.sides(
          """
          301 工资福利支出 1,284.36 302 商品和服务支出 ⟦219.68⟧
          301 01 基本工资 402.15 302 01 办公费 48.20
          301 02 津贴补贴 516.44 302 02 印刷费 0.00
          301 03 奖金 0.00 302 05 水费 6.31
          """, light: "42.32"),
        because: "a class and the level below it stand in cells of their own, on both sides: 302 comes to 239.68"),
      .passes(
        FootingExamples.sides(
          """
          301 工资福利支出 1,284.36 302 商品和服务支出 219.68
          301 01 基本工资 402.15 302 01 办公费 48.20
          301 02 津贴补贴 516.44 302 02 印刷费 0.00
          301 03 奖金 0.00 302 05 水费 6.31
          """, light: "22.32"),
        because: "310 stands on the right side, where 公用经费合计 is: 219.68 + 36.44 = 256.12"),
      .passes(
        "项目\t金额\n合计\t500.00\n其中：专项资金\t120.00\n", because: "其中 names one part of the total only"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let evaluator = Evaluator(facts.figures)
    var decisions = PartFooting.Decisions()
    for table in facts.tables.indices {
      for part in facts.tables[table].parts.indices where !facts.tables[table].parts[part].trees.isEmpty {
        let footing = PartFooting(part, of: table, in: facts, &decisions)
        footing.claim(Self.description.id, evaluator, &decisions, into: &relations)
      }
    }
  }
}

/// A table of two sides, each with codes in two cells, as text takes it out of a PDF.
private enum FootingExamples {
  static func sides(_ rows: String, light: String) -> String {
    """
    一般公共预算财政拨款基本支出决算表
    单位：万元
    经济分类
    科目编码 科目名称 决算数 科目名称 决算数
    类 款 类 款
    \(rows)
    机关事业单位基本养
    301 08 188.27 302 06 电费 \(light)
    老保险缴费
    费 因公出国（境）费
    301 13 住房公积金 177.50 302 12 0.00
    用
    303 对个人和家庭的补助 64.02 302 15 会议费 0.00
    303 01 离休费 0.00 302 28 工会经费 27.75
    303 02 退休费 64.02 302 29 福利费 16.90
    其他对个人和家庭 其他商品和服务支
    303 99 0.00 302 99 98.20
    的补助 出
    310 资本性支出 36.44
    310 02 办公设备购置 36.44
    人员经费合计 1,348.38 公用经费合计 256.12

    """
  }
}
