// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// A passage as tokens, with the questions that binding asks of it. Token indices, not offsets.
struct Passage {
  private let content: Content
  /// Figures that an earlier shape took as base, delta or rate: they are nobody's amount.
  var taken: [Bool]

  /// Tokens looked at for who is meant, on either side of a word. Sentences are far shorter; a sentence that is not
  /// must not be read again for each of its figures.
  static let reach = 400

  init(_ tokens: [ClauseToken], lexicon: Lexicon, bytes: [UInt8]) {
    content = Content(tokens, lexicon, bytes)
    taken = [Bool](of: false, times: tokens.count)
  }

  var lexicon: Lexicon { content.lexicon }
  var bytes: [UInt8] { content.bytes }
  var tokens: [ClauseToken] { content.tokens }
  /// The token string.
  var letters: [UInt8] { content.letters }
  /// The tokens that are amounts.
  var amounts: [Int] { content.amounts }

  /// How a token is nested.
  private struct Nest {
    /// Brackets around it.
    var depth: Int32
    /// The first token of its sentence.
    var start: Int32
    /// Of a closing bracket the opening one, of any other token itself.
    var opening: Int32
  }

  /// What never changes: one object, so that handing a passage on copies few references.
  private final class Content {
    let lexicon: Lexicon
    let bytes: [UInt8]
    let tokens: [ClauseToken]
    let letters: [UInt8]
    let amounts: [Int]
    /// For each token how it is nested.
    let nests: [Nest]

    /// Finds brackets, sentences and amounts in one pass.
    init(_ tokens: [ClauseToken], _ lexicon: Lexicon, _ bytes: [UInt8]) {
      (self.lexicon, self.bytes, self.tokens) = (lexicon, bytes, tokens)
      var (letters, amounts, nests) = ([UInt8](), [Int](), [Nest]())
      letters.reserveCapacity(tokens.count)
      nests.reserveCapacity(tokens.count)
      amounts.reserveCapacity(tokens.count / 4)
      // The open brackets, each with the start of the sentence that goes on outside it.
      var open: [(bracket: Int32, start: Int32)] = []
      var start: Int32 = 0
      for token in tokens.indices {
        let letter = tokens[token].letter
        let index = Int32(truncatingIfNeeded: token)
        letters.append(letter)
        if letter == Letter.amount { amounts.append(token) }
        if letter == Letter.open { open.append((index, start)) }
        let opening = letter == Letter.close ? open.last?.bracket ?? index : index
        nests.append(Nest(depth: Int32(truncatingIfNeeded: open.count), start: start, opening: opening))
        if letter == Letter.stop { start = index + 1 }
        if letter == Letter.close, let outer = open.popLast() { start = outer.start }
      }
      (self.letters, self.amounts, self.nests) = (letters, amounts, nests)
    }
  }

  /// Brackets around a token.
  func depth(_ index: Int) -> Int { Int(content.nests[index].depth) }

  /// The last tokens before `index`, back to `start` at most.
  func back(from index: Int, to start: Int) -> Range<Int> { max(start, index - Passage.reach)..<index }

  /// The first tokens from `start` on, up to `index` at most.
  func front(from start: Int, to index: Int) -> Range<Int> { start..<min(index, start + Passage.reach) }

  /// Flow range of the bracket right behind a token, if one stands there.
  func bracket(behind index: Int) -> Range<Int>? {
    guard index + 1 < letters.count, letters[index + 1] == Letter.open,
      let close = letters[(index + 1)...].prefix(Passage.reach).firstIndex(of: Letter.close)
    else { return nil }
    return tokens[index + 1].range.lowerBound..<tokens[close].range.upperBound
  }

  /// Whether a token is an amount that stands for itself.
  func isMainAmount(_ index: Int) -> Bool { letters[index] == Letter.amount && !taken[index] }

  /// First token of the sentence that holds `index`.
  func sentenceStart(_ index: Int) -> Int { Int(content.nests[index].start) }

  /// First token of the sentence that stands `count` sentences before that of `index`.
  func sentencesBack(_ count: Int, from index: Int) -> Int {
    var start = sentenceStart(index)
    for _ in 0..<count where start > 0 { start = sentenceStart(start - 1) }
    return start
  }

  /// Whether the clause that starts at `index` has no subject of its own: it opens a sentence or follows a comma,
  /// bracket or figure.
  func isCarried(_ index: Int) -> Bool {
    guard let last = back(from: index, to: 0).last(where: { letters[$0] != WordClass.period.rawValue }) else {
      return false
    }
    return letters[last] != Letter.label
  }

  /// Flow range of the words right before an amount: its label, back to the mark or figure before them.
  func labelRange(_ index: Int) -> Range<Int> {
    let least = max(0, index - Passage.reach)
    var at = index - 1
    var first = -1
    while at >= least {
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
  func opening(of index: Int) -> Int { Int(content.nests[index].opening) }
}
