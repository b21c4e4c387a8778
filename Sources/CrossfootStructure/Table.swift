// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// How a table's cells were delimited in the text.
public enum TableLayout: String, Sendable, Hashable {
  case tabs, pipes, html, markdown, cellPerLine, columns, flattened
}

/// A cell of a table.
public struct Cell: Sendable, Hashable {
  @usableFromInline var start: Int32
  @usableFromInline var end: Int32
  /// The likeliest column that the cell stands in, or -1 for an empty cell that stands in none.
  public var column: Int32
  /// Leading gap in columns of half-width cells: the only level mark of some tables.
  public var indent: Int32
  /// Number of the further pieces of a name that is printed over several lines in ``Document/rests``, from 1; 0 for
  /// none. Few cells have any, so that a cell is copied without counting references.
  public var rest: Int32 = 0
  /// Columns the cell covers, from its own to the right.
  public var span: Int32
  /// Whether the cell is cut off in mid-word or at an open bracket: it checks nothing.
  public var damaged = false
  /// What is printed in it, where that was read with the cell.
  var kind: CellKind
  /// What its words say that a column under it holds, where they were looked up.
  var header: ColumnRole??

  init(range: Range<Int>, column: Int = -1, indent: Int = 0, span: Int = 1, kind: CellKind = .text) {
    start = Int32(truncatingIfNeeded: range.lowerBound)
    end = Int32(truncatingIfNeeded: range.upperBound)
    self.column = Int32(truncatingIfNeeded: column)
    self.indent = Int32(truncatingIfNeeded: indent)
    self.span = Int32(truncatingIfNeeded: span)
    self.kind = kind
  }

  /// Byte offsets into the flow, without the gaps around the text; empty for an empty cell.
  @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

  @inlinable public var isEmpty: Bool { start == end && rest == 0 }
}

/// A row of a table.
public struct Row: Sendable, Hashable {
  /// Where its cells stand among those of the table: in printed order, empty ones included.
  public var cells: Range<Int>
  /// Page of the row, counted from 0: indentation is compared within a page only.
  public var page: Int
  /// Number of its further readings in ``Table/readings``, from 1; 0 for a row that stands in one way only, as most do.
  public var reading = 0

  init(cells: Range<Int>, page: Int) {
    self.cells = cells
    self.page = page
  }
}

/// A grid of cells with their ranges, whatever the layout it came from.
public struct Table: Sendable {
  public var layout: TableLayout
  public var rows: [Row]
  /// The cells of all rows, one row after another.
  public var cells: [Cell]
  /// Other readings of which columns the cells of a row stand in, less likely than those the cells name. Each says so
  /// for all cells of the row.
  public var readings: [[[Int]]]
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
  public var title = -1

  init(_ grid: RawGrid, layout: TableLayout, block: Int) {
    self.layout = layout
    rows = grid.rows
    cells = grid.cells
    readings = grid.readings
    columnCount = grid.columnCount
    parts = grid.parts
    self.block = block
    isPartial = grid.isPartial
  }

  /// A cell of a row, counted from the first.
  @inlinable public subscript(row: Int, cell: Int) -> Cell { cells[rows[row].cells.lowerBound + cell] }

  /// The cells of a row, where they stand among ``cells``.
  @inlinable public func cells(of row: Int) -> ArraySlice<Cell> { cells[rows[row].cells] }
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
