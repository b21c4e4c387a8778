// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// The terms of the sums in a part's columns, collected in one pass for each column and tree that is asked for.
struct ColumnTerms {
  private struct Key: Hashable {
    var column: Int
    var tree: Int
    var row: Int
  }

  private let part: PartModel
  private var parts: [Key: [Term]] = [:]
  private var totals: [Key: FigureID] = [:]

  /// - Parameter asked: columns with the trees that are asked for in them.
  init(_ part: PartModel, _ marks: [RowMark], _ asked: [(column: Int, trees: [Int])]) {
    self.part = part
    var seen: Set<Key> = []
    for (column, trees) in asked {
      if seen.insert(Key(column: column, tree: -1, row: 0)).inserted { collectTotals(column) }
      for tree in trees where seen.insert(Key(column: column, tree: tree, row: 0)).inserted { collect(column, tree, marks) }
    }
  }

  private mutating func collectTotals(_ column: Int) {
    for (row, figure) in zip(part.figures[column].rows, part.figures[column].figures) {
      totals[Key(column: column, tree: -1, row: Int(row) - part.body.lowerBound)] = FigureID(figure)
    }
  }

  private mutating func collect(_ column: Int, _ tree: Int, _ marks: [RowMark]) {
    let parent = part.trees[tree].parent
    for (row, figure) in zip(part.figures[column].rows, part.figures[column].figures) {
      let whole = Int(parent[Int(row) - part.body.lowerBound])
      guard whole >= 0 else { continue }
      let factor = marks[Int(row)].isDeduction ? -1 : 1
      parts[Key(column: column, tree: tree, row: whole), default: []].append(Term(factor, Operand(FigureID(figure), .part)))
    }
  }

  /// The claim that the parts of a row add up to it in a column; nil where nothing is printed.
  func claim(_ row: Int, _ column: Int, _ tree: Int) -> Claim? {
    guard let total = totals[Key(column: column, tree: -1, row: row)],
      let terms = parts[Key(column: column, tree: tree, row: row)]
    else { return nil }
    return .linear([Term(-1, Operand(total, .total))] + terms)
  }
}
