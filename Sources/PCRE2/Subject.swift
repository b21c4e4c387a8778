// SPDX-License-Identifier: Apache-2.0

/// Text to match in: bytes that were checked to be UTF-8 once, so that no match call has to check them again (the check
/// reads the whole subject, which would make a scan quadratic).
public struct Subject: Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]

  /// Checks the bytes, in one linear pass, without copying them.
  /// - Returns: nil if the bytes are not valid UTF-8.
  public init?(_ bytes: [UInt8]) {
    guard Subject.isValid(bytes) else { return nil }
    self.bytes = bytes
  }

  /// Whether bytes are UTF-8. ASCII, Latin, ideographs and their punctuation are checked here in a few steps each; from the first
  /// other character on the standard library goes on.
  private static func isValid(_ bytes: [UInt8]) -> Bool {
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

  /// The UTF-8 of a string.
  public init(_ text: String) { bytes = Array(text.utf8) }

  /// Number of bytes.
  @inlinable public var count: Int { bytes.count }

  /// Whether a character starts, or the text ends, at an offset.
  @inlinable public func isBoundary(_ offset: Int) -> Bool {
    if offset < 0 || offset >= bytes.count { return offset == bytes.count }
    return bytes[offset] & 0xC0 != 0x80
  }
}
