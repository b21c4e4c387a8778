// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Says whether a line of text runs on in the next: printed lines are cut where the page ends, not where the sentence
/// does. A class, because it is asked about every line.
final class Wrapping {
  let bytes: [UInt8]
  let lines: [Line]
  /// Whether a line is running text (not a table row, not furniture).
  let isText: [Bool]
  let words: Words
  /// Width of the visual line that each line ends: a layout program may have cut it at decimal points.
  private let fills: [Int32]

  /// A line cut before a mark is no wider than this, all parts together.
  private static let widestCut: Int32 = 76
  /// Bytes of the longest number that may stand alone.
  private static let longestNumber = 60
  /// Lines looked at on either side to see how wide lines are here.
  private static let reach = 8

  init(bytes: [UInt8], lines: [Line], isText: [Bool], words: Words) {
    self.bytes = bytes
    self.lines = lines
    self.isText = isText
    self.words = words
    var fills: [Int32] = []
    fills.reserveCapacity(lines.count)
    var goesOn = false
    for index in lines.indices {
      let continuesAbove = goesOn
      goesOn = index + 1 < lines.count && Wrapping.goesOn(lines[index + 1], bytes)
      // Rows of cells matter only where the line below goes on with them.
      var fill =
        goesOn && !lines[index].isMeasured ? words.measure.whole(lines[index], in: bytes).fill : lines[index].fill
      if continuesAbove {
        let above = fills[index - 1]
        if above + fill <= Wrapping.widestCut || Wrapping.startsDecimal(lines[index], bytes) { fill += above }
      }
      fills.append(fill)
    }
    self.fills = fills
  }

  /// Whether a line begins with a mark or the point of a decimal.
  private static func goesOn(_ line: Line, _ bytes: [UInt8]) -> Bool {
    // The first byte tells of most lines that they do not.
    switch bytes[Int(line.start)] {
    case 0x2E: startsDecimal(line, bytes)
    case 0xE2, 0xE3, 0xEF: startsWithMark(line, bytes)
    default: false
    }
  }

  /// The same lines with others of them as the text.
  private init(_ all: Wrapping, isText: [Bool]) {
    bytes = all.bytes
    lines = all.lines
    words = all.words
    fills = all.fills
    self.isText = isText
  }

  func reading(_ isText: [Bool]) -> Wrapping { Wrapping(self, isText: isText) }

  /// Whether `next` continues `line`.
  func continues(_ line: Int, into next: Int) -> Bool {
    if startsDecimal(next) || Wrapping.startsWithMark(lines[next], bytes) || closesBracket(line, next) { return true }
    if Wrapping.cutsDecimal(Int(lines[line].end), Int(lines[next].start), bytes) { return true }
    if opensBlock(next) { return false }
    let end = Int(lines[line].end)
    let script = Script.before(end, in: bytes)
    if isStop(end) {
      return lines[next].indent == 0 && (isFullWidth(line) && isIndentedText(line) || isEvenlyWrapped(line, next))
    }
    if script == .digit || endsInScale(line), measuresNumber(next), lines[line].fill > 16 || !opensBlock(line) {
      return true
    }
    if script == .digit, lines[line].clauseMarks + lines[line].stops > 0 || lines[line].fill >= Wrapping.narrow,
      startsMeasured(next, isFormed: false)
    {
      return true
    }
    if isOpenMark(end) || lines[line].stops > 0 && script != .gap { return true }
    if words.joiners.endsWith(bytes, lines[line].range) { return true }
    if isNumberingOnly(line) { return true }
    if isFullWidth(line) || opensParagraph(line) { return true }
    if script == .han, lines[line].clauseMarks > 0 || !opensBlock(line), startsMeasured(next, isFormed: true) {
      return true
    }
    return lines[line].width >= 120 && lines[next].clauseMarks > 0 && script != .point
  }

  /// Whether a line ends before its sentence does, as far as the next one tells: nothing begins anew there.
  /// - Parameter isFirst: whether the line is the first of its paragraph, which may be set in.
  func isUnfinished(_ line: Int, before next: Int, isFirst: Bool) -> Bool {
    let indent = lines[next].indent
    let isFlush = indent < 2 || indent < lines[line].indent || indent == lines[line].indent && !isFirst
    return isFlush && !endsSentence(line) && !opensBlock(next)
  }

  /// Whether a line holds a clause and is no heading.
  func holdsClause(_ line: Int) -> Bool {
    lines[line].stops > 0
      || lines[line].clauseMarks > 0 && Numbering.read(bytes, lines[line].range, words: words) == nil
  }

  /// Whether a new block begins with this line whatever stands above it.
  func opensBlock(_ index: Int) -> Bool {
    // The first character tells of most lines that they open none.
    let bytes = bytes
    let start = Int(lines[index].start)
    if bytes[start] >= 0x80 {
      guard words.blockStarts.mayBegin(bytes.span, start, Int(lines[index].end)) else { return false }
      let first = WordTrie.character(bytes.span, start, Int(lines[index].end)).character
      if words.blockStarts.next(0, first) == 0 { return false }
    }
    let line = lines[index]
    return Numbering.read(bytes, line.range, words: words) != nil || isBullet(line) || isContentsTitle(line)
      || words.lineOpeners.match(bytes, at: Int(line.start), end: Int(line.end)) != nil || opensWithNumber(line)
  }

  /// `表 3`, `图一`: the word alone may begin a line of text (表彰, 图书).
  private func opensWithNumber(_ line: Line) -> Bool {
    guard let length = words.numberedOpeners.match(bytes, at: Int(line.start), end: Int(line.end)) else { return false }
    var index = Int(line.start) + length
    while index < Int(line.end), bytes[index] <= 0x20 { index += 1 }
    guard index < Int(line.end) else { return false }
    let script = Script.at(index, in: bytes)
    return script == .digit || script == .latin || script == .sign
      || words.numerals.match(bytes, at: index, end: Int(line.end)) != nil
  }

  /// 目录, in one word or letter by letter.
  private func isContentsTitle(_ line: Line) -> Bool {
    line.range.count <= 24 && words.contents.mayBegin(bytes, line.range)
      && words.contents.contains(bytes.compact(line.range))
  }

  /// `- ` and `* ` at a line's start.
  private func isBullet(_ line: Line) -> Bool {
    let start = Int(line.start)
    return (bytes[start] == 0x2D || bytes[start] == 0x2A) && start + 1 < Int(line.end) && bytes[start + 1] == 0x20
  }

  /// `.6 亿`: the rest of a number whose point a layout program took for the end of a line.
  private func startsDecimal(_ index: Int) -> Bool { Wrapping.startsDecimal(lines[index], bytes) }

  /// Whether a number is cut behind its point (`增长3.` / `45%`). A number that opens its line is a list number.
  static func cutsDecimal(_ end: Int, _ start: Int, _ bytes: [UInt8]) -> Bool {
    guard end > 1, bytes[end - 1] == 0x2E, start < bytes.count, Script.at(start, in: bytes) == .digit else {
      return false
    }
    var index = end - 1
    while index > 0, Script.at(index - 1, in: bytes) == .digit { index -= 1 }
    return index < end - 1 && index > 0 && bytes[index - 1] >= 0x80
  }

  /// Whether a number is cut behind a separator of thousands (`支出2,` / `140.00万元`).
  static func cutsThousands(_ end: Int, _ start: Int, _ bytes: [UInt8]) -> Bool {
    guard end > 1, bytes[end - 1] == 0x2C, Script.before(end - 1, in: bytes) == .digit else { return false }
    return bytes[min(start, bytes.count)...].prefix(4).prefix { $0 &- 0x30 < 10 }.count == 3
  }

  static func startsDecimal(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let start = Int(line.start)
    return bytes[start] == 0x2E && start + 1 < bytes.count && Script.at(start + 1, in: bytes) == .digit
  }

  /// ，。、and what closes: no line begins with these unless it goes on.
  private static func startsWithMark(_ line: Line, _ bytes: [UInt8]) -> Bool {
    let start = Int(line.start)
    guard start + 2 < Int(line.end) else { return false }
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x82), (0xE3, 0x80, 0x8B), (0xE2, 0x80, 0x9D): return true
    default: return false
    }
  }

  /// Whether the line starts with the unit of a number that ends the line above.
  func measuresNumber(_ index: Int) -> Bool {
    let line = lines[index]
    return words.measure.startsUnit(Int(line.start), in: bytes)
      && (line.clauseMarks > 0 || line.numbers == 0)
  }

  /// Whether a line of a sentence starts with a number and its unit: the rest of one that the line above was cut in
  /// (`决算为3` / `5.74万元，`), or an amount, with which no sentence begins.
  /// - Parameter isFormed: whether a point or separators must show that it is an amount.
  private func startsMeasured(_ index: Int, isFormed: Bool) -> Bool {
    let line = lines[index]
    guard line.clauseMarks + line.stops > 0 else { return false }
    let start = Int(line.start)
    var at = start
    var hasForm = false
    while at < Int(line.end), bytes[at] &- 0x30 < 10 || bytes[at] == 0x2E || bytes[at] == 0x2C {
      if bytes[at] &- 0x30 >= 10 { hasForm = true }
      at += 1
    }
    if isFormed, at < Int(line.end), bytes[at] == 0x20 { at += 1 }
    return at > start && at < Int(line.end) && (hasForm || !isFormed) && words.measure.startsUnit(at, in: bytes)
  }

  /// Whether a line opens a paragraph whose next lines are as wide as it, and go on with clauses: what stands above, a
  /// heading or a note below a table, may be set to another width.
  private func opensParagraph(_ line: Int) -> Bool {
    let width = Int(fills[line])
    guard line + 2 < lines.count, width >= Wrapping.narrow, lines[line + 1].clauseMarks > 0, isSentence(line) else {
      return false
    }
    return (line + 1...line + 2).allSatisfy { next in
      let other = Int(fills[next])
      return isText[next] && !opensBlock(next) && other * 100 >= width * 90 && other * 90 <= width * 100
    }
  }

  /// `0.09亿`: a number and a Han character of its unit, the rest of which the next line may hold.
  private func endsInScale(_ line: Int) -> Bool {
    let last = Int(lines[line].end) - 3
    guard last > Int(lines[line].start), Script.at(last, in: bytes) == .han else { return false }
    return Script.before(last, in: bytes) == .digit && words.measure.startsUnit(last, in: bytes)
  }

  /// Whether a bracket that opens at the end of a line closes at the start of the next: 第三表、表（ / 十二、表十三）.
  private func closesBracket(_ line: Int, _ next: Int) -> Bool {
    guard lines[line].hasOpenBracket else { return false }
    var index = Int(lines[line].end) - 1
    let from = max(Int(lines[line].start), index - 30)
    while index >= from, bytes[index] != 0x29, bytes[index] != 0x28 { index -= 1 }
    guard index >= from, bytes[index] == 0x28 else { return false }
    let start = Int(lines[next].start)
    for index in start..<min(Int(lines[next].end), start + 40) {
      if bytes[index] == 0x28 { return false }
      if bytes[index] == 0x29 { return index > start + 9 || !opensBlock(next) }
    }
    return false
  }

  /// `一、` or `（五）` alone: its heading stands on the next line.
  private func isNumberingOnly(_ index: Int) -> Bool {
    lines[index].range.count <= Wrapping.longestNumber
      && Numbering.read(bytes, lines[index].range, words: words)?.end == Int(lines[index].end)
  }

  /// Whether a line ends where a sentence does.
  func endsSentence(_ line: Int) -> Bool { isStop(Int(lines[line].end)) }

  /// 。！？：； and what closes after them.
  private func isStop(_ end: Int) -> Bool {
    var index = end
    while index > 3, bytes[index - 3] == 0xE2, bytes[index - 2] == 0x80,
      bytes[index - 1] == 0x9D || bytes[index - 1] == 0x99
    {
      index -= 3
    }
    if index > 0 {
      switch bytes[index - 1] {
      case 0x2E, 0x3A, 0x3B, 0x21, 0x3F: return true
      default: break
      }
    }
    return index > 2 && bytes[index - 3] == 0xE3 && bytes[index - 2] == 0x80 && bytes[index - 1] == 0x82
  }

  /// ，、（“《 and ASCII comma and bracket: the sentence goes on.
  private func isOpenMark(_ end: Int) -> Bool {
    if end > 0, bytes[end - 1] == 0x2C || bytes[end - 1] == 0x28 { return true }
    guard end > 2 else { return false }
    switch (bytes[end - 3], bytes[end - 2], bytes[end - 1]) {
    case (0xEF, 0xBC, 0x8C), (0xE3, 0x80, 0x81), (0xE3, 0x80, 0x8A), (0xE2, 0x80, 0x9C): return true
    default: return false
    }
  }

  private func isIndentedText(_ line: Int) -> Bool {
    var index = line
    while index >= max(0, line - 40), isText[index] {
      if lines[index].indent >= 2 { return true }
      index -= 1
    }
    return false
  }

  /// Whether a line that ends where a sentence does is cut like the lines around it, which no indent or gap sorts into
  /// paragraphs: one is rarely as wide as the page at its end.
  private func isEvenlyWrapped(_ line: Int, _ next: Int) -> Bool {
    let width = lines[line].fill
    guard lines[next].blanksAbove == 0 || lines[line].blanksAbove > 0, Wrapping.wrappedWidths.contains(width),
      lines[next].clauseMarks > 0 || lines[next].fill >= width - Wrapping.ragged
    else { return false }
    var alike = 0
    for index in max(0, line - 3)...min(lines.count - 1, line + 3) where isText[index] && index != line {
      if lines[index].fill > width + Wrapping.ragged { return false }
      if lines[index].fill >= width - Wrapping.ragged { alike += 1 }
    }
    return alike >= 3
  }

  /// Widths of wrapped lines, and by how much they differ: a mark that must not begin a line, wide points that are
  /// folded.
  private static let wrappedWidths: ClosedRange<Int32> = 40...130
  private static let ragged: Int32 = 6

  /// Whether a line is as wide as the wrapped lines around it, or as the lines right beside it (a narrow column of
  /// text).
  func isFullWidth(_ line: Int) -> Bool {
    let (fills, isText) = (fills, isText)
    let width = Int(fills[line])
    guard width * 100 >= Wrapping.narrow * 75 else { return false }
    var alike = 0
    for index in max(0, line - 2)..<min(lines.count, line + 3) where index != line {
      let other = Int(fills[index])
      if isText[index], other * 100 >= width * 90, other * 90 <= width * 100 { alike += 1 }
    }
    // So it is with most lines: no others need be looked at.
    if width >= Wrapping.narrow, alike >= 3 { return true }
    let near = max(0, line - Wrapping.reach)..<min(lines.count, line + Wrapping.reach + 1)
    var widest = width
    for index in near where isText[index] { widest = max(widest, Int(fills[index])) }
    guard widest >= Wrapping.narrow else { return false }
    if width >= 30, alike >= 3 { return true }
    guard width * 100 >= widest * (isSentence(line) ? 75 : 85) else { return false }
    var full = 0
    for index in near where index != line {
      if isText[index], Int(fills[index]) * 100 >= widest * 75 { full += 1 }
    }
    return full >= 2 || near.count < 6 && full >= 1
  }

  /// Where no line is as wide, nothing says that lines are wrapped.
  private static let narrow = 36

  /// Whether a line is part of a sentence and no heading: then it may fall shorter of the margin.
  private func isSentence(_ line: Int) -> Bool {
    if Numbering.read(bytes, lines[line].range, words: words) != nil {
      return lines[line].colons + lines[line].stops > 0
    }
    return lines[line].clauseMarks > 0 || lines[line].digits > 0 || startsDecimal(line)
  }
}
