// SPDX-License-Identifier: Apache-2.0

/// How a table's cells were delimited in the text.
public enum TableLayout: String, Sendable, Hashable {
  case tabs, pipes, html, markdown, cellPerLine, columns, flattened
}

/// A cell of a table.
public struct Cell: Sendable, Hashable {
  /// Byte offsets into the flow, without the gaps around the text; empty for an empty cell.
  public var range: Range<Int>
  /// Leading gap in columns of half-width cells: the only level mark of some tables.
  public var indent: Int
  /// Whether the cell is cut off in mid-word or at an open bracket: it checks nothing.
  public var damaged: Bool
  /// Number of the further pieces of a name that is printed over several lines in ``Document/rests``, from 1; 0 for none. Few cells
  /// have any, so that a cell is copied without counting references.
  public var rest: Int
  /// Columns the cell covers, from its own to the right.
  public var span: Int

  public init(range: Range<Int>, indent: Int = 0, damaged: Bool = false, rest: Int = 0, span: Int = 1) {
    self.range = range
    self.indent = indent
    self.damaged = damaged
    self.rest = rest
    self.span = span
  }

  public var isEmpty: Bool { range.isEmpty && rest == 0 }
}

/// A row of a table.
public struct Row: Sendable, Hashable {
  /// The cells in printed order, empty ones included.
  public var cells: [Cell]
  /// Readings of which column each cell stands in, the likeliest first; at least one. `alignments[k][i]` is the column
  /// of `cells[i]`, or -1 for an empty cell that stands in none.
  public var alignments: [[Int]]
  /// Page of the row, counted from 0: indentation is compared within a page only.
  public var page: Int

  public init(cells: [Cell], alignments: [[Int]], page: Int) {
    self.cells = cells
    self.alignments = alignments
    self.page = page
  }
}

/// A grid of cells with their ranges, whatever the layout it came from.
public struct Table: Sendable {
  public var layout: TableLayout
  public var rows: [Row]
  public var columnCount: Int
  /// Parts of the table with a header of their own (a score sheet has a part for the money and one for the indicators).
  public var parts: [TablePart]
  /// Index of the block in ``Document/blocks``. Tables printed side by side share a block.
  public var block: Int
  /// Whether rows or figures of the table stand in no known column: sums over it prove nothing.
  public var isPartial: Bool
  /// Flow range of the unit declared above it or in its first rows (the 万元 of 单位：万元), if one is.
  public var unit: Range<Int>?
  /// Index of the block of its title, -1 without one.
  public var title: Int

  public init(
    layout: TableLayout, rows: [Row], columnCount: Int, parts: [TablePart], block: Int, isPartial: Bool = false,
    unit: Range<Int>? = nil, title: Int = -1
  ) {
    self.layout = layout
    self.rows = rows
    self.columnCount = columnCount
    self.parts = parts
    self.block = block
    self.isPartial = isPartial
    self.unit = unit
    self.title = title
  }
}

/// A run of rows under one header. Rows outside all parts are captions and headers that cannot be read.
public struct TablePart: Sendable, Hashable {
  /// Rows of the header; empty where none can be read.
  public var header: Range<Int>
  /// Rows below it.
  public var body: Range<Int>

  public init(header: Range<Int>, body: Range<Int>) {
    self.header = header
    self.body = body
  }
}
