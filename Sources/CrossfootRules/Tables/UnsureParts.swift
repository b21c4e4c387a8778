// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// Rows of a part that print fewer figures than there are columns, so that nothing but their order says where these
/// stand. A sum that fails because one of them was taken to stand in the wrong column is no wrong sum.
struct UnsureParts {
  /// The figures of each column, and the first row of the body.
  private let figures: [ColumnFigures]
  private let top: Int
  /// The rows, counted from the first of the body.
  private let rows: [Int]

  /// Rows that are tried one by one in all their places; of more than these only how much they can make up for is
  /// asked.
  private static let most = 4
  /// Rows that are looked at for one sum: totals of totals span many.
  private static let reach = 256

  init(_ figures: [ColumnFigures], _ marks: ArraySlice<RowMark>) {
    self.figures = figures
    top = marks.startIndex
    rows =
      marks.contains { $0.isUnsure } ? marks.indices.filter { marks[$0].isUnsure }.map { $0 - marks.startIndex } : []
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Whether the parts of a total come to its value if figures of unsure rows move into or out of a column.
  /// - Parameter excess: what the parts come to as they stand, less the value.
  /// - Parameter slack: how far a sum of them may be off.
  func explain(
    _ excess: Int128, slack: Int128, _ total: Int, _ parent: [Int32], column: Int, within span: ClosedRange<Int>
  ) -> Bool {
    var open = [excess]
    var (lowest, highest) = (excess, excess)
    var count = 0
    let first = firstIndex(from: span.lowerBound)
    for next in first..<rows.count {
      if rows[next] > span.upperBound { break }
      if next - first == Self.reach { return true }
      guard parent[rows[next]] == Int32(total) else { continue }
      let moves = moves(of: rows[next], column)
      if moves.isEmpty { continue }
      count += 1
      lowest &+= min(0, moves.min() ?? 0)
      highest &+= max(0, moves.max() ?? 0)
      if count <= Self.most { open += open.flatMap { excess in moves.map { excess &+ $0 } } }
    }
    if count > Self.most { return lowest <= slack && highest >= 0 &- slack }
    return open.dropFirst().contains { $0.magnitude <= slack.magnitude }
  }

  /// By how much a sum in a column changes if the row has nothing in it, or another of its figures. In the place of its
  /// first figure none of the others can stand.
  private func moves(of row: Int, _ column: Int) -> [Int128] {
    let own = value(of: row, column, at: figures[column].place) ?? 0
    var isFirst = true
    var moves: [Int128] = []
    for other in figures.indices {
      guard let value = value(of: row, other, at: figures[column].place) else { continue }
      if isFirst, other == column { return own == 0 ? [] : [0 &- own] }
      // The first figure moves into an empty place only: figures that are printed twice would explain any slip.
      if value != own, moves.count < Self.most, !isFirst || own == 0 { moves.append(value &- own) }
      isFirst = false
    }
    if own != 0 { moves.append(0 &- own) }
    return moves
  }

  /// What a row has in a column, in units of a place.
  private func value(of row: Int, _ column: Int, at place: Int) -> Int128? {
    let index = figures[column].firstIndex(from: row + top)
    guard index < figures[column].entries.count, Int(figures[column].entries[index].row) == row + top else {
      return nil
    }
    let value = figures[column].entries[index].value
    return figures[column].place == place ? value : Decimal(value, exponent: figures[column].place).mantissa(at: place)
  }

  private func firstIndex(from row: Int) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if rows[middle] < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
