// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

extension Sentences {
  /// The message of a figure that two reports print differently.
  public func message(_ finding: CrossFinding) -> String { phrase(finding, say("，而", ", but ")) }

  /// A figure that two reports agree on.
  public func tie(_ finding: CrossFinding) -> String { phrase(finding, say("，", ", ")) }

  private func phrase(_ finding: CrossFinding, _ joint: String) -> String {
    let total = finding.stage == .accounts ? say("决算总额", "total of the accounts") : say("预算总额", "budget total")
    let name = finding.topic.map { shortened($0, to: 48) } ?? total
    let here = amount(finding.stated)
    let there = amount(finding.published)
    let subject = say("\(finding.year)年\(name)：", "\(name) of \(finding.year): ")
    switch finding.rule {
    case .priorYear:
      return subject
        + say(
          "此处作上年数为 \(here)\(joint)\(finding.year)年的报告为 \(there)",
          "\(here) here as last year's\(joint)\(there) in the report of \(finding.year)")
    case .initialBudget:
      return subject
        + say(
          "此处作年初预算为 \(here)\(joint)公布的预算为 \(there)",
          "\(here) here as the initial budget\(joint)\(there) in the published budget")
    }
  }

  /// A figure as printed with the word of its scale.
  private func amount(_ place: CrossPlace) -> String {
    switch place.scale {
    case 0: place.text + say(" 元", " 元")
    case 4: place.text + say(" 万元", " 万元")
    case 8: place.text + say(" 亿元", " 亿元")
    default: place.text
    }
  }

  /// How much was checked across reports: one line, and one on what was left alone.
  public func coverage(_ tally: CrossTally) -> [String] {
    let head = phrases([
      count(tally.contradicted, "处不符", "contradiction"), say("\(tally.tied) 处相符", "\(tally.tied) tied"),
      say("\(tally.pairs) 对报告", plural(tally.pairs, "pair") + " of reports"),
      say("\(tally.reports) 份报告可比", plural(tally.reports, "report") + " known by organisation, kind, level and year"),
    ])
    let left = [
      (tally.unknown, say("单位、类型、层级或年度不明的报告", "reports of unknown organisation, kind, level or year")),
      (tally.rivals, say("同一年度有多份不同的报告", "years with several different reports")),
      (tally.restated, say("报告说明口径已调整", "pairs with restated figures")),
      (tally.ambiguous, say("数字不唯一或过短", "figures with several values or too few digits")),
      (tally.unrelated, say("两份报告口径不同", "figures of reports that hardly ever agree")),
    ].filter { $0.0 > 0 }.map { "\($0.1) \($0.0)" }
    return left.isEmpty ? [head] : [head, say("未比较：", "not compared: ") + phrases(left)]
  }
}
