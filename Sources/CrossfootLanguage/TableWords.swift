// SPDX-License-Identifier: Apache-2.0

/// A whole that tables print with the parts that make it up, in rows or in columns.
public struct KnownSum: Sendable {
  /// Names of the whole.
  public var wholes: [String]
  /// Names of the parts, each with its spellings. All that a table prints are added; what it does not print is nothing.
  public var parts: [[String]]
  /// Whether columns bear these names only: below each other they may be parts of each other.
  public var isOfColumns: Bool
  /// Whether it is one of things that are counted: nothing is rounded.
  public var isOfThings: Bool

  public init(_ wholes: [String], _ parts: [[String]], isOfColumns: Bool = false, isOfThings: Bool = false) {
    self.wholes = wholes
    self.parts = parts
    self.isOfColumns = isOfColumns
    self.isOfThings = isOfThings
  }
}

/// A whole and its parts that tables print in one row, in an order that the names above it show even where they stand
/// in no columns.
public struct PlacedNames: Sendable {
  /// First words of the names of the parts, each with its spellings.
  public var parts: [[String]]
  /// The part that is printed with the two that make it up behind it.
  public var divided: Int

  public init(_ parts: [[String]], divided: Int) {
    self.parts = parts
    self.divided = divided
  }
}

/// What the header of a column says that holds what one of something costs or has.
public struct UnitPriceWords: Sendable {
  /// First and last words of such a header.
  public var openers: [String]
  public var endings: [String]
  /// Last words of the header of the column that counts the things.
  public var counts: [String]
  /// Whether it is a mean, computed from the amount, and not a price, which the amount is computed from.
  public var isMean: Bool

  public init(openers: [String] = [], endings: [String] = [], counts: [String], isMean: Bool) {
    self.openers = openers
    self.endings = endings
    self.counts = counts
    self.isMean = isMean
  }
}

/// What a word of a formula between rows stands for.
public enum FormulaSign: Sendable { case plus, minus, equal, filler }

/// Words that say how the rows and columns of a table belong together.
public struct TableWords: Sendable {
  /// Last words of the label of a row that adds up others, and of one that adds up a part of them.
  public var totalEndings: [String]
  public var subtotalEndings: [String]
  /// Last words of the label of the total in which both sides of a table agree.
  public var grandEndings: [String]
  /// Words and signs before the label of a part of the row above.
  public var partOpeners: [String]
  /// Words before the label of a row that is added, and of one that is taken off.
  public var plusOpeners: [String]
  public var minusOpeners: [String]
  /// Last word of the label of a region's own share: the rows from it on add up to the region, named in the row before.
  public var ownLevelEndings: [String]
  /// Last words of a header or label of things that are counted or measured: a money unit declared for the table is not
  /// theirs.
  public var countEndings: [String]
  /// Columns of prices and means, and last words of the header of what was paid for all.
  public var unitPrices: [UnitPriceWords]
  public var amountEndings: [String]
  /// Labels of the row that numbers the columns.
  public var columnNumberLabels: [String]
  /// Wholes whose parts are known by name, at most 64.
  public var sums: [KnownSum]
  /// Rows whose columns are known by the order of their names.
  public var placed: [PlacedNames]
  /// What a note says of a table that is empty, and what its title adds; words that make such a note conditional; funds
  /// by which tables are told apart.
  public var emptyNotes: [String]
  public var emptyTitles: [String]
  public var conditions: [String]
  public var funds: [String]
  /// What a note says where there is nothing of a kind, and words before the name of a fund that there is nothing of.
  public var absences: [String]
  /// Words for a part of those whom a note is about, and ends of its sentences.
  public var partWords: [String]
  public var sentenceEnds: [String]
  public var negations: [String]
  /// Words behind the name of a fund that do not narrow it, and what ends them.
  public var fundTails: [String]
  public var stops: [String]
  /// First words of a note, and names of other tables than the one it stands at.
  public var noteOpeners: [String]
  public var otherTables: [String]
  /// Words for income and for expenditure, and for both.
  public var sides: [[String]]
  /// Words in the name of a row or column whose growth is not that of its printed figures.
  public var realGrowth: [String]
  /// Last words of the label of a row of rates or changes in percent, and words in that of a row of means: neither adds
  /// up across.
  public var rateEndings: [String]
  public var means: [String]
  /// Words of a sentence that says how rows add up: before and behind the number of an item, ordinals from one, and
  /// what joins items.
  public var itemOpeners: [String]
  public var itemNouns: [String]
  public var ordinals: [String]
  public var formulaWords: [(text: String, sign: FormulaSign)]
  /// What is printed for nothing.
  public var dashes: [String]
}
