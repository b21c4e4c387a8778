// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// The terms of the sums in a part's columns, collected in one pass for each column and tree that is asked for.
struct ColumnTerms {
  private let figures: [ColumnFigures]
  private let trees: [RowTree]
  private let isWhole: Bool
  /// For each tree and column where its rows begin in ``starts``, or -1.
  private var slots: [Int]
  /// For each row of a tree and column where its terms start; one more for the end, and one to count with.
  private var starts: [Int] = []
  private var terms: [Term] = []

  /// Columns that room is made for at first.
  private static let usual = 4

  /// - Parameters:
  ///   - rows: how many the body has.
  ///   - isWhole: whether the part counts things, so that nothing is rounded.
  init(_ figures: [ColumnFigures], _ trees: [RowTree], rows: Int, isWhole: Bool) {
    self.isWhole = isWhole
    self.figures = figures
    self.trees = trees
    slots = [Int](of: -1, times: trees.count * figures.count)
    starts.reserveCapacity((rows + 2) * ColumnTerms.usual)
    terms.reserveCapacity(rows * ColumnTerms.usual)
  }

  /// Collects the sums of a column under a tree, unless they are known.
  /// - Parameter marks: those of the body's rows.
  mutating func ask(_ column: Int, _ tree: Int, _ marks: ArraySlice<RowMark>) {
    guard slots[tree * figures.count + column] < 0 else { return }
    let parent = trees[tree].parent
    let entries = figures[column].entries
    let (base, first) = (starts.count, marks.startIndex)
    slots[tree * figures.count + column] = base
    starts.append(contentsOf: repeatElement(0, count: parent.count + 2))
    starts[base] = terms.count
    for entry in entries where parent[Int(entry.row) - first] >= 0 {
      starts[base + Int(parent[Int(entry.row) - first]) + 2] += 1
    }
    for row in base + 1..<starts.count { starts[row] += starts[row - 1] }
    let isExact = isWhole && figures[column].place == 0
    let count = starts[starts.count - 1] - terms.count
    terms.append(contentsOf: repeatElement(Term(0, Operand(-1, .part)), count: count))
    for entry in entries {
      let row = Int(entry.row)
      let whole = Int(parent[row - first])
      guard whole >= 0 else { continue }
      // Counted one row too far, a row's start is where the next term of the row before goes, and in the end where the
      // next row starts.
      let part = Operand(FigureID(entry.figure), .part, exact: isExact)
      terms[starts[base + whole + 1]] = Term(marks[row].isDeduction ? -1 : 1, part)
      starts[base + whole + 1] += 1
    }
  }

  /// The claim that the parts of a row add up to it in a column; nil where nothing is printed.
  /// - Parameter first: the first row of the body.
  func claim(_ row: Int, _ column: Int, _ tree: Int, from first: Int) -> Claim? {
    let base = slots[tree * figures.count + column]
    guard base >= 0, let total = figures[column].figure(at: row + first), starts[base + row] < starts[base + row + 1]
    else { return nil }
    let parts = starts[base + row]..<starts[base + row + 1]
    var sum: [Term] = []
    sum.reserveCapacity(parts.count + 1)
    sum.append(Term(-1, Operand(total, .total, exact: isWhole && figures[column].place == 0)))
    for part in parts { sum.append(terms[part]) }
    return .linear(sum)
  }
}
