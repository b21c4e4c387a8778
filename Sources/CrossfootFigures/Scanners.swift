// SPDX-License-Identifier: Apache-2.0

/// Finds titles in 《》: the numbers in them belong to a name.
enum TitleScanner {
  /// A title is no longer than this; an unclosed bracket must not swallow the report.
  private static let longest = 360

  static func titles(in bytes: [UInt8]) -> [Range<Int>] {
    var titles: [Range<Int>] = []
    var start = -1
    var at = 0
    let span = bytes.span
    while at + 2 < span.count {
      let lead = span[at]
      // Nothing but bytes of the same character follows a lead byte of three and four.
      guard lead == 0xE3, span[at + 1] == 0x80 else {
        if lead == 0x0A { start = -1 }
        at += lead >= 0xE0 ? 3 : 1
        continue
      }
      if span[at + 2] == 0x8A, start < 0 || at - start > longest { start = at }
      if span[at + 2] == 0x8B, start >= 0 {
        if at - start <= longest { titles.append(start..<at) }
        start = -1
      }
      at += 3
    }
    return titles
  }
}

/// Finds the ends of sentences.
enum SentenceScanner {
  /// Whether the mark at an offset ends a sentence.
  static func endsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at] == 0x21 || bytes[at] == 0x3F || bytes[at] == 0xE3 && at + 2 < bytes.count && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x82
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

/// Makes labels comparable.
enum LabelText {
  /// A label without gaps, quotes, and numbering and marks at its ends.
  static func stripped(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == 0xE2, at + 2 < bytes.endIndex, bytes[at + 1] == 0x80, (0x98...0x9D).contains(bytes[at + 2]) {
        at += 3
        continue
      }
      if byte > 0x20, byte != 0x22 { result.append(byte) }
      at += 1
    }
    while let last = result.last, isMark(last) { result.removeLast() }
    var lead = 0
    while lead < result.count {
      if isMark(result[lead]) { lead += 1 } else if isEnumerationMark(result, lead) { lead += 3 } else { break }
    }
    return lead > 0 ? Array(result.dropFirst(lead)) : result
  }

  /// 、 before a name: what it parts belongs to neither side.
  private static func isEnumerationMark(_ bytes: [UInt8], _ index: Int) -> Bool {
    bytes[index] == 0xE3 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x81
  }

  /// A text without gaps.
  static func compact(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter { $0 > 0x20 } }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x3A || byte == 0x2C || byte == 0x3B || byte == 0x2E || byte == 0x2D || byte == 0x2A || byte == 0x23
  }
}
