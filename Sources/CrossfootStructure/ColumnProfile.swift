// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What the columns of a table hold in most rows: figures or names.
struct ColumnProfile: Sendable {
  /// Columns of a usual row.
  let count: Int
  /// For each column whether it holds figures more often than names.
  private let figures: [Bool]

  /// Counts the kinds of cells in each column.
  init(_ grid: RawGrid) {
    let count = Self.usualWidth(grid.rows)
    var numbers = [Int](of: 0, times: count)
    var names = numbers
    var numberSpan = numbers.mutableSpan
    var nameSpan = names.mutableSpan
    let cells = grid.cells.span
    for cell in cells.indices {
      let column = Int(cells[cell].column)
      guard column >= 0, column < count else { continue }
      switch cells[cell].kind {
      case .number, .dash: numberSpan[column] += 1
      case .text, .value: nameSpan[column] += 1
      case .empty: break
      }
    }
    self.count = count
    figures = numbers.indices.map { numbers[$0] > 0 && numbers[$0] >= names[$0] }
  }

  /// The most frequent number of cells of a row; the largest of equally frequent ones.
  private static func usualWidth(_ rows: [Row]) -> Int {
    var widest = 0
    for row in rows.indices { widest = max(widest, rows[row].cells.count) }
    var frequency = [Int32](of: 0, times: widest + 1)
    for row in rows.indices { frequency[rows[row].cells.count] += 1 }
    var usual = 0
    for width in frequency.indices where frequency[width] > 0 && frequency[width] >= frequency[usual] { usual = width }
    return usual
  }

  /// Whether a column holds figures.
  func isFigures(_ column: Int) -> Bool { column >= 0 && column < count && figures[column] }

  /// Columns of figures.
  var figureColumns: [Int] { figures.indices.filter { figures[$0] } }

  /// Columns of names each alone, columns of figures side by side together.
  var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    for column in figures.indices {
      if figures[column], column > 0, figures[column - 1], let last = groups.popLast() {
        groups.append(last.lowerBound..<column + 1)
      } else {
        groups.append(column..<column + 1)
      }
    }
    return groups
  }
}
