// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import Testing

@Test func foldingKeepsOffsets() throws {
  let (source, notes) = try SourceText.decode(Array("<p>支出&nbsp;１２３．５％</p>，《规划》".utf8))
  let (folded, _) = FoldedText.fold(source)
  #expect(notes.isEmpty)
  #expect(String(decoding: folded.bytes, as: UTF8.self) == "\u{1D}支出 123.5%\u{1D}，《规划》")
  let range = folded.map.sourceRange(8..<13) { source.scalarEnd($0) }
  #expect(source.text(range) == "１２３．５")
}
