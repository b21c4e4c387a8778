// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure

/// Finds in tables of budgets and actual amounts the budgets of which running text prints the rates alone:
/// `“三公”经费预算为A，决算为B，完成预算的P，其中：公务接待费决算为C，完成预算的Q`. That the table's budgets are meant is shown by the whole, whose
/// budget and amount are both printed, in the text as in the table.
struct PairedBases {
  let rows: PlacedRows

  /// A budget and what was spent of it.
  private struct Pair {
    var budget: FigureID
    var actual: FigureID
  }

  /// Statements behind a whole, and wholes of a report, that are looked at; rows of a table at most.
  private static let reach = 24
  private static let mostWholes = 16
  private static let mostRows = 200
  /// Digits of an amount that is known by its value among few columns, and among many rows.
  private static let digits = 2
  private static let digitsAmongRows = 4

  /// Gives the statements of rates their bases.
  func complete(_ facts: inout Facts) {
    guard facts.statements.contains(where: isOpen) else { return }
    let wholes = facts.statements.indices.filter { isWhole(facts.statements[$0]) && !open(behind: $0, facts).isEmpty }
    if wholes.isEmpty { return }
    let placed = placed(facts)
    let named = named(facts)
    for whole in wholes.prefix(Self.mostWholes) {
      for (tables, digits) in [(placed, Self.digits), (named, Self.digitsAmongRows)] {
        guard var pairs = tables.first(where: { place(of: facts.statements[whole], $0, facts.figures) != nil }) else {
          continue
        }
        if let own = place(of: facts.statements[whole], pairs, facts.figures) { pairs.remove(at: own) }
        for next in open(behind: whole, facts) {
          complete(&facts.statements[next], pairs, digits, facts.figures)
        }
      }
    }
  }

  /// The statements behind a whole, in its passage and before the next whole, that miss their budget.
  private func open(behind whole: Int, _ facts: Facts) -> [Int] {
    guard let first = facts.statements[whole].rate.first else { return [] }
    var open: [Int] = []
    for next in facts.statements.indices[(whole + 1)...].prefix(Self.reach) {
      guard let rate = facts.statements[next].rate.first else { continue }
      if isWhole(facts.statements[next]) || !facts.figures[rate].isInBlock(of: facts.figures[first]) { break }
      if isOpen(facts.statements[next]), facts.statements[next].rateBase == facts.statements[whole].rateBase {
        open.append(next)
      }
    }
    return open
  }

  private func complete(_ statement: inout Statement, _ pairs: [Pair], _ digits: Int, _ figures: [Figure]) {
    guard let amount = statement.amount.first, !figures[amount].quantity.digits.isZero,
      figures[amount].quantity.digits.digitCount >= digits
    else { return }
    let meant = pairs.filter { isSame($0.actual, amount, figures) }
    guard let first = meant.first, meant.allSatisfy({ !figures[$0.budget].quantity.digits.isZero }) else { return }
    // Both out of the table: its unit may be declared nowhere.
    statement.amount = Candidates(first.actual)
    var bases: [FigureID] = []
    for budget in meant.map(\.budget) {
      let value = figures[budget].quantity.value
      if !bases.contains(where: { figures[$0].quantity.value.equals(value) }) { bases.append(budget) }
    }
    statement.base = Candidates(bases)
    statement.isGuess = false
  }

  /// Whether a statement gives the rate of a budget that is not known for certain.
  private func isOpen(_ statement: Statement) -> Bool {
    guard statement.shape == .rate, case .budget = statement.rateBase else { return false }
    return statement.isGuess || statement.base.isEmpty
  }

  /// Whether a statement gives the rate of a budget that it prints.
  private func isWhole(_ statement: Statement) -> Bool {
    guard statement.shape == .rate, case .budget = statement.rateBase else { return false }
    return !statement.isGuess && statement.base.count == 1 && !statement.amount.isEmpty
  }

  /// Which of some pairs is the budget and the amount of a whole.
  private func place(of whole: Statement, _ pairs: [Pair], _ figures: [Figure]) -> Int? {
    if figures[whole.base[0]].quantity.digits.isZero { return nil }
    return pairs.firstIndex { isSame($0.budget, whole.base[0], figures) && isSame($0.actual, whole.amount[0], figures) }
  }

  /// Whether a figure of a table is that of the text, at the precision of the text.
  private func isSame(_ cell: FigureID, _ text: FigureID, _ figures: [Figure]) -> Bool {
    let (printed, said) = (figures[cell].quantity, figures[text].quantity)
    guard said.qualifier == .exact else { return false }
    if printed.unit.dimension == .none { return printed.digits.equals(said.digits) }
    guard printed.unit.dimension == said.unit.dimension else { return false }
    return printed.value.equals(said.value) || printed.value.rounded(to: said.lastPlace)?.equals(said.value) == true
  }

  // MARK: tables

  /// The columns of rows whose figures are known by their order.
  private func placed(_ facts: Facts) -> [[Pair]] {
    facts.tables.indices.flatMap { table in
      rows.document.tables[facts.tables[table].table].parts.flatMap { part in
        rows.pairs(part, facts.tables[table], facts).map { $0.map { Pair(budget: $0, actual: $1) } }
      }
    }
  }

  /// The rows of tables whose header names a budget and an actual amount.
  private func named(_ facts: Facts) -> [[Pair]] {
    var found: [[Pair]] = []
    for table in facts.tables {
      for part in table.parts where part.body.count <= Self.mostRows {
        guard let actual = part.columns.firstIndex(of: .actual), part.columns.lastIndex(of: .actual) == actual else {
          continue
        }
        for budget in part.columns.indices
        where part.columns[budget] == .budget || part.columns[budget] == .initialBudget {
          found.append(
            part.body.compactMap { row in
              guard let planned = table.figure(row: row, column: budget),
                let spent = table.figure(row: row, column: actual)
              else { return nil }
              return Pair(budget: planned, actual: spent)
            })
        }
      }
    }
    return found
  }
}

extension Figure {
  /// Whether a figure of running text stands in the same block as another.
  fileprivate func isInBlock(of other: Figure) -> Bool {
    guard case .passage(let own, _) = place, case .passage(let block, _) = other.place else { return false }
    return own == block
  }
}
