// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Words in the labels of what a ``KnownRatio`` is taken of.
struct RatioWords: Sendable {
  let parts: WordTrie
  let wholes: WordTrie
  let rests: WordTrie
  let isOfDone: Bool
  let sentences: Int

  init(_ ratio: KnownRatio) {
    (isOfDone, sentences) = (ratio.isOfDone, ratio.sentences)
    (parts, wholes, rests) = (WordTrie(ratio.parts), WordTrie(ratio.wholes), WordTrie(ratio.rests))
  }
}

/// Rates that name what they are taken of: `送审金额A，审定金额B，审减金额C，审减率P`, `采购预算A，实际采购B，节约C，节约率P`, `资产总额A，负债总额C，资产负债率P`.
extension StatementBinder {
  /// The amounts that a rate is taken of.
  private struct Terms {
    var whole = -1
    var part = -1
    /// What may be left of the whole without the part.
    var rests: [Int] = []
    /// Whether another amount stands among them, of which the rate may be taken.
    var isMixed = false
  }

  /// Part and whole must be printed before the rate in its own sentence (of some rates, in one shortly before), behind
  /// the last rate of the kind, once each.
  mutating func bindRatio(_ word: Int, _ rate: Int) {
    guard let ratio = ratio(word), let terms = terms(of: ratio, before: word) else { return }
    let (whole, part) = (terms.whole, terms.part)
    var statement = Statement(
      shape: .rate, range: range(min(whole, part)..<rate + 1), subject: passage.labelRange(part))
    statement.rateBase = .whole
    statement.rate = Candidates(figure(rate))
    statement.amount = Candidates(figure(part))
    statement.base = Candidates(figure(whole))
    statement.isRightBehind = true
    statement.isGuess = terms.isMixed || isQualified(word, behind: part) || ratio.isOfDone && !isWhole(terms)
    statements.append(statement)
    guard terms.rests.count == 1, let rest = terms.rests.first, whole < rest, rest < part else { return }
    var remainder = Statement(shape: .remainder, range: range(whole..<part + 1), subject: passage.labelRange(whole))
    remainder.amount = [figure(whole)]
    remainder.delta = [figure(part)]
    remainder.isGuess = true
    remainder.lists = [PartList(parts: [ListPart(figure: figure(rest), sign: -1)], closure: .closed, isTight: true)]
    statements.append(remainder)
  }

  /// Whether a word makes a rate another one than its name says: a mean of the projects' rates (平均审减率), that of another
  /// time or without something (年初资产负债率, 剔除预收款后资产负债率).
  private func isQualified(_ word: Int, behind part: Int) -> Bool {
    passage.letters[part..<word].contains { $0 == WordClass.mean.rawValue || $0 == WordClass.realGrowth.rawValue }
      || passage.letters[word - 1] == Letter.label || passage.letters[word - 1] == WordClass.period.rawValue
  }

  /// Whether part and rest make up the whole but for rounding: of a budget that was spent in part, only that part was
  /// saved on.
  private func isWhole(_ terms: Terms) -> Bool {
    guard let rest = terms.rests.first else { return true }
    let quantities = [terms.whole, rest, terms.part].map { figures[figure($0)].quantity }
    let place = quantities.map(\.lastPlace).max() ?? 0
    guard let left = quantities[0].value.subtracting(quantities[1].value)?.subtracting(quantities[2].value)?.magnitude
    else { return false }
    return left.order(Decimal(1, exponent: place)) <= 0
  }

  private func ratio(_ word: Int) -> RatioWords? {
    let index = passage.tokens[word].value - ClauseWord.ofKnown
    return passage.lexicon.ratios.indices.contains(index) ? passage.lexicon.ratios[index] : nil
  }

  private func terms(of ratio: RatioWords, before word: Int) -> Terms? {
    let sentence = passage.back(from: word, to: passage.sentencesBack(ratio.sentences, from: word))
    let last = sentence.last {
      passage.letters[$0] == passage.letters[word] && passage.tokens[$0].value == passage.tokens[word].value
    }
    var terms = Terms()
    for amount in (last.map { $0 + 1 } ?? sentence.lowerBound)..<word where passage.letters[amount] == Letter.amount {
      guard passage.depth(amount) == passage.depth(word) else { continue }
      if isPart(amount, of: ratio) {
        if terms.part >= 0 { return nil }
        terms.part = amount
      } else if passage.label(amount, holds: ratio.rests) {
        // 净资产: a rest may be called by a longer name of the whole.
        terms.rests.append(amount)
      } else if passage.label(amount, holds: ratio.wholes) {
        if terms.whole >= 0 || terms.part >= 0 { return nil }
        terms.whole = amount
      } else if terms.whole >= 0, !isChange(amount), figures[figure(amount)].isAlike(figures[figure(terms.whole)]) {
        terms.isMixed = true
      }
    }
    guard terms.whole >= 0, terms.part >= 0 else { return nil }
    let whole = figures[figure(terms.whole)]
    terms.isMixed = terms.isMixed || terms.rests.count > 1
    return ([terms.part] + terms.rests).allSatisfy { figures[figure($0)].isAlike(whole) } ? terms : nil
  }

  /// Whether an amount is the part, by its label or by the verb before it (核减A).
  private func isPart(_ amount: Int, of ratio: RatioWords) -> Bool {
    let label = passage.labelRange(amount)
    let verb = passage.back(from: amount, to: 0).reversed().prefix {
      passage.letters[$0] == Letter.label || passage.letters[$0] == WordClass.down.rawValue
    }.last
    let start = verb.map { min(passage.tokens[$0].range.lowerBound, label.lowerBound) } ?? label.lowerBound
    return ratio.parts.occurs(in: passage.bytes, start..<passage.tokens[amount].range.lowerBound)
  }
}
