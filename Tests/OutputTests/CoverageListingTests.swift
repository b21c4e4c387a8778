// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootRules
import TestSupport
import Testing

@testable import CrossfootOutput

@Suite struct CoverageListingTests {
  private static let report = "2024年支出合计300.50万元，其中：苗木采购180.20万元，养护120.30万元。\n\n全年开展宣传12次，第3号文件。\n"

  @Test("the published schema accepts the JSON, and rejects another word for a reason")
  func json() throws {
    let checker = try SchemaChecker("crossfoot-coverage-1.schema.json")
    var document = CoverageJSON(version: "1.0")
    #expect(try checker.violations(document.render()) == [])
    document.add(try Examination.reading(Array(Self.report.utf8)).breakdown)
    let text = document.render()
    #expect(try checker.violations(text) == [])
    #expect(text.contains(#""excludedReasons":{"lawNumber":1,"year":1}"#), "\(text)")
    #expect(try checker.violations(text.replacing("noPartner", with: "whoKnows")) != [])
  }

  @Test("the words of the schema are those of the program")
  func words() throws {
    let checker = try SchemaChecker("crossfoot-coverage-1.schema.json")
    #expect(checker.words("$defs", "reasons", "propertyNames", "enum") == Reason.allCases.map(\.rawValue))
    let exclusions = checker.words("$defs", "document", "properties", "excludedReasons", "propertyNames", "enum")
    #expect(exclusions == Exclusion.allCases.map(\.rawValue))
  }

  @Test("one report needs no line over all of them, and an empty one no table")
  func alone() throws {
    var listing = CoverageListing(language: .en)
    #expect(try listing.add(Examination.reading([]).breakdown).split(separator: "\n").count == 2)
    #expect(listing.finish().isEmpty)
    #expect(
      try listing.add(Examination.reading(Array(Self.report.utf8)).breakdown).contains("(before the first heading)"))
    #expect(listing.finish().hasPrefix("2 reports: 4 figures"))
  }
}
