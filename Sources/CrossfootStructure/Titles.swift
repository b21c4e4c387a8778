// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Tells titles and headings from running text. A class, because it is asked about every block.
final class Titles: Sendable {
  let bytes: [UInt8]
  let lines: [Line]
  let words: Words

  init(bytes: [UInt8], lines: [Line], words: Words) {
    self.bytes = bytes
    self.lines = lines
    self.words = words
  }

  /// Most columns a heading fills.
  private static let widest = 120

  /// What a passage of the given lines is.
  func kind(of indices: LineIndices) -> Draft.Kind {
    guard let top = indices.first, indices.count <= 3 else { return .passage }
    var (width, marks) = (0, 0)
    for index in indices {
      width += Int(lines[Int(index)].width)
      marks += Int(lines[Int(index)].clauseMarks)
    }
    guard width <= Titles.widest else { return .passage }
    let first = lines[Int(top)]
    if let level = markdownLevel(first) { return .heading(level: level) }
    if let numbering = Numbering.read(bytes, first.range, words: words) {
      // With more marks than one it says something, whatever its words.
      guard marks == 0 || marks == 1 && numbering.level <= 3 else { return .passage }
      let (text, range) = text(of: indices)
      return isHeading(text, range, marks: marks, width: width) ? .heading(level: numbering.level) : .passage
    }
    guard marks == 0, indices.count <= 2 else { return .passage }
    let (text, range) = text(of: indices)
    if isTableTitle(text, range) { return .heading(level: 6) }
    let isOne = width <= 90 && isTitle(text, range) && indices.allSatisfy { isOnePhrase(lines[Int($0)]) }
    return isOne ? .heading(level: 1) : .passage
  }

  /// The text of a block's lines without gaps: where it stands, if it is a line without any.
  private func text(of indices: LineIndices) -> (bytes: [UInt8], range: Range<Int>) {
    let bytes = bytes
    let first = lines[Int(indices[0])].range
    if indices.count == 1,
      bytes.span.next(below: 0x21, from: first.lowerBound, to: first.upperBound) == first.upperBound
    {
      return (bytes, first)
    }
    var text = bytes.compact(first)
    for index in indices.dropFirst() { text += bytes.compact(lines[Int(index)].range) }
    return (text, text.indices)
  }

  /// Whether the gaps in a line only spread its letters: names side by side are a header's cells.
  private func isOnePhrase(_ line: Line) -> Bool {
    guard line.gaps > 0 else { return true }
    var length = 0
    var isLong = false
    for index in line.range where bytes[index] & 0xC0 != 0x80 {
      let script = Script.at(index, in: bytes)
      if script == .gap {
        if length > 1 { isLong = true }
        length = 0
      } else if script == .han {
        if length == 0, isLong { return false }
        length += 1
      } else {
        length = 0
        isLong = false
      }
    }
    return true
  }

  /// `## ` at a line's start: the level of a Markdown heading.
  private func markdownLevel(_ line: Line) -> Int? {
    let marks = bytes[line.range].prefix { $0 == 0x23 }.count
    guard 1...6 ~= marks, Int(line.start) + marks < Int(line.end), bytes[Int(line.start) + marks] == 0x20 else {
      return nil
    }
    return marks
  }

  /// A numbered line is a heading unless it says something: no sentence, no amount.
  private func isHeading(_ text: [UInt8], _ range: Range<Int>, marks: Int, width: Int) -> Bool {
    let last = range.isEmpty ? range.lowerBound : range.upperBound - 1
    guard text.span.next(0x3A, from: range.lowerBound, to: last) == last, !hasAmount(text, range) else { return false }
    if marks == 0 { return true }
    let isSentence = range.count >= 3 && text[last - 2] == 0xE3 && text[last - 1] == 0x80 && text[last] == 0x82
    return width <= (isSentence ? 64 : 90)
  }

  /// Whether a number with a decimal point, a separator or a percent sign, or of five and more digits, stands in the
  /// text.
  private func hasAmount(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let span = text.span
    var run = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = span[index]
      if byte &- 0x30 < 10 {
        run += 1
        if run >= 5 { return true }
      } else if run > 0 {
        if byte == 0x25 { return true }
        let isInside = byte == 0x2C || byte == 0x2E
        if isInside, index + 1 < range.upperBound, span[index + 1] &- 0x30 < 10, index - range.lowerBound > 2 {
          return true
        }
        run = 0
      }
      index += byte & 0xF0 == 0xE0 ? 3 : 1
    }
    return false
  }

  /// Whether a line begins or ends like the title of a table, as far as one character tells.
  func mayBeTableTitle(_ range: Range<Int>) -> Bool {
    bytes[range.upperBound - 1] == 0x29 || words.tableTitleEnds.mayEnd(bytes, range.upperBound)
      || words.tableTitleStarts.mayBegin(bytes, range)
  }

  /// Whether a line, gaps left out, names a table.
  func isTableTitle(_ line: Line) -> Bool {
    line.gaps == 0 ? isTableTitle(bytes, line.range) : isTableTitle(bytes.compact(line.range))
  }

  /// 表 1, 收入预算表: names a table.
  func isTableTitle(_ text: [UInt8]) -> Bool { isTableTitle(text, text.indices) }

  private func isTableTitle(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    if let length = words.tableTitleStarts.match(text, at: range.lowerBound, end: range.upperBound),
      length < range.count,
      text[range.lowerBound + length] &- 0x30 < 10
    {
      return true
    }
    return range.count <= 120 && words.tableTitleEnds.endsWith(text, Grid.withoutBracket(text, range))
  }

  private func isTitle(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    !hasAmount(text, range) && (words.titleEnds.endsWith(text, range) || words.contents.contains(text, range))
  }
}
