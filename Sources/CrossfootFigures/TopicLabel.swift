// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// A label taken apart: the name that is left, and what the words around it say.
struct TopicLabel {
  /// Without year, stage, organisation and words that add nothing.
  var name: [UInt8] = []
  /// The name without the level of a place, but with the word for a total at its end.
  var core: [UInt8] = []
  var year: Int?
  var stage: TopicStage?
  /// Whether the label names the report's own organisation.
  var isOwn = false
  /// The level of a place that it names.
  var scope: [UInt8] = []
}

/// What the headings above a figure say of it.
struct TopicHeading {
  /// Years that the nearest heading with a year names.
  var years: [Int] = []
  /// The stage that the nearest heading names.
  var stage: TopicStage?
  /// The level of a place and the fund of the nearest heading that names one, if it names one only.
  var scope: [UInt8] = []
  var fund = -1
}

/// Takes labels apart. Words are matched at each place, the longest first.
final class TopicLexicon: Sendable {
  enum Word: Sendable {
    case stage(TopicStage)
    case period(Int)
    case name, filler, own, scope, approval
  }

  private let trie: WordTrie
  private let words: [Word]
  /// For each word whether it says that the label is of the report's own organisation.
  private let isOwn: [Bool]
  private let totals: WordTrie
  private let writtenYear: WrittenYear
  private let edgesBefore: WordTrie
  private let edgesAfter: WordTrie
  private let vague: WordTrie
  private let selves: WordTrie
  private let totalEnds: WordTrie
  private let expenses: WordTrie
  private let tableWords: WordTrie
  private let tableMarks: WordTrie
  let restated: WordTrie
  let restatedHere: WordTrie

  static let chinese = TopicLexicon(.chinese, .chinese)

  init(_ topics: TopicWords, _ profile: ProfileWords) {
    let texts =
      topics.names + topics.stages.map(\.text) + topics.periods.map(\.text) + topics.scopes + topics.own
      + topics.fillers + topics.approvals
    trie = WordTrie(texts)
    isOwn = texts.map(topics.own.contains)
    words =
      topics.names.map { _ in .name }
      + topics.stages.map { TopicStage(rawValue: $0.stage.rawValue).map(Word.stage) ?? .filler }
      + topics.periods.map { .period($0.years) } + topics.scopes.map { _ in .scope } + topics.own.map { _ in .own }
      + topics.fillers.map { _ in .filler } + topics.approvals.map { _ in .approval }
    expenses = WordTrie(reversed: topics.expenses)
    totalEnds = WordTrie(reversed: topics.totalEnds)
    selves = WordTrie(topics.selves)
    totals = WordTrie(topics.totals)
    writtenYear = WrittenYear(ends: profile.yearEnds)
    edgesBefore = WordTrie(topics.edges)
    edgesAfter = WordTrie(reversed: topics.edges)
    vague = WordTrie(topics.vague)
    tableWords = WordTrie(reversed: topics.tableWords)
    tableMarks = WordTrie(topics.tableMarks)
    restated = WordTrie(topics.restated)
    restatedHere = WordTrie(topics.restatedHere)
  }

  /// Whether a name is what is left of a budget total's label.
  func isTotal(_ name: [UInt8]) -> Bool { totals.word(name) != nil }

  /// Whether the name of a total is that of expenditure.
  func isExpense(_ name: [UInt8]) -> Bool { expenses.longestSuffix(in: name, before: name.count, start: 0) != nil }

  /// Whether a name says too little to be compared.
  func isVague(_ name: [UInt8]) -> Bool { isVague(name, 0..<name.count) }

  /// Whether a name in a range of bytes says too little to be compared.
  func isVague(_ bytes: [UInt8], _ range: Range<Int>) -> Bool { vague.word(bytes, range) != nil }

  /// - Parameters:
  ///   - bytes: a label without gaps.
  ///   - organisation: the organisation's name without gaps, empty if unknown.
  ///   - fiscalYear: the report's year, for years that are named by their distance.
  func read(_ bytes: [UInt8], organisation: [UInt8], fiscalYear: Int?) -> TopicLabel {
    var label = TopicLabel()
    // Name and core are one until a scope is named.
    var core: [UInt8]?
    var at = 0
    // What is neither read nor taken over yet: words that belong to the name.
    var pending = 0
    func flush() {
      if pending == at { return }
      label.name.reserveCapacity(bytes.count)
      label.name += bytes[pending..<at]
      core?.append(contentsOf: bytes[pending..<at])
    }
    while at < bytes.count {
      if bytes.span.holds(organisation.span, at: at) {
        flush()
        label.isOwn = true
        at += organisation.count
      } else if let (year, end) = writtenYear.read(bytes, at: at) {
        flush()
        label.year = year
        at = end
      } else if let (word, end) = trie.longest(in: bytes, at: at, end: bytes.count) {
        flush()
        if isOwn[word] { label.isOwn = true }
        take(words[word], bytes[at..<end], fiscalYear, into: &label, &core)
        at = end
      } else {
        at = min(at + (bytes[at] < 0xE0 ? 1 : 3), bytes.count)
        continue
      }
      pending = at
    }
    // Most labels hold no such word.
    if pending == 0 { label.name = bytes } else { flush() }
    label.name = withoutEdges(label.name)
    label.core = core.map(withoutEdges) ?? label.name
    if isTotal(label.core), totalEnds.longestSuffix(in: bytes, before: bytes.count, start: 0) != nil {
      label.core += Topic.total.utf8
    }
    // 批复中心年初预算数: the last noun of the organisation's name stands for it.
    if selves.word(label.name) != nil, organisation.suffix(label.name.count).elementsEqual(label.name) {
      label.isOwn = true
      label.name = []
    }
    return label
  }

  private func withoutEdges(_ name: [UInt8]) -> [UInt8] {
    let core = withoutEdges(name, 0..<name.count)
    return core.count == name.count ? name : Array(name[core])
  }

  /// A name in a range of bytes, without words at its ends that add nothing.
  func withoutEdges(_ bytes: [UInt8], _ name: Range<Int>) -> Range<Int> {
    var (start, end) = (name.lowerBound, name.upperBound)
    while let (_, next) = edgesBefore.longest(in: bytes, at: start, end: end) { start = next }
    while let (_, next) = edgesAfter.longestSuffix(in: bytes, before: end, start: start) { end = next }
    return start..<end
  }

  /// Where the name of a table begins, behind its number (表3, 附表2-1). Of the digits right before the word for a year
  /// four are the year's, as titles are read without gaps.
  func tableNumber(in title: [UInt8]) -> Int {
    guard let (_, start) = tableMarks.longest(in: title, at: 0, end: title.count) else {
      return Numbering.length(of: title)
    }
    var end = start
    while end < title.count, title[end] &- 0x30 < 10 || title[end] == 0x2D || title[end] == 0x3A { end += 1 }
    return end - start >= 4 && writtenYear.read(Array(title[(end - 4)...]), at: 0) != nil ? end - 4 : end
  }

  /// A title's name without the words that make it that of a table.
  func withoutTableWords(_ title: [UInt8]) -> Range<Int> {
    var end = title.count
    while let (_, next) = tableWords.longestSuffix(in: title, before: end, start: 0) { end = next }
    return 0..<end
  }

  private func take(
    _ word: Word, _ text: ArraySlice<UInt8>, _ fiscalYear: Int?, into label: inout TopicLabel, _ core: inout [UInt8]?
  ) {
    switch word {
    case .stage(let stage):
      // 年初部门预算 and 部门预算 say more than the 预算 that follows them.
      if label.stage == nil || label.stage == .budget { label.stage = stage }
    case .period(let years): label.year = label.year ?? fiscalYear.map { $0 + years }
    case .scope:
      if label.scope.isEmpty { label.scope = Array(text) }
      core = core ?? label.name
      label.name += text
    case .name:
      label.name += text
      core?.append(contentsOf: text)
    case .own: label.isOwn = true
    // Who approved a budget is not whose it is.
    case .approval:
      (label.name, core) = ([], nil)
      label.stage = label.stage ?? .budget
    case .filler: break
    }
  }

  /// The years that a text names.
  func years(in bytes: [UInt8]) -> [Int] { bytes.indices.compactMap { writtenYear.read(bytes, at: $0)?.year } }
}
