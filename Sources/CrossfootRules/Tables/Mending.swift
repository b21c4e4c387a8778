// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Says whether columns of a row make up what its sum misses: then the row has another shape than the rest, or a column
/// is a part of a part that most rows leave empty.
struct Mending {
  private let figures: [ColumnFigures]
  private let columns: [Int]
  private let evaluator: Evaluator
  /// For each column that is added the rows in which it is something and the sum holds: a part it is beyond doubt.
  private var shown: [Int: Int] = [:]

  /// - Parameters:
  ///   - figures: those of the part, column by column.
  ///   - columns: the columns beside the total.
  ///   - terms: those of them that are added.
  init(_ figures: [ColumnFigures], _ columns: [Int], adding terms: [Int], _ study: RowStudy, _ evaluator: Evaluator) {
    self.figures = figures
    self.columns = columns
    self.evaluator = evaluator
    for term in terms {
      shown[term] = study.votes.count { $0.outcome == .holds && (figures[term].value(at: $0.row) ?? 0) != 0 }
    }
  }

  /// Whether one of the doubtful columns, some side by side or any two make up the difference of a row.
  func mends(_ vote: RowVote) -> Bool {
    guard let difference = evaluator.total(vote.terms)?.magnitude else { return true }
    let columns = doubtful(in: vote)
    let place = columns.map { figures[$0].place }.min() ?? 0
    guard let missing = difference.mantissa(at: place) else { return false }
    let values = columns.map { column -> Int128 in
      figures[column].index(at: vote.row).flatMap { figures[column].value($0, at: place) } ?? 0
    }
    var seen: Set<Int128> = []
    for (index, value) in values.enumerated() where value != 0 {
      if seen.contains(missing &- value) { return true }
      seen.insert(value)
      var sum: Int128 = 0
      for next in values[index...] {
        sum &+= next
        if sum == missing { return true }
      }
    }
    return false
  }

  /// Whether one of the doubtful columns would make up the difference that one wrong digit makes: it has but one digit
  /// itself.
  func couldMend(_ vote: RowVote) -> Bool {
    doubtful(in: vote).contains { column in
      var value = figures[column].value(at: vote.row)?.magnitude ?? 0
      while value >= 10, value % 10 == 0 { value /= 10 }
      return value > 0 && value < 10
    }
  }

  /// The columns that no other row shows to be parts.
  private func doubtful(in vote: RowVote) -> [Int] {
    columns.filter { column in
      guard let rows = shown[column] else { return true }
      let isOwn = vote.outcome == .holds && (figures[column].value(at: vote.row) ?? 0) != 0
      return rows - (isOwn ? 1 : 0) == 0
    }
  }
}
