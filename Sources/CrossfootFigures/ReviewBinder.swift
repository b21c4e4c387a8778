// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What a review took off: `送审金额A，审定金额B，审减金额C，审减率P`.
extension StatementBinder {
  /// The rate is what the review took off of what was handed in; both must be printed in the rate's own sentence, once each.
  func reviewed(_ word: Int, _ rate: Int) -> Statement? {
    var (whole, part) = (-1, -1)
    for amount in passage.back(from: word, to: passage.sentenceStart(word)) where passage.letters[amount] == Letter.amount {
      guard passage.depth(amount) == passage.depth(word) else { continue }
      if isCut(amount) {
        if part >= 0 { return nil }
        part = amount
      } else if passage.label(amount, holds: passage.lexicon.reviewedWords) {
        if whole >= 0 || part >= 0 { return nil }
        whole = amount
      }
    }
    guard whole >= 0, part >= 0, figures[figure(whole)].isAlike(figures[figure(part)]) else { return nil }
    var statement = Statement(shape: .rate, range: range(part..<rate + 1), subject: passage.labelRange(part))
    statement.rateBase = .whole
    statement.rate = [figure(rate)]
    statement.amount = [figure(part)]
    statement.base = [figure(whole)]
    statement.isRightBehind = true
    // 平均审减率: it may be the mean of the projects' rates.
    statement.isGuess = passage.letters[part..<word].contains(WordClass.mean.rawValue)
    return statement
  }

  /// Whether an amount is what was taken off, by its label or by the verb before it (核减A).
  private func isCut(_ amount: Int) -> Bool {
    let label = passage.labelRange(amount)
    let verb = passage.back(from: amount, to: 0).reversed().prefix { passage.letters[$0] == Letter.label || passage.letters[$0] == WordClass.down.rawValue }.last
    let start = verb.map { min(passage.tokens[$0].range.lowerBound, label.lowerBound) } ?? label.lowerBound
    return passage.lexicon.cutWords.occurs(in: passage.bytes, start..<passage.tokens[amount].range.lowerBound)
  }
}
