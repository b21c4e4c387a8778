// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

extension Examination {
  /// Takes the bytes of a report through the whole pipeline.
  /// - Throws: ``TextError`` if the bytes are no text.
  public static func reading(_ bytes: [UInt8], path: String = "report.txt") throws -> Examination {
    let (source, notes) = try SourceText.decode(bytes)
    return Examination(path: path, source: source, notes: notes)
  }

  /// What a user is told by default: errors and warnings.
  public var told: [Finding] { findings.filter { $0.severity >= .warning } }
}
