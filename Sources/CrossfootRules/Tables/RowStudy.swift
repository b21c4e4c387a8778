// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// What one row says to a sum of columns.
struct RowVote: Sendable {
  var row: Int
  var outcome: FootingOutcome
  /// What a coincidence would cost, see ``Proof/points(of:isExact:)``.
  var points: Int
  /// Whether at least two of the parts are not nothing.
  var isSolid: Bool
  /// The figure of the column that is computed, and those of the parts, each with its sign.
  var total: FigureID
  var parts: [(figure: FigureID, sign: Int)]
  /// Whether things are counted, and nothing is rounded.
  var isWhole = false
}

extension RowVote {
  /// Whether a row that does not add up is told. Parts that exceed their total are wrong whatever else there is; where
  /// they fall short, a part may have no column of its own, and only a slip that closes the sum shows that it has.
  func isTold(_ evaluator: Evaluator) -> Bool {
    guard case .linear(let terms) = claim, let excess = evaluator.total(terms) else { return false }
    return excess.mantissa > 0 || evaluator.isOneSlipOff(claim, units: (parts.count + 1) / 2)
  }
}

/// Tries a sum of columns on every row of a part, in one pass over the figures of its columns.
struct RowStudy {
  private(set) var votes: [RowVote] = []
  private(set) var holds = 0
  private(set) var fails = 0
  private(set) var points = 0
  /// Rows that hold with at least two parts that are not nothing, and the points of these.
  private(set) var shows = 0
  private(set) var solid = 0

  /// - Parameter places: the columns as whole numbers are of their own places; the finest one is common to all.
  init(_ target: Int, _ terms: [ColumnTerm], _ part: PartModel, _ marks: [RowMark]) {
    guard target < part.figures.count, terms.allSatisfy({ $0.column < part.figures.count }) else { return }
    let columns = [target] + terms.map(\.column)
    let place = columns.map { part.figures[$0].place }.min() ?? 0
    var cursors = terms.map { ColumnCursor(part.figures[$0.column], at: place, sign: $0.sign) }
    let head = part.figures[target]
    let isWhole = part.isWhole && columns.allSatisfy { part.figures[$0].place == 0 }
    for index in head.entries.indices {
      let row = Int(head.entries[index].row)
      guard !marks[row].isLoose, !marks[row].isRelative, let stated = head.value(index, at: place) else { continue }
      var vote = RowVote(
        row: row, outcome: .silent, points: 0, isSolid: false, total: FigureID(head.entries[index].figure), parts: [])
      vote.parts.reserveCapacity(terms.count)
      vote.isWhole = isWhole
      var sum = RowSum(stated, isWhole: isWhole)
      for term in cursors.indices { cursors[term].add(row, to: &sum, &vote.parts) }
      guard !vote.parts.isEmpty else { continue }
      vote.outcome = sum.outcome
      // Where figures may stand in other columns nothing speaks against the sum.
      if vote.outcome == .fails, marks[row].isUnsure { continue }
      vote.isSolid = sum.filled >= 2
      if vote.outcome == .holds { vote.points = sum.points }
      count(vote)
    }
  }

  private mutating func count(_ vote: RowVote) {
    votes.append(vote)
    if vote.outcome == .fails { fails += 1 }
    guard vote.outcome == .holds, vote.points > 0 else { return }
    holds += 1
    points += vote.points
    if vote.isSolid {
      shows += 1
      solid += vote.points
    }
  }
}

/// The sum of one row.
struct RowSum {
  private let stated: Int128
  private var sum: Int128 = 0
  private(set) var filled = 0
  private var isBlocked = false
  private let isWhole: Bool

  /// - Parameter isWhole: whether things are counted, and nothing is rounded.
  init(_ stated: Int128, isWhole: Bool = false) {
    self.stated = stated
    self.isWhole = isWhole
  }

  mutating func add(_ value: Int128) {
    // Values are far below the limits of 128 bits.
    sum &+= value
    if value != 0 { filled += 1 }
  }

  mutating func block() { isBlocked = true }

  /// Every term that is not nothing may be off by half a unit.
  var outcome: FootingOutcome {
    if isBlocked { return .blocked }
    if filled == 0 { return stated == 0 ? .silent : .unbroken }
    let terms = isWhole ? 0 : filled + (stated == 0 ? 0 : 1)
    return (sum &- stated).magnitude * 2 <= UInt128(terms) ? .holds : .fails
  }

  /// What it would cost the sum to hold by coincidence.
  var points: Int { Proof.points(of: stated, isExact: filled >= 2 && sum == stated) }
}

/// Goes down a column row by row.
private struct ColumnCursor {
  let column: ColumnFigures
  let place: Int
  let sign: Int
  private var next = 0
  private var gap = 0

  init(_ column: ColumnFigures, at place: Int, sign: Int) {
    self.column = column
    self.place = place
    self.sign = sign
  }

  /// Adds what stands in a row; rows are asked for in ascending order.
  mutating func add(_ row: Int, to sum: inout RowSum, _ parts: inout [(figure: FigureID, sign: Int)]) {
    while next < column.entries.count, Int(column.entries[next].row) < row { next += 1 }
    while gap < column.gaps.count, Int(column.gaps[gap]) < row { gap += 1 }
    if gap < column.gaps.count, Int(column.gaps[gap]) == row { return sum.block() }
    guard next < column.entries.count, Int(column.entries[next].row) == row else { return }
    guard let value = column.value(next, at: place) else { return sum.block() }
    sum.add(sign < 0 ? 0 &- value : value)
    parts.append((FigureID(column.entries[next].figure), sign))
  }
}

extension ColumnFigures {
  /// A value in units of another place, at least as fine as the column's own; nil if it is too large.
  func value(_ index: Int, at other: Int) -> Int128? {
    other == place ? entries[index].value : Decimal(entries[index].value, exponent: place).mantissa(at: other)
  }
}
