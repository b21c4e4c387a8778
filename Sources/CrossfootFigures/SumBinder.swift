// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds sums whose total stands after their parts: `收入A，加上B、C，收入总计T`, `甲A，乙B，合计T`, `预算A，加上B、C，减去D，调整为T`.
struct SumBinder {
  let figures: [Figure]
  let passage: Passage

  /// Heads that a sum with additions may start from: more would prove nothing.
  private static let maxHeads = 3

  func bind() -> [Statement] {
    var statements: [Statement] = []
    var from = 0
    let hasPlus = passage.letters.contains(WordClass.plus.rawValue)
    for index in passage.letters.indices where isMain(index) {
      if index > 0, passage.letters[index - 1] == WordClass.andSoOn.rawValue, let statement = bracketed(from: from, to: index) {
        statements.append(statement)
      } else if isTotal(index) || hasPlus && isResult(index, from: from) {
        if let statement = sum(from: from, to: index) { statements.append(statement) }
        from = index + 1
      }
    }
    return statements
  }

  private func isMain(_ index: Int) -> Bool { passage.isMainAmount(index) && passage.depth[index] == 0 }

  /// Whether an amount is called a total by the word right before it.
  private func isTotal(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    if passage.letters[index - 1] == WordClass.total.rawValue { return true }
    // 总计支出A: a short name may stand between.
    return index > 1 && passage.letters[index - 1] == Letter.label && passage.letters[index - 2] == WordClass.total.rawValue
      && passage.tokens[index - 1].range.count <= 12 && passage.tokens[index - 2].value != ClauseWord.cumulative
  }

  /// Whether an amount is what the additions of its clause come to: it is called the changed value or what has rolled up, or follows
  /// the words `减去…A后`.
  private func isResult(_ index: Int, from start: Int) -> Bool {
    let first = segment(of: index, from: max(start, passage.sentenceStart(index)))
    guard index > 0, let plus = firstSign(from: first, to: index, .plus), plus + 1 < index else { return false }
    if passage.letters[index - 1] == WordClass.changeTo.rawValue || passage.label(index, holds: passage.lexicon.rollingWords) { return true }
    return firstSign(from: plus, to: index, .minus) != nil && passage.isAfterDeduction(index)
  }

  /// First token after the last semicolon before an amount.
  private func segment(of index: Int, from start: Int) -> Int {
    passage.back(from: index, to: start).last { passage.letters[$0] == Letter.semicolon && passage.depth[$0] == 0 } ?? start
  }

  private func firstSign(from start: Int, to end: Int, _ sign: WordClass) -> Int? {
    passage.back(from: end, to: min(start, end)).first { passage.letters[$0] == sign.rawValue && passage.depth[$0] == 0 }
  }

  /// The sum before a total: with additions from the head before the first 加上; without, the tight list right before it.
  private func sum(from start: Int, to total: Int) -> Statement? {
    guard figures[passage.tokens[total].figure].quantity.unit.dimension != .none else { return nil }
    let plus = firstSign(from: segment(of: total, from: start), to: total, .plus)
    let lists = plus.map { additions(from: start, plus: $0, to: total) } ?? tightList(from: start, to: total)
    guard !lists.isEmpty else { return nil }
    return statement(lists, from: start, to: total)
  }

  private func statement(_ lists: [PartList], from start: Int, to total: Int) -> Statement {
    let range = passage.tokens[start].range.lowerBound..<passage.tokens[total].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: passage.labelRange(total))
    statement.amount = [passage.tokens[total].figure]
    statement.lists = lists
    return statement
  }

  private func additions(from start: Int, plus: Int, to total: Int) -> [PartList] {
    let whole = figures[passage.tokens[total].figure]
    var sign = 1
    var parts: [ListPart] = []
    for index in plus..<total {
      if passage.letters[index] == WordClass.plus.rawValue { sign = 1 }
      if passage.letters[index] == WordClass.minus.rawValue { sign = -1 }
      guard isMain(index) else { continue }
      guard figures[passage.tokens[index].figure].isAlike(whole) else { return [] }
      parts.append(ListPart(figure: passage.tokens[index].figure, sign: sign))
    }
    guard !parts.isEmpty else { return [] }
    return heads(from: start, before: plus, like: whole).map { head in
      PartList(parts: [ListPart(figure: head)] + parts, closure: .closed, isTight: false)
    }
  }

  /// What the additions are added to: the first amount of their sentence, the first since the last total, the amount right before them.
  private func heads(from start: Int, before plus: Int, like whole: Figure) -> [FigureID] {
    let amounts = (start..<plus).filter { isMain($0) && figures[passage.tokens[$0].figure].isAlike(whole) }
    let sentence = passage.sentenceStart(plus)
    var heads: [FigureID] = []
    for token in [amounts.first { $0 >= sentence }, amounts.first, amounts.last] {
      guard let token, heads.count < Self.maxHeads, !heads.contains(passage.tokens[token].figure) else { continue }
      heads.append(passage.tokens[token].figure)
    }
    return heads
  }

  /// Amounts of one sentence right before a total, with nothing but names and marks between them.
  private func tightList(from start: Int, to total: Int) -> [PartList] {
    let whole = figures[passage.tokens[total].figure]
    let first = max(start, passage.sentenceStart(total))
    var parts: [Int] = []
    for index in (first..<passage.totalWord(before: total)).reversed() {
      if passage.isMainAmount(index), figures[passage.tokens[index].figure].isAlike(whole) {
        if !passage.isWeight(index) { parts.append(index) }
      } else if !Self.between.contains(passage.letters[index]) {
        // What cannot be read may be a part.
        if passage.isMainAmount(index), !figures[passage.tokens[index].figure].readable { return [] }
        break
      }
    }
    return list(parts.reversed())
  }

  private static let between: [UInt8] = [Letter.comma, Letter.enumeration, Letter.semicolon, Letter.label, WordClass.period.rawValue]

  /// Amounts in brackets behind their names, up to the total that closes them: `甲(A)、乙(B)等T`.
  private func bracketed(from start: Int, to total: Int) -> Statement? {
    let whole = figures[passage.tokens[total].figure]
    var parts: [Int] = []
    var at = total - 2
    while at > max(start, total - Passage.reach) {
      let letter = passage.letters[at]
      if letter == Letter.close {
        let open = passage.opening(of: at)
        if at == open + 2, passage.isMainAmount(at - 1), figures[passage.tokens[at - 1].figure].isAlike(whole) { parts.append(at - 1) }
        at = min(open, at)
      } else if letter != Letter.label, letter != Letter.enumeration, letter != WordClass.period.rawValue {
        break
      }
      at -= 1
    }
    let lists = list(parts.reversed())
    return lists.isEmpty ? nil : statement(lists, from: parts.last ?? start, to: total)
  }

  /// One list of parts with nothing between them.
  private func list(_ parts: [Int]) -> [PartList] {
    guard parts.count >= 2 else { return [] }
    return [PartList(parts: parts.map { ListPart(figure: passage.tokens[$0].figure) }, closure: .unknown, isTight: true)]
  }
}
