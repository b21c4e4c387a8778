// SPDX-License-Identifier: Apache-2.0

extension LanguagePack {
  /// Words of the clause grammar.
  static let chineseClauseWords: [ClauseWord] =
    words(
      .up,
      [
        "增加", "增长", "增收", "增支", "上升", "提高", "提升", "上涨", "增幅", "增幅为", "增", "多支出", "超出", "升高", "扩大", "净增", "新增加", "增加额度",
        "增加金额",
      ])
    + againstBudgets
    + [ClauseWord("减", .down, ClauseWord.opening)]
    + [ClauseWord("调增", .up, ClauseWord.adjusting), ClauseWord("调减", .down, ClauseWord.adjusting)]
    + words(.up, ["增加", "增长", "上升", "提高", "提升", "上涨", "扩大"].map { $0 + "了" })
    + words(.down, ["减少", "下降", "降低", "压减", "回落", "缩减", "压缩", "核减", "节约"].map { $0 + "了" })
    + words(
      .down,
      [
        "减少", "下降", "降低", "压减", "减收", "减支", "回落", "降幅", "降幅为", "减幅", "缩减", "下跌", "降", "少支出", "压缩", "核减", "节约", "负增长",
        "减少额度", "减少金额",
      ])
    + words(.flat, ["持平", "无变化", "无增减", "不变", "一致", "无增减变化"])
    + [ClauseWord("基本持平", .flat, ClauseWord.roughly), ClauseWord("基本一致", .flat, ClauseWord.roughly)]
    + words(.signed, ["增减变化", "增减变动", "增减额", "变动"])
    + words(
      .changeTo,
      [
        "增加到", "增长到", "提高到", "提高至", "上升到", "上升至", "增加至", "增长至", "提升到", "提升至", "扩大到", "扩大至", "增至", "升至", "减少到",
        "减少至", "下降到", "下降至", "降低到", "降低至", "降到", "降至", "减至", "压减到", "压减至", "回落至", "回落到", "缩小到", "缩小至",
        "增加为", "增长为", "增为", "提高为", "上升为", "升为", "减少为", "减为", "下降为", "降低为", "降为", "压减为", "缩减为", "缩减到", "缩减至",
      ])
    + ["调整为", "变动为", "调增为", "调减为", "追加为", "变更为", "调整至", "调整到", "调增至", "调减至", "调增到", "调减到"].map {
      ClauseWord($0, .changeTo, BudgetStage.adjustedBudget.rawValue)
    }
    + words(.compare, ["较", "比", "同比", "环比", "相较于", "较之", "与"])
    + ["相比", "相较", "对比", "相比较"].map { ClauseWord($0, .compare, ClauseWord.closing) }
    + completions
    + words(
      .rateNoun,
      [
        "预算执行率", "支出执行率", "资金执行率", "执行率", "执行进度", "支出进度", "完成率", "控制率", "支付率", "实现率", "到位率", "达成率",
        "支出率",
      ])
    + ["使用率", "利用率"].map { ClauseWord($0, .rateNoun, ClauseWord.ofUse) }
    + words(.share, ["占", "占比", "比重", "比例", "占到", "所占比重", "所占比例"])
    + chineseRatios.enumerated().flatMap { index, ratio in
      ratio.rates.map { ClauseWord($0, .share, ClauseWord.ofKnown + index) }
    }
    + words(
      .listOpener,
      [
        "其中", "其中包括", "包括", "主要包括", "具体包括", "分别包括", "包含", "具体为", "具体是", "分别为", "分别是", "主要有",
        "具体情况", "分项情况是", "分项情况", "具体如下", "主要项目", "主要用于以下方面", "用于以下方面", "用于以下几个方面",
        "主要用于以下几个方面", "按用途", "构成",
      ])
    + respects.map { ClauseWord($0, .listOpener, ClauseWord.respect) }
    + ["主要用于", "用于", "主要是", "由", "即"].map { ClauseWord($0, .listOpener, ClauseWord.weak) }
    + words(.respectively, ["分别", "依次", "各"])
    + words(.andSoOn, ["等", "等等", "以及其他", "及其他"])
    + words(
      .realGrowth,
      [
        "可比口径", "按可比口径", "可比价", "可比价格", "按可比价格计算", "同口径", "按同口径", "不变价", "不变价格", "按不变价格计算", "扣除价格因素", "实际增长",
        "还原后", "自然口径",
      ])
    + ["剔除", "扣除"].map { ClauseWord($0, .realGrowth, ClauseWord.deducting) }
    + words(
      .total,
      [
        "共", "共计", "合计", "总计", "总共", "总额", "总数", "合计为", "总量", "总收入", "总支出", "收入总计", "支出总计", "一共", "总来源", "收入总来源",
        "收入合计", "支出合计", "决算结果", "收入决算结果",
        "支出决算结果",
      ])
    + [ClauseWord("累计", .total, ClauseWord.cumulative)]
    + words(
      .balance,
      [
        "收支相抵", "收支相抵后", "收支结余", "当年收支结余", "本年收支结余", "当年结余", "本年结余", "收支差额", "收支结余为", "收支两抵", "当期结余", "当期收支结余", "本期结余",
        "本期收支结余", "当期结存", "本期结存", "当年结存", "本年结存", "当期收支结存", "预算收支结余",
      ])
    + ["收支平衡", "实现收支平衡", "收支相等", "保持平衡"].map { ClauseWord($0, .balance, ClauseWord.even) }
    + ["", "当年", "本年", "当期", "年度"].map { ClauseWord($0 + "收支缺口", .balance, ClauseWord.deficit) }
    + ["当年缺口", "本年缺口", "当期缺口"].map { ClauseWord($0, .balance, ClauseWord.deficit) }
    + [ClauseWord("加", .plus, ClauseWord.opening)]
    + words(.plus, ["加上", "另加", "再加", "加上当年"])
    + words(.minus, ["减去", "扣减", "扣减后", "抵扣"])
    + words(
      .copula,
      [
        "为", "是", "达", "达到", "有", "约", "数为", "计", "实现", "完成", "实际完成", "已完成", "安排", "执行", "已", "实有", "共有", "现有", "至",
        "下达", "到位", "均", "均为", "约为", "也", "预期", "预计",
      ]
    )
    + periods
    + doublings
    + words(.mean, ["年均", "月均", "日均", "人均", "平均", "户均", "均价", "单价", "年均增长", "平均增长", "两年平均"])

  /// 大于预算数, 超出年初预算, 预算数多: a change that is taken of a budget, which the word names.
  private static let againstBudgets: [ClauseWord] = {
    let budgets: [(name: String, stage: BudgetStage)] = [
      ("预算", .budget), ("预算数", .budget), ("年初预算", .initialBudget), ("年初预算数", .initialBudget), ("全年预算", .adjustedBudget),
      ("全年预算数", .adjustedBudget),
      ("调整预算", .adjustedBudget), ("调整预算数", .adjustedBudget), ("调整后预算", .adjustedBudget), ("调整后预算数", .adjustedBudget),
    ]
    let before: [(verb: String, kind: WordClass)] = [
      ("大于", .up), ("多于", .up), ("高于", .up), ("超出", .up), ("超过", .up), ("超", .up), ("小于", .down), ("少于", .down),
      ("低于", .down),
    ]
    let after: [(verb: String, kind: WordClass)] = [
      ("多", .up), ("多支出", .up), ("多收入", .up), ("少", .down), ("少支出", .down), ("少收入", .down),
    ]
    return budgets.flatMap { budget in
      let value = ClauseWord.against + budget.stage.rawValue
      // 预算多元: without 数 a verb that stands alone may be part of a word.
      let ends = budget.name.hasSuffix("数") ? after[...] : []
      return before.map { ClauseWord($0.verb + budget.name, $0.kind, value) }
        + ends.map { ClauseWord(budget.name + $0.verb, $0.kind, value) }
    }
  }()

  private static let doublings: [ClauseWord] =
    [("翻一番", 1), ("翻了一番", 1), ("翻番", 1), ("翻了番", 1), ("翻两番", 2), ("翻了两番", 2), ("翻三番", 3), ("翻了三番", 3)].map {
      ClauseWord($0.0, .doubled, $0.1)
    }

  /// Words that say in which respect an amount is shared out.
  private static let respects: [String] =
    [
      "项目", "项", "产业", "行业", "科目", "级次", "税种", "部门", "地区", "区域", "类型", "性质", "险种", "债券类型", "债券性质", "资金性质", "支出类型", "来源",
      "用途", "城乡", "门类",
    ]
    .flatMap { ["分\($0)看", "从\($0)看", "按\($0)看", "分\($0)来看", "从\($0)来看", "按\($0)划分"] }
    + ["经营地", "经营所在地", "经营单位所在地", "消费类型", "消费形态", "城乡"].flatMap { ["按\($0)分", "按\($0)统计", "按\($0)看"] }
    + ["按性质分", "按支出类型分", "从地区分布看", "从级次分布看", "从债券用途看", "按下达级次划分", "按经济分类看", "按功能分类看"]

  private static let completions: [ClauseWord] =
    [
      ("年初预算", BudgetStage.initialBudget), ("年初预算数", .initialBudget), ("年初预期", .initialBudget),
      ("年初计划", .initialBudget),
      ("调整预算", .adjustedBudget), ("调整预算数", .adjustedBudget), ("调整后预算", .adjustedBudget), ("变动预算", .adjustedBudget),
      ("调整后预算数", .adjustedBudget), ("全年预算", .adjustedBudget), ("全年预算数", .adjustedBudget), ("变更预算", .adjustedBudget),
      ("预算", .budget), ("预算数", .budget), ("年度预算", .budget), ("预期", .budget), ("计划", .budget), ("全年计划", .budget),
      ("年度预算数", .budget), ("代编预算", .budget), ("汇总预算", .budget), ("预期目标", .target), ("目标", .target), ("年度目标", .target),
      ("任务", .target), ("年度任务", .target), ("目标任务", .target), ("全年任务", .target), ("全年目标", .target), ("年度计划", .budget),
    ].flatMap { name, stage in
      ["为\(name)的", "完成\(name)的", "完成\(name)", "占\(name)的", "达\(name)的", "相当于\(name)的", "达到\(name)的", "完成了\(name)的"].map
      {
        ClauseWord($0, .completion, stage.rawValue)
      }
    }

  private static let periods: [ClauseWord] = [
    ("上年同期", -1), ("上年度", -1), ("上年", -1), ("上一年度", -1), ("上一年", -1), ("去年同期", -1), ("去年", -1), ("本年度", 0), ("本年", 0),
    ("当年", 0), ("今年", 0), ("年初", 0), ("年末", 0), ("上年末", -1), ("上年底", -1), ("年底", 0), ("同期", -1), ("前年", -2), ("次年", 1),
    ("下年", 1), ("下年度", 1), ("往年", -1), ("以前年度", -1), ("全年", 0),
  ].map { ClauseWord($0.0, .period, $0.1) }

  private static func words(_ kind: WordClass, _ texts: [String]) -> [ClauseWord] {
    texts.map { ClauseWord($0, kind) }
  }

  /// Words that hold a clause word by accident of spelling; the longer word wins.
  static let chineseInertWords = [
    "比亚迪", "比武", "比赛", "比选", "比对", "评比", "对比度", "无比", "占地", "占用", "占道", "侵占", "等级", "等次", "同等", "平等", "中等", "高等", "等保",
    "等离子",
    "等于", "初等", "优等", "均等", "对等", "相等", "共同", "公共", "共享", "共建", "共治", "共产", "共青团", "共和国", "中共", "共性", "减税", "减排", "减灾",
    "减负", "减免", "减半",
    "减贫", "减资", "增值税", "增值", "自然增长率", "增设", "增强", "增进", "增发", "增效", "增产", "增绿", "增减挂钩", "增殖", "增补", "降水", "降雨", "降碳",
    "降费", "降本",
    "降解", "降尘", "新增",
    "加强", "加快", "加大", "加权", "加总", "加计", "加工", "加油", "加入", "加装", "加固", "加班", "加速", "加密", "增加值", "增加额", "追加", "附加", "参加",
    "加氢", "更加", "各项",
    "各类", "各级", "各地",
    "各县", "各区", "各部门", "各单位", "各方", "各族", "各位", "各镇", "各市", "与会", "参与", "赋予", "用于满足", "适用于", "使用于", "由于", "自由", "理由",
    "由来", "即将", "即时", "即使", "立即",
    "随即", "是否", "于是", "还是", "总是", "但是", "可是", "凡是", "正是", "若是", "要是", "不是", "只是", "有关", "有效", "有力", "有序", "有限", "有机",
    "国有", "所有", "没有", "拥有", "私有",
    "公有", "具有", "共有产权", "有利", "有所", "有色", "特有", "富有", "占有", "含有", "享有", "设计", "统计", "会计", "审计", "预计", "计划", "计算", "计入",
    "计提", "估计", "总计划", "生计", "计量",
    "为主", "为了", "为民", "为例", "为人民", "行为", "作为", "成为", "认为", "因为", "为期", "人为", "较好", "较大", "较快", "较多", "较高", "较低", "较少",
    "较小", "比较", "较为", "较强", "计较",
    "达标", "发达", "到达", "传达", "下达率", "表达", "完成情况", "完成后", "已经", "而已", "近翻番", "近翻一番", "接近翻番", "接近翻一番", "基本翻番", "几乎翻番",
    "力争翻番", "安排使用", "执行情况", "执行中", "执行率得分", "执法", "均衡", "至今", "以至", "甚至", "乃至", "及至", "分布", "变动情况", "增减情况", "与此", "与传媒",
    "与计划生育", "与开发", "与试验发展",
  ]
}
