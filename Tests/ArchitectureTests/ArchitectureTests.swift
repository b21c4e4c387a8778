// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// The stages in pipeline order with all that each may import: imports go leftwards only.
private let allowedImports: KeyValuePairs<String, Set<String>> = [
  "CPCRE2": [],
  "CrossfootLanguage": [],
  "CrossfootText": ["Glibc"],
  "PCRE2": ["CPCRE2", "CrossfootText"],
  "CrossfootStructure": ["CrossfootText", "CrossfootLanguage"],
  "CrossfootFigures": ["CrossfootStructure", "CrossfootText", "CrossfootLanguage", "PCRE2"],
  "CrossfootRules": ["CrossfootFigures", "CrossfootStructure", "CrossfootText", "CrossfootLanguage"],
  "CrossfootFindings": ["CrossfootRules", "CrossfootFigures", "CrossfootStructure", "CrossfootText", "Crypto"],
  "CrossfootOutput": [
    "CrossfootFindings", "CrossfootRules", "CrossfootFigures", "CrossfootStructure", "CrossfootText",
    "FoundationEssentials",
  ],
  "CrossfootArchive": [
    "CrossfootOutput", "CrossfootFindings", "CrossfootRules", "CrossfootFigures", "CrossfootStructure",
    "CrossfootText", "Crypto", "FoundationEssentials", "GRDB", "Glibc", "Synchronization",
  ],
  "crossfoot": [
    "CrossfootArchive", "CrossfootOutput", "CrossfootFindings", "CrossfootRules", "CrossfootFigures",
    "CrossfootStructure", "CrossfootText", "FoundationEssentials", "ArgumentParser", "Subprocess", "Synchronization",
    "Yams",
  ],
]

/// Stages between the digits and the verdict, and what carries them: no binary floating point, no Foundation.
private let exactStages = [
  "CrossfootLanguage", "CrossfootText", "PCRE2", "CrossfootStructure", "CrossfootFigures", "CrossfootRules",
  "CrossfootFindings",
]

/// Where unsafe code is at home: the binding to PCRE2, and the C edges of the readers of input.
private func mayBeUnsafe(_ path: String) -> Bool {
  path.hasPrefix("Sources/PCRE2/")
    || ["Sources/CrossfootText/CharsetConverter.swift", "Sources/CrossfootArchive/SystemCalls.swift"].contains(path)
}

@Suite struct ArchitectureTests {
  static let sources = Repository.files(below: "Sources")
  static let tests = Repository.files(below: "Tests")

  @Test("the source tree is where the tests look for it")
  func found() {
    #expect(Self.sources.count > 20)
    #expect(Repository.folders(in: "Sources") == allowedImports.map(\.key).sorted())
  }

  @Test("a target imports only what stands to its left", arguments: allowedImports.map { ($0.key, $0.value) })
  func imports(target: String, allowed: Set<String>) {
    for file in Self.sources where file.path.hasPrefix("Sources/\(target)/") {
      let extra = Set(file.imports).subtracting(allowed)
      #expect(extra.isEmpty, "\(file.path) imports \(extra.sorted())")
    }
  }

  @Test("Package.swift declares no dependency that may not be imported")
  func declaredDependencies() throws {
    let manifest = try #require(Repository.file("Package.swift")).code.joined(separator: "\n")
    for (target, allowed) in allowedImports {
      guard let stage = manifest.firstMatch(of: try Regex(#"stage\(\s*"\#(target)",\s*\[([^\]]*)\]"#)),
        let list = stage.output[1].substring
      else { continue }
      let declared = Set(list.matches(of: #/"(\w+)"/#).map { String($0.1) }).subtracting(["swift-crypto"])
      #expect(declared.isSubset(of: allowed), "\(target) declares \(declared.subtracting(allowed).sorted())")
    }
  }

  @Test("no binary floating point before the output stage", arguments: exactStages)
  func exactArithmetic(target: String) {
    expectNone(#/\b(?:Double|Float(?:16|32|64|80)?|CGFloat)\b/#, below: "Sources/\(target)/")
  }

  @Test("unsafe code only in the PCRE2 binding and the C edges of input readers")
  func safety() {
    expectNone(#/\bunsafe\b|@unchecked|\bUnsafe\w+|@unsafe|@safe\b/#, below: "Sources/", except: mayBeUnsafe)
  }

  @Test("nothing is forced, and nothing formats by locale")
  func forbiddenCalls() {
    expectNone(#/\btry!|\bas!|String\(format:|NumberFormatter|NSRegularExpression/#, below: "Sources/")
  }

  private func expectNone(
    _ pattern: Regex<Substring>, below folder: String, except: (String) -> Bool = { _ in false }
  ) {
    for file in Self.sources where file.path.hasPrefix(folder) && !except(file.path) {
      for (index, line) in file.code.enumerated() {
        #expect(line.firstMatch(of: pattern) == nil, "\(file.path):\(index + 1): \(line)")
      }
    }
  }
}
