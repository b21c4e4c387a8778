// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import PCRE2

/// Binds the figures of a passage into statements: the clause grammar finds the shapes, the binder looks for who is meant.
struct StatementBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  let figures: [Figure]
  var passage: Passage
  private(set) var statements: [Statement] = []

  /// At most so many candidates for an operand: more would prove nothing.
  private static let maxCandidates = 3

  init(lexicon: Lexicon, bytes: [UInt8], figures: [Figure], passage: Passage) {
    self.lexicon = lexicon
    self.bytes = bytes
    self.figures = figures
    self.passage = passage
  }

  /// All statements of the passage: rates and changes first, because what they take is no part of a list.
  mutating func bind() throws(MatchError) -> [Statement] {
    guard let subject = Subject(passage.letters) else { return [] }
    try bindShares(subject)
    try bindCompletions(subject)
    try bindChanges(subject)
    let lists = ListBinder(lexicon: lexicon, bytes: bytes, figures: figures, passage: passage)
    return statements + lists.bind()
  }

  private func figure(_ token: Int) -> FigureID { passage.tokens[token].figure }

  private func range(_ from: Int, _ to: Int) -> Range<Int> {
    passage.tokens[from].range.lowerBound..<passage.tokens[to].range.upperBound
  }

  // MARK: changes

  private mutating func bindChanges(_ subject: Subject) throws(MatchError) {
    let grammar = ClauseGrammar.shared
    var matcher = Matcher(grammar.change)
    var at = 0
    while at < passage.letters.count, try matcher.match(in: subject, from: at) {
      guard let whole = matcher.range(of: 0), !whole.isEmpty else { return }
      at = whole.upperBound
      let rate = matcher.range(of: grammar.changeRate) ?? matcher.range(of: grammar.changeRate1)
      bindChange(
        whole, base: matcher.range(of: grammar.changeBase)?.lowerBound,
        direction: matcher.range(of: grammar.changeDirection)?.lowerBound ?? whole.lowerBound,
        delta: matcher.range(of: grammar.changeDelta)?.lowerBound, rate: rate?.lowerBound,
        direction2: matcher.range(of: grammar.changeDirection2)?.lowerBound,
        isReal: matcher.range(of: grammar.changeReal) != nil)
    }
  }

  private mutating func bindChange(
    _ whole: Range<Int>, base: Int?, direction: Int, delta: Int?, rate: Int?, direction2: Int?, isReal: Bool
  ) {
    for token in [base, delta, rate] { if let token { passage.taken[token] = true } }
    guard delta != nil || rate != nil else { return }
    var statement = Statement(
      shape: .change, range: range(whole.lowerBound, whole.upperBound - 1), subject: 0..<0)
    statement.direction = Self.direction(passage.letters[direction])
    if let delta { statement.delta = [figure(delta)] }
    if let rate, passage.letters[rate] == Letter.percent { statement.rate = [figure(rate)] }
    if let base { statement.base = [figure(base)] }
    statement.isRealGrowth = isReal || isMarkedReal(whole.lowerBound)
    // Two directions that disagree (减少A，增长P) are a matter for another rule; here nothing can be computed.
    if let direction2, Self.direction(passage.letters[direction2]) != statement.direction { return }
    let candidates = amounts(before: whole.lowerBound)
    statement.amount = candidates.map(figure).filter { fits($0, delta ?? base) }
    if let first = candidates.first { statement.subject = passage.labelRange(first) }
    statements.append(statement)
  }

  private static func direction(_ letter: UInt8) -> Direction {
    switch letter {
    case WordClass.up.rawValue: .up
    case WordClass.down.rawValue: .down
    case WordClass.flat.rawValue: .flat
    default: .signed
    }
  }

  /// Whether a candidate amount is counted in the same thing as the change.
  private func fits(_ amount: FigureID, _ other: Int?) -> Bool {
    guard let other else { return true }
    let a = figures[amount].quantity.unit
    let b = figures[figure(other)].quantity.unit
    return a.dimension == b.dimension && (a.dimension == .money || a.name == b.name)
  }

  /// Whether the sentence up to a token says that growth is like for like.
  private func isMarkedReal(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, passage.letters[at] != Letter.stop, passage.letters[at] != Letter.semicolon {
      if passage.letters[at] == WordClass.realGrowth.rawValue || passage.letters[at] == WordClass.mean.rawValue { return true }
      if passage.letters[at] == Letter.amount { return false }
      at -= 1
    }
    return false
  }

  // MARK: who is meant

  /// The amounts that a modifier at `index` may belong to, the likeliest first: the nearest amount of its level, the first of the
  /// sentence, and where the modifier opens a sentence, the first of the passage.
  private func amounts(before index: Int) -> [Int] {
    guard passage.isCarried(index) else { return [] }
    let start = passage.sentenceStart(index)
    var found: [Int] = []
    func add(_ token: Int?) {
      if let token, !found.contains(token), found.count < Self.maxCandidates { found.append(token) }
    }
    add(nearestAmount(before: index, from: start))
    add((start..<index).first { passage.isMainAmount($0) && passage.depth[$0] <= passage.depth[index] })
    if found.isEmpty || opensSentence(index, start) {
      let head = (0..<start).first { passage.isMainAmount($0) && passage.depth[$0] == 0 }
      add(head)
      if start > 0 { add(nearestAmount(before: start - 1, from: 0)) }
    }
    return found
  }

  private func nearestAmount(before index: Int, from start: Int) -> Int? {
    var at = index - 1
    while at >= start {
      if passage.letters[at] == Letter.close, passage.depth[at] > passage.depth[index] {
        at = passage.opening(of: at)
      } else if passage.isMainAmount(at), passage.depth[at] <= passage.depth[index] {
        return at
      }
      at -= 1
    }
    return nil
  }

  /// Whether only periods stand between the sentence's start and a token.
  private func opensSentence(_ index: Int, _ start: Int) -> Bool {
    (start..<index).allSatisfy { passage.letters[$0] == WordClass.period.rawValue || passage.letters[$0] == Letter.stop }
  }

  // MARK: rates of a budget and shares

  private mutating func bindCompletions(_ subject: Subject) throws(MatchError) {
    let grammar = ClauseGrammar.shared
    var matcher = Matcher(grammar.completion)
    var at = 0
    while at < passage.letters.count, try matcher.match(in: subject, from: at) {
      guard let whole = matcher.range(of: 0), let word = matcher.range(of: grammar.completionWord),
        let rate = matcher.range(of: grammar.completionRate)
      else { return }
      at = whole.upperBound
      passage.taken[rate.lowerBound] = true
      if passage.letters[word.lowerBound] == WordClass.rateNoun.rawValue {
        bindRateNoun(word.lowerBound, rate.lowerBound)
      } else {
        bindCompletion(word.lowerBound, rate.lowerBound)
      }
    }
  }

  /// `A，为预算的P`: the base must be printed in the same sentence, with the stage that the word names.
  private mutating func bindCompletion(_ word: Int, _ rate: Int) {
    var statement = Statement(shape: .rate, range: range(word, rate), subject: 0..<0)
    let named = BudgetStage(rawValue: passage.tokens[word].value) ?? .budget
    statement.rateBase = .budget(Stage(named))
    statement.rate = [figure(rate)]
    let candidates = amounts(before: word)
    let start = passage.sentenceStart(word)
    let bases = (start..<word).filter { passage.isMainAmount($0) && matches(stage($0), named) }
    let amounts = candidates.filter { !bases.contains($0) }
    statement.amount = amounts.map(figure)
    statement.base = bases.suffix(Self.maxCandidates).map(figure)
    if let first = amounts.first { statement.subject = passage.labelRange(first) }
    statements.append(statement)
  }

  /// `预算执行率为P`: actual and budget are the nearest figures of the passage that their labels call so.
  private mutating func bindRateNoun(_ word: Int, _ rate: Int) {
    var statement = Statement(shape: .rate, range: range(word, rate), subject: 0..<0)
    statement.rateBase = .budget(.unknown)
    statement.rate = [figure(rate)]
    let before = (0..<word).filter { passage.isMainAmount($0) && passage.depth[$0] <= passage.depth[word] }
    statement.amount = before.reversed().filter { stage($0) == .actual }.prefix(Self.maxCandidates).map(figure)
    let order: [BudgetStage] = [.adjustedBudget, .budget, .initialBudget]
    statement.base = order.compactMap { kind in before.last { stage($0) == kind } }.map(figure)
    if let first = before.last { statement.subject = passage.labelRange(first) }
    statements.append(statement)
  }

  private func matches(_ stage: BudgetStage, _ named: BudgetStage) -> Bool {
    switch named {
    case .initialBudget: stage == .initialBudget
    case .adjustedBudget: stage == .adjustedBudget
    default: stage == .initialBudget || stage == .adjustedBudget || stage == .budget
    }
  }

  /// The budget stage that an amount's label names: the last stage word in it.
  private func stage(_ token: Int) -> BudgetStage {
    let range = passage.labelRange(token)
    var at = range.lowerBound
    var found = BudgetStage.unknown
    while at < range.upperBound {
      if let (word, end) = lexicon.stages.longest(in: bytes, at: at, end: range.upperBound) {
        found = lexicon.pack.stageWords[word].stage
        at = end
      } else {
        at += 1
      }
    }
    return found
  }

  private mutating func bindShares(_ subject: Subject) throws(MatchError) {
    let grammar = ClauseGrammar.shared
    var matcher = Matcher(grammar.share)
    var at = 0
    while at < passage.letters.count, try matcher.match(in: subject, from: at) {
      guard let whole = matcher.range(of: 0), let rate = matcher.range(of: grammar.shareRate) else { return }
      at = whole.upperBound
      passage.taken[rate.lowerBound] = true
    }
  }
}

extension Stage {
  init(_ stage: BudgetStage) { self = Stage(rawValue: UInt8(stage.rawValue)) ?? .unknown }
}
