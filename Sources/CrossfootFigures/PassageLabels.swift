// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// A name in a sentence: its words, and the year or period that it is said to be of.
struct PassageName {
  /// What an enumeration names (收入总计、支出总计), one by one; else the name alone.
  var parts: [[UInt8]] = []
  /// A year, or years from this one (0 this year, -1 last year); nil if none is named.
  var period: Int?
  /// Bytes of the name behind the period, where words stand before it too: `某局2025年度支出总计` is the same as `支出总计`.
  var behindPeriod = 0

  /// The name as a whole.
  var text: [UInt8] { parts.flatMap { $0 } }

  /// Whether two names do not say that they are of different periods.
  func mayBeOfOnePeriod(with other: PassageName) -> Bool {
    guard let period, let of = other.period else { return period ?? 0 >= 0 && other.period ?? 0 >= 0 }
    return period == of || period == 0 && of > Self.firstYear || of == 0 && period > Self.firstYear
  }

  /// Whether it is a name, or that name behind those whom it is of and the period.
  func says(_ name: [UInt8]) -> Bool {
    text == name
      || behindPeriod > 0 && parts.count == 1 && behindPeriod == name.count
        && parts[0].suffix(behindPeriod).elementsEqual(name)
  }

  /// Periods from here on are years; others count from this year.
  private static let firstYear = 1000
}

/// What the words around an amount say.
extension Passage {
  /// The words right before a token, back to the mark or figure before them; without brackets, periods and joining
  /// words.
  func name(before index: Int) -> PassageName {
    var name = PassageName()
    name.parts = [[]]
    let least = max(0, index - Passage.reach)
    var at = index - 1
    while at >= least {
      switch letters[at] {
      case Letter.label, WordClass.total.rawValue:
        name.parts[0] = LabelText.stripped(bytes[tokens[at].range]) + name.parts[0]
      case Letter.enumeration: name.parts.insert([], at: 0)
      case WordClass.period.rawValue:
        if name.period == nil { name.behindPeriod = name.parts[0].count }
        name.period = tokens[at].value
      case WordClass.respectively.rawValue where name.parts == [[]]: break
      case Letter.close where opening(of: at) != at: at = opening(of: at)
      default: at = least
      }
      at -= 1
    }
    for part in name.parts.indices {
      guard let length = stageEnd(of: name.parts[part]) else { continue }
      name.parts[part].removeLast(length)
      name.behindPeriod = max(0, name.behindPeriod - length)
    }
    return name
  }

  /// Bytes of the word for what was spent at the end of a name: 公务接待费支出 and 公务接待费支出决算 are one.
  private func stageEnd(of name: [UInt8]) -> Int? {
    // The shortest: 支出决算 ends a name that 支出 belongs to.
    lexicon.actualStages.first { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }?.count
  }

  /// The budget stage that an amount's label names: the last stage word in it, but what was spent stays spent
  /// (实际支出预算数); a label that ends in a budget word is a budget.
  func stage(_ token: Int) -> BudgetStage {
    // 调整为A: the word right before names the stage.
    if token > 0, letters[token - 1] == WordClass.changeTo.rawValue,
      let stage = BudgetStage(rawValue: tokens[token - 1].value), stage != .unknown
    {
      return stage
    }
    let range = labelRange(token)
    var at = range.lowerBound
    var found = BudgetStage.unknown
    while let (word, place) = lexicon.stages.nextWord(in: bytes, from: at, to: range.upperBound) {
      if found != .actual { found = lexicon.pack.stageWords[word].stage }
      at = place.upperBound
    }
    if found == .unknown, let end = nameEnd(token), !isFundTotal(token, end, range.lowerBound),
      let (word, _) = lexicon.stageEnds.longestSuffix(in: bytes, before: end, start: range.lowerBound)
    {
      found = lexicon.pack.stageEnds[word].stage
    }
    return found
  }

  /// Whether an amount is the total of a fund whose name ends in the word for a budget (一般公共预算总收入): that makes it none.
  private func isFundTotal(_ token: Int, _ end: Int, _ start: Int) -> Bool {
    end != labelEnd(token) && lexicon.fundEnds.longestSuffix(in: bytes, before: end, start: start) != nil
  }

  /// The side that the last side word of an amount's label names: 0 for income, 1 for expenditure.
  func side(of token: Int) -> Int? {
    let range = labelRange(token)
    var side: Int?
    var at = range.lowerBound
    while let (word, place) = lexicon.sideWords.nextWord(in: bytes, from: at, to: range.upperBound) {
      side = word
      at = place.upperBound
    }
    return side.flatMap { $0 < 2 ? $0 : nil }
  }

  /// Whether an amount is named by nothing but a word for what remains (结余A).
  func isRest(_ token: Int) -> Bool {
    let range = labelRange(token)
    guard let (word, end) = lexicon.sideWords.longest(in: bytes, at: range.lowerBound, end: range.upperBound) else {
      return false
    }
    return word > 1 && end == range.upperBound
  }

  /// Whether an amount has no name of its own, but is said to be what was carried out of the amount before it
  /// (收入A，实际完成B).
  func isCarriedOut(_ token: Int) -> Bool {
    guard labelRange(token).isEmpty else { return false }
    return SubjectLexicon.chinese.read(LabelText.stripped(bytes[wordsBefore(token)])).stage == .actual
  }

  /// Whether the words right before an amount end in one of a list.
  func words(before token: Int, endIn ends: WordTrie) -> Bool {
    guard token > 0, letters[token - 1] == Letter.label else { return false }
    let words = tokens[token - 1].range
    return ends.longestSuffix(in: bytes, before: words.upperBound, start: words.lowerBound) != nil
  }

  /// Whether an amount's name says no more than that it was carried out (实际支出A): neither of what nor by whom.
  func isAllCarriedOut(_ token: Int) -> Bool {
    let name = SubjectLexicon.chinese.read(LabelText.stripped(bytes[wordsBefore(token)]))
    return name.stage == .actual && name.scope.isEmpty && name.name.count <= Self.noun
  }

  /// Bytes of a noun of two Han.
  private static let noun = 6

  /// The last amount before a token within its sentence, of its depth and not taken by another.
  func amountBefore(_ token: Int, from start: Int? = nil) -> Int? {
    back(from: token, to: start ?? sentenceStart(token)).last { isMainAmount($0) && depth($0) == depth(token) }
  }

  /// Whether an amount is the total of a budget (收入预算合计A), which what was carried out is not balanced against.
  func isBudgetTotal(_ token: Int) -> Bool {
    guard token > 0, letters[token - 1] == WordClass.total.rawValue else { return false }
    let end = tokens[token - 1].range.lowerBound
    let start = labelRange(token).lowerBound
    // 基金预算收入总计A: the word belongs to the name of the fund.
    return lexicon.stageEnds.longestSuffix(in: bytes, before: end, start: start) != nil
      && lexicon.fundEnds.longestSuffix(in: bytes, before: end, start: start) == nil
  }

  /// Whether an amount is called a full mark (分值10分): it is not one of the scores that add up.
  func isWeight(_ token: Int) -> Bool {
    guard let end = labelEnd(token) else { return false }
    return lexicon.weightEnds.longestSuffix(in: bytes, before: end, start: labelRange(token).lowerBound) != nil
  }

  /// Offset after the last name before an amount, joining words left out.
  func labelEnd(_ token: Int) -> Int? {
    guard token > 0, letters[token - 1] == Letter.label || letters[token - 1] == WordClass.total.rawValue else {
      return nil
    }
    return tokens[token - 1].range.upperBound
  }

  /// Offset after the last name before an amount, a word that calls it a total (收入预算合计) left out.
  private func nameEnd(_ token: Int) -> Int? {
    guard token > 1, letters[token - 1] == WordClass.total.rawValue, letters[token - 2] == Letter.label else {
      return labelEnd(token)
    }
    return tokens[token - 2].range.upperBound
  }

  /// The direction of a verb of change that stands right before an amount (增产D, 多退D, 比上年决算数多D).
  func verbOfChange(_ token: Int) -> Direction? {
    guard token > 0, letters[token - 1] == Letter.label, let end = labelEnd(token),
      let (verb, _) = lexicon.changeVerbs.longestSuffix(
        in: bytes, before: end, start: tokens[token - 1].range.lowerBound)
    else { return nil }
    return verb < lexicon.pack.verbsUp.count ? .up : .down
  }

  /// Whether one of some words stands in an amount's label.
  func label(_ token: Int, holds words: WordTrie) -> Bool {
    let range = labelRange(token)
    return words.occurs(in: bytes, range)
  }

  /// Whether an amount is what is left after the amount before it was taken off (扣除A后，结余B): nothing but names stands
  /// between, the first of which says so.
  func isAfterDeduction(_ token: Int) -> Bool {
    let least = max(sentenceStart(token), token - Passage.remainderReach)
    guard let last = back(from: token, to: least).last(where: { isMainAmount($0) && depth($0) <= depth(token) }),
      last + 1 < token,
      letters[last + 1] == Letter.label,
      lexicon.deductionEnds.longest(
        in: bytes, at: tokens[last + 1].range.lowerBound, end: tokens[last + 1].range.upperBound) != nil
    else { return false }
    return (last + 1..<token).allSatisfy { Self.namesRemainder(tokens[$0]) }
  }

  /// Tokens between what is taken off and what is left.
  private static let remainderReach = 8

  private static func namesRemainder(_ token: ClauseToken) -> Bool {
    switch token.letter {
    case Letter.label, Letter.comma, Letter.enumeration, WordClass.total.rawValue: true
    case WordClass.period.rawValue: token.value >= 0
    default: false
    }
  }
}
