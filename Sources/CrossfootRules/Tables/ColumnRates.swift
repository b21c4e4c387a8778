// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// Finds how the rate columns of a part are computed: from their headers, from formulas printed in the header, or from the rows.
/// A formula that most other rows do not bear out is not claimed.
struct ColumnRates {
  let part: PartModel
  let facts: Facts

  /// Columns tried with a rate column, and rows looked at for it.
  private static let widest = 12
  private static let sample = 32
  private static let fewest = 3

  /// The claims on the rates of a part that are computed in one way.
  func claims(_ kind: RateFormula.Kind) -> [Claim] {
    let rates = rateColumns
    guard !rates.isEmpty else { return [] }
    let amounts = part.addedColumns(facts).filter { !rates.contains($0) }
    return rates.flatMap { claims(kind, $0, amounts) }
  }

  private var rateColumns: [Int] {
    part.figures.indices.filter { column in
      let figures = part.figures[column]
      guard !figures.rows.isEmpty else { return false }
      let role = column < part.columns.count ? part.columns[column] : .unknown
      if role.isRate { return true }
      guard role == .unknown else { return false }
      let percents = figures.figures.count { facts[FigureID($0)].quantity.unit.dimension == .percent }
      return percents * 2 > figures.rows.count
    }
  }

  private func claims(_ kind: RateFormula.Kind, _ column: Int, _ amounts: [Int]) -> [Claim] {
    let rates = part.figures[column]
    let wholes = wholes(rates)
    let told = told(column).filter { isKnown($0, in: amounts) }
    if !told.isEmpty {
      guard told.contains(where: { $0.kind == kind }) else { return [] }
      let studies = told.filter { $0.kind == kind }.map { RateStudy($0, rates, part, wholes: wholes) }
      return studies.max { $0.holds < $1.holds }.map { borneOut($0, isTold: true) } ?? []
    }
    let candidates = candidates(kind, column, amounts)
    guard rates.rows.count >= ColumnRates.fewest, !candidates.isEmpty else { return [] }
    let needed = ColumnInference.digits(Int128(candidates.count)) + Proof.beyondDoubt
    var best: RateStudy?
    for candidate in candidates {
      let study = RateStudy(candidate, rates, part, wholes: wholes, most: ColumnRates.sample)
      guard study.holds >= ColumnRates.fewest, study.points >= needed, study.fails * 4 <= study.holds else { continue }
      if best.map({ study.fails < $0.fails }) ?? true { best = study }
    }
    return best.map { borneOut(RateStudy($0.formula, rates, part, wholes: wholes), isTold: false) } ?? []
  }

  /// The claims of the rows that the other rows bear out.
  private func borneOut(_ study: RateStudy, isTold: Bool) -> [Claim] {
    study.votes.compactMap { vote in
      let holds = study.holds - (vote.holds ? 1 : 0)
      let fails = study.fails - (vote.holds ? 0 : 1)
      if isTold { return fails * 2 <= holds || holds + fails < ColumnRates.fewest && fails <= 1 ? vote.claim : nil }
      return holds >= ColumnRates.fewest && fails * 4 <= holds ? vote.claim : nil
    }
  }

  // MARK: candidates

  private func powers(_ column: Int) -> [Int] {
    let percents = part.figures[column].figures.count { facts[FigureID($0)].quantity.unit.dimension == .percent }
    if percents * 2 > part.figures[column].rows.count { return [2] }
    return part.rateScale == 100 ? [2] : part.rateScale == 1 ? [0] : [2, 0]
  }

  private func isKnown(_ formula: RateFormula, in amounts: [Int]) -> Bool {
    amounts.contains(formula.amount) && amounts.contains(formula.base)
  }

  /// What the header says of a rate column: a printed formula, or roles of which the part has one column each.
  private func told(_ column: Int) -> [RateFormula] {
    if let printed = part.formulas.first(where: { $0.target == column && !$0.divisor.isEmpty }) {
      return powers(column).compactMap { formula(of: printed, power: $0) }
    }
    guard column < part.columns.count else { return [] }
    switch part.columns[column] {
    case .changeRate:
      guard part.only(.changeRate) == column, let (amount, base) = part.changeColumns else { return [] }
      return powers(column).map { RateFormula(kind: .growth, amount: amount, base: base, power: $0) }
    default: return []
    }
  }

  private func formula(of printed: ColumnFormula, power: Int) -> RateFormula? {
    guard printed.divisor.count == 1, let base = printed.divisor.first?.column else { return nil }
    let (plus, minus) = (printed.terms.filter { $0.sign > 0 }, printed.terms.filter { $0.sign < 0 })
    guard plus.count == 1, let amount = plus.first?.column else { return nil }
    if minus.isEmpty { return RateFormula(kind: .quotient, amount: amount, base: base, power: power) }
    guard minus.count == 1, minus.first?.column == base else { return nil }
    return RateFormula(kind: .growth, amount: amount, base: base, power: power)
  }

  /// Every way in which the nearest columns may give the rates.
  private func candidates(_ kind: RateFormula.Kind, _ column: Int, _ amounts: [Int]) -> [RateFormula] {
    let near = amounts.sorted { abs($0 - column) < abs($1 - column) }.prefix(ColumnRates.widest)
    var candidates: [RateFormula] = []
    for power in powers(column) {
      for amount in near {
        if kind == .share {
          candidates.append(RateFormula(kind: .share, amount: amount, base: amount, power: power))
        } else {
          for base in near where base != amount {
            candidates.append(RateFormula(kind: kind, amount: amount, base: base, power: power))
          }
        }
      }
    }
    return candidates
  }

  /// For each figure of a rate column the row of its whole: the last one above whose rate is 100 %, or the first one below.
  private func wholes(_ rates: ColumnFigures) -> [Int] {
    let hundreds = [2, 0].compactMap { Decimal(1, exponent: $0).mantissa(at: rates.place) }
    let tops = rates.rows.indices.filter { hundreds.contains(rates.values[$0]) }
    guard let first = tops.first else { return [Int](repeating: -1, count: rates.rows.count) }
    var whole = Int(rates.rows[first])
    return rates.rows.indices.map { index in
      if hundreds.contains(rates.values[index]) { whole = Int(rates.rows[index]) }
      return whole
    }
  }
}
