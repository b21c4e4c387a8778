// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct NarrativeTieOutRule: Rule {
  static let description = RuleDescription(
    id: "tie-out.narrative",
    summary: Bilingual(zh: "文字说明中的金额与报表一致", en: "an amount in running text is that of its row in the tables"),
    rationale: Bilingual(
      zh: "“账表不符”是公开检查最常指出的问题：文字按表抄写，改了表而忘了改文字，或换算时多写、漏写一位。",
      en:
        "Running text repeats the tables. Where one was edited and the other was not, or a digit was lost in conversion, they no longer tie."
    ),
    limitations: Bilingual(
      zh: """
        同名不等于同口径，因此把同段、同节或全文的金额放在一起看：其余至少两个与同一张表的同名行一致、无一不符、位数足够时才核对；
        只在改一个数字即可相符时报告。任何一张表同名行的任何一个数字相符即视为相符；末位相差一的有两处以上时，视为取舍不同。紧接表格之上的标题、引语中与表中一行或表名同名的金额，\
        两处都有五位以上数字的，单独与该行或表的合计核对。
        """,
      en: """
        A name is not yet the same figure, so the amounts of one paragraph, section or report are looked at together: at
        least two others must agree with rows of their names in one table, none may disagree, and they must have digits
        enough; only one wrong digit is told. Any figure in a row of that name, in any table, will do. Where two or more
        are a unit of the last place off, the text is rounded otherwise, and such units are let pass. An amount in a
        heading or line right above a table, under the name of one of its rows or of the table, is compared with that
        row or the total alone, if both have five digits.
        """),
    claims: ["amount in text = figure of its row"],
    examples: [
      .triggers(
        """
        （一）行政运行（项）938.99万元，用于机关运行。
        （二）商贸管理（项）454.50万元，用于商贸事务。
        （三）事业运行（项）290.18万元，用于事业单位。
        （四）科技专项（项）1,720.00万元，用于扶持政策。
        （五）住房公积金（项）⟦163.10⟧万元，用于缴纳公积金。

        表1 支出预算表
        单位：元
        科目名称\t合计\t基本支出\t项目支出
        行政运行\t9389913\t9389913\t
        商贸管理\t4545000\t\t4545000
        事业运行\t2901820\t2901820\t
        科技专项\t17200000\t\t17200000
        住房公积金\t1361034\t1361034\t
        """, because: "1,361,034 yuan are 136.10 ten thousand: two digits changed places"),
      .triggers(
        """
        教育支出4812.60万元，科学技术支出1296.35万元，卫生健康支出⟦837.40⟧万元，住房保障支出512.89万元。

        表1 支出表
        单位：万元
        科目名称\t预算数\t决算数
        教育支出\t4700.00\t4812.60
        科学技术支出\t1200.00\t1296.35
        卫生健康支出\t850.00\t873.40
        住房保障支出\t500.00\t512.89
        合计\t7250.00\t7495.24
        """, because: "873.40 in the table; the other three agree"),
      .passes(
        """
        教育支出4812.60万元，科学技术支出1296.35万元，卫生健康支出873.47万元，住房保障支出512.89万元，农林水支出2210.46万元，\
        交通运输支出648.07万元，商业服务业支出217.34万元，节能环保支出305.12万元。

        表1 支出表
        单位：万元
        科目名称\t决算数
        教育支出\t4812.60
        科学技术支出\t1296.35
        卫生健康支出\t873.46
        住房保障支出\t512.89
        农林水支出\t2210.46
        交通运输支出\t648.07
        商业服务业支出\t217.33
        节能环保支出\t305.12
        """, because: "two amounts are rounded otherwise than in the table"),
      .passes(
        "2025年一般公共预算收入完成512,480万元（按原口径）。\n\n2025年一般公共预算收入完成情况表\n单位：万元\n项目\t完成数\n税收收入\t352,100\n非税收入\t160,280\n合计\t512,380\n",
        because: "the bracket says that the amount is drawn up otherwise"),
      .passes(
        """
        教育支出4812.60万元，科学技术支出1296.35万元，卫生健康支出850.00万元，住房保障支出512.89万元。

        表1 支出表
        单位：万元
        科目名称\t预算数\t决算数
        教育支出\t4700.00\t4812.60
        科学技术支出\t1200.00\t1296.35
        卫生健康支出\t850.00\t873.40
        住房保障支出\t500.00\t512.89
        """, because: "a figure of its row"),
      .passes(
        """
        因公出国（境）费30.00万元，公务接待费28.50万元，公务用车购置及运行费12.40万元。

        表1 三公经费表
        单位：万元
        项目\t预算数
        因公出国（境）费\t30.00
        公务接待\t28.50
        公务用车购置及运行费\t12.40

        表2 基本支出表
        单位：元
        经济分类科目\t合计
        办公费\t242100
        公务接待费\t185000
        工会经费\t229000
        福利费\t27000
        """, because: "the table of basic expenditure holds a part of it; nothing else in the text repeats that table"),
      .passes(
        """
        全市教育支出9633.70万元，科学技术支出2305.35万元，卫生健康支出1873.40万元，住房保障支出812.89万元。

        表1 市本级支出表
        单位：万元
        科目名称\t预算数\t决算数
        教育支出\t4700.00\t4812.60
        科学技术支出\t1200.00\t1296.35
        卫生健康支出\t850.00\t873.40
        住房保障支出\t500.00\t512.89
        """, because: "none of them agrees: the text is about the whole city"),
      .triggers(
        """
        三、一般公共预算支出⟦16,273.45⟧万元

        表6 2025年一般公共预算支出决算表
        单位：元
        科目名称\t决算数
        教育支出\t98126000
        科学技术支出\t42963500
        卫生健康支出\t21647000
        合计\t162736500
        """, because: "162,736,500 yuan are 16,273.65 ten thousand"),
      .triggers(
        """
        2025年全县专项债券项目安排一览如下，其中交通基础设施支出⟦48,960.35⟧万元。

        表3 专项债券项目安排表
        单位：万元
        项目\t安排金额
        交通基础设施支出\t49860.35
        市政建设支出\t26340.00
        农林水利支出\t18275.00
        社会事业支出\t30525.00
        合计\t125000.35
        """, because: "49,860.35 in its row: digits swapped"),
      .passes(
        """
        三、一般公共预算支出16,273.45万元

        一般公共预算支出决算表（县本级）
        单位：元
        科目名称\t决算数
        教育支出\t78126000
        科学技术支出\t32963500
        卫生健康支出\t21647000
        合计\t132736500
        """, because: "the table is of a part of what the heading says"),
      .passes(
        """
        三、2024年一般公共预算支出16,273.45万元

        一般公共预算支出决算表
        单位：元
        科目名称\t2025年决算数
        教育支出\t98126000
        科学技术支出\t42963500
        卫生健康支出\t21647000
        合计\t162736500
        """, because: "no year is known in which both would be the same"),
      .passes(
        """
        岭前县2025年预算

        一、教育支出48,215.60万元

        表3 2024年支出决算表
        单位：万元
        项目\t决算数
        教育支出\t46,215.60
        住房保障支出\t3,006.44
        卫生健康支出\t1,120.35
        农林水支出\t2,200.71
        """, because: "the table is of the year before"),
      .passes(
        """
        教育支出预算48,215.60万元，安排如下。

        支出情况表
        单位：万元
        项目\t决算数
        教育支出\t46,215.60
        住房保障支出\t3,006.44
        卫生健康支出\t1,120.35
        农林水支出\t2,200.71
        """, because: "a budget is not what was spent"),
      .passes(
        """
        环境监测站2024年度部门预算

        单位：万元
        收入\t金额\t支出\t合计
        一、本年收入\t5568.91\t一、本年支出\t5570.72
        （一）一般公共预算拨款\t4802.19\t（一）环境支出\t3017.59
        （二）政府性基金预算拨款\t766.72\t（二）住房支出\t2553.13
        二、上年结转\t1.81\t\t
        （一）一般公共预算拨款\t1.81\t\t
        收入总计\t5570.72\t支出总计\t5570.72

        一、财政拨款收支情况
        2024年财政拨款收支总预算5570.72万元。收入包括：一般公共预算拨款4802.19万元、政府性基金预算拨款766.72万元、上年结转1.81万元；支出包括：环境支出3017.59万元、住房支出2553.13万元。
        二、一般公共预算当年拨款情况
        2024年一般公共预算当年拨款4804万元，较上年减少336.28万元。
        """, because: "4804 holds the 1.81 that was carried over"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    var known: Set<FigureID> = []
    if facts.namedAmounts.count > 3, !facts.namedRows.isEmpty {
      for tie in NarrativeTies(facts).found()
      where !tie.figures.contains(where: { facts.differByNeighbour(tie.amount, $0) }) {
        known.insert(tie.amount)
        relations.append(Self.relation(tie.amount, tie.figures))
        if tie.isShared { relations[relations.count - 1].premises = tie.figures }
      }
    }
    guard !facts.namedAmounts.isEmpty else { return }
    for tie in LeadTies(facts).found() where !known.contains(tie.amount) {
      relations.append(Self.relation(tie.amount, tie.figures))
    }
  }

  private static func relation(_ amount: FigureID, _ figures: [FigureID]) -> Relation {
    var relation = Relation(
      rule: description.id, kind: .tieOut, force: .explain,
      readings: figures.map { .equal([Operand(amount, .stated), Operand($0, .right)]) })
    // A row may be split among funds or levels; only a slip of a digit shows that it is not.
    relation.isGuess = true
    relation.isToldBySlip = true
    return relation
  }
}
