// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct CrossFormatTests {
  private static let stated = "甲馆绩效自评\n年初预算为3,162.48万元。\n"
  private static let published = "甲馆部门预算\n\n收入预算3,126.48万元。\n"

  private static func place(_ path: String, _ text: String, line: Int, column: Int, scale: Int = 4) -> CrossPlace {
    CrossPlace(
      path: path, text: text, scale: scale, start: Position(line: line, column: column),
      end: Position(line: line, column: column + text.count), label: "年初预算")
  }

  private static func finding(_ rule: CrossRule, topic: String? = nil, path: String = "绩效.txt") -> CrossFinding {
    CrossFinding(
      rule: rule, severity: .warning, organisation: "甲馆", topic: topic, year: 2024,
      stage: rule == .priorYear ? .accounts : .initialBudget, stated: place(path, "3,162.48", line: 2, column: 6),
      published: place("预算.txt", "3,126.48", line: 3, column: 5), fingerprint: String(repeating: "a", count: 32))
  }

  private static let tally: CrossTally = {
    var tally = CrossTally()
    (tally.reports, tally.pairs, tally.contradicted, tally.tied, tally.restated) = (2, 1, 1, 1, 3)
    return tally
  }()

  @Test("a finding shows both places, each with its line")
  func text() {
    let text = CrossText.render(
      Self.finding(.initialBudget), stated: SourceText(bytes: Array(Self.stated.utf8)),
      published: SourceText(bytes: Array(Self.published.utf8)), options: TextOptions(language: .en))
    #expect(
      text == """
        warning[archive.initial-budget]: budget total of 2024: 3,162.48 万元 here as the initial budget, but 3,126.48 万元 in the published budget
         --> 绩效.txt:2:6
          |
        2 | 年初预算为3,162.48万元。
          |           ^^^^^^^^ 3,162.48
          |
         ::: 预算.txt:3:5
          |
        3 | 收入预算3,126.48万元。
          |         -------- 3,126.48
          |


        """)
  }

  @Test(
    "without the files, or with files that have no such place, the places are named alone",
    arguments: ["", "\n", "一\n二"])
  func missing(text: String) {
    let source = SourceText(bytes: Array(text.utf8))
    let with = CrossText.render(
      Self.finding(.priorYear), stated: source, published: source, options: TextOptions(language: .zh))
    let without = CrossText.render(
      Self.finding(.priorYear), stated: nil, published: nil, options: TextOptions(language: .zh))
    for text in [with, without] { #expect(text.contains("绩效.txt:2:6") && text.contains("预算.txt:3:5")) }
    #expect(
      without
        == "warning[archive.prior-year]: 2024年决算总额：此处作上年数为 3,162.48 万元，而2024年的报告为 3,126.48 万元\n --> 绩效.txt:2:6\n ::: 预算.txt:3:5\n\n"
    )
  }

  @Test("one line a finding, whatever its path holds")
  func concise() {
    let line = CrossText.concise(Self.finding(.priorYear, topic: "堤岸\n维护", path: "a\u{1B}b.txt"), language: .en)
    #expect(line.count { $0 == "\n" } == 1 && line.hasSuffix("(预算.txt:3:5) [archive.prior-year]\n"))
    #expect(line.hasPrefix("a\u{241B}b.txt:2:6: warning: ") && !line.contains("\u{1B}"))
    #expect(
      CrossText.tie(Self.finding(.initialBudget, topic: "维护"), language: .zh).hasPrefix(
        "= 2024年维护：此处作年初预算为 3,162.48 万元，公布的预算为 3,126.48 万元 ("))
  }

  @Test("JSON follows its published schema")
  func json() throws {
    let findings = [Self.finding(.initialBudget), Self.finding(.priorYear, topic: "堤岸“维护”\n经费")]
    let checker = try SchemaChecker("crossfoot-archive-1.schema.json")
    for (some, ties) in [([], []), (findings, findings), (findings, [])] as [([CrossFinding], [CrossFinding])] {
      let text = CrossJSON.render(some, ties: ties, Self.tally, version: "1.2.3", language: .en)
      #expect(try checker.violations(text) == [])
    }
    #expect(checker.words("$defs", "rule", "enum") == CrossRule.allCases.map(\.rawValue))
    let text = CrossJSON.render(findings, ties: [], Self.tally, version: "1.2.3", language: .en)
    #expect(try !checker.violations(text.replacing("\"year\":2024", with: "\"year\":\"2024\"")).isEmpty)
  }

  @Test("what was compared and what was left alone is told")
  func coverage() {
    let lines = Sentences(.en).coverage(Self.tally)
    #expect(
      lines == [
        "1 contradiction, 1 tied, 1 pair of reports, 2 reports known by organisation, kind, level and year",
        "not compared: pairs with restated figures 3",
      ])
    #expect(Sentences(.zh).coverage(CrossTally()).count == 1)
  }
}
