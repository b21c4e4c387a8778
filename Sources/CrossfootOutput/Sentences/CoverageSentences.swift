// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules

extension Sentences {
  /// The column heads of the table of sections.
  var areaHeader: [String] {
    [
      say("行", "line"), say("数字", "figures"), say("相符", "ticked"), say("矛盾", "contradicted"), say("仅核上下限", "bounded"),
      say("未核对", "unchecked"), say("非数据", "excluded"), say("章节、表格", "section, table"), say("未核对的原因", "why unchecked"),
    ]
  }

  /// A section or table in the columns of ``areaHeader``.
  /// - Parameter showsPath: whether the line needs the name of its file.
  func cells(of area: CoverageBreakdown.Area, showsPath: Bool) -> [String] {
    let coverage = area.coverage
    let numbers = [
      coverage.figures, coverage.ticked, coverage.contradicted, coverage.bounded, coverage.unchecked, coverage.excluded,
    ]
    let indent = String(repeating: "  ", count: min(6, max(0, area.level - 1)))
    var title = area.title
    if let table = area.table {
      title = "  " + say("表格 \(table)", "table \(table)") + (title.isEmpty ? "" : say("：", ": ") + title)
    } else if title.isEmpty {
      title = say("（标题之前）", "(before the first heading)")
    }
    let line = (showsPath ? area.path + ":" : "") + "\(area.line)"
    let cells = [line] + numbers.map { $0 == 0 ? "" : "\($0)" } + [indent + shortened(title, to: 48)]
    return (cells + [reasons(coverage.uncheckedReasons) ?? ""]).map(Sanitiser.clean)
  }

  /// The reasons why figures are unchecked with their numbers, the most frequent first; nil for none.
  func reasons(_ reasons: [Reason: Int]) -> String? {
    let order = Reason.allCases.filter { reasons[$0] != nil }.sorted { (reasons[$0] ?? 0) > (reasons[$1] ?? 0) }
    return order.isEmpty ? nil : list(order.map { "\(reason($0)) \(reasons[$0] ?? 0)" })
  }

  /// The line that gives these reasons.
  func uncheckedBecause(_ reasons: String) -> String { say("未核对：", "unchecked: ") + reasons }

  /// How many digit runs are no figures, by reason; nil for none.
  func exclusions(_ exclusions: [Exclusion: Int], of number: Int) -> String? {
    let order = Exclusion.allCases.filter { exclusions[$0] != nil }.sorted {
      (exclusions[$0] ?? 0) > (exclusions[$1] ?? 0)
    }
    if order.isEmpty { return nil }
    let reasons = list(order.map { "\(exclusion($0)) \(exclusions[$0] ?? 0)" })
    return say("另有 \(number) 处数码不是数据：\(reasons)", "\(plural(number, "digit run")) that are no figures: \(reasons)")
  }

  /// How much was checked of several reports.
  func coverage(_ coverage: Coverage, reports: Int) -> String {
    count(reports, "份报告", "report") + say("：", ": ") + self.coverage(coverage, elapsed: nil)
  }

  /// Why a digit run is no figure.
  func exclusion(_ exclusion: Exclusion) -> String {
    switch exclusion {
    case .year: say("年份", "years")
    case .date: say("日期", "dates")
    case .period: say("期间", "periods")
    case .listNumber: say("序号", "list numbers")
    case .code: say("编码", "codes")
    case .lawNumber: say("法规条款号", "numbers of laws")
    case .phone: say("电话", "phones")
    case .identifier: say("名称中的数码", "identifiers")
    case .title: say("书名号中", "titles")
    case .furniture: say("页码、目录和网页栏目", "page numbers, contents, navigation")
    case .markup: say("标记", "markup")
    case .idiom: say("惯用语", "idioms")
    case .time: say("时刻", "times")
    }
  }
}
