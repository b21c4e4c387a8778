// SPDX-License-Identifier: Apache-2.0

/// Finds the notes at the foot of printed pages: they begin with a circled number and run to the page's end.
enum Footnotes {
  /// For each line whether it is part of a note at the foot of its page.
  static func find(_ bytes: [UInt8], _ lines: [Line], isFurniture: [Bool], words: Words) -> [Bool] {
    var isNote = [Bool](repeating: false, count: lines.count)
    // Few reports have any.
    guard let last = lines.last, last.page > 0, lines.contains(where: { opensNote(bytes, $0) }) else { return isNote }
    var end = lines.count
    while end > 0 {
      var start = end
      var first: Int?
      while start > 0, lines[start - 1].page == lines[end - 1].page {
        start -= 1
        if isFurniture[start] { continue }
        if opensNote(bytes, lines[start]) { first = start } else if opensText(bytes, lines[start], words) { break }
      }
      // A page of nothing but notes would be a list in the text.
      if let first, first > start || start > 0 && lines[start - 1].page == lines[end - 1].page {
        for index in first..<end where !isFurniture[index] { isNote[index] = true }
      }
      while start > 0, lines[start - 1].page == lines[end - 1].page { start -= 1 }
      end = start
    }
    return isNote
  }

  /// ① at a line's start.
  private static func opensNote(_ bytes: [UInt8], _ line: Line) -> Bool {
    let start = Int(line.start)
    return line.shape == .text && start + 2 < bytes.count && bytes[start] == 0xE2 && bytes[start + 1] == 0x91
  }

  /// A line that begins a paragraph or row of the text.
  private static func opensText(_ bytes: [UInt8], _ line: Line, _ words: Words) -> Bool {
    line.shape != .text || line.indent >= 2 || Numbering.read(bytes, line.range, words: words) != nil
  }
}
