// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

extension Lexicon {
  /// The side of a balance that a name belongs to: the one it names, if it names one only.
  func side(of name: [UInt8]) -> RowMark.Side { side(of: LabelSpot(bytes: name, range: 0..<name.count)) }

  func side(of name: LabelSpot) -> RowMark.Side {
    var found = RowMark.Side.none
    var at = name.range.lowerBound
    while let (word, place) = sideWords.nextWord(in: name.bytes, from: at, to: name.range.upperBound) {
      let side: RowMark.Side = word == 0 ? .income : word == 1 ? .expense : .none
      if side == .none || found != .none && found != side { return .none }
      found = side
      at = place.upperBound
    }
    return found
  }

  /// A title with the words for income and expenditure exchanged; nil if it does not name one side alone.
  func mirrored(_ title: [UInt8]) -> [UInt8]? {
    guard side(of: title) != .none else { return nil }
    var mirror: [UInt8] = []
    mirror.reserveCapacity(title.count)
    var at = 0
    while let (word, place) = sideWords.nextWord(in: title, from: at, to: title.count) {
      mirror += title[at..<place.lowerBound]
      mirror += (word == 0 ? pack.expenseWord : pack.incomeWord).utf8
      at = place.upperBound
    }
    return mirror + title[at...]
  }
}
