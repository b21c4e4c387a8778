// SPDX-License-Identifier: Apache-2.0

extension Note.Kind: ByteCoded {}

extension Note: ByteCoded {
  /// Reads a note.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(try reader.value(), at: try reader.optional(), count: try reader.int())
  }

  /// Writes the note.
  public func write(to writer: inout ByteWriter) {
    writer.write(kind)
    writer.write(range)
    writer.write(count)
  }
}

extension SourceRange: ByteCoded {
  /// Reads a range.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let range = try reader.range(from: 0)
    self.init(range.lowerBound, range.upperBound)
  }

  /// Writes the range.
  public func write(to writer: inout ByteWriter) { writer.write(start..<max(start, end)) }
}
