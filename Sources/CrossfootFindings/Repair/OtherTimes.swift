// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Figures that print what the same thing came to in another year, or at another stage of the budget.
extension Case {
  /// Whether a figure prints the very digits of one of its kind that is of another year or stage: it was left over, or
  /// copied from there.
  func isOfOtherTime(_ figure: FigureID) -> Bool {
    let stated = facts[figure].quantity
    return sameOfOtherTime(figure).contains {
      let other = facts[$0].quantity
      return other.digits.equals(stated.digits) && other.scale == stated.scale
        && other.unit.dimension == stated.unit.dimension
    }
  }

  private func sameOfOtherTime(_ figure: FigureID) -> [FigureID] {
    if case .cell(let table, let row, _) = facts[figure].place { return inRow(figure, table, row) }
    guard let own = facts.subjects.first(where: { $0.figure == figure }) else { return [] }
    return facts.subjects.filter { $0.name == own.name && isOfOtherTime($0.figure, than: figure) }.map(\.figure)
  }

  /// The figures of a row that stand in columns of another year or stage.
  private func inRow(_ figure: FigureID, _ table: Int, _ row: Int) -> [FigureID] {
    guard let model = facts.tables.first(where: { $0.table == table }),
      let part = model.parts.first(where: { $0.body.contains(row) }),
      let own = part.columns.indices.first(where: { model.figure(row: row, column: $0) == figure })
    else { return [] }
    return part.columns.indices.compactMap { column in
      part.isOfOtherTime(column, than: own) ? model.figure(row: row, column: column) : nil
    }
  }

  private func isOfOtherTime(_ other: FigureID, than figure: FigureID) -> Bool {
    let (a, b) = (facts[figure].aspects, facts[other].aspects)
    return a.scope == b.scope && a.fund == b.fund && (a.period != b.period || a.stage != b.stage)
  }
}
