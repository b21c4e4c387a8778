// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Finds the ends of sentences.
enum SentenceScanner {
  /// Whether the mark at an offset ends a sentence.
  static func endsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at] == 0x21 || bytes[at] == 0x3F
      || bytes[at] == 0xE3 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82
  }

  /// Offset after the next 。 ! or ? (or `to`).
  static func end(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let span = bytes.span
    var at = start
    while at < end {
      let byte = span[at]
      if byte == 0x21 || byte == 0x3F { return at + 1 }
      if byte == 0xE3, at + 2 < end, span[at + 1] == 0x80, span[at + 2] == 0x82 { return at + 3 }
      at += byte >= 0xE0 ? 3 : 1
    }
    return end
  }
}

/// A label where it stands in the text, or, where gaps inside it were dropped, in bytes of its own.
struct LabelSpot {
  let bytes: [UInt8]
  let range: Range<Int>

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
  }

  /// All of the bytes.
  init(_ bytes: [UInt8]) { self.init(bytes: bytes, range: 0..<bytes.count) }

  var isEmpty: Bool { range.isEmpty }
  var slice: ArraySlice<UInt8> { bytes[range] }

  /// Without a bracket at its end: 合计(万元) reads 合计.
  var withoutBracket: LabelSpot {
    guard !isEmpty, bytes[range.upperBound - 1] == 0x29, let open = slice.lastIndex(of: 0x28), open > range.lowerBound
    else { return self }
    return LabelSpot(bytes: bytes, range: range.lowerBound..<open)
  }

  /// Whether it ends in a word of a reversed trie.
  /// - Parameter least: bytes that must stand before the word.
  func ends(in words: WordTrie, after least: Int = 0) -> Bool {
    words.longestSuffix(in: bytes, before: range.upperBound, start: range.lowerBound + least) != nil
  }

  /// Whether it is one of the words of a reversed trie, and nothing else.
  func isOnly(oneOf words: WordTrie) -> Bool {
    words.longestSuffix(in: bytes, before: range.upperBound, start: range.lowerBound)?.start == range.lowerBound
  }

  /// Whether it begins with a word.
  func begins(with words: WordTrie) -> Bool {
    words.longest(in: bytes, at: range.lowerBound, end: range.upperBound) != nil
  }
}

/// Makes labels comparable.
enum LabelText {
  /// A label without gaps, quotes, and numbering and marks at its ends.
  static func stripped(_ bytes: ArraySlice<UInt8>) -> [UInt8] { Array(core(bytes)) }

  /// A label without gaps, quotes, and numbering and marks at its ends: a slice of the same bytes where nothing inside
  /// it is dropped.
  static func core(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let span = bytes.span
    let (core, at) = bounds(of: span)
    let start = bytes.startIndex
    if at == core.upperBound { return bytes[start + core.lowerBound..<start + at] }
    return withoutGaps(span, core, from: at)[...]
  }

  /// Where the same of the bytes in a range stands; nil if something inside it is dropped.
  static func core(of bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    let (core, gap) = bounds(of: bytes.extracting(range))
    return gap == core.upperBound ? range.lowerBound + core.lowerBound..<range.lowerBound + gap : nil
  }

  /// The same as a label where it stands, or in bytes of its own.
  static func spot(of bytes: [UInt8], _ range: Range<Int>) -> LabelSpot {
    if let core = core(of: bytes.span, range) { return LabelSpot(bytes: bytes, range: core) }
    return LabelSpot(stripped(bytes[range]))
  }

  /// Whether nothing is left of a label without what is dropped.
  static func isEmpty(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    // Mostly the first character stays.
    if range.isEmpty { return true }
    let first = bytes[range.lowerBound]
    return (first < 0xE4 || first > 0xE9) && core(bytes[range]).isEmpty
  }

  /// Where a label begins and ends without what is dropped at its ends, and its first gap or quotation mark, or its
  /// end.
  private static func bounds(of span: borrowing Span<UInt8>) -> (core: Range<Int>, gap: Int) {
    var end = span.count
    while end > 0 {
      let length = isMark(span[end - 1]) ? 1 : end > 2 && isQuote(span, end - 3) ? 3 : padding(span, end - 1)
      if length == 0 { break }
      end -= length
    }
    var start = 0
    while start < end {
      let length = isMark(span[start]) ? 1 : isEnumerationMark(span, start) ? 3 : padding(span, start)
      if length == 0 { break }
      start += length
    }
    var at = start
    // No character behind one of these lead bytes is a gap or a quotation mark.
    while at < end, span[at] > 0xE2 || padding(span, at) == 0 { at += span[at] > 0xE2 ? 3 : 1 }
    at = min(at, end)
    return (start..<end, at)
  }

  /// A label's bytes without the gaps and quotation marks in it, of which the first is known.
  private static func withoutGaps(_ span: borrowing Span<UInt8>, _ core: Range<Int>, from gap: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(core.count)
    var at = core.lowerBound
    while at < core.upperBound {
      let length = at < gap ? 0 : padding(span, at)
      if length == 0 { result.append(span[at]) }
      at += max(1, length)
    }
    return result
  }

  /// Whether a character that begins with a byte is dropped from no label, wherever it stands: an ideograph, a letter
  /// or a digit.
  static func keeps(_ byte: UInt8) -> Bool { byte >= 0xE4 || byte &- 0x30 < 10 || (byte & 0xDF) &- 0x41 < 26 }

  /// Bytes of the gap or quotation mark at an offset; 0 for anything else.
  private static func padding(_ span: borrowing Span<UInt8>, _ at: Int) -> Int {
    let byte = span[at]
    if byte <= 0x20 || byte == 0x22 { return 1 }
    return byte == 0xE2 && at + 2 < span.count && isQuote(span, at) ? 3 : 0
  }

  /// ‘ ’ “ ” and their kin.
  private static func isQuote(_ span: borrowing Span<UInt8>, _ at: Int) -> Bool {
    span[at] == 0xE2 && span[at + 1] == 0x80 && (0x98...0x9D).contains(span[at + 2])
  }

  /// 、 before a name: what it parts belongs to neither side.
  private static func isEnumerationMark(_ span: borrowing Span<UInt8>, _ at: Int) -> Bool {
    span[at] == 0xE3 && at + 2 < span.count && span[at + 1] == 0x80 && span[at + 2] == 0x81
  }

  /// A text without gaps.
  static func compact(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.span.next(below: 0x21, from: 0, to: bytes.count) == bytes.count ? Array(bytes) : bytes.filter { $0 > 0x20 }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x3A || byte == 0x2C || byte == 0x3B || byte == 0x2E || byte == 0x2D || byte == 0x2A || byte == 0x23
  }
}
