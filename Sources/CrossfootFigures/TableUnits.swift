// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure

/// Finds the units that are declared for the figures of a table: by their row, by their column, by the table.
struct TableUnits {
  let bytes: [UInt8]
  let units: UnitReader
  let words: TableLexicon
  /// The unit of a table that declares none.
  let fallback: DeclaredUnit?

  /// The unit of a table.
  func unit(of table: Table) -> DeclaredUnit? { table.unit.flatMap { units.unit(bytes, $0) } ?? fallback }

  /// What each column says of the figures in it.
  /// - Parameter declared: the unit of the table.
  func columns(
    _ headers: [ColumnHeader], _ declared: DeclaredUnit?, _ texts: HeaderTexts, _ labels: inout LabelTable
  ) -> [ColumnMeaning] {
    // Where things are counted in one column, the column of units says what things.
    let isOfCounts =
      headers.contains { $0.role == .unit } && headers.contains { texts.counted($0.path) >= 0 }
    var columns: [ColumnMeaning] = []
    columns.reserveCapacity(headers.count)
    for header in headers {
      let own = texts.unit(header.path)
      var meaning = ColumnMeaning(
        label: texts.label(of: header.path, &labels), unit: own ?? (mayBeMoney(header, texts) ? declared : nil),
        isRate: header.role.isRate)
      let isPaid =
        isOfCounts && (own?.unit.dimension == .money || texts.isAmount(header.path) || texts.price(header.path) >= 0)
      meaning.keepsUnit = meaning.isRate || own?.unit.dimension == .percent || isPaid
      columns.append(meaning)
    }
    return columns
  }

  /// Whether a column without a unit of its own may hold money.
  private func mayBeMoney(_ header: ColumnHeader, _ texts: HeaderTexts) -> Bool {
    switch header.role {
    case .label, .code, .unit, .remark, .target, .achieved, .weight, .score, .scoreRate, .deviation, .executionRate,
      .changeRate, .share:
      false
    case .unknown, .initialBudget, .budget, .actual, .prior, .changeAmount, .total, .amount:
      !texts.hasCount(header.path)
    }
  }

  /// The unit that a row declares.
  /// - Parameter column: the column of units, or -1.
  func unit(of row: Int, _ column: Int, _ table: Table, _ model: TableModel, _ labels: LabelTable) -> DeclaredUnit? {
    if column >= 0, let cell = model.cell(row: row, column: column), !table[row, cell].isEmpty {
      return units.unit(LabelText.stripped(bytes[table[row, cell].range]))
    }
    // Only a bracket or a percent sign at its end can be a unit.
    let last = labels.last(model.rowLabels[row])
    return last == 0x29 || last == 0x25 ? units.unit(inHeader: labels.spot(model.rowLabels[row])) : nil
  }
}

extension TableUnits {
  /// Whether a cell that is not empty is something else than nothing.
  func isOpaque(_ cell: Cell) -> Bool { !words.isDash(bytes, cell.range) }
}

/// What a column says of the figures in it.
struct ColumnMeaning {
  var label: LabelID
  /// The unit of figures that print none.
  var unit: DeclaredUnit?
  var isRate: Bool
  /// Whether a unit in a row's label or unit column is not that of its figures: it is that of its amounts, not of its
  /// rates.
  var keepsUnit = false
}

extension Quantity {
  /// Takes a declared unit where none is printed.
  mutating func declare(_ declared: DeclaredUnit) {
    guard unit.dimension == .none, scale == 0 else { return }
    unit = declared.unit
    scale = declared.scale
  }
}
