// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct VersionReportTests {
  private func pair(_ old: String, _ new: String) -> VersionPair {
    func examined(_ text: String) -> Examination {
      Examination(path: "new.txt", source: SourceText(bytes: Array(text.utf8)))
    }
    let after = examined(new)
    return VersionPair(
      oldPath: "old.txt", new: after.result, comparison: VersionComparison(old: examined(old), new: after))
  }

  private let old = "年初预算240万元，实际支出36万元，预算执行率51%。\n全年支出800.25万元。\n附注\n全年支出800.25万元。\n"

  @Test("what changed is told by kind; where nothing did nothing is said")
  func text() {
    let new = "概述\n" + old.replacing("51%", with: "15%").replacing("800.25万元。\n附注", with: "810.25万元。\n附注")
    let expected = """
      --- old.txt
      +++ new.txt

      已消除 1 条：
        old.txt:1:25: error: 执行率 51%，按 36 ÷ 240 应为 15.0% [recalculation.execution-rate]

      改动的数字 2 个：
        1:25 → 2:25  51% → 15%
        2:5 → 3:5  全年支出：800.25 → 810.25

      漏改的数字 1 个：
        5:5  全年支出：此处仍为 800.25，第 3 行已改为 810.25


      """
    let options = TextOptions(language: .zh)
    #expect(VersionReport.text(pair(old, new), options: options) == expected)
    #expect(VersionReport.text(pair(old, old), options: options) == "")
    #expect(
      VersionReport.text(pair(old, "概述\n" + old), options: TextOptions(language: .zh, shown: [.baselined])).contains(
        "new.txt:2:25"))
  }

  @Test("the JSON follows its published schema, and its findings those of the check")
  func json() throws {
    let checker = try SchemaChecker("crossfoot-diff-1.schema.json")
    var document = VersionJSON(version: "0.1.0", language: .zh)
    #expect(try checker.violations(document.render()) == [])
    document.add(pair(old, old.replacing("51%", with: "52%").replacing("800.25万元。\n附注", with: "810.25万元。\n附注")))
    let text = document.render()
    #expect(try checker.violations(text) == [])
    let report = try parsed(text)["reports"]?.elements.first
    #expect(report?["newFindings"]?.elements.map { $0["stated"]?.text } == ["52%"])
    #expect(report?["fixedFindings"]?.elements.map { $0["path"]?.text } == ["old.txt"])
    #expect(report?["staleFigures"]?.elements.count == 1)
    #expect(try checker.violations(text.replacing("staleFigures", with: "oldFigures")) != [])
  }
}
