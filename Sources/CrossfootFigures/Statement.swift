// SPDX-License-Identifier: Apache-2.0

/// Which way a change is said to go.
public enum Direction: UInt8, Sendable, Hashable {
  case up, down, flat
  /// 增减变化: the sign is in the number.
  case signed
}

/// One part of a list: a label and its amount.
public struct ListPart: Sendable, Hashable {
  public var figure: FigureID
  /// +1, or -1 where the list subtracts (减去, 减少).
  public var sign: Int

  public init(figure: FigureID, sign: Int = 1) {
    self.figure = figure
    self.sign = sign
  }
}

/// Whether a list is known to name all its parts.
public enum ListClosure: UInt8, Sendable, Hashable {
  /// The pack knows the parts to partition the whole, or the sentence gives the total after them.
  case closed
  /// Nothing says so: it is closed only if it adds up.
  case unknown
  /// 等, 其他未列: there are parts that are not named.
  case open
}

/// A list of parts in one reading of its extent and nesting.
public struct PartList: Sendable, Hashable {
  public var parts: [ListPart]
  public var closure: ListClosure
  /// Whether the parts follow one another with nothing between but marks and names, so that none can be a part of
  /// another.
  public var isTight: Bool
  /// Whether the parts stand on one level for certain: they are joined by enumeration marks, or are only two.
  public var isLevel = false
  /// Whether this reading leaves parts out at the end or takes in those of later sentences: it may show that the list
  /// adds up, but not that it does not.
  public var isTentative = false

  public init(parts: [ListPart], closure: ListClosure, isTight: Bool) {
    self.parts = parts
    self.closure = closure
    self.isTight = isTight
  }
}

/// A form of lists that a report may keep throughout.
public enum ListForm: UInt8, Sendable, Hashable {
  /// Total income, then what was spent and what is carried over.
  case spentAndCarried
  /// Items parted by semicolons, each of which shares out its first amount.
  case grouped
}

/// What a rate is taken of.
public enum RateBase: Sendable, Hashable {
  /// The statement's own base, delta or amount.
  case own
  /// A budget figure of the named stage.
  case budget(Stage)
  /// The whole that a share is of.
  case whole
}

/// A way of computing that several statements of a report seem to share. None of them says so, so it is believed only
/// if the others bear it out.
public enum Practice: Sendable, Hashable {
  /// The plan for a year grows against the execution of the year before: told apart for income and expenditure, which a
  /// report may compare in different ways.
  case planAgainstExecution(isExpense: Bool)
  /// Shares that follow each other are of one whole, by the first of them.
  case sharesOfOne(FigureID)
  /// The growth printed behind the adjustment of a budget is that of the budget, not of the year.
  case growthOfBudget
  /// A rate of the adjusted budget is of the one that the sentence before prints.
  case budgetOfSentenceBefore
}

/// What one clause or sentence says about its figures.
public struct Statement: Sendable {
  /// What a sentence shape claims.
  public enum Shape: UInt8, Sendable, Hashable {
    /// amount, compared with a base: base, delta and rate of change.
    case change
    /// amount, base and their average growth by year over `periods`.
    case growth
    /// amount as percentage of a base: 执行率, 完成预算的, 占.
    case rate
    /// amount as a multiple (rate) of a base, or doubled from it `periods` times.
    case multiple
    /// shares (the only list) that make up a whole of 100.
    case shares
    /// amount that must stay below a base, and the rate of that.
    case limit
    /// amount, and the terms (the only list) that it moved from and by.
    case movement
    /// amount for a number (base) of pieces at a price (rate).
    case unitPrice
    /// amount and its parts.
    case list
    /// amount (income), base (expenditure) and what remains of it (delta), if they are not said to be equal.
    case balance
    /// amount, what is taken off (the only list, with negative signs) and what is left of it (delta).
    case remainder
    /// amount, and the terms (the only list) that it takes over from the year before.
    case carry
    /// a number of things and how many of them are named.
    case count
    /// actual and budget of the statements in ``compared``, or amount and base, said to differ in a direction or not at
    /// all.
    case comparison
    /// a score (amount) and the grade that the mark is.
    case grade
    /// one amount in words and in digits.
    case capital
    /// figures at the same place of two passages that otherwise say the same.
    case repeated
  }

  public var shape: Shape
  /// Byte offsets in the flow: the clause or sentence.
  public var range: Range<Int>
  /// Byte offsets of the subject's text; empty where it is carried over from before.
  public var subject: Range<Int>
  public var aspects = Aspects()
  /// Candidates for each operand, the likeliest first. More than one is an ambiguity: all must fail before anything is
  /// said.
  public var amount = Candidates()
  public var base = Candidates()
  /// Budgets of other stages that are printed beside the base: a rate may be taken of them by mistake.
  public var otherBases = Candidates()
  public var delta = Candidates()
  public var rate = Candidates()
  public var direction: Direction = .signed
  public var rateBase: RateBase = .own
  /// Readings of the list, the likeliest first.
  public var lists: [PartList] = []
  /// Of a list that is only a guess, its form: where others of the form add up, so should this.
  public var listForm: ListForm?
  /// Whether who is meant is only guessed: such a statement may confirm figures but never contradicts them.
  public var isGuess = false
  /// Of a balance, whether both sides are printed as totals.
  public var isOfTotals = false
  /// Whether a word says what a change is compared with (比, 较).
  public var isCompared = false
  /// Whether the amount may be negative: a balance, a profit.
  public var maySink = false
  /// Indices in ``Facts/statements`` of the statements of rates that a comparison may be about, the likeliest first.
  public var compared: [Int] = []
  /// Index in ``Facts/marks`` of the word that the statement is about.
  public var mark: Int?
  /// Years between base and amount, where growth is averaged over them; how often the amount doubled.
  public var periods = 0
  /// Whether nothing but marks and brackets stands between the amount and what is said of it.
  public var isRightBehind = false
  /// What the statement was read by that it does not say itself.
  public var practice: Practice?
  /// Whether the base was found by its value: if it were another, none would be found.
  public var isBasePremise = false
  /// Byte offsets of the words that name what is compared with (比X增长); empty where nothing is named.
  public var comparedWords: Range<Int> = 0..<0
  /// The stage of what is compared with, where these words name one.
  public var comparedStage = Stage.unknown
  /// How many things are named, where the last two may be one (甲和乙), and whether more are left unnamed (等).
  public var members: ClosedRange<Int>?
  public var isOpen = false
  /// Whether growth is real or like-for-like (可比, 同口径, 不变价): not computable from printed figures.
  public var isRealGrowth = false

  public init(shape: Shape, range: Range<Int>, subject: Range<Int>) {
    self.shape = shape
    self.range = range
    self.subject = subject
  }
}
