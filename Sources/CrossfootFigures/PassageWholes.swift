// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What the words of a share say of the whole it is taken of.
extension Passage {
  /// The words that name the whole of a share (占L的比重): the label after the share word, without its last joining word.
  func nameOfWhole(_ match: Range<Int>, word: Int) -> [UInt8] { nameOfWhole(rangeOfWhole(match, word: word)) }

  /// Flow range of these words; empty where the share names no whole.
  func rangeOfWhole(_ match: Range<Int>, word: Int) -> Range<Int> {
    // 占当年一般公共预算支出的: the year before the name is no part of it.
    let start = (word + 1..<match.upperBound).first { letters[$0] != WordClass.period.rawValue } ?? match.upperBound
    let names = (start..<match.upperBound).prefix {
      letters[$0] == Letter.label || letters[$0] == WordClass.total.rawValue
    }
    guard let first = names.first, let last = names.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }

  /// Whether a text is nothing, or a year with its mark and one more character (2024年度).
  func isYear(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.drop { $0 &- 0x30 < 10 }
    if rest.isEmpty { return true }
    guard rest.startIndex > text.startIndex,
      let (_, end) = lexicon.yearMarks.longest(in: Array(rest), at: 0, end: rest.count)
    else { return false }
    return rest.count - end <= 3
  }

  /// Flow range of the words that name a whole with the period before them (本年, 当年).
  func withPeriod(_ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, let first = tokens.firstIndex(where: { $0.range.lowerBound == range.lowerBound }), first > 0,
      letters[first - 1] == WordClass.period.rawValue
    else { return range }
    return tokens[first - 1].range.lowerBound..<range.upperBound
  }

  /// A name without the word that joins it to its share.
  func nameOfWhole(_ range: Range<Int>) -> [UInt8] {
    var name = LabelText.stripped(bytes[range])
    for suffix in lexicon.pack.genitives
    where name.count > suffix.utf8.count && name.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
      name.removeLast(suffix.utf8.count)
    }
    return name
  }

  /// Flow range of an amount's label, or where it has none of the words that join it to what stands before (实际完成).
  func wordsBefore(_ token: Int) -> Range<Int> {
    let label = labelRange(token)
    guard label.isEmpty, token > 0 else { return label }
    return min(tokens[token - 1].range.upperBound, label.lowerBound)..<label.lowerBound
  }

  /// Whether an amount's label ends in a name.
  func label(_ token: Int, endsIn name: [UInt8]) -> Bool {
    labelName(token).suffix(name.count).elementsEqual(name)
  }

  /// An amount's label up to its last name, where it stands if nothing inside it is dropped.
  func labelName(_ token: Int) -> ArraySlice<UInt8> {
    LabelText.core(bytes[labelNameRange(token)])
  }

  /// Where an amount's label stands up to its last name; empty where it has none.
  func labelNameRange(_ token: Int) -> Range<Int> {
    labelEnd(token).map { labelRange(token).lowerBound..<$0 } ?? 0..<0
  }
}
