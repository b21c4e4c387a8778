// SPDX-License-Identifier: Apache-2.0
import CrossfootFigures
import Testing

@Suite struct LabelTableTests {
  @Test("equal labels have one id, others another, however many there are")
  func interning() {
    var table = LabelTable()
    let labels = (0..<2000).map { Array("第\($0)项支出".utf8) } + [Array("支出".utf8), Array("支出合计".utf8)]
    let ids = labels.map { table.intern($0) }
    #expect(Set(ids).count == labels.count)
    #expect(labels.map { table.intern($0) } == ids)
    #expect(ids.map { table.bytes($0) } == labels)
    #expect(table.text(ids[7]) == "第7项支出")
  }

  @Test("the empty label is 0")
  func empty() {
    var table = LabelTable()
    #expect(table.intern([]) == 0)
    #expect(table.intern([0]) == 1)
    #expect(table.text(0).isEmpty)
  }
}
