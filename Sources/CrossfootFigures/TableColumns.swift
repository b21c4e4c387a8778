// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// The figures of a part column by column, while its rows are gone through.
struct TableColumns {
  private(set) var columns: [ColumnFigures] = []

  /// Decimal places that the figures of one column may span.
  private static let widest = 24

  /// - Parameter most: how many columns there may be.
  init(most: Int) { columns.reserveCapacity(most) }

  /// Makes room for a column.
  mutating func widen(to column: Int) {
    while columns.count <= column { columns.append(ColumnFigures()) }
  }

  /// Adds the figure of a row; a second one in a column makes the cell one that cannot be read.
  /// - Parameter most: how many rows there may be from this one on.
  mutating func add(_ figure: FigureID, _ column: Int, row: Int, most: Int) {
    if columns[column].entries.isEmpty { columns[column].entries.reserveCapacity(most) }
    if columns[column].entries.last?.row == Int32(row) { return addGap(column, row: row, most: most) }
    columns[column].entries.append(ColumnFigures.Entry(row: Int32(row), figure: Int32(figure)))
  }

  /// Adds a row whose cell cannot be read.
  mutating func addGap(_ column: Int, row: Int, most: Int) {
    if columns[column].gaps.last == Int32(row) { return }
    if columns[column].gaps.isEmpty { columns[column].gaps.reserveCapacity(most) }
    columns[column].gaps.append(Int32(row))
  }

  /// Brings the figures of each column to one place. Those that do not fit become gaps.
  mutating func align(_ figures: [Figure]) {
    for column in columns.indices where !columns[column].entries.isEmpty { columns[column].align(figures, widest: Self.widest) }
  }
}

extension ColumnFigures {
  fileprivate mutating func align(_ figures: [Figure], widest: Int) {
    var finest = Int.max
    var coarsest = Int.min
    for index in entries.indices {
      let quantity = figures[Int(entries[index].figure)].quantity
      if quantity.digits.isZero { continue }
      finest = min(finest, quantity.lastPlace)
      coarsest = max(coarsest, quantity.lastPlace)
    }
    if coarsest == .min { finest = 0 }
    place = finest
    if coarsest != .min, coarsest - finest > widest {
      gaps = (gaps + entries.map(\.row)).sorted()
      entries = []
      return
    }
    for index in entries.indices {
      entries[index].value = figures[Int(entries[index].figure)].quantity.value.mantissa(at: place) ?? 0
    }
    countRates(figures)
  }
}

extension PartModel {
  /// Whether two columns hold amounts of different years, or of different stages of the budget.
  public func isOfOtherTime(_ column: Int, than other: Int) -> Bool {
    guard Self.isTimed(columns[column]), Self.isTimed(columns[other]) else { return false }
    if columns[column] != columns[other] { return true }
    return years.indices.contains(column) && years.indices.contains(other) && years[column] != years[other]
  }

  private static func isTimed(_ role: ColumnRole) -> Bool {
    switch role {
    case .initialBudget, .budget, .actual, .prior: true
    default: false
    }
  }
}
