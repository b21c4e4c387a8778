// SPDX-License-Identifier: Apache-2.0

/// A classification code: 2010350 is a part of 20103, and that of 201.
public struct RowCode: Sendable, Hashable {
  /// The digits as a number, and how many there are.
  public var digits: Int
  public var length: Int

  public init(digits: Int, length: Int) {
    self.digits = digits
    self.length = length
  }

  /// Whether this code is a part of another.
  func isPart(of other: RowCode) -> Bool {
    guard length > other.length else { return false }
    var head = digits
    for _ in other.length..<length { head /= 10 }
    return head == other.digits
  }
}

/// What the print of a row says of its place among the rows.
public struct RowMark: Sendable, Hashable {
  /// Whether the row adds up others, by its label.
  public enum Word: UInt8, Sendable, Hashable { case none, subtotal, total }

  /// The side of a balance that a name belongs to: income or expenditure.
  public enum Side: UInt8, Sendable, Hashable { case none, income, expense }

  public var code: RowCode?
  /// Level of the numbering of its label (1 for the outermost kind), 0 without one.
  public var numbering = 0
  /// The number itself: 3 of 三、 and of (三); 0 where there is none.
  public var ordinal = 0
  /// Gap before its label, and the page it stands on.
  public var indent = 0
  public var page = 0
  public var word = Word.none
  /// Whether it is the total of all that one side of a table holds (总计).
  public var isGrand = false
  /// Whether a total is of income or of expenditure, by its name.
  public var side = Side.none
  /// Whether its label says that it is a part of a row above (其中, #).
  public var isPart = false
  /// Whether its amount is taken off (减：).
  public var isDeduction = false
  /// Whether it is the own share of the region that the row before names.
  public var isOwnLevel = false
  /// Whether it is of a quantity whose growth is not that of the printed figures: an index of volume, or at constant
  /// prices.
  public var isReal = false
  /// Whether it holds rates or means, which do not add up across.
  public var isRelative = false
  /// Whether the row takes part in sums: it has a label or a figure, and is no header or note.
  public var counts = false
  /// The known sums that its name takes part in.
  public var known = KnownName()
  /// Whether it has figures and no name: it may be the rest of the row above.
  public var isNameless = false
  /// Whether figures of the row stand in no known column.
  public var isLoose = false
  /// Whether figures of the row may as well stand in other columns: it has fewer than the table is wide, and only their
  /// order is printed.
  public var isUnsure = false
  /// Whether each figure of the row stands in a known column.
  public var isPlaced: Bool { !isLoose && !isUnsure }

  public init() {}
}
