// SPDX-License-Identifier: Apache-2.0

/// What an amount of public debt is.
public enum DebtRole: Sendable {
  case limit, balance, borrowed, repaid
  /// A kind of debt without saying which of these: that of the amount before it.
  case part
}

/// Names of amounts of public debt.
public struct DebtWords: Sendable {
  /// Last words of labels, with what they name; kind 0 is all debt, 1 general, 2 special.
  public var names: [(text: String, role: DebtRole, kind: Int)]
  /// Words in a label that make it one of other debt, or of a part of what is approved.
  public var others: [String]
  /// Words in the label of a balance that a year opens with.
  public var openings: [String]
  /// Words before which stands who approves a limit.
  public var grants: [String]
  /// Words of a limit that is handed down, which is that of new debt, unless one of `totals` stands beside them.
  public var deliveries: [String]
  public var totals: [String]
  /// Words in the sentence of a limit for debt that is new.
  public var news: [String]
  /// Words in a bracket for what an amount includes as well, and for what it does not.
  public var inclusions: [String]
  public var exclusions: [String]
  /// Words for other ways in which a balance moves.
  public var moves: [String]
  /// Words for a time that no printed year tells.
  public var times: [String]
  /// Last words before a rate that is taken of the limit.
  public var limitGenitives: [String]

  /// The Chinese words.
  public static let chinese = DebtWords(
    names: kinds("债务", "限额", .limit) + kinds("债务余额", "限额", .limit)
      + ["余额", "余额实际数", "余额执行数", "余额预计执行数", "余额预计数", "余额决算数"].flatMap { kinds("债务", $0, .balance) }
      + ["发行额", "举借额"].flatMap { kinds("债务", $0, .borrowed) }
      + ["还本额", "偿还额", "还本支出"].flatMap { kinds("债务", $0, .repaid) }
      + ["举借", "新举借", "举借债务"].map { ($0, .borrowed, 0) } + ["偿还", "偿还债务", "偿还本金", "偿还债务本金"].map { ($0, .repaid, 0) }
      + [("一般债务", .part, 1), ("专项债务", .part, 2)],
    others: ["新增", "提前", "隐性", "或有", "关注类", "结存", "分配", "转贷", "留用", "再融资", "置换", "外债", "到期"],
    openings: ["年初", "上年末", "上年底", "上年年末", "上年年底"],
    grants: ["下达", "核定", "批准", "批复", "核准", "核批"],
    deliveries: ["下达"], totals: ["核定", "核批", "核准", "末", "底", "总限额"],
    news: ["新增", "提前", "追加", "转贷"], inclusions: ["含"], exclusions: ["不含", "未含", "不包括", "除外", "扣除"],
    moves: ["核销", "核减", "核增", "汇率", "汇兑", "划转", "划入", "划出", "上划", "下划", "并入"],
    times: ["今年", "去年", "上年", "上一年", "明年", "下年", "次年", "目前", "月末", "月底", "季度末", "季末"],
    limitGenitives: ["限额的"])

  private static func kinds(_ debt: String, _ end: String, _ role: DebtRole) -> [(
    text: String, role: DebtRole, kind: Int
  )] {
    [(debt + end, role, 0), ("一般" + debt + end, role, 1), ("专项" + debt + end, role, 2)]
  }
}
