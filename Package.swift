// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// One set of settings for every target: a warning is an error, and unsafe constructs must be marked.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target of the pipeline.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A test target.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

// Targets in pipeline order: a target depends only on those above it.
let package = Package(
  name: "crossfoot",
  products: [.executable(name: "crossfoot", targets: ["crossfoot"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    stage("CrossfootLanguage", []),
    stage("CrossfootText", []),
    stage("PCRE2", ["CPCRE2", "CrossfootText"]),
    stage("CrossfootStructure", ["CrossfootText", "CrossfootLanguage"]),
    stage("CrossfootFigures", ["CrossfootStructure", "CrossfootText", "CrossfootLanguage", "PCRE2"]),
    stage(
      "CrossfootRules",
      ["CrossfootFigures", "CrossfootStructure", "CrossfootText", "CrossfootLanguage"]),
    stage(
      "CrossfootFindings",
      [
        "CrossfootRules", "CrossfootFigures", "CrossfootStructure", "CrossfootText",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    stage(
      "CrossfootOutput",
      [
        "CrossfootFindings", "CrossfootRules", "CrossfootFigures", "CrossfootStructure",
        "CrossfootText",
      ]),
    stage(
      "CrossfootArchive",
      [
        "CrossfootOutput", "CrossfootFindings", "CrossfootRules", "CrossfootFigures",
        "CrossfootStructure", "CrossfootText",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "crossfoot",
      dependencies: [
        "CrossfootArchive", "CrossfootOutput", "CrossfootFindings", "CrossfootRules",
        "CrossfootFigures", "CrossfootStructure", "CrossfootText",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict,
      // A lint makes thousands of small arrays a report: this allocator takes and frees them in a third of the time of
      // the system's.
      linkerSettings: [.linkedLibrary("mimalloc")]),
    .target(
      name: "TestSupport", dependencies: ["CrossfootFindings", "CrossfootText"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("ArchitectureTests", []),
    tests("PCRE2Tests", ["PCRE2"]),
    tests("TextTests", ["TestSupport", "CrossfootText"]),
    tests("StructureTests", ["CrossfootStructure", "CrossfootText"]),
    tests(
      "FiguresTests", ["TestSupport", "CrossfootFigures", "CrossfootStructure", "CrossfootText", "PCRE2"]),
    tests(
      "RuleTests",
      [
        "TestSupport", "CrossfootFindings", "CrossfootRules", "CrossfootFigures", "CrossfootStructure",
        "CrossfootText", "CrossfootOutput",
      ]),
    tests(
      "FindingsTests",
      [
        "TestSupport", "CrossfootFindings", "CrossfootRules", "CrossfootFigures", "CrossfootStructure",
        "CrossfootText",
      ]),
    tests(
      "OutputTests",
      ["TestSupport", "CrossfootOutput", "CrossfootFindings", "CrossfootRules", "CrossfootFigures", "CrossfootText"]),
    tests(
      "CorpusTests",
      [
        "TestSupport", "CrossfootArchive", "CrossfootOutput", "CrossfootFindings", "CrossfootRules",
        "CrossfootFigures", "CrossfootStructure", "CrossfootText",
      ]),
    tests(
      "ArchiveTests",
      [
        "TestSupport", "CrossfootArchive", "CrossfootOutput", "CrossfootFindings", "CrossfootRules", "CrossfootFigures",
        "CrossfootText", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    tests("CommandLineTests", ["TestSupport"]),
  ]
)
