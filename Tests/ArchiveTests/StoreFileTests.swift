// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import Foundation
import GRDB
import Testing

@testable import CrossfootArchive

/// Which files are stores, what reading them allows, and the views that other programs rely on.
@Suite struct StoreFileTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private var path: String { folder("archive.sqlite") }

  /// A store with the reports of the corpus, made once.
  private static let filled = Task<Data, any Error> {
    let folder = try Folder()
    let store = try Store.open(folder("made.sqlite"), jobs: 1)
    let reports = CorpusFiles.all.map { ReportFile(path: Array($0.utf8)) }
    _ = try await store.add(reports, reports.map { _ in .init() }, jobs: 2, version: "1") { _ in }
    store.close()
    return try Data(contentsOf: URL(fileURLWithPath: folder("made.sqlite")))
  }

  /// A copy of it: one file is all there is to copy.
  private func filled() async throws -> Store {
    try await Self.filled.value.write(to: URL(fileURLWithPath: path))
    return try Store.openToRead(path)
  }

  private func makeDatabase(_ sql: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.write { try $0.execute(sql: sql) }
    try database.close()
  }

  @Test("a file that is no store is refused and left as it is")
  func foreign() throws {
    #expect(throws: StoreError(path, .missing)) { try Store.openToRead(path) }
    try folder.write("archive.sqlite", "")
    #expect(throws: StoreError(path, .missing)) { try Store.openToRead(path) }
    let text = try folder.write("archive.sqlite", String(repeating: "本年支出12万元。\n", count: 100))
    for open in [{ try Store.openToRead($0) }, { try Store.open($0, jobs: 1) }] as [(String) throws -> Store] {
      #expect(throws: StoreError(path, .notAStore)) { try open(text) }
    }
    #expect(try String(contentsOfFile: text, encoding: .utf8).count == 1_000)
    try FileManager.default.removeItem(atPath: path)
    try makeDatabase("CREATE TABLE figures(a)")
    #expect(throws: StoreError(path, .notAStore)) { try Store.open(path, jobs: 1) }
  }

  @Test("a store that was killed while it was made is made by the next run")
  func halfMade() async throws {
    try makeDatabase("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    #expect(throws: StoreError(path, .missing)) { try Store.openToRead(path) }
    try Store.open(path, jobs: 1).close()
    #expect(try Store.openToRead(path).rows("SELECT count(*) FROM report_view") == [[.integer(0)]])
  }

  @Test("a store of a later version is told as such")
  func newer() async throws {
    _ = try await filled()
    try makeDatabase("INSERT INTO grdb_migrations VALUES ('999')")
    #expect(throws: StoreError(path, .newer)) { try Store.openToRead(path) }
    #expect(throws: StoreError(path, .newer)) { try Store.open(path, jobs: 1) }
  }

  @Test("a store that lost a page says so")
  func damaged() async throws {
    _ = try await filled()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    try #require(bytes.count > 40 * 4096)
    for page in 2..<(bytes.count / 4096) { bytes[page * 4096] = 0x77 }
    try bytes.write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: StoreError.self) { try Store.openToRead(path).rows("SELECT * FROM figure_view") }
    guard case .damaged = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "a query only reads, and is one statement",
    arguments: [
      "DELETE FROM reports", "WITH x AS (SELECT 1) DELETE FROM reports", "PRAGMA user_version = 7", "ATTACH 'x' AS y",
      "SELECT 1; DELETE FROM reports",
      "VACUUM", "", "  -- nothing",
    ])
  func readOnly(sql: String) async throws {
    let store = try await filled()
    let reports = try store.rows("SELECT count(*) FROM reports")
    #expect(throws: StoreError(path, .wouldWrite)) { try store.rows(sql) }
    #expect(try store.rows("SELECT count(*) FROM reports") == reports)
  }

  @Test("a query that is wrong is told in the database's words")
  func wrong() async throws {
    let store = try await filled()
    let error = #expect(throws: StoreError.self) { try store.rows("SELECT nothing FROM report_view") }
    guard case .query(let words) = error?.problem else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(words.contains("nothing"))
  }

  @Test("filters narrow a query down, and one that does not apply is told")
  func filters() async throws {
    let store = try await filled()
    func count(_ subject: QuerySubject, _ filters: [(QueryFilter, String)] = [], limit: Int? = nil) throws -> Int {
      var rows = 0
      try store.query(subject, filters, limit: limit) { _, row in rows += row == nil ? 0 : 1 }
      return rows
    }
    let (reports, figures, findings) = (try count(.reports), try count(.figures), try count(.findings))
    #expect(reports == CorpusFiles.all.count && figures > 500 && findings > 20)
    #expect(try count(.figures, limit: 5) == 5)
    #expect(try count(.reports, [(.path, "*budget-narrative*")]) == 1)
    #expect(try count(.reports, [(.kind, "budget")]) + count(.reports, [(.kind, "budget-execution")]) < reports)
    let errors = try count(.findings, [(.severity, "error")])
    let warnings = try count(.findings, [(.severity, "warning")])
    let notes = try count(.findings, [(.severity, "note")])
    #expect(errors > 0 && errors + warnings + notes == findings)
    #expect(try count(.findings, [(.rule, "recalculation.change-rate")]) > 0)
    let states = try ["ticked", "contradicted", "bounded", "unchecked"].map { try count(.figures, [(.state, $0)]) }
    #expect(states.reduce(0, +) == figures && states.allSatisfy { $0 > 0 })
    #expect(try count(.relations, [(.state, "contradicted")]) > 0)
    #expect(try count(.figures, [(.label, "%年%")]) == 0, "a filter is a text, not a pattern of SQL")
    #expect(throws: QueryFilter.severity) { try count(.figures, [(.severity, "error")]) }
    #expect(throws: QueryFilter.path) { try count(.runs, [(.path, "*")]) }
  }

  @Test("the views are those that the documentation describes")
  func documented() async throws {
    let store = try await filled()
    let page = URL(fileURLWithPath: CorpusFiles.folder).deletingLastPathComponent().appendingPathComponent(
      "docs/archive.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    // A section of the page is headed by the name of the view; its columns are the first words of the rows of a table.
    var documented: [String: [String]] = [:]
    var view = ""
    for line in text.components(separatedBy: "\n") {
      if let heading = line.wholeMatch(of: /### `(\w+)`.*/) { view = String(heading.1) }
      if line.hasPrefix("## ") { view = "" }
      guard !view.isEmpty, let cell = line.wholeMatch(of: /\| ((?:`\w+`(?:, )?)+) \|.*/) else { continue }
      documented[view, default: []] += cell.1.matches(of: /`(\w+)`/).map { String($0.1) }
    }
    let names = try store.rows("SELECT name FROM sqlite_master WHERE type = 'view' OR name = 'runs' ORDER BY name")
    #expect(names == documented.keys.sorted().map { [.text($0)] })
    for (view, columns) in documented {
      var actual: [String] = []
      try store.query(sql: "SELECT * FROM \(view) LIMIT 0") { columns, _ in actual = columns }
      #expect(actual == columns, "\(view)")
    }
  }

  @Test("every query of the documentation runs")
  func examples() async throws {
    let store = try await filled()
    let page = URL(fileURLWithPath: CorpusFiles.folder).deletingLastPathComponent().appendingPathComponent(
      "docs/archive.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let queries = text.components(separatedBy: "```sql\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(queries.count >= 6)
    for query in queries { #expect(throws: Never.self, "\(query)") { try store.rows(query) } }
  }
}
