// SPDX-License-Identifier: Apache-2.0

/// Stage of a figure as a word of its label names it, finer than a budget stage: what was executed by the end of the
/// year and what the accounts show later are two figures. Raw values are shared with the figures' topics.
public enum StageWord: String, Sendable {
  case initialBudget = "initial-budget"
  case adjustedBudget = "adjusted-budget"
  case budget, execution, accounts, actual, target
}

/// Words that stand around the name of a figure: taken away, what is left can be compared with another report's.
public struct TopicWords: Sendable {
  /// Words that name the stage.
  public var stages: [(text: String, stage: StageWord)]
  /// Names that hold a word of stage and keep it (一般公共预算).
  public var names: [String]
  /// Words that name the year by its distance to the report's.
  public var periods: [(text: String, years: Int)]
  /// Words that add nothing to a name.
  public var fillers: [String]
  /// Last words of the name of a total of expenditure.
  public var expenses: [String]
  /// Words for a total at the end of a label.
  public var totalEnds: [String]
  /// Words between the one who approves and what is approved (某局批复我单位预算).
  public var approvals: [String]
  /// Last nouns of organisations' names that may stand for the whole name.
  public var selves: [String]
  /// Words that add nothing at the ends of a name (为, 数); inside one they belong to it (数据).
  public var edges: [String]
  /// Names that every report uses for parts of different wholes: alone they say too little.
  public var vague: [String]
  /// Words for the report's own organisation: a budget total must name it.
  public var own: [String]
  /// What is left of the label of a budget's total.
  public var totals: [String]
  /// Words for the level of a place: all of it, or its own level only.
  public var scopes: [String]
  /// What the title of a table begins with before its number, and the words behind the name of what it is of.
  public var tableMarks: [String]
  public var tableWords: [String]
  /// Words that say, anywhere in a report, that last year's figures were restated.
  public var restated: [String]
  /// Words that say so of the figures beside them.
  public var restatedHere: [String]
}
