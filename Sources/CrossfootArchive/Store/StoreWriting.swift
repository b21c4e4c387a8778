// SPDX-License-Identifier: Apache-2.0

import GRDB

extension Store {
  /// What became of a report that was to be stored.
  enum Change { case added, replaced, unchanged }

  /// What is stored at a path: the digest of the file and the build that read it, nil for a path that is not stored.
  func known(_ path: String) throws -> (hash: String, stamp: String)? {
    try StoreError.telling(self.path) {
      try database.read { db in
        let statement = try db.cachedStatement(sql: "SELECT hash, stamp FROM reports WHERE path = ?")
        return try Row.fetchOne(statement, arguments: [path]).map { ($0[0], $0[1]) }
      }
    }
  }

  /// Stores a report in one transaction. What was stored at its path before goes away with it.
  /// - Parameter run: the run that stores it; the first report makes its row.
  func add(_ entry: ArchiveEntry, in run: inout StoreRun) throws -> Change {
    var begun = run
    let change = try StoreError.telling(path) {
      try database.write { db in
        let known = try Row.fetchOne(
          db.cachedStatement(sql: "SELECT id, hash, stamp FROM reports WHERE path = ?"), arguments: [entry.path])
        if let known, known[1] == entry.hash, known[2] == entry.stamp { return Change.unchanged }
        try begun.begin(db)
        let report = try EntryInserter(db).insert(entry, replacing: known?[0])
        try begun.count(report.isNew, db)
        return report.isNew ? .added : .replaced
      }
    }
    run = begun
    return change
  }

  /// Closes a run: its row gets the time and the state of the whole store. A run that changed nothing has no row.
  func finish(_ run: StoreRun) throws {
    try StoreError.telling(path) { try database.write(run.finish) }
  }
}

/// A run of `archive add`, from its first change on.
struct StoreRun {
  /// Version of the tool and digest of its rules.
  let tool: String
  let rules: String
  private let started: String
  private var id: Int64?

  init(tool: String, rules: String) {
    self.tool = tool
    self.rules = rules
    started = SystemCalls.timestamp()
  }

  mutating func begin(_ db: Database) throws {
    guard id == nil else { return }
    try db.execute(
      sql: "INSERT INTO runs(started, tool, rules) VALUES (?, ?, ?)", arguments: [started, tool, rules])
    id = db.lastInsertedRowID
  }

  func count(_ isNew: Bool, _ db: Database) throws {
    let column = isNew ? "added" : "replaced"
    try db.cachedStatement(sql: "UPDATE runs SET \(column) = \(column) + 1 WHERE id = ?").execute(arguments: [id])
  }

  func finish(_ db: Database) throws {
    guard let id else { return }
    try db.execute(
      sql: """
        UPDATE runs SET finished = ?, (reports, figures, ticked, contradicted, bounded, unchecked) =
            (SELECT count(*), sum(figures), sum(ticked), sum(contradicted), sum(bounded), sum(unchecked) FROM reports),
          (errors, warnings, notes) =
            (SELECT count(*) FILTER (WHERE severity = 'error'), count(*) FILTER (WHERE severity = 'warning'),
              count(*) FILTER (WHERE severity = 'note') FROM findings)
        WHERE id = ?
        """, arguments: [SystemCalls.timestamp(), id])
  }
}
