// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Tries the products of prices and counts on the rows of a part. What is claimed of a row is what all other rows bear
/// out.
struct UnitPriceStudy {
  /// One way to read the columns: the column of the amount, and the power of ten between the units.
  private struct Way {
    var amount: Int
    var power: Int
    var votes: [Vote] = []
    /// Rows that hold and show it, those that fail, those that something not printed explains, and the digits that
    /// agree.
    var holds = 0
    var fails = 0
    var multiples = 0
    var points = 0
  }

  private struct Vote {
    var row: Int
    var price: FigureID
    var count: FigureID
    var amount: FigureID
    var power: Int
    /// What it may mean: prices may be rounded as well.
    var readings: [Claim]
    var holds: Bool
    /// Digits that agree; 0 where a count of one shows nothing.
    var points: Int

    var triple: PriceTriple { PriceTriple(price: price, count: count, amount: amount, power: power) }
  }

  /// Digits that must agree in the other rows together, and rows that hold for one that fails.
  private static let digits = 6
  private static let rare = 3

  private let prices: UnitPrice
  private let part: PartModel
  private let marks: [RowMark]
  private let evaluator: Evaluator
  private var ways: [Way] = []
  /// Whether one row alone is a total.
  private let hasOneTotal: Bool

  init(_ prices: UnitPrice, _ part: PartModel, _ marks: [RowMark], _ evaluator: Evaluator) {
    self.prices = prices
    self.part = part
    self.marks = marks
    self.evaluator = evaluator
    hasOneTotal = part.figures[prices.price].entries.count { marks[Int($0.row)].word != .none } == 1
    for amount in prices.amounts { for power in powers(amount) { ways.append(way(amount, power)) } }
  }

  /// For each row its readings, where the others bear them out, and the figures that no change is told of.
  func rows() -> [(readings: [Claim], premises: [FigureID])] {
    var next = [Int](repeating: 0, count: ways.count)
    var trial = SlipTrial(evaluator)
    var rows: [(readings: [Claim], premises: [FigureID])] = []
    for entry in part.figures[prices.price].entries {
      var votes: [Vote] = []
      for way in ways.indices where next[way] < ways[way].votes.count {
        let vote = ways[way].votes[next[way]]
        guard vote.row == Int(entry.row) else { continue }
        next[way] += 1
        if isBorneOut(ways[way], but: vote) { votes.append(vote) }
      }
      if votes.isEmpty
        || !votes.contains(where: { $0.holds || trial.explains($0.readings, by: [$0.price, $0.count, $0.amount]) })
      {
        continue
      }
      rows.append((votes.flatMap(\.readings).likeliest, votes.flatMap(premises)))
    }
    return rows
  }

  /// Figures of which a change is not told: of a total also those that must be the sums of the rows.
  private func premises(_ vote: Vote) -> [FigureID] {
    marks[vote.row].word == .none ? vote.triple.premises(evaluator) : [vote.count, vote.amount]
  }

  // MARK: ways

  /// Powers of ten by which price and amount may differ: none where both print their units.
  private func powers(_ amount: Int) -> [Int] {
    guard let price = unit(prices.price), let amount = unit(amount) else { return [] }
    switch (price.isMoney, amount.isMoney) {
    case (true, true): return [0]
    case (false, true): return amount.scale == 0 ? [0] : [0, -amount.scale]
    case (true, false): return [0, 4]
    case (false, false): return [0, 4]
    }
  }

  /// The unit of a column: that of its first figure.
  private func unit(_ column: Int) -> (isMoney: Bool, scale: Int)? {
    guard let first = part.figures[column].entries.first, let quantity = evaluator.printed(Int(first.figure)) else {
      return nil
    }
    return (quantity.unit.dimension == .money, quantity.scale)
  }

  private func way(_ amount: Int, _ power: Int) -> Way {
    var way = Way(amount: amount, power: power)
    for entry in part.figures[prices.price].entries {
      let row = Int(entry.row)
      guard !marks[row].isLoose, !prices.apart.contains(row), marks[row].word == .none || isMeanOfAll(row, amount),
        let vote = vote(row, Int(entry.figure), amount, power)
      else { continue }
      if !vote.holds, vote.triple.isMultiple(evaluator) {
        way.multiples += 1
        continue
      }
      way.votes.append(vote)
      way.holds += vote.holds && vote.points > 0 ? 1 : 0
      way.fails += vote.holds ? 0 : 1
      way.points += vote.holds ? vote.points : 0
    }
    return way
  }

  private func vote(_ row: Int, _ price: FigureID, _ column: Int, _ power: Int) -> Vote? {
    guard let amount = part.figures[column].figure(at: row), let things = part.figures[prices.count].figure(at: row),
      let number = evaluator.printed(things), !number.digits.isZero, number.unit.dimension != .money
    else { return nil }
    let isWhole = number.digits.exponent >= 0 && number.scale == 0
    let count = Operand(things, .count, exact: isWhole)
    let quotient = Claim.ratio(
      result: Operand(price, .price), numerator: [Term(1, Operand(amount, .amount))], denominator: [Term(1, count)],
      power: power)
    let product = Claim.product(
      result: Operand(amount, .amount), Operand(price, .price, exact: true), count, power: -power)
    let readings = prices.isMean ? [quotient] : [product, quotient]
    let verdicts = readings.map { evaluator.verdict(of: $0) }
    if verdicts.contains(where: { $0.rank == Verdict.contestedRank }) { return nil }
    let points =
      number.value.equals(Decimal(1)) ? 0 : Decimal(Int128(clamping: min(size(price), size(amount)))).digitCount
    return Vote(
      row: row, price: price, count: things, amount: amount, power: power, readings: readings,
      holds: verdicts.contains { $0.rank > Verdict.contestedRank }, points: points)
  }

  /// Whether a row is the total of all others in counts and amounts, so that its mean is that of all.
  private func isMeanOfAll(_ row: Int, _ amount: Int) -> Bool {
    guard prices.isMean, hasOneTotal else { return false }
    return [prices.count, amount].allSatisfy { column in
      var sum: Int128 = 0
      for entry in part.figures[column].entries where Int(entry.row) != row {
        if marks[Int(entry.row)].word != .none || marks[Int(entry.row)].isPart { return false }
        sum &+= entry.value
      }
      return part.figures[column].value(at: row) == sum
    }
  }

  private func isBorneOut(_ way: Way, but vote: Vote) -> Bool {
    let holds = way.holds - (vote.holds && vote.points > 0 ? 1 : 0)
    let fails = way.fails - (vote.holds ? 0 : 1)
    let points = way.points - (vote.holds ? vote.points : 0)
    return holds >= (prices.isMean ? 3 : 2) && points >= Self.digits && fails * Self.rare <= holds
      && way.multiples <= holds
  }

  /// The printed digits of a figure as one number.
  private func size(_ figure: FigureID) -> UInt128 { evaluator.printed(figure)?.digits.mantissa.magnitude ?? 0 }
}
