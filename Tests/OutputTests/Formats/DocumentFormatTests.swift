// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import Foundation
import Testing

@testable import CrossfootOutput

@Suite struct XMLFormatTests {
  @Test("JUnit: a suite for each report, a failure for each finding, a passed case for none, an error for a bad path")
  func junit() throws {
    let text = written(.junit, [.astral(count: 2), .clean], refused: [("坏.pdf", .binary(kind: "PDF"))])
    let root = try Element(document: text)
    #expect(root.attributes == ["name": "crossfoot", "tests": "4", "failures": "2", "errors": "1"])
    #expect(root.values("testsuite", "name") == ["报告/一.txt", "报告/一.txt", "坏.pdf"])
    #expect(root.values("testsuite", "tests") == ["2", "1", "1"])
    #expect(root.all("testcase").map { $0.children.map(\.name) } == [["failure"], ["failure"], [], ["error"]])
    #expect(root.values("failure", "message").first == "本年支出：总数 96，按 40 + 57 应为 97")
    #expect(root.all("failure").first?.text.hasPrefix("报告/一.txt:2:9: 总数 96\n报告/一.txt:2:18: 分项 40\n") == true)
  }

  @Test("Checkstyle: an element for each report with findings, in the words its readers know")
  func checkstyle() throws {
    let result = ReportResult.astral(count: 3, severities: [.error, .warning, .note])
    let root = try Element(document: written(.checkstyle, [result, .clean]) { $0.text.shown = [.note] })
    #expect(root.name == "checkstyle" && root.attributes == ["version": "4.3"])
    #expect(root.values("file", "name") == ["报告/一.txt"])
    #expect(root.values("error", "severity") == ["error", "warning", "info"])
    #expect(root.values("error", "source").first == "crossfoot.footing.list")
  }

  @Test(
    "text of a report cannot break the document: controls, brackets, quotes",
    arguments: [FormatName.junit, .checkstyle])
  func hostile(format: FormatName) throws {
    var sample = Sample()
    sample.path = "a\"<b>&'\u{1}\u{C}\u{FFFF}.txt"
    sample.label = "\u{0}<甲>&\"]]>\u{B}"
    sample.arithmetic = [Arithmetic("40 + 57", "97", stated: "5")]
    let root = try Element(document: written(format, [sample.result("\u{C}共⟦*total|5⟧")]))
    let message = format == .junit ? root.values("failure", "message") : root.values("error", "message")
    #expect(message.first??.contains("<甲>&\"]]>") == true)
  }

  @Test("nothing to tell is a whole document", arguments: [FormatName.junit, .checkstyle])
  func clean(format: FormatName) throws {
    #expect(try Element(document: written(format, [])).children.isEmpty)
  }
}

@Suite struct TableFormatTests {
  /// Reads CSV as RFC 4180 has it.
  private func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      let last = rows[rows.count - 1].count - 1
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        scalars.removeFirst()
        rows[rows.count - 1][last].unicodeScalars.append("\"")
      case ("\"", _): isQuoted.toggle()
      case (",", false): rows[rows.count - 1].append("")
      case ("\r", false): continue
      case ("\n", false): rows.append([""])
      default: rows[rows.count - 1][last].unicodeScalars.append(scalar)
      }
    }
    return rows.dropLast()
  }

  @Test("CSV: a mark for spreadsheets, a header, all findings whatever is shown, as many cells in each row")
  func csv() {
    let text = written(.csv, [.astral(count: 2, severities: [.note, .error])])
    #expect(text.hasPrefix("\u{FEFF}path,line,"))
    let rows = rows(String(text.dropFirst()))
    #expect(rows.count == 3 && rows.allSatisfy { $0.count == CSVFormat.header.count })
    #expect(rows[1][5] == "note")
    #expect(rows[2][7] == "本年支出：总数 96，按 40 + 57 应为 97")
  }

  @Test(
    "no cell is a formula; quotes and commas stay in their cell",
    arguments: [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-5.2%", "-5.2%"), ("+12,300", "+12,300"), ("-cmd", "'-cmd"),
      ("a\"b,c", "a\"b,c"),
    ])
  func cells(text: String, cell: String) {
    var result = ReportResult.astral()
    result.findings[0].primary.text = text
    #expect(rows(String(written(.csv, [result]).dropFirst()))[1][9] == cell)
  }

  @Test("Markdown: totals, then a table for each report with findings; no text of a report is markup")
  func markdown() {
    var result = ReportResult.astral(path: "a|b*_.txt")
    result.findings[0].primary.label = "<b>[甲](x)|"
    let text = written(.markdown, [result, .clean])
    #expect(text.hasPrefix("# Crossfoot\n\n1 个错误，0 个警告（2 份报告）\n"))
    #expect(text.contains("## a\\|b\\*\\_.txt\n"))
    #expect(text.contains("| 2:9 | 错误 | &lt;b>\\[甲\\](x)\\|：总数 96，按 40 + 57 应为 97 | 97 | `footing.list` |"))
    #expect(written(.markdown, [.clean]).contains("未发现互相矛盾的数字。"))
    #expect(written(.markdown, []).isEmpty)
  }
}

@Suite struct PlainFormatTests {
  @Test("sentences without drawing, the figure in corner brackets with its percent sign")
  func plain() {
    var sample = Sample()
    sample.cause = .wrongBase
    sample.expected = "17.5%"
    sample.arithmetic = [Arithmetic("71.84 ÷ (339.16 + 71.84)", "17.48%", stated: "21.2%")]
    var result = sample.result("接待费⟦amount|339.16⟧万元，减少⟦delta|71.84⟧万元，下降⟦*rate|21.2⟧%。\n")
    result.findings[0].primary.text = "21.2%"
    result.findings[0].primary.spot.section = "三、支出情况"
    let expected = """
      错误  recalculation.change-rate
      位置：报告/一.txt 第 1 行第 25 列，“三、支出情况”
      问题：增减率 21.2%，按 71.84 ÷ (339.16 + 71.84) 应为 17.48%
      原文：接待费339.16万元，减少71.84万元，下降「21.2%」。
      对照：第 1 行：接待费「339.16」万元，减少71.84万元，下降21.2%。
      对照：第 1 行：接待费339.16万元，减少「71.84」万元，下降21.2%。
      建议：若其他数字无误，此处应为 17.5%；可能除以了本期数，而不是上期数

      """
    #expect(written(.plain, [result]).hasPrefix(expected))
  }

  @Test("what the baseline has to do with a finding is said")
  func baseline() {
    var result = ReportResult.astral(baseline: .updated)
    result.findings[0].accepted = BaselineEntry(
      path: "", rule: "", fingerprint: "", subject: "", values: ["total": "95", "part": "40", "part2": "57"])
    #expect(written(.plain, [result]).contains("说明：基线曾接受此处的 95，现为 96"))
    result.findings[0].baseline = .new
    #expect(written(.text, [result]).contains("基线只接受 1 条相同的问题，此处为多出的一条"))
  }
}

@Suite struct JSONLinesTests {
  @Test("each line follows the published schema; header first, totals last")
  func schema() throws {
    let checker = try SchemaChecker("crossfoot-lines-1.schema.json")
    var noted = ReportResult.clean
    noted.notes = [Note(.matchLimit)]
    let lines = written(.jsonl, [.astral(count: 2, severities: [.error, .note]), noted]).split(separator: "\n").map(
      String.init)
    #expect(
      try lines.map { try parsed($0)["type"]?.text } == [
        "header", "document", "finding", "finding", "document", "summary",
      ])
    for line in lines { #expect(try checker.violations(line) == []) }
    #expect(try checker.violations(lines[2].replacing(#""type":"finding""#, with: #""type":"document""#)) != [])
    #expect(try checker.violations(lines[2].replacing("utf16Column", with: "utf8Column")) != [])
  }
}
