// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// The cue words of a language made ready for lookup. Built once a process.
final class CueLexicon: Sendable {
  /// What a word found in running text is a cue of.
  enum Cue: Sendable {
    case item(Int)
    case cause, numberOpener, placeholder, prompt, gradeNoun, rollingPlan, yearRun
    case fixedPeriod(first: Int, last: Int)
    case comparison(CueWords.Side)
    case even
  }

  let words: CueWords
  /// All cues, and what each is a cue of.
  let cues: WordTrie
  let kinds: [Cue]
  let bareUnits: WordTrie
  let clauseEnds: WordTrie
  let gradeLinks: WordTrie
  let spanMarks: WordTrie
  let capitals: WordTrie
  let capitalLinks: WordTrie
  /// Read backwards: nouns before a comparison, and the words between two of them.
  let actuals: WordTrie
  let budgetsBefore: WordTrie
  let joiners: WordTrie
  let scoreNouns: WordTrie
  let scoreLinks: WordTrie
  let spanMarksBefore: WordTrie
  let budgets: WordTrie
  let captions: WordTrie
  /// What opens the number of a caption, a part or an item; that of a section begins with a numeral.
  let ordinalOpeners: WordTrie
  let partClosers: WordTrie
  let sinkable: WordTrie
  let titleEnds: WordTrie
  let titleWords: WordTrie
  let periodNouns: WordTrie
  let stops: WordTrie
  let quoteEnds: WordTrie

  static let chinese = CueLexicon(.chinese)

  init(_ words: CueWords) {
    self.words = words
    var texts: [String] = []
    var kinds: [Cue] = []
    func add(_ words: [String], _ cue: Cue) {
      texts += words
      kinds += words.map { _ in cue }
    }
    add(words.causes, .cause)
    add(words.numberOpeners, .numberOpener)
    add(words.placeholders, .placeholder)
    add(words.prompts, .prompt)
    add(words.gradeNouns, .gradeNoun)
    add(words.rollingPlans, .rollingPlan)
    add(words.yearRuns, .yearRun)
    for period in words.fixedPeriods { add([period.text], .fixedPeriod(first: period.first, last: period.last)) }
    for comparison in words.comparisons { add([comparison.text], .comparison(comparison.side)) }
    add(words.evenWords, .even)
    for (index, item) in words.items.enumerated() { add([item], .item(index + 1)) }
    cues = WordTrie(texts)
    self.kinds = kinds
    bareUnits = WordTrie(words.bareUnits)
    clauseEnds = WordTrie(words.clauseEnds)
    gradeLinks = WordTrie(words.gradeLinks)
    spanMarks = WordTrie(words.spanMarks)
    capitals = WordTrie(words.capitalNumerals)
    capitalLinks = WordTrie(words.capitalLinks)
    actuals = WordTrie(reversed: words.actuals)
    budgetsBefore = WordTrie(reversed: words.budgets.map(\.text))
    joiners = WordTrie(reversed: words.joiners)
    scoreNouns = WordTrie(reversed: words.scoreNouns)
    scoreLinks = WordTrie(reversed: words.gradeLinks)
    spanMarksBefore = WordTrie(reversed: words.spanMarks)
    budgets = WordTrie(words.budgets.map(\.text))
    captions = WordTrie(words.captions)
    ordinalOpeners = WordTrie(words.captions + [words.partOpener, "("])
    partClosers = WordTrie(words.partClosers)
    sinkable = WordTrie(words.sinkable)
    titleEnds = WordTrie(reversed: words.titleEnds)
    titleWords = WordTrie(words.titleWords)
    periodNouns = WordTrie(words.periodNouns)
    stops = WordTrie(words.stops)
    quoteEnds = WordTrie(words.quoteEnds)
  }
}

/// A part of the flow that cues are looked for in, with the small steps that reading around a cue takes.
struct CueText {
  let bytes: [UInt8]
  let range: Range<Int>

  /// Offset after the gaps at an offset.
  func skipGaps(_ start: Int) -> Int {
    var at = start
    while at < range.upperBound, bytes[at] == 0x20 { at += 1 }
    return at
  }

  /// Offset before the gaps that end at an offset.
  func skipGapsBack(_ end: Int) -> Int {
    var at = end
    while at > range.lowerBound, bytes[at - 1] == 0x20 { at -= 1 }
    return at
  }

  /// A year of four digits at an offset, with the offset after it.
  func year(at start: Int) -> (year: Int, end: Int)? {
    guard start >= range.lowerBound, start + 4 <= range.upperBound else { return nil }
    var year = 0
    for index in start..<start + 4 {
      guard bytes[index] &- 0x30 < 10 else { return nil }
      year = year * 10 + Int(bytes[index] &- 0x30)
    }
    let isLonger =
      start + 4 < range.upperBound && bytes[start + 4] &- 0x30 < 10
      || start > range.lowerBound && bytes[start - 1] &- 0x30 < 10
    return isLonger || !(1950...2099).contains(year) ? nil : (year, start + 4)
  }

  /// Whether a text stands at an offset; the offset after it.
  func skip(_ text: String, at start: Int) -> Int? {
    let end = start + text.utf8.count
    guard start >= range.lowerBound, end <= range.upperBound, bytes[start..<end].elementsEqual(text.utf8) else {
      return nil
    }
    return end
  }

  /// Whether a text ends at an offset; the offset it starts at.
  func skipBack(_ text: String, before end: Int) -> Int? {
    let start = end - text.utf8.count
    return skip(text, at: start).map { _ in start }
  }

  /// Whether no letter, digit or Han stands right before an offset.
  func opensClause(_ start: Int) -> Bool {
    let at = skipGapsBack(start)
    if at == range.lowerBound { return true }
    let byte = bytes[at - 1]
    if byte < 0x80 { return !((0x41...0x5A).contains(byte & 0xDF) || byte &- 0x30 < 10) }
    // The lead bytes of Han; marks have others.
    return at < range.lowerBound + 3 || !(0xE4...0xE9).contains(bytes[at - 3])
  }

  /// Whether a word stands in a range.
  func holds(_ words: WordTrie, in range: Range<Int>) -> Bool { words.occurs(in: bytes, range) }
}
