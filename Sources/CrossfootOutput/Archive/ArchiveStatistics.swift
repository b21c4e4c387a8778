// SPDX-License-Identifier: Apache-2.0

/// Findings by severity.
public struct FindingCount: Sendable, Hashable {
  public var errors: Int
  public var warnings: Int
  public var notes: Int

  public init(errors: Int = 0, warnings: Int = 0, notes: Int = 0) {
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
  }

  /// All of them.
  public var total: Int { errors + warnings + notes }
}

/// Figures by state.
public struct StateCount: Sendable, Hashable {
  public var ticked: Int
  public var contradicted: Int
  public var bounded: Int
  public var unchecked: Int

  public init(ticked: Int = 0, contradicted: Int = 0, bounded: Int = 0, unchecked: Int = 0) {
    self.ticked = ticked
    self.contradicted = contradicted
    self.bounded = bounded
    self.unchecked = unchecked
  }

  /// All of them.
  public var total: Int { ticked + contradicted + bounded + unchecked }
}

/// Findings of one rule.
public struct RuleCount: Sendable, Hashable {
  /// Id of the rule.
  public var rule: String
  public var findings: FindingCount

  public init(rule: String, findings: FindingCount) {
    self.rule = rule
    self.findings = findings
  }
}

/// What an archive holds, in numbers.
public struct ArchiveStatistics: Sendable, Hashable {
  /// A group of reports: a year, an organisation, a kind, or all as they were after a run.
  public struct Group: Sendable, Hashable {
    /// Its name; nil for reports where it is unknown.
    public var name: String?
    public var reports: Int
    public var figures: StateCount
    public var findings: FindingCount

    public init(name: String?, reports: Int, figures: StateCount, findings: FindingCount) {
      self.name = name
      self.reports = reports
      self.figures = figures
      self.findings = findings
    }
  }

  /// All reports.
  public var all: Group
  /// Findings by rule, most first.
  public var rules: [RuleCount]
  /// By year of the report, oldest first.
  public var years: [Group]
  /// By kind of report, most reports first.
  public var kinds: [Group]
  /// By organisation, most findings first; at most as many as were asked for.
  public var organisations: [Group]
  /// How many organisations there are.
  public var organisationCount: Int
  /// The whole archive after each run that changed it, by the day it ended.
  public var runs: [Group]

  public init(all: Group) {
    self.all = all
    rules = []
    years = []
    kinds = []
    organisations = []
    organisationCount = 0
    runs = []
  }
}
