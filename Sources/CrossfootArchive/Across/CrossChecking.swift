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
        let pair = ReportPair(rule: source.rule, organisation: report.organisation, published: candidates[0])
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

extension StoredReport {
  /// The reports whose figures this one repeats.
  var sources: [(rule: CrossRule, edition: Edition)] {
    switch kind {
    case .budget: [(.priorYear, Edition(kind: .budget, year: year - 1))]
    case .finalAccounts:
      [
        (.priorYear, Edition(kind: .finalAccounts, year: year - 1)),
        (.initialBudget, Edition(kind: .budget, year: year)),
      ]
    case .performance:
      [(.initialBudget, Edition(kind: .budget, year: year)), (.priorYear, Edition(kind: .budget, year: year - 1))]
    // What a year's execution was expected to be is not what its accounts show, and statistics are revised every year.
    case .budgetExecution, .communique, .other: []
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
