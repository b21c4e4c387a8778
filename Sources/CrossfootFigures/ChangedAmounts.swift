// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Which of the amounts before a change it is of.
extension StatementBinder {
  /// Of several amounts the one that the change stands right behind, if the others are spoken for: by changes of their
  /// own, or as the plan of what was carried out (`收入为A，实际完成B，为预算的P，比上年增加D`).
  mutating func meant(_ candidates: [Int], by start: Int) -> [Int] {
    guard let first = candidates.first, isAttached(first, until: start) else { return candidates }
    defer { changed.insert(first) }
    return [first] + candidates.dropFirst().filter { !changed.contains($0) && !isPlan($0, of: first) }
  }

  /// `2024年预算A，2023年预算B，减少D`: the amount of a later year right before one, of which the change then is.
  func laterYear(before last: Int) -> Int? {
    guard let amount = passage.amountBefore(last), figures[figure(amount)].isAlike(figures[figure(last)]),
      let year = year(before: last), let later = self.year(before: amount), year < later
    else { return nil }
    return amount
  }

  /// Whether nothing but marks, brackets, and what is said of its budget or change stands between an amount and a word.
  private func isAttached(_ amount: Int, until word: Int) -> Bool {
    word - amount <= Passage.reach
      && (amount + 1..<max(word, amount + 1)).allSatisfy { index in
        passage.depth(index) > passage.depth(amount) || passage.taken[index]
          || Self.attachments.contains(passage.letters[index])
      }
  }

  private static let attachments: [UInt8] = [
    Letter.comma, Letter.close, Letter.percent, WordClass.up.rawValue, WordClass.down.rawValue, WordClass.flat.rawValue,
    WordClass.compare.rawValue, WordClass.period.rawValue, WordClass.completion.rawValue,
  ]

  private func isPlan(_ other: Int, of amount: Int) -> Bool {
    passage.isCarriedOut(amount) && passage.amountBefore(amount) == other
  }

  /// `调整后的支出预算为A，比年初预算增加D`: the budget that the comparison names, right before the amount.
  func planned(for amount: Int, _ statement: Statement, _ match: ShapeMatch) -> Int? {
    guard let named = BudgetStage(rawValue: Int(statement.comparedStage.rawValue)),
      [.initialBudget, .budget].contains(named),
      let compare = match[.compare], let direction = match[.direction],
      isAttached(amount, until: match.range.lowerBound),
      // 比上年预算增加: of another year.
      !(compare..<direction).contains(where: {
        passage.letters[$0] == WordClass.period.rawValue && passage.tokens[$0].value != 0
      }),
      let before = passage.amountBefore(amount, from: passage.sentencesBack(2, from: amount)),
      figures[figure(before)].isAlike(figures[figure(amount)])
    else { return nil }
    let between = passage.letters[before..<amount]
    // 预算A，其中基本支出B，比年初预算增加D: the budget of B is not A.
    guard !between.contains(WordClass.listOpener.rawValue), !between.contains(Letter.semicolon),
      passage.side(of: before) == nil || passage.side(of: amount) == nil
        || passage.side(of: before) == passage.side(of: amount),
      [.actual, .adjustedBudget].contains(passage.stage(amount)) || passage.isCarriedOut(amount)
    else { return nil }
    return [.initialBudget, .budget].contains(passage.stage(before)) ? before : nil
  }
}
