// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings

/// What the text formats leave out unless it is asked for.
public enum Shown: String, Sendable, Hashable, CaseIterable {
  /// Findings of severity note.
  case note
  /// How many relations hold within rounding only.
  case rounding
  /// Findings that the baseline accepts.
  case baselined
}

extension Finding {
  /// Whether a text format prints the finding.
  func isShown(_ shown: Set<Shown>) -> Bool {
    if baseline == .unchanged { return shown.contains(.baselined) }
    return severity > .note || shown.contains(.note)
  }
}

/// Totals over many reports: what the last lines of a text report say. Reports can be added one by one and then be
/// dropped.
public struct Tally: Sendable, Hashable {
  /// Reports added.
  public private(set) var reports = 0
  /// Findings by severity, those left out that the baseline accepts.
  public private(set) var errors = 0
  /// See ``errors``.
  public private(set) var warnings = 0
  /// See ``errors``.
  public private(set) var notes = 0
  /// Notes that the options leave out.
  public private(set) var hiddenNotes = 0
  /// Findings that the baseline accepts; they are in none of the other numbers.
  public private(set) var accepted = 0
  /// The sums of all reports.
  public private(set) var coverage = Coverage()

  public init() {}

  /// Adds one report.
  public mutating func add(_ result: ReportResult, showing shown: Set<Shown> = []) {
    reports += 1
    for finding in result.findings { add(finding, isShown: finding.isShown(shown)) }
    coverage.add(result.coverage)
  }

  private mutating func add(_ finding: Finding, isShown: Bool) {
    if finding.baseline == .unchanged {
      accepted += isShown ? 0 : 1
      return
    }
    switch finding.severity {
    case .error: errors += 1
    case .warning: warnings += 1
    case .note:
      notes += 1
      hiddenNotes += isShown ? 0 : 1
    }
  }
}

extension Coverage {
  /// Adds another report's numbers.
  mutating func add(_ other: Coverage) {
    figures += other.figures
    ticked += other.ticked
    contradicted += other.contradicted
    bounded += other.bounded
    unchecked += other.unchecked
    excluded += other.excluded
    relations += other.relations
    rounding += other.rounding
    uncheckedReasons.merge(other.uncheckedReasons, uniquingKeysWith: +)
  }
}
