// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// The language data of this stage, ready for matching. A class, so that handing it on copies one reference.
final class Words: Sendable {
  static let shared = Words(.all, LanguagePack.all)

  let numerals: WordList
  /// First characters of the numbers of lines: numerals, and words that open a part.
  let numberStarts: WordTrie
  /// First characters of lines that open a block: those of numbers, and of words that do so.
  let blockStarts: WordTrie
  let partOpeners: WordList
  let partClosers: WordList
  let lineOpeners: WordList
  let numberedOpeners: WordList
  let titleEnds: WordList
  let tableTitleStarts: WordList
  let tableTitleEnds: WordList
  let contents: WordList
  let navigation: WordList
  let site: WordList
  let joiners: WordList
  let pageOpeners: WordList
  let pageClosers: WordList
  let comparisons: WordList
  let unitDeclarations: WordList
  /// Whether a colon is part of each of these: text without any declares no unit.
  let unitsFollowColons: Bool
  let headerEnds: WordList
  let noteOpeners: WordList
  let totals: WordList
  /// The words for income and expenditure, as the names of two sides end in them.
  let sides: [[UInt8]]
  /// What a column holds, by its header without gaps.
  let roles: ColumnRoles
  let measure: LineMeasure

  private init(_ words: StructureWords, _ packs: [LanguagePack]) {
    numerals = WordList(words.numerals)
    let numberWords = words.numerals + words.partOpeners
    let blockWords = numberWords + words.lineOpeners + words.numberedOpeners + words.contents
    numberStarts = WordTrie(numberWords.map { String($0.prefix(1)) })
    blockStarts = WordTrie(blockWords.map { String($0.prefix(1)) })
    partOpeners = WordList(words.partOpeners)
    partClosers = WordList(words.partClosers)
    lineOpeners = WordList(words.lineOpeners)
    numberedOpeners = WordList(words.numberedOpeners)
    titleEnds = WordList(words.titleEnds)
    tableTitleStarts = WordList(words.tableTitleStarts)
    tableTitleEnds = WordList(words.tableTitleEnds)
    contents = WordList(words.contents)
    navigation = WordList(words.navigation)
    site = WordList(words.site)
    joiners = WordList(words.joiners)
    pageOpeners = WordList(words.pageOpeners)
    pageClosers = WordList(words.pageClosers)
    comparisons = WordList(words.comparisons)
    unitDeclarations = WordList(words.unitDeclarations)
    unitsFollowColons = words.unitDeclarations.allSatisfy { $0.utf8.contains(0x3A) }
    headerEnds = WordList(words.headerEnds)
    noteOpeners = WordList(words.noteOpeners)
    totals = WordList(packs.flatMap { $0.totalWords + $0.scoreTotalLabels })
    sides = packs.flatMap { [Array($0.incomeWord.utf8), Array($0.expenseWord.utf8)] }
    roles = ColumnRoles(packs.flatMap(\.headerWords))
    measure = LineMeasure(unitStarts: WordTrie(words.unitStarts))
  }
}

/// What a column holds, by its header without gaps.
struct ColumnRoles: Sendable {
  private let names: WordTrie
  private let roles: [ColumnRole]

  init(_ words: [HeaderWord]) {
    // Of equal headers the last in the pack counts.
    let words = words.reversed()
    names = WordTrie(words.map { $0.text.filter { $0 != " " } })
    roles = words.map(\.role)
  }

  /// The role of a header that is exactly this text.
  subscript(bytes: [UInt8], range: Range<Int>) -> ColumnRole? { names.word(bytes, range).map { roles[$0] } }
}
