// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// The terms between the word that begins to add (加上) and the total, with their signs.
struct AddedTerms {
  private var terms: [ListPart] = []
  /// The terms together with those that are said to be changes of what they name.
  private var withChanges: [ListPart] = []
  /// The terms where a word that takes off does so up to the next comma only.
  private var lapsing: [ListPart] = []
  /// How many terms stand before a word that shares one of them out.
  private var opened: Int?
  private var sign = 1
  private var lapsingSign = 1

  /// Notes a word that is no amount: one that adds, one that takes off, or one that shares the amount before it out.
  mutating func note(_ passage: Passage, _ index: Int) {
    if Self.takesOff(passage, index) || Self.deducts(passage, index) {
      (sign, lapsingSign) = (-1, -1)
      return
    }
    switch passage.letters[index] {
    case WordClass.plus.rawValue: (sign, lapsingSign) = (1, 1)
    case Letter.comma: lapsingSign = 1
    case WordClass.listOpener.rawValue: opened = opened ?? terms.count
    default: break
    }
  }

  /// - Parameter change: letter of the word of change before an amount that may be none of the terms.
  mutating func add(_ figure: FigureID, change: UInt8?) {
    if let change {
      withChanges.append(ListPart(figure: figure, sign: change == WordClass.up.rawValue ? 1 : -1))
      return
    }
    terms.append(ListPart(figure: figure, sign: sign))
    withChanges.append(ListPart(figure: figure, sign: sign))
    lapsing.append(ListPart(figure: figure, sign: lapsingSign))
  }

  /// What is added. Where an opening word shares one of the terms out, how many of those behind it do is not said
  /// (`加上补助收入A，其中：甲B，乙C，上年结余D，收入总计T`).
  func readings() -> [[ListPart]] {
    if terms.isEmpty { return [] }
    var readings = [terms]
    if let opened, opened > 0, opened < terms.count {
      readings = (opened...terms.count).map { Array(terms[..<opened] + terms[$0...]) }
    }
    if lapsing != terms { readings.append(lapsing) }
    return withChanges.count > terms.count ? readings + [withChanges] : readings
  }

  /// Whether a word takes off what follows: 减去, or 减 where it opens a clause and a name follows (减上解支出A).
  static func takesOff(_ passage: Passage, _ index: Int) -> Bool {
    switch passage.letters[index] {
    case WordClass.minus.rawValue: true
    case WordClass.down.rawValue where passage.tokens[index].value == ClauseWord.opening:
      index > 0 && passage.letters[index - 1] == Letter.comma && names(passage, index + 1)
    default: false
    }
  }

  /// Whether 扣除 or 剔除 takes an amount off; without one it says that growth is like for like.
  private static func deducts(_ passage: Passage, _ index: Int) -> Bool {
    passage.letters[index] == WordClass.realGrowth.rawValue && passage.tokens[index].value == ClauseWord.deducting
      && names(passage, index + 1)
  }

  /// Whether a name with its amount begins at a token: `上解支出A`, `调出资金等A`.
  private static func names(_ passage: Passage, _ index: Int) -> Bool {
    let words = passage.letters[min(index, passage.letters.count)...].prefix(3)
    return words.first == Letter.label && words.dropFirst().prefix { $0 != Letter.comma }.contains(Letter.amount)
  }
}
