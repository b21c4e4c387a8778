// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The reports of `Corpus/`.
enum CorpusFiles {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus").path

  /// Their paths, sorted.
  static let all: [String] = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".txt") || $0.hasSuffix(".html") }.sorted().map { "\(folder)/\($0)" }
}
