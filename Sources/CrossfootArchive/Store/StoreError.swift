// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import GRDB

/// Why a store could not be used. What was stored before stays as it was.
public struct StoreError: Error, Sendable, Hashable {
  public var path: String
  public var problem: StoreProblem

  init(_ path: String, _ problem: StoreProblem) {
    self.path = path
    self.problem = problem
  }

  /// Runs work on a store and tells what fails in the words of this tool.
  static func telling<Value>(_ path: String, _ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch let error as DatabaseError {
      throw StoreError(path, problem(error, path))
    } catch let version as StoreVersion {
      throw StoreError(path, version == .newer ? .newer : .missing)
    }
  }

  private static func problem(_ error: DatabaseError, _ path: String) -> StoreProblem {
    let words = error.message ?? error.resultCode.description
    return switch error.resultCode {
    case .SQLITE_FULL: .full
    case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
    case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
    case .SQLITE_NOTADB: .notAStore
    case .SQLITE_CORRUPT: .damaged(words)
    // SQLite does not say why.
    case .SQLITE_CANTOPEN: .unusable(SystemCalls.refusal(ofFile: path)?.words ?? words)
    case .SQLITE_IOERR: .unusable(words)
    case .SQLITE_MISUSE: .wouldWrite
    default: error.sql == nil ? .unusable(words) : .query(words)
    }
  }
}
