// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// The rows of a part that print weight, rate and score. Scores may be judged rather than computed: what is claimed of
/// a row is what all others show.
struct RatedScores {
  /// How a score stands to weight × rate.
  private enum Outcome {
    case exact, roundedUp, roundedDown
    /// Its further digits are cut off.
    case cut
    case fails

    var holds: Bool { self != .cut && self != .fails }
  }

  private struct Row {
    var weight: FigureID
    var rate: FigureID
    var score: FigureID
    var readings: [Claim]
    var outcome: Outcome
    /// Whether it shows how scores are computed: neither all nor nothing was reached.
    var isTelling: Bool
  }

  /// Other rows that must show how scores are computed.
  private static let fewest = 3

  private let figures: [Figure]
  private let evaluator: Evaluator
  private var rows: [Row] = []
  private var telling = 0
  private var up = 0
  private var fails = 0

  /// Whether a part has the columns that such rows need, and enough rows.
  static func mayHold(_ part: Int, of table: Int, in facts: Facts) -> Bool {
    facts.tables[table].parts[part].has(.executionRate) && facts.tables[table].parts[part].has(.weight)
      && facts.tables[table].parts[part].has(.score) && facts.tables[table].parts[part].body.count > fewest
  }

  init(_ part: Int, of table: Int, in facts: Facts, _ evaluator: Evaluator) {
    figures = facts.figures
    self.evaluator = evaluator
    let columns = facts.tables[table].parts[part].columns
    let scale = facts.tables[table].parts[part].rateScale
    guard let rate = columns.only(.executionRate), let weight = columns.only(.weight),
      let score = columns.only(.score)
    else { return }
    for row in facts.tables[table].parts[part].body {
      guard let r = facts.figure(row: row, column: rate, in: table),
        let w = facts.figure(row: row, column: weight, in: table),
        let s = facts.figure(row: row, column: score, in: table),
        let read = self.row(w, r, s, facts[r].powers(ofScale: scale))
      else { continue }
      rows.append(read)
      telling += read.isTelling && read.outcome.holds ? 1 : 0
      up += read.outcome == .roundedUp ? 1 : 0
      fails += read.outcome == .fails ? 1 : 0
    }
  }

  /// The relations of the rows that all others bear out.
  func relations(_ rule: String) -> [Relation] {
    guard rows.count > Self.fewest, telling >= Self.fewest, fails <= 1 else { return [] }
    var trial = SlipTrial(evaluator)
    return rows.compactMap { row in
      guard telling - (row.isTelling && row.outcome.holds ? 1 : 0) >= Self.fewest,
        fails == (row.outcome == .fails ? 1 : 0)
      else { return nil }
      // Whether digits are rounded or cut off is known only if another row shows it.
      let isRounded = up > (row.outcome == .roundedUp ? 1 : 0)
      if row.outcome == .cut, !isRounded { return nil }
      if row.outcome == .fails, !trial.explains(row.readings, by: [row.score, row.weight, row.rate]) { return nil }
      var relation = Relation(rule: rule, kind: .scoreProduct, force: .explain, readings: row.readings)
      relation.premises = [row.weight, row.score].filter { mayBeStep($0, row) }
      if !isRounded {
        relation.premises += row.outcome == .roundedUp ? [row.weight, row.rate, row.score] : [row.weight, row.rate]
      }
      return relation
    }
  }

  private func row(_ weight: FigureID, _ rate: FigureID, _ score: FigureID, _ powers: [Int]) -> Row? {
    guard powers.count == 1, let power = powers.first,
      [weight, rate, score].allSatisfy({ figures[$0].readable && figures[$0].quantity.qualifier == .exact }),
      var product = figures[weight].quantity.value.multiplied(by: figures[rate].quantity.value)?.scaled(by: -power)
    else { return nil }
    let isFull = figures[rate].quantity.digits.exceeds(power == 2 ? 100 : 1)
    let most = Operand(weight, .weight, exact: true)
    var readings = [
      Claim.product(result: Operand(score, .score), most, Operand(rate, .rate, exact: true), power: -power)
    ]
    if isFull {
      readings = [.equal([Operand(score, .score, exact: true), most])]
      product = figures[weight].quantity.value
    }
    guard let outcome = outcome(product, figures[score].quantity) else { return nil }
    if outcome == .fails, Self.isStep(figures[score].quantity, of: figures[weight].quantity) { return nil }
    let isTelling = !product.isZero && !product.equals(figures[weight].quantity.value)
    return Row(weight: weight, rate: rate, score: score, readings: readings, outcome: outcome, isTelling: isTelling)
  }

  /// Whether a score is a twentieth of its weight or so many of them: points by steps (60 % of them below some rate, or
  /// none) are such.
  private static func isStep(_ score: Quantity, of weight: Quantity) -> Bool {
    let (s, w) = (score.value, weight.value)
    let place = min(s.exponent, w.exponent)
    guard let points = s.mantissa(at: place)?.magnitude, let most = w.mantissa(at: place)?.magnitude, most > 0,
      points <= most
    else { return false }
    return points * 20 % most == 0
  }

  /// Whether a wrong digit in the weight or score of a row could turn the score into one by steps: such a change would
  /// not be told.
  private func mayBeStep(_ figure: FigureID, _ row: Row) -> Bool {
    let printed = figures[figure].quantity
    return SlipVariant.behind(printed).contains { variant in
      guard let digits = variant.intended.scaled(by: 0 &- printed.scale) else { return false }
      var changed = printed
      changed.digits = digits
      return Self.isStep(
        figure == row.score ? changed : figures[row.score].quantity,
        of: figure == row.weight ? changed : figures[row.weight].quantity)
    }
  }

  private func outcome(_ product: Decimal, _ score: Quantity) -> Outcome? {
    guard let excess = product.subtracting(score.value), let twice = excess.multiplied(by: 2)?.magnitude else {
      return nil
    }
    let unit = Decimal(1, exponent: score.lastPlace)
    if excess.isZero { return .exact }
    if twice.order(unit) <= 0 { return excess.isNegative ? .roundedUp : .roundedDown }
    return !excess.isNegative && excess.order(unit) < 0 ? .cut : .fails
  }
}
