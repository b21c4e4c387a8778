// SPDX-License-Identifier: Apache-2.0

/// Tells whether bytes are UTF-8.
public enum UTF8Check {
  /// Whether bytes are UTF-8 throughout. ASCII, Latin, ideographs and their punctuation are checked here in a few steps each; from the
  /// first other character on the standard library goes on.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var at = 0
    while at < span.count {
      let lead = span[at]
      if lead < 0x80 {
        at += 1
      } else if lead >= 0xE1, lead <= 0xEC || lead == 0xEF, at + 2 < span.count,
        span[at + 1] & 0xC0 == 0x80, span[at + 2] & 0xC0 == 0x80
      {
        at += 3
      } else if lead >= 0xC2, lead < 0xE0, at + 1 < span.count, span[at + 1] & 0xC0 == 0x80 {
        at += 2
      } else {
        return (try? UTF8Span(validating: span.extracting(at..<span.count))) != nil
      }
    }
    return true
  }
}
