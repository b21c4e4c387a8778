// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Words of a language pack, ready to be looked for in bytes. A class, because it is asked at every line and cell.
final class WordList: Sendable {
  private let starts: WordTrie
  private let ends: WordTrie

  /// Bytes looked at for a word that a text ends in.
  private static let longest = 24

  init(_ words: [String]) {
    starts = WordTrie(words)
    ends = WordTrie(reversed: words)
  }

  /// Length of the longest word that starts at `index`, or nil.
  func match(_ bytes: [UInt8], at index: Int, end: Int) -> Int? {
    starts.longest(in: bytes, at: index, end: end).map { $0.end - index }
  }

  /// Where the next word from an offset on stands.
  func next(in bytes: [UInt8], from start: Int, to end: Int) -> Range<Int>? {
    starts.nextWord(in: bytes, from: start, to: end)?.range
  }

  /// Whether a word may begin at the start of a range: its first character fits.
  func mayBegin(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    starts.mayBegin(bytes.span, range.lowerBound, range.upperBound)
      && starts.next(0, WordTrie.character(bytes.span, range.lowerBound, range.upperBound).character) != 0
  }

  /// Whether a word may end at an offset: its last character fits.
  func mayEnd(_ bytes: [UInt8], _ end: Int) -> Bool {
    guard ends.mayEnd(bytes.span, end, 0) else { return false }
    var start = end - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return ends.next(0, WordTrie.character(bytes.span, start, end).character) != 0
  }

  /// Whether one of the words occurs in a range of bytes, gaps between their characters left out.
  func occurs(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = starts.nextSpacedStart(in: bytes, from: range.lowerBound, to: range.upperBound)
    while at < range.upperBound {
      if begins(at, in: bytes.span, to: range.upperBound) { return true }
      at = starts.nextSpacedStart(in: bytes, from: at + 1, to: range.upperBound)
    }
    return false
  }

  /// Whether a word begins at an offset and ends in front of another, gaps left out.
  private func begins(_ start: Int, in span: borrowing Span<UInt8>, to end: Int) -> Bool {
    var node = 0
    var at = start
    while true {
      while at < end, span[at].isGap { at += 1 }
      guard at < end else { return false }
      let (character, length) = WordTrie.character(span, at, end)
      node = starts.next(node, character)
      if node == 0 { return false }
      if starts.ends(at: node) { return true }
      at += length
    }
  }

  /// Length of the longest word that `bytes` ends in, or nil.
  func suffix(of bytes: [UInt8]) -> Int? { suffix(of: bytes, 0..<bytes.count) }

  /// Whether a range of bytes ends in one of the words.
  @inline(__always)
  func endsWith(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    // Most texts end in a character that ends none of the words.
    !range.isEmpty && ends.mayEnd(bytes.span, range.upperBound, range.lowerBound) && suffix(of: bytes, range) != nil
  }

  /// Length of the longest word that a range of bytes ends in, or nil.
  func suffix(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let start = max(range.lowerBound, range.upperBound - WordList.longest)
    return ends.longestSuffix(in: bytes, before: range.upperBound, start: start).map { range.upperBound - $0.start }
  }

  /// Whether `bytes` is one of the words.
  func contains(_ bytes: [UInt8]) -> Bool { starts.word(bytes) != nil }

  /// Whether a range of bytes is one of the words.
  func contains(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { starts.word(bytes, range) != nil }
}

extension UInt8 {
  /// Whether the byte is a gap or a control: nothing that a word is made of. No other controls are left in folded text.
  @inline(__always)
  var isGap: Bool { self <= 0x20 }
}

extension [UInt8] {
  /// The bytes of a range without the gaps in it: 项    目 reads 项目.
  func compact(_ range: Range<Int>) -> [UInt8] {
    let span = span
    var gap = span.next(below: 0x21, from: range.lowerBound, to: range.upperBound)
    if gap == range.upperBound { return Array(self[range]) }
    var text: [UInt8] = []
    text.reserveCapacity(range.count - 1)
    var start = range.lowerBound
    while start < range.upperBound {
      text += self[start..<gap]
      start = gap + 1
      while start < range.upperBound, span[start].isGap { start += 1 }
      gap = span.next(below: 0x21, from: start, to: range.upperBound)
    }
    return text
  }
}
