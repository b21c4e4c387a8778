// SPDX-License-Identifier: Apache-2.0

/// Evidence for and against two readings of bytes that are not valid UTF-8.
struct EncodingGuess {
  /// Scalars of two and more bytes, and invalid stretches, if the bytes are UTF-8.
  private(set) var utf8Scalars = 0
  private(set) var utf8Errors = 0
  /// Characters of two and four bytes, and invalid bytes, if they are GB18030.
  private(set) var chineseScalars = 0
  private(set) var chineseErrors = 0
  /// Characters from the rows of GB 2312, which holds nearly all that a report prints.
  private(set) var commonScalars = 0

  init(_ bytes: [UInt8]) {
    countUTF8(bytes)
    countChinese(bytes)
  }

  /// Whether GB18030 is clearly the better reading: UTF-8 goes wrong all the time, not here and there, and what GB18030
  /// makes of the bytes is nearly free of errors and mostly common characters.
  var isChinese: Bool {
    utf8Errors * 4 > utf8Scalars && chineseErrors * 4 < utf8Errors && chineseErrors <= 1 + chineseScalars / 20
      && commonScalars * 4 >= chineseScalars * 3
  }

  private mutating func countUTF8(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let length = UTF8Repair.sequenceLength(bytes, at)
      if length > 1 { utf8Scalars += 1 }
      if length < 0 { utf8Errors += 1 }
      at += abs(length)
    }
  }

  private mutating func countChinese(_ bytes: [UInt8]) {
    var at = 0
    while at < bytes.count {
      let lead = bytes[at]
      if lead < 0x80 {
        at += 1
      } else if let length = Self.chineseLength(bytes, at) {
        chineseScalars += 1
        // Rows 1 to 9 are signs, 16 to 87 characters; row and cell each start at 0xA1.
        if length == 2, lead >= 0xA1, lead <= 0xF7, bytes[at + 1] >= 0xA1 { commonScalars += 1 }
        at += length
      } else {
        chineseErrors += 1
        at += 1
      }
    }
  }

  /// Length of the multi-byte GB18030 character at an offset; nil if the bytes there are none.
  private static func chineseLength(_ bytes: [UInt8], _ at: Int) -> Int? {
    func isHigh(_ index: Int) -> Bool { index < bytes.count && bytes[index] >= 0x81 && bytes[index] <= 0xFE }
    func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39 }
    guard isHigh(at), at + 1 < bytes.count else { return nil }
    let trail = bytes[at + 1]
    if trail >= 0x40, trail != 0x7F, trail != 0xFF { return 2 }
    return isDigit(at + 1) && isHigh(at + 2) && isDigit(at + 3) ? 4 : nil
  }
}
