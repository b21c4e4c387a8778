// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure

/// Rows of a table without marks between its cells that print fewer figures than the table has columns: which of the cells are blank is
/// not known, so that most of their figures stand in no certain column.
struct ShortRows {
  let figures: [Figure]

  /// Short rows that must show their first figure to be the total of the others, before that is known of all of them.
  private static let fewest = 3

  /// Whether the figures of a row may stand in several ways.
  @inline(__always)
  static func isShort(_ row: Row, _ layout: TableLayout) -> Bool {
    row.reading > 0 && (layout == .flattened || layout == .cellPerLine)
  }

  /// Takes the figures of such rows out of the columns that are not certain. Where the first figure is the total of the others in nearly
  /// all of them, its column is: no row with parts lacks its total.
  func settle(_ table: Table, _ model: inout TableModel) {
    guard table.layout == .flattened || table.layout == .cellPerLine else { return }
    var isLed: Bool?
    for row in table.rows.indices where ShortRows.isShort(table.rows[row], table.layout) {
      let leads = isLed ?? areLed(table, model)
      isLed = leads
      settle(row, table, &model, isLed: leads)
    }
  }

  private func settle(_ row: Int, _ table: Table, _ model: inout TableModel, isLed: Bool) {
    let ids = model.figures.indices(of: row)
    var count = 0
    for index in ids where model.figures[at: index] >= 0 { count += 1 }
    var isFirst = true
    for index in ids where model.figures[at: index] >= 0 {
      let cell = index - ids.lowerBound
      let column = Int(table[row, cell].column)
      let isCertain = table.readings[table.rows[row].reading - 1].allSatisfy { $0[cell] == column }
      if !isCertain, !(isFirst && isLed && count > 1) { model.alignments[at: index] = -1 }
      isFirst = false
    }
  }

  private func areLed(_ table: Table, _ model: TableModel) -> Bool {
    var led = 0
    var others = 0
    for row in table.rows.indices where ShortRows.isShort(table.rows[row], table.layout) {
      guard let isLed = isLed(row, model) else { continue }
      if isLed { led += 1 } else { others += 1 }
    }
    return led >= ShortRows.fewest && others * 4 <= led
  }

  /// Whether the first figure of a row is the sum of the others; nil where there are no others, or one cannot be read.
  private func isLed(_ row: Int, _ model: TableModel) -> Bool? {
    var total: Decimal?
    var rest: Decimal?
    for id in model.figures[row] where id >= 0 {
      guard figures[id].readable else { return nil }
      let value = figures[id].quantity.value
      if total == nil {
        total = value
      } else {
        guard let sum = rest.map({ $0.adding(value) }) ?? value else { return nil }
        rest = sum
      }
    }
    guard let total, let rest else { return nil }
    return total.equals(rest)
  }
}
