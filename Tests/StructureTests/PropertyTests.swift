// SPDX-License-Identifier: Apache-2.0
import CrossfootStructure
import CrossfootText
import Testing

/// A small generator: the same seed gives the same texts in every run.
private struct Random {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(max(1, bound)))
  }
}

/// Whatever the text, the flow accounts for every digit run of the report and every range is usable.
@Suite struct PropertyTests {
  /// Pieces of which texts are put together: all layouts, and what breaks them.
  static let pieces = [
    "水务中心支出预算表", "单位：万元", "一、水库管理", "（二）堤防维修", "1.日常巡查", "12.5", "1,234.00", "2025年", "合计", "\t", "\t\t", "\n", "\n\n",
    " ", "   ", "        ", "|", "| a | 1 |", "---|---", "<table>", "<tr>", "<td colspan=3>", "<td rowspan=\"9\">",
    "</table>", "<p>", "</p>",
    "\u{c}", "— 3 —", "全年降水812毫米，比上年增加12.5%。", "。", "，", "（", "）", "201", "20103", "-", "—", "%", "万元", "亿", ".6", "不",
    "大于",
    "首页", "当前位置：", "ICP备123号", "……………… 5", "①脚注3", "“", "”", "\r\n", "\u{3000}", "ＡＢ１２", "#REF!", "$", "net 5 (3)",
    "目录", "收", "支",
  ]

  private static func text(_ seed: UInt64) -> [UInt8] {
    var random = Random(seed)
    var bytes: [UInt8] = []
    for _ in 0..<(1 + random.next(240)) {
      let piece = Array(pieces[random.next(pieces.count)].utf8)
      bytes += random.next(40) == 0 ? Array(piece.prefix(random.next(piece.count + 1))) : piece
    }
    return bytes
  }

  private static func shuffled(_ seed: UInt64) -> [UInt8] {
    var random = Random(seed)
    let all = PassageTests.wraps + PassageTests.numbers + TableTests.placed + TableTests.streams + TableTests.tabs
    var lines = all.flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
    for index in lines.indices { lines.swapAt(index, random.next(lines.count)) }
    return Array(lines.prefix(20 + random.next(60)).joined(separator: "\n").utf8)
  }

  @Test(arguments: 1...400)
  func holdsForAnyMixture(_ seed: Int) throws {
    try check(PropertyTests.text(UInt64(seed)))
    try check(PropertyTests.shuffled(UInt64(seed)))
  }

  @Test(arguments: 1...100)
  func holdsForAnyBytes(_ seed: Int) throws {
    var random = Random(UInt64(seed))
    try check((0..<random.next(600)).map { _ in UInt8(random.next(256)) })
  }

  private func check(_ bytes: [UInt8]) throws {
    guard let source = try? SourceText.decode(bytes).0 else { return }
    let folded = FoldedText.fold(source).0
    let document = Document.build(source, folded).0
    checkDigits(document, folded)
    checkBlocks(document)
    for table in document.tables { checkTable(table, document) }
  }

  /// Every digit of the folded text stands once in the flow, in the blocks' order.
  private func checkDigits(_ document: Document, _ folded: FoldedText) {
    func places(_ bytes: [UInt8], _ map: OffsetMap) -> [Int] {
      bytes.indices.filter { 0x30...0x39 ~= bytes[$0] }.map { map.sourceOffset($0) }
    }
    #expect(places(document.flow.bytes, document.flow.map).sorted() == places(folded.bytes, folded.map))
    for index in document.flow.bytes.indices where 0x30...0x39 ~= document.flow.bytes[index] {
      let range = document.sourceRange(index..<index + 1)
      #expect(range.start < range.end && range.end <= document.source.bytes.count)
    }
  }

  /// Blocks follow each other; within one the flow keeps the order of the source.
  private func checkBlocks(_ document: Document) {
    var end = 0
    for (index, block) in document.blocks.enumerated() {
      #expect(block.range.lowerBound >= end && block.range.upperBound <= document.flow.bytes.count)
      #expect(block.heading < index)
      end = block.range.upperBound
      var last = -1
      for offset in block.range {
        let place = document.flow.map.sourceOffset(offset)
        #expect(place >= last)
        last = place
      }
    }
  }

  private func checkTable(_ table: Table, _ document: Document) {
    guard document.blocks.indices.contains(table.block) else {
      Issue.record("table without block")
      return
    }
    let block = document.blocks[table.block].range
    #expect(table.rows.first?.cells.lowerBound ?? 0 == 0 && table.rows.last?.cells.upperBound ?? 0 == table.cells.count)
    for row in table.rows.indices {
      #expect(row == 0 || table.rows[row].cells.lowerBound == table.rows[row - 1].cells.upperBound)
      for reading in table.alignments(of: row) {
        #expect(reading.count == table.rows[row].cells.count)
        #expect(reading.allSatisfy { $0 >= -1 && $0 < table.columnCount })
        let filled = zip(table.cells(of: row), reading).filter { !$0.0.isEmpty && $0.1 >= 0 }.map(\.1)
        #expect(table.layout == .flattened || table.layout == .cellPerLine || filled == filled.sorted())
      }
      for range in table.cells(of: row).flatMap({ [$0.range] + document.rest(of: $0) }) {
        #expect(range.isEmpty || block.lowerBound <= range.lowerBound && range.upperBound <= block.upperBound)
      }
    }
    for part in table.parts {
      #expect(part.header.upperBound <= table.rows.count && part.body.upperBound <= table.rows.count)
    }
  }
}
