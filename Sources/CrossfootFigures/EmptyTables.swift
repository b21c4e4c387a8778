// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// What is said of a table that holds nothing.
public struct EmptyNote: Sendable, Hashable {
  /// Index in ``Facts/marks``.
  public var mark: Int
  /// The part it is about, or nil for the whole table.
  public var part: Int?
  /// Whether it says no more than that there is nothing of the kind this year: other years may stand in the table.
  public var isOfYear: Bool
}

/// Finds notes that say of a table that it is empty.
struct EmptyTables {
  let document: Document
  let words: TableLexicon
  let yearMarks: WordTrie
  let fiscalYear: Int?

  /// Blocks looked at before and behind a table, rows at the end of a part, and bytes of the longest note.
  private static let reach = 3
  private static let lastRows = 3
  private static let longest = 400

  /// A note on its way to its table.
  private struct Found {
    var range: Range<Int>
    var place: Place
    var part: Int?
    var isOfYear = false
  }

  /// Ties each such note to its table.
  func read(_ facts: inout Facts) {
    for index in facts.tables.indices {
      guard let found = note(of: index, facts) else { continue }
      facts.tables[index].emptyNote = EmptyNote(mark: facts.marks.count, part: found.part, isOfYear: found.isOfYear)
      facts.marks.append(Mark(.emptyTable, range: found.range, place: found.place))
    }
  }

  private func note(of index: Int, _ facts: Facts) -> Found? {
    let table = document.tables[facts.tables[index].table]
    if let found = note(in: table, index, facts) { return found }
    return note(at: table, facts)
  }

  // MARK: where notes stand

  /// A note in one of the last rows of a part, which holds nothing else.
  private func note(in table: Table, _ index: Int, _ facts: Facts) -> Found? {
    for part in facts.tables[index].parts.indices {
      let body = facts.tables[index].parts[part].body
      for row in body.suffix(Self.lastRows) {
        // Below a line without figures, which may be the title of something else, the note is not about the rows above.
        guard row == body.lowerBound || facts.tables[index].hasFigure(row: row - 1),
          let cell = facts.tables[index].onlyCell(of: row),
          let (range, isOfYear) = reading(table[row, cell].range, table, facts, isBehind: true)
        else { continue }
        return Found(
          range: range, place: .cell(table: facts.tables[index].table, row: row, cell: cell), part: part,
          isOfYear: isOfYear)
      }
    }
    return nil
  }

  /// The note behind a table, or between its title and the table; no heading stands between them.
  private func note(at table: Table, _ facts: Facts) -> Found? {
    guard table.title >= 0 else { return nil }
    let title = document.blocks[table.title].range
    if let range = words.emptyTitles.firstOccurrence(in: document.flow.bytes, title) {
      return Found(range: range, place: .passage(block: table.title, sentence: -1))
    }
    let behind = document.blocks.indices[min(table.block + 1, document.blocks.count)...].prefix(Self.reach)
    var isNext = true
    for block in behind where document.blocks[block].kind != .furniture {
      guard document.blocks[block].kind == .passage else { break }
      if let found = note(in: block, table, facts, mustName: !isNext, isBehind: true) { return found }
      isNext = false
    }
    let above = document.blocks.indices[(table.title + 1)..<max(table.title + 1, table.block)].suffix(Self.reach)
    for block in above {
      if let found = note(in: block, table, facts, mustName: false, isBehind: false) { return found }
    }
    return nil
  }

  /// Where a block says that the table is empty.
  /// - Parameters:
  ///   - mustName: whether it must name a fund, as other text stands between it and the table.
  ///   - isBehind: whether it stands behind the table.
  private func note(in block: Int, _ table: Table, _ facts: Facts, mustName: Bool, isBehind: Bool) -> Found? {
    let content = document.blocks[block]
    guard content.kind == .passage, let (range, isOfYear) = reading(content.range, table, facts, isBehind: isBehind),
      !mustName || !isOfYear && !funds(in: content.range).isEmpty
    else { return nil }
    return Found(range: range, place: .passage(block: block, sentence: -1), isOfYear: isOfYear)
  }

  // MARK: what they say

  /// Where a text says that the table is empty, or that there is nothing of its kind. A note about another fund than
  /// the title's belongs to another table, and one with a condition says nothing.
  private func reading(
    _ range: Range<Int>, _ table: Table, _ facts: Facts, isBehind: Bool
  ) -> (range: Range<Int>, isOfYear: Bool)? {
    let bytes = document.flow.bytes
    guard range.count <= Self.longest else { return nil }
    let strong = words.emptyNotes.firstOccurrence(in: bytes, range)
    let isClaimed = strong != nil || words.absences.occurs(in: bytes, range) || words.negations.occurs(in: bytes, range)
    guard isClaimed, !words.conditions.occurs(in: bytes, range) else { return nil }
    let text = LabelText.compact(bytes[range])
    if words.otherTables.occurs(in: text, 0..<text.count) { return nil }
    let title = table.title < 0 ? [] : LabelText.compact(bytes[document.blocks[table.title].range])
    guard funds(in: range).isSubset(of: words.funds.words(in: title)) else { return nil }
    if let strong { return (strong, false) }
    guard facts.figures.ids(in: range).isEmpty, !words.someOfThem.occurs(in: text, 0..<text.count),
      opensAsNote(text, isBehind: isBehind), isOfYear(text, title),
      let claim = words.absences.firstOccurrence(in: bytes, range) ?? absence(of: range),
      hasSides(of: title, LabelText.compact(bytes[sentenceStart(of: claim, in: range)..<range.upperBound]))
    else { return nil }
    return isOfAll(claim, in: range) ? (claim, true) : nil
  }

  /// Whether a claim is of the reporting unit: its clause names nobody else before it.
  private func isOfAll(_ claim: Range<Int>, in range: Range<Int>) -> Bool {
    let bytes = document.flow.bytes
    var start = range.lowerBound
    while let (_, end) = words.clauseEnds.nextWord(in: bytes, from: start, to: claim.lowerBound) {
      start = end.upperBound
    }
    let before = LabelText.compact(bytes[start..<claim.lowerBound])
    var at = before.firstIndex { $0 &- 0x30 > 9 && $0 != UInt8(ascii: ".") } ?? before.count
    if let (_, end) = yearMarks.longest(in: before, at: at, end: before.count) { at = end }
    return at == before.count || words.noteOpeners.longest(in: before, at: at, end: before.count) != nil
  }

  /// Where the sentence of a claim starts: what stands before it may tell what the table is for.
  private func sentenceStart(of claim: Range<Int>, in range: Range<Int>) -> Int {
    var start = range.lowerBound
    while let (_, end) = words.sentenceEnds.nextWord(in: document.flow.bytes, from: start, to: claim.lowerBound) {
      start = end.upperBound
    }
    return start
  }

  /// Whether a text opens as a note does and not as a paragraph about something; right below the title a bare 无此项支出 is
  /// one as well.
  private func opensAsNote(_ text: [UInt8], isBehind: Bool) -> Bool {
    if words.noteOpeners.longest(in: text, at: 0, end: text.count) != nil { return true }
    return !isBehind
      && (words.absences.longest(in: text, at: 0, end: text.count) != nil
        || words.negations.longest(in: text, at: 0, end: text.count) != nil)
  }

  private func funds(in range: Range<Int>) -> Set<Int> {
    words.funds.words(in: LabelText.compact(document.flow.bytes[range]))
  }

  /// Where a text says that there is nothing of a fund: a negation, the fund, and words that narrow it no further up to
  /// the next stop.
  private func absence(of range: Range<Int>) -> Range<Int>? {
    let bytes = document.flow.bytes
    var from = range.lowerBound
    while let (_, negation) = words.negations.nextWord(in: bytes, from: from, to: range.upperBound) {
      from = negation.upperBound
      guard var (_, end) = words.funds.longest(in: bytes, at: from, end: range.upperBound) else { continue }
      while let tail = words.fundTails.longest(in: bytes, at: end, end: range.upperBound) { end = tail.end }
      if end == range.upperBound || words.stops.longest(in: bytes, at: end, end: range.upperBound) != nil {
        return negation.lowerBound..<end
      }
    }
    return nil
  }

  /// Whether the years that a note names are those of the title, or that of the report where the title names none.
  private func isOfYear(_ text: [UInt8], _ title: [UInt8]) -> Bool {
    let said = years(in: text)
    if said.isEmpty { return true }
    let titled = years(in: title)
    return titled.isEmpty ? said == [fiscalYear] : said.isSubset(of: titled)
  }

  private func years(in text: [UInt8]) -> Set<Int?> {
    var years: Set<Int?> = []
    var digits = 0
    var number = 0
    for at in text.indices {
      if text[at] &- 0x30 < 10 {
        digits += 1
        number = digits > 4 ? 0 : number * 10 + Int(text[at] &- 0x30)
      } else {
        if digits == 4, yearMarks.longest(in: text, at: at, end: text.count) != nil { years.insert(number) }
        (digits, number) = (0, 0)
      }
    }
    return years
  }

  /// Whether a note that names income or expenditure names all that the title does.
  private func hasSides(of title: [UInt8], _ text: [UInt8]) -> Bool {
    let said = words.sides.map { $0.occurs(in: text, 0..<text.count) }
    guard said.contains(true) else { return true }
    return zip(words.sides, said).allSatisfy { side, isSaid in isSaid || !side.occurs(in: title, 0..<title.count) }
  }
}

extension TableModel {
  /// The one cell of a row that is not empty.
  fileprivate func onlyCell(of row: Int) -> Int? {
    let cells = figures.indices(of: row)
    var only: Int?
    for index in cells where figures[at: index] != TableModel.blank {
      if only != nil { return nil }
      only = index - cells.lowerBound
    }
    return only
  }
}

extension WordTrie {
  /// Where the first of the words stands in a range.
  fileprivate func firstOccurrence(in bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    nextWord(in: bytes, from: range.lowerBound, to: range.upperBound)?.range
  }

  /// The words that stand in a text.
  fileprivate func words(in text: [UInt8]) -> Set<Int> {
    var found: Set<Int> = []
    for at in text.indices { if let (word, _) = longest(in: text, at: at, end: text.count) { found.insert(word) } }
    return found
  }
}
