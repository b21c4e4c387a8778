// SPDX-License-Identifier: Apache-2.0

/// The character encoding a report was read in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030 = "gb18030"
}

/// Why bytes could not be read as a report.
public enum TextError: Error, Sendable, Hashable {
  /// A binary file; the name says of which kind ("PDF", "Word/ZIP", "OLE", "binary").
  case binary(kind: String)
  /// The system offers no converter for this charset.
  case missingCharset(String)
}

/// A report's text as valid UTF-8, with its lines. All positions in findings are offsets into ``bytes``.
public struct SourceText: Sendable {
  /// Valid UTF-8, without a byte order mark.
  public let bytes: [UInt8]
  /// The encoding of the file that the text was read from.
  public let encoding: TextEncoding
  /// Where its lines start.
  public let lines: LineIndex
  /// How ``bytes`` stand to the file's own.
  public let form: Form

  /// How a text stands to the file that it was read from.
  public enum Form: Sendable, Hashable {
    /// The same, byte for byte.
    case verbatim
    /// The same after a byte order mark.
    case marked
    /// Converted from another encoding, or repaired.
    case converted
  }

  /// A text in UTF-8.
  /// - Parameters:
  ///   - bytes: valid UTF-8 without byte order mark; ``decode(_:as:)`` makes it from a file.
  ///   - encoding: the encoding of the file.
  ///   - form: how the bytes stand to the file's.
  public init(bytes: [UInt8], encoding: TextEncoding = .utf8, form: Form = .verbatim) {
    self.bytes = bytes
    self.encoding = encoding
    self.form = form
    self.lines = LineIndex(bytes)
  }

  /// The text of a range.
  public func text(_ range: SourceRange) -> String {
    String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  /// Line and column of an offset.
  public func position(_ offset: Int) -> Position { lines.position(of: offset, in: bytes) }

  /// Offset after the scalar that starts at `offset`.
  public func scalarEnd(_ offset: Int) -> Int {
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return min(end, bytes.count)
  }
}

/// Where lines start: split at LF, so CRLF counts once; a form feed is a column of its line.
public struct LineIndex: Sendable {
  /// Byte offset of each line's first byte, ascending; never empty.
  public let starts: [Int32]

  /// Finds the lines of a text, in one pass.
  public init(_ bytes: [UInt8]) {
    let span = bytes.span
    var starts: [Int32] = [0]
    starts.reserveCapacity(span.count / 32)
    var rest = span
    while rest.count >= 8 {
      // One bit for each line feed among eight bytes.
      var ends = rest.firstEight.places(of: 0x0A)
      let start = Int32(truncatingIfNeeded: span.count &- rest.count)
      while ends != 0 {
        starts.append(start &+ Int32(truncatingIfNeeded: ends.trailingZeroBitCount &>> 3 &+ 1))
        ends &= ends &- 1
      }
      rest = rest.extracting(droppingFirst: 8)
    }
    for index in span.count - rest.count..<span.count where span[index] == 0x0A { starts.append(Int32(truncatingIfNeeded: index + 1)) }
    self.starts = starts
  }

  /// Number of lines; a last line feed opens one more, empty line.
  public var count: Int { starts.count }

  /// Line (from 0) that holds a byte offset.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  /// Line and column, both from 1, the column in Unicode scalars.
  public func position(of offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(of: offset)
    var column = 1
    var index = Int(starts[line])
    while index < min(offset, bytes.count) {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return Position(line: line + 1, column: column)
  }

  /// Byte range of a line (from 0) without its line end.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> SourceRange {
    let start = Int(starts[line])
    var end = line + 1 < starts.count ? Int(starts[line + 1]) - 1 : bytes.count
    if end > start, end <= bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, max(start, end))
  }
}
