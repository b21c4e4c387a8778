// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText
import Testing

@testable import CrossfootFigures

@Suite struct TopicTests {
  /// The topics of a report in the order of its figures: `name year stage`, or `-`.
  private func topics(_ text: String) -> [String] {
    let source = SourceText(bytes: Array(text.utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    let facts = Facts.extract(document).0
    var reader = TopicReader(document, facts)
    return reader.topics().map { $0.map { "\($0.name) \($0.year) \($0.stage.rawValue)" } ?? "-" }
  }

  private static let budget = "临泽湾市河道管理中心2024年部门预算\n\n一、概况\n"
  private static let accounts = "临泽湾市河道管理中心2024年度部门决算\n\n一、概况\n"
  private static let evaluation = "临泽湾市河道管理中心2024年度部门整体支出绩效自评报告\n\n一、概况\n"
  private static let city = "关于临泽湾市2024年财政决算的报告\n\n一、概况\n"

  private static let cases: [(text: String, topics: [String])] = [
    // The total is the organisation's own; a figure without a year is of the report's year.
    (budget + "2024年本部门预算收入3,126.40万元。\n", ["total 2024 initial-budget"]),
    (budget + "堤岸维护经费预算48.60万元。\n", ["堤岸维护经费 2024 initial-budget"]),
    (accounts + "2024年度本部门支出总计2,880.15万元。\n", ["total 2024 accounts"]),
    (accounts + "本部门年初预算为3,126.40万元。\n", ["total 2024 initial-budget"]),
    // 其他 belongs to the name.
    (budget + "其他交通费用预算6.50万元。\n", ["其他交通费用 2024 initial-budget"]),
    // An evaluation's figures need a word for their stage.
    (evaluation + "堤岸维护经费48.60万元。\n", ["-"]),
    (evaluation + "2024年本部门年初预算数3,126.40万元。\n", ["total 2024 initial-budget"]),
    // Approximate figures, figures without money and names that say too little.
    (budget + "2024年本部门预算收入约3,126万元。\n", ["-"]),
    (budget + "堤岸维护经费预算覆盖12座闸门。\n", ["-"]),
    (budget + "其他资金预算36.20万元。\n", ["-"]),
    // A place's figures need the level that they are of.
    (city + "全市一般公共预算收入86.42亿元。\n", ["全市一般公共预算收入 2024 accounts"]),
    (city + "一般公共预算收入86.42亿元。\n", ["-"]),
    // A section on another year, or on another stage, has none that goes without saying.
    (budget + "一、2023年预算执行情况\n堤岸维护经费48.60万元。\n", ["-"]),
    (budget + "一、2023年情况\n（一）堤岸\n堤岸维护经费预算48.60万元。\n", ["-"]),
    (budget + "一、2024年情况\n（一）堤岸\n堤岸维护经费预算48.60万元。\n", ["堤岸维护经费 2024 initial-budget"]),
    (budget + "一、2023年情况\n2024年堤岸维护经费预算48.60万元。\n", ["堤岸维护经费 2024 initial-budget"]),
    (accounts + "一、年初预算安排情况\n堤岸维护经费48.60万元。\n", ["-"]),
    // The base of a comparison is about the same thing, unless its terms were changed.
    (
      budget + "2024年本部门预算收入3,126.40万元，比2023年的3,040.00万元增加86.40万元。\n",
      ["total 2024 initial-budget", "total 2023 initial-budget", "-"]
    ),
    (
      budget + "2024年本部门预算收入3,126.40万元，同口径比2023年的3,040.00万元增加86.40万元。\n",
      ["total 2024 initial-budget", "-", "-"]
    ),
    // A report on one year and the next names the year of each figure.
    ("关于临泽湾市2024年预算执行情况和2025年预算草案的报告\n\n全市一般公共预算收入86.42亿元。\n", ["-"]),
    // What was carried out, what was planned for the next year, and classes of expenditure that hold a 与.
    (
      execution + "全市一般公共预算支出执行98.30亿元。其中：教育支出执行21.46亿元，文化旅游体育与传媒支出执行2.58亿元，增长4.3%。\n",
      [
        "全市一般公共预算支出 2024 execution", "全市一般公共预算教育支出 2024 execution",
        "全市一般公共预算文化旅游体育与传媒支出 2024 execution", "-",
      ]
    ),
    (
      execution + "二、2025年预算草案\n\n2025年全市一般公共预算收入安排90.15亿元，上级补助收入31.20亿元。\n",
      ["全市一般公共预算收入 2025 initial-budget", "全市一般公共预算上级补助收入 2025 initial-budget"]
    ),
  ]

  @Test("a figure is about something that another report names alike, or about nothing", arguments: cases)
  func topic(text: String, expected: [String]) {
    let found = topics(text)
    // Years and numbers of the title and headings are no figures.
    #expect(found == expected, "\(text)")
  }

  @Test(
    "a report says that figures were restated",
    arguments: [
      ("因机构改革，上年数据按新的职能划转调整。", true), ("预算调整事项按规定报批。", false),
    ])
  func restated(sentence: String, isRestated: Bool) {
    let source = SourceText(bytes: Array((Self.budget + sentence + "\n").utf8))
    let (folded, _) = FoldedText.fold(source)
    let (document, _) = Document.build(source, folded)
    #expect(TopicReader(document, Facts.extract(document).0).isRestated == isRestated)
  }

  // MARK: aspects

  /// What an archive keeps of each figure: `scope fund stage period`, with - for what is not known.
  private func aspects(_ text: String) -> [String] {
    let source = SourceText(bytes: Array(text.utf8))
    let (document, _) = Document.build(source, FoldedText.fold(source).0)
    let facts = Facts.extract(document).0
    var reader = TopicReader(document, facts)
    return facts.figures.indices.map { id in
      let aspects = reader.aspects(of: id)
      let period = if case .year(let year) = aspects.period { "\(year)" } else { "-" }
      return [aspects.scope, aspects.fund].map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
        + " \(aspects.stage) \(period)"
    }
  }

  private static let execution = "关于临泽湾市2024年预算执行情况和2025年预算草案的报告\n\n一、2024年预算执行情况\n\n"

  private static let aspectCases: [(text: String, aspects: [String])] = [
    // A budget's amounts are budgets of its year, those of accounts were spent; of an evaluation the words must say it.
    (budget + "堤岸维护经费48.60万元。\n", ["- - budget 2024"]),
    (accounts + "堤岸维护经费48.60万元。\n", ["- - actual 2024"]),
    (evaluation + "堤岸维护经费48.60万元。\n", ["- - unknown 2024"]),
    (evaluation + "堤岸维护经费年初预算48.60万元。\n", ["- - initialBudget 2024"]),
    // What a figure is compared with is of another year, which must be named.
    (budget + "堤岸维护经费48.60万元，比2023年的46.20万元增加2.40万元。\n", ["- - budget 2024", "- - unknown 2023", "- - budget 2024"]),
    (budget + "一、2023年情况\n堤岸维护经费48.60万元。\n", ["- - unknown 2023"]),
    // A heading's level and fund hold below it, unless it names two, or the paragraph is about another one.
    (
      execution + "（一）全市一般公共预算\n\n收入总计86.42亿元。\n",
      ["全市 一般公共预算 unknown 2024"]
    ),
    (
      execution + "（一）全市和市本级一般公共预算\n\n收入总计86.42亿元。\n",
      ["- - unknown 2024"]
    ),
    (
      execution + "（一）全市一般公共预算\n\n松屿开发区一般公共预算收入完成8.14亿元，动用结余1.06亿元。\n",
      ["松屿开发区 一般公共预算 actual 2024", "松屿开发区 一般公共预算 unknown 2024"]
    ),
    (
      execution + "（一）全市一般公共预算\n\n1.松屿开发区\n\n动用结余1.06亿元。\n",
      ["- 一般公共预算 unknown 2024"]
    ),
  ]

  @Test("an archive keeps of each figure what tells it from others of its name", arguments: aspectCases.indices)
  func kept(index: Int) {
    #expect(aspects(Self.aspectCases[index].text) == Self.aspectCases[index].aspects)
  }
}
