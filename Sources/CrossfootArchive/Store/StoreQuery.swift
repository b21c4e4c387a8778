// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import GRDB

/// What a query asks for.
public enum QuerySubject: String, Sendable, CaseIterable {
  case reports, figures, findings, relations, runs

  /// The view or table, and the order of its rows.
  private var source: (name: String, order: String) {
    switch self {
    case .reports: ("report_view", "path")
    case .figures: ("figure_view", "path, number")
    case .findings: ("finding_view", "path, number")
    case .relations: ("relation_view", "path, number")
    case .runs: ("runs", "id")
    }
  }

  /// The column that a filter looks at; nil where the subject has none.
  private func column(_ filter: QueryFilter) -> String? {
    switch (filter, self) {
    case (_, .runs): nil
    case (.path, _): "path"
    case (.organisation, _): "organisation"
    case (.year, _): "fiscal_year"
    case (.kind, .reports), (.kind, .figures): "kind"
    case (.kind, _): "report_kind"
    case (.label, .figures): "coalesce(section, '') || ' ' || coalesce(label, '') || ' ' || coalesce(column_label, '')"
    case (.label, .findings): "label"
    case (.rule, .findings), (.rule, .relations): "rule"
    case (.severity, .findings): "severity"
    case (.state, .figures): "state"
    case (.state, .relations): "verdict"
    case (.label, _), (.rule, _), (.severity, _), (.state, _): nil
    }
  }

  /// The statement for some filters.
  /// - Throws: the filter that the subject does not know.
  func statement(_ filters: [(QueryFilter, String)], limit: Int?) throws(QueryFilter) -> (
    sql: String, arguments: [String]
  ) {
    var conditions: [String] = []
    for (filter, _) in filters {
      guard let column = column(filter) else { throw filter }
      conditions.append(filter.condition(column))
    }
    var sql = "SELECT * FROM \(source.name)"
    if !conditions.isEmpty { sql += " WHERE " + conditions.joined(separator: " AND ") }
    sql += " ORDER BY \(source.order)"
    if let limit { sql += " LIMIT \(limit)" }
    return (sql, filters.map(\.1))
  }
}

/// What a query is narrowed down by.
public enum QueryFilter: String, Error, Sendable, CaseIterable {
  case path, organisation, year, kind, label, rule, severity, state

  /// The values that a filter takes for a subject; nil where any text may be asked for.
  public func values(of subject: QuerySubject) -> [String]? {
    switch (self, subject) {
    case (.kind, _): ReportKind.allCases.map(\.rawValue)
    case (.severity, _): Severity.allCases.map(\.rawValue)
    case (.state, .figures): ["ticked", "contradicted", "bounded", "unchecked"]
    case (.state, .relations): ["holds", "rounding", "lastDigit", "convention", "contradicted", "notCheckable"]
    case (.path, _), (.organisation, _), (.year, _), (.label, _), (.rule, _), (.state, _): nil
    }
  }

  fileprivate func condition(_ column: String) -> String {
    switch self {
    case .path: "\(column) GLOB ?"
    case .organisation, .label: "instr(\(column), ?) > 0"
    case .year: "\(column) = CAST(? AS INTEGER)"
    case .kind, .rule, .severity, .state: "\(column) = ?"
    }
  }
}

extension Store {
  /// Runs a query over a subject and gives the rows one by one.
  /// - Throws: ``StoreError``, a ``QueryFilter`` that the subject does not know, or what `consume` throws.
  public func query(
    _ subject: QuerySubject, _ filters: [(QueryFilter, String)], limit: Int?,
    consume: (_ columns: [String], _ row: [RowValue]?) throws -> Void
  ) throws {
    let (sql, arguments) = try subject.statement(filters, limit: limit)
    try run(sql, StatementArguments(arguments), consume)
  }

  /// Runs a query of the user's own: one statement that reads.
  /// - Throws: ``StoreError``, or what `consume` throws.
  public func query(sql: String, consume: (_ columns: [String], _ row: [RowValue]?) throws -> Void) throws {
    let first = sql.unicodeScalars.drop { $0.properties.isWhitespace }.prefix { $0.properties.isAlphabetic }
    guard ["SELECT", "WITH", "VALUES", "EXPLAIN"].contains(String(first).uppercased()) else {
      throw StoreError(path, .wouldWrite)
    }
    try run(sql, [], consume)
  }

  /// Gives the columns once without a row, then every row.
  private func run(
    _ sql: String, _ arguments: StatementArguments, _ consume: ([String], [RowValue]?) throws -> Void
  ) throws {
    try StoreError.telling(path) {
      try database.read { db in
        let statement = try db.makeStatement(sql: sql)
        guard statement.isReadonly else { throw StoreError(path, .wouldWrite) }
        let columns = statement.columnNames
        try consume(columns, nil)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        while let row = try rows.next() { try consume(columns, row.databaseValues.map(RowValue.init)) }
      }
    }
  }
}

extension RowValue {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(number)
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .text(Digest.hex(Array(data)))
    }
  }
}
