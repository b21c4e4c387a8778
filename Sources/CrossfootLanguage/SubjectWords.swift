// SPDX-License-Identifier: Apache-2.0

/// Words that tell figures of one name apart: whose, of which fund, of which stage. Taken out of a label, what is left
/// is the name.
public struct SubjectWords: Sendable {
  /// Names of each fund, the fullest included; a label that holds one is of that fund.
  public var funds: [[String]]
  /// Words for the level of a place, and last words of the names of areas that have budgets of their own.
  public var scopes: [String]
  public var scopeEnds: [String]
  /// Words that name the stage.
  public var stages: [(text: String, stage: BudgetStage)]
  /// Words that add nothing to a name where they stand at its ends.
  public var edges: [String]
  /// Words that add nothing at the end of a name; at its beginning they belong to it (上级补助收入).
  public var endEdges: [String]
  /// Last words of names that are compared with those of other sections: that of income, then that of expenditure.
  public var nameEnds: [String]
  /// Names that stand for parts of different wholes: alone they say too little.
  public var vague: [String]
  /// Words that say of a bracket that it changes what the figure before it is of.
  public var inclusions: [String]
  /// Marks that open an item of a list of paragraphs.
  public var bullets: [String]
  /// Words that say of a remark that it holds from here on.
  public var fromHereOn: [String]
  /// Words of figures whose growth is computed at constant prices without a word.
  public var volumes: [String]
}

extension SubjectWords {
  /// The Chinese words.
  public static let chinese = SubjectWords(
    funds: [
      ["一般公共预算", "地方一般公共预算", "公共财政预算", "一般公共财政预算", "地方公共财政预算"],
      ["政府性基金预算", "政府性基金", "地方政府性基金预算", "地方政府性基金"], ["国有资本经营预算", "地方国有资本经营预算"],
      ["社会保险基金预算", "社会保险基金", "社保基金预算", "社保基金"],
    ],
    scopes: [
      "全市", "全省", "全县", "全区", "全州", "全旗", "全地区", "全自治区", "市本级", "省本级", "县本级", "区本级", "州本级", "旗本级", "地区本级", "自治区本级",
      "本级",
      "市级", "省级", "县级", "区级", "州级", "旗级", "市直", "县直", "市区", "县（市、区）", "县(市、区)", "县(市)区", "区县", "县区",
    ],
    scopeEnds: ["开发区", "经开区", "高新区", "新区", "管理区", "度假区", "示范区", "功能区", "园区", "产业园", "试验区", "合作区", "保税区"],
    stages: stages(.initialBudget, ["年初预算数", "年初预算", "年初安排", "年初"])
      + stages(
        .adjustedBudget, ["调整预算数", "调整预算", "调整后预算数", "调整后预算", "变动预算", "调整及变动预算", "调整变动预算", "全年预算", "调整后的预算"])
      + stages(
        .budget,
        ["预算草案", "草案", "收支预算", "预算安排", "拟安排", "计划安排", "安排", "预期实现", "预期完成", "预期", "预算数", "预算", "计划", "预期目标", "代编"])
      + stages(
        .actual,
        [
          "预算执行", "预计执行", "执行数", "执行", "预计完成", "实际完成", "累计完成", "完成数", "完成", "决算数", "决算", "实际支出", "实际", "实现",
        ]),
    edges: [
      "——", "—", "●", "•", "■", "◆", "○", "数", "额", "为", "共", "达", "到", "是", "的", "约", "其", "我", "拟", "建议", "预计", "总体",
      "情况", "全年", "年度", "当年", "本年", "今年",
      "方面", "、", ",", "地方", "相应", "分别", "主要",
    ],
    endEdges: ["上"], nameEnds: ["收入", "支出"],
    vague: ["其他收入", "其他支出", "基本支出", "项目支出", "专项支出", "专项收入", "补助收入", "补助支出", "调出支出", "总收入", "总支出"],
    inclusions: ["含", "不含", "包含", "剔除", "扣除", "不包括", "未含", "同口径", "可比口径"],
    bullets: ["——", "—", "--", "●", "•", "■", "◆", "○", "·"],
    fromHereOn: ["下同"],
    volumes: ["生产总值", "增加值", "GDP", "总产值", "固定资产投资", "零售总额", "零售额"])

  private static func stages(_ stage: BudgetStage, _ texts: [String]) -> [(text: String, stage: BudgetStage)] {
    texts.map { ($0, stage) }
  }
}
