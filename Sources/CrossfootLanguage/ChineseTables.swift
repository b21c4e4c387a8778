// SPDX-License-Identifier: Apache-2.0

extension LanguagePack {
  static let chineseHeaderWords: [HeaderWord] =
    headers(.initialBudget, ["年初预算数", "年初预算", "年初预算金额", "年初预算安排"])
    + headers(.budget, ["全年预算数", "全年预算", "调整预算数", "调整预算", "调整后预算", "调整后预算数", "预算数(A)", "全年预算数(A)", "变动预算数", "预算调整数"])
    + headers(.amount, ["预算数", "预算金额", "预算", "金额", "年度预算数", "预算安排", "本年预算数", "本年预算", "当年预算数", "当年预算", "预计数", "计划数", "草案数", "预算草案数"])
    + headers(
      .actual,
      [
        "全年执行数", "执行数", "决算数", "完成数", "实际支出", "实际支出数", "全年执行数(B)", "执行数(B)", "支出数", "实际完成数", "决算", "执行金额",
        "本年完成数", "实际执行数", "预计执行数", "预计完成数",
      ])
    + headers(.prior, ["上年决算数", "上年执行数", "上年完成数", "上年数", "上年实际", "上年决算", "上年同期", "上年同期数", "上年预算数"])
    + headers(
      .executionRate,
      ["执行率", "预算执行率", "完成率", "执行率(B/A)", "完成预算%", "完成预算的%", "占预算%", "为预算%", "完成比例", "完成预算(%)", "完成调整预算%", "完成率%", "完成预算的百分比", "执行率%", "执行率(%)", "完成率(%)"])
    + headers(.changeAmount, ["增减额", "增减金额", "增减数", "比上年增减额", "增减", "比上年增减", "较上年增减", "增减变化金额", "差额"])
    + headers(
      .changeRate,
      ["增减率", "增减%", "增长率", "增减幅度", "比上年增减%", "增长%", "比上年增长%", "增幅", "同比增长", "增减比例", "增减率%", "增减率(%)", "增减(%)", "较上年增减%", "增长率%", "增长率(%)", "同比增减%"])
    + headers(.share, ["占比", "比重", "占总额比重", "占比%", "占比(%)", "比重(%)", "比重%"])
    + headers(.target, ["年度指标值", "指标值", "目标值", "年度目标值", "预期值", "预期指标值", "绩效目标值"])
    + headers(.achieved, ["实际完成值", "完成值", "实际值", "完成情况", "实际完成情况", "全年实际值", "全年完成值", "实际完成指标值"])
    + headers(.weight, ["分值", "权重", "分数", "指标分值", "权重(分值)", "满分", "标准分", "分值权重"])
    + headers(.score, ["得分", "自评得分", "自评分", "实际得分", "评分"])
    + headers(
      .deviation,
      [
        "偏差原因分析及改进措施", "偏差原因分析", "偏差原因", "未完成原因分析", "备注(偏差原因)", "扣分原因", "偏差原因分析及改进", "未完成原因及改进措施", "原因分析",
      ])
    + headers(
      .label,
      ["一级指标", "二级指标", "三级指标", "指标名称", "项目", "项目名称", "科目名称", "功能分类科目名称", "名称", "预算单位", "单位名称", "科目", "支出项目类别", "收入项目", "支出项目", "指标", "任务名称", "内容", "类别"])
    + headers(.code, ["科目编码", "编码", "功能分类科目编码", "科目代码", "代码", "序号", "行次", "栏次", "项目编码"])
    + headers(.unit, ["计量单位", "单位"])
    + headers(.remark, ["备注", "说明", "指标解释", "备 注"])
    + headers(.total, ["合计", "总计", "小计", "总额", "资金总额", "资金合计"])

  private static func headers(_ role: ColumnRole, _ texts: [String]) -> [HeaderWord] {
    texts.map { HeaderWord($0, role) }
  }

  static let chineseTotalWords = [
    "合计", "总计", "共计", "本年收入合计", "本年支出合计", "收入合计", "支出合计", "收入总计", "支出总计", "金额合计", "总额", "年度资金总额", "资金总额", "合 计",
    "总合计", "全市合计", "年度资金总额合计",
  ]
  static let chineseSubtotalWords = ["小计", "小 计", "合计数"]

  static let chineseStageWords: [(text: String, stage: BudgetStage)] = [
    ("年初预算", .initialBudget), ("年初部门预算", .initialBudget), ("初预算", .initialBudget), ("年初安排", .initialBudget), ("初部门预算", .initialBudget),
    ("调整预算", .adjustedBudget), ("调整后预算", .adjustedBudget), ("调整后的预算", .adjustedBudget), ("全年预算", .adjustedBudget),
    ("变动预算", .adjustedBudget), ("调整后部门预算", .adjustedBudget), ("预算金额", .budget), ("预算数", .budget), ("预算执行数", .actual),
    ("实际支出预算", .actual), ("实际支出", .actual), ("实际", .actual), ("支出总额", .actual), ("实际完成采购预算", .actual), ("执行数", .actual), ("决算数", .actual), ("决算", .actual), ("实际完成", .actual),
    ("支出数", .actual), ("总计支出", .actual), ("执行", .actual), ("支付", .actual), ("实际使用", .actual), ("完成采购", .actual),
  ]

  static let chinesePartitions: [[String]] = [
    ["基本支出", "项目支出"], ["税收收入", "非税收入"], ["货物", "工程", "服务"], ["货物类", "工程类", "服务类"],
    ["货物支出", "工程支出", "服务支出"], ["货物类项目", "工程类项目", "服务类项目"], ["政府采购货物", "政府采购工程", "政府采购服务"],
    ["危急", "高危", "中危"], ["严重", "高危", "中危", "低危"], ["高危", "中危", "低危"], ["超危", "高危", "中危", "低危"],
    ["人员经费", "公用经费"], ["因公出国", "公务接待费", "公务用车"], ["一般债务", "专项债务"], ["一般债券", "专项债券"],
    ["公务用车购置费", "公务用车运行"], ["公务用车购置", "公务用车运行"], ["三级系统", "二级系统"], ["优", "良", "中", "差"], ["优秀", "良好", "合格", "不合格"],
    ["男", "女"], ["城镇", "农村"], ["第一产业", "第二产业", "第三产业"], ["出口", "进口"], ["省级", "市级", "县级"], ["财政拨款", "其他资金"],
    ["财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"], ["返还性", "一般性转移支付", "专项转移支付"], ["返还性", "一般转移支付", "专项转移支付"],
    ["税收返还", "一般性转移支付", "专项转移支付"], ["保基本民生", "保工资", "保运转"], ["基本民生", "工资", "运转"],
  ]

  /// Kinds of things that exclude each other. Awards and attributes (省级, 新能源) do not: a thing may have several.
  static let chineseExclusiveKinds: [[String]] = [
    ["特别重大", "特大", "重大", "较大", "一般"], ["危急", "超危", "严重", "高危", "中危", "低危"], ["男", "女"], ["城镇", "农村", "乡村"],
    ["幼儿园", "小学", "初中", "高中", "中职", "大学"], ["新建", "改建", "扩建", "续建"], ["一级", "二级", "三级", "四级"],
    ["高级", "中级", "初级"], ["优秀", "良好", "合格", "不合格"], ["在职", "离休", "退休"], ["夏粮", "早稻", "秋粮"],
  ]

  /// Wholes that are printed some sentences before the parts that share them out.
  static let chineseSharedWholes = [
    KnownSum(["一般公共预算收入", "公共财政预算收入"], [["税收收入"], ["非税收入"]]),
    KnownSum(["政府债务余额", "债务余额", "地方政府债务余额"], [["一般债务余额"], ["专项债务余额"]]),
    KnownSum(["政府债务限额", "债务限额", "地方政府债务限额"], [["一般债务限额"], ["专项债务限额"]]),
  ]

  static let chineseGradeScales: [[(name: String, least: Int)]] = [
    [("优", 900), ("良", 800), ("中", 600), ("差", 0)],
    [("优秀", 900), ("良好", 800), ("合格", 600), ("不合格", 0)],
    [("优秀", 900), ("良好", 800), ("一般", 600), ("较差", 0)],
  ]

  /// The Chinese pack.
  public static let chinese = LanguagePack(
    code: "zh",
    scales: chineseScales, units: chineseUnits,
    qualifiersBefore: chineseQualifiersBefore,
    qualifierInert: ["节约", "制约", "合约", "契约", "签约", "违约", "履约", "集约", "预约", "公约", "解约", "续约", "特约", "附近", "最近", "临近", "赶超", "反超"],
    qualifiersAfter: chineseQualifiersAfter,
    clauseWords: chineseClauseWords, inertWords: chineseInertWords, headerWords: chineseHeaderWords,
    totalWords: chineseTotalWords, subtotalWords: chineseSubtotalWords, tables: .chinese,
    stageWords: chineseStageWords,
    stageEnds: [("预算", .budget), ("预算数", .budget), ("预算额", .budget), ("计划", .budget), ("计划数", .budget), ("指标", .budget)],
    genitives: ["的"],
    incomeWord: "收入", expenseWord: "支出", sidelessWords: ["收支", "结余", "结转"],
    deficitWords: ["缺口", "赤字", "短缺"],
    verbsUp: ["增产", "增拨", "增投", "增员", "增亏", "增配", "多支", "多收", "多退", "多缴", "多征", "多支付", "多安排", "多投入", "超支", "超收"],
    verbsDown: ["减产", "减亏", "减员", "减征", "少支", "少收", "少退", "少缴", "少征", "少支付", "少安排", "少投入", "短收", "节支", "节省"],
    rollingWords: ["滚存", "累计结余", "累计结存"],
    carriedWords: ["年终结转", "年末结转", "年终结余", "年末结余", "结转下年", "净结余", "年终滚存结余", "年末滚存结余", "滚存结余"], deductionEnds: ["后"],
    wordCounters: [
      "个", "项", "家", "名", "人", "件", "次", "场", "轮", "批", "条", "所", "座", "处", "方面", "领域", "维度", "层级", "部门", "单位", "起", "户", "辆", "台",
      "套", "份", "篇", "位", "张", "元",
    ],
    memberNouns: [
      "单位", "部门", "国家", "方面", "领域", "维度", "层级", "环节", "阶段", "街道", "乡镇", "应用领域", "地区", "城市", "重点领域",
      "科室", "处室", "股室", "内设科室", "内设处室", "内设股室", "内设机构", "职能科室", "下属单位", "直属单位", "所属单位", "预算单位", "二级单位", "二级预算单位", "事业单位",
      "下属事业单位", "所属事业单位", "直属事业单位",
    ],
    nameMark: "、", nameJoints: ["和", "与", "及", "以及"], nameStops: ["。", "，", "；", "：", "“", "”", "》", "《", "（", "）"],
    countLinks: ["共", "有", "共有", "共计", "为", "合计"],
    nameOpeners: [":", "，分别为", "，分别是", "，分别为:", "，分别是:", "，包括", "，包括:", "，即", "，即:", "分别为", "分别是", "分别为:", "分别是:"],
    openEnds: ["等", "等等"],
    itemOrdinals: ["一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是"],
    bulletMarks: ["——", "—", "●", "■", "◆", "•"], pathMarks: ["(类)", "(款)", "(项)", "-", "—", "–", "→"], partitions: chinesePartitions,
    exclusiveKinds: chineseExclusiveKinds, sharedWholes: chineseSharedWholes, gradeScales: chineseGradeScales,
    gradeLabels: ["评分等级", "评价等级", "等级", "评价结果", "绩效等级", "自评等级", "评定等级"],
    scoreTotalLabels: ["总分", "合计", "总得分", "自评总分", "得分合计", "总计"],
    noDeviationWords: ["无偏差", "无", "无差异", "不存在偏差"],
    notApplicableWords: ["不涉及", "不适用", "无", "/", "-", "—"])
}
