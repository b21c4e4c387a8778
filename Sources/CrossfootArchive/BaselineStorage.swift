// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput

extension BaselineFile {
  /// Longest file that is read, in bytes.
  private static let limit = 1 << 30

  /// Reads the baseline at a path.
  /// - Throws: ``InputProblem`` if the file cannot be read, `BaselineFileError` if it is no baseline.
  public static func read(at path: String) throws -> Baseline {
    let bytes: [UInt8]?
    do {
      bytes = try SystemCalls.bytes(ofFile: path, limit: limit)
    } catch {
      throw InputProblem(path, error.problem == .missingPath ? .missingBaseline : error.problem)
    }
    guard let bytes else { throw InputProblem(path, .tooLarge(size: limit + 1, limit: limit)) }
    return try read(bytes)
  }

  /// Writes a baseline to a path where there is no file yet.
  public static func create(_ baseline: Baseline, at path: String) throws(InputProblem) {
    do {
      try SystemCalls.write(Array(write(baseline).utf8), toFile: path, mustBeNew: true)
    } catch {
      throw InputProblem(path, error.isExisting ? .exists : .unwritable(error.words))
    }
  }

  /// Puts a baseline in the place of the one at a path. Whatever happens, the file holds either all of the old one or
  /// all of the new one.
  public static func replace(_ baseline: Baseline, at path: String) throws(InputProblem) {
    do {
      try SystemCalls.replace(path, with: Array(write(baseline).utf8))
    } catch {
      throw InputProblem(path, .unwritable(error.words))
    }
  }
}
