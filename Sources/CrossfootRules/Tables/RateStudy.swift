// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// How the rates of a column may be computed.
struct RateFormula: Hashable {
  enum Kind: Hashable {
    /// One column over another.
    case quotient
    /// The growth from one column to another.
    case growth
    /// A column over its own figure in the row whose rate is the whole.
    case share
  }

  var kind: Kind
  var amount: Int
  /// The column below the line; for a share that of the amounts.
  var base: Int
  /// 2 for percent, 0 for fractions.
  var power: Int
}

/// What one row says to a rate formula.
struct RateVote {
  var row: Int
  var holds: Bool
  /// Decimal digits of the rate that agree, but one.
  var points: Int
  var rate: FigureID
  var amount: FigureID
  var base: FigureID
}

/// Tries a formula on the rates of a column, row by row.
struct RateStudy {
  /// Rows above a share that may be the whole it is taken of.
  private static let reach = 8

  let formula: RateFormula
  private(set) var votes: [RateVote] = []
  private(set) var holds = 0
  private(set) var points = 0
  /// Whether no rate was passed over.
  let isWhole: Bool

  var fails: Int { votes.count - holds }

  /// - Parameters:
  ///   - column: the one that holds the rates.
  ///   - wholes: for shares, the row that holds the whole of each figure of the rate column.
  ///   - most: how many rates are looked at, spread over the column. If it is given, the study ends where it is certain
  ///     that more will fail than hold.
  init(
    _ formula: RateFormula, of column: Int, _ columns: [ColumnFigures], _ marks: [RowMark], wholes: [Int],
    most: Int = .max
  ) {
    self.formula = formula
    let rates = columns[column].entries
    let place = min(columns[formula.amount].place, columns[formula.base].place)
    let shift = formula.power - columns[column].place
    var (above, below) = (RowCursor(), RowCursor())
    let step = max(1, rates.count / most)
    isWhole = step == 1
    for index in rates.indices where index % step == 0 && rates[index].value != 0 {
      let row = Int(rates[index].row)
      guard let a = above.index(at: row, in: columns[formula.amount]),
        let numerator = columns[formula.amount].value(a, at: place)
      else { continue }
      let b =
        formula.kind == .share
        ? columns[formula.base].index(at: wholes[index]) : below.index(at: row, in: columns[formula.base])
      guard let b, let denominator = columns[formula.base].value(b, at: place), denominator != 0 else { continue }
      if formula.kind == .share, wholes[index] == row { continue }
      if formula.kind == .growth, marks[row].isReal { continue }
      let delta = formula.kind == .growth ? numerator &- denominator : numerator
      let holds = Self.agrees(delta, denominator, rates[index].value, shift)
      // Where figures may stand in other columns nothing speaks against the rate.
      if !holds, marks[row].isUnsure { continue }
      // A part of a part is given as a share of that.
      if !holds, formula.kind == .share,
        isShare(of: columns[formula.amount], above: a, at: place, rates[index].value, shift)
      {
        continue
      }
      count(
        RateVote(
          row: row, holds: holds, points: Decimal(rates[index].value).digitCount - 1,
          rate: FigureID(rates[index].figure), amount: FigureID(columns[formula.amount].entries[a].figure),
          base: FigureID(columns[formula.base].entries[b].figure)))
      // Of a sample only those that may hold in half of it are looked at.
      if most < .max, fails - self.holds > rates.count - index { return }
    }
  }

  /// Whether one of the amounts above, which may be that of a part with parts of its own, is the whole of a share.
  private func isShare(of amounts: ColumnFigures, above index: Int, at place: Int, _ rate: Int128, _ shift: Int) -> Bool
  {
    guard let part = amounts.value(index, at: place) else { return false }
    return amounts.entries.indices[..<index].suffix(RateStudy.reach).contains { other in
      guard let whole = amounts.value(other, at: place), whole != 0 else { return false }
      return Self.agrees(part, whole, rate, shift)
    }
  }

  /// How many other rows hold and fail, and the digits that agree in them.
  func others(than row: Int?) -> (holds: Int, fails: Int, points: Int) {
    guard let row, let vote = vote(of: row) else { return (holds, fails, points) }
    return vote.holds ? (holds - 1, fails, points - vote.points) : (holds, fails - 1, points)
  }

  /// What a row says.
  func vote(of row: Int) -> RateVote? {
    var low = 0
    var high = votes.count
    while low < high {
      let middle = (low + high) / 2
      if votes[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low < votes.count && votes[low].row == row ? votes[low] : nil
  }

  private mutating func count(_ vote: RateVote) {
    if votes.isEmpty { votes.reserveCapacity(16) }
    votes.append(vote)
    if vote.holds {
      holds += 1
      points += vote.points
    }
  }

  /// Whether `numerator ÷ denominator × 10^shift` is the printed rate, rounded or cut off, the operands being off by
  /// half a unit.
  private static func agrees(_ numerator: Int128, _ denominator: Int128, _ rate: Int128, _ shift: Int) -> Bool {
    guard let power = Decimal.power(shift) else { return false }
    let (scaled, tooLarge) = numerator.multipliedReportingOverflow(by: power)
    let (product, overflow) = rate.multipliedReportingOverflow(by: denominator)
    if tooLarge || overflow { return false }
    let (difference, far) = scaled.subtractingReportingOverflow(product)
    let slack = denominator.magnitude + power.magnitude + rate.magnitude
    return !far && difference.magnitude <= slack
  }
}

extension RateFormula {
  /// What is claimed of the row of a vote.
  func claim(_ vote: RateVote) -> Claim {
    let (amount, base) = (vote.amount, vote.base)
    let result = Operand(vote.rate, .rate)
    switch kind {
    case .quotient:
      return .ratio(
        result: result, numerator: [Term(1, Operand(amount, .actual))], denominator: [Term(1, Operand(base, .budget))],
        power: power)
    case .growth:
      return .ratio(
        result: result, numerator: [Term(1, Operand(amount, .amount)), Term(-1, Operand(base, .base))],
        denominator: [Term(1, Operand(base, .base))], power: power)
    case .share:
      return .ratio(
        result: result, numerator: [Term(1, Operand(amount, .part))], denominator: [Term(1, Operand(base, .total))],
        power: power)
    }
  }
}

/// Goes down a column; rows are asked for in ascending order.
private struct RowCursor {
  private var next = 0

  mutating func index(at row: Int, in column: borrowing ColumnFigures) -> Int? {
    let entries = column.entries.span
    while next < entries.count, Int(entries[next].row) < row { next += 1 }
    return next < entries.count && Int(entries[next].row) == row ? next : nil
  }
}

extension ColumnFigures {
  /// Index of the figure in a row, or nil.
  func index(at row: Int) -> Int? {
    let index = firstIndex(from: row)
    return index < entries.count && Int(entries[index].row) == row ? index : nil
  }
}

extension Claim {
  /// The figures below the line of a quotient.
  var denominator: [FigureID] {
    guard case .ratio(_, _, let denominator, _, _) = self else { return [] }
    return denominator.map(\.operand.figure)
  }
}
