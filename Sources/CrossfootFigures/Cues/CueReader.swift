// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads what words say about figures: blanks and placeholders, comparisons without a number, grades, spans of years.
/// One pass over the running text.
struct CueReader {
  let lexicon: Lexicon
  let cues: CueLexicon
  let document: Document
  private let bytes: [UInt8]
  private var facts = Facts()
  /// Statements of rates by where they stand.
  private var rates: [Int] = []
  /// The items of the list in running text that is being read, and where the last of them stands.
  private var items = OrdinalRun()
  private var lastItem: (range: Range<Int>, block: Int)?

  /// Adds to the facts of a report what its words say.
  /// - Parameter places: where cues may begin.
  static func read(
    _ document: Document, _ lexicon: Lexicon, _ cues: CueLexicon, _ places: PlaceSet, _ facts: inout Facts
  ) {
    var reader = CueReader(lexicon: lexicon, cues: cues, document: document)
    swap(&reader.facts, &facts)
    reader.read(places)
    swap(&reader.facts, &facts)
  }

  private init(lexicon: Lexicon, cues: CueLexicon, document: Document) {
    self.lexicon = lexicon
    self.cues = cues
    self.document = document
    bytes = document.flow.bytes
  }

  private mutating func read(_ places: PlaceSet) {
    for index in facts.statements.indices
    where facts.statements[index].shape == .change && facts.statements[index].base.isEmpty {
      let maySink = isSinkable(facts.statements[index].range)
      facts.statements[index].maySink = maySink
    }
    for index in facts.statements.indices where facts.statements[index].shape == .comparison { markOpposed(index) }
    rates = Self.rates(facts.statements)
    let (bytes, words) = (bytes, cues.cues)
    for (index, block) in document.blocks.enumerated() {
      switch block.kind {
      case .passage: read(block.range, index, bytes, words, places)
      case .heading:
        (items, lastItem) = (OrdinalRun(), nil)
        read(block.range, index, bytes, words, places)
      case .table: (items, lastItem) = (OrdinalRun(), nil)
      case .furniture: break
      }
    }
    facts.statements += CapitalBinder(bytes: bytes, cues: cues).statements(of: facts.figures)
    facts.statements += RepeatReader(document: document).statements(of: facts)
    DateReader(bytes: bytes, cues: cues, document: document).read(&facts)
    NumberingReader(document: document, lexicon: lexicon, cues: cues).read(&facts)
    TitleYearReader(document: document, cues: cues).read(&facts)
  }

  /// Indices of the statements of rates, by where they stand.
  private static func rates(_ statements: [Statement]) -> [Int] {
    statements.indices
      .filter { statements[$0].shape == .rate && statements[$0].rateBase != .whole && !statements[$0].isGuess }
      .sorted { statements[$0].range.lowerBound < statements[$1].range.lowerBound }
  }

  /// Words that a statement is about are looked for this many bytes before it.
  private static let reach = 240

  /// Whether a statement, or what stands shortly before it, speaks of something that may be negative.
  private func isSinkable(_ statement: Range<Int>) -> Bool {
    cues.sinkable.occurs(in: bytes, max(0, statement.lowerBound - Self.reach)..<statement.upperBound)
  }

  /// Reads one block.
  /// - Parameters:
  ///   - bytes: those of the flow.
  ///   - words: those of ``CueLexicon/cues``.
  ///   - places: where they may begin.
  private mutating func read(_ range: Range<Int>, _ block: Int, _ bytes: [UInt8], _ words: WordTrie, _ places: PlaceSet)
  {
    var at = places.next(from: range.lowerBound, to: range.upperBound)
    while at < range.upperBound {
      var next = at + 1
      if let (word, end) = words.longest(in: bytes, at: at, end: range.upperBound) {
        next = max(
          at + (bytes[at] < 0x80 ? 1 : 3), read(cues.kinds[word], at..<end, CueText(bytes: bytes, range: range), block))
      }
      at = places.next(from: next, to: range.upperBound)
    }
  }

  /// Reads one cue. Returns where to go on.
  private mutating func read(_ cue: CueLexicon.Cue, _ word: Range<Int>, _ text: CueText, _ block: Int) -> Int {
    var blanks: BlankReader { BlankReader(text: text, cues: cues) }
    var periods: PeriodReader { PeriodReader(text: text, cues: cues, lexicon: lexicon) }
    switch cue {
    case .cause: mark(.missingReason, blanks.missingReason(word), block)
    case .numberOpener: mark(.missingNumber, blanks.missingNumber(word), block)
    case .prompt: mark(.placeholder, word, block)
    case .placeholder:
      let (run, end) = blanks.placeholder(word)
      mark(.placeholder, run, block)
      return end
    case .item(let value): takeItem(value, word, block, opensClause: text.opensClause(word.lowerBound))
    case .rollingPlan: mark(.planPeriod, periods.plan(word), block)
    case .yearRun: mark(.period, periods.run(word), block)
    case .fixedPeriod(let first, let last): mark(.period, periods.fixed(word, first, last), block)
    case .comparison(let side): addComparison(side, word, text, block)
    case .even: addComparison(nil, word, text, block)
    case .gradeNoun: addGrade(word, text, block)
    }
    return word.upperBound
  }

  private mutating func mark(_ kind: Mark.Kind, _ range: Range<Int>?, _ block: Int) {
    guard let range else { return }
    facts.marks.append(Mark(kind, range: range, place: .passage(block: block, sentence: -1)))
  }
}

// MARK: items in running text

extension CueReader {
  /// `一是…；二是…；四是…`. A list begins, and a gap is told, only where the ordinal opens a clause: 统一是 is none.
  private mutating func takeItem(_ value: Int, _ word: Range<Int>, _ block: Int, opensClause: Bool) {
    if !opensClause, value != items.last + 1 || value == 1 { return }
    if let lastItem, items.leavesGap(before: value) {
      let index = facts.marks.count
      facts.marks.append(Mark(.ordinal, range: lastItem.range, place: .passage(block: lastItem.block, sentence: -1)))
      mark(.gap(after: index), word, block)
    }
    items.take(value)
    lastItem = (word, block)
  }
}

// MARK: comparisons

extension CueReader {
  /// A comparison is looked at with the rates that stand before it in its passage.
  private static let mostRates = 4

  /// `决算数大于年初预算数`, or with `side` nil `决算数与年初预算数持平`.
  private mutating func addComparison(_ side: CueWords.Side?, _ word: Range<Int>, _ text: CueText, _ block: Int) {
    guard let (stage, range) = side == nil ? stageOfEven(word, text) : stageOfComparison(word, text) else { return }
    var statement = Statement(shape: .comparison, range: range, subject: 0..<0)
    statement.direction = side == .more ? .up : side == .less ? .down : .flat
    for index in rates[..<firstRate(from: word.lowerBound)].suffix(Self.mostRates).reversed() {
      let rate = facts.statements[index]
      if rate.range.lowerBound < text.range.lowerBound { break }
      if rate.range.upperBound <= word.lowerBound, !Self.differ(rate.rateBase, stage) {
        statement.compared.append(index)
      }
    }
    if statement.compared.isEmpty { return }
    statement.mark = facts.marks.count
    mark(.comparison, range, block)
    facts.statements.append(statement)
  }

  /// Marks the words of a change that contradict each other (`减少D，增长P`).
  private mutating func markOpposed(_ index: Int) {
    guard let delta = facts.statements[index].delta.first, case .passage(let block, _) = facts.figures[delta].place
    else { return }
    facts.statements[index].mark = facts.marks.count
    mark(.comparison, facts.statements[index].range, block)
  }

  /// The first of ``rates`` that begins at an offset or after it.
  private func firstRate(from offset: Int) -> Int {
    var low = 0
    var high = rates.count
    while low < high {
      let middle = (low + high) / 2
      if facts.statements[rates[middle]].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a rate is of another budget than a comparison names.
  private static func differ(_ base: RateBase, _ stage: BudgetStage) -> Bool {
    guard case .budget(let own) = base, own == .initialBudget || own == .adjustedBudget else { return false }
    return (stage == .initialBudget || stage == .adjustedBudget) && own != Stage(stage)
  }

  private func stageOfComparison(_ word: Range<Int>, _ text: CueText) -> (BudgetStage, Range<Int>)? {
    let before = text.skipGapsBack(word.lowerBound)
    guard let actual = cues.actuals.longestSuffix(in: text.bytes, before: before, start: text.range.lowerBound),
      let budget = cues.budgets.longest(in: text.bytes, at: text.skipGaps(word.upperBound), end: text.range.upperBound)
    else { return nil }
    return (cues.words.budgets[budget.word].stage, actual.start..<budget.end)
  }

  private func stageOfEven(_ word: Range<Int>, _ text: CueText) -> (BudgetStage, Range<Int>)? {
    let floor = text.range.lowerBound
    guard
      let budget = cues.budgetsBefore.longestSuffix(
        in: text.bytes, before: text.skipGapsBack(word.lowerBound), start: floor),
      let joiner = cues.joiners.longestSuffix(in: text.bytes, before: text.skipGapsBack(budget.start), start: floor),
      let actual = cues.actuals.longestSuffix(in: text.bytes, before: text.skipGapsBack(joiner.start), start: floor)
    else { return nil }
    return (cues.words.budgets[budget.word].stage, actual.start..<word.upperBound)
  }
}

// MARK: grades

extension CueReader {
  /// `自评得分95.2分，评价等级为“优”`.
  private mutating func addGrade(_ noun: Range<Int>, _ text: CueText, _ block: Int) {
    let reader = GradeReader(text: text, lexicon: lexicon, cues: cues)
    guard let grade = reader.grade(after: noun.upperBound),
      let score = reader.score(before: noun.lowerBound, figures: facts.figures)
    else { return }
    var statement = Statement(
      shape: .grade, range: facts.figures[score].range.lowerBound..<grade.range.upperBound, subject: 0..<0)
    statement.amount = Candidates(score)
    statement.mark = facts.marks.count
    facts.marks.append(Mark(.grade(grade.rank), range: grade.range, place: .passage(block: block, sentence: -1)))
    facts.statements.append(statement)
  }
}
