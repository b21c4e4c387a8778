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
    var index = Int(line.start)
    let end = Int(line.end)
    var piece = Piece()
    var previous = Piece()
    var gap = 0
    while index < end {
      let lead = bytes[index]
      if lead <= 0x20 {
        if piece.content != 0 {
          close(piece, after: previous, gap: gap, in: &line)
          previous = piece
          piece = Piece()
          gap = 0
          line.gaps += 1
        }
        gap += 1
        line.width += 1
        index += 1
        continue
      }
      if piece.content == 0, gap > 0, previous.isNumber, startsUnit(index, in: bytes) { line.numbers -= 1 }
      index = read(index, lead, into: &piece, &line, in: bytes)
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

  /// Reads one character and returns the index after it.
  @inline(__always)
  private func read(_ index: Int, _ lead: UInt8, into piece: inout Piece, _ line: inout Line, in bytes: [UInt8]) -> Int
  {
    if lead >= 0xE4, lead <= 0xE9 {
      // Han characters stand in runs.
      var after = index + 3
      while after < bytes.count, bytes[after] >= 0xE4, bytes[after] <= 0xE9 { after += 3 }
      let count = Int32(truncatingIfNeeded: (after - index) / 3)
      piece.content |= Piece.word
      line.width += 2 * count
      line.han += count
      return after
    }
    if lead < 0x80 {
      line.width += 1
      piece.content |= sign(lead, index, &line, in: bytes)
      if lead < 0x40, lead != 0x2E, index > 0, bytes[index - 1] >= 0x80, Script.ascii[Int(lead)] == .sign {
        line.fill += 1
      }
      return index + 1
    }
    return readWide(index, lead, into: &piece, &line, in: bytes)
  }

  @inline(__always)
  private func sign(_ byte: UInt8, _ index: Int, _ line: inout Line, in bytes: [UInt8]) -> UInt8 {
    switch byte {
    case 0x30...0x39:
      line.digits += 1
      return Piece.digit
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
