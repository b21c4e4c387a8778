// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText
import PCRE2

/// Binds the figures of a passage into statements: the clause grammar finds the shapes, the binder looks for who is
/// meant.
struct StatementBinder {
  let figures: [Figure]
  var passage: Passage
  var statements: [Statement] = []
  /// Lists that were not bound because they are longer than is looked at.
  private(set) var tooLong = 0
  /// Amounts that a change stands right behind.
  var changed: Set<Int> = []
  /// Shares that name no whole, right behind their amounts.
  var openShares: [OpenShare] = []

  /// At most so many candidates for an operand: more would prove nothing.
  static let maxCandidates = 3

  init(figures: [Figure], passage: Passage) {
    self.figures = figures
    self.passage = passage
  }

  /// All statements of the passage: rates and changes first, because what they take is no part of a list.
  mutating func bind() throws(MatchError) -> [Statement] {
    let subject = Subject(passage.letters)
    let letters = Letters(passage.letters)
    for match in try ClauseGrammar.share.matches(in: subject, of: letters) { bindShare(match) }
    for match in try ClauseGrammar.completion.matches(in: subject, of: letters) { bindCompletion(match) }
    if letters.hold(oneOf: Self.rates) { bindRatesBehindBases() }
    for match in try ClauseGrammar.fromTo.matches(in: subject, of: letters) { bindFromTo(match) }
    if letters.hold(oneOf: Self.comparing) { bindVerbs() }
    for match in try ClauseGrammar.change.matches(in: subject, of: letters) { bindChange(match) }
    for match in try ClauseGrammar.multiple.matches(in: subject, of: letters) { bindMultiple(match) }
    if letters.hold(oneOf: ListBinder.needed) {
      var lists = ListBinder(figures: figures, passage: passage)
      statements += lists.bind()
      tooLong = lists.tooLong
    }
    completeShares()
    if openShares.count > 1 { completeSharesOfSums() }
    if letters.hold(oneOf: SumBinder.needed) { statements += SumBinder(figures: figures, passage: passage).bind() }
    if letters.hold(oneOf: RemainderBinder.needed) {
      statements += RemainderBinder(figures: figures, passage: passage).bind()
    }
    if letters.hold(oneOf: ShareSetBinder.needed) {
      statements += ShareSetBinder(figures: figures, passage: passage).bind()
    }
    if letters.hold(oneOf: UnitPriceBinder.needed) {
      statements += UnitPriceBinder(figures: figures, passage: passage).bind()
    }
    if letters.hold(oneOf: RateDifferences.needed) {
      statements += RateDifferences(figures: figures, passage: passage).bind()
    }
    if letters.hold(oneOf: ChangeParts.needed), letters.hold(oneOf: Self.changing) {
      statements += ChangeParts(figures: figures, passage: passage).bind()
    }
    statements += DebtBinder(figures: figures, passage: passage).bind()
    statements += RollForwards(figures: figures, passage: passage).bind()
    return statements
  }

  private static let rates = Letters([Letter.percent])
  private static let changing = Letters([WordClass.up.rawValue, WordClass.down.rawValue])
  private static let comparing = Letters([WordClass.compare.rawValue])

  func figure(_ token: Int) -> FigureID { passage.tokens[token].figure }

  func range(_ tokens: Range<Int>) -> Range<Int> {
    passage.tokens[tokens.lowerBound].range.lowerBound..<passage.tokens[tokens.upperBound - 1].range.upperBound
  }

  // MARK: changes

  /// `由B减少到A，减少D，下降P`: everything is printed.
  private mutating func bindFromTo(_ match: ShapeMatch) {
    guard let base = match[.base], let amount = match[.amount], !passage.taken[base] else { return }
    for token in [base, match[.delta], match[.rate] ?? match[.rate1], match[.mean]] {
      if let token { passage.taken[token] = true }
    }
    bindMultiple(match, from: base, to: amount)
    if let mean = match[.mean] { bindMean(mean, from: base, to: amount) }
    let changed = match[.direction].flatMap { isOwnChange($0) ? $0 : nil }
    let rated = match[.direction2].flatMap { isOwnChange($0) ? $0 : nil }
    guard let direction = changed ?? rated ?? match[.direction3], figures[figure(base)].isAlike(figures[figure(amount)])
    else { return }
    var statement = Statement(shape: .change, range: range(match.range), subject: passage.labelRange(base))
    statement.direction = Self.direction(passage.letters[direction])
    statement.amount = Candidates(figure(amount))
    statement.base = Candidates(figure(base))
    if let delta = match[.delta], changed != nil { statement.delta = Candidates(figure(delta)) }
    if let rate = match[.rate1] ?? (rated == nil ? nil : match[.rate]) { statement.rate = Candidates(figure(rate)) }
    statement.isRealGrowth = isMarkedReal(match.range.lowerBound) || opensWithVolume(base)
    if changed.map(isAdjusting) ?? isOfBudget(base..<amount), let rated, !isAdjusting(rated) {
      statement.practice = .growthOfBudget
    }
    statements.append(statement)
  }

  /// Whether a word of change is one that adjusts a budget (调增).
  private func isAdjusting(_ direction: Int) -> Bool { passage.tokens[direction].value == ClauseWord.adjusting }

  /// Whether a new value is that of an adjusted budget (调整为).
  private func isOfBudget(_ change: Range<Int>) -> Bool {
    change.contains {
      passage.letters[$0] == WordClass.changeTo.rawValue
        && passage.tokens[$0].value == BudgetStage.adjustedBudget.rawValue
    }
  }

  /// Whether nothing stands before a word of change that could be another subject (由B增加到A，户数增长P).
  func isOwnChange(_ direction: Int) -> Bool {
    guard direction > 0, passage.letters[direction - 1] == Letter.label else { return true }
    let words = LabelText.stripped(passage.bytes[passage.tokens[direction - 1].range])
    return passage.lexicon.pack.changeLinks.contains { words.elementsEqual($0.utf8) }
  }

  /// `由2010年的B增加到2015年的A，年均增长P`: the years say over how many the growth is averaged.
  private mutating func bindMean(_ mean: Int, from base: Int, to amount: Int) {
    guard let first = year(before: base), let last = year(before: amount), first < last, !opensWithVolume(base),
      !isMarkedReal(base),
      figures[figure(base)].isAlike(figures[figure(amount)])
    else { return }
    var statement = Statement(shape: .growth, range: range(base..<mean + 1), subject: passage.labelRange(base))
    statement.amount = Candidates(figure(amount))
    statement.base = Candidates(figure(base))
    statement.rate = Candidates(figure(mean))
    statement.periods = last - first
    statements.append(statement)
  }

  /// Whether the clause of an amount names a volume before it (地区生产总值由A).
  func opensWithVolume(_ amount: Int) -> Bool {
    let clause = passage.back(from: amount, to: passage.sentenceStart(amount)).reversed().prefix {
      !Self.numbers.contains(passage.letters[$0]) && passage.letters[$0] != Letter.semicolon
    }
    guard let first = clause.last else { return false }
    return SubjectLexicon.chinese.volumes.occurs(
      in: passage.bytes, passage.tokens[first].range.lowerBound..<passage.tokens[amount].range.lowerBound)
  }

  /// The year in an amount's label.
  func year(before amount: Int) -> Int? {
    let label = passage.labelRange(amount)
    return passage.back(from: amount, to: 0).reversed().prefix {
      passage.tokens[$0].range.lowerBound >= label.lowerBound
    }
    .first { passage.letters[$0] == WordClass.period.rawValue && passage.tokens[$0].value > 1900 }.map {
      passage.tokens[$0].value
    }
  }

  private mutating func bindChange(_ match: ShapeMatch) {
    let rate = match[.rate] ?? match[.rate1] ?? match[.rate2]
    guard let direction = match[.direction] else { return }
    var (delta, base) = (match[.delta] ?? match[.delta1], match[.base])
    // `比上年增产D，增长P`: a verb says that what follows it is the change.
    if let printed = base, delta == nil, let verb = passage.verbOfChange(printed) {
      guard verb == Self.direction(passage.letters[direction]) else { return }
      (delta, base) = (printed, nil)
    }
    let comparand = base == nil ? comparand(of: direction) : nil
    if let comparand { base = comparand.base }
    let start = comparand?.opener ?? match.range.lowerBound
    let isFlat = passage.letters[direction] == WordClass.flat.rawValue
    guard delta != nil || rate != nil || isFlat && base == nil else {
      if let base, passage.letters[base] == Letter.amount { bindBareComparison(match, base, direction) }
      return
    }
    for token in [base, delta, rate] {
      guard let token else { continue }
      if passage.taken[token] { return }
      passage.taken[token] = true
    }
    // 较上年2.08减少0.03万元: a base without unit is not the amount that its digits say.
    if let printed = base, let delta, figures[figure(printed)].quantity.unit.dimension == .none,
      figures[figure(delta)].quantity.unit.dimension != .none
    {
      base = nil
    }
    var statement = Statement(shape: .change, range: range(match.range), subject: 0..<0)
    statement.direction = Self.direction(passage.letters[direction])
    if let delta { statement.delta = Candidates(figure(delta)) }
    if let rate, passage.letters[rate] == Letter.percent || base.map({ passage.letters[$0] }) != Letter.percent {
      statement.rate = Candidates(figure(rate))
    }
    if let base { statement.base = Candidates(figure(base)) }
    if let compare = match[.compare] {
      statement.comparedWords = passage.tokens[compare].range.upperBound..<passage.tokens[direction].range.lowerBound
      statement.comparedStage = Stage(
        SubjectLexicon.chinese.read(LabelText.stripped(passage.bytes[statement.comparedWords])).stage)
    }
    statement.isRealGrowth =
      match[.real] != nil || isMarkedReal(match.range.lowerBound) || comparand.map { isVolume($0.base) } ?? false
      || match[.amount] != nil && opensWithVolume(direction)
    statement.isCompared = match[.compare] != nil || comparand != nil
    statement.isGuess = comparand?.isNamed ?? false
    if delta != nil, rate != nil, isAdjusting(direction), let second = match[.direction2], !isAdjusting(second) {
      statement.practice = .growthOfBudget
    }
    // Of two directions that disagree (减少A，增长P) one is wrong; nothing can be computed from them.
    if let second = match[.direction2] ?? match[.direction3],
      Self.direction(passage.letters[second]) != statement.direction
    {
      return bindOpposite(statement, direction, second, isRateFirst: match[.direction3] != nil)
    }
    if let base, passage.letters[base] == Letter.percent { return bindRates(&statement, match) }
    if bindAgainstBudget(&statement, direction) { return }
    if comparand == nil, followsComparands(direction) { return }
    var nearest = reached(match, statement) ?? meant(amounts(before: start, like: delta ?? base), by: start)
    if base == nil, let last = nearest.first, let amount = laterYear(before: last) {
      (nearest, base) = ([amount], last)
      statement.base = Candidates(figure(last))
    }
    if base == nil, delta != nil, let amount = nearest.first, let planned = planned(for: amount, statement, match) {
      statement.base = Candidates(figure(planned))
    }
    for candidates in nearest.isEmpty ? restated(before: start) : [nearest] {
      statement.amount = Candidates(
        candidates.map(figure).filter { id in
          (delta ?? base).map { figures[figure($0)].isAlike(figures[id]) } ?? true
        })
      if let first = candidates.first {
        statement.subject = passage.labelRange(first)
        statement.isRightBehind = isRightBehind(first, start)
        statement.isRealGrowth = statement.isRealGrowth || isVolume(first)
      }
      statements.append(statement)
    }
  }

  /// `比上年减少D，增长P`: what is said of the amount contradicts what is said of the rate. A name between the two is another
  /// subject.
  private mutating func bindOpposite(_ change: Statement, _ first: Int, _ second: Int, isRateFirst: Bool) {
    let (delta, rate) = (change.delta.first, change.rate.first)
    guard let delta, let rate, !change.isRealGrowth, ![first, second].contains(where: isAdjusting),
      [first, second].allSatisfy({ Self.direction(passage.letters[$0]) != .signed }),
      [first, second].allSatisfy({ passage.lexicon.plainChanges.occurs(in: passage.bytes, passage.tokens[$0].range) }),
      second + 1 < passage.letters.count, isRateFirst || passage.letters[second + 1] != Letter.label,
      !passage.letters[first..<second].contains(Letter.label),
      [delta, rate].allSatisfy({
        figures[$0].quantity.qualifier == .exact && !figures[$0].quantity.digits.isZero
          && !figures[$0].quantity.digits.isNegative
      })
    else { return }
    var statement = change
    statement.shape = .comparison
    statement.direction = Self.direction(passage.letters[isRateFirst ? first : second])
    statement.subject = 0..<0
    statements.append(statement)
  }

  /// `执行率P，较上年的P提高Q`: the rate before the comparison and the one that it names.
  private mutating func bindRates(_ statement: inout Statement, _ match: ShapeMatch) {
    let start = match.range.lowerBound
    guard passage.isCarried(start),
      let rate = passage.back(from: start, to: passage.sentenceStart(start)).last(where: {
        passage.depth($0) == passage.depth(start) && Self.numbers.contains(passage.letters[$0])
      }),
      passage.letters[rate] == Letter.percent
    else { return }
    statement.amount = Candidates(figure(rate))
    statement.subject = passage.labelRange(rate)
    statements.append(statement)
  }

  private static let numbers: [UInt8] = [Letter.amount, Letter.percent, Letter.points, Letter.multiple]

  /// Whether an amount is one whose growth is computed at constant prices without a word (生产总值, 增加值).
  private func isVolume(_ amount: Int) -> Bool {
    SubjectLexicon.chinese.volumes.occurs(in: passage.bytes, passage.labelRange(amount))
  }

  /// Whether nothing but commas and brackets stands between an amount and what is said of it.
  func isRightBehind(_ amount: Int, _ start: Int) -> Bool {
    (amount + 1..<max(start, amount + 1)).allSatisfy {
      passage.depth($0) > passage.depth(amount) || passage.letters[$0] == Letter.comma
    }
  }

  static func direction(_ letter: UInt8) -> Direction {
    switch letter {
    case WordClass.up.rawValue: .up
    case WordClass.down.rawValue: .down
    case WordClass.flat.rawValue: .flat
    default: .signed
    }
  }

  /// Whether the clause up to a token says that growth is like for like or a yearly mean, or its amount is said to be
  /// counted like for like: `收入（同口径）A，增长P`, `剔除减税因素后收入A，增长P`.
  func isMarkedReal(_ index: Int) -> Bool {
    var passedAmount = false
    for at in passage.back(from: index, to: 0).reversed() {
      switch passage.letters[at] {
      case WordClass.realGrowth.rawValue: return true
      case WordClass.mean.rawValue where !passedAmount: return true
      case Letter.amount where !passedAmount: passedAmount = true
      case Letter.percent where !passedAmount: continue
      case Letter.stop, Letter.semicolon, Letter.amount, Letter.percent: return false
      default: continue
      }
    }
    return false
  }
}

// MARK: who is meant

extension StatementBinder {
  /// The amounts that a modifier at `index` may belong to, the likeliest first: the nearest amount of its level, the
  /// first of the sentence, and where the modifier opens a sentence, the first of the passage.
  /// - Parameter other: a figure that the amount must be counted like; nil for any.
  func amounts(before index: Int, like other: Int? = nil) -> [Int] {
    guard passage.isCarried(index) else { return [] }
    let start = passage.sentenceStart(index)
    var found: [Int] = []
    func add(_ token: Int?) {
      if let token, !found.contains(token), found.count < Self.maxCandidates { found.append(token) }
    }
    let nearest = nearestAmount(before: index, from: start)
    // What cannot be read is who is meant.
    if let nearest, !figures[figure(nearest)].readable { return [] }
    add(nearest)
    // After a semicolon another subject begins, if it has an amount: `总预算A，含甲B，乙C；比上年增加D` goes on with the first.
    let clause =
      passage.back(from: index, to: start).last {
        passage.letters[$0] == Letter.semicolon && passage.depth($0) <= passage.depth(index)
      } ?? start
    func first(from start: Int) -> Int? {
      passage.front(from: start, to: index).first { token in
        passage.isMainAmount(token) && passage.depth(token) <= passage.depth(index)
          && (other.map { figures[figure($0)].isAlike(figures[figure(token)]) } ?? true)
      }
    }
    add(first(from: clause) ?? first(from: start))
    if opensSentence(index, start) {
      add(passage.front(from: 0, to: start).first { passage.isMainAmount($0) && passage.depth($0) == 0 })
      if start > 0 { add(nearestAmount(before: start - 1, from: 0)) }
    }
    return found
  }

  /// Sentences in which the amount of a subject that is named again is looked for.
  private static let restatedReach = 3

  /// The amounts that were printed for the subject that the clause names again: `支出总计A。与上年相比，支出总计减少D`. For
  /// several subjects (收入总计、支出总计各增加D) the amounts of each; of no known subject none.
  private func restated(before index: Int) -> [[Int]] {
    let name = passage.name(before: index)
    guard name.text.count >= Self.leastName else { return [[]] }
    let tokens = passage.back(from: index, to: passage.sentencesBack(Self.restatedReach, from: index))
    let amounts = tokens.filter { passage.isMainAmount($0) && passage.depth($0) == passage.depth(index) }
    let names = amounts.map(passage.name)
    func found(_ text: [UInt8]) -> [Int] {
      zip(amounts, names).filter { $1.says(text) && $1.mayBeOfOnePeriod(with: name) }.map(\.0)
    }
    let whole = found(name.text)
    if !whole.isEmpty || passage.letters[index - 1] != WordClass.respectively.rawValue {
      return [Array(whole.suffix(Self.maxCandidates))]
    }
    let each = name.parts.map { Array(found($0).suffix(Self.maxCandidates)) }
    return each.contains([]) ? [[]] : each
  }

  /// Bytes of a name of two Han: shorter ones are no subject.
  private static let leastName = 6

  private func nearestAmount(before index: Int, from start: Int) -> Int? {
    let least = max(start, index - Passage.reach)
    var at = index - 1
    while at >= least {
      if passage.letters[at] == Letter.close, passage.depth(at) > passage.depth(index) {
        at = passage.opening(of: at)
      } else if passage.isMainAmount(at), passage.depth(at) <= passage.depth(index), !isChange(at) {
        return at
      }
      at -= 1
    }
    return nil
  }

  /// Whether only periods stand between the sentence's start and a token.
  private func opensSentence(_ index: Int, _ start: Int) -> Bool {
    index - start <= Passage.reach
      && (start..<index).allSatisfy {
        passage.letters[$0] == WordClass.period.rawValue || passage.letters[$0] == Letter.stop
      }
  }
}

extension Figure {
  /// Whether two figures are counted in the same thing: both money, or the same unit.
  func isAlike(_ other: Figure) -> Bool {
    let a = quantity.unit
    let b = other.quantity.unit
    return a.dimension == b.dimension && (a.dimension == .money || a.name == b.name)
  }
}
