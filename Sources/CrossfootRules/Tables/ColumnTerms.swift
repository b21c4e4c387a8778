// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// The terms of the sums in a part's columns, collected in one pass for each column and tree that is asked for.
struct ColumnTerms {
  private struct Key: Hashable {
    var column: Int
    var tree: Int
  }

  /// The terms of a column under a tree, those of one row together.
  private struct Sums {
    /// For each body row where its terms start; one more for the end.
    var starts: [Int]
    var terms: [Term]
  }

  private let part: PartModel
  private var sums: [Key: Sums] = [:]

  /// - Parameter asked: columns with the trees that are asked for in them.
  init(_ part: PartModel, _ marks: [RowMark], _ asked: [(column: Int, trees: [Int])]) {
    self.part = part
    for (column, trees) in asked {
      for tree in trees where sums[Key(column: column, tree: tree)] == nil {
        sums[Key(column: column, tree: tree)] = collect(part.figures[column], part.trees[tree].parent, marks)
      }
    }
  }

  private func collect(_ column: ColumnFigures, _ parent: [Int32], _ marks: [RowMark]) -> Sums {
    let first = part.body.lowerBound
    var starts = [Int](of: 0, times: parent.count + 1)
    for row in column.rows where parent[Int(row) - first] >= 0 { starts[Int(parent[Int(row) - first]) + 1] += 1 }
    for row in 1..<starts.count { starts[row] += starts[row - 1] }
    var terms = [Term](of: Term(0, Operand(-1, .part)), times: starts[parent.count])
    var next = starts
    for (row, figure) in zip(column.rows, column.figures) {
      let whole = Int(parent[Int(row) - first])
      guard whole >= 0 else { continue }
      terms[next[whole]] = Term(marks[Int(row)].isDeduction ? -1 : 1, Operand(FigureID(figure), .part))
      next[whole] += 1
    }
    return Sums(starts: starts, terms: terms)
  }

  /// The claim that the parts of a row add up to it in a column; nil where nothing is printed.
  func claim(_ row: Int, _ column: Int, _ tree: Int) -> Claim? {
    guard let total = part.figures[column].figure(at: row + part.body.lowerBound), let sums = sums[Key(column: column, tree: tree)],
      sums.starts[row] < sums.starts[row + 1]
    else { return nil }
    return .linear([Term(-1, Operand(total, .total))] + sums.terms[sums.starts[row]..<sums.starts[row + 1]])
  }
}
