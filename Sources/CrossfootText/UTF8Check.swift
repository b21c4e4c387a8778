// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
  /// Whether the bytes are UTF-8. ASCII, Latin, ideographs and their punctuation are checked here in a few steps each; from the first
  /// other character on the standard library goes on.
  public var isUTF8: Bool {
    var at = 0
    while at < count {
      let lead = self[at]
      if lead < 0x80 {
        at &+= 1
      } else if lead >= 0xE1, lead <= 0xEC || lead == 0xEF, at &+ 2 < count,
        self[at &+ 1] & 0xC0 == 0x80, self[at &+ 2] & 0xC0 == 0x80
      {
        at &+= 3
      } else if lead >= 0xC2, lead < 0xE0, at &+ 1 < count, self[at &+ 1] & 0xC0 == 0x80 {
        at &+= 2
      } else {
        return (try? UTF8Span(validating: extracting(at..<count))) != nil
      }
    }
    return true
  }
}
