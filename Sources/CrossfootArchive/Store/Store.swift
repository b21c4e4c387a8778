// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import GRDB

/// An archive of reports: one SQLite file.
///
/// Writing goes through a write-ahead log, one transaction for each report, so that a run can be killed at any moment:
/// what was written stays, what was being written is as if it had never begun. Several programs may read meanwhile; a
/// second writer waits.
public final class Store: Sendable {
  /// Where the file is.
  public let path: String
  let database: any DatabaseWriter

  /// How long a writer waits for another one, in seconds. A transaction takes milliseconds.
  private static let patience = 60.0

  private init(path: String, database: any DatabaseWriter) {
    self.path = path
    self.database = database
  }

  /// Opens a store to add reports to it, and makes it where there is none.
  /// - Throws: ``StoreError``.
  public static func open(_ path: String, jobs: Int) throws -> Store {
    try StoreError.telling(path) {
      var configuration = Configuration()
      configuration.busyMode = .timeout(patience)
      configuration.maximumReaderCount = max(1, jobs)
      configuration.prepareDatabase(check)
      let pool = try DatabasePool(path: path, configuration: configuration)
      let store = Store(path: path, database: pool)
      do {
        try Schema.migrator.migrate(pool)
      } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
        // Another program may have made the same tables meanwhile.
        guard try pool.read(Schema.migrator.hasCompletedMigrations) else { throw error }
      }
      return store
    }
  }

  /// Opens a store to read it. Nothing can be written through it.
  /// - Throws: ``StoreError``.
  public static func openToRead(_ path: String) throws -> Store {
    guard SystemCalls.exists(path) else { throw StoreError(path, .missing) }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase(check)
    return try StoreError.telling(path) {
      let queue = try reading(path, configuration)
      try queue.read { db in
        guard try Schema.migrator.hasCompletedMigrations(db) else { throw StoreError(path, .older) }
      }
      return Store(path: path, database: queue)
    }
  }

  /// In a directory that cannot be written the log's index cannot be made; a store without a log is then read as it is.
  private static func reading(_ path: String, _ configuration: Configuration) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN && !SystemCalls.exists(path + "-wal")
    {
      let name = path.unicodeScalars.map {
        "%?#".unicodeScalars.contains($0) ? "%" + Digest.hex([UInt8(ascii: $0)]) : String($0)
      }
      return try DatabaseQueue(path: "file:\(name.joined())?immutable=1", configuration: configuration)
    }
  }

  /// Refuses files that are no stores, or stores that a later version made, before anything is changed.
  @Sendable private static func check(_ db: Database) throws {
    // In this order, since another program may be making the store: the list of migrations comes first, and it may be
    // all that a killed run left behind; tables and number come together.
    let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name NOT LIKE 'grdb_%'") == 0
    let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application == 0, isEmpty {
      // A run that could not even begin leaves an empty file behind.
      guard !db.configuration.readonly else { throw StoreVersion.none }
      return
    }
    guard application == Schema.applicationID else { throw DatabaseError(resultCode: .SQLITE_NOTADB) }
    if !isEmpty, try Schema.migrator.hasBeenSuperseded(db) { throw StoreVersion.newer }
  }

  /// Closes the file. The log is written back into it, so that one file is all there is, unless another program uses it
  /// too.
  public func close() {
    _ = try? database.writeWithoutTransaction { db in try db.checkpoint(.truncate) }
    try? database.close()
  }
}

/// A version of a store that this tool does not read, or no store yet.
enum StoreVersion: Error { case newer, none }
