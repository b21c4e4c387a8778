// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds sums whose total stands after their parts: `收入A，加上B、C，收入总计T`, `甲A，乙B，合计T`, `预算A，加上B、C，减去D，调整为T`.
struct SumBinder {
  let figures: [Figure]
  let passage: Passage

  /// Heads that a sum with additions may start from: more would prove nothing.
  private static let maxHeads = 5

  /// Letters of which a passage with a sum holds one: a total follows its terms, or additions or 等 come before what
  /// they come to.
  static let needed = Letters([WordClass.total.rawValue, WordClass.plus.rawValue, WordClass.andSoOn.rawValue])

  func bind() -> [Statement] {
    var statements: [Statement] = []
    var from = 0
    // The last amount that ends a budget, and what it closes if no total follows.
    var end = (index: -1, carried: Statement?.none)
    var last = -1
    let hasPlus = passage.letters.contains(WordClass.plus.rawValue)
    let hasBalance = passage.letters.contains(WordClass.balance.rawValue)
    for index in passage.amounts where isMain(index) {
      if end.index >= from, passage.sentenceStart(index) > end.index {
        // What one budget leaves is no term of the next one.
        statements += [end.carried].compactMap { $0 }
        (from, end) = (end.index + 1, (-1, nil))
      }
      if index > 0, passage.letters[index - 1] == WordClass.andSoOn.rawValue,
        let statement = bracketed(from: from, to: index)
      {
        statements.append(statement)
      } else if isTotal(index) || hasPlus && isResult(index, from: from) {
        if let statement = sum(from: from, to: index) { statements.append(statement) }
        (from, end) = (index + 1, (-1, nil))
      } else if let statement = carried(from: from, to: index) {
        end = (index, statement)
      } else if hasBalance, isBalance(index, after: last) {
        end = (index, nil)
      }
      last = index
    }
    return statements + [end.carried].compactMap { $0 }
  }

  /// Whether an amount is what a balance word before it comes to (收支相抵，结转下年A).
  private func isBalance(_ index: Int, after last: Int) -> Bool {
    for at in (last + 1..<index).reversed() {
      if passage.letters[at] == Letter.stop { return false }
      if passage.letters[at] == WordClass.balance.rawValue { return passage.tokens[at].value != ClauseWord.even }
    }
    return false
  }

  private func isMain(_ index: Int) -> Bool { passage.isMainAmount(index) && passage.depth(index) == 0 }

  /// Whether an amount is called a total by the word right before it.
  private func isTotal(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if passage.letters[index - 1] == WordClass.total.rawValue { return true }
    // 总计支出A: a short name may stand between.
    return index > 1 && passage.letters[index - 1] == Letter.label
      && passage.letters[index - 2] == WordClass.total.rawValue
      && passage.tokens[index - 1].range.count <= 12 && passage.tokens[index - 2].value != ClauseWord.cumulative
  }

  /// Whether an amount is what the additions of its clause come to: it is called the changed value or what has rolled
  /// up, or follows the words `减去…A后`.
  private func isResult(_ index: Int, from start: Int) -> Bool {
    let first = segment(of: index, from: max(start, passage.sentenceStart(index)))
    guard index > 0, let plus = firstSign(from: first, to: index, .plus), plus + 1 < index else { return false }
    if passage.letters[index - 1] == WordClass.changeTo.rawValue || isRolledUp(index)
      || isMeans(index)
    {
      return true
    }
    return firstSign(from: plus, to: index, .minus) != nil && passage.isAfterDeduction(index)
  }

  /// Whether an amount is all that can be spent (加上补助A，可用财力B).
  private func isMeans(_ index: Int) -> Bool {
    passage.words(before: index, endIn: passage.lexicon.meansEnds)
  }

  /// Whether an amount is what has rolled up: neither last year's, nor one of several that a total follows
  /// (加上补助A、上年滚存结余B，收入合计C).
  private func isRolledUp(_ index: Int) -> Bool {
    guard passage.label(index, holds: passage.lexicon.rollingWords),
      passage.name(before: index).period.map({ $0 >= 0 }) ?? true
    else { return false }
    let rest = passage.front(from: index + 1, to: passage.letters.count).prefix {
      passage.letters[$0] != Letter.stop && passage.letters[$0] != Letter.semicolon
    }
    return !rest.contains { isMain($0) && isTotal($0) }
      && !rest.prefix(1).contains { passage.letters[$0] == Letter.enumeration }
  }

  /// First token after the last semicolon before an amount.
  private func segment(of index: Int, from start: Int) -> Int {
    passage.back(from: index, to: start).last { passage.letters[$0] == Letter.semicolon && passage.depth($0) == 0 }
      ?? start
  }

  private func firstSign(from start: Int, to end: Int, _ sign: WordClass) -> Int? {
    passage.back(from: end, to: min(start, end)).first {
      passage.letters[$0] == sign.rawValue && passage.depth($0) == 0
    }
  }

  /// The sum before a total: with additions from the head before the first 加上; without, the tight list right before it.
  private func sum(from start: Int, to total: Int) -> Statement? {
    guard figures[passage.tokens[total].figure].quantity.unit.dimension != .none else { return nil }
    let segment = segment(of: total, from: start)
    let plus = firstSign(from: segment, to: total, .plus)
    // The sentence of the total may begin a sum of its own: `收入A，加上B，可用C。支出D，加上E，支出总计T`.
    let own = firstSign(from: max(segment, passage.sentenceStart(total)), to: total, .plus)
    var lists = plus.map { additions(from: start, plus: $0, to: total) } ?? tightLists(from: start, to: total)
    if let own, own != plus {
      lists = additions(from: max(start, passage.sentenceStart(total)), plus: own, to: total) + lists
    }
    guard !lists.isEmpty else { return nil }
    var statement = statement(lists, from: start, to: total)
    // Too many to rule them all out.
    if plus != nil, lists.count > Self.maxHeads { statement.isGuess = true }
    return statement
  }

  private func statement(_ lists: [PartList], from start: Int, to total: Int) -> Statement {
    let range = passage.tokens[start].range.lowerBound..<passage.tokens[total].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: passage.labelRange(total))
    statement.amount = Candidates(passage.tokens[total].figure)
    statement.lists = lists
    return statement
  }

  private func additions(from start: Int, plus: Int, to total: Int) -> [PartList] {
    let whole = figures[passage.tokens[total].figure]
    var terms = AddedTerms()
    // 收入A，减去上解B，加上C: what is taken off may stand first.
    let first =
      passage.back(from: plus, to: max(start, passage.sentenceStart(plus))).first { AddedTerms.takesOff(passage, $0) }
      ?? plus
    for index in first..<total where passage.depth(index) == 0 {
      terms.note(passage, index)
      let isChange = isChangedTerm(index)
      guard isMain(index) || isChange else { continue }
      guard figures[passage.tokens[index].figure].isAlike(whole) else { return [] }
      terms.add(passage.tokens[index].figure, change: isChange ? passage.letters[index - 1] : nil)
    }
    let readings = terms.readings()
    let opening =
      heads(from: start, before: first, like: whole).map { [ListPart(figure: $0)] } + [
        listed(from: start, before: first, like: whole)
      ]
    return opening.filter { !$0.isEmpty }.flatMap { head in
      readings.map { PartList(parts: head + $0, closure: .closed, isTight: false) }
    }
  }

  /// The terms that the clauses before the additions name one by one: `支出A，补助下级B，转贷支出C，加上D，支出总计T`.
  private func listed(from start: Int, before plus: Int, like whole: Figure) -> [ListPart] {
    let first = segment(of: plus, from: max(start, passage.sentenceStart(plus)))
    let amounts = (first..<plus).filter { isMain($0) && figures[passage.tokens[$0].figure].isAlike(whole) }
    guard let head = amounts.first, amounts.count > 1,
      !passage.letters[head..<plus].contains(WordClass.listOpener.rawValue)
    else { return [] }
    return amounts.map { ListPart(figure: passage.tokens[$0].figure) }
  }

  /// Whether an amount is what a name of its own changed by (`加上上解支出A，调出资金增加B`), not the amount before it.
  private func isChangedTerm(_ index: Int) -> Bool {
    guard index > 2, passage.letters[index] == Letter.amount, !isMain(index), passage.letters[index - 2] == Letter.label
    else { return false }
    let (change, before) = (passage.letters[index - 1], passage.letters[index - 3])
    return (change == WordClass.up.rawValue || change == WordClass.down.rawValue)
      && (before == Letter.comma || before == Letter.enumeration)
  }

  /// What the additions are added to: the first amount of their sentence, the first since the last total, the first of
  /// a sentence between, the amount right before them.
  private func heads(from start: Int, before plus: Int, like whole: Figure) -> [FigureID] {
    let amounts = (start..<plus).filter { isMain($0) && figures[passage.tokens[$0].figure].isAlike(whole) }
    let openers = amounts.indices.filter {
      $0 == 0 || passage.sentenceStart(amounts[$0]) != passage.sentenceStart(amounts[$0 - 1])
    }.map { amounts[$0] }
    let own = openers.last { $0 >= passage.sentenceStart(plus) }
    var heads: [FigureID] = []
    let tried = [own, openers.first].compactMap { $0 } + openers.suffix(Self.maxHeads).reversed() + amounts.suffix(1)
    for token in tried {
      guard heads.count <= Self.maxHeads, !heads.contains(passage.tokens[token].figure) else { continue }
      heads.append(passage.tokens[token].figure)
    }
    return heads
  }

  /// Amounts of one sentence right before a total, with nothing but names, marks and brackets between them; where more
  /// stands before them, also together with the amount that opens the sentence: `收入A，增长P；补助收入B、上年结转C，收入总计T`.
  private func tightLists(from start: Int, to total: Int) -> [PartList] {
    let whole = figures[passage.tokens[total].figure]
    let first = max(start, passage.sentenceStart(total))
    var parts: [Int] = []
    var at = passage.totalWord(before: total) - 1
    while at >= first {
      if passage.isMainAmount(at), figures[passage.tokens[at].figure].isAlike(whole) {
        if !passage.isWeight(at) { parts.append(at) }
      } else if passage.letters[at] == Letter.close {
        at = passage.opening(of: at)
      } else if !Self.between.contains(passage.letters[at]) {
        // What cannot be read may be a part.
        if passage.isMainAmount(at), !figures[passage.tokens[at].figure].readable { return [] }
        break
      }
      at -= 1
    }
    parts.reverse()
    guard let next = parts.first else { return [] }
    guard at >= first, let head = head(of: first..<next, to: total) else {
      return list(parts, isWhole: isOpened(at, first, start) && haveOneSide(next, total))
    }
    return list([head] + parts) + list(parts)
  }

  /// Whether nothing can belong to a list before its first part: a total stands there, or the words that announce how a
  /// budget is balanced (收支平衡情况：).
  private func isOpened(_ at: Int, _ first: Int, _ start: Int) -> Bool {
    if at < first { return first > 0 && first == start }
    return passage.letters[at] == Letter.colon
      && passage.letters[max(0, at - 2)..<at].contains(WordClass.balance.rawValue)
  }

  /// The amount that opens a sentence and is the first term of the sum to a total: of the total's side, with none but
  /// its own parts behind it.
  private func head(of range: Range<Int>, to total: Int) -> Int? {
    let whole = figures[passage.tokens[total].figure]
    guard range.count <= Passage.reach, let head = range.first(where: isMain), haveOneSide(head, total),
      figures[passage.tokens[head].figure].isAlike(whole)
    else { return nil }
    let rest = (head + 1..<range.upperBound).prefix { passage.letters[$0] != WordClass.listOpener.rawValue }
    return rest.contains(where: isMain) ? nil : head
  }

  /// Whether two amounts are called income, or expenditure, both.
  private func haveOneSide(_ part: Int, _ total: Int) -> Bool {
    guard let side = passage.side(of: total) else { return false }
    return passage.side(of: part) == side
  }

  /// `收入总计T。支出A，加上上解支出B，年终结转C`: what was spent and what is left come to the total income.
  private func carried(from start: Int, to index: Int) -> Statement? {
    guard start > 0, index - start <= Passage.reach, isMain(start - 1), isTotal(start - 1),
      passage.side(of: start - 1) == 0,
      passage.label(index, holds: passage.lexicon.carriedWords)
    else { return nil }
    let whole = passage.tokens[start - 1].figure
    let parts = (start...index).filter(isMain).map { passage.tokens[$0].figure }
    let isPlain = !passage.letters[start..<index].contains {
      $0 == WordClass.listOpener.rawValue || $0 == WordClass.minus.rawValue
    }
    guard isPlain, parts.count >= 2, parts.allSatisfy({ figures[$0].isAlike(figures[whole]) }) else { return nil }
    let range = passage.tokens[start - 1].range.lowerBound..<passage.tokens[index].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: passage.labelRange(start - 1))
    statement.amount = Candidates(whole)
    statement.lists = [PartList(parts: parts.map { ListPart(figure: $0) }, closure: .closed, isTight: false)]
    statement.isGuess = true
    statement.listForm = .spentAndCarried
    return statement
  }

  private static let between: [UInt8] = [
    Letter.comma, Letter.enumeration, Letter.semicolon, Letter.label, WordClass.period.rawValue,
  ]

  /// Amounts in brackets behind their names, up to the total that closes them: `甲(A)、乙(B)等T`.
  private func bracketed(from start: Int, to total: Int) -> Statement? {
    let whole = figures[passage.tokens[total].figure]
    var parts: [Int] = []
    var at = total - 2
    while at > max(start, total - Passage.reach) {
      let letter = passage.letters[at]
      if letter == Letter.close {
        let open = passage.opening(of: at)
        if at == open + 2, passage.isMainAmount(at - 1), figures[passage.tokens[at - 1].figure].isAlike(whole) {
          parts.append(at - 1)
        }
        at = min(open, at)
        // 调入资金减少(A): a word of change ends the name.
        if at > start, Self.changes.contains(passage.letters[at - 1]) { at -= 1 }
      } else if letter != Letter.label, letter != Letter.enumeration, letter != WordClass.period.rawValue {
        break
      }
      at -= 1
    }
    let lists = list(parts.reversed())
    return lists.isEmpty ? nil : statement(lists, from: parts.last ?? start, to: total)
  }

  private static let changes: [UInt8] = [WordClass.up.rawValue, WordClass.down.rawValue]

  /// One list of parts with nothing between them.
  private func list(_ parts: [Int], isWhole: Bool = false) -> [PartList] {
    guard parts.count >= 2 else { return [] }
    let terms = parts.map { ListPart(figure: passage.tokens[$0].figure) }
    let isClosed = isWhole || passage.lexicon.isPartition(parts.map { passage.bytes[passage.labelRange($0)] })
    return [PartList(parts: terms, closure: isClosed ? .closed : .unknown, isTight: true)]
  }
}
