// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What is noted of a flow while its digits are looked for: titles in 《》, the numbers in which belong to a name, and
/// where numbers in words, clause words, marks and cues may begin. One pass finds them all.
struct FlowNotes {
  /// Offsets at which a number in words may begin, ascending.
  private(set) var numerals: [Int] = []
  /// Offsets at which a clause word may begin, and those of all characters but ideographs and digits.
  private(set) var clauses = PlaceSet()
  /// Offsets at which a cue may begin.
  private(set) var cues = PlaceSet()
  /// Titles without their closing bracket, ascending.
  private(set) var titles: [Range<Int>] = []
  /// The last of them; empty if there is none.
  private(set) var lastTitle = 0..<0
  /// A bracket before this offset stands within what another one opened.
  private var titlesFrom = 0

  /// What is noted of a character, one bit each.
  private enum Kind {
    static let numeral: UInt8 = 1
    static let clause: UInt8 = 2
    static let cue: UInt8 = 4
  }

  /// A title is no longer than this; an unclosed bracket must not swallow the report.
  private static let longestTitle = 360

  init() {}

  /// Notes of a text of so many bytes.
  init(count: Int) {
    clauses = PlaceSet(below: count)
    cues = PlaceSet(below: count)
  }

  /// The words whose places are noted in running text.
  static func starts(numerals: WordTrie, clauses: WordTrie, cues: WordTrie) -> WordStarts {
    WordStarts([numerals, clauses, cues])
  }

  /// Offset of the next digit of running text. Notes what stands before it.
  mutating func nextDigit(in span: borrowing Span<UInt8>, from start: Int, _ starts: WordStarts) -> Int? {
    guard start < span.count else { return nil }
    var rest = span.extracting(start..<span.count)
    while rest.count >= 8 {
      let eight = rest.firstEight
      let lead = UInt8(truncatingIfNeeded: eight)
      if lead &- 0xE4 < 6 {
        // Most ideographs begin no word: one condition for all that is asked of them is seldom mispredicted.
        let kinds = starts.kinds(eight)
        if kinds != 0 { note(kinds, span.count &- rest.count) }
        rest = rest.extracting(droppingFirst: 3)
      } else if lead &- 0x30 < 10 {
        return span.count &- rest.count
      } else if lead & 0xF0 == 0xE0 {
        noteMark(starts.kinds(eight), span, span.count &- rest.count)
        rest = rest.extracting(droppingFirst: 3)
      } else {
        if lead < 0x80 || lead >= 0xC0 { _ = noteCharacter(span, span.count &- rest.count, starts) }
        rest = rest.extracting(droppingFirst: 1)
      }
    }
    var at = span.count &- rest.count
    while at < span.count {
      if span[at] &- 0x30 < 10 { return at }
      at += noteCharacter(span, at, starts)
    }
    return nil
  }

  /// Notes a character of three bytes that is no ideograph.
  private mutating func noteMark(_ kinds: UInt8, _ span: borrowing Span<UInt8>, _ at: Int) {
    note(kinds | Kind.clause, at)
    if span[at] == 0xE3, span[at + 1] == 0x80, span[at + 2] == 0x8A { openTitle(span, at) }
  }

  /// Notes what stands in a range that was read as a number.
  mutating func note(in span: borrowing Span<UInt8>, _ range: Range<Int>, _ starts: WordStarts) {
    var at = range.lowerBound
    while at < range.upperBound { at += span[at] &- 0x30 < 10 ? 1 : noteCharacter(span, at, starts) }
  }

  /// Notes a character that is no digit. Returns the bytes to the next.
  private mutating func noteCharacter(_ span: borrowing Span<UInt8>, _ at: Int, _ starts: WordStarts) -> Int {
    let lead = span[at]
    if lead & 0xF0 == 0xE0, at + 2 < span.count {
      let (second, third) = (span[at + 1], span[at + 2])
      let kinds = starts.kinds(second, third)
      if lead &- 0xE4 < 6 { note(kinds, at) } else { noteMark(kinds, span, at) }
      return 3
    }
    if lead < 0x80 {
      note(Kind.clause | starts.kinds(ascii: lead), at)
    } else if lead >= 0xC0 {
      // Of other lengths are few characters.
      note(.max, at)
    }
    return 1
  }

  private mutating func note(_ kinds: UInt8, _ at: Int) {
    if kinds & Kind.clause != 0 { clauses.insert(at) }
    if kinds & (Kind.cue | Kind.numeral) == 0 { return }
    if kinds & Kind.cue != 0 { cues.insert(at) }
    if kinds & Kind.numeral != 0 { numerals.append(at) }
  }

  /// Looks for the end of a title. An open bracket holds up to the line's end, and not for ever.
  private mutating func openTitle(_ span: borrowing Span<UInt8>, _ start: Int) {
    guard start >= titlesFrom else { return }
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

// MARK: tables

extension FlowNotes {
  /// What opens a title.
  static let titleOpener = "《"

  /// Offset of the next digit of a table, where only numerals and titles are noted.
  /// - Parameter words: numerals and ``titleOpener``.
  mutating func nextDigit(inTable span: borrowing Span<UInt8>, from start: Int, _ words: WordTrie) -> Int? {
    guard start < span.count else { return nil }
    var rest = span.extracting(start..<span.count)
    while rest.count >= 8 {
      let eight = rest.firstEight
      let byte = UInt8(truncatingIfNeeded: eight)
      if byte >= 0xE0 {
        if words.mayBegin(with: eight) { noteWord(span, span.count &- rest.count) }
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
      if byte >= 0xE0, words.mayBegin(span, at, span.count) { noteWord(span, at) }
      at += byte >= 0xE0 ? 3 : 1
    }
    return nil
  }

  /// Notes a character that may be a numeral or open a title.
  private mutating func noteWord(_ span: borrowing Span<UInt8>, _ at: Int) {
    if at + 2 < span.count, span[at] == 0xE3, span[at + 1] == 0x80, span[at + 2] == 0x8A {
      openTitle(span, at)
    } else {
      numerals.append(at)
    }
  }
}
