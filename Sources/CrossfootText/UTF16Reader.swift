// SPDX-License-Identifier: Apache-2.0

/// Reading of UTF-16.
enum UTF16Reader {
  /// The text, with U+FFFD for every lone surrogate and for an odd last byte.
  static func text(_ bytes: [UInt8], isBigEndian: Bool) -> ConvertedText {
    let high = isBigEndian ? 0 : 1
    func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high]) }
    var text = ConvertedText(capacity: bytes.count + bytes.count / 2 + 3)
    var at = 0
    while at + 1 < bytes.count {
      var value = unit(at)
      at += 2
      if value & 0xFC00 == 0xD800, at + 1 < bytes.count, unit(at) & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + unit(at) & 0x3FF
        at += 2
      }
      if let scalar = Unicode.Scalar(value) { text.append(scalar) } else { text.appendReplacement() }
    }
    if at < bytes.count { text.appendReplacement() }
    return text
  }
}
