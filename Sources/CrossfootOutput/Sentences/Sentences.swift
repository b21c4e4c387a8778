// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText

/// Every sentence and word for users, in one language. The files beside this one hold them by subject.
///
/// A sentence is one phrase without full stop; it names all numbers as printed and states the relation between them,
/// not who is to blame.
public struct Sentences: Sendable {
  /// The language of all its sentences.
  public let language: Language

  /// The sentences of one language.
  public init(_ language: Language) { self.language = language }

  /// Picks the sentence of this language.
  func say(_ zh: @autoclosure () -> String, _ en: @autoclosure () -> String) -> String {
    switch language {
    case .zh: zh()
    case .en: en()
    }
  }

  /// `3 份报告` or `3 reports`: a number of things.
  func count(_ number: Int, _ zh: String, _ en: String) -> String {
    say("\(number) \(zh)", plural(number, en))
  }

  /// A number of things in English, with an s for all but one.
  func plural(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  /// Joins the items of a list.
  func list(_ items: [String]) -> String { items.joined(separator: say("、", ", ")) }

  /// Joins phrases that stand side by side.
  func phrases(_ items: [String]) -> String { items.joined(separator: say("，", ", ")) }

  /// Quotes text of the report.
  func quoted(_ text: String) -> String { "“\(text)”" }
}

// MARK: Words for the parts of a finding

extension Sentences {
  /// What a figure is in a relation, as a noun.
  public func role(_ role: Role) -> String {
    switch role {
    case .total: say("合计", "total")
    case .part: say("分项", "part")
    case .amount: say("金额", "amount")
    case .base: say("基数", "base")
    case .delta: say("增减额", "change")
    case .rate: say("比率", "rate")
    case .budget: say("预算数", "budget")
    case .actual: say("执行数", "actual")
    case .prior: say("上年数", "prior year")
    case .weight: say("分值", "weight")
    case .score: say("得分", "score")
    case .target: say("目标值", "target")
    case .achieved: say("完成值", "achieved")
    case .left: say("前者", "first")
    case .right: say("后者", "second")
    case .stated: say("所列数", "stated")
    case .count: say("个数", "count")
    case .price: say("单价或人均数", "price or mean")
    case .mark: say("原文", "text")
    }
  }

  /// What a figure is in a relation of a given kind: a rate is an execution rate, a share or a rate of change.
  public func role(_ role: Role, in kind: RelationKind) -> String {
    switch (role, kind) {
    case (.rate, .executionRate): say("执行率", "execution rate")
    case (.rate, .changeRate): say("增减率", "rate of change")
    case (.rate, .scoreRate): say("得分率", "rate of points")
    case (.count, .unitPrice): say("数量", "number")
    case (.rate, .share), (.part, .shareTotal): say("占比", "share")
    case (.rate, .unitPrice): say("单价", "price")
    case (.rate, .multiple): say("倍数", "multiple")
    case (.total, .weightTotal): say("分值合计", "total weight")
    case (.total, .scoreTotal): say("总分", "total score")
    case (.total, .listTotal): say("总数", "total")
    case (.part, .weightTotal): say("分值", "weight")
    case (.part, .scoreTotal): say("得分", "score")
    case (.mark, .spreadsheetError): say("公式错误", "formula error")
    case (.mark, .grade): say("等级", "grade")
    default: self.role(role)
    }
  }

  /// The slip that would explain a wrong figure.
  public func cause(_ cause: Cause) -> String {
    switch cause {
    case .swappedDigits: say("可能是两位数字写颠倒了", "two digits may be swapped")
    case .wrongDigit: say("可能有一位数字写错", "one digit may be wrong")
    case .droppedDigit: say("可能漏写了一位数字", "a digit may be missing")
    case .doubledDigit: say("可能多写了一位数字", "a digit may be doubled")
    case .movedPoint: say("小数点可能错位", "the decimal point may be misplaced")
    case .scale: say("数量级可能用错（元、万元、亿元）", "the scale may be wrong (ones, 万, 亿)")
    case .sign: say("正负号或增减方向可能相反", "the sign or the direction may be reversed")
    case .wrongBase: say("可能除以了本期数，而不是上期数", "it may be divided by the later figure instead of the earlier one")
    case .wrongStage: say("可能用错了预算口径（年初预算、调整预算）", "it may use the wrong budget (initial or adjusted)")
    case .neighbour: say("可能抄了相邻的数字", "it may be copied from a neighbouring figure")
    case .stale: say("可能是未随修改更新的旧数字", "it may be an old value that was not updated")
    case .truncated: say("可能直接舍去了尾数，没有四舍五入", "it may be cut off instead of rounded")
    }
  }
}
