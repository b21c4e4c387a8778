// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Changes whose base stands before them: `与上年的B相比，增加D，增长P`.
extension StatementBinder {
  /// A base and the token that opens its clause.
  struct Comparand {
    var base: Int
    var opener: Int
    /// Whether a name stands before the change, which may be that of another subject.
    var isNamed: Bool
  }

  /// The amount that a change is compared with, if the words of a comparison stand around it (与…相比) and nothing but
  /// names and marks between them and the change.
  func comparand(of direction: Int) -> Comparand? {
    let least = max(passage.sentenceStart(direction), direction - Self.comparandReach)
    guard let word = (least..<direction).last(where: { !Self.beforeChange.contains(passage.letters[$0]) }),
      word > least,
      passage.letters[word] == WordClass.compare.rawValue, passage.tokens[word].value == ClauseWord.closing,
      passage.letters[word + 1] != WordClass.period.rawValue, passage.isMainAmount(word - 1),
      passage.depth(word - 1) == passage.depth(direction), let opener = opener(of: word - 1)
    else { return nil }
    let isNamed = (word + 1..<direction).contains { passage.letters[$0] == Letter.label && !isOwnChange($0 + 1) }
    return Comparand(base: word - 1, opener: opener, isNamed: isNamed)
  }

  /// Whether the amount right before a change is what is compared with, perhaps the last of several
  /// (与去年的B、前年的C相比，分别增加D、E).
  func followsComparands(_ direction: Int) -> Bool {
    let least = max(passage.sentenceStart(direction), direction - Self.comparandReach)
    guard let amount = passage.amountBefore(direction, from: least) else { return false }
    return amount + 2 < direction && passage.letters[amount + 1] == WordClass.compare.rawValue
      && passage.tokens[amount + 1].value == ClauseWord.closing
      && passage.letters[amount + 2] == Letter.comma
  }

  /// The word that opens a comparison with an amount: 与, or one that is none elsewhere (同上年的B相比).
  private func opener(of base: Int) -> Int? {
    let names = passage.back(from: base, to: passage.sentenceStart(base)).reversed().prefix {
      Self.inComparand.contains(passage.letters[$0])
    }
    guard let first = names.last else { return nil }
    if first > 0, passage.letters[first - 1] == WordClass.compare.rawValue { return first - 1 }
    let range = passage.tokens[first].range
    return passage.lexicon.comparandOpeners.longest(in: passage.bytes, at: range.lowerBound, end: range.upperBound).map
    { _ in first }
  }

  /// Tokens between an amount and the change that compares with it.
  private static let comparandReach = 8

  private static let beforeChange: [UInt8] = [
    Letter.label, Letter.comma, Letter.enumeration, WordClass.period.rawValue, WordClass.total.rawValue,
    WordClass.respectively.rawValue,
  ]

  private static let inComparand: [UInt8] = [
    Letter.label, Letter.enumeration, Letter.colon, WordClass.period.rawValue, WordClass.total.rawValue,
    WordClass.andSoOn.rawValue,
    WordClass.mean.rawValue,
  ]

  /// The amount behind a change that it leads to (增加D，达到A，增长P); growth behind a change against the budget is that
  /// against last year.
  func reached(_ match: ShapeMatch, _ change: Statement) -> [Int]? {
    guard ![.initialBudget, .adjustedBudget, .budget].contains(change.comparedStage), let amount = match[.amount],
      let delta = match[.delta], passage.isMainAmount(amount),
      figures[figure(amount)].isAlike(figures[figure(delta)])
    else { return nil }
    return [amount]
  }

  /// `A，较上年的B有所增加`: nothing but the direction.
  mutating func bindBareComparison(_ match: ShapeMatch, _ base: Int, _ direction: Int) {
    guard passage.tokens[direction].value != ClauseWord.roughly,
      passage.letters[direction] != WordClass.signed.rawValue,
      !passage.taken[base], !isMarkedReal(match.range.lowerBound)
    else { return }
    var statement = Statement(shape: .comparison, range: range(match.range), subject: 0..<0)
    statement.direction = Self.direction(passage.letters[direction])
    statement.base = Candidates(figure(base))
    statement.amount = Candidates(
      amounts(before: match.range.lowerBound).map(figure).filter { figures[figure(base)].isAlike(figures[$0]) })
    if !statement.amount.isEmpty { statements.append(statement) }
  }
}
