// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput
import Synchronization

/// Standard output for what was asked for, standard error for all else.
enum Console {
  /// The reader of standard output has gone away: there is nobody left to tell anything.
  struct ReaderGone: Error {}

  /// What is to be written to standard output, and why writing failed, if it did and nobody was told.
  private struct Pending {
    var bytes: [UInt8] = []
    var failure: SystemCalls.Failure?
  }

  private static let pending = Mutex(Pending())

  /// Bytes that may wait: a person who watches waits for none.
  private static let patience = SystemCalls.isTerminal(SystemCalls.standardOutput) ? 0 : 1 << 15

  /// Writes to standard output, many small texts at once.
  static func write(_ text: String) throws {
    let isFull = pending.withLock { pending in
      pending.bytes += text.utf8
      return pending.bytes.count > patience
    }
    if isFull { try flush() }
  }

  /// Writes what waits. Called before the program ends.
  static func flush() throws {
    guard let failure = written() else { return }
    throw failure.isBrokenPipe ? ReaderGone() : InputProblem("-", .unwritable(failure.words)) as any Error
  }

  /// Writes what waits, and gives the failure of this or an earlier attempt once.
  private static func written() -> SystemCalls.Failure? {
    pending.withLock { pending in
      let (bytes, failure) = (pending.bytes, pending.failure)
      pending = Pending()
      if bytes.isEmpty || failure != nil { return failure }
      ProgressLine.clear()
      do throws(SystemCalls.Failure) {
        try SystemCalls.write(bytes, to: SystemCalls.standardOutput)
        return nil
      } catch {
        return error
      }
    }
  }

  /// Writes a line to standard error, after all that was written to standard output before. What goes wrong here has
  /// nowhere to be told. Where the reader has gone away, the run ends in silence.
  static func tell(_ line: String) {
    if let failure = written() {
      pending.withLock { pending in pending.failure = failure }
      if failure.isBrokenPipe { return }
    }
    ProgressLine.clear()
    try? SystemCalls.write(Array("\(line)\n".utf8), to: SystemCalls.standardError)
  }

  /// Tells why a path was not checked.
  static func tell(_ problem: InputProblem) {
    tell(Surroundings.sentences.error(problem.problem, path: problem.path))
  }
}
