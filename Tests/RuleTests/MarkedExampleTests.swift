// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

/// The harness itself: it must fail where an example and the findings part.
@Suite struct MarkedExampleTests {
  @Test(
    "marks become ranges of the text without them",
    arguments: [
      ("甲⟦12⟧乙⟦3⟧", "甲12乙3", [SourceRange(3, 5), SourceRange(8, 9)]),
      ("没有", "没有", []),
      ("甲⟦12", "甲12", nil),
      ("甲12⟧", "甲12", nil),
      ("⟦1⟦2⟧", "12", nil),
    ])
  func marks(marked: String, text: String, ranges: [SourceRange]?) {
    let example = MarkedExample(.triggers(marked, because: "test"), of: "test.rule")
    #expect(example.text == text)
    #expect(example.marks == ranges)
  }

  @Test("a finding that is missing, misplaced, repeated or of another rule is named")
  func disagreements() throws {
    let example = MarkedExample(.triggers("合计 ⟦90⟧ 甲 40", because: "test"), of: "test.rule")
    let at90 = SourceRange(7, 9)
    #expect(try disagreements(example, []) == ["nothing at '90'"])
    #expect(try disagreements(example, [("test.rule", at90)]).isEmpty)
    #expect(
      try disagreements(example, [("test.rule", at90), ("other.rule", at90)])
        == ["error [other.rule] at '90': ", "one place is told twice"])
    #expect(
      try disagreements(example, [("test.rule", SourceRange(14, 16))])
        == ["nothing at '90'", "error [test.rule] at '40': "])
    let passing = MarkedExample(.passes("合计 90 甲 40", because: "test"), of: "test.rule")
    #expect(try disagreements(passing, [("other.rule", at90)]) == ["error [other.rule] at '90': "])
    #expect(try disagreements(passing, []).isEmpty)
  }

  private func disagreements(_ example: MarkedExample, _ found: [(rule: String, range: SourceRange)]) throws -> [String]
  {
    var examination = try Examination.reading(Array(example.text.utf8))
    let source = examination.document.source
    examination.findings = found.map { rule, range in
      let cited = CitedFigure(
        role: .total, text: source.text(range), range: range, start: source.position(range.start),
        end: source.position(range.end), label: "")
      return Finding(
        rule: rule, kind: .listTotal, severity: .error, path: "", primary: cited, figures: [cited], expected: nil,
        arithmetic: [], cause: nil, fingerprint: "")
    }
    return ExampleTests.disagreements(example, examination)
  }
}
