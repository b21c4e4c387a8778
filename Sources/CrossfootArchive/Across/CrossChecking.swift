// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootText

/// What reports say about each other's figures.
public struct CrossResult: Sendable {
  /// Figures that two reports print differently, by path and place.
  public var findings: [CrossFinding] = []
  /// Figures that two reports agree on.
  public var ties: [CrossFinding] = []
  public var tally = CrossTally()
}

extension Store {
  /// Checks the figures that one report repeats of another: last year's, and the initial budget.
  ///
  /// Two reports are compared only if organisation, level, kind and year of both are known and fit, and if no other
  /// report claims to be the one that published the figures.
  /// - Throws: ``StoreError``.
  public func checkAcross() throws -> CrossResult {
    let (reports, others) = try comparableReports()
    var result = CrossResult()
    result.tally.reports = reports.count
    result.tally.unknown = others
    var start = 0
    while start < reports.count {
      var end = start + 1
      while end < reports.count, reports[end].organisation == reports[start].organisation,
        reports[end].level == reports[start].level
      { end += 1 }
      if end - start > 1 { try check(Array(reports[start..<end]), &result) }
      start = end
    }
    result.findings.sort(by: CrossFinding.precedes)
    result.ties.sort(by: CrossFinding.precedes)
    return result
  }

  /// Checks the reports of one organisation on one level.
  private func check(_ reports: [StoredReport], _ result: inout CrossResult) throws {
    // The same file at two paths is one report.
    var seen: Set<String> = []
    let distinct = reports.filter { seen.insert($0.hash).inserted }
    var published: [Edition: [StoredReport]] = [:]
    for report in distinct { published[Edition(kind: report.kind, year: report.year), default: []].append(report) }
    var tables: [Int64: TopicTable] = [:]
    func table(_ report: StoredReport) throws -> TopicTable {
      if let known = tables[report.id] { return known }
      let table = TopicTable(try figures(of: report))
      tables[report.id] = table
      return table
    }
    for report in distinct {
      for source in report.sources {
        guard let candidates = published[source.edition] else { continue }
        guard candidates.count == 1 else {
          result.tally.rivals += 1
          continue
        }
        if report.isRestated || candidates[0].isRestated {
          result.tally.restated += 1
          continue
        }
        let pair = ReportPair(
          rule: source.rule, organisation: report.organisation,
          isGovernment: report.level == ReportLevel.government.rawValue,
          year: source.year, stage: source.stage)
        pair.compare(try table(report), try table(candidates[0]), &result)
      }
    }
  }
}

/// A report as others refer to it: the budget of 2024.
struct Edition: Hashable {
  var kind: ReportKind
  var year: Int
}

/// Where figures of one year and stage were published.
struct Source {
  var rule: CrossRule
  var edition: Edition
  var year: Int
  var stage: TopicStage

  init(_ rule: CrossRule, _ kind: ReportKind, _ edition: Int, of year: Int, _ stage: TopicStage) {
    self.rule = rule
    self.edition = Edition(kind: kind, year: edition)
    self.year = year
    self.stage = stage
  }
}

extension StoredReport {
  /// The figures that this report repeats, and the reports that published them.
  var sources: [Source] {
    let budget = Source(.initialBudget, .budget, year, of: year, .initialBudget)
    let lastBudget = Source(.priorYear, .budget, year - 1, of: year - 1, .initialBudget)
    // A report on the execution of one year's budget carries the next year's budget.
    let plan = Source(.initialBudget, .budgetExecution, year - 1, of: year, .initialBudget)
    return switch kind {
    case .budget: [lastBudget]
    case .finalAccounts: [Source(.priorYear, .finalAccounts, year - 1, of: year - 1, .accounts), budget, plan]
    case .performance: [budget, lastBudget]
    case .budgetExecution: [Source(.priorYear, .budgetExecution, year - 1, of: year - 1, .execution), budget, plan]
    // Statistics are revised every year.
    case .communique, .other: []
    }
  }
}

extension CrossFinding {
  /// By path, then by place, then by the other place.
  fileprivate static func precedes(_ a: CrossFinding, _ b: CrossFinding) -> Bool {
    if a.stated.path != b.stated.path { return a.stated.path.utf8.lexicographicallyPrecedes(b.stated.path.utf8) }
    if a.stated.start != b.stated.start {
      return (a.stated.start.line, a.stated.start.column) < (b.stated.start.line, b.stated.start.column)
    }
    if a.published.path != b.published.path {
      return a.published.path.utf8.lexicographicallyPrecedes(b.published.path.utf8)
    }
    return (a.published.start.line, a.published.start.column) < (b.published.start.line, b.published.start.column)
  }
}
