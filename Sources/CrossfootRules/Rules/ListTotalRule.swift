// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// See ``description``.
struct ListTotalRule: Rule {
  static let description = RuleDescription(
    id: "footing.list",
    summary: Bilingual(zh: "叙述中的总数等于各分项之和", en: "a total in running text is the sum of its listed parts"),
    rationale: Bilingual(
      zh: "“共A，其中：甲B，乙C”是报告正文里最常见的等式，也最常因改动一处而失衡。",
      en:
        "Total and parts in one sentence are the commonest identity of narrative, and the one most often broken by a late edit."
    ),
    limitations: Bilingual(
      zh: """
        清单未必列全。只有词典知道各部分合起来就是整体、或改动一个数字恰好闭合时才报告；否则只要求各部分之和不超过总数。以“等”结尾的清单是开放的。
        其后各段、各句的分项没有“其中”引出时，只有位数足够、改一个数字恰好闭合才报告。
        """,
      en: """
        Lists need not be complete. Only a list that the language pack knows to share out the whole, or that one slip of
        a digit would close exactly, is held to its total; any other is only held to not exceed it. A list that ends in
        等 is open. Parts in paragraphs and sentences of their own that no 其中 opens are told only if one slip closes them
        and there are digits enough to rule out chance.
        """),
    claims: ["total = Σ parts", "total ≥ Σ parts"],
    examples: [
      .triggers(
        "全年支出⟦7,079⟧万元，其中：基本支出1,950万元，项目支出5,147万元。", because: "1,950 + 5,147 is 7,097"),
      .triggers(
        "全年发行债券⟦869.23⟧亿元，具体包括：\n1．新增债券431.46亿元。\n——一般债券58.14亿元，用于学校和医院。\n——专项债券373.32亿元，用于管网。\n2．再融资债券464.77亿元。\n——一般债券104.28亿元。\n——专项债券360.49亿元。\n下一步将加快使用。",
        because: "431.46 + 464.77 is 896.23; what stands between the two shares out the first"),
      .passes(
        "（一）全年募集资金862.47万元。其中：\n1．单位捐赠420.85万元；\n2．个人捐赠441.62万元。\n（二）全年使用资金820.44万元。其中：\n1．救助支出512.40万元；\n2．助学支出308.04万元。",
        because: "the second section begins a list of its own"),
      .triggers(
        "共排查隐患⟦86⟧处，其中：重大隐患52处，一般隐患41处。", because: "the parts exceed the total: 93 of 86"),
      .triggers(
        "财政收入35.20亿元，上级补助收入12.46亿元，上年结余收入3.18亿元，收入总计⟦50.48⟧亿元。",
        because: "35.20 + 12.46 + 3.18 is 50.84: two digits changed places"),
      .triggers(
        "年初预算420.50亿元，加上新增转移支付(32.10亿元)、上年结转(8.40亿元)等40.50亿元，减去短收(21.30亿元)、新增上解(2.10亿元)等23.40亿元，全年预算调整为⟦473.60⟧亿元。",
        because: "420.50 + 40.50 − 23.40 is 437.60"),
      .triggers(
        "全年新增债券⟦37.00⟧亿元。其中：一般债券17.63亿元，主要用于学校和道路。专项债券55.37亿元，用于有收益的项目。",
        because: "17.63 + 55.37 is 73: the other part of a partition opens the next sentence"),
      .triggers(
        "收入安排7.41亿元，加上调入资金等收入2.86亿元，全年可用财力为⟦12.07⟧亿元。相应安排支出10.27亿元。",
        because: "7.41 + 2.86 is 10.27"),
      .passes(
        "全区当年可用财力78.83亿元，专款收入10.89亿元，加上累计结余9.32亿元，全区累计可用财力99.04亿元。", because: "the first amount is a term, not a total"),
      .triggers(
        "年初预算420.50亿元，减去短收（21.30亿元）、新增上解（2.10亿元）、调入资金减少（53.46亿元）等⟦78.66⟧亿元，全年预算调整为343.64亿元。",
        because: "the brackets come to 76.86: a word of change before one belongs to its name"),
      .triggers(
        "全市一般公共预算收入完成⟦2051634⟧万元，增长5%。税收收入完成1402518万元，增长6%。非税收入完成648846万元，增长3%。",
        because: "tax and other income share out the income: 2051364"),
      .triggers(
        "2025年“三公”经费预算数为⟦76.94⟧万元，与上年持平。其中：\n（一）因公出国（境）费30.00万元，与上年持平。\n（二）公务用车购置及运行费18.36万元，与上年持平。\n（三）公务接待费18.58万元，与上年持平。\n",
        because: "the three kinds of the paragraphs below come to 66.94"),
      .triggers(
        "全县一般公共预算收入452,318万元，为年初预算的104.1%，比上年增收21,406万元，增长5.0%；上级补助收入1,206,745万元、债务转贷收入118,420万元、上年结转96,037万元，收入总计⟦1,837,520⟧万元。",
        because: "452,318 + 1,206,745 + 118,420 + 96,037 is 1,873,520; the semicolon opens the rest of the sum"),
      .triggers(
        "全区转贷债券⟦1461616⟧万元，其中：新增债券331446万元，区本级留用90000万元，转贷镇街241446万元；置换债券1310170万元，区本级留用119700万元，转贷镇街1190470万元。",
        because: "the items come to 1641616, each shared out after its amount"),
      .triggers(
        "全市发行新增债券342.35亿元（一般债券23.47亿元、专项债券318.88亿元），再融资债券339.99亿元，合计⟦628.34⟧亿元。",
        because: "342.35 + 339.99 is 682.34; the bracket says what the first of them holds"),
      .triggers(
        """
        全市基金收入总计1,076.44亿元。支出完成627.98亿元，加上上解支出228.64亿元，年终结转219.82亿元。
        市级基金收入总计615.38亿元。支出完成89.56亿元，加上上解支出480.82亿元，年终结转45.00亿元。
        县级基金收入总计461.06亿元。支出完成⟦383.42⟧亿元，加上上解支出40.12亿元，年终结转82.52亿元。
        """, because: "what was spent and what is left come to the income, as they do in the other two"),
      .passes(
        "收支相抵，结转下年支出45,807万元。县本级一般公共预算收入237,059万元，增长1.9%，其中：税收收入85,531万元，增长10.9%；非税收入151,528万元，下降2.6%。加上上级补助收入1,186,259万元，上年结余收入15,483万元，收入总计1,438,801万元。",
        because: "the sum begins in the sentence before; what the last budget left is no term of it"),
      .passes(
        "主要支出：教育支出118.36亿元，卫生健康支出61.08亿元，全年支出总计584.72亿元。", because: "the large items are no more than that"),
      .triggers(
        "全州收支平衡情况：基金预算收入1.1亿元，上级补助收入2.1亿元，上年结余收入0.3亿元，收入总计⟦4.5⟧亿元。",
        because: "1.1 + 2.1 + 0.3 is 3.5, and nothing else makes up how the budget is balanced"),
      .passes(
        "园区一般公共预算收入432.6亿元，完成预算的104%，扣除净上解资金，当年可用财力246.2亿元；当年新增债券等50.9亿元，收入总计297.1亿元。",
        because: "246.2 + 50.9; the first amount is not a term of the sum"),
      .passes(
        "支出预算9101.68万元。主要内容如下：\n1.行政运行1202.95万元，用于基本支出。\n2.专项业务4614.00万元，用于项目支出。\n",
        because: "nothing says that the paragraphs name all parts"),
      .triggers(
        "2.公务用车购置及运行维护费⟦63.28⟧万元。其中：\n公务用车购置费21.50万元，用于更新。\n公务用车运行维护费14.78万元，主要是燃油、维修、保险和停车等方面的支出。\n",
        because: "21.50 + 14.78 is 36.28; the names alone say that the paragraphs are its parts"),
      .passes(
        "3.培训费18.40万元。其中：\n集中培训12.60万元。\n线上课程9.75万元，从上年结转中列支。\n",
        because: "paragraphs without a number may be about something else"),
      .passes(
        "全市非税收入完成366193万元，增长4%。其中：专项收入112607万元，增长2%；罚没收入45966万元，增长3%；其他收入16164万元，下降1%。",
        because: "where rates stand between the parts, the list names the large ones only"),
      .triggers(
        "本年收入合计⟦4,513.28⟧万元，其中：财政拨款收入3,120.50万元，占69.09%；事业收入968.42万元，占21.44%；其他收入427.36万元，占9.46%。",
        because: "the shares add up to 100 %, so these are all the parts, and they give 4,516.28"),
      .passes(
        "本年收入合计4,513.28万元，其中：财政拨款收入3,120.50万元，占69.14%；事业收入968.42万元，占21.46%。",
        because: "the shares leave a part unnamed"),
      .passes(
        "支出安排：教育支出73.75亿元；科学技术支出42.60亿元；\n社会保障支出83.80亿元；住房保障支出18.06亿元，加上上解支出20.44亿元，支出总计482.11亿元。",
        because: "the sum may have begun above the line that ends in a semicolon"),
      .passes(
        "全县学校412所，学生64.30万人，教师4.21万人。其中，高中26所，学生11.82万人；初中98所，学生20.40万人；小学288所，学生32.08万人。",
        because: "the sentence before names several totals, and the pupils are not parts of the teachers"),
      .passes(
        "本年支出7,498.92万元，结余1,402.85万元。支出分项目具体如下：\n1.教育支出5,086.85万元。\n2.农林水支出2,412.07万元。\n",
        because: "the paragraphs share out what was spent, not what was left"),
      .passes(
        "供水量13.03亿立方米，其中地表水12.22亿立方米，地下水0.6118亿立方米，其他水源0.1942亿立方米。",
        because: "12.22 has two decimals less than its neighbours: it is rounded"),
      .triggers(
        "全年通报86起，包括信息泄露漏洞⟦52⟧起、弱口令漏洞31起、逻辑缺陷漏洞18起及其他漏洞。", because: "an event is counted under one kind: 101 of 86"),
      .triggers(
        "2024年基本支出⟦246,866.75⟧万元，其中：\n人员经费190,206.74万元，主要包括基本工资、奖金。\n公用经费56,060.01万元，主要包括办公费、水费。\n",
        because: "190,206.74 + 56,060.01 is 246,266.75; each kind has a paragraph of its own"),
      .triggers(
        "2024年收支总预算⟦3,920.88⟧万元。收入包括：一般公共预算拨款收入3,741.45万元、上年结转179.13万元；支出包括：教育支出3,214.08万元、卫生健康支出706.50万元。",
        because: "both sides come to 3,920.58"),
      .passes(
        "2024年收支总预算3,920.58万元。收入包括：一般公共预算拨款收入3,741.45万元、上年结转179.13万元；支出包括：教育支出3,214.08万元、卫生健康支出706.50万元。",
        because: "each side by itself"),
      .passes(
        "2024年收支总预算3,920.58万元。收入包括：一般公共预算拨款收入3,741.45万元；支出包括：教育支出3,214.08万元、卫生健康支出516.20万元等。",
        because: "neither side is said to be whole"),
      .triggers(
        "本单位共有车辆⟦13⟧辆，其中：主要负责人用车2辆、机要通信用车1辆、应急保障用车5辆、其他用车3辆。", because: "the last name is that of all other kinds: 11"),
      .passes("本单位共有车辆13辆，其中：主要负责人用车2辆、机要通信用车1辆、应急保障用车5辆。", because: "not all kinds are named"),
      .triggers(
        "2024年年初结转和结余4,127.50万元，本年收入18,726.58万元，本年支出18,754.08万元，年末结转和结余⟦4,010.00⟧万元。",
        because: "4,127.50 + 18,726.58 − 18,754.08 is 4,100.00: two digits changed places"),
      .passes(
        "2024年年初结转和结余127.50万元，本年收入1,726.58万元，本年支出1,754.08万元，缴回财政14.00万元，年末结转和结余86.00万元。",
        because: "what was handed back is no known term"),
      .triggers(
        "公务用车等三项经费比上年减少⟦51,511.20⟧元，下降13.6%，其中：因公出国（境）费减少62,123.40元，下降22.5%；公务用车购置及运行费与上年持平；公务接待费增加11,012.20元，增长11.2%。",
        because: "−62,123.40 + 11,012.20 is −51,111.20, and the three are all there are"),
      .passes(
        "税收收入比上年减少5.51亿元，下降13.6%，其中：增值税减少6.21亿元，下降22.5%；契税增加1.10亿元，增长11.2%。", because: "there are other taxes"),
      .passes(
        "执法车辆12辆，其中新能源车4辆、应急保障车3辆、使用八年以上的7辆。", because: "a thing may be of several kinds"),
      .passes(
        "自评得分：预算执行率分值10分，得9.26分；产出分值50分，得48.5分；效益分值30分，得29分；满意度分值10分，得10分；合计96.76分。",
        because: "the full marks are no part of the score"),
      .passes(
        "累计开工1.86万套，今年新开工4,200套，累计竣工1.12万套。", because: "what is cumulative does not add up what stands before it"),
      .passes(
        "共发放补贴1,090户，包括低保户225户、特困户218户、残疾人家庭183户等。", because: "the list is open"),
      .passes(
        "全年支出7,097万元，其中：基本支出1,950万元，项目支出5,147万元。", because: "1,950 + 5,147 = 7,097"),
      .passes(
        "5月末全镇收入累计18,406万元，为年初预算数47,195万元的39.0%。其中：税收收入6,320万元，非税收入12,086万元。",
        because: "the budget with its rate behind it is no total: 6,320 + 12,086 = 18,406"),
      .passes(
        "全镇收入18,406万元，为上年19,240万元的95.7%。其中：税收收入6,320万元，非税收入12,086万元。", because: "nor is last year's amount"),
      .passes(
        "全镇教育投入52,614万元。其中：财政性投入47,380万元，公共预算安排45,906万元。", because: "the second may be a part of the first"),
      .passes(
        "养老基金收入18,240万元，其中：缴费收入14,106万元；补助收入3,020万元。失业基金收入5,862万元，其中：缴费收入4,917万元；补助收入315万元。工伤基金收入4,299万元，其中：缴费收入916万元；补助收入3,323万元。",
        because: "4,239 for 4,299 is a digit, but the other funds, too, have income that is not named"),
      .passes(
        "全镇本级收入5,216万元，加上级补助收入2,347万元，其中：一般补助1,905万元（含均衡补助312万元、结算补助1,593万元），专项补助442万元，上年结余118万元，调入资金96万元，收入合计7,777万元。",
        because: "what is added shares itself out: 5,216 + 2,347 + 118 + 96"),
      .passes(
        "全县支出38,216万元，加上债务还本4,120万元，包括一般债务2,900万元，专项债务1,220万元，上解支出1,874万元，支出总计44,210万元。",
        because: "the debt of both kinds is one of the amounts that are added"),
      .triggers(
        "全镇本级收入5,216万元，加上级补助收入2,347万元，其中：一般补助1,905万元，专项补助442万元，上年结余118万元，收入合计⟦7,861⟧万元。",
        because: "5,216 + 2,347 + 118 is 7,681, and no other reading comes to 7,861"),
      .passes(
        "区级收入38.52亿元，加上上级补助34.61亿元、上年滚存结余5.43亿元、调入资金7.74亿元后，收入合计86.30亿元；基金收入12.51亿元，加上补助9.42亿元，累计结余3.43亿元，债券转贷9.04亿元，收入合计34.40亿元。",
        because: "what had rolled up before is one of the terms, not their sum"),
      .passes(
        "本级支出31.72亿元，完成变动预算的93.0%，增长8.1%，补助下级支出26.45亿元，转贷支出4.38亿元，加上还本支出、年终结转等17.21亿元，支出总计79.76亿元，收支平衡。",
        because: "the clauses before the additions name terms, too"),
      .triggers(
        "本级支出31.72亿元，增长8.1%，补助下级支出26.45亿元，转贷支出4.38亿元，加上还本支出、年终结转等17.21亿元，支出总计⟦97.76⟧亿元。",
        because: "31.72 + 26.45 + 4.38 + 17.21 is 79.76"),
      .passes(
        "全县收入安排18,400万元（其中：县本级15,200万元，园区3,200万元），比原预算增加3,900万元（其中：县本级3,700万元，园区200万元）。",
        because: "each bracket shares out the amount before it, the second one a change"),
      .passes(
        "地方收入目标14.6亿元，预计完成16.3亿元，超收1.7亿元，主要是一次性收益地方分享0.74亿元和油价上涨，超收部分调整为年度预算。其中：税收收入11.4亿元，占预算的70%；非税收入4.9亿元，占预算的30%。",
        because: "the income of the sentence is shared out, not the share that stands nearest"),
      .passes(
        "收支相抵，结转下年21, 438万元。本级收入加上划收入60,574万元，总收入完成157,094万元。收入总计3,594, 026万元，其中：本级1,594,020万元，补助2,000,006万元。",
        because: "what may be a separator with a space behind it leaves a number that cannot be read"),
      .passes(
        "全市本级收入88.30亿元，加上补助14.60亿元，调入调节基金5亿元和基金收入12亿元，扣减用于偿还一般债券本金2亿元，当年财力117.90亿元。",
        because: "what is taken off is for that purpose; the 12 are not shared out"),
      .passes(
        "区级收入54.12亿元，减去体制上解17.25亿元，加上补助4.31亿元，财力合计41.18亿元。镇级收入6.33亿元，加补助2.15亿元，减上解支出等1.20亿元，减债务还本0.85亿元，财力合计6.43亿元。",
        because: "what is taken off stands before what is added, or behind it"),
      .passes(
        "收入50.12亿元，加上补助30.25亿元，扣除上解5.31亿元，上年结余2.40亿元，可用财力合计77.46亿元。",
        because: "扣除 takes off the first amount behind it alone"),
      .passes(
        "支出54.12亿元，加上上解支出4.31亿元、调出资金增加1.02亿元、结转下年3.05亿元，支出总计62.50亿元。",
        because: "by how much the transfers grew is one of the terms"),
      .triggers(
        "区级收入54.12亿元，减去体制上解17.25亿元，加上补助4.31亿元，财力合计⟦41.81⟧亿元。", because: "54.12 − 17.25 + 4.31 is 41.18"),
      .passes(
        "收入26.4亿元，加上补助3.1亿元，可安排29.5亿元。支出17.2亿元，加上上解12.3亿元，支出总计29.5亿元。",
        because: "the second sentence adds up by itself"),
      .passes(
        "省里转贷本区债券9,486万元，其中：一般债券1,260万元，用于村道；专项债券3,700万元，用于厂房；偿还到期债务的一般债券2,145万元，专项债券2,381万元。",
        because: "the first two names share out many wholes, but here the list goes on: all four add up"),
      .passes(
        "省里转贷本区债券9,486万元，其中：新增一般债券1,260万元，新增专项债券3,700万元。",
        because: "new bonds of both kinds are not all bonds"),
      .triggers(
        "省里转贷本区新增债券⟦9,486⟧万元，其中：新增一般债券1,260万元，新增专项债券3,700万元。",
        because: "all of them are new, and both kinds give 4,960"),
      .triggers(
        "基金总收入⟦361.61⟧亿元，总支出302.48亿元。其中，养老基金收入226.64亿元，支出184.03亿元；医保基金收入118.72亿元，支出104.26亿元；工伤基金收入15.80亿元，支出14.19亿元。",
        because: "226.64 + 118.72 + 15.80 is 361.16; the other side of each item is expenditure and comes to 302.48"),
      .passes(
        "基金总收入361.16亿元，总支出302.48亿元。其中，养老基金收入226.64亿元，支出184.03亿元；医保基金收入118.72亿元，支出104.26亿元；工伤基金收入15.80亿元，支出14.19亿元。",
        because: "both sides add up"),
      .triggers(
        "全县税收收入⟦110,382⟧万元。其中：增值税45,216万元，企业所得税20,481万元，城市维护建设税、契税等27,462万元，资源税23,223万元。",
        because: "the third item has two names and one amount: the four come to 116,382"),
      .passes(
        "支出预算285,143万元，其中：一般公共预算支出41,527万元，政府性基金预算支出243,615.38万元。",
        because: "two whole numbers beside decimals are rounded, or cut: 0.62 is less than a unit of theirs"),
      .passes(
        "除年初已编入的新增债务限额437亿元外，本次拟增加486亿元新增债务限额，其中：市级84.6亿元、区级401.4亿元。",
        because: "the list is of what is added, which is named behind its amount: 84.6 + 401.4 is 486"),
      .triggers(
        "除年初已编入的新增债务限额437亿元外，本次拟增加⟦468.00⟧亿元新增债务限额，其中：市级84.61亿元、区级401.39亿元。",
        because: "84.61 + 401.39 is 486.00: two digits changed places"),
      .passes(
        "发放补贴1,250户，其中低保户412户、特困户、残疾人家庭等838户。", because: "names with one amount for all of them: 412 + 838"),
      .passes(
        "本级总收入比上年预算数减少54,544万元（其中：一般公共预算收入增加51,715万元、上年结转增加58,890万元、转移支付收入减少102,486万元、调入资金减少62,663万元）。",
        because: "changes have signs: 51,715 + 58,890 − 102,486 − 62,663 is −54,544"),
      .passes(
        "入库供应商2,525家，其中货物类1,562家，工程类819家，服务类1,074家。", because: "a firm may supply goods and services"),
      .passes(
        "全年完成交通投资223.7亿元。其中，公路完成投资140.6亿元，铁路完成投资64.2亿元，水运完成投资18.3亿元。",
        because: "0.6 may be what is not named: another last digit would close any list of so few digits"),
      .triggers(
        "安排项目26个，资金⟦3,482.6⟧万元，其中：道路项目12个，资金1,820.4万元；水利项目9个，资金1,034.2万元；绿化项目5个，资金328.0万元。",
        because: "all 26 projects are named, and their money is 3,182.6"),
      .passes(
        "安排项目28个，资金3,482.6万元，其中：道路项目12个，资金1,820.4万元；水利项目9个，资金1,034.2万元；绿化项目5个，资金328.0万元。",
        because: "two projects are not named, nor is their money"),
      .passes(
        "本级支出比上年预算数减少37,950万元（主要是提前下达的补助减少102,486万元，上年结转增加58,890万元）。",
        because: "the main causes are not all of them"),
      .triggers(
        "全年社会消费品零售总额⟦259.76⟧亿元，比上年增长5.8%。分城乡看，城镇消费品零售总额200.42亿元，增长6.3%；乡村消费品零售总额59.93亿元，增长4.3%。",
        because: "200.42 + 59.93 is 260.35: there is nothing besides town and country"),
      .passes(
        "全年社会消费品零售总额120.41亿元，增长4.5%，其中限额以上单位零售额38.60亿元。按经营地分，城镇消费品零售额97.96亿元，增长4.4%；乡村消费品零售额22.45亿元，增长4.9%。",
        because: "it is the whole that is shared out in another respect, not the part before it"),
      .passes(
        "年末常住人口45.57万人，户籍人口50.12万人。其中，城镇人口28.38万人，乡村人口17.19万人。", because: "28.38 + 17.19 is the first of the two"),
      .triggers(
        "全县收入1,077,607万元，占年初预算的98.4%。其中：税收收入812,046万元，增长3%。县本级收入加预计补助收入966,207万元、调入资金314,965万元、调节基金70,862万元，收入总计⟦2,429,461⟧万元。",
        because: "1,077,607 + 966,207 + 314,965 + 70,862 is 2,429,641: the name of the income stands before the plus"),
      .triggers(
        "全国一般公共预算支出⟦190,839⟧亿元，增长6.2%。其中，中央一般公共预算本级支出25,014亿元，增长7%；地方一般公共预算支出165,375亿元，增长6.1%。",
        because: "25,014 + 165,375 is 190,389: what the centre and the places spend is all that is spent"),
    ])

  func relations(in facts: Facts, into relations: inout [Relation]) {
    let first = relations.count
    for statement in facts.statements(.list) {
      relations.append(Self.relation(statement))
    }
    Self.loosen(&relations, from: first, facts)
  }

  /// Where other lists of the same first name leave something unnamed, one that misses by a digit may do so, too: it is
  /// no tight list.
  private static func loosen(_ relations: inout [Relation], from first: Int, _ facts: Facts) {
    func opening(of relation: Relation) -> (name: LabelID, item: FigureID)? {
      guard relation.closure == .unknown, case .linear(let terms)? = relation.readings.first, terms.count > 1 else {
        return nil
      }
      let item = terms[1].operand.figure
      return facts[item].label == 0 ? nil : (facts[item].label, item)
    }
    let evaluator = Evaluator(facts.figures)
    func addsUp(_ claim: Claim) -> Bool {
      if case .linear = claim { evaluator.holds(claim) } else { false }
    }
    var short: [(index: Int, name: LabelID, item: FigureID)] = []
    for index in first..<relations.count {
      guard let (name, item) = opening(of: relations[index]), !relations[index].readings.contains(where: addsUp) else {
        continue
      }
      short.append((index, name, item))
    }
    // Two readings of one list are one list.
    let items = Dictionary(short.map { ($0.name, $0.item) }, uniquingKeysWith: { $0 == $1 ? $0 : -1 })
    for (index, name, _) in short where items[name] == -1 { relations[index].isTight = false }
  }

  private static func relation(_ statement: Statement) -> Relation {
    // Only a whole list can be known to share out its total: the same names may begin a longer list.
    let isClosed = statement.lists.contains { $0.closure == .closed && !$0.isTentative }
    let isOpen = !isClosed && statement.lists.contains { $0.closure == .open }
    var readings: [Claim] = []
    if !isOpen {
      for total in statement.amount {
        for list in statement.lists where !list.isTentative && (!isClosed || list.closure == .closed) {
          readings.append(sum(total, list))
        }
        // Names that share out a whole may also begin a longer list of it.
        let closed = statement.lists.reduce(0) {
          max($0, $1.closure == .closed && !$1.isTentative ? $1.parts.count : 0)
        }
        for list in statement.lists where isClosed && !list.isTentative && list.parts.count > closed {
          readings.append(sum(total, list))
        }
        for list in statement.lists where list.isTentative && !isClosed { readings.append(sum(total, list)) }
      }
    }
    let whole = statement.lists.count { !$0.isTentative }
    if !isClosed, let list = statement.lists.first {
      readings = readings.prefix(8 - min(4, statement.amount.count)) + statement.amount.map { bound($0, list) }
    }
    var relation = Relation(
      rule: description.id, kind: .listTotal, force: isClosed ? .identity : .explain, readings: readings.likeliest)
    relation.closure = isClosed ? .closed : isOpen ? .open : .unknown
    relation.wholeReadings = whole
    relation.isTight = statement.lists.first?.isTight ?? false
    relation.isGuess = statement.isGuess
    relation.isToldBySlip = true
    relation.form = statement.isGuess ? statement.listForm.map { .list($0) } : nil
    if statement.isGuess { relation.force = .explain }
    return relation
  }

  private static func sum(_ total: FigureID, _ list: PartList) -> Claim {
    var terms: [Term] = []
    terms.reserveCapacity(list.parts.count + 1)
    terms.append(Term(-1, Operand(total, .total)))
    for part in list.parts { terms.append(Term(part.sign, Operand(part.figure, .part))) }
    return .linear(terms)
  }

  /// The parts do not exceed the total: all parts of a tight list; where the others may be parts of the first
  /// (债券A，市本级留用B，转贷C), the first alone.
  private static func bound(_ total: FigureID, _ list: PartList) -> Claim {
    let parts = list.isLevel ? list.parts : Array(list.parts.prefix(1))
    return .atMost(
      left: parts.map { Term($0.sign, Operand($0.figure, .part)) }, right: [Term(1, Operand(total, .total))])
  }
}
