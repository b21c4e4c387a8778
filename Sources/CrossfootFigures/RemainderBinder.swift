// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds what is left of an amount: `支出总计A，剔除上解支出B后，支出安排C`, `结余A，扣除结转下年B，净结余C`, `预算调整为A，实际完成B，结转下年C`.
struct RemainderBinder {
  let figures: [Figure]
  let passage: Passage

  /// More amounts than these are not taken off in one clause.
  private static let mostDeductions = 6

  /// Letters of which a passage with a remainder holds one.
  static let needed = Letters([WordClass.minus.rawValue, WordClass.realGrowth.rawValue, WordClass.changeTo.rawValue])

  func bind() -> [Statement] {
    passage.amounts.filter { passage.isMainAmount($0) && passage.isAfterDeduction($0) }.compactMap(remainder)
      + passage.amounts.filter { $0 > 0 && passage.letters[$0 - 1] == WordClass.changeTo.rawValue }.compactMap(
        carriedOver)
  }

  /// `支出预算调整为A，实际完成B，为调整预算的P，结转下年C`: what is not carried out is carried over.
  private func carriedOver(_ whole: Int) -> Statement? {
    let figure = passage.tokens[whole].figure
    let sentence = passage.front(from: whole + 1, to: passage.letters.count).prefix {
      passage.letters[$0] != Letter.stop
    }
    let amounts = sentence.lazy.filter { passage.isMainAmount($0) && passage.depth($0) == passage.depth(whole) }.prefix(
      2)
    guard let done = amounts.first, let left = amounts.dropFirst().first, passage.isCarriedOut(done),
      passage.label(left, holds: passage.lexicon.carriedWords), isAlike(done, figure), isAlike(left, figure)
    else { return nil }
    let range = passage.tokens[whole].range.lowerBound..<passage.tokens[left].range.upperBound
    var statement = Statement(shape: .remainder, range: range, subject: passage.labelRange(whole))
    statement.amount = Candidates(figure)
    statement.delta = Candidates(passage.tokens[left].figure)
    statement.isGuess = true
    statement.lists = [
      PartList(parts: [ListPart(figure: passage.tokens[done].figure, sign: -1)], closure: .closed, isTight: true)
    ]
    return statement
  }

  private func remainder(_ result: Int) -> Statement? {
    let start = passage.sentenceStart(result)
    guard
      let sign = passage.back(from: result, to: start).last(where: {
        isDeduction($0) && passage.depth($0) <= passage.depth(result)
      }),
      !passage.back(from: sign, to: start).contains(where: { passage.letters[$0] == WordClass.plus.rawValue })
    else { return nil }
    let figure = passage.tokens[result].figure
    let taken = (sign + 1..<result).filter { passage.isMainAmount($0) && passage.depth($0) <= passage.depth(result) }
    guard !taken.isEmpty, taken.count <= Self.mostDeductions, taken.allSatisfy({ isAlike($0, figure) }) else {
      return nil
    }
    let wholes = wholes(before: sign, like: figure)
    guard let first = wholes.first else { return nil }
    let range = passage.tokens[first].range.lowerBound..<passage.tokens[result].range.upperBound
    var statement = Statement(shape: .remainder, range: range, subject: passage.labelRange(first))
    statement.amount = Candidates(wholes.map { passage.tokens[$0].figure })
    statement.delta = Candidates(figure)
    statement.isGuess = true
    statement.lists = [
      PartList(
        parts: taken.map { ListPart(figure: passage.tokens[$0].figure, sign: -1) }, closure: .closed, isTight: true)
    ]
    return statement
  }

  private func isAlike(_ token: Int, _ figure: FigureID) -> Bool {
    figures[passage.tokens[token].figure].isAlike(figures[figure])
  }

  /// Whether a token takes amounts off: 减去, or 剔除 and 扣除, which may also say that growth is like for like.
  private func isDeduction(_ index: Int) -> Bool {
    let token = passage.tokens[index]
    return token.letter == WordClass.minus.rawValue
      || token.letter == WordClass.realGrowth.rawValue && token.value == ClauseWord.deducting
  }

  /// What it may be taken off: the amount right before, and the first one of its sentence.
  private func wholes(before sign: Int, like figure: FigureID) -> [Int] {
    func isWhole(_ index: Int) -> Bool {
      passage.isMainAmount(index) && passage.depth(index) <= passage.depth(sign) && isAlike(index, figure)
    }
    guard let nearest = passage.back(from: sign, to: 0).last(where: isWhole) else { return [] }
    let start = passage.sentenceStart(nearest)
    guard let first = passage.front(from: start, to: nearest).first(where: isWhole) else { return [nearest] }
    return [nearest, first]
  }
}
