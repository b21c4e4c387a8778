// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage
import CrossfootText

/// Finds amounts in the headings and lines right above a table that repeat one of its rows by name, or its total by the
/// name of the table.
struct LeadTies {
  /// An amount with the figures of its row.
  struct Tie {
    var amount: FigureID
    /// Those that agree first.
    var figures: [FigureID]
    var agrees: Bool
  }

  /// Blocks above a table, and amounts in them, that are looked at.
  private static let reach = 4
  private static let mostAmounts = 8
  /// Figures of a row that may be meant.
  private static let mostFigures = 2
  /// Both figures have five digits, noughts at their ends and digits that only one of them prints aside.
  private static let least: UInt128 = 10_000

  private let facts: Facts
  /// For each table the rows with names.
  private let rows: [Range<Int>]
  private let totals: [Int: NamedRow]

  init(_ facts: Facts) {
    self.facts = facts
    var rows = [Range<Int>](of: 0..<0, times: facts.tables.count)
    for (index, row) in facts.namedRows.enumerated() {
      rows[row.table] = (rows[row.table].isEmpty ? index : rows[row.table].lowerBound)..<(index + 1)
    }
    self.rows = rows
    totals = Dictionary(facts.titledTotals.map { ($0.table, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The ties of all tables. Where two amounts above a table differ from its rows, the text is about something else.
  func found() -> [Tie] {
    var ties: [Tie] = []
    var next = 0
    var (above, current) = (-1, -1)
    for table in facts.tables.indices where facts.tables[table].block >= 0 {
      let block = facts.tables[table].block
      if block > current { (above, current) = (current, block) }
      while next < facts.namedAmounts.count, facts.namedAmounts[next].block <= max(above, block - Self.reach - 1) {
        next += 1
      }
      let leads = facts.namedAmounts[next...].prefix(Self.mostAmounts).prefix { $0.block < block }
      let own = leads.compactMap { tie($0, table) }
      switch own.count(where: { !$0.agrees }) {
      case 0: ties += own
      // What the others would say of a second one that differs is nothing, so they fix nothing.
      case 1: ties += own.filter { !$0.agrees }
      default: continue
      }
    }
    return ties
  }

  private func tie(_ amount: NamedAmount, _ table: Int) -> Tie? {
    guard let row = row(amount, table) else { return nil }
    let figures = meant(by: amount, in: facts.tables[table], row)
    guard 1...Self.mostFigures ~= figures.count, amount.stage != nil || figures.count == 1 else { return nil }
    let agreeing = figures.filter { facts.agree($0, amount.figure) }
    // What was cut off rather than rounded is no slip.
    guard !agreeing.isEmpty || !figures.contains(where: { facts.gap($0, amount.figure) < 0 }) else { return nil }
    return Tie(
      amount: amount.figure, figures: agreeing + figures.filter { !agreeing.contains($0) }, agrees: !agreeing.isEmpty)
  }

  /// The figures of a row that are of the stage and year of an amount, as far as both say it.
  private func meant(by amount: NamedAmount, in table: TableModel, _ row: Int) -> [FigureID] {
    guard let part = table.parts.first(where: { $0.body.contains(row) }) else { return [] }
    let year = amount.year ?? facts.profile.fiscalYear
    return zip(table.figures[row], table.alignments[row]).compactMap { figure, column in
      guard figure >= 0, isComparable(figure, amount.figure) else { return nil }
      let column = Int(column)
      guard column >= 0, column < part.columns.count else { return figure }
      let named = column < part.years.count && part.years[column] > 0 ? part.years[column] : table.year
      if named > 0, let year, named != year { return nil }
      return Self.mayBe(part.columns[column], amount.stage) ? figure : nil
    }
  }

  /// Whether a column of a role may hold amounts of a stage.
  private static func mayBe(_ role: ColumnRole, _ stage: TopicStage?) -> Bool {
    switch (role, stage) {
    case (.prior, _), (.changeAmount, _): false
    case (.initialBudget, .adjustedBudget), (.budget, .initialBudget): false
    case (.initialBudget, .execution), (.initialBudget, .accounts), (.initialBudget, .actual): false
    case (.budget, .execution), (.budget, .accounts), (.budget, .actual): false
    case (.actual, .initialBudget), (.actual, .adjustedBudget), (.actual, .budget): false
    default: true
    }
  }

  /// The one row of an amount's name, or that of the total of a table that bears the name.
  private func row(_ amount: NamedAmount, _ table: Int) -> Int? {
    guard amount.name != 0 else { return nil }
    let named = facts.namedRows[rows[table]].filter { $0.name == amount.name }
    if let first = named.first { return named.count == 1 ? first.row : nil }
    return totals[table].flatMap { $0.name == amount.name ? $0.row : nil }
  }

  private func isComparable(_ a: FigureID, _ b: FigureID) -> Bool {
    let (x, y) = (facts[a].quantity, facts[b].quantity)
    guard facts[a].readable, x.qualifier == .exact, facts.areAlike(a, b), x.value.isNegative == y.value.isNegative
    else { return false }
    let place = max(x.lastPlace, y.lastPlace)
    return [x, y].allSatisfy { ($0.value.rounded(to: place)?.trimmed.mantissa.magnitude ?? 0) >= Self.least }
  }
}
