// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import TestSupport
import Testing

@Suite struct CorpusTests {
  @Test("what is found is what was judged by hand", arguments: CorpusReport.all)
  func judged(report: CorpusReport) throws {
    let examination = try #require(CorpusReport.examinations[report.name])
    let judging = try Judging(report.expectations(), in: report.bytes, told: examination.told)
    for disagreement in judging.disagreements {
      Issue.record("\(report.name): \(disagreement)", sourceLocation: report.location(line: disagreement.line ?? 1))
    }
  }

  @Test("every report has judgements, and every file of judgements a report")
  func complete() throws {
    #expect(CorpusReport.all.count >= 8)
    for report in CorpusReport.all {
      #expect(try report.expectations().contains { $0.verdict == .ok }, "\(report.name) tempts nobody")
    }
    let judged = Set(CorpusReport.all.map(\.expectedPath))
    #expect(judged.count == CorpusReport.all.count, "two reports share one file of judgements")
    #expect(try CorpusReport.expectedFileCount() == judged.count)
  }

  @Test("judgements name rules that exist", arguments: CorpusReport.all)
  func ruleNames(report: CorpusReport) throws {
    for expectation in try report.expectations() where expectation.verdict != .todo {
      for rule in expectation.rules {
        #expect(
          RuleRegistry.rule(rule) != nil, "no rule is called \(rule)",
          sourceLocation: report.location(line: expectation.line))
      }
    }
  }

  @Test("every rule finds something in the corpus", arguments: RuleRegistry.all.map { $0.description.id })
  func fires(rule: String) {
    let fires = CorpusReport.examinations.values.contains { $0.findings.contains { $0.rule == rule } }
    #expect(fires, "no report of the corpus makes \(rule) speak")
  }

  @Test("another print of a report changes no finding", arguments: CorpusReport.all, Variation.allCases)
  func metamorphic(report: CorpusReport, variation: Variation) throws {
    // Markup knows plain spaces and digits only.
    if report.name.hasSuffix(".html"), variation == .noBreakSpaces || variation == .wideDigits { return }
    let plain = try #require(CorpusReport.examinations[report.name])
    let varied = try report.examined(variation)
    #expect(
      Set(varied.findings.map { FindingEssence($0, lineShift: variation.lineShift) })
        == Set(plain.findings.map { FindingEssence($0) }))
    #expect(varied.coverage == plain.coverage)
  }
}

extension CorpusReport {
  /// A line of the file of judgements, for test failures.
  func location(line: Int) -> SourceLocation {
    SourceLocation(
      fileID: "Corpus/\(name).expected", filePath: expectedPath, line: line, column: 1)
  }
}
