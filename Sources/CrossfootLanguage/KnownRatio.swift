// SPDX-License-Identifier: Apache-2.0

/// A rate that names what it is taken of, so that the sentence need not say it: `送审A，审减C，审减率P`.
public struct KnownRatio: Sendable {
  /// Words for the rate.
  public var rates: [String]
  /// Words in the label of its part, and in that of its whole.
  public var parts: [String]
  public var wholes: [String]
  /// Words in the label of what is left of the whole without the part.
  public var rests: [String]
  /// Whether the whole may be carried out in part, the rate being of that part: then it is known only where rest and
  /// part make up the whole.
  public var isOfDone = false
  /// Sentences before its own in which part and whole may stand.
  public var sentences = 0
}

/// A rate that is what one rate leaves of another: `出生率P，死亡率Q，自然增长率R`.
public struct KnownDifference: Sendable {
  /// Last words of the names of both rates, and of what is left.
  public var whole: String
  public var taken: String
  public var rest: String
}

extension LanguagePack {
  static let chineseRatios = [
    KnownRatio(
      rates: ["审减率", "核减率", "净审减率", "净核减率", "综合审减率", "综合核减率"],
      parts: ["审减", "核减", "净减", "压减"],
      wholes: ["送审", "报审", "申报金额", "审核金额", "评审金额", "审核资金", "评审资金", "审核总额", "评审总额", "审查金额"],
      rests: ["审定", "核定"]),
    KnownRatio(
      rates: ["节约率", "资金节约率", "预算节约率", "综合节约率", "节资率", "资金节资率", "节支率", "资金节支率"],
      parts: ["节约", "节资", "节支", "节省"],
      wholes: ["采购预算", "采购计划", "预算金额", "预算规模", "计划金额", "招标控制价", "预算总额", "控制价"],
      rests: ["采购金额", "采购规模", "实际采购", "实际支付", "中标", "成交", "合同金额", "采购额"], isOfDone: true),
    KnownRatio(
      rates: ["资产负债率"], parts: ["负债"], wholes: ["资产总额", "资产总计", "总资产", "资产合计", "资产总量"],
      rests: ["净资产", "所有者权益", "权益"]),
    KnownRatio(
      rates: ["", "全市", "全省", "全县", "全区", "全州", "全盟", "全旗", "年末"].flatMap { [$0 + "城镇化率", $0 + "常住人口城镇化率"] },
      parts: ["城镇人口", "城镇常住人口", "常住城镇人口"], wholes: ["常住人口", "常住总人口"], rests: ["乡村人口", "乡村常住人口", "农村人口", "农村常住人口"],
      sentences: 2),
    KnownRatio(
      rates: ["整改率", "问题整改率", "整改完成率"], parts: ["整改"], wholes: ["问题", "反映", "发现", "查出"], rests: []),
  ]

  static let chineseDifferences = [KnownDifference(whole: "出生率", taken: "死亡率", rest: "自然增长率")]
}
