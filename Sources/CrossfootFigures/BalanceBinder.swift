// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds balances: income, expenditure and what remains (`收入总计A，支出总计B。收支相抵，结余C`). The two sides may stand in paragraphs
/// before the balance; a heading starts anew. Fed one passage after another.
struct BalanceBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  private var income = Side()
  private var expense = Side()
  private var passages = 0
  /// The side that the last amount of the sentence belongs to.
  private var side: Int?
  private(set) var statements: [Statement] = []

  /// Sides further back than this many passages belong to something else.
  private static let reach = 2

  /// The amounts that one side of a balance may be.
  private struct Side {
    /// The last amount that is called a total, and the last one of any kind, with their passage.
    var total: (figure: FigureID, passage: Int)?
    var last: (figure: FigureID, passage: Int)?
    /// The first amount of the last sentence that names the side: its parts may follow it.
    var first: FigureID?
    /// Amounts of the current sentence.
    var inSentence = 0
    /// The token of the last amount.
    var token = -1

    var isTotal: Bool { total != nil && total?.figure == last?.figure }

    /// What was carried out takes the place of the budget before it.
    mutating func carryOut(_ figure: FigureID, _ passage: Int) {
      last = (figure, passage)
      if inSentence <= 1 { first = figure }
      inSentence = max(1, inSentence)
    }

    mutating func note(_ figure: FigureID, _ isTotal: Bool, _ passage: Int, token: Int) {
      last = (figure, passage)
      self.token = token
      if inSentence == 0 { first = figure }
      inSentence += 1
      if isTotal { total = (figure, passage) }
    }
  }

  init(lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
  }

  /// Forgets both sides: at a heading or a table.
  mutating func reset() { (income, expense, side) = (Side(), Side(), nil) }

  /// Takes the next passage.
  mutating func take(_ passage: Passage, figures: [Figure]) {
    passages += 1
    var index = 0
    while index < passage.letters.count {
      let letter = passage.letters[index]
      if letter == WordClass.balance.rawValue {
        bind(index, passage, figures)
      } else if letter == Letter.stop, index + 1 < passage.letters.count,
        passage.letters[index + 1] == WordClass.listOpener.rawValue
      {
        // 收入A。其中，甲B，乙C: parts of the side that was named.
      } else if letter == Letter.stop {
        (income.inSentence, expense.inSentence, side) = (0, 0, nil)
      } else if passage.isMainAmount(index), passage.depth(index) == 0 {
        if income.isTotal, expense.isTotal, passage.label(index, holds: lexicon.carriedWords) {
          bindCarried(index, passage, figures)
        } else if income.inSentence == 1, expense.inSentence == 1, passage.isRest(index) {
          bindCarried(index, passage, figures)
        } else {
          note(index, passage, figures)
        }
      }
      index += 1
    }
  }

  /// Remembers an amount as one of a side, by the last side word of its label.
  private mutating func note(_ index: Int, _ passage: Passage, _ figures: [Figure]) {
    let figure = passage.tokens[index].figure
    guard let own = passage.side(of: index) else {
      // 收入预算A，实际完成B
      if let side, passage.isCarriedOut(index) {
        if side == 0 { income.carryOut(figure, passages) } else { expense.carryOut(figure, passages) }
      }
      return
    }
    side = own
    if passage.isBudgetTotal(index) { return }
    let isTotal = (1...2).contains { index >= $0 && passage.letters[index - $0] == WordClass.total.rawValue }
    if own == 0 { opensAnew() }
    if own == 0 {
      income.note(figure, isTotal, passages, token: index)
    } else {
      expense.note(figure, isTotal, passages, token: index)
    }
    if own == 1, isTotal, let (total, at) = income.total, at == passages, isPair(index, passage),
      figures[total].isAlike(figures[figure])
    {
      statements.append(equal(total, figure, passage.tokens[index].range))
    }
  }

  /// Whether the totals of both sides are said in one breath and nothing is said to be left: `收入总计A、支出总计B。`,
  /// `收入总计A，支出总计B，比上年…`.
  private func isPair(_ index: Int, _ passage: Passage) -> Bool {
    guard
      let before = passage.back(from: index, to: passage.sentenceStart(index)).last(where: {
        passage.letters[$0] == Letter.amount
      }),
      passage.letters[before + 1] == Letter.enumeration || passage.letters[before + 1] == Letter.comma,
      !passage.letters[before + 2..<index].contains(where: { Self.marks.contains($0) }),
      !passage.letters.contains(WordClass.balance.rawValue)
    else { return false }
    let rest = passage.letters[(index + 1)...].prefix(2)
    return rest.isEmpty || rest.first == Letter.stop
      || rest.count == 2 && rest.first == Letter.comma
        && (rest.last == WordClass.compare.rawValue || rest.last == WordClass.up.rawValue
          || rest.last == WordClass.down.rawValue)
  }

  private static let marks: [UInt8] = [
    Letter.comma, Letter.semicolon, Letter.stop, Letter.colon, Letter.open, Letter.close,
  ]

  /// Totals of both sides that hold what is carried over, so that they are equal. Nothing says so, so it is a guess.
  private func equal(_ income: FigureID, _ expense: FigureID, _ range: Range<Int>) -> Statement {
    var statement = Statement(shape: .balance, range: range, subject: 0..<0)
    (statement.amount, statement.base) = ([income], [expense])
    statement.isOfTotals = true
    statement.isGuess = true
    return statement
  }

  /// Forgets the expenditure of an earlier paragraph where income is named again: another budget begins.
  private mutating func opensAnew() {
    if let spent = expense.last, spent.passage < passages { expense = Side() }
  }

  /// A balance word with its amount, or with none where the sides are said to be equal.
  private mutating func bind(_ word: Int, _ passage: Passage, _ figures: [Figure]) {
    let isEven = passage.tokens[word].value == ClauseWord.even
    // 收支平衡，略有结余，当年结余C: the sides are not equal.
    if isEven, goesOn(behind: word, passage) { return }
    let isDeficit = passage.tokens[word].value == ClauseWord.deficit
    // 弥补收支缺口，安排A: only what stands right behind it is the gap.
    if isDeficit, word + 1 == passage.letters.count || passage.letters[word + 1] != Letter.amount { return }
    // An amount behind the end of the sentence is somebody else's (收支相抵，保持平衡。乙区收入…).
    let behind = (word + 1..<min(word + 6, passage.letters.count)).prefix {
      ![Letter.stop, Letter.semicolon].contains(passage.letters[$0])
    }
    let amount = isEven ? nil : behind.first { passage.letters[$0] == Letter.amount }
    // 收支两抵，本年收支结余C: the word next to the amount is meant.
    if let amount, passage.letters[word + 1..<amount].contains(WordClass.balance.rawValue) { return }
    defer { reset() }
    guard isEven || amount != nil, var statement = sides(passage, word, amount ?? word, figures) else { return }
    // Sides in the balance's own sentence that are no totals (基金收入A，支出B，收支结余C) say that earlier totals are not meant.
    statement.isGuess = !statement.isOfTotals
    if let amount, let (left, right) = wholeFund(amount, passage) {
      (statement.amount, statement.base, statement.isGuess) = ([left], [right], false)
    }
    if let amount {
      guard let left = statement.amount.first, figures[left].isAlike(figures[passage.tokens[amount].figure]) else {
        return
      }
      // 滚存结余 holds the balances of earlier years too, if the totals do not.
      if passage.label(amount, holds: lexicon.rollingWords) {
        if statement.isGuess { return }
        statement.isGuess = true
      }
      statement.delta = Candidates(passage.tokens[amount].figure)
      statement.direction = isDeficit || passage.label(amount, holds: lexicon.deficitWords) ? .down : .up
    }
    statements.append(statement)
  }

  /// Income and expenditure of a fund that are all its balance comes from (社会保险基金收入A，支出B，本年收支结余C): they stand right
  /// before it, and the income is no part of another.
  private func wholeFund(_ amount: Int, _ passage: Passage) -> (FigureID, FigureID)? {
    guard let left = income.last, let right = expense.last, left.passage == passages, right.passage == passages,
      income.token < expense.token, expense.token < amount,
      passage.label(income.token, holds: lexicon.balancedFunds),
      !passage.label(expense.token, holds: lexicon.fundNames)
    else { return nil }
    let clause = passage.back(from: income.token, to: passage.sentenceStart(income.token)).reversed().prefix {
      passage.letters[$0] != Letter.semicolon
    }
    let isPart = clause.contains {
      passage.letters[$0] == WordClass.listOpener.rawValue || passage.letters[$0] == Letter.amount
    }
    let amounts = (income.token...amount).count { passage.isMainAmount($0) && passage.depth($0) == 0 }
    return isPart || amounts != 3 ? nil : (left.figure, right.figure)
  }

  /// Whether the sentence goes on with a balance that has an amount.
  private func goesOn(behind word: Int, _ passage: Passage) -> Bool {
    let rest = passage.front(from: word + 1, to: passage.letters.count).prefix { passage.letters[$0] != Letter.stop }
    guard let next = rest.first(where: { passage.letters[$0] == WordClass.balance.rawValue }) else { return false }
    return passage.tokens[next].value != ClauseWord.even && next + 1 < passage.letters.count
      && passage.letters[next + 1] == Letter.amount
  }

  /// What the totals leave to the next year (`支出总计B，年终结转C`). The totals may hold it already, so it is a guess.
  private mutating func bindCarried(_ amount: Int, _ passage: Passage, _ figures: [Figure]) {
    defer { reset() }
    guard var statement = sides(passage, amount, amount, figures), let left = statement.amount.first,
      figures[left].isAlike(figures[passage.tokens[amount].figure])
    else { return }
    statement.delta = Candidates(passage.tokens[amount].figure)
    statement.direction = .up
    statement.isGuess = true
    statements.append(statement)
  }

  /// A statement about both sides, the likeliest amounts first.
  private func sides(_ passage: Passage, _ first: Int, _ last: Int, _ figures: [Figure]) -> Statement? {
    guard let left = income.last, let right = expense.last, passages - min(left.passage, right.passage) <= Self.reach,
      figures[left.figure].isAlike(figures[right.figure])
    else { return nil }
    let range = passage.tokens[first].range.lowerBound..<passage.tokens[last].range.upperBound
    var statement = Statement(shape: .balance, range: range, subject: 0..<0)
    statement.amount = Candidates(left.figure)
    statement.base = Candidates(right.figure)
    statement.isOfTotals = income.isTotal && expense.isTotal
    if !statement.isOfTotals, let whole = income.first, let spent = expense.first,
      figures[whole].isAlike(figures[spent])
    {
      statement.amount = whole == left.figure ? [whole] : [whole, left.figure]
      statement.base = spent == right.figure ? [spent] : [spent, right.figure]
    }
    return statement
  }
}
