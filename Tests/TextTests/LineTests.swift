// SPDX-License-Identifier: Apache-2.0
import CrossfootText
import TestSupport
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
    var random = SplitMix64(seed: 5)
    let bytes = (0..<500).map { _ in UInt8.random(in: 0x08...0x0E, using: &random) }
    let lines = LineIndex(bytes)
    for offset in 0...bytes.count {
      #expect(lines.line(of: offset) == bytes[..<offset].count { $0 == 0x0A })
    }
  }

  @Test func aLineEndsWhereTheNextOneStarts() {
    var random = SplitMix64(seed: 6)
    let bytes = (0..<2000).map { _ in
      Int.random(in: 0..<90, using: &random) == 0 ? 0x0A : UInt8.random(in: 0x20...0x7E, using: &random)
    }
    let lines = LineIndex(bytes)
    #expect(lines.starts == [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { Int32($0 + 1) })
    #expect(lines.starts.indices.map { Int32(lines.start(ofLine: $0)) } == lines.starts)
    for line in 0..<lines.count {
      let end = line + 1 < lines.count ? Int(lines.starts[line + 1]) - 1 : bytes.count
      #expect(lines.range(ofLine: line, in: bytes) == SourceRange(Int(lines.starts[line]), end))
    }
  }
}
