// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What the words around an amount say.
extension Passage {
  /// The budget stage that an amount's label names: the last stage word in it, but what was spent stays spent (实际支出预算数); a label
  /// that ends in a budget word is a budget.
  func stage(_ token: Int) -> BudgetStage {
    // 调整为A: the word right before names the stage.
    if token > 0, letters[token - 1] == WordClass.changeTo.rawValue, let stage = BudgetStage(rawValue: tokens[token - 1].value), stage != .unknown {
      return stage
    }
    let range = labelRange(token)
    var at = range.lowerBound
    var found = BudgetStage.unknown
    while at < range.upperBound {
      if let (word, end) = lexicon.stages.longest(in: bytes, at: at, end: range.upperBound) {
        if found != .actual { found = lexicon.pack.stageWords[word].stage }
        at = end
      } else {
        at += 1
      }
    }
    if found == .unknown, let end = labelEnd(token),
      let (word, _) = lexicon.stageEnds.longestSuffix(in: bytes, before: end, start: range.lowerBound)
    {
      found = lexicon.pack.stageEnds[word].stage
    }
    return found
  }

  /// Whether an amount is the total of a budget (收入预算合计A), which what was carried out is not balanced against.
  func isBudgetTotal(_ token: Int) -> Bool {
    guard token > 0, letters[token - 1] == WordClass.total.rawValue else { return false }
    let end = tokens[token - 1].range.lowerBound
    return lexicon.stageEnds.longestSuffix(in: bytes, before: end, start: labelRange(token).lowerBound) != nil
  }

  /// Offset after the last name before an amount, joining words left out.
  private func labelEnd(_ token: Int) -> Int? {
    guard token > 0, letters[token - 1] == Letter.label || letters[token - 1] == WordClass.total.rawValue else { return nil }
    return tokens[token - 1].range.upperBound
  }

  /// The words that name the whole of a share (占L的比重): the label after the share word, without its last joining word.
  func nameOfWhole(_ match: Range<Int>, word: Int) -> [UInt8] { nameOfWhole(rangeOfWhole(match, word: word)) }

  /// Flow range of these words; empty where the share names no whole.
  func rangeOfWhole(_ match: Range<Int>, word: Int) -> Range<Int> {
    let names = (word + 1..<match.upperBound).prefix { letters[$0] == Letter.label || letters[$0] == WordClass.total.rawValue }
    guard let first = names.first, let last = names.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// A name without the word that joins it to its share.
  func nameOfWhole(_ range: Range<Int>) -> [UInt8] {
    var name = LabelText.stripped(bytes[range])
    for suffix in lexicon.pack.genitives where name.count > suffix.utf8.count && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
      name.removeLast(suffix.utf8.count)
    }
    return name
  }

  /// Whether an amount's label ends in a name.
  func label(_ token: Int, endsIn name: [UInt8]) -> Bool {
    self.name(token).suffix(name.count).elementsEqual(name)
  }

  /// An amount's label up to its last name.
  func name(_ token: Int) -> [UInt8] {
    guard let end = labelEnd(token) else { return [] }
    return LabelText.stripped(bytes[labelRange(token).lowerBound..<end])
  }
}
