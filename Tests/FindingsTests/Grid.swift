// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules

/// A table of amounts in hundredths with its totals, every row and column footed and the totals cross-footed.
struct Grid {
  /// Rows of cells; the last row and the last cell of each row are totals.
  var cells: [[Int]]

  /// A consistent table over the given inner cells.
  init(_ inner: [[Int]]) {
    cells = inner.map { $0 + [$0.reduce(0, +)] }
    let columns = cells[0].indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    cells.append(columns)
  }

  func sheet() -> Sheet {
    var sheet = Sheet()
    let ids = cells.map { row in sheet.figures(row.map(Grid.text)) }
    for row in ids { sheet.footing(row[row.count - 1], Array(row.dropLast())) }
    for column in ids[0].indices {
      sheet.footing(ids[ids.count - 1][column], ids.dropLast().map { $0[column] })
    }
    return sheet
  }

  func examine() -> Examination { sheet().examine() }

  static func text(_ hundredths: Int) -> String { Decimal(Int128(hundredths), exponent: -2).plain() }
}

extension Sheet {
  /// A target that is met gets its full score.
  mutating func fullScore(_ target: FigureID, _ achieved: FigureID, _ score: FigureID, _ weight: FigureID) {
    relations.append(
      Relation(
        rule: "score.test", kind: .targetMetDeducted, force: .explain,
        readings: [
          .implies(
            Condition(Operand(achieved, .achieved), .atLeast, Operand(target, .target)),
            Condition(Operand(score, .score), .equal, Operand(weight, .weight)))
        ]))
  }
}
