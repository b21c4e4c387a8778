// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// The pack's table words made ready for lookup. Built once a process.
final class TableLexicon: Sendable {
  let totals: WordTrie
  let subtotals: WordTrie
  let parts: WordTrie
  let plus: WordTrie
  let minus: WordTrie
  let ownLevels: WordTrie
  private let counts: WordTrie
  private let dashes: Set<[UInt8]>
  private let columnNumberLabels: Set<[UInt8]>
  /// Names in known sums: the sums they are parts and wholes of, one bit each.
  private let known: [[UInt8]: KnownName]
  /// For each known sum the place of a name among its parts, and the number of parts.
  private let places: [[[UInt8]: Int]]
  private let partCounts: [Int]
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
    dashes = Set(words.dashes.map { Array($0.utf8) })
    columnNumberLabels = Set(words.columnNumberLabels.map { Array($0.utf8) })
    known = TableLexicon.names(words.sums)
    partCounts = words.sums.map(\.parts.count)
    places = words.sums.map { sum in
      var places: [[UInt8]: Int] = [:]
      for (index, names) in sum.parts.enumerated() { for name in names { places[Array(name.utf8)] = index } }
      return places
    }
    scales = WordTrie(pack.scales.map(\.text))
    scalePowers = pack.scales.map(\.power)
  }

  /// Whether a cell's text stands for nothing.
  func isDash(_ text: ArraySlice<UInt8>) -> Bool { text.count <= 6 && dashes.contains(Array(text)) }

  /// Whether a label is that of the row which numbers the columns.
  func namesColumns(_ text: [UInt8]) -> Bool { columnNumberLabels.contains(text) }

  /// Whether a header or label names things that are counted or measured, not paid.
  func namesCount(_ text: [UInt8]) -> Bool {
    let name = LabelText.withoutBracket(text)
    return counts.longestSuffix(in: name, before: name.count, start: 0) != nil
  }

  private static func names(_ sums: [KnownSum]) -> [[UInt8]: KnownName] {
    var names: [[UInt8]: KnownName] = [:]
    for (index, sum) in sums.prefix(64).enumerated() {
      let bit = UInt64(1) << UInt64(index)
      for whole in sum.wholes { names[Array(whole.utf8), default: KnownName()].wholeOf |= bit }
      for part in sum.parts.joined() { names[Array(part.utf8), default: KnownName()].partOf |= bit }
    }
    return names
  }

  /// What is known of a row's or column's name, without gaps and quotes.
  func known(_ name: [UInt8]) -> KnownName {
    known[name] ?? (name.last == 0x29 ? known[LabelText.withoutBracket(name)] : nil) ?? KnownName()
  }

  /// Which of the parts of a known sum a name is, or nil.
  func place(of name: [UInt8], in sum: Int) -> Int? {
    places[sum][name] ?? (name.last == 0x29 ? places[sum][LabelText.withoutBracket(name)] : nil)
  }

  /// Number of the known sums, and of the parts of one.
  var sumCount: Int { partCounts.count }
  func partCount(_ sum: Int) -> Int { partCounts[sum] }

  /// The power of ten of a scale word at an offset, and the offset after it.
  func scale(in bytes: [UInt8], at start: Int, end: Int) -> (power: Int, end: Int)? {
    scales.longest(in: bytes, at: start, end: end).map { (scalePowers[$0.word], $0.end) }
  }
}

/// The known sums that a name is a part of, and those it is the whole of: one bit for each sum of the pack.
public struct KnownName: Sendable, Hashable {
  public var partOf: UInt64 = 0
  public var wholeOf: UInt64 = 0
}
