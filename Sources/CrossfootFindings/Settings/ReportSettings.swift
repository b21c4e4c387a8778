// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// What its user sets about how a report is judged. The default changes nothing.
public struct ReportSettings: Sendable, Hashable {
  /// What is known of the report beyond its text.
  public var reading = ReadingSettings()
  /// Ids of the rules to run; nil runs all.
  public var rules: Set<String>?
  /// Severity of all findings of a rule, instead of the one each finding earns.
  public var severities: [String: Severity] = [:]
  /// How the report rounds the figures it computes.
  public var rounding: RoundingHabit = .detected
  /// Pairs of labels that are not the same thing and not part of each other, though their names suggest it.
  public var unrelated: [LabelPair] = []

  /// The settings where nothing is set.
  public init() {}
}

/// Two labels whose figures never enter one relation.
public struct LabelPair: Sendable, Hashable {
  public var first: String
  public var second: String

  public init(_ first: String, _ second: String) {
    self.first = first
    self.second = second
  }
}

extension ReportSettings {
  /// Applies the severities that are set.
  public func grade(_ findings: inout [Finding]) {
    if severities.isEmpty { return }
    for index in findings.indices {
      if let severity = severities[findings[index].rule] { findings[index].severity = severity }
    }
  }
}
