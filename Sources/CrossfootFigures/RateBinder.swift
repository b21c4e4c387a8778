// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Rates of a budget and shares of a whole.
extension StatementBinder {
  /// `A，为预算的P`, `完成年初预算B的P`, `预算执行率P`.
  mutating func bindCompletion(_ match: ShapeMatch) {
    guard let word = match[.word], let rate = match[.rate], !passage.taken[rate] else { return }
    passage.taken[rate] = true
    // 分别完成预算的P、Q: one of several amounts each, and of several budgets.
    if opensList(rate) {
      for other in ratesInList(from: rate) { passage.taken[other] = true }
      return
    }
    var statement = Statement(shape: .rate, range: range(match.range), subject: 0..<0)
    statement.rate = Candidates(figure(rate))
    if let base = match[.base] {
      passage.taken[base] = true
      bindPrintedBase(&statement, word, base)
    } else if passage.letters[word] == WordClass.rateNoun.rawValue {
      bindRateNoun(&statement, word)
    } else {
      bindNamedBase(&statement, word)
    }
    statements.append(statement)
  }

  /// `A，为年初预算数B的P`, `A，为上年B的P`: an amount with its rate right behind it is a base.
  mutating func bindRatesBehindBases() {
    for rate in passage.letters.indices.dropFirst(3)
    where passage.letters[rate] == Letter.percent && !passage.taken[rate] {
      let base = rate - 2
      guard passage.letters[base] == Letter.amount, !passage.taken[base], passage.letters[rate - 1] == Letter.label,
        isGenitive(rate - 1)
      else { continue }
      // Of whatever it is the base, it is nobody's amount and no list's total.
      (passage.taken[base], passage.taken[rate]) = (true, true)
      // 占全年计划A的P、Q: one of several amounts each.
      if opensList(rate) { continue }
      let stage = passage.stage(base)
      guard [.initialBudget, .adjustedBudget, .budget].contains(stage) || isTarget(base) else { continue }
      var statement = Statement(shape: .rate, range: range(base - 1..<rate + 1), subject: 0..<0)
      statement.rate = Candidates(figure(rate))
      statement.rateBase = .budget(Stage(stage))
      statement.base = Candidates(figure(base))
      statement.amount = Candidates(amounts(before: base - 1).map(figure))
      statements.append(statement)
    }
  }

  private func bindPrintedBase(_ statement: inout Statement, _ word: Int, _ base: Int) {
    statement.rateBase = .budget(Stage(BudgetStage(rawValue: passage.tokens[word].value) ?? .budget))
    statement.base = Candidates(figure(base))
    let candidates = amounts(before: word)
    statement.amount = Candidates(candidates.map(figure))
    statement.otherBases = Candidates(budgets(before: word).filter { $0 != base }.map(figure))
    if let first = candidates.first { statement.subject = passage.labelRange(first) }
  }

  /// The budgets, of whatever stage, that the sentence of a word and the one before it print before the word.
  private func budgets(before word: Int) -> [Int] {
    let before = passage.back(from: word, to: passage.sentencesBack(1, from: word))
    return Array(
      before.lazy.filter { isBudget($0) && Self.matches(passage.stage($0), .budget) }.suffix(Self.maxCandidates))
  }

  /// Whether an amount may be a budget: it stands for itself and is not what the budget was exceeded or fallen short of
  /// by.
  func isBudget(_ token: Int) -> Bool {
    passage.isMainAmount(token) && !isChange(token) && !isDifference(token)
  }

  /// Whether another rate follows a rate, with nothing but a mark or a joining word between.
  func opensList(_ rate: Int) -> Bool {
    rate + 2 < passage.letters.count && passage.letters[rate + 2] == Letter.percent && joins(rate + 1)
  }

  /// Whether a token joins two figures: 、, or a word of one Han (和).
  func joins(_ token: Int) -> Bool {
    passage.letters[token] == Letter.enumeration
      || passage.letters[token] == Letter.label && passage.tokens[token].range.count <= 3
  }

  /// Whether a word of change stands right before an amount (减少A): no rate of a budget or of a whole is of it.
  func isChange(_ token: Int) -> Bool {
    token > 0
      && (passage.letters[token - 1] == WordClass.up.rawValue || passage.letters[token - 1] == WordClass.down.rawValue)
  }

  /// Whether an amount's label ends in a word for what a budget differs by, or what is left of it (与预算数差异A, 预算结余A).
  private func isDifference(_ token: Int) -> Bool {
    passage.words(before: token, endIn: passage.lexicon.changeEnds)
  }

  /// Whether a budget may be that of another subject than an amount after it: its own rate stands between, or the
  /// amount is one of several that a word like 其中 opens (`预算B，决算A，完成预算的P，其中：甲C，完成预算的Q`).
  private func isOfAnother(_ base: Int, than amount: Int) -> Bool {
    base < amount
      && passage.front(from: base, to: amount).contains { token in
        switch passage.letters[token] {
        // 预算B（其中：甲C），决算A（其中：甲D），完成预算的P: a bracket shares out the amount before it.
        case _ where passage.depth(token) > passage.depth(base): false
        case WordClass.listOpener.rawValue: passage.tokens[token].value != ClauseWord.weak
        case WordClass.completion.rawValue: true
        default: false
        }
      }
  }

  /// The base must be printed in the same sentence, with the stage that the word names.
  private func bindNamedBase(_ statement: inout Statement, _ word: Int) {
    let named = BudgetStage(rawValue: passage.tokens[word].value) ?? .budget
    statement.rateBase = .budget(Stage(named))
    let start = passage.sentenceStart(word)
    var bases = passage.back(from: word, to: start).filter { isBudget($0) && Self.matches(passage.stage($0), named) }
    var amounts = amounts(before: word).filter { !bases.contains($0) && !isChange($0) }
    dropBudgets(from: &amounts, bases)
    // After a semicolon another subject begins, if it has a budget and an amount of its own.
    let clause =
      passage.back(from: word, to: start).last {
        passage.letters[$0] == Letter.semicolon && passage.depth($0) <= passage.depth(word)
      } ?? start
    if bases.contains(where: { $0 > clause }), amounts.contains(where: { $0 > clause }) {
      bases.removeAll { $0 < clause }
      amounts.removeAll { $0 < clause }
    }
    // What was spent is no part of what was to be earned.
    if let side = amounts.first.flatMap(passage.side) {
      bases.removeAll { passage.side(of: $0).map { $0 != side } ?? false }
    }
    statement.amount = Candidates(amounts.map(figure))
    statement.base = Candidates(bases.suffix(Self.maxCandidates).map(figure))
    statement.otherBases = Candidates(budgets(before: word).filter { !bases.contains($0) }.map(figure))
    if let first = amounts.first {
      statement.subject = passage.labelRange(first)
      statement.isRightBehind = isModified(first, until: word)
      if let base = bases.last, isOfAnother(base, than: first) { statement.isGuess = true }
      // `收入为B，实际完成A，为年初预算的P`: B is the budget if A has no other name; else nothing calls it so, and it may confirm the
      // rate but not contradict it.
      if bases.isEmpty, start < first,
        let before = passage.back(from: first, to: start).last(where: {
          passage.isMainAmount($0) && figures[figure($0)].isAlike(figures[figure(first)])
        })
      {
        statement.base = Candidates(figure(before))
        statement.isGuess = !isPlan(before, of: first, named: named)
        if !statement.isGuess { statement.amount = Candidates(figure(first)) }
      }
      if statement.base.isEmpty, let base = budgetBefore(first, named: named) {
        statement.base = [figure(base)]
        statement.amount = [figure(first)]
      } else if statement.base.isEmpty, named == .adjustedBudget {
        bindBudgetBefore(&statement, first)
      }
    }
  }

  /// Actual and budget are the nearest figures of this sentence and the two before it that their labels call so.
  private func bindRateNoun(_ statement: inout Statement, _ word: Int) {
    statement.rateBase = .budget(.unknown)
    let before = passage.back(from: word, to: passage.sentencesBack(2, from: word)).filter {
      passage.isMainAmount($0) && passage.depth($0) <= passage.depth(word)
    }
    // What the rate's own sentence says comes before what was said earlier.
    let own = passage.sentenceStart(word)
    func near(_ tokens: [Int]) -> [Int] { tokens.contains { $0 >= own } ? tokens.filter { $0 >= own } : tokens }
    let staged = before.reversed().filter { !isZero($0) }.map { (token: $0, stage: passage.stage($0)) }
    let actuals = near(staged.filter { $0.stage == .actual }.map(\.token)).prefix(2)
    statement.amount = Candidates(actuals.map(figure))
    let order: [BudgetStage] = [.adjustedBudget, .budget, .initialBudget]
    statement.base = Candidates(near(order.compactMap { kind in staged.first { $0.stage == kind }?.token }).map(figure))
    if statement.base.isEmpty, let used = actuals.first, used >= own { bindUse(&statement, word, of: used) }
    if let first = before.last { statement.subject = passage.labelRange(first) }
    // 实施项目84个，实际支出A，支出率P: the rate is of what was named last.
    if let last = statement.amount.first, !statement.base.contains(where: { figures[$0].isAlike(figures[last]) }) {
      statement.isGuess = true
    }
  }

  /// `设备A台，实际在用B台，利用率P`: what is used is a part of the amount right before it.
  private func bindUse(_ statement: inout Statement, _ word: Int, of used: Int) {
    guard let all = passage.amountBefore(used), !isZero(all), figures[figure(all)].isAlike(figures[figure(used)]) else {
      return
    }
    statement.amount = Candidates(figure(used))
    statement.base = Candidates(figure(all))
    // Other amounts of the sentence may be meant, and other rates are taken of other things.
    let others = passage.back(from: word, to: passage.sentenceStart(word)).filter {
      passage.isMainAmount($0) && passage.depth($0) <= passage.depth(word)
        && figures[figure($0)].isAlike(figures[figure(used)])
    }
    // 实际开放床位B张，床位使用率P: how many there are does not say how many are in use.
    let isInUse = passage.label(used, holds: passage.lexicon.useWords)
    statement.isGuess = passage.tokens[word].value != ClauseWord.ofUse || !isInUse || others != [all, used]
  }

  static func matches(_ stage: BudgetStage, _ named: BudgetStage) -> Bool {
    switch named {
    case .initialBudget: stage == .initialBudget
    case .adjustedBudget: stage == .adjustedBudget
    default: stage == .initialBudget || stage == .adjustedBudget || stage == .budget
    }
  }

  private func isZero(_ token: Int) -> Bool { figures[figure(token)].quantity.digits.isZero }

  /// `A，占L的P`: the whole is an amount of the passage whose label ends in the words that the share names.
  mutating func bindShare(_ match: ShapeMatch) {
    guard let word = match[.word], let rate = match[.rate], !passage.taken[rate],
      isPrintedWhole(match[.base], before: rate)
    else { return }
    // 占总额的P、Q和R: one of several amounts each.
    if opensList(rate) { return bindSharesInOrder(match, word, rate) }
    // 分别为P；Q: of what came before in turn.
    if match[.each] != nil { return }
    passage.taken[rate] = true
    if passage.tokens[word].value >= ClauseWord.ofKnown { return bindRatio(word, rate) }
    var statement = Statement(shape: .rate, range: range(match.range), subject: 0..<0)
    statement.rateBase = .whole
    statement.rate = Candidates(figure(rate))
    let name = passage.nameOfWhole(match.range, word: word)
    var candidates = amounts(before: word).filter { !isChange($0) }
    if candidates.isEmpty { candidates = namedAmounts(before: word) }
    statement.amount = Candidates(candidates.map(figure))
    if let first = candidates.first {
      statement.subject = passage.labelRange(first)
      statement.isRightBehind = isModified(first, until: word)
      if statement.isRightBehind { statement.amount = Candidates(figure(first)) }
      if statement.isRightBehind, name.isEmpty, match[.base] == nil {
        openShares.append(OpenShare(statement: statements.count, amount: first, rate: rate))
      }
    }
    if let base = match[.base] {
      passage.taken[base] = true
      statement.base = Candidates(figure(base))
    } else if !name.isEmpty {
      statement.comparedWords = passage.rangeOfWhole(match.range, word: word)
      bindWhole(&statement, name, word, candidates)
    }
    if statement.base.isEmpty { bindKnownWhole(&statement, name, candidates) }
    statements.append(statement)
  }

  /// Whether an amount is the whole of a share that follows it (占总投资A的P): a budget is another rate's base.
  private func isPrintedWhole(_ base: Int?, before rate: Int) -> Bool {
    guard let base else { return true }
    // 占总投资A的比例为P.
    let end = passage.letters[rate - 1] == WordClass.share.rawValue ? rate - 1 : rate
    guard base + 2 == end, isGenitive(base + 1), passage.isMainAmount(base) else { return false }
    return ![.initialBudget, .adjustedBudget, .budget].contains(passage.stage(base)) && !isTarget(base)
  }

  /// Whether an amount is called a target that was set (任务数A, 年度目标A).
  private func isTarget(_ amount: Int) -> Bool {
    passage.words(before: amount, endIn: passage.lexicon.targetEnds)
  }

  /// The whole that a share names, among the amounts before its word.
  /// - Parameter candidates: the amounts that the share may be of, none of which is the whole.
  func bindWhole(_ statement: inout Statement, _ name: [UInt8], _ word: Int, _ candidates: [Int]) {
    let scope = candidates.first.map(scope) ?? []
    let parts = partsOfWhole(name, with: candidates)
    let wholes = passage.back(from: word, to: 0).filter {
      passage.isMainAmount($0) && isCalled($0, name) && Self.mayBeOne(scope, self.scope($0))
        && !parts.contains(figure($0))
    }
    if wholes.contains(where: { !figures[figure($0)].readable }) {
      // What cannot be read is the whole.
    } else if wholes.count == 1, isHead(wholes[0], of: word) {
      statement.base = Candidates(wholes.map(figure))
    } else if !wholes.isEmpty {
      statement.base = Candidates(
        (wholes.suffix(2) + otherWholes(before: word, than: wholes)).map(figure).filter { !parts.contains($0) })
    }
  }

  /// Amounts that are said to be shares of a whole of this name, and those that may be the part now: none of them is
  /// the whole.
  private func partsOfWhole(_ name: [UInt8], with candidates: [Int]) -> [FigureID] {
    candidates.prefix(1).map(figure)
      + statements.lazy.filter {
        $0.rateBase == .whole && $0.isRightBehind && !$0.comparedWords.isEmpty
          && passage.nameOfWhole($0.comparedWords) == name
      }.compactMap(\.amount.first)
  }

  /// The level or place that an amount's label names (全市, 市本级); empty where it names none.
  func scope(_ token: Int) -> [UInt8] {
    SubjectLexicon.chinese.read(LabelText.stripped(passage.bytes[passage.labelRange(token)])).scope
  }

  /// Whether an amount is called by the name of a whole. A name that says no more than income or expenditure is that of
  /// the whole alone: its parts are called so as well (基本支出).
  private func isCalled(_ token: Int, _ name: [UInt8]) -> Bool {
    guard passage.label(token, endsIn: name) else { return false }
    return name.count > Self.longestVague || SubjectLexicon.chinese.read(Array(passage.labelName(token))).name == name
  }

  /// Bytes of a name of two Han.
  private static let longestVague = 6

  static func mayBeOne(_ a: [UInt8], _ b: [UInt8]) -> Bool { a.isEmpty || b.isEmpty || a == b }

  /// Whether nothing but marks, brackets and words of change with their rates stands between an amount and a word.
  func isModified(_ amount: Int, until word: Int) -> Bool {
    (amount + 1..<max(word, amount + 1)).allSatisfy { index in
      passage.depth(index) > passage.depth(amount) || passage.taken[index]
        || Self.modifiers.contains(passage.letters[index])
    }
  }

  private static let modifiers: [UInt8] = [
    Letter.comma, Letter.percent, WordClass.up.rawValue, WordClass.down.rawValue, WordClass.compare.rawValue,
    WordClass.period.rawValue,
  ]

  /// Whether an amount opens the sentence of a word and is shared out there: its parts follow after an opening word.
  private func isHead(_ whole: Int, of word: Int) -> Bool {
    let start = passage.sentenceStart(word)
    guard whole >= start,
      let opener = passage.front(from: whole, to: word).first(where: {
        passage.letters[$0] == WordClass.listOpener.rawValue
      })
    else { return false }
    // 收入为A，实际完成B，其中: B is shared out, though A carries the name.
    return passage.front(from: start, to: opener).filter {
      passage.isMainAmount($0) && passage.depth($0) == passage.depth(whole)
    } == [whole]
  }
}

extension StatementBinder {
  /// Shares that name no whole are of the amount that the list of their amounts shares out: `债务余额A，其中：甲B，占P；乙C，占Q`.
  mutating func completeShares() {
    // Looked at where they stand: most are none, and a statement holds too much to be copied for that.
    let open = statements.indices.filter { statements[$0].shape == .rate && isOpenShare(statements[$0]) }
    if open.isEmpty { return }
    var wholes: [FigureID: (whole: FigureID, isSum: Bool)] = [:]
    for statement in statements where statement.shape == .list && !statement.isGuess {
      guard let whole = statement.amount.first else { continue }
      for list in statement.lists.reversed() where !list.isTentative {
        // Amounts that add up to the whole share it out, whatever their shares.
        let isSum = figures.addUp(list.parts.map(\.figure), to: whole)
        for part in list.parts { wholes[part.figure] = (whole, isSum) }
      }
    }
    for index in open {
      guard let part = statements[index].amount.first else { continue }
      guard let found = wholes[part] else {
        if let head = head(ofOnly: part) { statements[index].base = Candidates(head) }
        continue
      }
      statements[index].base = Candidates(found.whole)
      if !found.isSum { statements[index].practice = .sharesOfOne(found.whole) }
    }
  }

  /// Whether a rate is a share of a whole that is not known yet.
  private func isOpenShare(_ statement: Statement) -> Bool {
    statement.rateBase == .whole && statement.base.isEmpty && statement.comparedWords.isEmpty
      && statement.isRightBehind
  }

  /// Further amounts that a share may be of: a label of the right name may be that of a budget or of last year, so the
  /// amounts that open this sentence and the one before it are readings too.
  fileprivate func otherWholes(before word: Int, than wholes: [Int]) -> [Int] {
    let start = passage.sentenceStart(word)
    let earlier = start > 0 ? passage.sentenceStart(start - 1) : start
    return Array(
      passage.front(from: earlier, to: word).lazy.filter { passage.isMainAmount($0) && !wholes.contains($0) }.prefix(4))
  }
}

extension Stage {
  init(_ stage: BudgetStage) { self = Stage(rawValue: UInt8(stage.rawValue)) ?? .unknown }
}
