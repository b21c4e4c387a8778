// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// What makes two figures of a report the same: whose, of which fund, by which name, of which year and stage.
struct SubjectKey: Hashable {
  var scope: LabelID
  var fund: Int
  var name: LabelID
  var year: Int
  var stage: BudgetStage
}

/// An amount whose aspects are all known, with the name that they leave (税收收入).
public struct AmountSubject: Sendable, Hashable {
  public var figure: FigureID
  public var name: LabelID
}

/// Says of the amounts of a government's report what they are of, by their labels, their sentence, what was said before
/// in their passage, and the headings they stand under. Fed one block after another.
struct SubjectReader {
  private let bytes: [UInt8]
  private let lexicon = SubjectLexicon.chinese
  private let figures: [Figure]
  private var headings: [(level: Int, said: LabelSubject)] = []
  /// Labels that were read, by their id.
  private var read: [LabelID: LabelSubject] = [:]
  /// Each figure that is known, in the order of the text; and figures whose brackets say that they hold more or less
  /// than the name says.
  private(set) var subjects: [(figure: FigureID, key: SubjectKey)] = []
  private(set) var qualified: Set<FigureID> = []
  /// The last figure that is known, within its sentence.
  private var last: LabelSubject?
  /// Whether no amount of the sentence was read yet.
  private var isFirst = true
  private var expenses: Set<LabelID> = []
  /// The names and scopes of the known figures.
  private(set) var names: [[UInt8]: LabelID] = [:]
  /// From where on growth is like for like, as the report says once for all.
  private(set) var likeForLike = Int.max
  /// Figures whose labels name their stage: what is called 完成 is surer to be it than what stands under a heading of
  /// that name.
  private(set) var staged: Set<FigureID> = []
  /// What the last passage was about, for the items under it.
  private var carried: LabelSubject?

  init(bytes: [UInt8], figures: [Figure]) {
    self.bytes = bytes
    self.figures = figures
  }

  /// The aspects of a figure as the rules see them.
  func aspects(_ key: SubjectKey, _ labels: inout LabelTable) -> Aspects {
    var aspects = Aspects()
    aspects.scope = key.scope
    if key.fund >= 0 { aspects.fund = labels.intern(Array(SubjectWords.chinese.funds[key.fund][0].utf8)) }
    aspects.stage = Stage(key.stage)
    aspects.period = .year(key.year)
    return aspects
  }

  /// Whether a key names an expenditure.
  func isExpense(_ key: SubjectKey) -> Bool { expenses.contains(key.name) }

  /// The amounts that are what their names say, without those whose brackets say otherwise.
  var plainSubjects: [AmountSubject] {
    subjects.filter { !qualified.contains($0.figure) }.map { AmountSubject(figure: $0.figure, name: $0.key.name) }
  }

  /// Takes a heading.
  mutating func takeHeading(_ range: Range<Int>, level: Int) {
    while let last = headings.last, last.level >= level { headings.removeLast() }
    carried = nil
    headings.append((level, lexicon.read(LabelText.stripped(bytes[range]))))
  }

  /// What the headings above say, the nearest first.
  private var context: LabelSubject {
    var context = LabelSubject()
    for (_, said) in headings where !said.isMixed {
      if !said.scope.isEmpty { context.scope = said.scope }
      if said.fund >= 0 { context.fund = said.fund }
      if let year = said.year { context.year = year }
      if said.stage != .unknown { context.stage = said.stage }
    }
    return context
  }

  /// Takes a passage that the statements of its figures were read from.
  /// - Parameter labels: where names are interned.
  mutating func take(_ passage: Passage, _ labels: inout LabelTable) {
    var context = context
    // Items (——教育支出A) are of what the paragraph before them is about.
    if let carried, isItem(passage) { context = carried }
    defer { carried = context }
    var isPart = false
    (last, isFirst) = (nil, true)
    for index in passage.letters.indices where passage.depth(index) == 0 {
      switch passage.letters[index] {
      case WordClass.period.rawValue: takePeriod(index, passage, &context, &isPart)
      case WordClass.realGrowth.rawValue: takeRemark(index, passage)
      case Letter.stop: (isPart, last, isFirst) = (false, nil, true)
      // The parts of what is not known (批准前支出A，其中一般公共预算支出B) are not the things they are called.
      case WordClass.listOpener.rawValue where last == nil: isPart = isPart || !isFirst
      case Letter.amount: takeAmount(index, passage, isPart, &context, &labels)
      default: continue
      }
    }
  }

  private func isItem(_ passage: Passage) -> Bool {
    guard let first = passage.tokens.first else { return false }
    return lexicon.bullets.longest(in: bytes, at: first.range.lowerBound, end: bytes.count) != nil
  }

  /// A year that is not compared with holds for what follows; a part of a year (1-9月) makes its sentence one of its
  /// own.
  private func takePeriod(_ index: Int, _ passage: Passage, _ context: inout LabelSubject, _ isPart: inout Bool) {
    let range = passage.tokens[index].range
    guard bytes[range.lowerBound] &- 0x30 < 10 else { return }
    let year = passage.tokens[index].value
    if (1949...2099).contains(year), bytes[range].count(where: { $0 &- 0x30 < 10 }) == 4 {
      if index == 0 || passage.letters[index - 1] != WordClass.compare.rawValue { context.year = year }
    } else {
      isPart = true
    }
  }

  private mutating func takeRemark(_ index: Int, _ passage: Passage) {
    let next = passage.tokens[index...].prefix(5)
    guard let last = next.last else { return }
    let start = next[next.startIndex].range.lowerBound
    if lexicon.fromHereOn.occurs(in: bytes, start..<last.range.upperBound) { likeForLike = min(likeForLike, start) }
  }

  private mutating func takeAmount(
    _ index: Int, _ passage: Passage, _ isPart: Bool, _ context: inout LabelSubject, _ labels: inout LabelTable
  ) {
    let figure = passage.tokens[index].figure
    guard passage.isMainAmount(index), figures[figure].readable, figures[figure].quantity.unit.dimension == .money,
      figures[figure].quantity.qualifier == .exact
    else { return }
    var subject = said(LabelText.stripped(bytes[passage.wordsBefore(index)]), &labels)
    guard !subject.isMixed else { return }
    resolve(&subject)
    let isHead = isFirst || subject.fund >= 0
    isFirst = false
    let isTelling = lexicon.isTelling(subject)
    if subject.scope.isEmpty { subject.scope = context.scope }
    if subject.fund < 0 { subject.fund = context.fund }
    subject.year = subject.year ?? context.year
    if subject.stage == .unknown { subject.stage = context.stage }
    // An item says nothing of those behind it (区县上解收入).
    if isHead {
      context = LabelSubject(
        scope: subject.scope, fund: subject.fund, name: [], year: subject.year, stage: subject.stage)
    }
    guard !isPart, !subject.scope.isEmpty, let year = subject.year, subject.stage != .unknown, isTelling else { return }
    let key = SubjectKey(
      scope: id(subject.scope, &labels), fund: subject.fund, name: id(subject.name, &labels), year: year,
      stage: subject.stage)
    subjects.append((figure, key))
    if subject.hasOwnStage { staged.insert(figure) }
    last = subject
    if lexicon.isExpense(subject.name) { expenses.insert(key.name) }
    if isQualified(index, passage) { qualified.insert(figure) }
  }

  /// `收入为A，实际完成B`: what has no name of its own is of the one before it, and what that one is cannot be told.
  private mutating func resolve(_ subject: inout LabelSubject) {
    guard subject.name.isEmpty, subject.scope.isEmpty, let before = last else { return }
    if !before.hasOwnStage, !subjects.isEmpty { subjects.removeLast() }
    last = nil
    guard subject.stage != .unknown else { return }
    (subject.name, subject.scope, subject.fund) = (before.name, before.scope, before.fund)
  }

  /// Whether a bracket right behind an amount says what it holds.
  private func isQualified(_ index: Int, _ passage: Passage) -> Bool {
    guard index + 1 < passage.letters.count, passage.letters[index + 1] == Letter.open else { return false }
    let start = passage.tokens[index + 1].range.upperBound
    return lexicon.inclusions.longest(in: bytes, at: start, end: bytes.count) != nil
  }

  private mutating func id(_ name: [UInt8], _ labels: inout LabelTable) -> LabelID {
    if let known = names[name] { return known }
    let id = labels.intern(name)
    names[name] = id
    return id
  }

  private mutating func said(_ label: [UInt8], _ labels: inout LabelTable) -> LabelSubject {
    let id = labels.intern(label)
    if let known = read[id] { return known }
    let subject = lexicon.read(label)
    read[id] = subject
    return subject
  }
}
