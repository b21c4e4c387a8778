// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds notes that say of a table that it is empty.
struct EmptyTables {
  let document: Document
  let words: TableLexicon

  /// Blocks looked at before and behind a table, and bytes of the longest note.
  private static let reach = 3
  private static let longest = 400

  /// Ties each such note to its table.
  func read(_ facts: inout Facts) {
    for index in facts.tables.indices {
      let table = document.tables[facts.tables[index].table]
      guard let (block, range) = note(on: table) else { continue }
      facts.tables[index].emptyNote = facts.marks.count
      facts.marks.append(Mark(.emptyTable, range: range, place: .passage(block: block, sentence: -1)))
    }
  }

  /// The note behind a table, or between its title and the table; no heading stands between them.
  private func note(on table: Table) -> (block: Int, range: Range<Int>)? {
    guard table.title >= 0 else { return nil }
    let behind = document.blocks.indices[min(table.block + 1, document.blocks.count)...].prefix(EmptyTables.reach)
    var isNext = true
    for block in behind where document.blocks[block].kind != .furniture {
      guard document.blocks[block].kind == .passage else { break }
      if let range = note(in: document.blocks[block], table, mustName: !isNext) { return (block, range) }
      isNext = false
    }
    for block in document.blocks.indices[(table.title + 1)..<max(table.title + 1, table.block)].suffix(
      EmptyTables.reach)
    {
      if let range = note(in: document.blocks[block], table, mustName: false) { return (block, range) }
    }
    return nil
  }

  /// Where a block says that the table is empty. A note about another fund than the title's belongs to another table, and one with a
  /// condition says nothing.
  /// - Parameter mustName: whether it must name a fund, as other text stands between it and the table.
  private func note(in block: Block, _ table: Table, mustName: Bool) -> Range<Int>? {
    let bytes = document.flow.bytes
    guard block.kind == .passage, block.range.count <= EmptyTables.longest,
      let range = words.emptyNotes.firstOccurrence(in: bytes, block.range),
      !words.conditions.occurs(in: bytes, block.range)
    else { return nil }
    let title = LabelText.compact(bytes[document.blocks[table.title].range])
    let named = words.funds.words(in: LabelText.compact(bytes[block.range]))
    if mustName, named.isEmpty { return nil }
    return named.isSubset(of: words.funds.words(in: title)) ? range : nil
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
