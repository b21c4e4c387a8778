// SPDX-License-Identifier: Apache-2.0

/// A half-open range of byte offsets into ``SourceText/bytes``, the original text in UTF-8.
public struct SourceRange: Sendable, Hashable, Comparable {
  /// Offset of the first byte.
  public var start: Int
  /// Offset after the last byte.
  public var end: Int

  /// The range from `start` up to `end`, which must not be smaller.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Number of bytes.
  public var count: Int { end - start }

  /// By start, then by end.
  public static func < (a: SourceRange, b: SourceRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}

/// A place as people count it: line from 1 (split at LF, CRLF counts once), column from 1 in Unicode scalars.
public struct Position: Sendable, Hashable {
  /// From 1.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int

  /// The place in a line and column, both from 1.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
