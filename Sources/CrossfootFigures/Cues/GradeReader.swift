// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Reads a grade behind its noun, and the score before it.
struct GradeReader {
  let text: CueText
  let lexicon: Lexicon
  let cues: CueLexicon

  /// The score stands no further from its grade than this many bytes.
  private static let reach = 240

  /// `为“优”`: the grade that a linking word joins to its noun, where a mark ends it.
  func grade(after noun: Int) -> (rank: Int, range: Range<Int>)? {
    var at = text.skipGaps(noun)
    var links = 0
    while let (_, end) = cues.gradeLinks.longest(in: text.bytes, at: at, end: text.range.upperBound) {
      links += 1
      at = text.skipGaps(end)
    }
    guard links > 0 else { return nil }
    for length in [9, 6, 3] where at + length <= text.range.upperBound {
      guard let rank = lexicon.gradeRank(Array(text.bytes[at..<at + length])) else { continue }
      return endsWord(at + length) ? (rank, at..<at + length) : nil
    }
    return nil
  }

  /// A mark, a closing quote or the end.
  private func endsWord(_ at: Int) -> Bool {
    let end = cues.quoteEnds.longest(in: text.bytes, at: at, end: text.range.upperBound)?.end ?? at
    return end != at || end == text.range.upperBound || text.skip("(", at: end) != nil || text.skip(")", at: end) != nil
      || cues.clauseEnds.longest(in: text.bytes, at: end, end: text.range.upperBound) != nil
  }

  /// The score that a sentence gives before an offset: the only one, but for a full score of 100.
  func score(before end: Int, figures: [Figure]) -> FigureID? {
    let ids = figures.ids(
      in: max(text.range.lowerBound, end - Self.reach)..<min(text.range.upperBound, end + Self.reach))
    var found: FigureID?
    for id in ids where figures[id].quantity.unit.dimension == .score {
      let figure = figures[id]
      let between = figure.range.upperBound < end ? figure.range.upperBound..<end : end..<figure.range.lowerBound
      if text.holds(cues.stops, in: between) { continue }
      let quantity = figure.quantity
      if quantity.digits.equals(Decimal(100)), !isScore(figure) { continue }
      guard found == nil, figure.range.upperBound < end, figure.readable, quantity.qualifier == .exact,
        quantity.scale == 0,
        isScore(figure), !quantity.digits.isNegative, quantity.digits.order(Decimal(100)) <= 0
      else { return nil }
      found = id
    }
    return found
  }

  /// Whether the words before a figure call it a score.
  private func isScore(_ figure: Figure) -> Bool {
    let floor = text.range.lowerBound
    var at = text.skipGapsBack(figure.extent.lowerBound)
    if let (_, start) = cues.scoreLinks.longestSuffix(in: text.bytes, before: at, start: floor) {
      at = text.skipGapsBack(start)
    }
    return cues.scoreNouns.longestSuffix(in: text.bytes, before: at, start: floor) != nil
  }
}
