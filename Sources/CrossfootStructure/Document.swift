// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// The text of a report as its readers see it: blocks one after another, soft-wrapped lines joined, one LF between
/// blocks and one tab between the cells of a row. All later stages work on offsets into ``bytes``.
public struct Flow: Sendable {
  /// Valid UTF-8.
  public var bytes: [UInt8]
  /// From offsets of ``bytes`` to offsets of ``SourceText/bytes``.
  public var map: OffsetMap

  /// Stands in ``bytes`` for a line break between two digits of running text, where a number may have been cut in two.
  public static let cut: UInt8 = 0x1F

  public init(bytes: [UInt8], map: OffsetMap) {
    self.bytes = bytes
    self.map = map
  }
}

/// What a block is.
public enum BlockKind: Sendable, Hashable {
  /// A title or numbered heading; the level is 1 for the outermost numbering (第一部分), larger for inner ones.
  case heading(level: Int)
  /// Running text, its soft wraps joined.
  case passage
  /// A table, by its index in ``Document/tables``; tables printed side by side follow each other there.
  case table(Int)
  /// Page numbers, page headers, tables of contents, site navigation: their digits are no figures.
  case furniture
}

/// A run of the flow that belongs together.
public struct Block: Sendable {
  public var kind: BlockKind
  /// Byte offsets into ``Flow/bytes``.
  public var range: Range<Int>
  /// Index of the heading block this block stands under; -1 before the first heading.
  public var heading: Int
  /// Whether its last sentence is not finished and may go on in a later block; whether its first sentence may have
  /// begun in an earlier one. What such a sentence says is not known in full.
  public var goesOn = false
  public var isContinuation = false

  public init(kind: BlockKind, range: Range<Int>, heading: Int) {
    self.kind = kind
    self.range = range
    self.heading = heading
  }
}

/// A report cut into blocks, its tables as grids. Never changed, and one object: all later stages hold it.
public final class Document: Sendable {
  public let source: SourceText
  public let flow: Flow
  public let blocks: [Block]
  public let tables: [Table]
  /// The further pieces of names in cells that are printed over several lines, in reading order.
  public let rests: [[Range<Int>]]
  /// Source ranges that are markup; digit runs in them are excluded tokens.
  public let markup: [SourceRange]

  public init(
    source: SourceText, flow: Flow, blocks: [Block], tables: [Table], rests: [[Range<Int>]], markup: [SourceRange]
  ) {
    self.source = source
    self.flow = flow
    self.blocks = blocks
    self.tables = tables
    self.rests = rests
    self.markup = markup
  }

  /// Where a range of the flow stands in the original text.
  public func sourceRange(_ range: Range<Int>) -> SourceRange {
    flow.map.sourceRange(range) { source.scalarEnd($0) }
  }

  /// All bytes of a cell: the pieces of a wrapped name joined.
  public func bytes(of cell: Cell) -> [UInt8] {
    rest(of: cell).reduce(into: Array(flow.bytes[cell.range])) { $0 += flow.bytes[$1] }
  }

  /// The pieces of a cell after its first.
  public func rest(of cell: Cell) -> [Range<Int>] { cell.rest > 0 ? rests[Int(cell.rest) - 1] : [] }

  /// The flow's text in a range.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: flow.bytes[range], as: UTF8.self)
  }
}
