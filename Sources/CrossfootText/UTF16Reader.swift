// SPDX-License-Identifier: Apache-2.0

/// Reading of UTF-16.
enum UTF16Reader {
  /// The text in UTF-8, lone surrogates and an odd last byte as U+FFFD, and the number of those.
  static func utf8(_ bytes: [UInt8], isBigEndian: Bool) -> (text: [UInt8], replaced: Int) {
    let high = isBigEndian ? 0 : 1
    func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high]) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 2 + 3)
    var replaced = 0
    var at = 0
    while at + 1 < bytes.count {
      var value = unit(at)
      at += 2
      if value & 0xFC00 == 0xD800, at + 1 < bytes.count, unit(at) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + unit(at) & 0x3FF
        at += 2
      }
      let scalar = Unicode.Scalar(value)
      if scalar == nil { replaced += 1 }
      append(scalar ?? "\u{FFFD}", to: &text)
    }
    if at < bytes.count {
      replaced += 1
      append("\u{FFFD}", to: &text)
    }
    return (text, replaced)
  }

  private static func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
  }
}
