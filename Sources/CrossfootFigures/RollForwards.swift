// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds what a year leaves with all that it comes from, in one sentence: `年初结转和结余A，本年收入B，本年支出C，年末结转和结余D`.
struct RollForwards {
  let figures: [Figure]
  let passage: Passage

  /// Amounts of such a sentence at least, and at most.
  private static let (fewest, most) = (4, 8)

  func bind() -> [Statement] {
    guard passage.amounts.count >= Self.fewest else { return [] }
    return passage.amounts.compactMap { index in
      sign(index) == 0 ? statement(to: index) : nil
    }
  }

  /// The sign of an amount among what a year leaves, 0 for what it leaves; nil for any other amount.
  private func sign(_ index: Int) -> Int? {
    guard index > 0, passage.depth(index) == 0, passage.isMainAmount(index),
      passage.letters[index - 1] != WordClass.up.rawValue,
      passage.letters[index - 1] != WordClass.down.rawValue
    else { return nil }
    let label = passage.labelRange(index)
    let end = passage.tokens[index - 1].range.upperBound
    guard label.lowerBound < end else { return nil }
    return passage.lexicon.rollTerms.longestSuffix(in: passage.bytes, before: end, start: label.lowerBound).map {
      passage.lexicon.rollSigns[$0.word]
    }
  }

  /// The terms stand one after the other right before what they leave, each once: what was taken over, earned and spent
  /// at least.
  private func statement(to closing: Int) -> Statement? {
    let start = passage.sentenceStart(closing)
    let before = passage.back(from: closing, to: start).filter { passage.letters[$0] == Letter.amount }
    guard (Self.fewest - 1)..<Self.most ~= before.count else { return nil }
    var parts: [ListPart] = []
    for index in before {
      guard let sign = sign(index), sign != 0,
        figures[passage.tokens[index].figure].isAlike(figures[passage.tokens[closing].figure])
      else { return nil }
      parts.append(ListPart(figure: passage.tokens[index].figure, sign: sign))
    }
    guard parts.count(where: { $0.sign > 0 }) >= 2, parts.contains(where: { $0.sign < 0 }) else { return nil }
    let range = passage.tokens[start].range.lowerBound..<passage.tokens[closing].range.upperBound
    var statement = Statement(shape: .list, range: range, subject: passage.labelRange(closing))
    statement.amount = Candidates(passage.tokens[closing].figure)
    statement.lists = [PartList(parts: parts, closure: .closed, isTight: true)]
    // What is paid back or handed over need not be printed.
    statement.isGuess = true
    return statement
  }
}
