// SPDX-License-Identifier: Apache-2.0

/// Tells titles and headings from running text.
struct Titles {
  let bytes: [UInt8]
  let words: Words

  /// Most columns a heading fills.
  private static let widest = 120

  /// What a passage of the given lines is.
  func kind(of draft: Draft, _ lines: [Line]) -> Draft.Kind {
    guard let first = draft.lines.first.map({ lines[Int($0)] }), draft.lines.count <= 3 else { return .passage }
    let parts = draft.lines.lazy.map { lines[Int($0)] }
    let width = parts.reduce(0) { $0 + Int($1.width) }
    guard width <= Titles.widest else { return .passage }
    let marks = parts.reduce(0) { $0 + Int($1.clauseMarks) }
    if let level = markdownLevel(first) { return .heading(level: level) }
    if let numbering = Numbering.read(bytes, first.range, words: words) {
      return isHeading(text(of: draft, lines), marks: marks, width: width, level: numbering.level)
        ? .heading(level: numbering.level) : .passage
    }
    guard marks == 0, draft.lines.count <= 2 else { return .passage }
    let text = text(of: draft, lines)
    if isTableTitle(text) { return .heading(level: 6) }
    return width <= 90 && isTitle(text) && parts.allSatisfy(isOnePhrase) ? .heading(level: 1) : .passage
  }

  /// The text of a block's lines without gaps.
  private func text(of draft: Draft, _ lines: [Line]) -> [UInt8] {
    var text = bytes.compact(lines[Int(draft.lines[0])].range)
    for index in draft.lines.dropFirst() { text += bytes.compact(lines[Int(index)].range) }
    return text
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
  private func isHeading(_ text: [UInt8], marks: Int, width: Int, level: Int) -> Bool {
    guard !hasAmount(text), !text.dropLast().contains(0x3A) else { return false }
    if marks == 0 { return true }
    return marks == 1 && level <= 3 && width <= 64 && text.suffix(3) == [0xE3, 0x80, 0x82]
      || marks == 1 && level <= 3 && width <= 90 && text.suffix(3) != [0xE3, 0x80, 0x82]
  }

  /// Whether a number with a decimal point, a separator or a percent sign, or of five and more digits, stands in the
  /// text.
  private func hasAmount(_ text: [UInt8]) -> Bool {
    var run = 0
    for index in text.indices {
      let script = Script.at(index, in: text)
      if script == .digit {
        run += 1
        if run >= 5 { return true }
        continue
      }
      if run > 0, text[index] == 0x25 { return true }
      let isInside = text[index] == 0x2C || text[index] == 0x2E
      if run > 0, isInside, index + 1 < text.count, Script.at(index + 1, in: text) == .digit, index > 2 { return true }
      run = 0
    }
    return false
  }

  /// Whether a line begins or ends like the title of a table, as far as one character tells.
  func mayBeTableTitle(_ range: Range<Int>) -> Bool {
    bytes[range.upperBound - 1] == 0x29 || words.tableTitleEnds.mayEnd(bytes, range.upperBound)
      || words.tableTitleStarts.mayBegin(bytes, range)
  }

  /// 表 1, 收入预算表: names a table.
  func isTableTitle(_ text: [UInt8]) -> Bool {
    if let start = words.tableTitleStarts.match(text, at: 0, end: text.count), start < text.count,
      Script.at(start, in: text) == .digit
    {
      return true
    }
    return text.count <= 120 && words.tableTitleEnds.suffix(of: Grid.withoutBracket(text)) != nil
  }

  private func isTitle(_ text: [UInt8]) -> Bool {
    !hasAmount(text) && (words.titleEnds.suffix(of: text) != nil || words.contents.contains(text))
  }
}
