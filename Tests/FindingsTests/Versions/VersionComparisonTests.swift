// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import TestSupport
import Testing

@Suite struct VersionComparisonTests {
  private func compare(_ old: String, _ new: String) throws -> VersionComparison {
    VersionComparison(
      old: try Examination.reading(Array(old.utf8), path: "old.txt"),
      new: try Examination.reading(Array(new.utf8), path: "new.txt"))
  }

  private func changes(_ comparison: VersionComparison) -> [String] {
    comparison.changes.map { "\($0.old.text)→\($0.new.text)" }
  }

  private func stale(_ comparison: VersionComparison) -> [String] {
    comparison.stale.map { "\($0.figure.start.line):\($0.figure.text)→\($0.changes.first?.new.text ?? "")" }
  }

  private let text = """
    一、收入情况
    本年收入合计1,204.50万元，其中：财政拨款1,100.30万元、其他收入104.20万元。
    二、支出情况
    基本支出800.00万元，项目支出404.50万元。
    三、人员情况
    年末在职人员42人，退休人员15人。

    """

  @Test("the same text has no change; nor have another wrapping, widths and inserted lines")
  func unchanged() throws {
    for new in [
      text, "封面\n\n\n" + text, text.replacingOccurrences("万元，其中", "万元，\n其中"),
      text.replacingOccurrences("404.50", "４０４．５０"),
    ] {
      let comparison = try compare(text, new)
      #expect(changes(comparison) == [] && comparison.added == 0 && comparison.removed == 0 && comparison.stale.isEmpty)
    }
  }

  @Test("a changed figure is paired by what is around it, wherever it moved")
  func changed() throws {
    let new = "新增一段，涉及3个处室。\n" + text.replacingOccurrences("800.00", "810.00").replacingOccurrences("15人", "16人")
    let comparison = try compare(text, new)
    #expect(changes(comparison) == ["800.00→810.00", "15→16"])
    #expect(comparison.added == 1 && comparison.removed == 0)
    #expect(comparison.changes.first?.new.start.line == 5)
  }

  @Test("a sentence that goes takes its figures along")
  func removed() throws {
    let comparison = try compare(text, text.replacingOccurrences("，退休人员15人", ""))
    #expect(changes(comparison) == [] && comparison.removed == 1)
  }

  @Test("a row added to a table changes no other row")
  func table() throws {
    let old = "项目\t金额\n甲\t1,200\n乙\t3,400\n丙\t3,400\n合计\t8,000\n"
    let comparison = try compare(
      old, old.replacingOccurrences("丙\t3,400", "丁\t500\n丙\t3,400").replacingOccurrences("8,000", "8,500"))
    #expect(changes(comparison) == ["8,000→8,500"] && comparison.added == 1)
  }

  /// One label at several places: what is changed at some of them, and what is then left behind.
  @Test(
    "a value changed at some places only is left behind at the others",
    arguments: [
      ("1,204.50", "1,304.50", "1,204.50", ["3:1,204.50→1,304.50"]), ("1,204.50", "1,304.50", "1,304.50", []),
      ("1,204.50", "1,204.5", "1,204.50", []), ("12", "13", "12", []), ("0.00", "1.00", "0.00", []),
    ] as [(String, String, String, [String])])
  func left(_ row: (old: String, first: String, second: String, found: [String])) throws {
    func report(_ first: String, _ second: String) -> String {
      "全年支出\(first)万元，用于日常运转。\n二、决算\n全年支出\(second)万元，另有往来款项。\n"
    }
    #expect(stale(try compare(report(row.old, row.old), report(row.first, row.second))) == row.found)
  }

  @Test("a coarser restatement is left behind if it no longer allows the value")
  func coarser() throws {
    func report(_ fine: String, _ coarse: String) -> String { "全年支出\(fine)万元，用于运转。\n二、概况\n全年支出\(coarse)亿元，已公开。\n" }
    #expect(stale(try compare(report("12,345.67", "1.235"), report("12,445.67", "1.235"))) == ["3:1.235→12,445.67"])
    #expect(stale(try compare(report("12,345.67", "1.235"), report("12,345.99", "1.235"))) == [])
    #expect(stale(try compare(report("12,345.67", "1.235"), report("12,445.67", "1.245"))) == [])
  }

  @Test("figures of other labels share a value by chance, unless it is long and was changed alike at two places")
  func otherLabels() throws {
    func report(_ values: [String]) -> String {
      let labels = ["本年收入", "财政拨款", "基本支出"]
      return zip(labels, values).map { "\($0)\($1)万元，已按规定公开。\n" }.joined()
    }
    #expect(stale(try compare(report(["404.50", "404.50", "404.50"]), report(["405.50", "405.50", "404.50"]))) == [])
    let long = try compare(report(["8,404.50", "8,404.50", "8,404.50"]), report(["8,405.50", "8,405.50", "8,404.50"]))
    #expect(stale(long) == ["3:8,404.50→8,405.50"])
    #expect(
      stale(try compare(report(["8,404.50", "8,404.50", "8,404.50"]), report(["8,405.50", "8,404.50", "8,404.50"])))
        == [])
  }

  @Test("findings: what only the new version says is new, what only the old one says is gone")
  func findings() throws {
    let rate = "年初预算240万元，实际支出36万元，预算执行率51%。\n"
    let change = "全年收入80万元，比上年的50万元增加10万元。\n"
    let comparison = try compare(rate + change, "概述\n\n" + rate.replacingOccurrences("51%", "15%") + "\n" + change)
    #expect(comparison.new.isEmpty && comparison.persisting.count == 1)
    #expect(comparison.fixed.map(\.primary.text) == ["51%"])
    let back = try compare("概述\n\n" + rate.replacingOccurrences("51%", "52%"), rate)
    #expect(back.new.map(\.primary.text) == ["51%"] && back.fixed.map(\.primary.text) == ["52%"])
  }
}

extension String {
  /// Each occurrence of a text replaced by another.
  fileprivate func replacingOccurrences(_ text: String, _ other: String) -> String { replacing(text, with: other) }
}
