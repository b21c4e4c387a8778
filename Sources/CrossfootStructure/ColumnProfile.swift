// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What the columns of a table hold in most rows: figures or names.
struct ColumnProfile: Sendable {
  /// Columns of a usual row.
  let count: Int
  /// For each column whether it holds figures more often than names.
  private let figures: [Bool]

  /// Counts the kinds of cells in each column.
  /// - Parameter isEven: whether each cell stands in the column of its number.
  init(_ rows: [Row], _ kinds: CellKinds, isEven: Bool) {
    let count = Self.usualWidth(kinds, rows.count)
    var numbers = [Int](of: 0, times: count)
    var names = numbers
    var numberSpan = numbers.mutableSpan
    var nameSpan = names.mutableSpan
    for row in rows.indices {
      let own = kinds.range(row)
      for cell in 0..<own.count {
        let column = isEven ? cell : rows[row].alignments[0][cell]
        guard column >= 0, column < count else { continue }
        switch kinds[at: own.lowerBound + cell] {
        case .number, .dash: numberSpan[column] += 1
        case .text, .value: nameSpan[column] += 1
        case .empty: break
        }
      }
    }
    self.count = count
    figures = numbers.indices.map { numbers[$0] > 0 && numbers[$0] >= names[$0] }
  }

  /// The most frequent number of cells of a row; the largest of equally frequent ones.
  private static func usualWidth(_ kinds: CellKinds, _ rows: Int) -> Int {
    var widest = 0
    for row in 0..<rows { widest = max(widest, kinds.count(row)) }
    var frequency = [Int32](of: 0, times: widest + 1)
    for row in 0..<rows { frequency[kinds.count(row)] += 1 }
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
