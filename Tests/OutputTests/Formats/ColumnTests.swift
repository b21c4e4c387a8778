// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

/// The figure 96 stands after ten characters, of which one takes two units of UTF-16 and four bytes, the others three.
@Suite struct ColumnTests {
  private let scalars = 9
  private let utf16 = 10
  private let bytes = 26

  @Test(
    "scalars, from 1, end exclusive",
    arguments: [
      (FormatName.concise, "报告/一.txt:2:9: error:"), (.grouped, "2:9  error"), (.plain, "第 2 行第 9 列"),
      (.csv, "报告/一.txt,2,9,2,11,"), (.markdown, "| 2:9 |"), (.checkstyle, #"line="2" column="9""#),
      (.junit, #"name="footing.list 2:9""#), (.github, "line=2,col=9,endLine=2,endColumn=11::"),
    ])
  func inScalars(format: FormatName, place: String) {
    #expect(written(format, [.astral()]).contains(place))
  }

  @Test("SARIF counts units of UTF-16 and says so")
  func sarif() throws {
    let run = try parsed(written(.sarif, [.astral()]))["runs"]?.elements.first
    #expect(run?["columnKind"]?.text == "utf16CodeUnits")
    let result = run?["results"]?.elements.first
    let region = numbers(result?["locations"]?.elements.first?["physicalLocation"]?["region"])
    #expect(region == ["startLine": 2, "startColumn": utf16, "endLine": 2, "endColumn": utf16 + 2])
    let related = result?["relatedLocations"]?.elements.map {
      numbers($0["physicalLocation"]?["region"])["startColumn"]
    }
    #expect(related == [19, 25])
  }

  @Test("reviewdog counts bytes of UTF-8", arguments: [FormatName.rdjson, .rdjsonl])
  func reviewdog(format: FormatName) throws {
    let root = try parsed(written(format, [.astral()]))
    let diagnostic = format == .rdjson ? root["diagnostics"]?.elements.first : root
    let range = diagnostic?["location"]?["range"]
    #expect(numbers(range?["start"]) == ["line": 2, "column": bytes])
    #expect(numbers(range?["end"]) == ["line": 2, "column": bytes + 2])
    #expect(numbers(diagnostic?["suggestions"]?.elements.first?["range"]?["start"]) == ["line": 2, "column": bytes])
    let related = diagnostic?["related_locations"]?.elements.first?["location"]?["range"]?["start"]
    #expect(numbers(related) == ["line": 2, "column": 49])
  }

  @Test("JSON lines give every unit, and offsets from 0 into the text")
  func lines() throws {
    let lines = written(.jsonl, [.astral()]).split(separator: "\n")
    let place = numbers(try parsed(String(lines[2]))["place"])
    #expect(
      place == [
        "offset": 35, "endOffset": 37, "line": 2, "endLine": 2, "column": scalars, "endColumn": scalars + 2,
        "utf16Column": utf16, "utf16EndColumn": utf16 + 2, "byteColumn": bytes, "byteEndColumn": bytes + 2,
      ])
  }

  @Test("a figure over two lines: formats of one line end at the end of the first")
  func twoLines() throws {
    var sample = Sample()
    sample.arithmetic = [Arithmetic("1 + 2", "3", stated: "6680.6")]
    let result = sample.result("第一行\n𠮷共⟦*total|6680\n.6⟧亿元\n")
    let run = try parsed(written(.sarif, [result]))["runs"]?.elements.first
    let location = run?["results"]?.elements.first?["locations"]?.elements.first
    let region = numbers(location?["physicalLocation"]?["region"])
    #expect(region == ["startLine": 2, "startColumn": 4, "endLine": 2, "endColumn": 8])
    #expect(written(.github, [result]).contains("line=2,col=3,endLine=2,endColumn=7::"))
  }

  @Test("the columns of many findings on one long line cost one pass over it")
  func longLine() {
    let (part, count) = ("𠮷支出12万元，", 200_000)
    let source = SourceText(bytes: Array(String(repeating: part, count: count).utf8))
    let sample = Sample()
    let findings = stride(from: 0, to: count, by: 100).map { index in
      let start = index * part.utf8.count + 10
      let place = Position(line: 1, column: index * 8 + 4)
      let figure = CitedFigure(
        role: .part, text: "12", range: SourceRange(start, start + 2), start: place, end: place, label: "支出")
      return sample.finding([figure])
    }
    let result = ReportResult(path: "a", source: source, findings: findings, coverage: Coverage(), notes: [])
    let spans = Spans(result)
    for (index, finding) in findings.enumerated() {
      #expect(spans.span(of: finding.primary).start.utf16 == finding.primary.start.column + index * 100 + 1)
    }
  }
}
