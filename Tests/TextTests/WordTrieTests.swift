// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import TestSupport
import Testing

@Suite struct WordTrieTests {
  private static let words = ["万", "万亿", "万亿元", "亿元", "≥", "kg", "kg米", "一般公共预算", "𠮷", "万亿"]
  private static let trie = WordTrie(words)
  private static let ends = WordTrie(reversed: words)

  @Test(
    "the longest word that fits is found, and only a whole one",
    arguments: [
      ("万亿元整", 0, "万亿元"), ("万亿", 0, "万亿"), ("万千", 0, "万"), ("千万", 0, ""), ("千万", 3, "万"), ("kg", 0, "kg"),
      ("kg米", 0, "kg米"), ("k", 0, ""), ("一般公共", 0, ""), ("𠮷日", 0, "𠮷"), ("万亿", 1, ""), ("", 0, ""), ("万", 3, ""),
      ("万", -1, ""),
    ])
  func longest(text: String, start: Int, word: String) {
    let bytes = Array(text.utf8)
    let found = Self.trie.longest(in: bytes, at: start, end: bytes.count)
    #expect(found.map { Self.words[$0.word] } ?? "" == word)
    #expect(found.map { $0.end - start } ?? 0 == word.utf8.count)
  }

  @Test("no word reaches beyond the end that is given")
  func bounds() {
    let bytes = Array("万亿元".utf8)
    let found = (0...9).map { Self.trie.longest(in: bytes, at: 0, end: $0)?.end ?? 0 }
    #expect(found == [0, 0, 0, 3, 3, 3, 6, 6, 6, 9])
    let starts = (0...9).map { Self.ends.longestSuffix(in: bytes, before: 9, start: $0)?.start ?? -1 }
    #expect(starts == [0, 3, 3, 3, -1, -1, -1, -1, -1, -1])
  }

  @Test(
    "a word that a text ends in is found from its end",
    arguments: [
      ("共计万亿元", "万亿元"), ("亿元", "亿元"), ("x≥", "≥"), ("元", ""), ("公共预算", ""), ("一般公共预算", "一般公共预算"), ("米", ""),
    ])
  func suffix(text: String, word: String) {
    let bytes = Array(text.utf8)
    let found = Self.ends.longestSuffix(in: bytes, before: bytes.count, start: 0)
    #expect(found.map { Self.words[$0.word] } ?? "" == word)
  }

  @Test("a word is known by its first index")
  func exact() {
    #expect(Self.trie.word(Array("万亿".utf8)) == 1)
    #expect(Self.trie.word(Array("万亿元整".utf8)) == nil)
    #expect(Self.trie.word([]) == nil)
    #expect(Self.trie.word(Array("万亿元整".utf8), 0..<9) == 2)
  }

  @Test("every word is found among thousands, and nothing in random bytes crashes")
  func many() {
    var random = SplitMix64(seed: 3)
    let words =
      (0..<3000).map { index in "款\(index)项" } + (0x4E00..<0x5600).compactMap(Unicode.Scalar.init).map { String($0) }
    let trie = WordTrie(words)
    #expect(words.indices.allSatisfy { trie.word(Array(words[$0].utf8)) == $0 })
    let noise = (0..<5000).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    for at in noise.indices {
      #expect(trie.longest(in: noise, at: at, end: noise.count).map { $0.end > at } ?? true)
      #expect(Self.ends.longestSuffix(in: noise, before: at, start: 0).map { $0.start < at } ?? true)
    }
  }
}
