// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct FigureListingTests {
  private let rows = [
    FigureRow(
      position: Position(line: 3, column: 12), text: "339.16", value: "3391600", dimension: .money, scale: 4,
      label: "三公经费", scope: "全市", fund: "一般公共预算", stage: .actual, period: .relative(-1), state: .ticked, slack: "50"),
    FigureRow(
      position: Position(line: 120, column: 1), text: "21.2%", value: "21.2", dimension: .percent,
      columnLabel: "增减率", period: .year(2024), state: .contradicted),
    FigureRow(
      position: Position(line: 121, column: 1), text: "1.2.3", value: "", label: "有\t制表符",
      state: .unchecked(.damagedCell)),
  ]

  @Test("columns are aligned in terminal cells")
  func text() {
    let expected = """
      位置     原文     数值  单位  数量级  名称       列名    口径                               状态                容差
      3:12   339.16  3391600  金额  万      三公经费           全市 · 一般公共预算 · 决算 · 上年  相符                50
      120:1   21.2%     21.2  %                        增减率  2024年                             矛盾
      121:1   1.2.3                         有 制表符                                             未核对：单元格残缺

      """
    #expect(FigureListing.text(rows, language: .zh) == expected)
  }

  @Test("tab-separated values have a header and a fixed number of fields")
  func tsv() {
    let lines = FigureListing.tsv(rows).split(separator: "\n")
    let names = "line column text value unit scale label columnLabel scope fund stage period state reason slack"
    #expect(lines[0] == names.replacing(" ", with: "\t"))
    #expect(lines[1] == "3\t12\t339.16\t3391600\tmoney\t4\t三公经费\t\t全市\t一般公共预算\tactual\t-1\tticked\t\t50")
    #expect(lines[3] == "121\t1\t1.2.3\t\t\t0\t有 制表符\t\t\t\t\t\tunchecked\tdamagedCell\t")
    #expect(lines.allSatisfy { $0.count { $0 == "\t" } == 14 })
  }

  @Test("the published schema accepts the JSON")
  func json() throws {
    let checker = try SchemaChecker("crossfoot-figures-1.schema.json")
    let text = FigureListing.json(rows, path: "报告/一.txt")
    #expect(text.hasSuffix("\n"))
    #expect(text.contains(#""path":"报告/一.txt""#))
    #expect(try checker.violations(text) == [])
    #expect(try checker.violations(text.replacing(#""state":"ticked""#, with: #""state":"fine""#)) != [])
  }
}
