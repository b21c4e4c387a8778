// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import TestSupport
import Testing

/// Steps of eight bytes must find what a step of one byte finds, wherever a search starts and ends.
@Suite struct ByteSearchTests {
  /// Texts of few different bytes, so that what is looked for stands at every place of a step.
  private static let texts: [[UInt8]] = {
    var random = SplitMix64(seed: 11)
    let bytes: [UInt8] = [0x00, 0x09, 0x20, 0x21, 0x7F, 0x80, 0x81, 0xA1, 0xE3, 0xFF]
    return (0..<60).map { length in (0..<length).map { _ in bytes[Int.random(in: bytes.indices, using: &random)] } }
  }()

  @Test("the next byte of a value", arguments: [0x00, 0x09, 0x20, 0x80, 0xE3, 0xFF, 0x55] as [UInt8])
  func value(byte: UInt8) {
    for text in Self.texts {
      for start in 0...text.count {
        let end = text.count - (start % 3 == 0 ? 0 : min(2, text.count - start))
        let expected = (start..<end).first { text[$0] == byte } ?? end
        #expect(text.span.next(byte, from: start, to: end) == expected, "\(text) from \(start) to \(end)")
      }
    }
  }

  @Test("the next byte below a limit", arguments: [0x00, 0x01, 0x20, 0x21, 0x7F, 0x80] as [UInt8])
  func limit(limit: UInt8) {
    for text in Self.texts {
      for start in 0...text.count {
        let expected = (start..<text.count).first { text[$0] < limit } ?? text.count
        #expect(text.span.next(below: limit, from: start, to: text.count) == expected, "\(text) from \(start)")
      }
    }
  }

  @Test(
    "the next character that begins a word, in texts of wide and narrow characters",
    arguments: [
      ["一", "亿元"], ["≥", "元"], ["kg", "元"], ["𠮷", "é"],
    ])
  func wordStart(words: [String]) {
    var random = SplitMix64(seed: 12)
    let trie = WordTrie(words)
    let characters = ["一", "亿", "元", "年", "，", "丁", "8", " ", "k", "é", "𠮷", "≥", "\n"]
    for length in 0..<40 {
      let text = Array(
        (0..<length).map { _ in characters[Int.random(in: characters.indices, using: &random)] }.joined().utf8)
      for start in 0...text.count where start == text.count || text[start] & 0xC0 != 0x80 {
        let expected = (start..<text.count).first { at in
          words.contains { text[at...].starts(with: $0.unicodeScalars.first.map { Array(String($0).utf8) } ?? []) }
        }
        #expect(trie.nextStart(in: text, from: start, to: text.count) == expected ?? text.count)
      }
    }
  }

  @Test(
    "no word is passed over whose characters gaps part",
    arguments: [
      ["一", "亿元"], ["年元", "元年一"], ["kg", "元亿"], ["8年", "丁一丁"],
    ])
  func spacedWord(words: [String]) {
    var random = SplitMix64(seed: 15)
    let trie = WordTrie(words)
    let characters = ["一", "亿", "元", "年", "丁", " ", " ", "\t", "8", "k", "g", "é", "𠮷"]
    for length in 0..<60 {
      let text = Array(
        (0..<length).map { _ in characters[Int.random(in: characters.indices, using: &random)] }.joined().utf8)
      for start in 0...text.count where start == text.count || text[start] & 0xC0 != 0x80 {
        let expected = (start..<text.count).first { at in
          text[at] > 0x20 && words.contains { text[at...].filter { $0 > 0x20 }.starts(with: $0.utf8) }
        }
        #expect(
          trie.nextSpacedStart(in: text, from: start, to: text.count) <= expected ?? text.count, "\(text) from \(start)"
        )
      }
    }
  }

  @Test(
    "the next word, and what may be passed over before it",
    arguments: [
      ["一", "亿元"], ["年元", "元年一"], ["kg", "元亿"], ["8年", "丁一丁"],
    ])
  func word(words: [String]) {
    var random = SplitMix64(seed: 14)
    let trie = WordTrie(words)
    let characters = ["一", "亿", "元", "年", "丁", "丁", "，", "8", "k", "kg", "é", "𠮷"]
    for length in 0..<40 {
      let text = Array(
        (0..<length).map { _ in characters[Int.random(in: characters.indices, using: &random)] }.joined().utf8)
      for start in 0...text.count where start == text.count || text[start] & 0xC0 != 0x80 {
        let end = start % 2 == 0 ? text.count : max(start, text.count - 3)
        let expected = (start..<end).first { at in words.contains { text[at..<end].starts(with: $0.utf8) } }
        #expect(
          trie.nextWord(in: text, from: start, to: end)?.range.lowerBound == expected, "\(text) from \(start) to \(end)"
        )
        let passed = trie.skipIdeographs(in: text, from: start, to: end)
        #expect(
          passed <= expected ?? end && (passed - start) % 3 == 0
            && text[start..<passed].allSatisfy { $0 >= 0x80 && $0 < 0xEA })
      }
    }
  }
}

/// Whether bytes are taken for UTF-8 must not depend on how many of them are looked at in one step.
@Suite struct CommonTextTests {
  /// One text with characters that need a closer look, and one without that is longer than what is checked in a step.
  @Test(
    "a text with one byte changed is what the standard library says it is",
    arguments: [
      "2024年，收入1,234.50万元（其中：税收 80%）；é ￥𠮷 ퟿ \u{E000} \u{800} 增长。ABCDEFGH 合计一二三四五六",
      String(repeating: "2024年，收入1,234.50万元（其中：税收 80%）；é ￥ 增长。ABCDEFGH 合计一二三四五六\n", count: 4),
    ])
  func changed(text: String) throws {
    var random = SplitMix64(seed: 13)
    let text = Array(text.utf8)
    for index in text.indices {
      for _ in 0..<4 {
        var bytes = text
        bytes[index] = UInt8.random(in: .min ... .max, using: &random)
        let isValid = String(validating: bytes, as: UTF8.self) != nil
        let notes = try SourceText.decode(bytes, as: .utf8).1
        #expect(notes.isEmpty == isValid, "byte \(index) is \(bytes[index])")
      }
    }
  }
}
