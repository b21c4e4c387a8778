// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import TestSupport
import Testing

/// Long sentences of every shape that reads around a word, the commonest with 100,000 characters, and long cells and
/// rows of tables. Serial: the work is measured.
@Suite(.serialized) struct LongTextTests {
  /// A text that repeats one piece.
  struct Shape: Sendable, CustomTestStringConvertible {
    var name: String
    var start: String
    var piece: String
    var end = "。"
    var length = 24_000
    var testDescription: String { name }

    func text(characters: Int) -> [UInt8] {
      var text = start
      text.reserveCapacity(characters * 4)
      let length = piece.unicodeScalars.count
      for index in 0..<max(1, characters / length) { text += piece.replacing("#", with: "\(index % 900 + 100)") }
      return Array((text + end).utf8)
    }
  }

  private static let header = "\t合计\n甲\t1\t2\n乙\t3\t4\n合计\t4\t6\n"
  private static let rows = "单位：万元\n项目\t金额\t其中：现金\n"
  private static let shapes: [Shape] = [
    Shape(name: "one list", start: "支出合计99,999万元，其中：", piece: "道路养护#.50万元、", length: 100_000),
    Shape(name: "one nest", start: "支出合计99,999万元，", piece: "其中：养护#万元，", length: 100_000),
    Shape(name: "groups", start: "支出合计99,999万元，其中：", piece: "养护#万元，东片#万元，西片#万元；"),
    Shape(name: "sums", start: "", piece: "收入#万元，增长#%；补助#万元，收入总计#万元，支出#万元，年终结转#万元，"),
    Shape(name: "carried out", start: "", piece: "收入为#万元，实际完成#万元，为年初预算的#%，比上年增加#万元，"),
    Shape(name: "brackets", start: "支出99,999万元", piece: "（其中养护#万元"),
    Shape(name: "rates", start: "支出99,999万元，", piece: "比上年增加#万元，增长#%，", length: 100_000),
    Shape(name: "comparisons", start: "", piece: "年初预算为#万元，决算数为#万元，完成年初预算的90%，决算数大于年初预算数，"),
    Shape(name: "bare comparisons", start: "支出99,999万元，", piece: "较上年的#万元增加，"),
    Shape(name: "names", start: "走访", piece: "青山街道、"),
    Shape(name: "counted names", start: "", piece: "内设#个科室：综合科、"),
    Shape(name: "ordinals", start: "做好三项工作：", piece: "一是修路#米，二是"),
    Shape(name: "causes", start: "", piece: "主要原因是#"),
    Shape(name: "placeholders", start: "支出", piece: "XX"),
    Shape(name: "numerals", start: "支出", piece: "一二"),
    Shape(name: "capitals", start: "支出", piece: "壹拾万元（#元）"),
    Shape(name: "grades", start: "", piece: "得分#分，等级为优，"),
    Shape(name: "spans", start: "", piece: "2021-2023年连续四年，"),
    Shape(name: "plans", start: "2024年预算和", piece: "2022-2024年中期财政规划和"),
    Shape(name: "granted limits", start: "", piece: "下达甲区债务限额#万元，"),
    Shape(name: "balances of debt", start: "今年末，", piece: "甲区债务余额#万元，债务限额#万元（不含外债），"),
    Shape(name: "bases with their rates", start: "收入99,999万元，", piece: "为上年#万元的#%，"),
    Shape(name: "words only", start: "", piece: "增加减少持平"),
    Shape(name: "a header of parts", start: "项目\t", piece: "其中", end: header),
    Shape(name: "a header of parts behind marks", start: "项目\t", piece: "其中：", end: header),
    Shape(name: "a header of brackets", start: "项目\t", piece: "（万元）", end: header),
    Shape(name: "a header of years", start: "项目\t", piece: "2023年", end: header),
    Shape(name: "a wide header", start: "项目\t合计", piece: "\t其中：工资#", end: header),
    Shape(name: "a row of parts", start: rows, piece: "其中：", end: "工资\t1\t2\n"),
    Shape(name: "rows of parts", start: rows, piece: "其中：工资#\t1\t2\n", end: "\n"),
    Shape(name: "rows of totals", start: rows, piece: "合计\t#\t#\n小计\t#\t#\n", end: "\n"),
  ]

  @Test("work grows with the length of a sentence, not with its square", arguments: shapes)
  func linear(_ shape: Shape) throws {
    let short = shape.text(characters: shape.length / 8)
    let long = shape.text(characters: shape.length)
    let excess = try Growth.excess(
      { _ = try Examination.reading(short) }, eightTimes: { _ = try Examination.reading(long) })
    #expect(excess == nil, "\(shape.name): \(excess ?? [])")
  }
}
