// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import TestSupport
import Testing

@Suite struct LexemeTests {
  @Test func kindsOfCharacters() {
    let text = "共120万，\t Cafe\u{301}é\n\n《㐀》〇：①\u{1E}\u{1F}"
    let folded = FoldedText(bytes: Array(text.utf8), map: OffsetMap(), markup: [])
    let found = folded.lexemes().map { lexeme in
      let text = String(decoding: folded.bytes[Int(lexeme.start)..<Int(lexeme.end)], as: UTF8.self)
      let visible = text.unicodeScalars.map { $0.value <= 0x20 ? "." : String($0) }
      return "\(lexeme.kind) \(visible.joined())"
    }
    #expect(
      found == [
        "han 共", "digits 120", "han 万", "punctuation ，", "gap ..", "latin Cafe", "other \u{301}", "latin é",
        "lineEnd .", "lineEnd .", "punctuation 《", "han 㐀", "punctuation 》", "han 〇", "punctuation ：", "other ①",
        "mark .", "mark .",
      ])
  }

  @Test(arguments: 0..<20)
  func lexemesCoverTheText(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let scalars = (0..<200).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...(seed % 2 == 0 ? 0x30FF : 0x2FFFF), using: &random))
    }
    let folded = FoldedText(bytes: scalars.flatMap { Array(String($0).utf8) }, map: OffsetMap(), markup: [])
    let lexemes = folded.lexemes()
    #expect(lexemes.first?.start == 0)
    #expect(lexemes.last.map { Int($0.end) } == folded.bytes.count)
    #expect(lexemes.allSatisfy { $0.start < $0.end })
    #expect(zip(lexemes, lexemes.dropFirst()).allSatisfy { $0.end == $1.start })
    #expect(lexemes.allSatisfy { folded.bytes[Int($0.start)] & 0xC0 != 0x80 })
  }

  @Test func anEmptyTextHasNone() {
    #expect(FoldedText(bytes: [], map: OffsetMap(), markup: []).lexemes().isEmpty)
  }
}
