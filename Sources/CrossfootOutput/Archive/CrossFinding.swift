// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootText

/// Why two reports must agree on a figure.
public enum CrossRule: String, Sendable, Hashable, CaseIterable {
  /// Last year's figure in this report and in last year's report.
  case priorYear = "archive.prior-year"
  /// The initial budget in the accounts or the evaluation of a year, and in its budget.
  case initialBudget = "archive.initial-budget"
}

/// A figure in one of the reports.
public struct CrossPlace: Sendable, Hashable {
  public var path: String
  /// As printed, and its unit as a power of ten of the base unit.
  public var text: String
  public var scale: Int
  public var start: Position
  public var end: Position
  /// The figure's own label.
  public var label: String

  public init(path: String, text: String, scale: Int, start: Position, end: Position, label: String) {
    self.path = path
    self.text = text
    self.scale = scale
    self.start = start
    self.end = end
    self.label = label
  }
}

/// Two figures of two reports that must agree: they do, or they do not.
public struct CrossFinding: Sendable, Hashable {
  public var rule: CrossRule
  public var severity: Severity
  /// The organisation whose reports they are.
  public var organisation: String
  /// What the figure is about; nil for the total of the budget or the accounts.
  public var topic: String?
  /// The year it is of, and whether it is of the budget or of the accounts.
  public var year: Int
  public var stage: TopicStage
  /// The report that repeats the figure.
  public var stated: CrossPlace
  /// The report that published it.
  public var published: CrossPlace
  /// 32 hex digits; no place, path, message or severity goes into it.
  public var fingerprint: String

  public init(
    rule: CrossRule, severity: Severity, organisation: String, topic: String?, year: Int, stage: TopicStage,
    stated: CrossPlace, published: CrossPlace, fingerprint: String
  ) {
    self.rule = rule
    self.severity = severity
    self.organisation = organisation
    self.topic = topic
    self.year = year
    self.stage = stage
    self.stated = stated
    self.published = published
    self.fingerprint = fingerprint
  }
}

/// How much two reports and more were checked against each other.
public struct CrossTally: Sendable, Hashable {
  /// Reports whose organisation, kind, level and year are known, and all others.
  public var reports = 0
  public var unknown = 0
  /// Pairs of reports that have something to say about the same year.
  public var pairs = 0
  /// Figures that agree, and that do not.
  public var tied = 0
  public var contradicted = 0
  /// Figures that both reports hold and that were left alone: one of them holds several values, or is too short a
  /// number.
  public var ambiguous = 0
  /// Figures in pairs of reports whose figures agree so seldom that they must mean different things.
  public var unrelated = 0
  /// Pairs that were left alone: a report says that figures were restated.
  public var restated = 0
  /// Pairs that were left alone: several different reports claim to be the one that published the figures.
  public var rivals = 0

  public init() {}
}
