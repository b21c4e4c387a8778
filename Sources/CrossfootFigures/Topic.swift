// SPDX-License-Identifier: Apache-2.0

/// The stage of a figure, finer than a budget stage: what was executed by the end of a year and what the accounts show
/// later are two figures.
public enum TopicStage: String, Sendable, Hashable, CaseIterable {
  case initialBudget = "initial-budget"
  case adjustedBudget = "adjusted-budget"
  case budget, execution, accounts, actual, target
}

extension TopicStage {
  /// The stage as figures have it.
  var stage: Stage {
    switch self {
    case .initialBudget: .initialBudget
    case .adjustedBudget: .adjustedBudget
    case .budget: .budget
    case .execution, .accounts, .actual: .actual
    case .target: .target
    }
  }
}

/// What a figure is about, in words that another report about the same thing uses, too.
public struct Topic: Sendable, Hashable {
  /// The name without year, stage and organisation; for a table figure its title, row and column, parted by ›.
  public var name: String
  /// The year the figure is of.
  public var year: Int
  /// Initial budget, accounts and so on; where the label does not say it, what a report of its kind gives.
  public var stage: TopicStage
  /// Whether it is the total of the organisation's budget.
  public var isTotal: Bool

  /// A topic with all that tells it from others.
  public init(name: String, year: Int, stage: TopicStage, isTotal: Bool = false) {
    self.name = name
    self.year = year
    self.stage = stage
    self.isTotal = isTotal
  }

  /// The name of the total of an organisation's budget.
  public static let total = "total"
}
