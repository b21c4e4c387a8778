// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What a label says of its figure: whose it is, of which fund, year and stage, and the name that is left.
struct LabelSubject {
  var scope: [UInt8] = []
  /// Index of the fund in the language's words, or -1.
  var fund = -1
  var name: [UInt8] = []
  var year: Int?
  var stage = BudgetStage.unknown
  /// Whether the label itself names the stage.
  var hasOwnStage = false
  /// Whether two different levels, funds or years are named, so that none is meant alone.
  var isMixed = false
}

/// Takes labels apart. Words are matched at each place, the longest first.
final class SubjectLexicon: Sendable {
  enum Word: Sendable {
    case fund(Int)
    case scope, scopeEnd
    case stage(BudgetStage)
  }

  private let trie: WordTrie
  private let words: [Word]
  private let edgesBefore: WordTrie
  private let edgesAfter: WordTrie
  private let years: WrittenYear
  private let numerals: WordTrie
  private let numberEnds: WordTrie
  private let nameEnds: WordTrie
  private let vague: Set<[UInt8]>
  let inclusions: WordTrie
  let bullets: WordTrie
  let fromHereOn: WordTrie
  let volumes: WordTrie

  static let chinese = SubjectLexicon(.chinese, .chinese)

  init(_ subjects: SubjectWords, _ profile: ProfileWords) {
    let funds = subjects.funds.enumerated().flatMap { fund in fund.element.map { (text: $0, fund: fund.offset) } }
    trie = WordTrie(funds.map(\.text) + subjects.scopes + subjects.scopeEnds + subjects.stages.map(\.text))
    words =
      funds.map { .fund($0.fund) } + subjects.scopes.map { _ in .scope } + subjects.scopeEnds.map { _ in .scopeEnd }
      + subjects.stages.map { .stage($0.stage) }
    edgesBefore = WordTrie(subjects.edges)
    edgesAfter = WordTrie(reversed: subjects.edges + subjects.endEdges)
    years = WrittenYear(ends: profile.yearEnds)
    numerals = WordTrie(profile.numerals)
    numberEnds = WordTrie(profile.numberEnds + ["."])
    nameEnds = WordTrie(reversed: subjects.nameEnds)
    vague = Set(subjects.vague.map { Array($0.utf8) })
    inclusions = WordTrie(subjects.inclusions)
    bullets = WordTrie(subjects.bullets)
    fromHereOn = WordTrie(subjects.fromHereOn)
    volumes = WordTrie(subjects.volumes)
  }

  /// Reads a label without gaps. Its list number and what stands in brackets are no part of it.
  func read(_ bytes: [UInt8]) -> LabelSubject {
    var subject = LabelSubject()
    var at = afterListNumber(bytes)
    var depth = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "(") {
        depth += 1
        at += 1
      } else if depth > 0 {
        if bytes[at] == UInt8(ascii: ")") { depth -= 1 }
        at += 1
      } else if let (year, end) = years.read(bytes, at: at) {
        if let known = subject.year, known != year { subject.isMixed = true }
        subject.year = year
        at = end
      } else if let (word, end) = trie.longest(in: bytes, at: at, end: bytes.count) {
        take(words[word], bytes[at..<end], into: &subject)
        at = end
      } else {
        subject.name.append(bytes[at])
        at += 1
      }
    }
    subject.name = withoutEdges(subject.name)
    return subject
  }

  /// Offset after a list number (1., 一、) at the start of a label.
  private func afterListNumber(_ bytes: [UInt8]) -> Int {
    var at = 0
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    if at > 2 { return 0 }
    if at == 0 {
      while let (_, next) = numerals.longest(in: bytes, at: at, end: bytes.count) { at = next }
    }
    return at > 0 ? numberEnds.longest(in: bytes, at: at, end: bytes.count)?.end ?? 0 : 0
  }

  private func take(_ word: Word, _ text: ArraySlice<UInt8>, into subject: inout LabelSubject) {
    switch word {
    case .fund(let fund):
      if subject.fund >= 0, subject.fund != fund { subject.isMixed = true }
      subject.fund = fund
      // What stands before the fund says whose it is.
      if subject.scope.isEmpty { moveNameToScope(&subject) }
    case .scope, .scopeEnd:
      if !subject.scope.isEmpty, !subject.name.isEmpty { subject.isMixed = true }
      if subject.fund < 0 { moveNameToScope(&subject) }
      subject.scope += text
    case .stage(let stage):
      subject.stage = Self.later(subject.stage, stage)
      subject.hasOwnStage = true
    }
  }

  private func moveNameToScope(_ subject: inout LabelSubject) {
    subject.scope += withoutEdges(subject.name)
    subject.name = []
  }

  /// Of several stage words the one that says most: 年初预算安排 is the initial budget, 预算完成 what was carried out.
  private static func later(_ known: BudgetStage, _ next: BudgetStage) -> BudgetStage {
    func rank(_ stage: BudgetStage) -> Int {
      switch stage {
      case .unknown: 0
      case .budget: 1
      case .actual, .target: 2
      case .initialBudget, .adjustedBudget: 3
      }
    }
    return rank(next) > rank(known) ? next : known
  }

  private func withoutEdges(_ name: [UInt8]) -> [UInt8] {
    var (start, end) = (0, name.count)
    while let (_, next) = edgesBefore.longest(in: name, at: start, end: end) { start = next }
    while let (_, next) = edgesAfter.longestSuffix(in: name, before: end, start: start) { end = next }
    return Array(name[start..<end])
  }

  /// Whether a name is that of an expenditure: the last of the words that may end a name.
  func isExpense(_ name: [UInt8]) -> Bool { nameEnds.longestSuffix(in: name, before: name.count, start: 0)?.word == 1 }

  /// Whether a label's name tells one thing from another within its fund.
  func isTelling(_ subject: LabelSubject) -> Bool {
    let name = subject.name
    guard let (_, start) = nameEnds.longestSuffix(in: name, before: name.count, start: 0),
      !name.contains(where: isDigit)
    else { return false }
    // Income alone is that of a fund, or says nothing.
    return start == 0 ? subject.fund >= 0 : !vague.contains(name)
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
