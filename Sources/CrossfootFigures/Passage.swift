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
  /// For each token the depth of brackets around it, the first token of its sentence, and of a closing bracket the opening one (of
  /// any other token itself).
  let depth: [Int]
  private let starts: [Int]
  let openings: [Int]
  /// Figures that an earlier shape took as base, delta or rate: they are nobody's amount.
  var taken: [Bool]

  /// Tokens looked at for who is meant, on either side of a word. Sentences are far shorter; a sentence that is not must not be read
  /// again for each of its figures.
  static let reach = 400

  init(_ tokens: [ClauseToken], lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
    self.tokens = tokens
    letters = tokens.map(\.letter)
    taken = [Bool](of: false, times: tokens.count)
    var nesting = Nesting(tokens.count)
    for letter in letters { nesting.add(letter) }
    (depth, starts, openings) = (nesting.depth, nesting.starts, nesting.openings)
  }

  /// The brackets and sentences of a token string, in one pass.
  private struct Nesting {
    var depth: [Int] = []
    var starts: [Int] = []
    var openings: [Int] = []
    /// The open brackets; and for each level the start of the sentence that goes on there.
    private var open: [Int] = []
    private var sentences = [0]

    init(_ count: Int) {
      depth.reserveCapacity(count)
      starts.reserveCapacity(count)
      openings.reserveCapacity(count)
    }

    mutating func add(_ letter: UInt8) {
      let index = depth.count
      if letter == Letter.open {
        open.append(index)
        sentences.append(sentences[sentences.count - 1])
      }
      depth.append(open.count)
      starts.append(sentences[open.count])
      openings.append(letter == Letter.close ? open.last ?? index : index)
      if letter == Letter.stop { sentences[open.count] = index + 1 }
      if letter == Letter.close, open.popLast() != nil { sentences.removeLast() }
    }
  }

  /// The last tokens before `index`, back to `start` at most.
  func back(from index: Int, to start: Int) -> Range<Int> { max(start, index - Passage.reach)..<index }

  /// The first tokens from `start` on, up to `index` at most.
  func front(from start: Int, to index: Int) -> Range<Int> { start..<min(index, start + Passage.reach) }

  /// Whether a token is an amount that stands for itself.
  func isMainAmount(_ index: Int) -> Bool { letters[index] == Letter.amount && !taken[index] }

  /// First token of the sentence that holds `index`.
  func sentenceStart(_ index: Int) -> Int { starts[index] }

  /// First token of the sentence that stands `count` sentences before that of `index`.
  func sentencesBack(_ count: Int, from index: Int) -> Int {
    var start = sentenceStart(index)
    for _ in 0..<count where start > 0 { start = sentenceStart(start - 1) }
    return start
  }

  /// Whether the clause that starts at `index` has no subject of its own: it opens a sentence or follows a comma, bracket or figure.
  func isCarried(_ index: Int) -> Bool {
    guard let last = back(from: index, to: 0).last(where: { letters[$0] != WordClass.period.rawValue }) else { return false }
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
  func opening(of index: Int) -> Int { openings[index] }
}
