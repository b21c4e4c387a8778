// SPDX-License-Identifier: Apache-2.0

/// What the columns of a table hold in most rows: figures or names.
struct ColumnProfile: Sendable {
  /// Columns of a usual row.
  let count: Int
  /// For each column whether it holds figures more often than names.
  private let figures: [Bool]

  /// Counts the kinds of cells in each column.
  init(_ rows: [Row], _ kinds: CellKinds) {
    let count = Self.usualWidth(rows)
    var numbers = [Int](repeating: 0, count: count)
    var names = numbers
    for row in rows.indices where !rows[row].alignments.isEmpty {
      for cell in rows[row].cells.indices {
        let column = rows[row].alignments[0][cell]
        guard column >= 0, column < count else { continue }
        switch kinds[row, cell] {
        case .number, .dash: numbers[column] += 1
        case .text, .value: names[column] += 1
        case .empty: break
        }
      }
    }
    self.count = count
    figures = numbers.indices.map { numbers[$0] > 0 && numbers[$0] >= names[$0] }
  }

  /// The most frequent number of cells of a row; the largest of equally frequent ones.
  private static func usualWidth(_ rows: [Row]) -> Int {
    var frequency = [Int32](repeating: 0, count: rows.reduce(0) { max($0, $1.cells.count) } + 1)
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
