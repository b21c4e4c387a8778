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
  @inline(__always)
  mutating func add(_ figure: FigureID, _ column: Int, row: Int, most: Int) {
    columns[column].add(
      ColumnFigures.Entry(row: Int32(truncatingIfNeeded: row), figure: Int32(truncatingIfNeeded: figure)), most: most)
  }

  /// Adds a row whose cell cannot be read.
  mutating func addGap(_ column: Int, row: Int, most: Int) {
    columns[column].addGap(Int32(truncatingIfNeeded: row), most: most)
  }

  /// Brings the figures of each column to one place. Those that do not fit become gaps.
  mutating func align(_ figures: [Figure]) {
    for column in columns.indices where !columns[column].entries.isEmpty {
      columns[column].align(figures, widest: Self.widest)
    }
  }
}

extension ColumnFigures {
  @inline(__always)
  fileprivate mutating func add(_ entry: Entry, most: Int) {
    let count = entries.count
    if count == 0 {
      entries.reserveCapacity(most)
    } else if entries[count - 1].row == entry.row {
      return addGap(entry.row, most: most)
    }
    entries.append(entry)
  }

  fileprivate mutating func addGap(_ row: Int32, most: Int) {
    let count = gaps.count
    if count == 0 {
      gaps.reserveCapacity(most)
    } else if gaps[count - 1] == row {
      return
    }
    gaps.append(row)
  }

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
    let place = place
    var span = entries.mutableSpan
    for index in span.indices {
      span[index].value = figures[Int(span[index].figure)].quantity.value.mantissa(at: place) ?? 0
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
