// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import TestSupport
import Testing

/// What no sentence says is believed only as far as the report bears it out.
@Suite struct PracticeTests {
  private static let head = "关于青禾市2025年预算执行情况和2026年预算草案的报告\n\n一、2025年预算执行情况\n\n"
  private static let plan = "\n\n二、2026年预算草案\n\n"

  private static func report(_ execution: [String], _ plans: [String]) -> String {
    head + execution.joined(separator: "\n\n") + plan + plans.joined(separator: "\n\n") + "\n"
  }

  private func told(_ text: String) throws -> [String] {
    try Examination.reading(Array(text.utf8)).told.map(\.primary.text)
  }

  private static let execution = [
    "全市一般公共预算收入完成80.00亿元，为预算的101%。", "市本级一般公共预算收入完成30.00亿元，为预算的102%。",
    "全市政府性基金预算收入完成25.00亿元，为预算的88%。", "市本级政府性基金预算收入完成16.00亿元，为预算的91%。",
  ]
  private static let plans = [
    "全市一般公共预算收入安排84.00亿元，增长5.0%。", "市本级一般公共预算收入安排31.20亿元，增长4.0%。",
    "全市政府性基金预算收入安排27.00亿元，增长8.0%。",
  ]
  private static let wrong = "市本级政府性基金预算收入安排17.60亿元，增长19.0%。"

  @Test("one plan that grows otherwise than all the others is told; without the others it is not")
  func evidence() throws {
    #expect(try told(Self.report(Self.execution, Self.plans + [Self.wrong])) == ["19.0%"])
    #expect(try told(Self.report(Self.execution, Array(Self.plans.prefix(2)) + [Self.wrong])) == [])
    #expect(try told(Self.report(Self.execution, Self.plans)) == [])
  }

  @Test("what is compared by name needs no other to bear it out")
  func named() throws {
    let plan = "市本级政府性基金预算收入安排17.60亿元，比上年执行数增长19.0%。"
    #expect(try told(Self.report(Self.execution, [plan])) == ["19.0%"])
  }

  @Test(
    "what may not be the same figure is no base",
    arguments: [
      "市本级政府性基金预算收入安排17.60亿元，同口径增长19.0%。", "市本级政府性基金预算收入安排17.60亿元（不含专项债券收入），增长19.0%。",
      "区县政府性基金预算收入安排17.60亿元，增长19.0%。", "市本级政府性基金预算收入安排17.60亿元，比2024年增长19.0%。",
      "市本级政府性基金预算收入安排17.60亿元，比上年预算增长19.0%。", "市本级国有土地使用权出让收入安排17.60亿元，增长19.0%。",
    ])
  func others(_ plan: String) throws {
    #expect(try told(Self.report(Self.execution, Self.plans + [plan])) == [])
  }

  @Test("two figures of one name are no base", arguments: ["16.00", "16.01", "18.00"])
  func restated(_ other: String) throws {
    let again = "2025年市本级政府性基金预算收入完成\(other)亿元。"
    let isSame = other == "16.00"
    #expect(try told(Self.report(Self.execution + [again], Self.plans + [Self.wrong])).contains("19.0%") == isSame)
  }
}
