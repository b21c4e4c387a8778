// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText
import Testing

@testable import CrossfootFigures

@Suite struct SubjectTests {
  /// The aspects of the amounts of a city's report, in print.
  private func aspects(_ body: String) -> [String] {
    let text = "关于青禾市2025年预算执行情况和2026年预算草案的报告\n\n一、总体情况\n\n" + body + "\n"
    let source = SourceText(bytes: Array(text.utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    let (facts, _) = Facts.extract(document)
    return facts.figures.filter { $0.quantity.unit.dimension == .money }.map { figure in
      guard case .year(let year) = figure.aspects.period else { return "-" }
      return
        "\(facts.labels.text(figure.aspects.scope)) \(facts.labels.text(figure.aspects.fund)) \(year) \(figure.aspects.stage)"
    }
  }

  @Test(
    "whose, of which fund, year and stage comes from the label, the sentence and the headings",
    arguments: [
      ("2025年全市一般公共预算收入完成81亿元，其中：税收收入56亿元。", ["全市 一般公共预算 2025 actual", "全市 一般公共预算 2025 actual"]),
      ("一、2025年预算执行情况\n\n（一）一般公共预算\n\n市本级收入完成12亿元，教育支出完成3亿元。", ["-", "市本级 一般公共预算 2025 actual"]),
      ("二、2026年预算草案\n\n高新区一般公共预算收入安排9亿元。", ["高新区 一般公共预算 2026 budget"]),
      ("一、2025年预算执行情况\n\n全市一般公共预算收入为80亿元，实际完成81亿元。", ["-", "全市 一般公共预算 2025 actual"]),
      ("2025年1—10月，全市一般公共预算收入完成66亿元。", ["-"]),
      (
        "2025年全市一般公共预算收入完成81亿元，区县上解收入4亿元，教育支出3亿元。",
        ["全市 一般公共预算 2025 actual", "区县 一般公共预算 2025 actual", "全市 一般公共预算 2025 actual"]
      ),
      ("2026年全市预计先行支出5亿元，其中：一般公共预算支出3亿元，政府性基金预算支出2亿元。", ["-", "-", "-"]),
      ("2025年全市和市本级一般公共预算收入完成81亿元。", ["-"]), ("一般公共预算收入完成81亿元。", ["-"]),
    ])
  func aspects(body: String, expected: [String]) {
    #expect(aspects(body) == expected)
  }
}
