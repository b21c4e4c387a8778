// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What is noted of a flow while its digits are looked for: titles in 《》, the numbers in which belong to a name, and where numbers in words may
/// begin. One pass finds all three.
struct FlowNotes {
  /// Offsets at which a number in words may begin, ascending.
  private(set) var numerals: [Int] = []
  /// Titles without their closing bracket, ascending.
  private(set) var titles: [Range<Int>] = []
  /// The last of them; empty if there is none.
  private(set) var lastTitle = 0..<0
  /// A bracket before this offset stands within what another one opened.
  private var titlesFrom = 0

  /// What opens a title.
  static let titleOpener = "《"
  /// A title is no longer than this; an unclosed bracket must not swallow the report.
  private static let longestTitle = 360

  /// Offset of the next digit. Notes what stands before it.
  /// - Parameter words: numerals and ``titleOpener``.
  mutating func nextDigit(in span: borrowing Span<UInt8>, from start: Int, _ words: WordTrie) -> Int? {
    guard start < span.count else { return nil }
    var rest = span.extracting(start..<span.count)
    while rest.count >= 8 {
      let eight = rest.firstEight
      let byte = UInt8(truncatingIfNeeded: eight)
      if byte >= 0xE0 {
        if words.mayBegin(with: eight) { note(span, span.count &- rest.count) }
        if eight & 0xF000_0000 == 0xE000_0000, !words.mayBegin(with: eight &>> 24) {
          rest = rest.extracting(droppingFirst: 6)
        } else {
          rest = rest.extracting(droppingFirst: 3)
        }
      } else if byte &- 0x30 < 10 {
        return span.count &- rest.count
      } else {
        rest = rest.extracting(droppingFirst: 1)
      }
    }
    var at = span.count &- rest.count
    while at < span.count {
      let byte = span[at]
      if byte &- 0x30 < 10 { return at }
      if byte >= 0xE0, words.mayBegin(span, at, span.count) { note(span, at) }
      at += byte >= 0xE0 ? 3 : 1
    }
    return nil
  }

  /// Notes what stands in a range that was read as a number.
  mutating func note(in span: borrowing Span<UInt8>, _ range: Range<Int>, _ words: WordTrie) {
    for at in range where span[at] >= 0xE0 && words.mayBegin(span, at, span.count) { note(span, at) }
  }

  /// Notes a character that may be a numeral or open a title.
  private mutating func note(_ span: borrowing Span<UInt8>, _ at: Int) {
    if at + 2 < span.count, span[at] == 0xE3, span[at + 1] == 0x80, span[at + 2] == 0x8A {
      if at >= titlesFrom { openTitle(span, at) }
    } else {
      numerals.append(at)
    }
  }

  /// Looks for the end of a title. An open bracket holds up to the line's end, and not for ever.
  private mutating func openTitle(_ span: borrowing Span<UInt8>, _ start: Int) {
    let last = min(start + Self.longestTitle, span.count - 3)
    var at = start + 3
    while at <= last, span[at] != 0x0A {
      if span[at] == 0xE3, span[at + 1] == 0x80, span[at + 2] == 0x8B {
        lastTitle = start..<at
        titles.append(lastTitle)
        break
      }
      at += 1
    }
    titlesFrom = at
  }
}
