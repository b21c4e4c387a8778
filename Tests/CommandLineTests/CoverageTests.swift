// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct CoverageCommandTests {
  let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("报告/一.txt", Self.report)
    try workspace.write("报告/二.txt", "全年走访企业37家。\n")
  }

  private static let report = """
    2024年度绿化中心部门决算

    一、收入支出情况

    2024年支出合计300.50万元，其中：苗木采购180.20万元，养护120.30万元。全年开展宣传12次。

    二、支出明细

    项目\t预算数\t决算数
    苗木采购\t200.00\t180.20
    养护\t100.00\t120.30
    合计\t300.00\t300.50

    """

  /// The parts of the JSON output that are looked at here.
  struct Output: Decodable {
    struct Area: Decodable {
      var title: String
      var table: Int?
      var line, figures, ticked, contradicted, bounded, unchecked, excluded: Int
      var uncheckedReasons: [String: Int]
    }

    struct Report: Decodable {
      var path: String
      var figures, ticked, contradicted, bounded, unchecked, excluded: Int
      var excludedReasons: [String: Int]
      var areas: [Area]
    }

    struct Sums: Decodable { var figures, unchecked: Int }

    var schema: String
    var documents: [Report]
    var summary: Sums
  }

  private func coverage(_ paths: String...) async throws -> (Output, Run) {
    let run = try await workspace.run(["coverage", "--format", "json"] + paths)
    return (try JSONDecoder().decode(Output.self, from: Data(run.output.utf8)), run)
  }

  @Test("every figure is counted once by section, and those of tables also by table")
  func areas() async throws {
    let (output, run) = try await coverage("报告/一.txt")
    #expect(run.exitCode == 0 && run.errors.isEmpty && output.schema == "crossfoot-coverage/1")
    let report = try #require(output.documents.first)
    #expect(
      report.figures == 10 && report.figures == report.ticked + report.contradicted + report.bounded + report.unchecked)
    let sections = report.areas.filter { $0.table == nil }
    #expect(sections.map(\.figures).reduce(0, +) == report.figures)
    #expect(sections.map(\.ticked).reduce(0, +) == report.ticked)
    #expect(sections.map(\.excluded).reduce(0, +) == report.excluded)
    #expect(report.excludedReasons.values.reduce(0, +) == report.excluded && report.excludedReasons["year"] == 2)
    let table = try #require(report.areas.first { $0.table == 1 })
    #expect(table.figures == 6 && table.ticked == 6 && table.line == 9)
    let section = try #require(sections.first { $0.title.contains("收入支出情况") })
    #expect(section.line == 3 && section.uncheckedReasons == ["noPartner": 1])
  }

  @Test("several reports are summed, and a path that cannot be read is told without keeping the others back")
  func several() async throws {
    let (output, run) = try await coverage("报告", "缺.txt")
    #expect(run.exitCode == 2 && run.errors.contains("缺.txt"))
    #expect(output.documents.map(\.path) == ["报告/一.txt", "报告/二.txt"])
    #expect(output.summary.figures == 11 && output.summary.unchecked == 2)
  }

  @Test("text names the sections, the reasons and what was left out, in both languages")
  func text() async throws {
    let chinese = try await workspace.run("coverage", "报告", "--lang", "zh")
    for phrase in ["报告/一.txt", "10 个数字：相符 9", "未核对：没有可勾稽的数字 1", "年份 2", "表格 1", "二、支出明细", "2 份报告：11 个数字"] {
      #expect(chinese.output.contains(phrase), "\(phrase) in \(chinese.output)")
    }
    let english = try await workspace.run("coverage", "报告", "--lang", "en", "--jobs", "1")
    for phrase in [
      "10 figures: 9 ticked", "unchecked: no figure to compare with 1", "years 2", "table 1", "2 reports: 11 figures",
    ] {
      #expect(english.output.contains(phrase), "\(phrase) in \(english.output)")
    }
    #expect(chinese.exitCode == 0 && english.exitCode == 0)
  }
}
