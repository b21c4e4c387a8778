// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Finds dates that no calendar has (2月30日, 13月5日).
struct DateReader {
  let bytes: [UInt8]
  let cues: CueLexicon
  let document: Document

  func read(_ facts: inout Facts) {
    var block = 0
    for token in facts.excluded where token.reason == .date && !exists(token.range) {
      while block < document.blocks.count, document.blocks[block].range.upperBound <= token.range.lowerBound {
        block += 1
      }
      guard block < document.blocks.count, document.blocks[block].kind != .furniture else { continue }
      facts.marks.append(Mark(.date, range: token.range, place: .passage(block: block, sentence: -1)))
    }
  }

  /// Whether a date is one, or cannot be judged: its digits may go on before it.
  private func exists(_ range: Range<Int>) -> Bool {
    let text = CueText(bytes: bytes, range: range)
    guard isWhole(range.lowerBound) else { return true }
    var end = range.upperBound
    var day: Int?
    if let last = text.skipBack(cues.words.dayWord, before: end) {
      let number = number(before: text.skipGapsBack(last), text)
      guard let value = number.value else { return true }
      day = value
      end = text.skipGapsBack(number.start)
    }
    guard let mark = text.skipBack(cues.words.monthWord, before: end) else { return true }
    let number = number(before: text.skipGapsBack(mark), text)
    guard let month = number.value else { return true }
    let yearMark = text.skipBack(cues.words.yearWord, before: text.skipGapsBack(number.start))
    let year = yearMark.flatMap { text.year(at: text.skipGapsBack($0) - 4)?.year }
    // 24月 without year and day is a length of time.
    if day == nil, year == nil { return true }
    guard (1...12).contains(month) else { return false }
    return day.map { (1...days(in: month, of: year)).contains($0) } ?? true
  }

  /// Whether no digit or point stands right before a date, or before the gap there.
  private func isWhole(_ start: Int) -> Bool {
    var at = start
    while at > 0, bytes[at - 1] <= 0x20 { at -= 1 }
    return at == 0
      || !(bytes[at - 1] &- 0x30 < 10 || bytes[at - 1] == 0x2E || bytes[at - 1] == 0x2D || bytes[at - 1] == 0x2F)
  }

  /// One or two digits that end at an offset, and where they start.
  private func number(before end: Int, _ text: CueText) -> (value: Int?, start: Int) {
    var start = end
    while start > text.range.lowerBound, end - start < 3, bytes[start - 1] &- 0x30 < 10 { start -= 1 }
    guard start < end, end - start <= 2 else { return (nil, start) }
    return (bytes[start..<end].reduce(0) { $0 * 10 + Int($1 &- 0x30) }, start)
  }

  /// The most days a month has; of February in an unknown year 29.
  private func days(in month: Int, of year: Int?) -> Int {
    switch month {
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}
