// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Shares of amounts that stand before them in the same order: `货物、工程和服务分别为A、B和C，占采购规模的P、Q和R`.
extension StatementBinder {
  /// More amounts than these are not listed without their names.
  private static let mostShares = 12

  /// Binds the shares from the first rate on to as many amounts right before their word; where there are more or fewer
  /// of these, nobody is meant for certain.
  mutating func bindSharesInOrder(_ match: ShapeMatch, _ word: Int, _ first: Int) {
    let rates = ratesInList(from: first)
    for rate in rates { passage.taken[rate] = true }
    let amounts = listedAmounts(before: word)
    guard amounts.count == rates.count, passage.tokens[word].value == 0 else { return }
    let name = passage.nameOfWhole(match.range, word: word)
    for (amount, rate) in zip(amounts, rates) {
      var statement = Statement(shape: .rate, range: range(amount..<rate + 1), subject: passage.labelRange(amounts[0]))
      statement.rateBase = .whole
      statement.rate = Candidates(figure(rate))
      statement.amount = Candidates(figure(amount))
      statement.isRightBehind = true
      if let base = match[.base] {
        passage.taken[base] = true
        statement.base = Candidates(figure(base))
      } else if !name.isEmpty {
        statement.comparedWords = passage.rangeOfWhole(match.range, word: word)
        bindWhole(&statement, name, word, [amount] + amounts)
      }
      statements.append(statement)
    }
  }

  /// Rates that follow one another from the first on, with nothing but a mark or a joining word between.
  func ratesInList(from first: Int) -> [Int] {
    var rates = [first]
    while let last = rates.last, rates.count <= Self.mostShares, opensList(last) { rates.append(last + 2) }
    return rates
  }

  /// The amounts of one kind that stand right before a word, with nothing but marks and joining words between.
  private func listedAmounts(before word: Int) -> [Int] {
    let before = passage.back(from: word, to: passage.sentenceStart(word))
    guard let last = before.last(where: { !Self.beforeShares.contains(passage.letters[$0]) }),
      passage.isMainAmount(last)
    else { return [] }
    var amounts = [last]
    while let first = amounts.last, first >= before.lowerBound + 2, amounts.count <= Self.mostShares,
      passage.isMainAmount(first - 2),
      joins(first - 1), figures[figure(first - 2)].isAlike(figures[figure(last)])
    {
      amounts.append(first - 2)
    }
    return amounts.reversed()
  }

  /// What may stand between the last amount and the word for its share.
  private static let beforeShares: [UInt8] = [Letter.comma, WordClass.respectively.rawValue, WordClass.period.rawValue]
}
