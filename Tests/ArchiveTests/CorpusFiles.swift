// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The reports of `Corpus/`.
enum CorpusFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus").path

  /// Their paths, sorted; and with those that an archive leaves out.
  static let all = withMarkdown.filter { !$0.hasSuffix(".md") }
  static let withMarkdown: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { name in [".txt", ".html", ".md"].contains { name.hasSuffix($0) } }.sorted().map { "\(folder)/\($0)" }

  /// The six shortest, for tests that take them up many times.
  static let few: [String] = all.sorted { size($0) < size($1) }.prefix(6).sorted()

  private static func size(_ path: String) -> Int { (try? Data(contentsOf: URL(fileURLWithPath: path)).count) ?? 0 }
}
