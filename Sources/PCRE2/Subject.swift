// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Text to match in. No match call checks that it is UTF-8 (the check reads the whole subject, which would make a scan
/// quadratic): machine code is made to find its way in any bytes, and matches only what is UTF-8.
public struct Subject: Sendable {
  /// UTF-8; no match reaches over bytes that are not.
  public let bytes: [UInt8]

  /// The bytes, without a copy. Where the library can make no machine code they are checked once, and bytes that are
  /// not UTF-8 are an empty subject.
  public init(_ bytes: [UInt8]) { self.bytes = Library.makesMachineCode || UTF8Check.isValid(bytes) ? bytes : [] }

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
