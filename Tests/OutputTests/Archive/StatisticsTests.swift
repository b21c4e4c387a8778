// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import CrossfootOutput

@Suite struct StatisticsTests {
  private typealias Group = ArchiveStatistics.Group

  private static func group(_ name: String?, _ reports: Int, _ states: [Int], _ findings: [Int]) -> Group {
    Group(
      name: name, reports: reports,
      figures: StateCount(ticked: states[0], contradicted: states[1], bounded: states[2], unchecked: states[3]),
      findings: FindingCount(errors: findings[0], warnings: findings[1], notes: findings[2]))
  }

  private static let statistics: ArchiveStatistics = {
    let all = group(nil, 30, [500, 10, 90, 400], [8, 4, 2])
    var statistics = ArchiveStatistics(all: all)
    statistics.rules = [
      RuleCount(rule: "recalculation.change-rate", findings: FindingCount(errors: 8, warnings: 2, notes: 0)),
      RuleCount(rule: "score.total", findings: FindingCount(errors: 0, warnings: 2, notes: 2)),
    ]
    statistics.years = [
      group(nil, 2, [0, 0, 0, 0], [0, 0, 0]), group("2023", 10, [100, 5, 45, 50], [4, 2, 0]),
      group("2024", 18, [400, 5, 45, 350], [4, 2, 2]),
    ]
    statistics.kinds = [group("budget", 30, [500, 10, 90, 400], [8, 4, 2])]
    statistics.organisations = [group("临泽湾市<档案馆>\u{1B}[31m & \"站\"", 1, [10, 0, 0, 0], [3, 0, 0])]
    statistics.organisationCount = 4
    statistics.runs = [group("2026-03-02", 30, [500, 10, 90, 400], [8, 4, 2])]
    return statistics
  }()

  @Test("text shows each table with bars in proportion")
  func text() {
    let text = StatisticsText.render(Self.statistics, language: .en)
    let lines = text.components(separatedBy: "\n")
    #expect(lines.first == "30 reports, 1000 figures, 8 errors, 4 warnings, 2 notes")
    #expect(lines.contains("  recalculation.change-rate  10  " + String(repeating: "█", count: 28)))
    #expect(lines.contains("  score.total                 4  " + String(repeating: "█", count: 12)))
    #expect(lines.contains { $0.wholeMatch(of: /\s+unknown +2 +0 +0/) != nil })
    let share = lines.first { $0.contains("50.0%") && $0.contains("2023") }
    #expect(share == "  2023   50.0%    22.5%          2.5%      25.0%  " + "██████████████▓▓▓▓▓▓▒░░░░░░░")
    #expect(lines.contains { $0.contains("and 3 more organisations") })
    #expect(!text.contains("\u{1B}"))
  }

  @Test(
    "every bar of shares is of one length, whatever its parts",
    arguments: [[1, 0, 0, 0], [1, 1, 1, 1], [997, 1, 1, 1], [0, 0, 0, 3]])
  func shares(states: [Int]) {
    var statistics = ArchiveStatistics(all: Self.group(nil, 1, states, [0, 0, 0]))
    statistics.years = [Self.group("2024", 1, states, [0, 0, 0])]
    let line =
      StatisticsText.render(statistics, language: .en).components(separatedBy: "\n").last { $0.contains("2024") } ?? ""
    #expect(line.count { "█▓▒░".contains($0) } == 28)
  }

  @Test("an empty archive has one line of text and a page without charts")
  func empty() {
    let statistics = ArchiveStatistics(all: Self.group(nil, 0, [0, 0, 0, 0], [0, 0, 0]))
    #expect(StatisticsText.render(statistics, language: .zh) == "0 报告，0 数字，0 错误，0 警告，0 提示\n")
    #expect(!StatisticsPage.render(statistics).contains("<svg"))
  }

  @Test("the page is well-formed, holds every chart and loads nothing", arguments: [Language.zh, .en])
  func page(language: Language) throws {
    let page = StatisticsPage.render(Self.statistics, language: language)
    #expect(page.components(separatedBy: "<svg").count - 1 == 6)
    #expect(page.contains("临泽湾市&lt;档案馆&gt;\u{241B}[31m &amp; &quot;站&quot;"))
    #expect(!page.contains("http") && !page.contains("src=") && !page.contains("<script"))
    for chart in page.components(separatedBy: "<svg").dropFirst() {
      let svg = "<svg" + (chart.components(separatedBy: "</svg>").first ?? "") + "</svg>"
      #expect(throws: Never.self) { try Element(document: XML.declaration + svg) }
    }
  }

  @Test("bars of the page are as long as their numbers, and their parts lie side by side")
  func bars() {
    let chart = SVGBars.render([
      SVGBars.Bar(name: "a", parts: [("error", 3), ("note", 1)], label: "4", isShare: false),
      SVGBars.Bar(name: "b", parts: [("error", 0), ("note", 2)], label: "2", isShare: false),
    ])
    let bars = chart.matches(of: /<rect class="(\w+)" x="(\d+)" y="\d+" width="(\d+)"/).map {
      "\($0.1) \($0.2) \($0.3)"
    }
    #expect(bars == ["error 270 360", "note 630 120", "note 270 240"])
  }
}
