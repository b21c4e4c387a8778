// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// A thing in the text that is no figure but can be wrong.
public struct Mark: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// #REF!, #DIV/0!, #VALUE!, #N/A …: a spreadsheet formula that broke.
    case spreadsheetError
    /// XX, ××, 待补充: a placeholder that was never filled.
    case placeholder
    /// 本表无数据, 空表.
    case emptyTable
    /// 无偏差: says that there is no deviation.
    case noDeviation
    /// A grade word (优, 良, 中, 差) with its rank from 0.
    case grade(Int)
    /// 主要原因是。: a reason that was left out.
    case missingReason
    /// 增加万元: a number that was left out.
    case missingNumber
    /// A date that no calendar has.
    case date
    /// A span of years that does not fit the number of years or the name of the period beside it.
    case period
    /// A plan that does not begin with the year of the budget it comes with.
    case planPeriod
    /// A title of a table that names another year than the titles of all its kind.
    case titleYear
    /// Words that compare two figures (决算数大于预算数).
    case comparison
    /// The number of an item (三、, 表3); and one that leaves out the number after that of another mark, by its index.
    case ordinal
    case gap(after: Int)
  }

  public var kind: Kind
  /// Byte offsets into the flow.
  public var range: Range<Int>
  public var place: Place

  public init(_ kind: Kind, range: Range<Int>, place: Place) {
    self.kind = kind
    self.range = range
    self.place = place
  }
}

/// What kind of report this is.
public enum ReportKind: String, Sendable, Hashable, CaseIterable {
  case budget
  case finalAccounts = "final-accounts"
  case budgetExecution = "budget-execution"
  case performance, communique, other
}

/// Whose figures a report gives.
public enum ReportLevel: String, Sendable, Hashable, CaseIterable {
  /// A place and all its departments.
  case government
  /// A department with the units below it.
  case department
  /// One unit alone.
  case unit
  /// One project of a unit.
  case project
}

/// What is known of the report as a whole, each with the evidence it rests on (a range of the flow; empty where
/// unknown).
public struct DocumentProfile: Sendable {
  /// Code of the language pack that fits ("zh"), or nil. It rests on the beginning of the text as a whole.
  public var language: String?
  /// The title: one block, or two that make one title.
  public var title: Range<Int> = 0..<0
  public var kind: ReportKind = .other
  /// The word of the title that names the kind.
  public var kindEvidence: Range<Int> = 0..<0
  /// The year the report is about, by its title; of two (this year's execution, next year's budget) the first.
  public var fiscalYear: Int?
  public var fiscalYearEvidence: Range<Int> = 0..<0
  /// The name of the organisation, its own evidence.
  public var organisation: Range<Int> = 0..<0
  /// Whose figures these are, or nil.
  public var level: ReportLevel?
  /// The word of the title, or the name, that says so.
  public var levelEvidence: Range<Int> = 0..<0
  /// Power of ten of the money unit that all tables of the report declare, or nil where they differ or declare none.
  public var moneyScale: Int?
  /// The first of these declarations.
  public var moneyScaleEvidence: Range<Int> = 0..<0

  public init() {}
}

/// A sentence of running text.
public struct Sentence: Sendable, Hashable {
  /// Byte offsets into the flow.
  public var range: Range<Int>
  public var block: Int
  /// Its figures, ascending.
  public var figures: Range<FigureID>

  public init(range: Range<Int>, block: Int, figures: Range<FigureID>) {
    self.range = range
    self.block = block
    self.figures = figures
  }
}

/// Everything the rules may see of a report.
public struct Facts: Sendable {
  /// All figures in the order of the text.
  public var figures: [Figure] = []
  public var excluded: [ExcludedToken] = []
  public var sentences: [Sentence] = []
  public var statements: [Statement] = []
  public var tables: [TableModel] = []
  public var marks: [Mark] = []
  public var profile = DocumentProfile()
  public var labels = LabelTable()
  /// Amounts of running text and rows of tables under names that can be compared, where there are both.
  public var namedAmounts: [NamedAmount] = []
  public var namedRows: [NamedRow] = []
  /// The totals of tables under the names of the tables.
  public var titledTotals: [NamedRow] = []
  /// Of a government's report the amounts of which level, fund, year, stage and name are known, in the order of the
  /// text.
  public var subjects: [AmountSubject] = []
  /// Pairs of figures in the standard tables that must agree: of each entry one pair.
  public var standardTies: [[FigurePair]] = []
  /// The score sheets among the tables.
  public var scoreSheets: [ScoreSheet] = []

  public init() {}

  /// The figure that fills the cell of a table's row which stands in `column`. The table is asked where it stands:
  /// copying it counts a reference for each of its lists.
  public func figure(row: Int, column: Int, in table: Int) -> FigureID? {
    let column = Int32(truncatingIfNeeded: column)
    guard let cell = tables[table].alignments.firstIndex(row, where: { $0 == column }) else { return nil }
    let figure = tables[table].figures[row, cell]
    return figure >= 0 ? figure : nil
  }

  /// A figure by its id.
  @inlinable public subscript(id: FigureID) -> Figure { figures[id] }
}
