// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What is needed of a document to quote from it and to say where a place is: its text and its blocks, and of its
/// tables no more than where they stand. All that is said of a report once its figures were read.
public struct PrintedText: Sendable {
  /// Where a table stands.
  public struct Site: Sendable, Hashable {
    /// Index of its block.
    public var block: Int
    /// Index of the block of its title, -1 without one.
    public var title: Int

    /// The place of a table.
    public init(block: Int, title: Int) {
      self.block = block
      self.title = title
    }
  }

  /// The text as the user has it, and as its readers see it.
  public var source: SourceText
  public var flow: Flow
  public var blocks: [Block]
  /// For each table of the document.
  public var tables: [Site]

  /// Where a range of the flow stands in the original text.
  public func sourceRange(_ range: Range<Int>) -> SourceRange {
    flow.map.sourceRange(range) { source.scalarEnd($0) }
  }
}

extension Document {
  /// What is needed to quote from it.
  public var printed: PrintedText {
    PrintedText(
      source: source, flow: flow, blocks: blocks,
      tables: tables.map { PrintedText.Site(block: $0.block, title: $0.title) })
  }
}

// MARK: as bytes

extension PrintedText {
  /// Reads what ``write(to:)`` wrote.
  /// - Parameter source: the same text.
  public init(_ source: SourceText, from reader: inout ByteReader) throws(ByteReader.Damage) {
    let (bytes, map) = try OffsetMap.read(from: source.bytes, &reader)
    var end = 0
    self.init(
      source: source, flow: Flow(bytes: bytes, map: map),
      blocks: try reader.list { reader throws(ByteReader.Damage) in try Block(from: &reader, after: &end) },
      tables: try reader.values())
  }

  /// Writes all but the source.
  public func write(to writer: inout ByteWriter) {
    flow.map.write(flow.bytes, from: source.bytes, to: &writer)
    var end = 0
    writer.write(blocks) { $1.write(to: &$0, after: &end) }
    writer.write(tables)
  }
}

extension Block {
  /// - Parameter end: where the block before ends; then where this one does.
  fileprivate init(from reader: inout ByteReader, after end: inout Int) throws(ByteReader.Damage) {
    self.init(kind: try reader.value(), range: try reader.range(from: end), heading: try reader.int())
    var flags = try reader.flags()
    goesOn = flags.next()
    isContinuation = flags.next()
    end = range.upperBound
  }

  fileprivate func write(to writer: inout ByteWriter, after end: inout Int) {
    writer.write(kind)
    writer.write(range, from: end)
    writer.write(heading)
    writer.write(flags: goesOn, isContinuation)
    end = range.upperBound
  }
}

extension BlockKind: ByteCoded {
  /// Reads a kind with its level or table.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case 0: self = .passage
    case 1: self = .furniture
    case 2: self = .heading(level: try reader.int())
    case 3: self = .table(try reader.int())
    default: throw ByteReader.Damage()
    }
  }

  /// Writes the kind.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .passage: writer.write(byte: 0)
    case .furniture: writer.write(byte: 1)
    case .heading(let level):
      writer.write(byte: 2)
      writer.write(level)
    case .table(let table):
      writer.write(byte: 3)
      writer.write(table)
    }
  }
}

extension PrintedText.Site: ByteCoded {
  /// Reads a place.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(block: try reader.int(), title: try reader.int())
  }

  /// Writes the place.
  public func write(to writer: inout ByteWriter) {
    writer.write(block)
    writer.write(title)
  }
}
