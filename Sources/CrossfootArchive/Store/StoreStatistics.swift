// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import GRDB

extension Store {
  /// The archive in numbers.
  /// - Parameter organisations: how many organisations to list.
  /// - Throws: ``StoreError``.
  public func statistics(organisations: Int = 20) throws -> ArchiveStatistics {
    try StoreError.telling(path) {
      try database.read { db in
        let all = try Self.groups(db, by: "NULL", order: "name").first
        var statistics = ArchiveStatistics(
          all: all ?? ArchiveStatistics.Group(name: nil, reports: 0, figures: StateCount(), findings: FindingCount()))
        statistics.rules = try Row.fetchAll(db, sql: Self.rules).map { row in
          RuleCount(rule: row[0], findings: FindingCount(errors: row[1], warnings: row[2], notes: row[3]))
        }
        statistics.years = try Self.groups(db, by: "CAST(fiscal_year AS TEXT)", order: "name")
        statistics.kinds = try Self.groups(db, by: "kind", order: "reports DESC, name")
        statistics.organisations = try Self.groups(
          db, by: "organisation", order: "errors + warnings + notes DESC, name", limit: organisations,
          where: "organisation IS NOT NULL")
        statistics.organisationCount =
          try Int.fetchOne(db, sql: "SELECT count(DISTINCT organisation) FROM reports") ?? 0
        statistics.runs = try Row.fetchAll(db, sql: Self.runs).map(ArchiveStatistics.Group.init)
        return statistics
      }
    }
  }

  private static let rules = """
    SELECT rule, count(*) FILTER (WHERE severity = 'error'), count(*) FILTER (WHERE severity = 'warning'),
      count(*) FILTER (WHERE severity = 'note')
    FROM findings GROUP BY rule ORDER BY count(*) DESC, rule
    """

  private static let runs = """
    SELECT substr(finished, 1, 10), reports, ticked, contradicted, bounded, unchecked, errors, warnings, notes
    FROM runs WHERE finished IS NOT NULL ORDER BY id
    """

  private static func groups(
    _ db: Database, by name: String, order: String, limit: Int = -1, where condition: String = "1"
  ) throws -> [ArchiveStatistics.Group] {
    let sql = """
      WITH told AS (
        SELECT report, count(*) FILTER (WHERE severity = 'error') AS errors,
          count(*) FILTER (WHERE severity = 'warning') AS warnings, count(*) FILTER (WHERE severity = 'note') AS notes
        FROM findings GROUP BY report)
      SELECT * FROM (
        SELECT \(name) AS name, count(*) AS reports, sum(ticked), sum(contradicted), sum(bounded), sum(unchecked),
          coalesce(sum(errors), 0) AS errors, coalesce(sum(warnings), 0) AS warnings, coalesce(sum(notes), 0) AS notes
        FROM reports LEFT JOIN told ON told.report = reports.id WHERE \(condition) GROUP BY 1)
      ORDER BY \(order) LIMIT \(limit)
      """
    return try Row.fetchAll(db, sql: sql).map(ArchiveStatistics.Group.init)
  }
}

extension ArchiveStatistics.Group {
  /// Name, reports, figures by state, findings by severity.
  fileprivate init(_ row: Row) {
    self.init(
      name: row[0], reports: row[1],
      figures: StateCount(ticked: row[2] ?? 0, contradicted: row[3] ?? 0, bounded: row[4] ?? 0, unchecked: row[5] ?? 0),
      findings: FindingCount(errors: row[6] ?? 0, warnings: row[7] ?? 0, notes: row[8] ?? 0))
  }
}
