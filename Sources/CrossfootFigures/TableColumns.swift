// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Collects the figures of a part column by column.
struct TableColumns {
  let document: Document
  let words: TableLexicon

  /// Decimal places that the figures of one column may span.
  private static let widest = 24

  /// The columns of a part.
  func columns(of part: TablePart, _ table: Table, _ model: TableModel, _ facts: Facts) -> [ColumnFigures] {
    let width = width(part, model)
    var columns: [ColumnFigures] = []
    columns.reserveCapacity(width)
    for _ in 0..<width { columns.append(ColumnFigures()) }
    for row in part.body where model.rows[row] != .header {
      let alignment = model.alignments[row]
      for cell in alignment.indices {
        let column = alignment[cell]
        if column < 0 { continue }
        let id = model.figures[row, cell]
        if id >= 0, isPlain(id, facts), columns[column].entries.last?.row != Int32(row) {
          columns[column].add(Int32(id), row: Int32(row), most: part.body.upperBound - row)
        } else if id >= 0 || isOpaque(table.rows[row].cells[cell]), columns[column].gaps.last != Int32(row) {
          columns[column].addGap(row: Int32(row), most: part.body.upperBound - row)
        }
      }
    }
    for column in columns.indices where !columns[column].entries.isEmpty { align(&columns[column], facts) }
    return columns
  }

  private func width(_ part: TablePart, _ model: TableModel) -> Int {
    part.body.reduce(0) { max($0, (model.alignments[$1].max() ?? -1) + 1) }
  }

  private func isPlain(_ figure: FigureID, _ facts: Facts) -> Bool {
    facts.figures[figure].readable && facts.figures[figure].quantity.qualifier == .exact
  }

  /// Whether a cell without a figure of its own is something else than nothing.
  private func isOpaque(_ cell: Cell) -> Bool {
    !cell.isEmpty && !words.isDash(document.flow.bytes, cell.range)
  }

  /// Brings the figures of a column to one place. Those that do not fit become gaps.
  private func align(_ column: inout ColumnFigures, _ facts: Facts) {
    var finest: Int?
    var coarsest = Int.min
    for entry in column.entries where !facts.figures[Int(entry.figure)].quantity.digits.isZero {
      let place = facts.figures[Int(entry.figure)].quantity.lastPlace
      finest = min(finest ?? place, place)
      coarsest = max(coarsest, place)
    }
    column.place = finest ?? 0
    if let finest, coarsest - finest > TableColumns.widest {
      column.gaps = (column.gaps + column.entries.map(\.row)).sorted()
      column.entries = []
      return
    }
    for index in column.entries.indices {
      let figure = Int(column.entries[index].figure)
      column.entries[index].value = facts.figures[figure].quantity.value.mantissa(at: column.place) ?? 0
    }
  }
}

extension ColumnFigures {
  /// Adds the figure of a row.
  /// - Parameter most: how many rows there may be from this one on.
  fileprivate mutating func add(_ figure: Int32, row: Int32, most: Int) {
    if entries.isEmpty { entries.reserveCapacity(most) }
    entries.append(Entry(row: row, figure: figure))
  }

  /// Adds a row whose cell cannot be read.
  fileprivate mutating func addGap(row: Int32, most: Int) {
    if gaps.isEmpty { gaps.reserveCapacity(most) }
    gaps.append(row)
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
