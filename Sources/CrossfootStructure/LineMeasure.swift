// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Reads one line's layout: its width, its pieces between gaps, and which of them are numbers.
struct LineMeasure {
  /// First characters of units.
  let unitStarts: WordTrie

  /// What a piece is made of.
  private struct Piece {
    static let digit: UInt8 = 1
    static let numeric: UInt8 = 2
    static let dash: UInt8 = 4
    static let word: UInt8 = 8
    var content: UInt8 = 0
    var isNumber: Bool { content & Piece.word == 0 && content & Piece.digit != 0 }
    var isDash: Bool { content == Piece.dash }
  }

  /// Fills in a line whose `start` and `end` hold the whole line.
  func measure(_ line: inout Line, in bytes: [UInt8]) {
    trim(&line, in: bytes)
    let span = bytes.span
    var index = Int(line.start)
    let end = Int(line.end)
    var piece = Piece()
    var previous = Piece()
    var gap = 0
    while index < end {
      let lead = span[index]
      if lead <= 0x20 {
        close(piece, after: previous, gap: gap, in: &line)
        previous = piece
        piece = Piece()
        let start = index
        while index < end, span[index] <= 0x20 { index += 1 }
        gap = index - start
        line.width += Int32(truncatingIfNeeded: gap)
        line.gaps += 1
        if previous.isNumber, index < end, startsUnit(index, in: bytes) { line.numbers -= 1 }
      } else {
        index = read(index, lead, into: &piece, &line, in: bytes)
      }
    }
    close(piece, after: previous, gap: gap, in: &line)
    line.endsInNumber = piece.isNumber || piece.isDash
    line.fill += line.width - line.gaps + line.wideGaps
  }

  /// Cuts the gaps off both ends and counts the columns of the first.
  private func trim(_ line: inout Line, in bytes: [UInt8]) {
    while line.start < line.end, bytes[Int(line.start)] <= 0x20 {
      line.start += 1
      line.indent += 1
    }
    while line.start < line.end, bytes[Int(line.end) - 1] <= 0x20 { line.end -= 1 }
  }

  private func close(_ piece: Piece, after previous: Piece, gap: Int, in line: inout Line) {
    guard piece.content != 0 else { return }
    line.pieces += 1
    let isNumber = piece.isNumber || piece.isDash
    if isNumber { line.numbers += 1 }
    if gap > 1 {
      line.wideGaps += 1
      if isNumber { line.hasSpacedNumber = true }
    }
  }

  /// Reads one character, or a run of Han characters or digits, and returns the index after it.
  @inline(__always)
  private func read(_ index: Int, _ lead: UInt8, into piece: inout Piece, _ line: inout Line, in bytes: [UInt8]) -> Int
  {
    let span = bytes.span
    var after = index + 1
    if lead >= 0xE4, lead <= 0xE9 {
      after = index + 3
      while after < span.count, span[after] &- 0xE4 < 6 { after &+= 3 }
      let count = Int32(truncatingIfNeeded: (after - index) / 3)
      piece.content |= Piece.word
      line.width += 2 * count
      line.han += count
    } else if lead &- 0x30 < 10 {
      while after < span.count, span[after] &- 0x30 < 10 { after += 1 }
      let count = Int32(truncatingIfNeeded: after - index)
      piece.content |= Piece.digit
      line.width += count
      line.digits += count
    } else if lead < 0x80 {
      line.width += 1
      piece.content |= sign(lead, index, &line, in: bytes)
      // All signs but the point.
      if lead < 0x40, lead != 0x2E, index > 0, span[index - 1] >= 0x80 { line.fill += 1 }
    } else {
      after = readWide(index, lead, into: &piece, &line, in: bytes)
    }
    return after
  }

  @inline(__always)
  private func sign(_ byte: UInt8, _ index: Int, _ line: inout Line, in bytes: [UInt8]) -> UInt8 {
    switch byte {
    case 0x2C:  // ,
      guard index + 1 >= Int(line.end) || !(0x30...0x39 ~= bytes[index + 1]) else { return Piece.numeric }
      line.clauseMarks += 1
      return Piece.word
    case 0x3B, 0x21, 0x3F:  // ; ! ?
      line.clauseMarks += 1
      line.stops += 1
      return Piece.word
    case 0x3A:  // :
      line.colons += 1
      return Piece.word
    case 0x2E:  // .
      line.points += 1
      if endsLatinSentence(index, line, in: bytes) {
        line.clauseMarks += 1
        line.stops += 1
      }
      return Piece.numeric
    case 0x28:  // (
      line.hasOpenBracket = true
      return Piece.numeric
    case 0x25, 0x29, 0x2B, 0x24, 0x2A: return Piece.numeric  // % ) + $ *
    case 0x2D: return Piece.dash  // -
    case 0x7C:  // |
      line.hasPipe = true
      return Piece.word
    default: return Piece.word
    }
  }

  /// A full stop after a word of a line without Han characters.
  private func endsLatinSentence(_ index: Int, _ line: Line, in bytes: [UInt8]) -> Bool {
    guard line.han == 0, index > Int(line.start) + 3, index + 1 >= Int(line.end) || bytes[index + 1] <= 0x20 else {
      return false
    }
    let before = bytes[index - 1]
    return before >= 0x61 && before <= 0x7A || before == 0x29 || 0x30...0x39 ~= before
  }

  private func readWide(
    _ index: Int, _ lead: UInt8, into piece: inout Piece, _ line: inout Line, in bytes: [UInt8]
  ) -> Int {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    line.width += lead >= 0xE3 || lead == 0xE2 && second == 0x80 ? 2 : 1
    var content = Piece.word
    switch (lead, second, third) {
    case (0xE3, 0x80, 0x82):  // 。
      line.clauseMarks += 1
      line.stops += 1
    case (0xEF, 0xBC, 0x8C): line.clauseMarks += 1  // ，
    case (0xE2, 0x80, 0x94), (0xE2, 0x80, 0x93), (0xE2, 0x88, 0x92): content = Piece.dash  // — – −
    case (0xE2, 0x80, 0xA6): line.points += 3  // …
    case (0xC2, 0xA5, _), (0xE2, 0x82, 0xAC), (0xC2, 0xA3, _): content = Piece.numeric  // ¥ € £
    default: if Script.wide(lead, second, third) == .han { line.han += 1 }
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
