// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// The language data of this stage, ready for matching.
final class Words: Sendable {
  static let shared = Words(.all, LanguagePack.all)

  let numerals: WordList
  let partOpeners: WordList
  let partClosers: WordList
  let lineOpeners: WordList
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
  let headerEnds: WordList
  let noteOpeners: WordList
  let totals: WordList
  /// What a column holds, by its header without gaps.
  let roles: [[UInt8]: ColumnRole]
  let measure: LineMeasure

  private init(_ words: StructureWords, _ packs: [LanguagePack]) {
    numerals = WordList(words.numerals)
    partOpeners = WordList(words.partOpeners)
    partClosers = WordList(words.partClosers)
    lineOpeners = WordList(words.lineOpeners)
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
    headerEnds = WordList(words.headerEnds)
    noteOpeners = WordList(words.noteOpeners)
    totals = WordList(packs.flatMap { $0.totalWords + $0.scoreTotalLabels })
    var roles: [[UInt8]: ColumnRole] = [:]
    for word in packs.flatMap(\.headerWords) { roles[Array(word.text.utf8).compact(0..<word.text.utf8.count)] = word.role }
    self.roles = roles
    measure = LineMeasure(
      unitStarts: Set(
        words.unitStarts.map { text in text.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }))
  }
}
