// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Amounts that are said to be so many times another, and changes against a budget that their word names.
extension StatementBinder {
  /// `由B增加到A，是原来的M` · `由B增加到A，翻了一番`: both amounts are printed right before.
  mutating func bindMultiple(_ match: ShapeMatch, from base: Int, to amount: Int) {
    guard let times = match[.times] ?? match[.rate2], passage.letters[base] == Letter.amount,
      figures[figure(base)].isAlike(figures[figure(amount)])
    else { return }
    var statement = Statement(shape: .multiple, range: range(base..<times + 1), subject: passage.labelRange(base))
    statement.amount = Candidates(figure(amount))
    statement.base = Candidates(figure(base))
    if passage.letters[times] == WordClass.doubled.rawValue {
      statement.periods = passage.tokens[times].value
    } else {
      guard endsInFormer(times - 1), !passage.taken[times] else { return }
      passage.taken[times] = true
      statement.rate = Candidates(figure(times))
    }
    statement.isRealGrowth = isMarkedReal(match.range.lowerBound) || opensWithVolume(base)
    statements.append(statement)
  }

  /// `A，是2015年B的M`, `A，是2010年的M`.
  mutating func bindMultiple(_ match: ShapeMatch) {
    guard let word = match[.word], let rate = match[.rate], !passage.taken[rate], isGenitive(word) else { return }
    let start = match.range.lowerBound + 1
    let candidates = meant(amounts(before: start, like: match[.base]), by: start)
    guard let first = candidates.first else { return }
    var statement = Statement(shape: .multiple, range: range(match.range), subject: passage.labelRange(first))
    statement.rate = Candidates(figure(rate))
    statement.isRealGrowth = isMarkedReal(start)
    if let base = match[.base] {
      guard !passage.taken[base] else { return }
      passage.taken[base] = true
      statement.base = Candidates(figure(base))
    } else if let period = match[.whole], passage.letters[period] == WordClass.period.rawValue, period + 1 == word {
      statement.base = Candidates(
        ofYear(passage.tokens[period].value, before: first, named: passage.name(before: first)).map(figure))
    }
    passage.taken[rate] = true
    statement.amount = Candidates(
      candidates.map(figure).filter { id in statement.base.allSatisfy { figures[$0].isAlike(figures[id]) } })
    statements.append(statement)
  }

  /// The amount of a year that the sentence prints under the same name as another, if it is the only one.
  private func ofYear(_ year: Int, before amount: Int, named name: PassageName) -> [Int] {
    let start = passage.sentenceStart(amount)
    let others = passage.back(from: amount, to: start).filter {
      passage.isMainAmount($0) && passage.depth($0) == passage.depth(amount)
        && figures[figure($0)].isAlike(figures[figure(amount)])
    }
    guard others.count == 1, self.year(before: others[0]) == year,
      name.text.isEmpty || passage.name(before: others[0]).text == name.text
    else { return [] }
    return others
  }

  /// Whether a label is the word that joins a base to its multiple or rate, and nothing else.
  func isGenitive(_ label: Int) -> Bool {
    passage.lexicon.genitives.word(passage.bytes, passage.tokens[label].range) != nil
  }

  /// Whether a label ends in what was before (原来的).
  private func endsInFormer(_ token: Int) -> Bool {
    guard token > 0, passage.letters[token] == Letter.label else { return false }
    let text = passage.bytes[passage.tokens[token].range]
    return passage.lexicon.pack.formerWords.contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// `年初预算B，支出决算A，决算数大于预算数D`: the word names the budget; each must be the only one of its kind in the sentence, or in
  /// the one before where this one prints neither.
  mutating func bindAgainstBudget(_ statement: inout Statement, _ direction: Int) -> Bool {
    let value = passage.tokens[direction].value - ClauseWord.against
    guard value > 0, let named = BudgetStage(rawValue: value) else { return false }
    if let delta = statement.delta.first { bindBudget(&statement, named, before: direction, like: delta) }
    statements.append(statement)
    return true
  }

  /// `比预算少D`, `比上年决算数多D` without a rate: an amount that is nobody's but the change's.
  mutating func bindVerbs() {
    for index in passage.letters.indices.dropFirst(2) where passage.isMainAmount(index) {
      guard let verb = passage.verbOfChange(index), let compare = comparison(before: index), !goesOn(after: index)
      else { continue }
      passage.taken[index] = true
      var statement = Statement(shape: .change, range: range(compare..<index + 1), subject: 0..<0)
      statement.direction = verb
      statement.delta = Candidates(figure(index))
      statement.isCompared = true
      statement.comparedWords = passage.tokens[compare].range.upperBound..<passage.tokens[index].range.lowerBound
      let words = LabelText.stripped(passage.bytes[statement.comparedWords])
      statement.comparedStage = Stage(SubjectLexicon.chinese.read(words).stage)
      if let named = BudgetStage(rawValue: Int(statement.comparedStage.rawValue)), Self.budgetStages.contains(named) {
        bindBudget(&statement, named, before: compare, like: figure(index))
      }
      statements.append(statement)
    }
  }

  private static let budgetStages: [BudgetStage] = [.initialBudget, .adjustedBudget, .budget]

  /// The comparing word whose clause an amount ends.
  private func comparison(before amount: Int) -> Int? {
    let near = (max(0, amount - 6)..<amount).reversed().prefix { Self.namesCompared.contains(passage.letters[$0]) }
    guard let first = near.last, first > 0, passage.letters[first - 1] == WordClass.compare.rawValue else { return nil }
    return first - 1
  }

  private static let namesCompared: [UInt8] = [
    Letter.label, WordClass.period.rawValue, WordClass.total.rawValue, Letter.enumeration,
  ]

  /// Whether a change goes on with its rate: the shape of changes takes it then.
  private func goesOn(after amount: Int) -> Bool {
    let next = (amount + 1..<min(amount + 4, passage.letters.count)).first { passage.letters[$0] != Letter.comma }
    guard let next else { return false }
    let letter = passage.letters[next]
    return letter == WordClass.up.rawValue || letter == WordClass.down.rawValue || letter == WordClass.flat.rawValue
  }

  /// The budget and what was carried out that a change against a budget is taken of: each the only one of its kind in
  /// the sentence, or in the one before where this one prints neither.
  private func bindBudget(_ statement: inout Statement, _ named: BudgetStage, before word: Int, like delta: FigureID) {
    let own = passage.sentenceStart(word)
    var found = staged(named, own..<word, like: delta)
    if found.budgets.isEmpty, found.actuals.isEmpty {
      found = staged(named, passage.sentencesBack(1, from: word)..<own, like: delta)
    }
    guard found.budgets.count == 1, found.actuals.count == 1 else { return }
    statement.base = Candidates(figure(found.budgets[0]))
    statement.amount = Candidates(figure(found.actuals[0]))
    statement.subject = passage.labelRange(found.actuals[0])
  }

  /// The budgets of a stage and what was carried out, among the amounts of some tokens.
  private func staged(
    _ named: BudgetStage, _ tokens: Range<Int>, like figure: FigureID
  ) -> (budgets: [Int], actuals: [Int]) {
    var found: (budgets: [Int], actuals: [Int]) = ([], [])
    for token in passage.back(from: tokens.upperBound, to: tokens.lowerBound)
    where passage.isMainAmount(token) && figures[self.figure(token)].isAlike(figures[figure]) {
      let stage = passage.stage(token)
      if stage == .actual {
        found.actuals.append(token)
      } else if Self.matches(stage, named) {
        found.budgets.append(token)
      }
    }
    return found
  }
}
