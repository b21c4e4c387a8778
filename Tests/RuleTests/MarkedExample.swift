// SPDX-License-Identifier: Apache-2.0

import CrossfootRules
import CrossfootText
import Testing

/// An example of a rule with its marks taken out of the text.
struct MarkedExample: Sendable, CustomTestStringConvertible {
  /// Id of the rule the example belongs to.
  let rule: String
  let example: Example
  /// The report text without marks.
  let text: String
  /// What `⟦…⟧` enclosed, as ranges of the bytes of ``text``; nil if the marks do not pair up.
  let marks: [SourceRange]?

  var testDescription: String { "\(rule) \(example.expectation): \(example.because)" }

  /// The place of the example, for failures.
  var location: SourceLocation {
    let file = example.file.split(separator: "/").last.map(String.init) ?? ""
    return SourceLocation(
      fileID: "CrossfootRules/\(file)", filePath: example.file, line: max(1, example.line), column: 1)
  }

  static let all: [MarkedExample] = RuleRegistry.all.flatMap { rule in
    rule.description.examples.map { MarkedExample($0, of: rule.description.id) }
  }

  init(_ example: Example, of rule: String) {
    self.rule = rule
    self.example = example
    var text = ""
    var marks: [SourceRange] = []
    var opened: Int?
    var pairs = true
    for scalar in example.text.unicodeScalars {
      switch scalar {
      case "⟦":
        pairs = pairs && opened == nil
        opened = text.utf8.count
      case "⟧":
        if let start = opened { marks.append(SourceRange(start, text.utf8.count)) } else { pairs = false }
        opened = nil
      default:
        text.unicodeScalars.append(scalar)
      }
    }
    self.text = text
    self.marks = pairs && opened == nil ? marks : nil
  }
}
