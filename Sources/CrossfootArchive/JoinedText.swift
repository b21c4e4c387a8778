// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText

/// The text of a report that is kept in one or several files.
struct JoinedText {
  private(set) var source = SourceText(bytes: [])
  private(set) var notes: [Note] = []
  /// Where each file begins; empty for a single file.
  private(set) var parts: [ReportPart] = []
  private var count = 0
  private var firstPath = ""

  /// What stands between two files: a page ends.
  private static let separator = Array("\n\n\n\u{C}\n".utf8)

  /// Adds a file.
  mutating func append(_ text: SourceText, _ more: [Note], path: String) {
    count += 1
    guard count > 1 else {
      (source, notes, firstPath) = (text, more, path)
      return
    }
    if parts.isEmpty { parts = [ReportPart(path: firstPath, start: 0, firstLine: 0)] }
    let bytes = source.bytes + Self.separator
    let start = bytes.count
    let form: SourceText.Form = source.form == .verbatim && text.form == .verbatim ? .verbatim : .converted
    source = SourceText(bytes: bytes + text.bytes, encoding: source.encoding, form: form)
    parts.append(ReportPart(path: path, start: start, firstLine: source.lines.line(of: start)))
    notes += more.map { note in
      var note = note
      note.range = note.range.map { SourceRange($0.start + start, $0.end + start) }
      return note
    }
  }
}
