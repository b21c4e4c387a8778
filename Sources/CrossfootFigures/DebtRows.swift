// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds in the rows of tables what public debt was at the end of two years, and what was borrowed and paid back
/// between them: in every column that prints all four, the last balance is the first one moved by the two. General and
/// special debt are told apart.
struct DebtRows {
  let lexicon: Lexicon

  /// Rows of debt in one table at most.
  private static let most = 32

  /// A row of debt.
  private struct Entry {
    var row: Int
    var role: DebtRole
    /// 0 all debt, 1 general, 2 special.
    var kind: Int
    /// The year in its name, or 0.
    var year: Int
    /// Whether it is a balance that the year opens with.
    var isOpening: Bool
  }

  func statements(in facts: Facts) -> [Statement] {
    var found: [Statement] = []
    for table in facts.tables.indices where !facts.tables[table].isPartial && facts.tables[table].rows.count > 3 {
      guard let entries = entries(facts.tables[table].rowNames, table, facts) else { continue }
      for closing in entries where closing.role == .balance && !closing.isOpening {
        guard let rows = movement(to: closing, entries) else { continue }
        for part in facts.tables[table].parts where rows.allSatisfy(part.body.contains) {
          for column in part.figures { if let statement = statement(rows, column, facts) { found.append(statement) } }
        }
      }
    }
    return found
  }

  // MARK: rows

  /// The rows of debt; nil where there are too few, or where balances move in other ways as well.
  /// - Parameter names: those of the table's rows.
  private func entries(_ names: [LabelID], _ table: Int, _ facts: Facts) -> [Entry]? {
    var entries: [Entry] = []
    var head = -1
    for row in names.indices where facts.tables[table].rowMarks[row].counts && names[row] != 0 {
      let name = facts.labels.spot(names[row])
      let core = name.withoutBracket.range
      guard
        let (word, _) = lexicon.debtNames.longestSuffix(in: name.bytes, before: core.upperBound, start: core.lowerBound)
      else { continue }
      if lexicon.debtMoves.occurs(in: name.bytes, name.range) || entries.count == DebtRows.most { return nil }
      if lexicon.otherDebts.occurs(in: name.bytes, name.range) { continue }
      let (_, role, kind) = lexicon.pack.debts.names[word]
      var entry = Entry(
        row: row, role: role, kind: kind,
        year: TopicLexicon.chinese.years(in: facts.labels.bytes(facts.tables[table].rowLabels[row])).first ?? 0,
        isOpening: false)
      if role == .part {
        guard head >= 0 else { continue }
        (entry.role, entry.year, entry.isOpening) = (entries[head].role, entries[head].year, entries[head].isOpening)
      } else {
        entry.isOpening = role == .balance && lexicon.openingTimes.occurs(in: name.bytes, name.range)
        head = entries.count
      }
      entries.append(entry)
    }
    return entries.count > 3 ? entries : nil
  }

  /// The rows of the balance that a closing one has moved from, of what was borrowed and paid back, each printed once,
  /// and its own.
  private func movement(to closing: Entry, _ entries: [Entry]) -> [Int]? {
    func only(_ test: (Entry) -> Bool) -> Int? {
      let found = entries.filter { $0.row < closing.row && $0.kind == closing.kind && test($0) }
      return found.count == 1 ? found[0].row : nil
    }
    func isOfYear(_ entry: Entry) -> Bool { entry.year == 0 || closing.year == 0 || entry.year == closing.year }
    guard let opening = only({ $0.role == .balance && ($0.isOpening || $0.year > 0 && $0.year + 1 == closing.year) }),
      let borrowed = only({ $0.role == .borrowed && isOfYear($0) }),
      let repaid = only({ $0.role == .repaid && isOfYear($0) })
    else { return nil }
    return [opening, borrowed, repaid, closing.row]
  }

  private func statement(_ rows: [Int], _ column: ColumnFigures, _ facts: Facts) -> Statement? {
    let ids = rows.compactMap { column.figure(at: $0) }
    guard ids.count == rows.count, let first = ids.first, let closing = ids.last,
      ids.allSatisfy({ facts.figures[$0].readable && facts.figures[$0].isAlike(facts.figures[closing]) })
    else { return nil }
    let ends = [facts.figures[first].range, facts.figures[closing].range]
    let range = min(ends[0].lowerBound, ends[1].lowerBound)..<max(ends[0].upperBound, ends[1].upperBound)
    var statement = Statement(shape: .movement, range: range, subject: facts.figures[closing].range)
    statement.amount = Candidates(closing)
    let parts = [ListPart(figure: ids[0]), ListPart(figure: ids[1]), ListPart(figure: ids[2], sign: -1)]
    statement.lists = [PartList(parts: parts, closure: .closed, isTight: true)]
    return statement
  }
}
