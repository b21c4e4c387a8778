// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
  /// Whether the bytes are UTF-8. ASCII, Latin, ideographs and their punctuation are checked here byte by byte; from the first other
  /// character on the standard library goes on.
  public var isUTF8: Bool {
    // Bytes of the character being read that are still to come.
    var missing = 0
    for at in 0..<count {
      let byte = self[at]
      if missing > 0 {
        if byte & 0xC0 != 0x80 { return false }
        missing -= 1
      } else if byte >= 0x80 {
        // E0 and ED, and all from F0 on, allow not every byte after them.
        if byte >= 0xE1, byte <= 0xEC || byte == 0xEF {
          missing = 2
        } else if byte >= 0xC2, byte < 0xE0 {
          missing = 1
        } else {
          return (try? UTF8Span(validating: extracting(at..<count))) != nil
        }
      }
    }
    return missing == 0
  }
}
