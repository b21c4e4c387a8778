// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput

/// Standard output for what was asked for, standard error for all else.
enum Console {
  /// The reader of standard output has gone away: there is nobody left to tell anything.
  struct ReaderGone: Error {}

  /// Writes to standard output.
  static func write(_ text: String) throws {
    if !text.isEmpty { ProgressLine.clear() }
    do {
      try SystemCalls.write(Array(text.utf8), to: SystemCalls.standardOutput)
    } catch {
      throw error.isBrokenPipe ? ReaderGone() : InputProblem("-", .unwritable(error.words)) as any Error
    }
  }

  /// Writes a line to standard error. What goes wrong here has nowhere to be told.
  static func tell(_ line: String) {
    ProgressLine.clear()
    try? SystemCalls.write(Array("\(line)\n".utf8), to: SystemCalls.standardError)
  }

  /// Tells why a path was not checked.
  static func tell(_ problem: InputProblem) {
    tell(Surroundings.sentences.error(problem.problem, path: problem.path))
  }
}
