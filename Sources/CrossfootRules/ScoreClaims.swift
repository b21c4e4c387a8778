// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Claims that the rules of score sheets share.
enum ScoreClaims {
  /// A total of weights or scores, all taken as printed.
  static func sum(_ total: FigureID, _ parts: [FigureID], _ role: Role) -> Claim {
    .linear(
      [Term(-1, Operand(total, .total, exact: true))] + parts.map { Term(1, Operand($0, role, exact: true)) })
  }
}

extension ScoreSheet {
  /// Whether a sheet without a money line lacks just what that mostly weighs, or a good part of its lines: it goes on
  /// elsewhere, and its totals are of lines that are not here.
  func mayGoOnElsewhere(_ facts: Facts) -> Bool {
    guard money == nil, let total = totalWeight.map({ facts[$0].quantity.digits }) else { return false }
    var missing: Decimal? = total
    for item in items { missing = missing?.subtracting(facts[item.weight].quantity.digits) }
    guard let missing, let third = missing.multiplied(by: 3) else { return true }
    return Self.moneyWeights.contains { missing.equals(Decimal($0)) } || third.order(total) >= 0
  }

  /// What the execution of the budget mostly weighs.
  private static let moneyWeights: [Int128] = [10, 20]
}

/// Score sheets for the rules' examples: one money line and three indicators.
enum ScoreExamples {
  /// - Parameters:
  ///   - weights, scores: the printed totals; the arrays hold the money line's value and those of the indicators.
  ///   - rate, actual: the money line's rate in percent, and the amount spent of 50.00.
  ///   - targets: target, achieved and deviation of each indicator.
  static func sheet(
    weights: String, _ weight: [String], scores: String, _ score: [String], rate: String = "100.00",
    actual: String = "50.00",
    targets: [(String, String, String)] = [("≥12场", "12场", "已完成"), ("≥95%", "96%", "已完成"), ("好", "达成", "已完成")],
    grade: String = ""
  ) -> String {
    var lines = [
      "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
      "\t年度资金总额\t50.00\t50.00\t\(actual)\t\(weight[0])\t\(rate)\t\(score[0])",
      "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析",
    ]
    let names = ["产出指标\t数量指标\t培训场次", "产出指标\t质量指标\t验收合格率", "效益指标\t社会效益指标\t服务保障情况"]
    for (index, name) in names.enumerated() {
      let (target, achieved, deviation) = targets[index]
      lines.append("\(name)\t\(target)\t\(achieved)\t\(weight[index + 1])\t\(score[index + 1])\t\(deviation)")
    }
    lines.append("总分\t\t\t\t\t\(weights)\t\(scores)\t")
    if !grade.isEmpty { lines.append("评分等级\t\t\(grade)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The same with the text of a cell on lines of its own between the parts, or without the money part.
  static func cutSheet(money: Bool) -> String {
    let lines = sheet(weights: "100", ["10", "40", "30", "20"], scores: "96", ["10", "38", "30", "18"]).split(
      separator: "\n")
    let text = "年度总体目标\t完成全年培训任务，\n按期验收各项成果，服务对象反映良好。\n"
    return (money ? lines[..<2].joined(separator: "\n") + "\n" : "") + text + lines[2...].joined(separator: "\n") + "\n"
  }
}
