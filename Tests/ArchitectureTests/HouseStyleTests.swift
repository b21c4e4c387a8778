// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct HouseStyleTests {
  static let swift = Repository.files(below: "Sources") + Repository.files(below: "Tests")

  @Test("every file starts with the licence and stays within 500 lines")
  func shape() {
    for file in Self.swift {
      #expect(file.lines.first == "// SPDX-License-Identifier: Apache-2.0", "\(file.path)")
      #expect(file.lines.count <= 500, "\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test("code and comments stay within the width of a page; texts in quotes may be longer")
  func width() {
    for file in Self.swift {
      var isQuoted = false
      for (index, line) in file.lines.enumerated() {
        if !isQuoted, !line.contains("\"") { #expect(line.count <= 120, "\(file.path):\(index + 1)") }
        if !line.components(separatedBy: "\"\"\"").count.isMultiple(of: 2) { continue }
        isQuoted.toggle()
      }
    }
  }

  @Test("no unfinished work, and no place outside the repository, is named anywhere")
  func words() {
    // In two halves each, so that this file does not hold them.
    let words = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "/wo" + "rk/", "../sha" + "red", "/tm" + "p/"]
    let texts =
      Self.swift + ["Benchmarks", "docs"].flatMap { Repository.files(below: $0, extensions: ["md", "py", "json"]) }
      + ["README.md", "Makefile", "Package.swift"].compactMap(Repository.file)
    for file in texts {
      for (index, line) in file.lines.enumerated() {
        for word in words { #expect(!line.contains(word), "\(file.path):\(index + 1): \(word)") }
      }
    }
  }

  @Test("the rule files are the registry's rules, one each")
  func registry() throws {
    let registry = try #require(Repository.file("Sources/CrossfootRules/RuleRegistry.swift"))
    let registered = registry.code.flatMap { line in
      line.matches(of: #/(\w+Rule)\.self/#).map { String($0.1) }
    }
    let files = Repository.files(below: "Sources/CrossfootRules/Rules").map { file in
      String(file.path.split(separator: "/").last?.dropLast(".swift".count) ?? "")
    }
    #expect(Set(registered).count == registered.count)
    #expect(registered.sorted() == files.filter { $0.hasSuffix("Rule") }.sorted())
  }
}
