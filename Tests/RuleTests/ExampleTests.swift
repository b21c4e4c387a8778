// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootRules
import CrossfootStructure
import CrossfootText
import TestSupport
import Testing

/// Every example of every rule is run. A failure points at the example.
@Suite struct ExampleTests {
  @Test("an example triggers its rule at its marks and nowhere else", arguments: MarkedExample.all)
  func marked(example: MarkedExample) throws {
    let examination = try Examination.reading(Array(example.text.utf8))
    for message in Self.disagreements(example, examination) {
      Issue.record("\(message)", sourceLocation: example.location)
    }
  }

  @Test("another print of an example changes nothing", arguments: MarkedExample.all)
  func varied(example: MarkedExample) throws {
    let bytes = Array(example.text.utf8)
    let plain = try Examination.reading(bytes)
    for variation in Variation.allCases where !example.text.contains("<") || variation == .windowsLineEnds {
      let varied = try Examination.reading(variation.applied(to: bytes))
      let expected = Set(plain.told.map { FindingEssence($0) })
      let found = Set(varied.told.map { FindingEssence($0, lineShift: variation.lineShift) })
      if found != expected {
        Issue.record(
          "\(variation.rawValue): \(found.map(\.description)), not \(expected.map(\.description))",
          sourceLocation: example.location)
      }
    }
  }

  /// What is told about an example and should not be, and the other way round.
  static func disagreements(_ example: MarkedExample, _ examination: Examination) -> [String] {
    guard let marks = example.marks else { return ["the marks ⟦ and ⟧ do not pair up"] }
    let told = examination.findings.filter { $0.severity >= .warning || $0.rule == example.rule }
    let unexpected = told.filter { $0.rule != example.rule || !marks.contains($0.primary.range) }
    let missed = marks.filter { mark in
      !told.contains { $0.rule == example.rule && $0.primary.range == mark }
    }
    let source = examination.document.source
    return missed.map { "nothing at '\(source.text($0))'" }
      + unexpected.map { finding in
        let arithmetic = finding.arithmetic.map { "\($0.expression) = \($0.result)" }.joined(separator: "; ")
        return "\(finding.severity) [\(finding.rule)] at '\(finding.primary.text)': \(arithmetic)"
      }
      + (told.count > Set(told.map(\.primary.range)).count ? ["one place is told twice"] : [])
  }
}
