// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText

extension Sentences {
  /// The column heads of the list of figures.
  var figureHeader: [String] {
    [
      say("位置", "place"), say("原文", "text"), say("数值", "value"), say("单位", "unit"), say("数量级", "scale"),
      say("名称", "label"), say("列名", "column"), say("口径", "aspects"), say("状态", "state"), say("容差", "slack"),
    ]
  }

  /// A figure in the columns of ``figureHeader``.
  func cells(of row: FigureRow) -> [String] {
    let aspects = [row.scope, row.fund, stage(row.stage), period(row.period)].filter { !$0.isEmpty }
    var state = self.state(row.state)
    if case .unchecked(let reason) = row.state { state += say("：", ": ") + self.reason(reason) }
    let cells = [
      "\(row.position.line):\(row.position.column)", row.text, row.value, unit(row.dimension), scale(row.scale),
      shortened(row.label, to: 24), shortened(row.columnLabel, to: 20), aspects.joined(separator: " · "), state,
      row.slack,
    ]
    return cells.map(Sanitiser.clean)
  }

  private func unit(_ dimension: Dimension) -> String {
    switch dimension {
    case .money: say("金额", "money")
    case .percent: "%"
    case .permille: "‰"
    case .percentagePoint: say("百分点", "pp")
    case .basisPoint: say("基点", "bp")
    case .multiple: say("倍", "times")
    case .score: say("分", "points")
    case .count: say("个数", "count")
    case .measure: say("计量", "measure")
    case .none: ""
    }
  }

  private func scale(_ power: Int) -> String {
    switch power {
    case 0: ""
    case 3: say("千", "10^3")
    case 4: say("万", "10^4")
    case 6: say("百万", "10^6")
    case 8: say("亿", "10^8")
    default: "10^\(power)"
    }
  }

  private func stage(_ stage: Stage) -> String {
    switch stage {
    case .unknown: ""
    case .initialBudget: say("年初预算", "initial budget")
    case .adjustedBudget: say("调整预算", "adjusted budget")
    case .budget: say("预算", "budget")
    case .actual: say("决算", "actual")
    case .target: say("目标", "target")
    }
  }

  private func period(_ period: Period) -> String {
    switch period {
    case .unknown: ""
    case .year(let year): say("\(year)年", "\(year)")
    case .relative(0): say("本年", "this year")
    case .relative(-1): say("上年", "last year")
    case .relative(1): say("下年", "next year")
    case .relative(let years): say("本年\(years > 0 ? "+" : "")\(years)", "this year \(years > 0 ? "+" : "")\(years)")
    }
  }
}
