// SPDX-License-Identifier: Apache-2.0
import PCRE2
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
}
