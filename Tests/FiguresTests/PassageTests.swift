// SPDX-License-Identifier: Apache-2.0
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

@testable import CrossfootFigures

@Suite struct PassageTests {
  /// A passage of one-byte tokens with the given letters.
  private func passage(_ letters: String) -> Passage {
    let tokens = letters.utf8.enumerated().map { ClauseToken(letter: $0.element, range: $0.offset..<$0.offset + 1) }
    return Passage(tokens, lexicon: .chinese, bytes: Array(letters.utf8))
  }

  /// The brackets open at each token, outermost first; a bracket counts as inside itself.
  private func brackets(_ letters: [UInt8]) -> [[Int]] {
    var open: [Int] = []
    return letters.indices.map { index in
      if letters[index] == Letter.open { open.append(index) }
      defer { if letters[index] == Letter.close { _ = open.popLast() } }
      return open
    }
  }

  @Test("a sentence starts after the last stop of its own bracket or of one around it; brackets find their partner")
  func nesting() {
    var random = SplitMix64(seed: 17)
    for _ in 0..<300 {
      let text = String((0..<40).map { _ in "((LA.,)".randomElement(using: &random) ?? "L" })
      let passage = passage(text)
      let brackets = brackets(passage.letters)
      for index in brackets.indices {
        let stop = (0..<index).last { passage.letters[$0] == Letter.stop && brackets[index].starts(with: brackets[$0]) }
        #expect(passage.sentenceStart(index) == (stop.map { $0 + 1 } ?? 0), "\(text) \(index)")
        #expect(passage.depth(index) == brackets[index].count)
        let isClose = passage.letters[index] == Letter.close
        #expect(passage.opening(of: index) == (isClose ? brackets[index].last ?? index : index), "\(text) \(index)")
      }
    }
  }

  @Test("depth counts the brackets around a token, and a bracket too many closes nothing")
  func depth() {
    let passage = passage("A(L(A))A)A")
    #expect(passage.letters.indices.map(passage.depth) == [0, 1, 1, 2, 2, 2, 1, 0, 0, 0])
  }

  @Test("a list longer than is looked at is not bound, and a note says so", arguments: [(100, 0), (300, 1)])
  func longLists(parts: Int, notes: Int) {
    let items = (1...parts).map { "第\($0)处泵站支出\($0 * 10).5万元" }.joined(separator: "，")
    let text = "全年泵站维护支出\(parts * 400)万元，其中\(items)。\n"
    let (folded, _) = FoldedText.fold(SourceText(bytes: Array(text.utf8)))
    let (document, _) = Document.build(SourceText(bytes: Array(text.utf8)), folded)
    let (facts, found) = Facts.extract(document)
    #expect(found.count { $0.kind == .tooLarge } == notes)
    #expect(facts.statements.count { $0.shape == .list } == 1 - notes)
  }
}
