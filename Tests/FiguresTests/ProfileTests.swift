// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText
import Testing

@testable import CrossfootFigures

/// A report and what its profile should say; nil where it should say nothing.
struct ProfileCase: Sendable, CustomTestStringConvertible {
  var text: String
  var title: String?
  var organisation: String?
  var kind = ReportKind.other
  var level: ReportLevel?
  var year: Int?

  var testDescription: String { title ?? String(text.prefix(40)) }

  /// A report that is its title and a sentence, with a profile that takes the title as it stands.
  init(_ title: String, _ organisation: String?, _ kind: ReportKind, _ level: ReportLevel?, _ year: Int?) {
    self.init("\(title)\n\n一、基本情况\n全年支出12.50万元，与预算持平。\n", title, organisation, kind, level, year)
  }

  init(
    _ text: String, _ title: String?, _ organisation: String?, _ kind: ReportKind, _ level: ReportLevel?, _ year: Int?
  ) {
    self.text = text
    self.title = title
    self.organisation = organisation
    self.kind = kind
    self.level = level
    self.year = year
  }
}

@Suite struct ProfileTests {
  /// The profile as a case states it.
  private func profile(_ text: String) -> ProfileCase {
    let source = SourceText(bytes: Array(text.utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    let profile = Facts.extract(document).0.profile
    func words(_ range: Range<Int>) -> String? { range.isEmpty ? nil : document.text(range) }
    return ProfileCase(
      text, words(profile.title), words(profile.organisation), profile.kind, profile.level, profile.fiscalYear)
  }

  private static let titles: [ProfileCase] = [
    ProfileCase("临泽湾市河道管理中心2024年部门预算", "临泽湾市河道管理中心", .budget, .department, 2024),
    ProfileCase("2023年度北桐县档案馆单位决算", "北桐县档案馆", .finalAccounts, .unit, 2023),
    ProfileCase("石鸣区水务局2024年度部门整体支出绩效自评报告", "石鸣区水务局", .performance, .department, 2024),
    ProfileCase("锦溪市殡葬服务所2022年度整体支出绩效评价报告", "锦溪市殡葬服务所", .performance, .department, 2022),
    ProfileCase("关于丹霖市2025年预算执行情况和2026年预算草案的报告", "丹霖市", .budgetExecution, .government, 2025),
    ProfileCase("鹤汀州2024年国民经济和社会发展统计公报", "鹤汀州", .communique, .government, 2024),
    // The treasury of a place is an organisation of its own, and speaks for the place on the place's budget.
    ProfileCase("白榆市财政局2024年部门预算", "白榆市财政局", .budget, .department, 2024),
    ProfileCase("白榆市财政局关于2025年全市预算执行情况与2026年全市预算草案的报告", "白榆市", .budgetExecution, .government, 2025),
    // A government goes by its place; the budget of a township's own offices is that of a department.
    ProfileCase("星渡区人民政府2023年政府信息公开工作年度报告", "星渡区", .other, .government, 2023),
    ProfileCase("望川镇人民政府2024年部门预算", "望川镇人民政府", .budget, .department, 2024),
    // A budget that was changed later is not the published one.
    ProfileCase("松屿市人民政府关于2025年松屿市本级财政预算调整方案的报告", "松屿市", .other, .government, 2025),
    ProfileCase("锦溪市财政局2025年工作总结", "锦溪市财政局", .other, nil, 2025),
  ]

  @Test("a title says what the report is, whose, and of which year", arguments: titles)
  func title(expected: ProfileCase) {
    let found = profile(expected.text)
    #expect(found.title == expected.title)
    #expect(found.organisation == expected.organisation)
    #expect(found.kind == expected.kind)
    #expect(found.level == expected.level)
    #expect(found.year == expected.year)
  }

  private static let reports: [ProfileCase] = [
    // The number of a page or table before a title, and the year of a list behind it, are no part of it.
    ProfileCase(
      "12 临泽湾市2024年地方政府债务余额决算情况表\n单位：亿元\n项目\t金额\n余额\t52.31\n",
      "临泽湾市2024年地方政府债务余额决算情况表", "临泽湾市", .finalAccounts, .government, 2024),
    ProfileCase(
      "首页\n省级\n当前位置：统计公报库 > 正文\n2025年北桐市国民经济和社会发展统计公报 2025\n发布于 2026-05-20\n分类：统计公报\n\n一、综合\n"
        + "全年粮食总产量61.5万吨。\n\n上一篇\n2024 2024年北桐市国民经济和社会发展统计公报\n",
      "2025年北桐市国民经济和社会发展统计公报", "北桐市", .communique, .government, 2025),
    // Whose report it is stands on the line of the assembly that heard it.
    ProfileCase(
      "政 府 工 作 报 告\n——2023年1月6日在石鸣县第十届人民代表大会第二次会议上\n\n一、2022年工作回顾\n全年完成投资38.6亿元。\n",
      "政府工作报告", "石鸣县", .other, .government, 2022),
    ProfileCase(
      "关于2025年全县财政预算执行情况的报告\n——2026年1月12日在青禾县第十七届\n人民代表大会第五次会议上\n\n全县收入12.6亿元。\n",
      "关于2025年全县财政预算执行情况的报告", "青禾县", .budgetExecution, .government, 2025),
    // It stands behind a label, whatever the lines around it look like.
    ProfileCase(
      "鹤汀市云澜区2025年区级单位预算\n预算单位：鹤汀市云澜区档案事务中心\n\n目 录\n一、单位主要职能\n",
      "鹤汀市云澜区2025年区级单位预算", "鹤汀市云澜区档案事务中心", .budget, .unit, 2025),
    ProfileCase(
      "项目支出绩效自评表\n项目名称\t堤岸维护\t实施单位\t松屿市堤防管理站\n年度资金总额\t120.00\t118.50\n",
      "项目支出绩效自评表", "松屿市堤防管理站", .performance, .project, nil),
    // A sentence about a meeting in a place that heard no report.
    ProfileCase(
      "部门整体支出绩效自评报告\n\n会议于3月在望川市第三会议室召开，支出2.6万元。\n",
      "部门整体支出绩效自评报告", nil, .performance, .department, nil),
    ProfileCase("The report of 2024\n\nTotal spending was 12.5 million.\n", nil, nil, .other, nil, nil),
    ProfileCase("", nil, nil, .other, nil, nil),
  ]

  @Test("what the title leaves out is read from the lines around it", arguments: reports)
  func surroundings(expected: ProfileCase) {
    let found = profile(expected.text)
    #expect(found.title == expected.title)
    #expect(found.organisation == expected.organisation)
    #expect(found.kind == expected.kind)
    #expect(found.level == expected.level)
    #expect(found.year == expected.year)
  }

  @Test("a report in the other script is not read with the words of this one")
  func scripts() {
    #expect(profile("临泽湾市河道管理中心2024年部门预算\n").title != nil)
    #expect(profile("臨澤灣市河道管理中心2024年部門預算\n").title == nil)
  }
}
