// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText

/// A figure as `crossfoot figures` lists it.
public struct FigureRow: Sendable {
  /// Place of the first digit.
  public var position: Position
  /// As printed.
  public var text: String
  /// The exact number in base units, in plain digits; empty for a digit run that cannot be read.
  public var value: String
  /// What the number counts.
  public var dimension: Dimension
  /// Power of ten of the printed scale word or declared unit.
  public var scale: Int
  /// The clause's subject or the row's name; empty where there is none.
  public var label: String
  /// The column's header; empty where there is none.
  public var columnLabel: String
  /// Level and organisation; empty where unknown.
  public var scope: String
  /// Fund; empty where unknown.
  public var fund: String
  /// Stage of the budget.
  public var stage: Stage
  /// Year, as printed or relative to the report's.
  public var period: Period
  /// What became of it.
  public var state: FigureState
  /// How far a ticked figure could be changed without a contradiction, in base units; empty for the others.
  public var slack: String

  /// A row; what is left out is unknown.
  public init(
    position: Position, text: String, value: String, dimension: Dimension = .none, scale: Int = 0,
    label: String = "", columnLabel: String = "", scope: String = "", fund: String = "",
    stage: Stage = .unknown, period: Period = .unknown, state: FigureState, slack: String = ""
  ) {
    self.position = position
    self.text = text
    self.value = value
    self.dimension = dimension
    self.scale = scale
    self.label = label
    self.columnLabel = columnLabel
    self.scope = scope
    self.fund = fund
    self.stage = stage
    self.period = period
    self.state = state
    self.slack = slack
  }
}

extension FigureRow {
  /// The keys of the machine formats, in the order of ``fields``.
  static let keys = [
    "line", "column", "text", "value", "unit", "scale", "label", "columnLabel", "scope", "fund", "stage", "period",
    "state", "reason", "slack",
  ]

  /// The row in the words of the machine formats, which no language changes.
  var fields: [String] {
    [
      String(position.line), String(position.column), text, value, unitWord, String(scale), label, columnLabel, scope,
      fund, stageWord, periodWord, stateWord, reason, slack,
    ]
  }

  /// What the number counts, as machine formats name it.
  public var unitWord: String {
    switch dimension {
    case .money: "money"
    case .percent: "percent"
    case .permille: "permille"
    case .percentagePoint: "percentagePoint"
    case .basisPoint: "basisPoint"
    case .multiple: "multiple"
    case .score: "score"
    case .count: "count"
    case .measure: "measure"
    case .none: ""
    }
  }

  /// The stage, as machine formats name it.
  public var stageWord: String {
    switch stage {
    case .unknown: ""
    case .initialBudget: "initialBudget"
    case .adjustedBudget: "adjustedBudget"
    case .budget: "budget"
    case .actual: "actual"
    case .target: "target"
    }
  }

  /// A year, or the distance to the report's year with its sign.
  public var periodWord: String {
    switch period {
    case .unknown: ""
    case .year(let year): String(year)
    case .relative(let years): years > 0 ? "+\(years)" : years == 0 ? "±0" : String(years)
    }
  }

  /// The state, as machine formats name it.
  public var stateWord: String {
    switch state {
    case .ticked: "ticked"
    case .contradicted: "contradicted"
    case .bounded: "bounded"
    case .unchecked: "unchecked"
    }
  }

  /// Why the figure was not checked, as machine formats name it.
  public var reason: String {
    if case .unchecked(let reason) = state { reason.rawValue } else { "" }
  }
}
