// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds rates of which one is what another leaves of a third: `出生率P；死亡率Q；自然增长率R`.
struct RateDifferences {
  let figures: [Figure]
  let passage: Passage

  /// Letters of which a passage with such rates holds one.
  static let needed = Letters([Letter.percent])

  func bind() -> [Statement] {
    var statements: [Statement] = []
    // The rates of each difference since the last one that was complete.
    var rates: [Int] = []
    for token in passage.letters.indices.dropFirst()
    where passage.letters[token] == Letter.percent && passage.letters[token - 1] == Letter.label {
      let label = passage.tokens[token - 1].range
      guard
        let (word, _) = passage.lexicon.differences.longestSuffix(
          in: passage.bytes, before: label.upperBound, start: label.lowerBound)
      else { continue }
      if rates.isEmpty { rates = [Int](repeating: -1, count: 3 * passage.lexicon.pack.differences.count) }
      rates[word] = token
      let whole = word - word % 3
      guard word % 3 == 2 else { continue }
      if let statement = difference(rates[whole], rates[whole + 1], token) { statements.append(statement) }
      for index in whole..<whole + 3 { rates[index] = -1 }
    }
    return statements
  }

  private func difference(_ whole: Int, _ taken: Int, _ rest: Int) -> Statement? {
    guard whole >= 0, taken >= 0 else { return nil }
    let ids = [whole, taken, rest].map { passage.tokens[$0].figure }
    guard figures[ids[0]].isAlike(figures[ids[1]]), figures[ids[0]].isAlike(figures[ids[2]]) else { return nil }
    let range = passage.tokens[min(whole, taken)].range.lowerBound..<passage.tokens[rest].range.upperBound
    var statement = Statement(shape: .remainder, range: range, subject: passage.labelRange(rest))
    statement.amount = [ids[0]]
    statement.delta = [ids[2]]
    statement.lists = [PartList(parts: [ListPart(figure: ids[1], sign: -1)], closure: .closed, isTight: true)]
    return statement
  }
}
