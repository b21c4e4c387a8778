// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// The number a line begins with: 第一部分, 一、, (一), 1. or (1).
public struct Numbering: Sendable, Hashable {
  /// 1 for the outermost kind, 5 for the innermost.
  var level: Int
  /// Offset after the number and its mark.
  var end: Int

  /// Reads the numbering at the start of a range.
  static func read(_ bytes: [UInt8], _ range: Range<Int>, words: Words = .shared) -> Numbering? {
    let start = range.lowerBound
    guard start < range.upperBound else { return nil }
    let lead = bytes[start]
    if lead == 0x28 { return bracketed(bytes, range, words) }
    if lead &- 0x30 < 10 { return decimal(bytes, range) }
    // Most lines begin with none of these.
    guard words.numberStarts.mayBegin(bytes.span, start, range.upperBound) else { return nil }
    let first = WordTrie.character(bytes.span, start, range.upperBound).character
    if words.numberStarts.next(0, first) == 0 { return nil }
    if let opener = words.partOpeners.match(bytes, at: start, end: range.upperBound) {
      return part(bytes, start + opener..<range.upperBound, words)
    }
    let after = skipNumerals(bytes, range, words)
    guard after > start, isListMark(bytes, after, range.upperBound) else { return nil }
    return Numbering(level: 2, end: after + markLength(bytes, after))
  }

  /// Bytes of the number at the start of a label, with its mark; 0 without one.
  public static func length(of label: [UInt8]) -> Int { read(label, 0..<label.count)?.end ?? 0 }

  private static func skipNumerals(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Int {
    var index = range.lowerBound
    while index - range.lowerBound < 12, let length = words.numerals.match(bytes, at: index, end: range.upperBound) {
      index += length
    }
    return index
  }

  private static func skipDigits(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, index - range.lowerBound < 4, bytes[index] &- 0x30 < 10 { index += 1 }
    return index
  }

  /// 第一部分: the level of the outermost parts.
  private static func part(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Numbering? {
    let numerals = skipNumerals(bytes, range, words)
    let after = numerals > range.lowerBound ? numerals : skipDigits(bytes, range)
    guard after > range.lowerBound, let closer = words.partClosers.match(bytes, at: after, end: range.upperBound)
    else { return nil }
    return Numbering(level: 1, end: after + closer)
  }

  private static func bracketed(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Numbering? {
    let inner = range.lowerBound + 1..<range.upperBound
    let numerals = skipNumerals(bytes, inner, words)
    let isDecimal = numerals == inner.lowerBound
    let after = isDecimal ? skipDigits(bytes, inner) : numerals
    guard after > inner.lowerBound, after - inner.lowerBound <= 9, after < range.upperBound, bytes[after] == 0x29
    else { return nil }
    if isDecimal, after - inner.lowerBound > 2 { return nil }
    return Numbering(level: isDecimal ? 5 : 3, end: after + 1)
  }

  /// One or two digits and a point or 、 that are no decimal: `1.` before a word, or before a year (`4.2025年`).
  private static func decimal(_ bytes: [UInt8], _ range: Range<Int>) -> Numbering? {
    let after = skipDigits(bytes, range)
    guard after - range.lowerBound <= 2, isListMark(bytes, after, range.upperBound) else { return nil }
    let end = after + markLength(bytes, after)
    if bytes[after] == 0x2E, end < range.upperBound, Script.at(end, in: bytes) == .digit,
      !isYear(bytes, end, range.upperBound)
    {
      return nil
    }
    return Numbering(level: 4, end: end)
  }

  private static func isYear(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start + 4 < end, bytes[start] == 0x31 || bytes[start] == 0x32 else { return false }
    for index in start..<start + 4 where Script.at(index, in: bytes) != .digit { return false }
    let next = Script.at(start + 4, in: bytes)
    return next == .han || next == .gap || bytes[start + 4] == 0x2D
  }

  private static func isListMark(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index < end else { return false }
    return bytes[index] == 0x2E
      || (index + 2 < end && bytes[index] == 0xE3 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81)
      || (index + 2 < end && bytes[index] == 0xEF && bytes[index + 1] == 0xBC && bytes[index + 2] == 0x8E)
  }

  private static func markLength(_ bytes: [UInt8], _ index: Int) -> Int { bytes[index] < 0x80 ? 1 : 3 }
}
