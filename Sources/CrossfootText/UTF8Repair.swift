// SPDX-License-Identifier: Apache-2.0

/// Reading of bytes that should be UTF-8 and may not be.
enum UTF8Repair {
  /// Whether the bytes are UTF-8 throughout.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    let start = commonEnd(span)
    return start == span.count || (try? UTF8Span(validating: span.extracting(start..<span.count))) != nil
  }

  /// Offset of the first character that is none of the common ones of one to three bytes, or close before it. Eight of the one kind and two of the
  /// other are looked at in one step.
  private static func commonEnd(_ span: borrowing Span<UInt8>) -> Int {
    var at = 0
    while at + 8 <= span.count {
      let bytes = span.eight(at)
      if bytes & 0x8080_8080_8080_8080 == 0 {
        at += 8
      } else if isWide(bytes) {
        at += isWide(bytes >> 24) ? 6 : 3
      } else if bytes & 0x80 == 0 {
        at += 1
      } else if bytes & 0xC0E0 == 0x80C0, bytes & 0x1E != 0 {
        at += 2
      } else {
        return at
      }
    }
    return at
  }

  /// Whether the lowest three bytes are a character of three bytes. Those that begin with E0 and ED need a closer look.
  private static func isWide(_ bytes: UInt64) -> Bool {
    bytes & 0xC0_C0F0 == 0x80_80E0 && 0xDFFE >> (bytes & 0x0F) & 1 != 0
  }

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
