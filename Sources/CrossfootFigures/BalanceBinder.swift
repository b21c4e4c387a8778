// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds balances: income, expenditure and what remains (`收入总计A，支出总计B。收支相抵，结余C`). The two sides may stand in paragraphs before
/// the balance; a heading starts anew. Fed one passage after another.
struct BalanceBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  private var income = Side()
  private var expense = Side()
  private var passages = 0
  private(set) var statements: [Statement] = []

  /// Sides further back than this many passages belong to something else.
  private static let reach = 2

  /// The amounts that one side of a balance may be.
  private struct Side {
    /// The last amount that is called a total, and the last one of any kind, with their passage.
    var total: (figure: FigureID, passage: Int)?
    var last: (figure: FigureID, passage: Int)?
    /// Amounts of the current sentence.
    var inSentence = 0
  }

  init(lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
  }

  /// Forgets both sides: at a heading or a table.
  mutating func reset() { (income, expense) = (Side(), Side()) }

  /// Takes the next passage.
  mutating func take(_ passage: Passage, figures: [Figure]) {
    passages += 1
    var index = 0
    while index < passage.letters.count {
      let letter = passage.letters[index]
      if letter == WordClass.balance.rawValue {
        bind(index, passage, figures)
      } else if letter == Letter.stop {
        (income.inSentence, expense.inSentence) = (0, 0)
      } else if passage.isMainAmount(index), passage.depth[index] == 0 {
        note(index, passage)
      }
      index += 1
    }
  }

  /// Remembers an amount as one of a side, by the last side word of its label.
  private mutating func note(_ index: Int, _ passage: Passage) {
    let range = passage.labelRange(index)
    var side: Int?
    var at = range.lowerBound
    while at < range.upperBound {
      if let (word, end) = lexicon.sideWords.longest(in: bytes, at: at, end: range.upperBound) {
        side = word
        at = end
      } else {
        at += 1
      }
    }
    guard let side, side < 2, !passage.isBudgetTotal(index) else { return }
    let figure = passage.tokens[index].figure
    let isTotal = (1...2).contains { index >= $0 && passage.letters[index - $0] == WordClass.total.rawValue }
    if side == 0 {
      Self.note(figure, isTotal, passages, &income)
    } else {
      Self.note(figure, isTotal, passages, &expense)
    }
  }

  private static func note(_ figure: FigureID, _ isTotal: Bool, _ passage: Int, _ side: inout Side) {
    side.last = (figure, passage)
    side.inSentence += 1
    if isTotal { side.total = (figure, passage) }
  }

  /// A balance word with its amount, or with none where the sides are said to be equal.
  private mutating func bind(_ word: Int, _ passage: Passage, _ figures: [Figure]) {
    let isEven = passage.tokens[word].value == ClauseWord.even
    // An amount behind the end of the sentence is somebody else's (收支相抵，保持平衡。乙区收入…).
    let behind = (word + 1..<min(word + 6, passage.letters.count)).prefix { ![Letter.stop, Letter.semicolon].contains(passage.letters[$0]) }
    let amount = isEven ? nil : behind.first { passage.letters[$0] == Letter.amount }
    defer { reset() }
    guard isEven || amount != nil, let left = income.last, let right = expense.last,
      passages - min(left.passage, right.passage) <= Self.reach, figures[left.figure].isAlike(figures[right.figure])
    else { return }
    // Sides in the balance's own sentence that are no totals (基金收入A，支出B，收支结余C) say that earlier totals are not meant.
    let areTotals = income.total?.figure == income.last?.figure && expense.total?.figure == expense.last?.figure
      && income.total != nil && expense.total != nil
    let range = passage.tokens[word].range.lowerBound..<passage.tokens[amount ?? word].range.upperBound
    var statement = Statement(shape: .balance, range: range, subject: 0..<0)
    statement.amount = [left.figure]
    statement.base = [right.figure]
    if let amount {
      guard figures[left.figure].isAlike(figures[passage.tokens[amount].figure]), !isRolling(amount, passage) else { return }
      statement.delta = [passage.tokens[amount].figure]
      statement.direction = isDeficit(amount, passage) ? .down : .up
    }
    statement.isGuess = !areTotals
    statements.append(statement)
  }

  private func contains(_ words: WordTrie, _ amount: Int, _ passage: Passage) -> Bool {
    let range = passage.labelRange(amount)
    return range.contains { words.longest(in: bytes, at: $0, end: range.upperBound) != nil }
  }

  private func isDeficit(_ amount: Int, _ passage: Passage) -> Bool { contains(lexicon.deficitWords, amount, passage) }
  /// 滚存结余 holds the balances of earlier years too.
  private func isRolling(_ amount: Int, _ passage: Passage) -> Bool { contains(lexicon.rollingWords, amount, passage) }
}
