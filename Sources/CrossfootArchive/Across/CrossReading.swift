// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootOutput
import CrossfootText
import GRDB

/// A stored report as the check across reports sees it.
struct StoredReport: Sendable {
  var id: Int64
  var path: String
  var hash: String
  var organisation: String
  var kind: ReportKind
  var level: String
  var year: Int
  var isRestated: Bool
}

/// A figure of a stored report that another report may repeat.
struct StoredFigure: Sendable {
  var topic: Topic
  /// Whose it is, as printed: 全市; empty where that is not known.
  var scope: String
  var quantity: Quantity
  var place: CrossPlace
}

extension Store {
  /// Reports whose organisation, kind, level and year are known, by organisation and level, then by path.
  /// - Returns: the reports, and how many others there are.
  func comparableReports() throws -> (reports: [StoredReport], others: Int) {
    try StoreError.telling(path) {
      try database.read { db in
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT id, path, hash, organisation, kind, level, fiscal_year, restated FROM reports
            WHERE organisation IS NOT NULL AND level IS NOT NULL AND fiscal_year IS NOT NULL AND kind <> 'other'
            ORDER BY organisation, level, path
            """)
        let all = try Int.fetchOne(db, sql: "SELECT count(*) FROM reports") ?? 0
        let reports = rows.compactMap { row in
          ReportKind(rawValue: row[4]).map { kind in
            StoredReport(
              id: row[0], path: row[1], hash: row[2], organisation: row[3], kind: kind, level: row[5], year: row[6],
              isRestated: row[7])
          }
        }
        return (reports, all - reports.count)
      }
    }
  }

  /// The figures of a report with a topic, in the order of its text.
  func figures(of report: StoredReport) throws -> [StoredFigure] {
    try StoreError.telling(path) {
      try database.read { db in
        let rows = try Row.fetchCursor(
          db.cachedStatement(
            sql: """
              SELECT t.text, topic_year, topic_stage, value, last_place, scale, unit_name, printed, line, column,
                end_line, end_column,
                l.text, \(Schema.file), s.text
              FROM figures f JOIN reports r ON r.id = f.report JOIN labels t ON t.id = f.topic
                LEFT JOIN labels l ON l.id = f.label LEFT JOIN labels s ON s.id = f.scope
              WHERE report = ? AND topic IS NOT NULL ORDER BY number
              """), arguments: [report.id])
        var figures: [StoredFigure] = []
        while let row = try rows.next() {
          if let figure = StoredFigure(row) { figures.append(figure) }
        }
        return figures
      }
    }
  }
}

extension Store {
  /// The text of a stored report in one file, if the file is still what was stored.
  public func text(of report: String) throws -> SourceText? {
    let file = ReportFile(path: Array(report.utf8))
    guard let known = try known(report), let contents = try? file.contents(ReportFile.Settings()),
      Digest.hex(ofFiles: contents) == known.hash
    else { return nil }
    return try? SourceText.decode(contents[0], as: nil).0
  }
}

extension StoredFigure {
  fileprivate init?(_ row: Row) {
    let name: String = row[0]
    guard let stage = TopicStage(rawValue: row[2]), let value: String = row[3], let place: Int = row[4],
      let number = Decimal(stored: value, lastPlace: place)
    else { return nil }
    let scale: Int = row[5]
    scope = row[14] ?? ""
    topic = Topic(name: name, year: row[1], stage: stage, isTotal: name == Topic.total)
    quantity = Quantity(
      digits: Decimal(number.mantissa, exponent: number.exponent &- scale), scale: scale,
      unit: Unit(.money, name: UInt16(truncatingIfNeeded: row[6] as Int)))
    self.place = CrossPlace(
      path: row[13], text: row[7], scale: scale, start: Position(line: row[8], column: row[9]),
      end: Position(line: row[10], column: row[11]), label: row[12] ?? "")
  }
}

extension Decimal {
  /// A number as a store holds it: plain digits with a sign, and the place of the last digit that was printed.
  init?(stored text: String, lastPlace: Int) {
    let isNegative = text.hasPrefix("-")
    guard let plain = Decimal(printed: text.utf8), let mantissa = plain.mantissa(at: lastPlace) else { return nil }
    self.init(isNegative ? -mantissa : mantissa, exponent: lastPlace)
  }
}
