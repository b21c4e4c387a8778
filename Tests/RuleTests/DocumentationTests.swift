// SPDX-License-Identifier: Apache-2.0

import CrossfootOutput
import CrossfootRules
import Foundation
import Testing

/// The pages in `docs/rules` are what the rules say of themselves. `make docs` writes them.
@Suite struct DocumentationTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/rules")

  @Test("a rule's page is up to date", arguments: RuleRegistry.all.map { $0.description.id })
  func page(id: String) throws {
    let rule = try #require(RuleRegistry.rule(id))
    #expect(try Self.read("\(id).md") == RuleDocumentation.markdown(for: rule), "run make docs")
  }

  @Test("the index names every rule, and no page is left over")
  func index() throws {
    #expect(try Self.read("README.md") == RuleDocumentation.index(of: RuleRegistry.all), "run make docs")
    let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(Set(pages) == Set(RuleRegistry.all.map { "\($0.description.id).md" } + ["README.md"]))
  }

  private static func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
