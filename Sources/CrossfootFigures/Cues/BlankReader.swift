// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds what was left out of a sentence: a reason, a number, a placeholder that was never filled.
struct BlankReader {
  let text: CueText
  let cues: CueLexicon

  /// `主要原因是。`: the words up to the stop.
  func missingReason(_ word: Range<Int>) -> Range<Int>? {
    let word = word.lowerBound..<(text.skip(":", at: text.skipGaps(word.upperBound)) ?? word.upperBound)
    let at = text.skipGaps(word.upperBound)
    return cues.stops.longest(in: text.bytes, at: at, end: text.range.upperBound).map { word.lowerBound..<$0.end }
  }

  /// `增加万元，`: the word and the unit.
  func missingNumber(_ word: Range<Int>) -> Range<Int>? {
    let at = text.skipGaps(word.upperBound)
    guard let unit = cues.bareUnits.longest(in: text.bytes, at: at, end: text.range.upperBound) else { return nil }
    let end = text.skipGaps(unit.end)
    guard cues.clauseEnds.longest(in: text.bytes, at: end, end: text.range.upperBound) != nil else { return nil }
    return word.lowerBound..<unit.end
  }

  /// `XX万元`, `20XX年`: the run of one placeholder and its unit. Also where the run ends.
  func placeholder(_ first: Range<Int>) -> (Range<Int>?, Int) {
    let sign = text.bytes[first]
    var end = first.upperBound
    while end + sign.count <= text.range.upperBound, text.bytes[end..<end + sign.count].elementsEqual(sign) {
      end += sign.count
    }
    guard end > first.upperBound else { return (nil, end) }
    let start = first.lowerBound
    let before = start > text.range.lowerBound ? text.bytes[start - 1] : 0x20
    if (0x41...0x5A).contains(before & 0xDF) { return (nil, end) }
    let at = text.skipGaps(end)
    if let unit = cues.bareUnits.longest(in: text.bytes, at: at, end: text.range.upperBound) {
      return (start..<unit.end, end)
    }
    // 20XX年
    if let century = text.skipBack("20", before: start), let year = text.skip(cues.words.yearWord, at: at) {
      return (century..<year, end)
    }
    return (nil, end)
  }
}
