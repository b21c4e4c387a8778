// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Testing

@testable import CrossfootOutput

@Suite struct JSONReportTests {
  private var result: ReportResult {
    var sample = Sample()
    sample.arithmetic = [Arithmetic("71.84 ÷ (339.16 + 71.84)", "17.48%", stated: "21.2%")]
    sample.expected = "17.5%"
    sample.cause = .wrongBase
    sample.baseline = .updated
    var result = sample.result(
      "接待费⟦amount|339.16⟧万元，减少⟦delta|71.84⟧万元，\n下降𠮷⟦*rate|21.2%⟧",
      notes: [Note(.invalidBytes, at: SourceRange(0, 3), count: 2), Note(.gaveUp)])
    result.coverage.uncheckedReasons = [.openList: 2, .noPartner: 1]
    return result
  }

  @Test("the document has the keys of the contract, in UTF-8, with a line feed at its end")
  func document() {
    let expected = """
      {"schema":"crossfoot/1","tool":{"name":"crossfoot","version":"0.1.0"},"findings":[{"arithmetic":"71.84 ÷ (339.16 + 71.84) = 17.48%","baseline":"updated","cause":"wrong-base",\
      "column":4,"endColumn":9,"endLine":2,"expected":"17.5%","figures":[\
      {"column":4,"endColumn":9,"endLine":2,"line":2,"role":"rate","text":"21.2%"},\
      {"column":4,"endColumn":10,"endLine":1,"line":1,"role":"amount","text":"339.16"},\
      {"column":15,"endColumn":20,"endLine":1,"line":1,"role":"delta","text":"71.84"}],\
      "fingerprint":"0123456789abcdef0123456789abcdef","line":2,\
      "message":"增减率 21.2%，按 71.84 ÷ (339.16 + 71.84) 应为 17.48%","path":"报告/一.txt",\
      "rule":"recalculation.change-rate","severity":"error","stated":"21.2%"}],\
      "documents":[{"bounded":0,"contradicted":3,"excluded":0,"figures":3,"notes":[\
      {"column":1,"count":2,"kind":"invalidBytes","line":1,"message":"字节不符合文件编码，已替换为 U+FFFD（2 处）"},\
      {"column":null,"count":1,"kind":"gaveUp","line":null,"message":"组合过多，部分关系未核对"}],\
      "path":"报告/一.txt","relations":1,"ticked":0,"unchecked":0,"uncheckedReasons":{"noPartner":1,"openList":2}}],\
      "summary":{"error":1,"note":0,"warning":0}}

      """
    #expect(JSONReport.render([result], version: "0.1.0", language: .zh) == expected)
  }

  @Test("what is not known is null, and all severities are listed")
  func unknown() {
    var sample = Sample()
    sample.severity = .note
    let text = JSONReport.render([sample.result("下降⟦*rate|21.2%⟧")], version: "1")
    #expect(text.contains(#""arithmetic":null"#))
    #expect(text.contains(#""expected":null"#))
    #expect(text.contains(#""cause":null"#))
    #expect(text.contains(#""summary":{"error":0,"note":1,"warning":0}"#))
  }

  @Test("several relations worked out stand side by side")
  func severalRelations() {
    var sample = Sample()
    sample.arithmetic = [Arithmetic("1 + 2", "3", stated: "4"), Arithmetic("5 + 6", "11", stated: "4")]
    let text = JSONReport.render([sample.result("共⟦*total|4⟧")], version: "1")
    #expect(text.contains(#""arithmetic":"1 + 2 = 3; 5 + 6 = 11""#))
  }

  @Test("the published schema accepts the output of a run, also of an empty one")
  func schema() throws {
    let checker = try SchemaChecker("crossfoot-1.schema.json")
    var unknown = Sample()
    unknown.severity = .warning
    let results = [result, unknown.result("下降⟦*rate|21.2%⟧"), Sample().result("无问题的报告")]
    for language in Language.allCases {
      let text = JSONReport.render(results, version: "0.1.0", language: language)
      #expect(try checker.violations(text) == [])
    }
    #expect(try checker.violations(JSONReport.render([], version: "0.1.0")) == [])
  }

  @Test(
    "the schema rejects what breaks the contract",
    arguments: [
      (#""line":2"#, #""line":0"#), (#""schema":"crossfoot/1""#, #""schema":"crossfoot/2""#),
      (#""cause":"wrong-base""#, #""cause":"typo""#), (#""stated":"21.2%""#, #""stated":21.2"#),
      (#""stated":"#, #""said":"#), (#""role":"rate""#, #""role":"ratio""#),
      (#""openList":2"#, #""other":2"#), (#""fingerprint":"0"#, #""fingerprint":"g"#),
    ])
  func schemaRejects(_ change: (String, String)) throws {
    let checker = try SchemaChecker("crossfoot-1.schema.json")
    let valid = JSONReport.render([result], version: "0.1.0")
    let broken = valid.replacing(change.0, with: change.1, maxReplacements: 1)
    try #require(broken != valid)
    #expect(try checker.violations(broken) != [])
  }

  @Test("the schema lists the words of the types")
  func schemaWords() throws {
    let checker = try SchemaChecker("crossfoot-1.schema.json")
    func words(_ path: String, _ property: String) -> Set<String> {
      Set(checker.words("$defs", path, "properties", property, "enum"))
    }
    #expect(words("finding", "cause") == Set(Cause.allCases.map(\.rawValue)))
    #expect(words("finding", "severity") == Set(Severity.allCases.map(\.rawValue)))
    #expect(words("note", "kind") == Set(Note.Kind.allCases.map(\.rawValue)))
    let reasons = checker.words("$defs", "document", "properties", "uncheckedReasons", "propertyNames", "enum")
    #expect(Set(reasons) == Set(Reason.allCases.map(\.rawValue)))
    let roles = words("figure", "role")
    #expect(roles.count == 18)
    #expect(roles.allSatisfy { Role(rawValue: $0) != nil })
  }

  @Test("reports added one by one give the document over all")
  func incremental() throws {
    var clean = result
    clean.findings = []
    for results in [[], [clean], [result, result], [clean, result, clean, result], [result, clean]] {
      var report = JSONReport(version: "1")
      let parts = results.map { report.add($0) }
      #expect(parts.joined() + report.finish() == JSONReport.render(results, version: "1"))
      // A part is written as soon as it is known.
      #expect(zip(results, parts).allSatisfy { $0.findings.isEmpty == $1.isEmpty })
      let bytes = Array(JSONReport.render(results, version: "1").utf8)
      var reader = JSONReader(bytes, 0..<bytes.count)
      #expect(try reader.read()["findings"]?.elements.count == results.reduce(0) { $0 + $1.findings.count })
    }
  }
}
