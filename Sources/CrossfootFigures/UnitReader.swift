// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText
import CrossfootStructure
import CrossfootText

/// A unit declared for figures that print none.
struct DeclaredUnit: Hashable {
  var unit: Unit
  /// Power of ten of its scale word.
  var scale: Int
}

/// Reads declared units: 万元 after 单位：, (万元) in a header or a label, 万吨 in a column of units.
struct UnitReader {
  let lexicon: Lexicon
  let words: TableLexicon

  /// Bytes of the longest unit.
  private static let longest = 36

  /// The unit that a text is, with nothing besides it.
  func unit(_ text: [UInt8]) -> DeclaredUnit? {
    guard !text.isEmpty, text.count <= UnitReader.longest else { return nil }
    var at = 0
    var power = 0
    if let (scale, end) = words.scale(in: text, at: 0, end: text.count) {
      power = scale
      at = end
    }
    guard let (word, end) = lexicon.units.longest(in: text, at: at, end: text.count), end == text.count else { return nil }
    return DeclaredUnit(unit: lexicon.unitWords[word], scale: power + lexicon.unitScales[word])
  }

  /// The unit in the bracket at the end of a header or label, or a percent sign at its end.
  func unit(inHeader text: [UInt8]) -> DeclaredUnit? {
    if text.last == 0x29, let open = text.lastIndex(of: 0x28) {
      return unit(Array(text[(open + 1)..<(text.count - 1)]))
    }
    return text.last == 0x25 ? unit([0x25]) : nil
  }
}
