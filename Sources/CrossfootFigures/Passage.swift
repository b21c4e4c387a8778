// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// A passage as tokens, with the questions that binding asks of it. Token indices, not offsets.
struct Passage {
  let lexicon: Lexicon
  let bytes: [UInt8]
  let tokens: [ClauseToken]
  /// The token string.
  let letters: [UInt8]
  /// For each token the depth of brackets around it.
  let depth: [Int]
  /// Figures that an earlier shape took as base, delta or rate: they are nobody's amount.
  var taken: [Bool]

  init(_ tokens: [ClauseToken], lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
    self.tokens = tokens
    letters = tokens.map(\.letter)
    taken = [Bool](repeating: false, count: tokens.count)
    var level = 0
    depth = tokens.map { token in
      if token.letter == Letter.open { level += 1 }
      defer { if token.letter == Letter.close { level = max(0, level - 1) } }
      return level
    }
  }

  /// Whether a token is an amount that stands for itself.
  func isMainAmount(_ index: Int) -> Bool { letters[index] == Letter.amount && !taken[index] }

  /// First token of the sentence that holds `index`.
  func sentenceStart(_ index: Int) -> Int {
    var at = index
    while at > 0, letters[at - 1] != Letter.stop || depth[at - 1] > depth[index] { at -= 1 }
    return at
  }

  /// First token of the sentence that stands `count` sentences before that of `index`.
  func sentencesBack(_ count: Int, from index: Int) -> Int {
    var start = sentenceStart(index)
    for _ in 0..<count where start > 0 { start = sentenceStart(start - 1) }
    return start
  }

  /// Whether the clause that starts at `index` has no subject of its own: it opens a sentence or follows a comma, bracket or figure.
  func isCarried(_ index: Int) -> Bool {
    var at = index - 1
    while at >= 0, letters[at] == WordClass.period.rawValue { at -= 1 }
    guard at >= 0 else { return false }
    return letters[at] != Letter.label
  }

  /// Flow range of the words right before an amount: its label, back to the mark or figure before them.
  func labelRange(_ index: Int) -> Range<Int> {
    var at = index - 1
    var first = -1
    while at >= 0 {
      let letter = letters[at]
      if letter == Letter.label || letter == WordClass.period.rawValue || letter == Letter.enumeration
        || letter == WordClass.total.rawValue || letter == WordClass.andSoOn.rawValue
      {
        first = at
      } else if letter == Letter.close {
        at = opening(of: at)
      } else if !Self.isWord(letter) {
        break
      }
      at -= 1
    }
    guard first >= 0 else {
      let start = tokens[index].range.lowerBound
      return start..<start
    }
    // From right after what stands before, so that joining words (实际完成) stay with the label.
    let start = first > 0 ? tokens[first - 1].range.upperBound : tokens[first].range.lowerBound
    return min(start, tokens[index].range.lowerBound)..<tokens[index].range.lowerBound
  }

  /// Whether a letter is a clause word that may stand inside a label.
  private static func isWord(_ letter: UInt8) -> Bool {
    letter == WordClass.compare.rawValue || letter == WordClass.rateNoun.rawValue || letter == WordClass.plus.rawValue
      || letter == WordClass.minus.rawValue
  }

  /// The total word before an amount, or before the short name before it.
  func totalWord(before index: Int) -> Int {
    letters[index - 1] == WordClass.total.rawValue ? index - 1 : max(0, index - 2)
  }

  /// The opening bracket of a closing one, or the token itself.
  func opening(of index: Int) -> Int {
    var at = index
    while at > 0, !(letters[at] == Letter.open && depth[at] == depth[index]) { at -= 1 }
    return letters[at] == Letter.open ? at : index
  }
}
