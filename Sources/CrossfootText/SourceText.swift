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

/// Where lines start: split at LF, so CRLF counts once; a form feed is a column of its line. Few lines of a text are
/// ever asked for, so line feeds are only counted, by stretches.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  /// Line feeds before each stretch, and before what remains behind the last.
  private let before: [Int32]
  /// Number of lines; a last line feed opens one more, empty line.
  public let count: Int

  /// Bytes counted at once: a loop of fixed length, without a branch, runs on vectors.
  private static let stretch = 128

  /// Counts the lines of a text, in one pass.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var before: [Int32] = [0]
    before.reserveCapacity(bytes.count / Self.stretch + 1)
    var found = 0
    var rest = bytes.span
    while rest.count >= Self.stretch {
      let part = rest.extracting(first: Self.stretch)
      var own: UInt8 = 0
      for at in 0..<Self.stretch {
        let distance = part[at] ^ 0x0A
        // The highest bit of what is left of 0 once 1 is taken from it.
        own &+= ((distance &- 1) & ~distance) &>> 7
      }
      found += Int(own)
      before.append(Int32(truncatingIfNeeded: found))
      rest = rest.extracting(droppingFirst: Self.stretch)
    }
    for at in rest.indices where rest[at] == 0x0A { found += 1 }
    self.before = before
    count = found + 1
  }

  /// Byte offset of each line's first byte, ascending; never empty.
  public var starts: [Int32] {
    var starts: [Int32] = [0]
    starts.reserveCapacity(count)
    for at in bytes.indices where bytes[at] == 0x0A { starts.append(Int32(truncatingIfNeeded: at + 1)) }
    return starts
  }

  /// Line (from 0) that holds a byte offset.
  public func line(of offset: Int) -> Int {
    let end = min(max(0, offset), bytes.count)
    let stretch = end / Self.stretch
    var line = Int(before[stretch])
    for at in stretch * Self.stretch..<end where bytes[at] == 0x0A { line += 1 }
    return line
  }

  /// Byte offset of the first byte of a line (from 0).
  public func start(ofLine line: Int) -> Int {
    if line <= 0 { return 0 }
    var (low, high) = (0, before.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(before[middle]) < line { low = middle } else { high = middle }
    }
    var at = low * Self.stretch
    for _ in Int(before[low])..<line { at = bytes.span.next(0x0A, from: at, to: bytes.count) + 1 }
    return min(at, bytes.count)
  }

  /// Line and column, both from 1, the column in Unicode scalars.
  public func position(of offset: Int, in bytes: [UInt8]) -> Position {
    let line = line(of: offset)
    var column = 1
    var index = start(ofLine: line)
    while index < min(offset, bytes.count) {
      if bytes[index] & 0xC0 != 0x80 { column += 1 }
      index += 1
    }
    return Position(line: line + 1, column: column)
  }

  /// Byte range of a line (from 0) without its line end.
  public func range(ofLine line: Int, in bytes: [UInt8]) -> SourceRange {
    let start = start(ofLine: line)
    // Not looked for from the start: a line may be as long as the text, and be asked for often.
    var end = line + 1 < count ? self.start(ofLine: line + 1) - 1 : bytes.count
    if end > start, end <= bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    return SourceRange(start, max(start, end))
  }
}
