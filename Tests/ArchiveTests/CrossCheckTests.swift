// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText
import Testing

@testable import CrossfootArchive

/// Reports and what the check across them should say.
struct CrossCase: Sendable, CustomTestStringConvertible {
  /// What is told, for the reader.
  var name: String
  var reports: [String]
  /// Figures that differ and figures that agree: `stated/published` as printed.
  var findings: [String] = []
  var ties: [String] = []

  var testDescription: String { name }
}

@Suite struct CrossCheckTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  private func check(_ reports: [String]) async throws -> CrossResult {
    let files = try reports.enumerated().map { index, text in
      ReportFile(path: Array(try folder.write("\(index).txt", text).utf8))
    }
    let store = try Store.open(folder("archive.sqlite"), jobs: 1)
    defer { store.close() }
    _ = try await store.add(files, files.map { _ in .init() }, jobs: 1, version: "1") { _ in }
    return try store.checkAcross()
  }

  private static func budget(_ year: Int, _ text: String) -> String {
    "临泽湾市河道管理中心\(year)年部门预算\n\n一、部门预算收支情况\n\(text)\n"
  }

  private static func accounts(_ year: Int, _ text: String) -> String {
    "临泽湾市河道管理中心\(year)年度部门决算\n\n一、收入支出决算情况\n\(text)\n"
  }

  private static func evaluation(_ year: Int, _ text: String) -> String {
    "临泽湾市河道管理中心\(year)年度部门整体支出绩效自评报告\n\n一、资金情况\n\(text)\n"
  }

  private static func execution(_ year: Int, _ text: String, next: String = "") -> String {
    "关于望川市\(year)年预算执行情况和\(year + 1)年预算草案的报告\n\n一、\(year)年预算执行情况\n\n\(text)\n\n二、\(year + 1)年预算草案\n\n\(next)\n"
  }

  private static let plan = execution(
    2024, "2024年全市一般公共预算收入完成312.46亿元，全市一般公共预算支出完成529.83亿元。",
    next: "2025年全市一般公共预算收入安排328.10亿元，全市一般公共预算支出安排541.07亿元。全市政府性基金预算收入安排96.40亿元。")

  private static let published = budget(2024, "2024年本部门预算收入3,126.48万元。堤岸维护经费预算248.60万元。闸门检修经费预算97.35万元。")

  private static let cases: [CrossCase] = [
    CrossCase(
      name: "the evaluation repeats the budget's total, in fewer digits",
      reports: [published, evaluation(2024, "2024年本部门年初预算数3,126万元，全年支出3,050万元。")], ties: ["3,126/3,126.48"]),
    CrossCase(
      name: "the evaluation repeats it wrongly",
      reports: [published, evaluation(2024, "2024年本部门年初预算数3,162.48万元，全年支出3,050万元。")],
      findings: ["3,162.48/3,126.48"]),
    CrossCase(
      name: "the accounts repeat the initial budget",
      reports: [published, accounts(2024, "2024年本部门收入总计3,290.17万元，年初预算为3,126.48万元。本部门年初预算为3,126.48万元。")],
      ties: ["3,126.48/3,126.48"]),
    CrossCase(
      name: "last year's figure, right and wrong",
      reports: [
        accounts(2023, "2023年本部门收入总计3,018.26万元。堤岸维护经费支出212.40万元。闸门检修经费支出88.15万元。"),
        accounts(
          2024,
          "2024年本部门收入总计3,290.17万元，比2023年的3,018.26万元增加271.91万元。堤岸维护经费支出230.50万元，比2023年的212.40万元增加18.10万元。"
            + "闸门检修经费支出91.20万元，比2023年的81.15万元增加10.05万元。"),
      ], findings: ["81.15/88.15"], ties: ["3,018.26/3,018.26", "212.40/212.40"]),
    CrossCase(
      name: "another unit of money is another print of the same figure",
      reports: [published, evaluation(2024, "2024年本部门年初预算数31264800元。")], ties: ["31264800/3,126.48"]),
    CrossCase(
      name: "other organisations, years and levels are others",
      reports: [
        published, "临泽湾市水文站2024年度部门整体支出绩效自评报告\n\n一、资金情况\n2024年本部门年初预算数1,204.50万元。\n",
        evaluation(2023, "2023年本部门年初预算数2,998.20万元。"),
        "临泽湾市河道管理中心2024年度单位决算\n\n一、收支情况\n2024年本单位年初预算数1,811.40万元。\n",
      ]),
    CrossCase(
      name: "an adjusted budget is not the published one",
      reports: [published, evaluation(2024, "2024年本部门调整预算数3,362.48万元，全年执行数3,350.10万元。")]),
    CrossCase(
      name: "a report whose figures were restated is left alone",
      reports: [
        published, evaluation(2024, "因机构改革，2024年本部门年初预算数3,162.48万元。"),
      ]),
    CrossCase(
      name: "the base of a comparison on other terms is left alone",
      reports: [
        accounts(2023, "2023年本部门收入总计3,018.26万元。"),
        accounts(2024, "2024年本部门收入总计3,290.17万元，剔除划转因素，比2023年的2,918.26万元增加371.91万元。"),
      ]),
    CrossCase(
      name: "two different budgets of one year leave it open which one counts",
      reports: [
        published, budget(2024, "2024年本部门预算收入3,200.00万元。"), evaluation(2024, "2024年本部门年初预算数3,162.48万元。"),
      ]),
    CrossCase(
      name: "the same file twice is one report",
      reports: [published, published, evaluation(2024, "2024年本部门年初预算数3,126.48万元。")], ties: ["3,126.48/3,126.48"]),
    CrossCase(
      name: "a report that contradicts itself does not say which figure it repeats",
      reports: [published, evaluation(2024, "2024年本部门年初预算数3,126.48万元。本部门年初预算数3,216.48万元。")]),
    CrossCase(
      name: "about so much is no claim",
      reports: [published, evaluation(2024, "2024年本部门年初预算数约3,000万元。")]),
    CrossCase(
      name: "figures far apart are of two things that share a name",
      reports: [published, evaluation(2024, "2024年本部门年初预算数412.60万元。")]),
    CrossCase(
      name: "reports that hardly ever agree do not mean the same by their words",
      reports: [
        accounts(2023, "堤岸维护经费支出212.40万元。闸门检修经费支出88.15万元。水情监测经费支出45.30万元。"),
        accounts(
          2024,
          "堤岸维护经费支出230.50万元，比2023年的222.40万元增加8.10万元。闸门检修经费支出91.20万元，比2023年的98.15万元减少6.95万元。"
            + "水情监测经费支出47.20万元，比2023年的45.30万元增加1.90万元。"),
      ], ties: ["45.30/45.30"]),
    CrossCase(name: "an archive of one report has nothing to compare", reports: [published]),
    CrossCase(
      name: "the plan of a government, repeated as the initial budget of the year after, with a slip",
      reports: [
        plan,
        execution(
          2025,
          "2025年全市一般公共预算收入年初预算328.10亿元，完成330.05亿元。全市一般公共预算支出年初预算541.70亿元，完成547.26亿元。全市政府性基金预算收入年初预算96.40亿元，完成90.12亿元。"),
      ], findings: ["541.70/541.07"], ties: ["328.10/328.10", "96.40/96.40"]),
    CrossCase(
      name: "a plan that was put together anew is another plan",
      reports: [
        plan,
        execution(
          2025,
          "2025年全市一般公共预算收入年初预算331.62亿元，完成330.05亿元。全市一般公共预算支出年初预算549.38亿元，完成547.26亿元。全市政府性基金预算收入年初预算96.40亿元，完成90.12亿元。"),
      ], ties: ["96.40/96.40"]),
    CrossCase(
      name: "an adjusted plan and the figures of another level are others",
      reports: [
        plan,
        execution(
          2025,
          "2025年全市一般公共预算收入调整预算328.01亿元，完成330.05亿元。全市一般公共预算支出调整预算541.70亿元，完成547.26亿元。市本级政府性基金预算收入年初预算96.04亿元，完成90.12亿元。"),
      ]),
    CrossCase(
      name: "what was carried out by the end of a year is not what its accounts show",
      reports: [
        plan,
        execution(
          2025, "2025年全市一般公共预算收入完成330.05亿元，比2024年决算数312.64亿元增加17.41亿元。全市一般公共预算支出完成547.26亿元，比2024年执行数529.83亿元增加17.43亿元。"),
      ], ties: ["529.83/529.83"]),
    CrossCase(
      name: "the accounts of a government repeat the initial budget of its plan",
      reports: [
        plan,
        "望川市2025年财政决算报告\n\n一、2025年全市决算\n\n2025年全市一般公共预算收入年初预算328.10亿元，决算数330.05亿元。全市一般公共预算支出年初预算541.07亿元，决算数547.26亿元。全市政府性基金预算收入年初预算96.04亿元，决算数90.12亿元。\n",
      ], findings: ["96.04/96.40"], ties: ["328.10/328.10", "541.07/541.07"]),
  ]

  @Test("figures that one report repeats of another", arguments: cases)
  func across(expected: CrossCase) async throws {
    let result = try await check(expected.reports)
    #expect(result.findings.map { "\($0.stated.text)/\($0.published.text)" } == expected.findings)
    #expect(result.ties.map { "\($0.stated.text)/\($0.published.text)" } == expected.ties)
    #expect(result.tally.contradicted == expected.findings.count && result.tally.tied == expected.ties.count)
  }

  @Test("a finding names both places, and its fingerprint depends on neither")
  func places() async throws {
    let stated = Self.evaluation(2024, "2024年本部门年初预算数3,162.48万元。")
    let finding = try #require(try await check([Self.published, stated]).findings.first)
    #expect(finding.stated.path == folder("1.txt") && finding.published.path == folder("0.txt"))
    #expect([finding.stated.start, finding.published.start].map { "\($0.line):\($0.column)" } == ["4:14", "4:13"])
    #expect(finding.organisation == "临泽湾市河道管理中心" && finding.year == 2024)
    let other = try CrossCheckTests()
    let moved = try await other.check(["另一份说明。\n", "\n\n" + stated, Self.published]).findings
    #expect(moved.map(\.fingerprint) == [finding.fingerprint])
    #expect(moved.map(\.stated.start.line) == [6])
  }
}
