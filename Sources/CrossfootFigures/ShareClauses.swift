// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds shares of all parts of a whole that are said part by part: `第一产业增加值占生产总值的比重为A%，第二产业比重为B%，第三产业比重为C%`. The first
/// must name the whole that its parts are known to make up: three industries do not use all the power.
struct ShareClauses {
  let passage: Passage

  /// Tokens that are looked through for the name of a part.
  private static let reach = 40

  /// The tokens of the shares of each whole.
  func runs() -> [[Int]] {
    var runs: [[Int]] = []
    var run: [Int] = []
    for token in passage.letters.indices.dropFirst(2) where passage.letters[token] == Letter.percent {
      guard let named = whole(of: token) else { continue }
      let part = part(before: token, after: run.last)
      let goesOn =
        part == run.count && named != .another && !run.isEmpty
        && passage.sentenceStart(run[0]) == passage.sentenceStart(token)
      if goesOn { run.append(token) } else { run = part == 0 && named == .known ? [token] : [] }
      guard run.count == passage.lexicon.pack.wholeParts.count else { continue }
      runs.append(run)
      run = []
    }
    return runs
  }

  /// What a share is said to be of.
  private enum Whole { case known, unsaid, another }

  /// What a percentage is said to be a share of; nil if it is none.
  private func whole(of token: Int) -> Whole? {
    let noun = token - 1
    let isShare = passage.letters[noun] == WordClass.share.rawValue
    guard isShare || passage.letters[noun] == Letter.label && passage.endsInShareNoun(noun) else { return nil }
    let near = passage.back(from: token, to: max(passage.sentenceStart(token), token - Self.reach))
    let clause = near.last { passage.letters[$0] == Letter.comma || passage.letters[$0] == Letter.semicolon }.map {
      $0 + 1
    }
    let range = passage.tokens[clause ?? near.lowerBound].range.lowerBound..<passage.tokens[noun].range.upperBound
    if passage.lexicon.sharedTotals.occurs(in: passage.bytes, range) { return .known }
    let namesAnother =
      passage.letters[noun - 1] == Letter.label && noun > 1 && passage.letters[noun - 2] == WordClass.share.rawValue
    return isShare && !namesAnother ? .unsaid : .another
  }

  /// Which part the clauses before a share name, if they name one only.
  private func part(before token: Int, after last: Int?) -> Int? {
    let near = passage.back(
      from: token, to: max(last.map { $0 + 1 } ?? 0, passage.sentenceStart(token), token - Self.reach))
    guard let start = near.last(where: { passage.letters[$0] == Letter.semicolon }).map({ $0 + 1 }) ?? near.first,
      start < token
    else { return nil }
    let end = passage.tokens[token].range.lowerBound
    var found: Int?
    var at = passage.tokens[start].range.lowerBound
    while let (part, range) = passage.lexicon.wholeParts.nextWord(in: passage.bytes, from: at, to: end) {
      if let found, found != part { return nil }
      found = part
      at = range.upperBound
    }
    return found
  }
}

extension Passage {
  /// Whether a token's words end in a noun for shares.
  func endsInShareNoun(_ token: Int) -> Bool {
    let range = tokens[token].range
    return lexicon.shareNouns.longestSuffix(in: bytes, before: range.upperBound, start: range.lowerBound) != nil
  }
}
