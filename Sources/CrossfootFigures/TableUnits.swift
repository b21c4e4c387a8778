// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure

/// Gives the figures of a table the units that are declared for them: by their row, by their column, by the table.
struct TableUnits {
  let document: Document
  let units: UnitReader
  let words: TableLexicon
  /// The unit of a table that declares none.
  let fallback: DeclaredUnit?

  /// Sets unit and scale of a part's figures that print no unit of their own.
  func apply(_ part: TablePart, _ headers: [ColumnHeader], _ table: Table, _ model: TableModel, _ facts: inout Facts) {
    let declared = table.unit.flatMap { units.unit(Array(document.flow.bytes[$0])) } ?? fallback
    let unitColumn = headers.firstIndex { $0.role == .unit }
    let byColumn = headers.map { unit(of: $0, declared) }
    // Where things are counted in one column, the column of units says what things.
    let isOfCounts = unitColumn != nil && headers.contains { words.unitPrice(countedIn: $0) != nil }
    let arePaid = headers.map { isOfCounts && ($0.unit?.unit.dimension == .money || words.namesAmount($0) || words.unitPrice($0) != nil) }
    let areRates = headers.map { $0.role.isRate || $0.unit?.unit.dimension == .percent }
    for row in part.body where model.figures[row].contains(where: { $0 >= 0 }) {
      let byRow = unit(of: row, unitColumn, table, model, facts)
      for (cell, id) in model.figures[row].enumerated() where id >= 0 {
        let column = model.alignments[row][cell]
        let isNamed = column >= 0 && column < byColumn.count
        let fallback = isNamed ? byColumn[column] : declared
        // A unit in a row's label or unit column is that of its amounts, not of its rates.
        let isRate = isNamed && (areRates[column] || arePaid[column])
        if let unit = isRate ? fallback : byRow ?? fallback { facts.figures[id].quantity.declare(unit) }
      }
    }
  }

  /// The unit of a column: its own, or the table's where the column may hold money.
  private func unit(of header: ColumnHeader, _ declared: DeclaredUnit?) -> DeclaredUnit? {
    if let unit = header.unit { return unit }
    switch header.role {
    case .label, .code, .unit, .remark, .target, .achieved, .weight, .score, .scoreRate, .deviation, .executionRate,
      .changeRate, .share:
      return nil
    case .unknown, .initialBudget, .budget, .actual, .prior, .changeAmount, .total, .amount:
      return header.pieces.contains(where: words.namesCount) ? nil : declared
    }
  }

  private func unit(
    of row: Int, _ column: Int?, _ table: Table, _ model: TableModel, _ facts: Facts
  ) -> DeclaredUnit? {
    if let column, let cell = model.alignments[row].firstIndex(of: column), !table.rows[row].cells[cell].isEmpty {
      return units.unit(LabelText.stripped(document.flow.bytes[table.rows[row].cells[cell].range]))
    }
    let label = facts.labels.slice(model.rowLabels[row])
    // Only a bracket or a percent sign at its end can be a unit.
    return label.last == 0x29 || label.last == 0x25 ? units.unit(inHeader: Array(label)) : nil
  }
}

extension Quantity {
  /// Takes a declared unit where none is printed.
  mutating func declare(_ declared: DeclaredUnit) {
    guard unit.dimension == .none, scale == 0 else { return }
    unit = declared.unit
    scale = declared.scale
  }
}
