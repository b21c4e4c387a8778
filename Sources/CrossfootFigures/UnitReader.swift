// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
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
  func unit(_ text: [UInt8]) -> DeclaredUnit? { unit(text, 0..<text.count) }

  /// The unit that the text in a range is, with nothing besides it.
  func unit(_ bytes: [UInt8], _ range: Range<Int>) -> DeclaredUnit? {
    guard !range.isEmpty, range.count <= UnitReader.longest else { return nil }
    var at = range.lowerBound
    var power = 0
    if let (scale, end) = words.scale(in: bytes, at: at, end: range.upperBound) {
      power = scale
      at = end
    }
    guard let (word, end) = lexicon.units.longest(in: bytes, at: at, end: range.upperBound), end == range.upperBound
    else { return nil }
    return DeclaredUnit(unit: lexicon.unitWords[word], scale: power + lexicon.unitScales[word])
  }

  /// The unit in the bracket at the end of a header or label, or a percent sign at its end.
  func unit(inHeader text: LabelSpot) -> DeclaredUnit? {
    guard !text.isEmpty else { return nil }
    let last = text.range.upperBound - 1
    if text.bytes[last] == 0x29, let open = text.slice.lastIndex(of: 0x28) { return unit(text.bytes, open + 1..<last) }
    return text.bytes[last] == 0x25 ? unit(text.bytes, last..<last + 1) : nil
  }
}
