// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText
import Testing

@testable import CrossfootFigures

/// Which digits of a table name its rows, and which are amounts.
@Suite struct TableCodeTests {
  /// A table, and what is read of it.
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    /// Digits that are codes or row numbers, in the order of the text.
    var excluded: [String]
    /// The codes of its rows, `-` for a row without one; nil where they are not looked at.
    var codes: [String]?

    var testDescription: String { name }
  }

  @Test("codes are told from amounts", arguments: coded + scattered)
  func codes(example: Case) throws {
    let source = SourceText(bytes: Array(example.text.utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    let facts = Facts.extract(document).0
    let excluded = facts.excluded.filter { $0.reason == .code || $0.reason == .listNumber }.map {
      String(decoding: document.flow.bytes[$0.range], as: UTF8.self)
    }
    #expect(excluded == example.excluded)
    guard let codes = example.codes else { return }
    let table = try #require(facts.tables.last)
    let body = table.parts.flatMap { Array($0.body) }
    #expect(body.map { row in table.rowMarks[row].code.map { "\($0.digits)" } ?? "-" } == codes)
  }

  private static let coded = [
    Case(
      name: "codes in a column of their own, of three levels",
      text: """
        科目编码\t科目名称\t合计\t基本支出\t项目支出
        214\t交通运输支出\t1846.32\t1204.15\t642.17
        21401\t公路水路运输\t1846.32\t1204.15\t642.17
        2140101\t行政运行\t1204.15\t1204.15\t0.00
        2140106\t公路养护\t642.17\t0.00\t642.17
        """,
      excluded: ["214", "21401", "2140101", "2140106"], codes: ["214", "21401", "2140101", "2140106"]),
    Case(
      name: "the levels of a code in cells of their own",
      text: """
        类\t款\t项\t科目名称\t合计
        214\t\t\t交通运输支出\t1846.32
        214\t01\t\t公路水路运输\t1846.32
        214\t01\t01\t行政运行\t1204.15
        214\t01\t06\t公路养护\t642.17
        """,
      excluded: ["214", "214", "01", "214", "01", "01", "214", "01", "06"],
      codes: ["214", "21401", "2140101", "2140106"]),
    Case(
      name: "two codes in turns: the left one names the left side, the right one the right",
      text: """
        科目编码\t科目名称\t金额\t科目编码\t科目名称\t金额
        301\t工资福利支出\t1062.48\t302\t商品和服务支出\t218.73
        30101\t基本工资\t604.20\t30201\t办公费\t96.45
        30102\t津贴补贴\t458.28\t30211\t差旅费\t122.28
        """,
      excluded: ["301", "302", "30101", "30201", "30102", "30211"],
      codes: ["301", "30101", "30102", "302", "30201", "30211"]),
    Case(
      name: "amounts of three and five digits in a column of amounts are no codes",
      text: """
        项目\t预算数\t决算数
        道路保洁\t214\t208
        绿化养护\t21401\t20805
        路灯维护\t302\t301
        """,
      excluded: [], codes: ["-", "-", "-"]),
  ]

  private static let scattered = [
    Case(
      name: "levels of codes among the amounts, a cell a line",
      text: """
        支出预算总表
        单位：元
        项目
        支出预算
        功能分类科目名称
        合计
        基本支出
        交通运输支出
        214
        214
        01
        214
        01
        01
        214
        01
        06
        12,041,500
        12,041,500
        公路水路运输
        12,041,500
        12,041,500
        行政运行
        9,130,200
        9,130,200
        公路养护
        2,911,300
        2,911,300
        合计
        12,041,500
        12,041,500
        """,
      excluded: ["214", "214", "01", "214", "01", "01", "214", "01", "06"], codes: nil),
    Case(
      name: "small amounts among large ones, a cell a line, none of which begins with a nought",
      text: """
        车辆情况表
        单位：元
        项目
        数量
        金额
        轿车
        12
        1,204,150
        越野车
        26
        3,118,420
        大型客车
        108
        9,642,700
        合计
        146
        13,965,270
        """,
      excluded: [], codes: nil),
  ]
}
