// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Foundation
import GRDB
import Testing

@testable import CrossfootArchive

@Suite struct StoreTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private var path: String { folder("archive.sqlite") }
  private let reports = CorpusFiles.few.map { ReportFile(path: Array($0.utf8)) }

  /// Adds reports to the store at a path, each with the settings of a report that nothing is set for.
  @discardableResult private func add(
    _ reports: [ReportFile], to path: String? = nil, jobs: Int = 1, version: String = "1",
    tell: (Store.AddEvent) throws -> Void = { _ in }
  ) async throws -> AddTally {
    let store = try Store.open(path ?? self.path, jobs: jobs)
    defer { store.close() }
    let settings = reports.map { _ in ReportFile.Settings() }
    return try await store.add(reports, settings, jobs: jobs, version: version, tell: tell)
  }

  private func file(_ name: String, _ text: String) throws -> ReportFile {
    ReportFile(path: Array(try folder.write(name, text).utf8))
  }

  private func tally(_ added: Int, _ replaced: Int, _ unchanged: Int, failed: Int = 0) -> AddTally {
    var tally = AddTally()
    (tally.added, tally.replaced, tally.unchanged, tally.failed) = (added, replaced, unchanged, failed)
    return tally
  }

  private func count(_ sql: String) throws -> Int {
    guard case .integer(let number)? = try Store.openToRead(path).rows(sql).first?.first else { return -1 }
    return Int(number)
  }

  // MARK: adding

  @Test("adding again changes nothing, and any number of jobs makes the same store")
  func again() async throws {
    let first = try await add(reports)
    #expect(first == tally(reports.count, 0, 0))
    let content = try Store.openToRead(path).content()
    #expect(content.values.allSatisfy { !$0.isEmpty })
    let second = try await add(reports, jobs: 4)
    #expect(second == tally(0, 0, reports.count))
    #expect(try Store.openToRead(path).content() == content)
    #expect(try count("SELECT count(*) FROM runs") == 1, "a run that changed nothing leaves no row")
    try await add(reports, to: folder("other.sqlite"), jobs: 4)
    #expect(try Store.openToRead(folder("other.sqlite")).content() == content)
  }

  @Test("a report that changed is replaced as a whole and keeps its number; another build reads all anew")
  func replaced() async throws {
    let stays = try file("a.txt", "2024年预算数120万元，执行数108万元，预算执行率95%。\n")
    let changes = try file("b.txt", "2023年预算数50万元，执行数40万元，预算执行率75%。\n")
    try await add([stays, changes])
    let number = try count("SELECT report FROM report_view WHERE path LIKE '%b.txt'")
    try folder.write("b.txt", "本年支出12万元。\n")
    #expect(try await add([stays, changes]) == tally(0, 1, 1))
    #expect(try count("SELECT report FROM report_view WHERE path LIKE '%b.txt'") == number)
    for (table, rows) in [("figures", 4), ("findings", 1)] {
      #expect(try count("SELECT count(*) FROM \(table)") == rows, "\(table)")
    }
    #expect(try count("SELECT count(*) FROM relation_view WHERE path LIKE '%b.txt'") == 0)
    #expect(try await add([stays, changes], version: "2") == tally(0, 2, 0))
    #expect(try count("SELECT count(*) FROM runs WHERE finished IS NOT NULL") == 3)
  }

  @Test("a report that cannot be read keeps no other out")
  func failed() async throws {
    let gone = ReportFile(path: Array(folder("gone.txt").utf8))
    var problems: [InputProblem] = []
    let done = try await add([gone, try file("a.txt", "本年支出12万元。\n")]) { event in
      if case .failed(let problem) = event { problems.append(problem) }
    }
    #expect(done == tally(1, 0, 0, failed: 1))
    #expect(problems == [InputProblem(folder("gone.txt"), .missingPath)])
  }

  @Test(
    "a run that ends early keeps what it stored, and the next one goes on to the same store", arguments: [0, 1, 4])
  func interrupted(after limit: Int) async throws {
    struct Stop: Error {}
    try await add(reports, to: folder("calm.sqlite"))
    var done = 0
    await #expect(throws: Stop.self) {
      try await add(reports) { _ in
        done += 1
        if done > limit { throw Stop() }
      }
    }
    #expect(try count("SELECT count(*) FROM reports") == limit + 1)
    #expect(try count("SELECT count(*) FROM runs WHERE finished IS NULL") == 1)
    #expect(try await add(reports) == tally(reports.count - limit - 1, 0, limit + 1))
    #expect(try Store.openToRead(path).content() == Store.openToRead(folder("calm.sqlite")).content())
  }

  @Test(
    "a report that does not fit leaves nothing of itself, and is stored once there is room", arguments: [75, 90])
  func full(percent: Int) async throws {
    try await add(reports, to: folder("calm.sqlite"))
    let calm = try Store.open(folder("calm.sqlite"), jobs: 1)
    let needed = try await calm.database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA page_count") }
    calm.close()
    let pages = try #require(needed) * percent / 100
    let store = try Store.open(path, jobs: 1)
    try await store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = \(pages)") }
    var stored = 0
    await #expect(throws: StoreError(path, .full)) {
      _ = try await store.add(reports, reports.map { _ in .init() }, jobs: 1, version: "1") { _ in stored += 1 }
    }
    store.close()
    #expect(try count("SELECT count(*) FROM reports") == stored)
    #expect(try count("SELECT count(*) FROM figures WHERE report NOT IN (SELECT id FROM reports)") == 0)
    #expect(try count("SELECT count(*) FROM figures") == count("SELECT coalesce(sum(figures), 0) FROM reports"))
    #expect(try await add(reports) == tally(reports.count - stored, 0, stored))
    #expect(try Store.openToRead(path).content() == Store.openToRead(folder("calm.sqlite")).content())
  }

  @Test("several writers wait for each other, also where the store is still to be made")
  func writers() async throws {
    try await add(reports, to: folder("calm.sqlite"))
    for round in 0..<2 {
      let path = folder("shared-\(round).sqlite")
      try await withThrowingTaskGroup(of: AddTally.self) { group in
        for _ in 0..<3 { group.addTask { try await self.add(self.reports, to: path, jobs: 2) } }
        var added = 0
        for try await tally in group { added += tally.added }
        #expect(added == reports.count, "each report is added by one of them")
      }
      #expect(try Store.openToRead(path).content() == Store.openToRead(folder("calm.sqlite")).content())
    }
  }

  // MARK: what is stored

  @Test("figures are stored exactly, with their place, their interval and what they are of")
  func figures() async throws {
    try await add([try file("a.txt", "临泽湾市档案馆2024年部门预算\n\n2024年本部门预算收入1,203.40万元，约0.12亿元。\n")])
    let rows = try Store.openToRead(path).rows(
      """
      SELECT printed, value, lower, upper, scale, qualifier, line, column, topic, topic_year
      FROM figure_view ORDER BY number
      """
    )
    #expect(
      rows == [
        [
          .text("1,203.40"), .text("12034000"), .text("12033950"), .text("12034050"), .integer(4), .null, .integer(3),
          .integer(13),
          .text("total"), .integer(2024),
        ],
        [
          .text("0.12"), .text("12000000"), .text("11000000"), .text("13000000"), .integer(8), .text("about"),
          .integer(3), .integer(25),
          .null, .null,
        ],
      ])
  }

  @Test("the state of every figure of a report adds up to what the report says")
  func consistent() async throws {
    try await add(reports)
    for state in ["ticked", "contradicted", "bounded", "unchecked"] {
      let differing = """
        SELECT count(*) FROM reports r
        WHERE \(state) <> (SELECT count(*) FROM figures f WHERE f.report = r.id AND f.state = '\(state)')
        """
      #expect(try count(differing) == 0, "\(state)")
    }
    #expect(
      try count(
        """
        SELECT count(*) FROM findings f
        WHERE NOT EXISTS (SELECT 1 FROM place_view p WHERE p.report = f.report AND p.finding = f.number)
        """
      ) == 0)
    #expect(try count("SELECT count(*) FROM operand_view WHERE figure IS NULL OR printed IS NULL") == 0)
  }

  @Test("a report in several files is one report, with the file of each figure")
  func parts() async throws {
    var whole = try file("1.txt", "2024年预算数120万元，执行数108万元，预算执行率95%。\n")
    whole.others = [try file("2.txt", "2023年预算数50万元，执行数40万元，预算执行率75%。\n")]
    try await add([whole])
    #expect(try count("SELECT count(*) FROM reports") == 1)
    let files = try Store.openToRead(path).rows("SELECT DISTINCT file, line FROM finding_view ORDER BY file")
    #expect(files == [[.text(folder("1.txt")), .integer(1)], [.text(folder("2.txt")), .integer(1)]])
  }
}

extension Store {
  /// All rows of a query.
  func rows(_ sql: String) throws -> [[RowValue]] {
    var rows: [[RowValue]] = []
    try query(sql: sql) { _, row in if let row { rows.append(row) } }
    return rows
  }

  /// What the store says of its reports, whatever numbers its rows have.
  func content() throws -> [String: [[RowValue]]] {
    var content: [String: [[RowValue]]] = [:]
    for view in ["report_view", "figure_view", "relation_view", "operand_view", "finding_view", "place_view"] {
      var own = -1
      try query(sql: "SELECT * FROM \(view) ORDER BY path, 3, 4, 5, 6, 7, 8, 9") { columns, row in
        guard var row else {
          own = columns.firstIndex(of: "report") ?? -1
          return
        }
        if own >= 0 { row.remove(at: own) }
        content[view, default: []].append(row)
      }
    }
    return content
  }
}
