// SPDX-License-Identifier: Apache-2.0

/// Reading of bytes that should be UTF-8 and may not be.
enum UTF8Repair {
  /// The text with U+FFFD for every invalid stretch, one for each maximal subpart, as the Unicode Standard advises
  /// (3.9, "U+FFFD Substitution of Maximal Subparts").
  static func text(_ bytes: [UInt8]) -> ConvertedText {
    var text = ConvertedText(capacity: bytes.count)
    var copiedTo = 0
    var at = 0
    while at < bytes.count {
      let length = sequenceLength(bytes, at)
      if length > 0 {
        at += length
      } else {
        text.append(bytes[copiedTo..<at])
        text.appendReplacement()
        at -= length
        copiedTo = at
      }
    }
    text.append(bytes[copiedTo...])
    return text
  }

  /// Length of the scalar at an offset; minus the length of the invalid stretch if there is none.
  static func sequenceLength(_ bytes: [UInt8], _ at: Int) -> Int {
    let lead = bytes[at]
    if lead < 0x80 { return 1 }
    guard lead >= 0xC2, lead <= 0xF4 else { return -1 }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    for index in 1..<length {
      guard at + index < bytes.count else { return -index }
      let byte = bytes[at + index]
      if byte & 0xC0 != 0x80 || index == 1 && !isSecond(byte, after: lead) { return -index }
    }
    return length
  }

  /// Whether a continuation byte may follow a lead byte: no overlong forms, no surrogates, nothing above U+10FFFF.
  private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
    switch lead {
    case 0xE0: byte >= 0xA0
    case 0xED: byte < 0xA0
    case 0xF0: byte >= 0x90
    case 0xF4: byte < 0x90
    default: true
    }
  }
}
