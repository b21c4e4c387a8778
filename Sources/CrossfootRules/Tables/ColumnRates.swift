// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// Finds how the rate columns of a part are computed: from their headers, from formulas printed in the header, or from
/// the rows. A formula that most other rows do not bear out is not claimed.
struct ColumnRates {
  private let table: Int
  private let part: Int
  /// The figures of the part, column by column, and the marks of the rows of its table.
  private let figures: [ColumnFigures]
  private let marks: [RowMark]

  /// Columns tried with a rate column, formulas that may be meant, and rows looked at.
  private static let widest = 12
  private static let most = 4
  private static let sample = 32
  private static let fewest = 3

  /// Appends the relations of the rates of a part that are computed in one way.
  static func claim(
    _ rule: String, _ relation: RelationKind, _ kind: RateFormula.Kind, ofPart part: Int, in table: Int, _ facts: Facts,
    _ relations: inout [Relation]
  ) {
    let rates = rateColumns(facts.tables[table].parts, part)
    if rates.isEmpty { return }
    let amounts = facts.addedColumns(of: part, in: table).filter { !rates.contains($0) }
    let study = ColumnRates(
      table: table, part: part, figures: facts.tables[table].parts[part].figures,
      marks: facts.tables[table].rowMarks)
    for column in rates {
      for readings in study.readings(kind, column, amounts, facts) {
        var relation = Relation(rule: rule, kind: relation, readings: readings)
        // All rates are taken of the whole: if it is wrong none of them holds, and nothing shows that they are shares.
        if kind == .share { relation.premises = readings.flatMap(\.denominator) }
        relations.append(relation)
      }
    }
  }

  /// The columns of a part that hold rates. It is looked at where it stands: most parts have none.
  private static func rateColumns(_ parts: [PartModel], _ part: Int) -> [Int] {
    var rates: [Int] = []
    for column in parts[part].figures.indices where !parts[part].figures[column].entries.isEmpty {
      let role = column < parts[part].columns.count ? parts[part].columns[column] : .unknown
      if role.isRate || role == .unknown && parts[part].figures[column].areOfPercents { rates.append(column) }
    }
    return rates
  }

  /// For each row of a rate column how its rate is computed. What is claimed of a row is what all others bear out.
  private func readings(_ kind: RateFormula.Kind, _ column: Int, _ amounts: [Int], _ facts: Facts) -> [[Claim]] {
    // Without a whole nothing is a share.
    guard let wholes = kind == .share ? wholes(figures[column]) : [] else { return [] }
    let told = told(column, facts).filter { isKnown($0, in: amounts) }
    if !told.isEmpty {
      guard told.contains(where: { $0.kind == kind }) else { return [] }
      let studies = told.filter { $0.kind == kind }.map { study($0, of: column, wholes) }
      return studies.max { $0.holds < $1.holds }.map(borneOut) ?? []
    }
    let candidates = candidates(kind, column, amounts, facts)
    guard figures[column].entries.count >= ColumnRates.fewest, !candidates.isEmpty else { return [] }
    let needed = Decimal(Int128(candidates.count)).digitCount + Proof.beyondDoubt / 2
    var full: [RateStudy] = []
    for formula in candidates {
      var study = self.study(formula, of: column, wholes, most: ColumnRates.sample)
      guard study.fails <= study.holds, study.holds > 1 else { continue }
      if !study.isWhole { study = self.study(formula, of: column, wholes) }
      if isBorneOut(study, needed, without: nil)
        || study.votes.contains(where: { isBorneOut(study, needed, without: $0.row) })
      {
        full.append(study)
      }
    }
    guard !full.isEmpty, full.count <= ColumnRates.most else { return [] }
    return figures[column].entries.map { readings(Int($0.row), full, needed) }.filter { !$0.isEmpty }
  }

  private func study(_ formula: RateFormula, of column: Int, _ wholes: [Int], most: Int = .max) -> RateStudy {
    RateStudy(formula, of: column, figures, marks, wholes: wholes, most: most)
  }

  /// The claims of a row by the formulas that all other rows bear out best.
  private func readings(_ row: Int, _ studies: [RateStudy], _ needed: Int) -> [Claim] {
    let standing = studies.filter { isBorneOut($0, needed, without: row) }
    guard let fewest = standing.map({ $0.others(than: row).fails }).min() else { return [] }
    return standing.filter { $0.others(than: row).fails == fewest }.compactMap { study in
      study.vote(of: row).map(study.formula.claim)
    }
  }

  private func isBorneOut(_ study: RateStudy, _ needed: Int, without row: Int?) -> Bool {
    let others = study.others(than: row)
    return others.holds >= ColumnRates.fewest && others.points >= needed && others.fails * 4 <= others.holds
  }

  /// The claims of the rows in which the others bear out what the header says.
  private func borneOut(_ study: RateStudy) -> [[Claim]] {
    study.votes.compactMap { vote in
      let (holds, fails, _) = study.others(than: vote.row)
      return fails * 2 <= holds || holds + fails < ColumnRates.fewest && fails <= 1 ? [study.formula.claim(vote)] : nil
    }
  }

  // MARK: candidates

  private func powers(_ column: Int, _ facts: Facts) -> [Int] {
    if figures[column].areOfPercents { return [2] }
    let scale = facts.tables[table].parts[part].rateScale
    return scale == 100 ? [2] : scale == 1 ? [0] : [2, 0]
  }

  private func isKnown(_ formula: RateFormula, in amounts: [Int]) -> Bool {
    amounts.contains(formula.amount) && amounts.contains(formula.base)
  }

  /// What the header says of a rate column: a printed formula, or roles of which the part has one column each.
  private func told(_ column: Int, _ facts: Facts) -> [RateFormula] {
    let formulas = facts.tables[table].parts[part].formulas
    if let printed = formulas.first(where: { $0.target == column && !$0.divisor.isEmpty }) {
      return powers(column, facts).compactMap { formula(of: printed, power: $0) }
    }
    guard column < facts.tables[table].parts[part].columns.count else { return [] }
    switch facts.tables[table].parts[part].columns[column] {
    case .changeRate:
      guard facts.tables[table].parts[part].columns.only(.changeRate) == column,
        let (amount, base) = facts.tables[table].parts[part].changeColumns
      else { return [] }
      return powers(column, facts).map { RateFormula(kind: .growth, amount: amount, base: base, power: $0) }
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
  private func candidates(
    _ kind: RateFormula.Kind, _ column: Int, _ amounts: [Int], _ facts: Facts
  ) -> [RateFormula] {
    let near = amounts.sorted { abs($0 - column) < abs($1 - column) }.prefix(ColumnRates.widest)
    var candidates: [RateFormula] = []
    for power in powers(column, facts) {
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

  /// For each figure of a rate column the row of its whole: the last one above whose rate is 100 %, or the first one
  /// below; nil if there is none.
  private func wholes(_ rates: borrowing ColumnFigures) -> [Int]? {
    let (percent, fraction) = (
      Decimal(1, exponent: 2).mantissa(at: rates.place), Decimal(1).mantissa(at: rates.place)
    )
    let entries = rates.entries
    guard let first = entries.firstIndex(where: { $0.value == percent || $0.value == fraction }) else { return nil }
    var whole = Int(entries[first].row)
    return entries.map { entry in
      if entry.value == percent || entry.value == fraction { whole = Int(entry.row) }
      return whole
    }
  }
}

extension ColumnFigures {
  /// Whether most of them are printed in percent.
  @inline(__always)
  fileprivate var areOfPercents: Bool { percents * 2 > entries.count }
}
