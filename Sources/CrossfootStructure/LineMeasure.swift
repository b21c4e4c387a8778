// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Reads one line's layout: its width, its pieces between gaps, and which of them are numbers.
struct LineMeasure {
  /// First characters of units.
  let unitStarts: WordTrie

  /// Fills in a line whose `start` and `end` hold the whole line.
  func measure(_ line: inout Line, in bytes: [UInt8]) {
    _ = measure(&line, in: bytes, to: Int(line.end), endings: 0)
  }

  /// Reads the line that begins at its `start`, up to the first control byte that is no tab: its text, and what its
  /// layout says.
  /// - Returns: where that byte stands, or the end of the text.
  func measureOpen(_ line: inout Line, in bytes: [UInt8]) -> Int {
    measure(&line, in: bytes, to: bytes.count, endings: ~(1 << 0x09))
  }

  /// A line with all that its layout says.
  func whole(_ line: Line, in bytes: [UInt8]) -> Line {
    if line.isMeasured { return line }
    var whole = Line(start: line.start, end: line.end)
    measure(&whole, in: bytes)
    (whole.start, whole.end) = (line.start, line.end)
    (whole.page, whole.opensPage, whole.blanksAbove) = (line.page, line.opensPage, line.blanksAbove)
    (whole.shape, whole.table, whole.isOpen) = (line.shape, line.table, line.isOpen)
    return whole
  }

  /// Goes through the rest of a row of cells between tabs, which is read where it is cut.
  private func passRow(_ line: inout Line, in span: borrowing Span<UInt8>, from index: Int) -> Int {
    line.isMeasured = false
    line.pieces &+= 1
    var index = index
    while true {
      index = span.next(below: 0x21, from: index, to: span.count)
      guard span.holds(index) else { return index }
      if span[index] == 0x20 { line.hasSpace = true } else if span[index] != 0x09 { return index }
      index &+= 1
    }
  }

  /// Reads a line's text and layout.
  /// - Parameters:
  ///   - limit: offset that it does not reach beyond.
  ///   - endings: one bit for each control byte that ends it.
  /// - Returns: the offset at which it ends, gaps included.
  private func measure(_ line: inout Line, in bytes: [UInt8], to limit: Int, endings: UInt32) -> Int {
    // Cut at the limit, so that no step asks twice whether it goes beyond.
    let span = bytes.span.extracting(0..<limit)
    var index = Int(line.start)
    while span.holds(index), span[index].isGap, !span[index].isEnding(endings) {
      if span[index] != 0x09 { line.hasSpace = true }
      index &+= 1
    }
    line.indent = Int32(truncatingIfNeeded: index - Int(line.start))
    line.start = Int32(truncatingIfNeeded: index)
    line.end = line.start
    var (piece, previous) = (LinePiece(), LinePiece())
    var gap = 0
    while span.holds(index) {
      let lead = span[index]
      if lead &- 0xE4 < 6 {
        index = readHan(index, into: &piece, &line, in: span)
        continue
      }
      if lead &- 0x30 < 10 {
        index = readDigits(index, into: &piece, &line, in: span)
        continue
      }
      if !lead.isGap {
        index = read(index, lead, into: &piece, &line, in: span)
        continue
      }
      close(piece, after: previous, gap: gap, in: &line)
      line.end = Int32(truncatingIfNeeded: index)
      let start = index
      while span.holds(index), span[index].isGap, !span[index].isEnding(endings) {
        if span[index] != 0x09 { line.hasSpace = true }
        index &+= 1
      }
      if lead == 0x09 { line.hasTab = true }
      // A gap behind the text is no part of it.
      if !span.holds(index) || span[index].isGap { return finish(&line, piece, index) }
      if lead == 0x09, endings != 0 { return passRow(&line, in: span, from: index) }
      (previous, piece) = (piece, LinePiece())
      gap = index &- start
      line.width &+= Int32(truncatingIfNeeded: gap)
      line.gaps &+= 1
      if previous.isNumber, startsUnit(index, in: bytes) { line.numbers -= 1 }
    }
    close(piece, after: previous, gap: gap, in: &line)
    if index > Int(line.start) { line.end = Int32(truncatingIfNeeded: index) }
    return finish(&line, piece, index)
  }

  /// Fills in what is known at a line's end.
  private func finish(_ line: inout Line, _ last: LinePiece, _ index: Int) -> Int {
    line.endsInNumber = last.isNumber || last.isDash
    line.fill &+= line.width - line.gaps + line.wideGaps
    return index
  }

  @inline(__always)
  private func close(_ piece: LinePiece, after previous: LinePiece, gap: Int, in line: inout Line) {
    guard piece.content != 0 else { return }
    line.pieces &+= 1
    let isNumber = piece.isNumber || piece.isDash
    if isNumber { line.numbers &+= 1 }
    if gap > 1 {
      line.wideGaps &+= 1
      if isNumber { line.hasSpacedNumber = true }
    }
  }

  /// Reads a run of Han characters and returns the index after it.
  @inline(__always)
  private func readHan(_ start: Int, into piece: inout LinePiece, _ line: inout Line, in span: borrowing Span<UInt8>)
    -> Int
  {
    var index = start &+ 3
    while span.holds(index), span.holds(index &+ 3), span[index] &- 0xE4 < 6, span[index &+ 3] &- 0xE4 < 6 {
      index &+= 6
    }
    if span.holds(index), span[index] &- 0xE4 < 6 { index &+= 3 }
    let count = Int32(truncatingIfNeeded: index &- start) / 3
    piece.content |= LinePiece.word
    line.han &+= count
    line.width &+= count &* 2
    return index
  }

  /// Reads a run of digits and returns the index after it.
  @inline(__always)
  private func readDigits(_ start: Int, into piece: inout LinePiece, _ line: inout Line, in span: borrowing Span<UInt8>)
    -> Int
  {
    var after = start &+ 1
    while span.holds(after), span[after] &- 0x30 < 10 { after &+= 1 }
    let count = Int32(truncatingIfNeeded: after &- start)
    piece.content |= LinePiece.digit
    line.width &+= count
    line.digits &+= count
    return after
  }

  /// Reads one character that is no digit and returns the index after it.
  private func read(
    _ index: Int, _ lead: UInt8, into piece: inout LinePiece, _ line: inout Line, in span: borrowing Span<UInt8>
  ) -> Int {
    if lead >= 0x80 { return readWide(index, lead, into: &piece, &line, in: span) }
    line.width &+= 1
    piece.content |= sign(lead, index, &line, in: span)
    // All signs but the point.
    if lead < 0x40, lead != 0x2E, index > 0, span[index &- 1] >= 0x80 { line.fill &+= 1 }
    return index &+ 1
  }

  @inline(__always)
  private func sign(_ byte: UInt8, _ index: Int, _ line: inout Line, in span: borrowing Span<UInt8>) -> UInt8 {
    switch byte {
    case 0x2C:  // ,
      if index + 1 < span.count, span[index + 1] &- 0x30 < 10 { return LinePiece.numeric }
      line.clauseMarks &+= 1
      return LinePiece.word
    case 0x3B, 0x21, 0x3F:  // ; ! ?
      line.clauseMarks &+= 1
      line.stops &+= 1
      return LinePiece.word
    case 0x3A:  // :
      line.colons &+= 1
      return LinePiece.word
    case 0x2E:  // .
      line.points &+= 1
      if line.han == 0, endsLatinSentence(index, from: Int(line.start), in: span) {
        line.clauseMarks &+= 1
        line.stops &+= 1
      }
      return LinePiece.numeric
    case 0x28:  // (
      line.hasOpenBracket = true
      return LinePiece.numeric
    case 0x25, 0x29, 0x2B, 0x24, 0x2A: return LinePiece.numeric  // % ) + $ *
    case 0x2D: return LinePiece.dash  // -
    case 0x7C:  // |
      line.hasPipe = true
      return LinePiece.word
    default: return LinePiece.word
    }
  }

  /// A full stop after a word of a line without Han characters.
  private func endsLatinSentence(_ index: Int, from start: Int, in span: borrowing Span<UInt8>) -> Bool {
    guard index > start + 3, index + 1 >= span.count || span[index + 1].isGap else { return false }
    let before = span[index - 1]
    return before >= 0x61 && before <= 0x7A || before == 0x29 || 0x30...0x39 ~= before
  }

  @inline(__always)
  private func readWide(
    _ index: Int, _ lead: UInt8, into piece: inout LinePiece, _ line: inout Line, in span: borrowing Span<UInt8>
  ) -> Int {
    let second = index + 1 < span.count ? span[index + 1] : 0
    let third = index + 2 < span.count ? span[index + 2] : 0
    line.width &+= lead >= 0xE3 || lead == 0xE2 && second == 0x80 ? 2 : 1
    var content = LinePiece.word
    switch (lead, second, third) {
    case (0xE3, 0x80, 0x82):  // 。
      line.clauseMarks &+= 1
      line.stops &+= 1
    case (0xEF, 0xBC, 0x8C): line.clauseMarks &+= 1  // ，
    case (0xE2, 0x80, 0x94), (0xE2, 0x80, 0x93), (0xE2, 0x88, 0x92): content = LinePiece.dash  // — – −
    case (0xE2, 0x80, 0xA6): line.points &+= 3  // …
    case (0xC2, 0xA5, _), (0xE2, 0x82, 0xAC), (0xC2, 0xA3, _): content = LinePiece.numeric  // ¥ € £
    default: if Script.wide(lead, second, third) == .han { line.han &+= 1 }
    }
    piece.content |= content
    return index + Script.length(lead)
  }

  /// Whether the character at `index` begins a unit.
  func startsUnit(_ index: Int, in bytes: [UInt8]) -> Bool {
    if bytes[index] == 0x25 { return true }
    guard bytes[index] >= 0xE0 else { return false }
    return unitStarts.next(0, WordTrie.character(bytes.span, index, bytes.count).character) != 0
  }
}

/// What a piece of a line is made of.
private struct LinePiece {
  static let digit: UInt8 = 1
  static let numeric: UInt8 = 2
  static let dash: UInt8 = 4
  static let word: UInt8 = 8
  var content: UInt8 = 0
  var isNumber: Bool { content & LinePiece.word == 0 && content & LinePiece.digit != 0 }
  var isDash: Bool { content == LinePiece.dash }
}

extension UInt8 {
  /// Whether the byte is one of the controls of a set of bits.
  @inline(__always)
  fileprivate func isEnding(_ endings: UInt32) -> Bool { self < 0x20 && endings &>> UInt32(self) & 1 != 0 }
}
