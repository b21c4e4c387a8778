// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Amounts that are said to be so many times another, and changes against a budget that their word names.
extension StatementBinder {
  /// `由B增加到A，是原来的M` · `由B增加到A，翻了一番`: both amounts are printed right before.
  mutating func bindMultiple(_ match: ShapeMatch, from base: Int, to amount: Int) {
    guard let times = match[.times] ?? match[.rate2], passage.letters[base] == Letter.amount,
      figures[figure(base)].isAlike(figures[figure(amount)])
    else { return }
    var statement = Statement(shape: .multiple, range: range(base..<times + 1), subject: passage.labelRange(base))
    statement.amount = [figure(amount)]
    statement.base = [figure(base)]
    if passage.letters[times] == WordClass.doubled.rawValue {
      statement.periods = passage.tokens[times].value
    } else {
      guard endsInFormer(times - 1), !passage.taken[times] else { return }
      passage.taken[times] = true
      statement.rate = [figure(times)]
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
    statement.rate = [figure(rate)]
    statement.isRealGrowth = isMarkedReal(start)
    if let base = match[.base] {
      guard !passage.taken[base] else { return }
      passage.taken[base] = true
      statement.base = [figure(base)]
    } else if let period = match[.whole], passage.letters[period] == WordClass.period.rawValue, period + 1 == word {
      statement.base = ofYear(passage.tokens[period].value, before: first, named: passage.name(before: first)).map(
        figure)
    }
    passage.taken[rate] = true
    statement.amount = candidates.map(figure).filter { id in
      statement.base.allSatisfy { figures[$0].isAlike(figures[id]) }
    }
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

  /// Whether a label is the word that joins a base to its multiple, and nothing else.
  private func isGenitive(_ label: Int) -> Bool {
    let text = passage.bytes[passage.tokens[label].range]
    return passage.lexicon.pack.genitives.contains { text.elementsEqual($0.utf8) }
  }

  /// Whether a label ends in what was before (原来的).
  private func endsInFormer(_ token: Int) -> Bool {
    guard token > 0, passage.letters[token] == Letter.label else { return false }
    let text = passage.bytes[passage.tokens[token].range]
    return passage.lexicon.pack.formerWords.contains { text.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// `年初预算B，支出决算A，决算数大于预算数D`: the word names the budget; each must be the only one of its kind in the sentence.
  mutating func bindAgainstBudget(_ statement: inout Statement, _ direction: Int) -> Bool {
    let value = passage.tokens[direction].value - ClauseWord.against
    guard value > 0, let named = BudgetStage(rawValue: value) else { return false }
    let delta = statement.delta.first
    let before = passage.back(from: direction, to: passage.sentenceStart(direction)).filter {
      passage.isMainAmount($0) && passage.depth($0) == passage.depth(direction)
    }.filter { token in delta.map { figures[figure(token)].isAlike(figures[$0]) } ?? false }
    let budgets = before.filter { Self.matches(passage.stage($0), named) }
    let actuals = before.filter { passage.stage($0) == .actual }
    if budgets.count == 1, actuals.count == 1 {
      statement.base = [figure(budgets[0])]
      statement.amount = [figure(actuals[0])]
      statement.subject = passage.labelRange(actuals[0])
    }
    statements.append(statement)
    return true
  }
}
