// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Tells what is wrong with a file that a user wrote: one line each that editors can follow, then the line of the file
/// with a caret under the place.
public enum FaultListing {
  /// Cells beyond which a line of the file is cut.
  private static let width = 100

  /// - Parameters:
  ///   - path: the file as the user knows it.
  ///   - bytes: its text; empty where it is not at hand.
  ///   - faults: what is wrong in words, with line and column (in scalars) from 1.
  /// - Returns: lines for standard error, without a line feed at their end.
  public static func text(
    path: String, bytes: [UInt8], faults: [(position: Position, words: String)], language: Language
  ) -> String {
    let source = SourceText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
    return faults.map { fault in
      let (line, column) = (fault.position.line, fault.position.column)
      let head = Sentences(language).fault(path, line: line, column: column, fault.words)
      return head + excerpt(source, line: line - 1, column: column)
    }.joined(separator: "\n")
  }

  private static func excerpt(_ source: SourceText, line: Int, column: Int) -> String {
    guard !source.bytes.isEmpty, (0..<source.lines.count).contains(line) else { return "" }
    let range = source.lines.range(ofLine: line, in: source.bytes)
    var start = range.start
    for _ in 1..<max(1, column) where start < range.end { start = source.scalarEnd(start) }
    let pointer = start..<max(start, min(range.end, source.scalarEnd(start)))
    let layout = LineLayout(source.bytes, line: range.start..<range.end, pointers: [pointer], limit: width)
    if layout.text.isEmpty { return "" }
    let gutter = String(repeating: " ", count: String(line + 1).count + 2)
    let caret = String(repeating: " ", count: layout.cells(pointer).lowerBound) + "^"
    return "\n \(line + 1) | \(layout.text)\n\(gutter)| \(caret)"
  }
}

/// The lines that a version control system leaves around two versions it could not merge.
public enum MergeConflict {
  /// Whether a line is one of them.
  public static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
  }
}
