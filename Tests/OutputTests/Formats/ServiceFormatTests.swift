// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct GitHubFormatTests {
  private func commands(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter { $0.hasPrefix("::") }
  }

  @Test("an annotation names rule, file and place, then all places on lines of their own")
  func command() {
    let expected =
      "::error title=crossfoot (footing.list),file=报告/一.txt,line=2,col=9,endLine=2,endColumn=11::"
      + "报告/一.txt:2:9: footing.list 本年支出：总数 96，按 40 + 57 应为 97%0A  报告/一.txt:2:18: 分项 40%0A  报告/一.txt:2:24: 分项 57"
      + "%0A若其他数字无误，此处应为 97"
    #expect(commands(written(.github, [.astral()])) == [expected])
  }

  @Test("what would end a message or a property is escaped")
  func escapes() {
    var sample = Sample()
    sample.path = "a,b:c%.txt"
    let text = commands(written(.github, [sample.result("下降⟦*rate|21.2%⟧")])).joined()
    #expect(text.contains("file=a%2Cb%3Ac%25.txt,"))
    #expect(text.contains("21.2%25"))
  }

  @Test("ten errors, ten warnings and ten notices at most, the gravest first; the last notice counts the rest")
  func limits() {
    let severities = Array(repeating: Severity.note, count: 15) + Array(repeating: .warning, count: 15) + [.error]
    let result = ReportResult.astral(count: 45, severities: severities)
    let text = written(.github, [result]) { $0.text.shown = [.note] }
    let lines = commands(text)
    let levels = ["error", "warning", "notice"].map { level in lines.count { $0.hasPrefix("::\(level) ") } }
    #expect(levels == [10, 10, 10])
    #expect(lines.first?.hasPrefix("::error") == true)
    #expect(lines.last == "::notice title=crossfoot::另有 16 条")
  }

  @Test("the text report goes before, with nothing that a runner takes for a command")
  func text() {
    var sample = Sample()
    sample.path = "a::b.txt"
    let text = written(.github, [sample.result("下降⟦*rate|21.2%⟧\n::error::注入\n\n\n\n::x::比⟦amount|3⟧")])
    let lines = text.split(separator: "\n")
    #expect(text.contains("1 个错误"))
    #expect(lines.count { $0.drop { $0 == " " }.hasPrefix("::") } == 1)
  }

  @Test("the summary of a step stays below what GitHub takes, and counts what it leaves out")
  func stepSummary() {
    var writer = ResultWriter(stepSummary: FormatContext(version: "1", text: TextOptions(language: .zh)))
    for index in 0..<40 { _ = writer.add(.astral(path: "报告\(index).txt", count: 400)) }
    let text = writer.finish()
    #expect(text.utf8.count < 1 << 20)
    #expect(text.contains("另有"))
  }
}

@Suite struct GitLabFormatTests {
  @Test("an issue has what GitLab asks for; twins get fingerprints of their own")
  func issues() throws {
    let issues = try parsed(written(.gitlab, [.astral(count: 2, severities: [.error, .warning])])).elements
    let keys = issues.map { Set($0.members.map(\.key)) }
    #expect(keys.allSatisfy { $0 == ["type", "check_name", "description", "fingerprint", "severity", "location"] })
    #expect(issues.map { $0["severity"]?.text } == ["major", "minor"])
    #expect(issues[0]["description"]?.text?.hasPrefix("footing.list: 本年支出") == true)
    #expect(numbers(issues[0]["location"]?["lines"]) == ["begin": 2, "end": 2])
    let prints = issues.compactMap { $0["fingerprint"]?.text }
    #expect(prints == ["0123456789abcdef0123456789abcdef", "0123456789abcdef0123456789abcdef:2"])
  }

  @Test("nothing to tell is an empty array")
  func clean() { #expect(written(.gitlab, [.clean]) == "[]\n") }
}

@Suite struct SARIFFormatTests {
  private func run(_ text: String) throws -> JSONNode? { try parsed(text)["runs"]?.elements.first }

  @Test("the message links to every related place it has")
  func links() throws {
    let result = try run(written(.sarif, [.astral()]))?["results"]?.elements.first
    #expect(result?["message"]?["text"]?.text == "本年支出：总数 96，按 40 + 57 应为 97（[分项 40](1)、[分项 57](2)）")
    #expect(result?["relatedLocations"]?.elements.map { $0["id"]?.integer } == [1, 2])
  }

  @Test("fingerprints are our own and never twice the same in a file, or are left to GitHub")
  func fingerprints() throws {
    let twins = [ReportResult.astral(count: 2), .astral(path: "报告/二.txt")]
    let own = try run(written(.sarif, twins))?["results"]?.elements.map { $0["partialFingerprints"] }
    #expect(
      own?.map { $0?["primaryLocationLineHash"]?.text } == [
        "0123456789abcdef:1", "0123456789abcdef:2", "0123456789abcdef:1",
      ])
    #expect(own?[1]?["crossfootFinding/v1"]?.text == "0123456789abcdef0123456789abcdef:2")
    let left = try run(written(.sarif, twins) { $0.hasStableSARIFFingerprint = false })?["results"]?.elements
    #expect(left?.allSatisfy { $0["partialFingerprints"]?["primaryLocationLineHash"] == nil } == true)
  }

  @Test("accepted findings are left out; shown, they are suppressed and all results say so")
  func suppressions() throws {
    var accepted = ReportResult.astral(baseline: .unchanged)
    var entry = BaselineEntry(accepted.findings[0])
    entry.reason = "已与财务处核实"
    accepted.findings[0].accepted = entry
    let results = [accepted, .astral(path: "报告/二.txt")]
    let hidden = try run(written(.sarif, results) { $0.isCompared = true })?["results"]?.elements
    #expect(hidden?.map { $0["baselineState"]?.text } == ["new"])
    let shown = try run(written(.sarif, results) { ($0.isCompared, $0.text.shown) = (true, [.baselined]) })
    #expect(shown?["results"]?.elements.map { $0["baselineState"]?.text } == ["unchanged", "new"])
    let suppressions = shown?["results"]?.elements.map { $0["suppressions"]?.elements }
    #expect(suppressions?[0]?.map { $0["justification"]?.text } == ["已与财务处核实"])
    #expect(suppressions?[1]?.isEmpty == true)
    #expect(try run(written(.sarif, results))?["results"]?.elements.first?["baselineState"] == nil)
  }

  @Test("of more results than GitHub takes the gravest stay, and a notification counts the others")
  func limit() throws {
    let most = SARIFFormat.mostResults
    let severities = Array(repeating: Severity.warning, count: most) + [.error, .error]
    let text = written(.sarif, [.astral(count: most + 2, severities: severities)])
    let results = try run(text)?["results"]?.elements
    #expect(results?.count == most)
    #expect(results?.prefix(2).allSatisfy { $0["level"]?.text == "error" } == true)
    let notes = try run(text)?["invocations"]?.elements.first?["toolExecutionNotifications"]?.elements
    #expect(notes?.map { $0["message"]?["text"]?.text } == ["此文件最多列出 25000 条，另有 2 条未列出"])
  }

  @Test("a path that failed is a notification of a valid log; so is a note")
  func notifications() throws {
    var noted = ReportResult.clean
    noted.notes = [Note(.matchLimit)]
    let text = written(.sarif, [noted], refused: [("坏.pdf", .binary(kind: "PDF"))])
    let invocation = try run(text)?["invocations"]?.elements.first
    let notes = invocation?["toolExecutionNotifications"]?.elements
    #expect(notes?.map { $0["level"]?.text } == ["note", "error"])
    let place = notes?.last?["locations"]?.elements.first?["physicalLocation"]?["artifactLocation"]
    #expect(place?["uri"]?.text == "%E5%9D%8F.pdf")
    if case .literal(let word) = invocation?["executionSuccessful"]?.value {
      #expect(word == "true")
    } else {
      Issue.record("no word")
    }
  }

  @Test(
    "paths are URIs from the root of the repository, or absolute outside of it",
    arguments: [
      ("报告/a b.txt", "sub/%E6%8A%A5%E5%91%8A/a%20b.txt"), ("../x.txt", "x.txt"), ("/repo/y#1.txt", "y%231.txt"),
      ("../../out.txt", "file:///out.txt"), ("./a/../b.txt", "sub/b.txt"),
    ])
  func uris(path: String, uri: String) throws {
    let text = written(.sarif, [.astral(path: path)]) { $0.paths = PathNames(root: "/repo", current: "/repo/sub") }
    let location = try run(text)?["results"]?.elements.first?["locations"]?.elements.first
    let artifact = location?["physicalLocation"]?["artifactLocation"]
    #expect(artifact?["uri"]?.text == uri)
    #expect((artifact?["uriBaseId"] == nil) == uri.hasPrefix("file:"))
  }

  @Test("every rule is described within GitHub's limits, in both languages", arguments: Language.allCases)
  func rules(language: Language) throws {
    let rules =
      try run(written(.sarif, []) { $0.text.language = language })?["tool"]?["driver"]?["rules"]?.elements ?? []
    #expect(rules.count > 5)
    for rule in rules {
      for key in ["shortDescription", "fullDescription"] {
        let text = rule[key]?["text"]?.text ?? ""
        #expect(!text.isEmpty && text.count <= 1024)
      }
    }
  }
}

@Suite struct ReviewdogFormatTests {
  @Test("a line is never longer than the reader takes: related places go first")
  func longLine() throws {
    let parts = String(repeating: "、乙⟦part|57⟧万元", count: 3_000)
    let result = Sample().result("本年⟦*total|96⟧万元，其中：\(parts)。")
    let text = written(.rdjsonl, [result])
    #expect(text.utf8.count < 64 << 10)
    #expect(try parsed(text)["message"]?.text?.isEmpty == false)
  }

  @Test("a suggestion is made where the value is certain only")
  func suggestions() throws {
    for (expected, texts) in [("97" as String?, ["97"]), (nil, [])] {
      let diagnostic = try parsed(written(.rdjsonl, [.astral(expected: expected)]))
      #expect(diagnostic["suggestions"]?.elements.compactMap { $0["text"]?.text } == texts)
    }
  }

  @Test("nothing to tell: no line, or a document without diagnostics")
  func clean() throws {
    #expect(written(.rdjsonl, [.clean]).isEmpty)
    #expect(try parsed(written(.rdjson, [.clean]))["diagnostics"]?.elements.isEmpty == true)
  }
}
