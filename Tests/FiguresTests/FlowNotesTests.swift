// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText
import TestSupport
import Testing

@testable import CrossfootFigures

/// What is not noted is not read: every place where a word begins must be noted, however the text goes on.
@Suite struct FlowNotesTests {
  @Test("every clause word, cue and mark of running text is noted")
  func places() {
    var random = SplitMix64(seed: 15)
    let (lexicon, cues) = (Lexicon.chinese, CueLexicon.chinese)
    let words =
      lexicon.pack.clauseWords.map(\.text) + lexicon.pack.inertWords + cues.words.numberOpeners + cues.words.items
    let others = cues.words.placeholders + ["，", "。", "《", "》", "8", "12", " ", "\t", "甲", "支", "é", "𠮷", "(", "〇"]
    var read = 0
    for _ in 0..<600 {
      let pieces = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        (Bool.random(using: &random) ? words : others).randomElement(using: &random) ?? ""
      }
      let bytes = Array(pieces.joined().utf8)
      var notes = FlowNotes(count: bytes.count)
      var at = 0
      while let digit = notes.nextDigit(in: bytes.span, from: at, lexicon.starts) { at = digit + 1 }
      for start in bytes.indices where bytes[start] & 0xC0 != 0x80 && !(0x30...0x39).contains(bytes[start]) {
        let isIdeograph = (0xE4...0xE9).contains(bytes[start])
        if !isIdeograph || lexicon.clause.longest(in: bytes, at: start, end: bytes.count) != nil {
          #expect(notes.clauses.next(from: start, to: start + 1) == start, "\(pieces) at \(start)")
          read += 1
        }
        if cues.cues.longest(in: bytes, at: start, end: bytes.count) != nil {
          #expect(notes.cues.next(from: start, to: start + 1) == start, "\(pieces) at \(start)")
        }
      }
    }
    #expect(read > 3000)
  }

  @Test("numerals and titles are noted in running text as they are in tables")
  func modes() {
    for text in ["三项，《一、二号》共五十个", "《未完", "甲《一》乙《二》", "〇五", "《甲《乙》丙》"] {
      let bytes = Array(text.utf8)
      var (prose, table) = (FlowNotes(count: bytes.count), FlowNotes(count: bytes.count))
      #expect(prose.nextDigit(in: bytes.span, from: 0, Lexicon.chinese.starts) == nil)
      #expect(table.nextDigit(inTable: bytes.span, from: 0, Lexicon.chinese.noted) == nil)
      #expect(prose.titles == table.titles)
      let isNumeral: (Int) -> Bool = { Lexicon.chinese.numerals.longest(in: bytes, at: $0, end: bytes.count) != nil }
      #expect(prose.numerals.filter(isNumeral) == table.numerals.filter(isNumeral))
    }
  }

  @Test("the next place is the first that was added from an offset on", arguments: [1, 3, 40, 200])
  func next(step: Int) {
    var random = SplitMix64(seed: UInt64(step))
    var places = PlaceSet(below: 1000)
    var added: [Int] = []
    while added.last ?? 0 < 1000 {
      added.append((added.last ?? 0) + Int.random(in: 1...step, using: &random))
      places.insert(added[added.count - 1])
    }
    for start in stride(from: 0, through: 1300, by: 7) {
      for end in [start, start + 1, start + 90, 2000] {
        #expect(places.next(from: start, to: end) == added.first { $0 >= start && $0 < end } ?? end)
      }
    }
  }
}
