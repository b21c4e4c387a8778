// SPDX-License-Identifier: Apache-2.0
import PCRE2
import TestSupport
import Testing

@testable import CrossfootFigures

@Suite struct GrammarTests {
  @Test("a search of every grammar skips to bytes that can start a match")
  func knownStarts() {
    #expect(Lexicon.chinese.grammar.hasKnownStart)
    for shape in [ClauseGrammar.share, ClauseGrammar.completion, ClauseGrammar.fromTo, ClauseGrammar.change] {
      #expect(shape.pattern.hasKnownStart)
    }
  }

  @Test(
    "a plain number is read without the grammar as the grammar would read it",
    arguments: ["\t", "\n", "", "%", "元", "万元", "亿美元", "千万元", " ", "年", "万", ".", "个百分点", "月元"])
  func plainNumbers(end: String) throws {
    var random = SplitMix64(seed: 11)
    let lexicon = Lexicon.chinese
    var matcher = Matcher(lexicon.grammar)
    var read = 0
    for _ in 0..<3000 {
      let head = ["", "20", "1,", "13", "0"].randomElement(using: &random) ?? ""
      let tail = (0..<Int.random(in: 0...12, using: &random)).map { _ in "0123456789,.1234567890".randomElement(using: &random) ?? "7" }
      let text = "1\(head)\(String(tail))\(end)"
      guard let number = NumberReader(lexicon, Array(text.utf8)).plainNumber(at: 0) else { continue }
      read += 1
      #expect(try matcher.match(in: Subject(text)))
      #expect(matcher.range(of: lexicon.groups.digits) == number.digits, "\(text)")
      #expect(matcher.range(of: lexicon.groups.scale) == number.scale, "\(text)")
      #expect(matcher.range(of: lexicon.groups.rate) == number.rate, "\(text)")
      #expect(matcher.range(of: 0) == 0..<number.end, "\(text)")
    }
    #expect([" ", "年", "万", ".", "个百分点", "月元"].contains(end) ? read == 0 : read > 100)
  }
}
