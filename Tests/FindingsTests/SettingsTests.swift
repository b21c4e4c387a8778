// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import CrossfootText
import TestSupport
import Testing

@Suite struct SettingsTests {
  private func examine(_ text: String, _ set: (inout ReportSettings) -> Void) -> Examination {
    var settings = ReportSettings()
    set(&settings)
    return Examination(path: "a.txt", source: SourceText(bytes: Array(text.utf8)), settings: settings)
  }

  private let rate = "年初预算240万元，实际支出36万元，预算执行率51%。\n"

  @Test("a rule that does not run claims nothing, so its figures are not checked")
  func rules() {
    let without = examine(rate) { $0.rules = ["footing.list"] }
    #expect(without.findings.isEmpty && without.relations.isEmpty && without.coverage.unchecked == 3)
    #expect(examine(rate) { $0.rules = ["recalculation.execution-rate"] }.findings.count == 1)
  }

  @Test("a severity that is set goes for every finding of the rule and no other", arguments: Severity.allCases)
  func severities(severity: Severity) {
    let set = examine(rate) { $0.severities = ["recalculation.execution-rate": severity, "footing.list": .note] }
    #expect(set.findings.map(\.severity) == [severity])
    #expect(set.findings.map(\.fingerprint) == examine(rate) { _ in }.findings.map(\.fingerprint))
  }

  @Test("labels that are unrelated never meet in a relation; all others do as before")
  func unrelated() {
    let list = "支出合计300万元，其中：基本支出180万元、项目支出130万元。\n"
    let plain = examine(list) { _ in }
    let judged = plain.findings.count + plain.coverage.ticked
    #expect(judged > 0)
    let apart = examine(list) { $0.unrelated = [LabelPair("支出合计", "项目支出")] }
    #expect(apart.findings.isEmpty && apart.coverage.ticked == 0)
    #expect(apart.coverage.uncheckedReasons[.ambiguousSubject] ?? 0 > 0)
    let spaced = examine(list) { $0.unrelated = [LabelPair("支出 合计", "项目支出：")] }
    #expect(spaced.findings.isEmpty)
    for pair in [LabelPair("支出合计", "公用经费"), LabelPair("支出合计", "支出合计")] {
      #expect(examine(list) { $0.unrelated = [pair] }.findings == plain.findings)
    }
  }

  @Test(
    "rounding: cutting off is believed without evidence, or never, where it is set",
    arguments: [
      (RoundingHabit.detected, 1), (.nearest, 1), (.truncates, 0),
    ])
  func rounding(habit: RoundingHabit, findings: Int) {
    // 1000 ÷ 2400 is 41.67 %, cut off 41.6 %.
    let text = "年初预算2400.00万元，实际支出1000.00万元，预算执行率41.6%。\n"
    #expect(examine(text) { $0.rounding = habit }.findings.count == findings)
    #expect(examine(rate) { $0.rounding = habit }.findings.count == 1)
  }

  @Test("a unit that is set goes for tables that declare none")
  func unit() {
    func values(_ text: String, _ unit: String?) -> [String] {
      examine(text) { $0.reading.unit = unit }.facts.figures.map { $0.quantity.value.plain() }
    }
    let table = "项目\t金额\n甲\t1,200\n乙\t3,400\n合计\t4,600\n"
    #expect(values(table, "万元") == ["12000000", "34000000", "46000000"])
    #expect(values(table, nil) == ["1200", "3400", "4600"])
    #expect(values("单位：元\n" + table, "万元") == values("单位：元\n" + table, nil))
    #expect(ReadingSettings.isUnit("亿元") && !ReadingSettings.isUnit("万只元") && !ReadingSettings.isUnit(""))
  }

  @Test("of a report in another language only the tables are read, and a note says so")
  func language() {
    let other = examine(rate) { $0.reading.language = .other }
    #expect(other.findings.isEmpty && other.notes.map(\.kind) == [.noLanguagePack])
    #expect(other.coverage.uncheckedReasons == [.noLanguagePack: 3])
    let english = "Spending was 36 million against a budget of 240 million, an execution rate of 51%.\n"
    #expect(examine(english) { _ in }.notes.map(\.kind) == [.noLanguagePack])
    #expect(examine(english) { $0.reading.language = .chinese }.notes.isEmpty)
    #expect(examine("") { _ in }.notes.isEmpty)
  }

  @Test("the kind that is set is the report's")
  func kind() {
    #expect(examine(rate) { $0.reading.kind = .performance }.facts.profile.kind == .performance)
  }
}
