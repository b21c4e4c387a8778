// SPDX-License-Identifier: Apache-2.0

/// Text on its way from a file's encoding to UTF-8, with what had to be replaced.
struct ConvertedText {
  /// Valid UTF-8.
  private(set) var bytes: [UInt8] = []
  /// How many stretches of the file were replaced by U+FFFD, and where the first of them stands in ``bytes``.
  private(set) var replaced = 0
  private(set) var firstReplaced = 0

  /// An empty text with room for `capacity` bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// A text that needs no conversion.
  init(valid bytes: [UInt8]) { self.bytes = bytes }

  /// Adds bytes that are known to be valid UTF-8.
  mutating func append(_ valid: ArraySlice<UInt8>) { bytes.append(contentsOf: valid) }

  /// Adds a scalar.
  mutating func append(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
  }

  /// Adds U+FFFD for a stretch of the file that is not valid.
  mutating func appendReplacement() {
    if replaced == 0 { firstReplaced = bytes.count }
    replaced += 1
    append("\u{FFFD}")
  }

  /// A note on the replacements, if there are any.
  var notes: [Note] {
    replaced == 0
      ? [] : [Note(.invalidBytes, at: SourceRange(firstReplaced, firstReplaced + 3), count: replaced)]
  }
}
