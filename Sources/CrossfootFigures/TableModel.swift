// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// How a row stands to the rows around it.
public enum RowRole: UInt8, Sendable, Hashable {
  case item, total, subtotal, header, note
}

/// One reading of which rows add up to which.
public struct RowTree: Sendable, Hashable {
  /// Where the reading comes from.
  public enum Source: UInt8, Sendable, Hashable {
    case codes, numbering, words, indentation
    /// Nothing but that a row comes first.
    case position
  }

  public var source: Source
  /// For each row of the part's body, from its first, the body row it is a part of, counted from the first as well, or
  /// -1.
  public var parent: [Int32]

  public init(source: Source, parent: [Int32]) {
    self.source = source
    self.parent = parent
  }
}

/// The figures of one column of a part from top to bottom, as whole numbers of one place.
public struct ColumnFigures: Sendable {
  /// A figure with its row, and its value in units of ``place``.
  public struct Entry: Sendable {
    public var row: Int32
    public var figure: Int32
    public var value: Int128 = 0
  }

  /// The figures, ascending by row.
  public var entries: [Entry] = []
  /// Power of ten of one unit of the values, in base units.
  public var place = 0
  /// Rows, ascending, whose cell holds something that cannot be read as one figure.
  public var gaps: [Int32] = []
  /// How many of the figures are rates, and how many of those percentages.
  public private(set) var rates = 0
  public private(set) var percents = 0

  public init() {}

  /// Whether the figures count the rows: each is one more than that before, with few exceptions.
  public var countsRows: Bool {
    guard entries.count >= 4 else { return false }
    var breaks = 0
    for index in entries.indices.dropFirst() where entries[index].value &- entries[index - 1].value != 1 {
      breaks += 1
      if breaks * 5 > entries.count { return false }
    }
    return true
  }

  /// Whether the figures are codes of classification, as they stand before the names of a table's other side: 302 and,
  /// below it, 30201.
  public var holdsCodes: Bool {
    guard entries.count >= 4 else { return false }
    var head = -1
    // How many are below another one, and how many more may be none for the column to be of codes.
    var below = 0
    var left = entries.count / 2
    for index in entries.indices {
      let value = 100...99_999 ~= entries[index].value ? Int(truncatingIfNeeded: entries[index].value) : 0
      if value >= 10_000, value / 100 == head {
        below += 1
        continue
      }
      if 100...999 ~= value { head = value }
      left -= 1
      if left < 0 { return false }
    }
    return below * 2 >= entries.count
  }

  /// Counts the rates among the figures of the column.
  /// - Parameter figures: those of the report.
  mutating func countRates(_ figures: [Figure]) {
    for entry in entries where figures.indices.contains(Int(entry.figure)) {
      let dimension = figures[Int(entry.figure)].quantity.unit.dimension
      if dimension.isRate { rates += 1 }
      if dimension == .percent { percents += 1 }
    }
  }
}

/// A sum within one row whose figures have no columns of their own: the order of the names above them says what they
/// are.
public struct PlacedSum: Sendable, Hashable {
  public var total: FigureID
  public var parts: [FigureID]

  public init(total: FigureID, parts: [FigureID]) {
    self.total = total
    self.parts = parts
  }
}

/// Columns of which one is what one thing costs, or one head has, of an amount.
public struct UnitPrice: Sendable {
  public var price: Int
  public var count: Int
  /// The columns that may hold the amount.
  public var amounts: [Int]
  /// Whether the price is a mean, computed from the amount.
  public var isMean: Bool
  /// Rows, ascending, that say something else in figures: how often, how long, of what size.
  public var apart: [Int] = []

  public init(price: Int, count: Int, amounts: [Int], isMean: Bool) {
    self.price = price
    self.count = count
    self.amounts = amounts
    self.isMean = isMean
  }
}

/// A part of a table with its meaning.
public struct PartModel: Sendable {
  /// Header and body rows.
  public var header: Range<Int>
  public var body: Range<Int>
  /// Role and header text of each column.
  public let columns: [ColumnRole]
  public var columnLabels: [LabelID]
  /// How columns are computed, as the header says.
  public var formulas: [ColumnFormula] = []
  /// Columns of prices and means with those they go with, as the header names them.
  public var unitPrices: [UnitPrice] = []
  /// For each column the year its header names, or 0; empty where none names one.
  public var years: [Int] = []
  /// Readings of the row hierarchy, the likeliest first.
  public var trees: [RowTree] = []
  /// 100 where the part's rate columns are in percent, 1 where they are fractions; nil where it cannot be told.
  public var rateScale: Int?
  /// The figures of each column.
  public var figures: [ColumnFigures] = []
  /// Whether a name above the first figure is that of a total: it names a column, read or not. False for a part with a
  /// header whose figures all stand in known columns: nobody asks there.
  public var namesTotal = false
  /// Whether its whole numbers count things: they are not rounded, and add up to the last one.
  public var isWhole = false
  /// Sums of rows by the order of the names above them, in pairs: of the whole, and of the part of it that is divided.
  public var placedSums: [(whole: PlacedSum, divided: PlacedSum)] = []

  /// The roles that columns have, a bit each.
  @usableFromInline let roles: UInt64

  public init(header: Range<Int>, body: Range<Int>, columns: [ColumnRole], columnLabels: [LabelID]) {
    self.header = header
    self.body = body
    self.columns = columns
    self.columnLabels = columnLabels
    roles = columns.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// Whether a column has a role.
  @inlinable
  public func has(_ role: ColumnRole) -> Bool { roles & 1 << UInt64(role.rawValue) != 0 }
}

/// The meaning of a table: what its rows and columns are, and which figure stands in which cell.
public struct TableModel: Sendable {
  /// Index of the table in the document.
  public var table: Int
  public var parts: [PartModel] = []
  /// For each row its role.
  public var rows: [RowRole] = []
  /// For each row what its print says of its place among the rows.
  public var rowMarks: [RowMark] = []
  /// For each row its label.
  public var rowLabels: [LabelID] = []
  /// For each row its label without code, numbering and opening words.
  public var rowNames: [LabelID] = []
  /// For each row and cell (printed order) the figure that is the whole cell, or -1; ``blank`` for an empty cell.
  public var figures = CellTable<FigureID>()
  /// What stands for an empty cell among the ``figures``.
  public static let blank: FigureID = -2
  /// For each row and cell the index of its mark in ``Facts/marks``, or -1.
  public var marks = CellTable<Int>()
  /// For each row and cell its likeliest column, or -1.
  public var alignments = CellTable<Int32>()
  /// A verdict word or grade in the last rows (评分等级 优): row, cell and rank in the pack's scale (0 best).
  public var grade: (row: Int, cell: Int, rank: Int)?
  /// Whether rows or figures stand in no known column, so that sums over the table prove nothing.
  public var isPartial = false
  /// Rows of which the sum is nothing in every column, as a sentence at the table says; empty without one.
  public var rowFormula: [RowTerm] = []
  /// The note that says that it is empty, or nil.
  public var emptyNote: EmptyNote?
  /// Index of its block: tables printed side by side share one.
  public var block = -1
  /// Its title without gaps, and the title with the words for income and expenditure exchanged; 0 without one.
  public var title: LabelID = 0
  public var mirror: LabelID = 0
  /// The one year that its title names, or 0.
  public var year = 0
  /// Whether the next table may be the rest of this one: it has no title of its own, and as many columns.
  public var isContinued = false
  /// Whether it goes on with the table before it, which bears the same title.
  public var continues = false

  public init(table: Int) { self.table = table }

  /// The first cell of a row that stands in a column.
  public func cell(row: Int, column: Int) -> Int? {
    let column = Int32(truncatingIfNeeded: column)
    return alignments.firstIndex(row) { $0 == column }
  }

  /// The figure that fills the cell of a row which stands in `column`.
  public func figure(row: Int, column: Int) -> FigureID? {
    guard let cell = cell(row: row, column: column) else { return nil }
    let figure = figures[row, cell]
    return figure >= 0 ? figure : nil
  }

  /// How many cells of a row are filled by a figure.
  public func figureCount(row: Int) -> Int {
    var count = 0
    for index in figures.indices(of: row) where figures[at: index] >= 0 { count += 1 }
    return count
  }

  /// Whether a figure fills a cell of a row.
  public func hasFigure(row: Int) -> Bool { figures.firstIndex(row) { $0 >= 0 } != nil }
}
