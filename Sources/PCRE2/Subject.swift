// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Text to match in: bytes that were checked to be UTF-8 once, so that no match call has to check them again (the check
/// reads the whole subject, which would make a scan quadratic).
public struct Subject: Sendable {
  /// Valid UTF-8.
  public let bytes: [UInt8]

  /// Checks the bytes, in one linear pass, without copying them.
  /// - Returns: nil if the bytes are not valid UTF-8.
  public init?(_ bytes: [UInt8]) {
    guard UTF8Check.isValid(bytes) else { return nil }
    self.bytes = bytes
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
