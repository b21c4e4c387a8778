// SPDX-License-Identifier: Apache-2.0

/// What a word does in a clause. The raw value is the letter that stands for it in the token string the clause grammar
/// reads.
public enum WordClass: UInt8, Sendable, Hashable {
  /// 增加, 上升: a change upwards.
  case up = 0x75  // u
  /// 减少, 下降.
  case down = 0x64  // d
  /// 持平: no change.
  case flat = 0x66  // f
  /// 增减变化: a change whose sign is in the number.
  case signed = 0x73  // s
  /// 增加到, 降至: what follows is the new value, not the change.
  case changeTo = 0x74  // t
  /// 较, 比, 同比: opens the base of a comparison.
  case compare = 0x76  // v
  /// 完成预算的, 为预算的: a percentage of a budget follows.
  case completion = 0x63  // c
  /// 执行率, 完成率: a rate of execution follows.
  case rateNoun = 0x72  // r
  /// 占: a share of a whole follows.
  case share = 0x68  // h
  /// 其中, 包括: opens a list of parts.
  case listOpener = 0x6F  // o
  /// 分别, 各: figures that answer to names said before.
  case respectively = 0x78  // x
  /// 等: ends a list of names or leaves a list open.
  case andSoOn = 0x65  // e
  /// 可比, 同口径: growth that printed figures do not give.
  case realGrowth = 0x67  // g
  /// 共, 合计, 总计: the figure is a total.
  case total = 0x54  // T
  /// 加上: adds to a sum; 减去, 扣除: takes from it.
  case plus = 0x2B
  case minus = 0x2D
  /// 为, 达, 是: joins a subject with its figure and means nothing more.
  case copula = 0x3D  // =
  /// 上年, 去年同期: names a period by its distance.
  case period = 0x59  // Y
  /// 平均, 人均, 年均: the figure is a mean.
  case mean = 0x6D  // m
  /// 收支相抵, 收支结余: what remains of income after expenditure.
  case balance = 0x62  // b
  /// 翻一番: twice as much as before.
  case doubled = 0x6E  // n
}

/// A word of a clause with its class and, where it has one, its value.
public struct ClauseWord: Sendable {
  public var text: String
  public var kind: WordClass
  /// Budget stage (`BudgetStage` raw value) for completion words, distance in years for periods, doublings for
  /// ``WordClass/doubled``.
  public var value: Int

  /// Value of a list opener that more often says what an amount is for than what it is made of: its list ends at a
  /// semicolon.
  public static let weak = 1
  /// Value of a list opener that shares the same amount out once more, in another respect (分级次看).
  public static let respect = 2
  /// Value of a word that adds or takes off only where it opens a clause (加, 减): elsewhere it is part of a name, or a
  /// change.
  public static let opening = 1
  /// Value of a rate noun that says how much of what there is is used (利用率).
  public static let ofUse = 1
  /// Value of a total word that adds up years, not what stands before it, where a name follows (累计竣工).
  public static let cumulative = 1
  /// Value of a word that says two figures are nearly equal (基本持平).
  public static let roughly = 1
  /// Value of a balance word that says both sides are equal (收支平衡).
  public static let even = 1
  /// Value of a balance word for a negative balance (收支缺口), which stands right before its amount.
  public static let deficit = 2
  /// Least value of a share word that says of what it is a share (审减率, 资产负债率): this and the index of its
  /// ``KnownRatio``.
  public static let ofKnown = 1
  /// Value of a word of comparison that stands behind what is compared with (相比).
  public static let closing = 1
  /// Value of a word of change that names the budget it compares with (大于年初预算数): this and the budget's stage.
  public static let against = 16
  /// Value of a word that changes a budget by an amount (调增): growth named behind it may be that against last year.
  public static let adjusting = 2
  /// Value of a word that takes an amount off where one follows (剔除, 扣除), and says that growth is like for like
  /// elsewhere.
  public static let deducting = 1

  public init(_ text: String, _ kind: WordClass, _ value: Int = 0) {
    self.text = text
    self.kind = kind
    self.value = value
  }
}

/// Stage of a budget as a word names it; raw values are shared with the figures' aspects.
public enum BudgetStage: Int, Sendable {
  case unknown, initialBudget, adjustedBudget, budget, actual, target
}

/// What a unit measures; shared with the figures' dimension.
public enum UnitKind: UInt8, Sendable {
  case money, percent, permille, percentagePoint, basisPoint, multiple, score, count, measure
}

/// A unit as printed.
public struct UnitWord: Sendable {
  public var text: String
  public var kind: UnitKind
  /// Power of ten contained in the unit's own name.
  public var scale: Int

  public init(_ text: String, _ kind: UnitKind, scale: Int = 0) {
    self.text = text
    self.kind = kind
    self.scale = scale
  }
}

/// What a table column holds, as its header says.
public enum ColumnRole: UInt8, Sendable, Hashable {
  case unknown, label, code, unit, remark
  case initialBudget, budget, actual, prior
  case executionRate, changeAmount, changeRate, share
  case target, achieved, weight, score, scoreRate, deviation
  case total, amount
}

/// A header word with the role it gives its column. Longer words win.
public struct HeaderWord: Sendable {
  public var text: String
  public var role: ColumnRole

  public init(_ text: String, _ role: ColumnRole) {
    self.text = text
    self.role = role
  }
}

/// How a number word bounds or blurs its number; shared with the figures' qualifier.
public enum QualifierWord: UInt8, Sendable {
  case about = 1
  case below, above, atLeast, moreThan, atMost, lessThan
}

/// Everything the engine knows of a language: words only, no code.
public struct LanguagePack: Sendable {
  /// Language code (`zh`).
  public var code: String
  /// Scale words with their powers of ten, and units.
  public var scales: [(text: String, power: Int)]
  public var units: [UnitWord]
  /// Qualifiers before and after a number.
  public var qualifiersBefore: [(text: String, kind: QualifierWord)]
  /// Words that end in a qualifier by accident of spelling (节约, 附近).
  public var qualifierInert: [String]
  public var qualifiersAfter: [(text: String, kind: QualifierWord)]
  public var clauseWords: [ClauseWord]
  /// Words inside which a clause word means nothing (调入资金减少 is no label of a change, 占地 no share).
  public var inertWords: [String]
  public var headerWords: [HeaderWord]
  /// Row labels: totals of a table and subtotals, whole.
  public var totalWords: [String]
  public var subtotalWords: [String]
  /// Words for totals that are parts of names: what a market turns over (零售总额).
  public var volumeWords: [String]
  /// Words that say how the rows and columns of a table belong together.
  public var tables: TableWords
  /// Names of public debt, and words of prices.
  public var debts: DebtWords
  public var prices: PriceWords
  /// Words of a label that name the stage of its figure.
  public var stageWords: [(text: String, stage: BudgetStage)]
  /// Words that name the stage only at the end of a label (财政预算 in the middle is a fund's name).
  public var stageEnds: [(text: String, stage: BudgetStage)]
  /// Words that join a whole to its share (占…的).
  public var genitives: [String]
  /// What something was before it was multiplied (原来的).
  public var formerWords: [String]
  /// Names of all parts of a whole in one word (三次产业), nouns for their shares in it, and what may stand between the two
  /// where the shares are of the whole.
  public var wholeSets: [String]
  public var shareNouns: [String]
  public var wholeNames: [String]
  /// Words for what is left of a whole.
  public var restWords: [String]
  /// The parts of one such set, in order, and wholes that they are known to make up.
  public var wholeParts: [String]
  public var sharedTotals: [String]
  /// The words for income and for expenditure in labels, and words that hold one of them but are neither.
  public var incomeWord: String
  public var expenseWord: String
  public var sidelessWords: [String]
  /// Words for a negative balance, and for one that holds those of earlier years.
  public var deficitWords: [String]
  /// Verbs that say more or less and stand right before the amount of the change (增产, 少缴).
  public var verbsUp: [String]
  public var verbsDown: [String]
  public var rollingWords: [String]
  /// Words for all that can be spent (可用财力): the income with what is added to it.
  public var meansWords: [String]
  /// Last words of labels of what a budget was exceeded or fallen short of by.
  public var changeEnds: [String]
  /// Words before a word of change that name no other subject (累计增长).
  public var changeLinks: [String]
  /// Words of change that are said of amounts and of their rates alike: the two must not differ.
  public var plainChanges: [String]
  /// Words for what a year leaves to the next one, and words that begin the clause after a deduction.
  public var carriedWords: [String]
  /// Names of what a year takes over from the last one, and of what it leaves.
  public var openingBalances: [String]
  public var closingBalances: [String]
  /// What a year adds to what it takes over, and takes from it, with signs.
  public var rollTerms: [(name: String, sign: Int)]
  /// Words for the total of income and expenditure in one (收支总预算).
  public var bothSides: [String]
  /// Names of the funds that an organisation is paid from.
  public var fundNames: [String]
  public var deductionEnds: [String]
  /// Words in the name of what is in use (在用, 出租).
  public var useWords: [String]
  /// Last words in the name of a target that was set.
  public var targetEnds: [String]
  /// Words that open a comparison that another word closes (同…相比), and are part of names elsewhere.
  public var comparandOpeners: [String]
  /// Rates that say of what they are taken.
  public var ratios: [KnownRatio]
  /// Rates that are the difference of two others.
  public var differences: [KnownDifference]
  /// Names of funds whose income and expenditure are all that their balance of the year comes from.
  public var balancedFunds: [String]
  /// Measure words that a numeral in words must stand before.
  public var wordCounters: [String]
  /// Nouns for the members of an enumeration (10家单位, 三个领域).
  public var memberNouns: [String]
  /// The mark between names, words that may join the last two, and marks that end a list of names.
  public var nameMark: String
  public var nameJoints: [String]
  public var nameStops: [String]
  /// Words that may stand between a noun and its number, and what opens a list of names behind a number.
  public var countLinks: [String]
  public var nameOpeners: [String]
  /// Words that leave a list of names open.
  public var openEnds: [String]
  /// Ordinals of announced items, in order.
  public var itemOrdinals: [String]
  /// Marks that open the paragraphs of a list.
  public var bulletMarks: [String]
  /// Marks between the names of a path (一般公共服务支出(类)商贸事务(款)).
  public var pathMarks: [String]
  /// Sets of names that share out a whole: a list of exactly one set's names is closed.
  public var partitions: [[String]]
  /// Sets of kinds of which a list may leave out those that there are none of: it is closed if its last name is that of
  /// all other kinds, the last of the set.
  public var kindSets: [[String]]
  /// Words that make a part less than its name says: new debt, what is paid from one fund. Parts that bear one share
  /// out a whole only if the whole bears it, too.
  public var narrowingWords: [String]
  /// Names of kinds that exclude each other, as parts of labels: no thing is of two of one group.
  public var exclusiveKinds: [[String]]
  /// Units in which events are counted: each has one kind.
  public var eventUnits: [String]
  /// Units in which persons and firms are counted: each may be of several kinds that share out an amount.
  public var memberUnits: [String]
  /// Wholes with the parts that share them out, whole and parts in sentences of their own.
  public var sharedWholes: [KnownSum]
  /// Short names of such parts, used where their shares are said (税收占比).
  public var shortParts: [(short: String, name: String)]
  /// Grades from best to worst with the least score of each, in tenths of the full score; several scales.
  public var gradeScales: [[(name: String, least: Int)]]
  /// Labels of the row that holds a sheet's grade, and of the row that holds its total score.
  public var gradeLabels: [String]
  public var scoreTotalLabels: [String]
  /// Words that say there is no deviation to explain.
  public var noDeviationWords: [String]
  /// Words that say a goal was not applicable.
  public var notApplicableWords: [String]
}

extension LanguagePack {
  /// All packs; the first fits most reports.
  public static let all: [LanguagePack] = [.chinese]
}
