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
  /// The figure of the column that is computed, then those of the parts.
  fileprivate(set) var terms: [Term]
}

extension RowVote {
  /// The claim that the parts of the row add up to its total.
  var claim: Claim { .linear(terms) }

  var total: FigureID { terms[0].operand.figure }

  var parts: ArraySlice<Term> { terms[1...] }

  /// Whether a row that does not add up is told. Parts that exceed their total are wrong whatever else there is; where
  /// they fall short, a part may have no column of its own, and only a slip that closes the sum shows that it has.
  func isTold(_ evaluator: Evaluator) -> Bool {
    guard let excess = evaluator.total(terms) else { return false }
    return excess.mantissa > 0 || evaluator.isOneSlipOff(claim, units: terms.count / 2)
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

  /// The columns as whole numbers are of their own places; the finest one is common to all.
  /// - Parameter isWhole: whether the part counts things, so that nothing is rounded.
  init(_ target: Int, _ terms: [ColumnTerm], _ columns: [ColumnFigures], _ marks: [RowMark], isWhole: Bool) {
    guard target < columns.count, terms.allSatisfy({ $0.column < columns.count }) else { return }
    var place = columns[target].place
    for term in terms { place = min(place, columns[term.column].place) }
    let isExact = isWhole && columns[target].place == 0 && terms.allSatisfy { columns[$0.column].place == 0 }
    var cursors = terms.map { ColumnCursor($0.column, sign: $0.sign) }
    for index in columns[target].entries.indices {
      let row = Int(columns[target].entries[index].row)
      guard !marks[row].isLoose, !marks[row].isRelative, let stated = columns[target].value(index, at: place)
      else { continue }
      let total = FigureID(columns[target].entries[index].figure)
      var sum = RowSum(total, stated, isWhole: isExact, most: terms.count)
      for term in cursors.indices { cursors[term].add(row, of: columns, at: place, to: &sum) }
      if sum.terms.count == 1 { continue }
      let outcome = sum.outcome
      // Where figures may stand in other columns nothing speaks against the sum.
      if outcome == .fails, marks[row].isUnsure { continue }
      count(
        RowVote(
          row: row, outcome: outcome, points: outcome == .holds ? sum.points : 0, isSolid: sum.filled >= 2,
          terms: sum.terms))
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
  /// Those of the claim that the parts add up to the total: first the total.
  private(set) var terms: [Term] = []
  private let stated: Int128
  private var sum: Int128 = 0
  private(set) var filled = 0
  private var isBlocked = false
  private let isWhole: Bool

  /// - Parameters:
  ///   - isWhole: whether things are counted, and nothing is rounded.
  ///   - most: how many parts there may be.
  init(_ total: FigureID, _ stated: Int128, isWhole: Bool, most: Int) {
    self.stated = stated
    self.isWhole = isWhole
    terms.reserveCapacity(most + 1)
    terms.append(Term(-1, Operand(total, .total, exact: isWhole)))
  }

  mutating func add(_ part: FigureID, _ value: Int128, sign: Int) {
    terms.append(Term(sign, Operand(part, .part, exact: isWhole)))
    // Values are far below the limits of 128 bits.
    sum &+= sign < 0 ? 0 &- value : value
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
  let column: Int
  let sign: Int
  private var next = 0
  private var gap = 0

  init(_ column: Int, sign: Int) {
    self.column = column
    self.sign = sign
  }

  /// Adds what stands in a row; rows are asked for in ascending order.
  /// - Parameter columns: those of the part, of which this one is looked at where it stands.
  mutating func add(_ row: Int, of columns: [ColumnFigures], at place: Int, to sum: inout RowSum) {
    let (count, gaps) = (columns[column].entries.count, columns[column].gaps.count)
    while next < count, Int(columns[column].entries[next].row) < row { next += 1 }
    while gap < gaps, Int(columns[column].gaps[gap]) < row { gap += 1 }
    if gap < gaps, Int(columns[column].gaps[gap]) == row { return sum.block() }
    guard next < count, Int(columns[column].entries[next].row) == row else { return }
    guard let value = columns[column].value(next, at: place) else { return sum.block() }
    sum.add(FigureID(columns[column].entries[next].figure), value, sign: sign)
  }
}

extension ColumnFigures {
  /// A value in units of another place, at least as fine as the column's own; nil if it is too large.
  func value(_ index: Int, at other: Int) -> Int128? {
    other == place ? entries[index].value : Decimal(entries[index].value, exponent: place).mantissa(at: other)
  }
}
