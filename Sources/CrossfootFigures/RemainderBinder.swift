// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Finds what is left of an amount: `支出总计A，剔除上解支出B后，支出安排C`, `结余A，扣除结转下年B，净结余C`.
struct RemainderBinder {
  let figures: [Figure]
  let passage: Passage

  /// More amounts than these are not taken off in one clause.
  private static let mostDeductions = 6

  /// Letters of which a passage with a remainder holds one.
  static let needed = Letters([WordClass.minus.rawValue, WordClass.realGrowth.rawValue])

  func bind() -> [Statement] {
    passage.amounts.filter { passage.isMainAmount($0) && passage.isAfterDeduction($0) }.compactMap(remainder)
  }

  private func remainder(_ result: Int) -> Statement? {
    let start = passage.sentenceStart(result)
    guard let sign = passage.back(from: result, to: start).last(where: { isDeduction($0) && passage.depth($0) <= passage.depth(result) }),
      !passage.back(from: sign, to: start).contains(where: { passage.letters[$0] == WordClass.plus.rawValue })
    else { return nil }
    let figure = passage.tokens[result].figure
    let taken = (sign + 1..<result).filter { passage.isMainAmount($0) && passage.depth($0) <= passage.depth(result) }
    guard !taken.isEmpty, taken.count <= Self.mostDeductions, taken.allSatisfy({ isAlike($0, figure) }) else { return nil }
    let wholes = wholes(before: sign, like: figure)
    guard let first = wholes.first else { return nil }
    let range = passage.tokens[first].range.lowerBound..<passage.tokens[result].range.upperBound
    var statement = Statement(shape: .remainder, range: range, subject: passage.labelRange(first))
    statement.amount = wholes.map { passage.tokens[$0].figure }
    statement.delta = [figure]
    statement.lists = [
      PartList(parts: taken.map { ListPart(figure: passage.tokens[$0].figure, sign: -1) }, closure: .closed, isTight: true)
    ]
    return statement
  }

  private func isAlike(_ token: Int, _ figure: FigureID) -> Bool { figures[passage.tokens[token].figure].isAlike(figures[figure]) }

  /// Whether a token takes amounts off: 减去, or 剔除 and 扣除, which may also say that growth is like for like.
  private func isDeduction(_ index: Int) -> Bool {
    let token = passage.tokens[index]
    return token.letter == WordClass.minus.rawValue || token.letter == WordClass.realGrowth.rawValue && token.value == ClauseWord.deducting
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
