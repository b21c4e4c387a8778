// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import GRDB

/// Writes the rows of one report.
struct EntryInserter {
  private let db: Database

  init(_ db: Database) { self.db = db }

  /// - Parameter id: the report at this path so far; its rows go away and its number stays.
  func insert(_ entry: ArchiveEntry, replacing id: Int64?) throws -> (id: Int64, isNew: Bool) {
    let report: Int64
    if let id {
      for table in ["figures", "relations", "findings", "unchecked_reasons", "notes"] {
        try db.cachedStatement(sql: "DELETE FROM \(table) WHERE report = ?").execute(arguments: [id])
      }
      report = id
    } else {
      report = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM reports") ?? 1
    }
    let columns = """
      id, path, hash, stamp, files, size, title, organisation, kind, level, fiscal_year, language, money_scale, restated,
      figures, ticked, contradicted, bounded, unchecked, excluded, relations, rounding
      """
    let head = [report.databaseValue, entry.path.databaseValue, entry.hash.databaseValue, entry.stamp.databaseValue]
    if id == nil {
      try insert("reports(\(columns))", [head + entry.report])
    } else {
      let marks = Array(repeating: "?", count: head.count + entry.report.count).joined(separator: ", ")
      try run("UPDATE reports SET (\(columns)) = (\(marks)) WHERE id = \(report)", head + entry.report)
    }
    try insertFigures(of: entry, report)
    try insert("relations", entry.relations.map { [report.databaseValue] + $0 })
    try insert("findings", entry.findings.map { [report.databaseValue] + $0 })
    try insert("unchecked_reasons", entry.reasons.map { [report.databaseValue] + $0 })
    try insert("notes", entry.notes.map { [report.databaseValue] + $0 })
    return (report, id == nil)
  }

  private func insertFigures(of entry: ArchiveEntry, _ report: Int64) throws {
    let labels = try entry.labels.map(labelID)
    try insert(
      "figures",
      entry.figures.enumerated().map { number, figure in
        let own = figure.labels.map { $0 < 0 ? DatabaseValue.null : labels[$0].databaseValue }
        let topic = [own[5], (figure.topic?.year).databaseValue, (figure.topic?.stage.rawValue).databaseValue]
        return [report.databaseValue, number.databaseValue] + figure.head + own[..<5] + [figure.stage, figure.period]
          + topic
          + figure.tail
      })
  }

  /// The number of a label in the store.
  private func labelID(_ text: String) throws -> Int64 {
    let known = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM labels WHERE text = ?"), arguments: [text])
    if let known { return known }
    try db.cachedStatement(sql: "INSERT INTO labels(text) VALUES (?)").execute(arguments: [text])
    return db.lastInsertedRowID
  }

  /// Rows that go into one statement: to bind values costs less than to run a statement.
  private static let batches = [64, 8, 1]

  private func insert(_ table: String, _ rows: [ArchiveEntry.Values]) throws {
    guard let width = rows.first?.count else { return }
    var at = 0
    let row = "(" + Array(repeating: "?", count: width).joined(separator: ",") + ")"
    for batch in Self.batches where rows.count - at >= batch {
      let sql = "INSERT INTO \(table) VALUES " + Array(repeating: row, count: batch).joined(separator: ",")
      let statement = try db.cachedStatement(sql: sql)
      while rows.count - at >= batch {
        // As existential values: the initializer for values of one type goes through a key path for each.
        let values = rows[at..<at + batch].joined().map { $0 as (any DatabaseValueConvertible)? }
        try statement.execute(arguments: StatementArguments(values))
        at += batch
      }
    }
  }

  private func run(_ sql: String, _ values: ArchiveEntry.Values) throws {
    try db.execute(sql: sql, arguments: StatementArguments(values))
  }
}
