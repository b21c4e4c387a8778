// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import Testing

@Suite struct LineTests {
  @Test(arguments: [
    (0, 1, 1), (3, 1, 2), (6, 1, 3), (8, 2, 1), (9, 2, 2), (10, 2, 3), (13, 2, 4), (14, 3, 1), (15, 4, 1), (99, 4, 1),
  ])
  func positionsCountLinesAndScalars(offset: Int, line: Int, column: Int) {
    let source = SourceText(bytes: Array("收入\r\n1\u{C}支\n\n".utf8))
    #expect(source.position(offset) == Position(line: line, column: column))
  }

  @Test func linesAreGivenWithoutTheirEnds() {
    let bytes = Array("一\r\n\r\n二\r三\n四".utf8)
    let lines = LineIndex(bytes)
    let texts = (0..<lines.count).map { line in
      let range = lines.range(ofLine: line, in: bytes)
      return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
    }
    #expect(texts == ["一", "", "二\r三", "四"])
  }

  @Test func anEmptyTextHasOneLine() {
    #expect(LineIndex([]).count == 1)
    #expect(LineIndex([]).range(ofLine: 0, in: []) == SourceRange(0, 0))
    #expect(SourceText(bytes: []).position(0) == Position(line: 1, column: 1))
  }

  @Test func everyOffsetIsOnTheLineThatStartsLastBeforeIt() {
    var random = SeededGenerator(seed: 5)
    let bytes = (0..<500).map { _ in UInt8.random(in: 0x08...0x0E, using: &random) }
    let lines = LineIndex(bytes)
    for offset in 0...bytes.count {
      #expect(lines.line(of: offset) == bytes[..<offset].count { $0 == 0x0A })
    }
  }
}

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
    var random = SeededGenerator(seed: seed)
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
