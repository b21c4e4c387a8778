// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// The pack's table words made ready for lookup. Built once a process; a class, so that handing it on copies one reference.
final class TableLexicon: Sendable {
  let totals: WordTrie
  let subtotals: WordTrie
  let parts: WordTrie
  let plus: WordTrie
  let minus: WordTrie
  let ownLevels: WordTrie
  private let counts: WordTrie
  private let dashes: WordTrie
  private let scales: WordTrie
  private let scalePowers: [Int]

  static let chinese = TableLexicon(.chinese)

  init(_ pack: LanguagePack) {
    let words = pack.tables
    totals = WordTrie(reversed: words.totalEndings + pack.scoreTotalLabels)
    subtotals = WordTrie(reversed: words.subtotalEndings)
    parts = WordTrie(words.partOpeners)
    plus = WordTrie(words.plusOpeners)
    minus = WordTrie(words.minusOpeners)
    ownLevels = WordTrie(reversed: words.ownLevelEndings)
    counts = WordTrie(reversed: words.countEndings)
    dashes = WordTrie(words.dashes)
    scales = WordTrie(pack.scales.map(\.text))
    scalePowers = pack.scales.map(\.power)
  }

  /// Whether a cell's text stands for nothing.
  func isDash(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { range.count <= 6 && dashes.word(bytes, range) != nil }

  /// Whether a header or label names things that are counted or measured, not paid.
  func namesCount(_ text: [UInt8]) -> Bool {
    let name = LabelText.withoutBracket(text)
    return counts.longestSuffix(in: name, before: name.count, start: 0) != nil
  }

  /// The power of ten of a scale word at an offset, and the offset after it.
  func scale(in bytes: [UInt8], at start: Int, end: Int) -> (power: Int, end: Int)? {
    scales.longest(in: bytes, at: start, end: end).map { (scalePowers[$0.word], $0.end) }
  }
}
