// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// All rules, by hand; a test compares this list with the folder.
public enum RuleRegistry {
  /// Every rule, in the order their relations are judged and printed.
  public static let all: [any Rule.Type] = [
    ExecutionRateRule.self, ChangeAmountRule.self, ChangeRateRule.self, ComposedRateRule.self, AverageGrowthRule.self,
    MultipleRule.self, CarryOverRule.self,
    ListTotalRule.self, BalanceRule.self, DebtMovementRule.self, DebtLimitRule.self, UnitPriceRule.self,
    ListCountRule.self, RemainderRule.self, NarrativeTieOutRule.self, RestatedRule.self,
    ColumnFootingRule.self, RowFormulaRule.self, CrossFootingRule.self, InferredCrossFootingRule.self,
    StreamCrossFootingRule.self, PlacedCrossFootingRule.self,
    ShareRule.self, ShareTotalRule.self, PriceColumnRule.self, TableTieOutRule.self, TableBalanceRule.self,
    StandardTieRule.self,
    ScoreWeightsRule.self, ScoreProductRule.self, ScoreRateRule.self, CompletionRateRule.self, ScoreTotalRule.self,
    ScoreRangeRule.self, ScoreGradeRule.self, TargetMetRule.self,
    TargetMissedRule.self, NoDeviationRule.self, StatedGradeRule.self, SpreadsheetErrorRule.self, EmptyTableRule.self,
    ComparisonRule.self, ImpossibleChangeRule.self, NegativeFallRule.self, CapitalAmountRule.self,
    RepeatedPassageRule.self,
    NumberingRule.self, BlankRule.self, PlaceholderRule.self, DateRule.self, PeriodRule.self, PlanPeriodRule.self,
    TitleYearRule.self,
  ]

  /// The relations that rules find in a report, rule by rule.
  /// - Parameter ids: the rules to ask; nil asks all.
  public static func relations(in facts: Facts, by ids: Set<String>? = nil) -> [Relation] {
    var relations: [Relation] = []
    relations.reserveCapacity(facts.figures.count / 2)
    for rule in all where ids?.contains(rule.description.id) != false {
      rule.init().relations(in: facts, into: &relations)
    }
    return relations
  }

  /// The fingerprint revision of a rule by its id.
  public static func fingerprintRevision(_ id: String) -> Int { revisions[id] ?? 1 }

  /// Descriptions are long: looking for one among all would copy them.
  private static let revisions = Dictionary(
    all.map { ($0.description.id, $0.description.fingerprintRevision) }, uniquingKeysWith: { first, _ in first })

  /// A rule by its id.
  public static func rule(_ id: String) -> (any Rule.Type)? { all.first { $0.description.id == id } }
}
