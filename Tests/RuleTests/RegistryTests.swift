// SPDX-License-Identifier: Apache-2.0

import CrossfootRules
import Foundation
import Testing

/// What every rule owes its readers.
@Suite struct RegistryTests {
  static let descriptions = RuleRegistry.all.map { $0.description }

  @Test("ids are unique and well-formed")
  func ids() {
    let ids = Self.descriptions.map(\.id)
    #expect(!ids.isEmpty)
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: #/[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*/#) != nil, "\(id)")
      #expect(RuleRegistry.rule(id)?.description.id == id)
    }
  }

  @Test("examples show both sides, and say why", arguments: descriptions)
  func examples(description: RuleDescription) {
    let triggers = description.examples.filter { $0.expectation == .triggers }
    let passes = description.examples.filter { $0.expectation == .passes }
    #expect(triggers.count >= 2, "\(description.id) has too few examples that trigger")
    #expect(passes.count >= 2, "\(description.id) has too few examples that pass")
    for example in description.examples.map({ MarkedExample($0, of: description.id) }) {
      let isMarked = example.marks.map { !$0.isEmpty } ?? false
      #expect(isMarked == (example.example.expectation == .triggers), "wrong marks", sourceLocation: example.location)
      #expect(!example.example.because.isEmpty, "no reason", sourceLocation: example.location)
    }
  }

  @Test("texts are complete", arguments: descriptions)
  func texts(description: RuleDescription) {
    for text in [description.summary, description.rationale, description.limitations] {
      #expect(!text.zh.isEmpty && !text.en.isEmpty, "\(description.id) lacks a text in one language")
      #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(description.id): no Chinese")
    }
    #expect(!description.summary.zh.hasSuffix("。") && !description.summary.en.hasSuffix("."), "\(description.id)")
    #expect(!description.summary.en.contains("\n") && !description.summary.zh.contains("\n"), "\(description.id)")
    #expect(description.summary.en.first?.isUppercase == false, "\(description.id): a phrase begins in lower case")
    #expect(!description.claims.isEmpty && !description.claims.contains(""), "\(description.id) claims nothing")
    #expect(description.since.wholeMatch(of: #/\d+\.\d+\.\d+/#) != nil, "\(description.id): since")
  }

  @Test("a rule's file has the name of its type, and holds its examples")
  func files() {
    for rule in RuleRegistry.all {
      let name = "\(String(describing: rule)).swift"
      for example in rule.description.examples {
        #expect(example.file.hasSuffix("/\(name)"), "\(rule.description.id) is not in \(name)")
      }
    }
  }
}

extension RuleDescription: CustomTestStringConvertible {
  public var testDescription: String { id }
}
