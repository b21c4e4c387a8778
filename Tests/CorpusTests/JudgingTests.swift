// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootText
import Foundation
import Testing

/// The judge itself: it must fail where findings and judgements part.
@Suite struct JudgingTests {
  private let report = "合计 90 甲 40 乙 60"

  @Test("what was judged and told agrees")
  func agreement() throws {
    let told = [finding("footing.list", at: "90", citing: ["40", "60"])]
    #expect(try disagreements("finding footing.list \"90\" sum", told).isEmpty)
    #expect(try disagreements("finding score.total|footing.list \"40\" cited", told).isEmpty)
    #expect(try disagreements("todook footing.list \"90\" known", told).isEmpty)
    #expect(try disagreements("todo footing.list \"90\" known\nok * \"甲\" label", []).isEmpty)
  }

  @Test(
    "what parts is named",
    arguments: [
      ("finding footing.column \"90\" other rule", ["missed: other rule", "not expected: 1:4 footing.list '90' "]),
      ("finding footing.list \"甲\" other place", ["missed: other place", "not expected: 1:4 footing.list '90' "]),
      ("finding footing.list \"90\" sum\nok * \"60\" part", ["false alarm, 1:4 footing.list '90' : part"]),
      ("todo footing.list \"90\" sum", ["found at last: change 'todo' to 'finding'"]),
      (
        "todook footing.list \"乙\" part",
        ["false alarm is gone: change 'todook' to 'ok'", "not expected: 1:4 footing.list '90' "]
      ),
    ])
  func disagreement(expected: String, messages: [String]) throws {
    let told = [finding("footing.list", at: "90", citing: ["40", "60"])]
    #expect(try disagreements(expected, told).map(\.description) == messages)
  }

  @Test("one error told twice is told once too often")
  func twice() throws {
    let told = [finding("footing.list", at: "40", citing: ["90"]), finding("footing.list", at: "90", citing: ["40"])]
    let found = try disagreements("finding footing.list \"90\" sum", told)
    #expect(found.map(\.description) == ["told twice (line 1): 1:9 footing.list '40' "])
    #expect(found.map(\.line) == [1])
  }

  private func disagreements(_ expected: String, _ told: [Finding]) throws -> [Disagreement] {
    try Judging(Expectation.parse(expected), in: Array(report.utf8), told: told).disagreements
  }

  /// A finding whose figures stand where their digits first occur in the report.
  private func finding(_ rule: String, at primary: String, citing others: [String]) -> Finding {
    let figures = ([primary] + others).map(cited)
    return Finding(
      rule: rule, kind: .listTotal, severity: .error, path: "report.txt", primary: figures[0], figures: figures,
      expected: nil, arithmetic: [], cause: nil, fingerprint: "")
  }

  private func cited(_ digits: String) -> CitedFigure {
    let source = SourceText(bytes: Array(report.utf8))
    let before = report.prefix(upTo: report.range(of: digits)?.lowerBound ?? report.endIndex)
    let range = SourceRange(before.utf8.count, before.utf8.count + digits.utf8.count)
    return CitedFigure(
      role: .part, text: digits, range: range, start: source.position(range.start), end: source.position(range.end),
      label: "")
  }
}
