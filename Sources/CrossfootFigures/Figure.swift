// SPDX-License-Identifier: Apache-2.0

/// Index of a figure in ``Facts/figures``.
public typealias FigureID = Int

/// Index of an interned label in ``Facts/labels``; 0 is the empty label.
public typealias LabelID = Int32

/// The stage of a budget a figure belongs to.
public enum Stage: UInt8, Sendable, Hashable {
  case unknown
  /// 年初预算
  case initialBudget
  /// 调整预算, 全年预算
  case adjustedBudget
  /// 预算 without saying which
  case budget
  /// 决算, 执行, 完成
  case actual
  /// 目标, 指标值
  case target
}

/// The period a figure belongs to: a year, or a year relative to the report's.
public enum Period: Sendable, Hashable {
  case unknown
  case year(Int)
  /// Relative to the fiscal year: -1 is last year.
  case relative(Int)
}

/// What tells figures of one label apart. Unknown aspects may tick but never contradict.
public struct Aspects: Sendable, Hashable {
  /// Level and organisation (全市, 市本级, a unit's name), interned; 0 unknown.
  public var scope: LabelID = 0
  /// Fund (一般公共预算, 政府性基金 …), interned; 0 unknown.
  public var fund: LabelID = 0
  public var stage: Stage = .unknown
  public var period: Period = .unknown

  public init() {}
}

/// Where a figure stands.
public enum Place: Sendable, Hashable {
  /// In running text: block index in the document, sentence index in ``Facts/sentences``.
  case passage(block: Int, sentence: Int)
  /// In a table: table, row and cell index (not column) in the document.
  case cell(table: Int, row: Int, cell: Int)
}

/// A quantity in its context.
public struct Figure: Sendable {
  public var quantity: Quantity
  /// Byte offsets of the digits in the flow, without sign words, scale and unit.
  public var range: Range<Int>
  /// Byte offsets of the whole expression in the flow: qualifier, digits, scale and unit.
  public var extent: Range<Int>
  public var place: Place
  /// The leaf label: a clause's subject, a row's name.
  public var label: LabelID = 0
  /// The column header over a table figure.
  public var columnLabel: LabelID = 0
  public var aspects = Aspects()
  /// False for a digit run that cannot be read as one number (two points, misplaced separators): it stays one figure,
  /// unreadable.
  public var readable = true

  public init(quantity: Quantity, range: Range<Int>, extent: Range<Int>, place: Place) {
    self.quantity = quantity
    self.range = range
    self.extent = extent
    self.place = place
  }
}

/// Why a digit run is no figure.
public enum Exclusion: String, Sendable, Hashable, CaseIterable {
  case year, date, period, listNumber, code, lawNumber, phone, identifier, title, furniture, markup, idiom, time
}

/// A digit run that is no figure, with its reason.
public struct ExcludedToken: Sendable, Hashable {
  /// Byte offsets into the flow; for markup, into the source text.
  public var range: Range<Int>
  public var reason: Exclusion
  /// The number where it matters: the year of a year token.
  public var value: Int

  public init(range: Range<Int>, reason: Exclusion, value: Int = 0) {
    self.range = range
    self.reason = reason
    self.value = value
  }
}
