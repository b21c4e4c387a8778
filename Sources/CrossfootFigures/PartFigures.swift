// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure

/// Gives the figures of a part what its rows and columns say of them, and gathers them column by column, all in one
/// pass over its rows.
struct PartFigures {
  /// What each column says; the column of units, or -1; and the unit of the table.
  private let columns: [ColumnMeaning]
  private let unitColumn: Int
  private let declared: DeclaredUnit?

  private(set) var gathered: TableColumns
  /// Votes of the figures under rates for percent, those against taken off; whether one is printed as percent.
  private var votes = 0
  private var isPercent = false

  init(_ columns: [ColumnMeaning], unitColumn: Int, declared: DeclaredUnit?) {
    (self.columns, self.unitColumn, self.declared) = (columns, unitColumn, declared)
    gathered = TableColumns(most: columns.count)
  }

  /// The scale of the part's rates, by all rows' vote, so that one wrong rate does not change how the others are read:
  /// 100 for percent, 1 for fractions, nil where it cannot be told.
  var rateScale: Int? { isPercent || votes > 0 ? 100 : votes < 0 ? 1 : nil }

  /// Goes through the rows of a part.
  mutating func read(
    _ part: TablePart, _ table: Table, _ model: TableModel, _ units: TableUnits, _ figures: inout [Figure],
    _ labels: LabelTable
  ) {
    var span = figures.mutableSpan
    let ids = model.figures.all.span
    let places = model.alignments.all.span
    for row in part.body {
      let cells = model.figures.indices(of: row)
      let isHeader = model.rows[row] == .header
      let label = model.rowLabels[row]
      let most = part.body.upperBound - row
      // The unit that the row declares, which is asked for at its first figure.
      var byRow: DeclaredUnit?
      var isAsked = false
      for index in cells {
        let id = ids[index]
        let column = Int(places[index])
        if id >= 0 {
          if !isAsked { byRow = units.unit(of: row, unitColumn, table, model, labels) }
          isAsked = true
          mark(&span[id], column, label, byRow)
        }
        if column < 0 { continue }
        gathered.widen(to: column)
        if isHeader { continue }
        if id >= 0, span[id].readable, span[id].quantity.qualifier == .exact {
          gathered.add(id, column, row: row, most: most)
        } else if id >= 0 || id != TableModel.blank && units.isOpaque(table.cells[index]) {
          gathered.addGap(column, row: row, most: most)
        }
      }
    }
    gathered.align(figures)
  }

  /// Gives a figure the labels and the unit of its row and column, and counts its vote.
  private mutating func mark(_ figure: inout Figure, _ column: Int, _ label: LabelID, _ byRow: DeclaredUnit?) {
    figure.label = label
    guard column >= 0, column < columns.count else {
      if let unit = byRow ?? declared { figure.quantity.declare(unit) }
      return
    }
    let meaning = columns[column]
    figure.columnLabel = meaning.label
    if let unit = meaning.keepsUnit ? meaning.unit : byRow ?? meaning.unit { figure.quantity.declare(unit) }
    if meaning.isRate, !figure.quantity.digits.isZero {
      if figure.quantity.unit.dimension == .percent { isPercent = true }
      votes += figure.quantity.digits.exceeds(2) ? 1 : -1
    }
  }
}
