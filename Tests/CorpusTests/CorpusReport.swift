// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import Foundation
import TestSupport
import Testing

/// A report of `Corpus/` with its hand-written judgements.
struct CorpusReport: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// Path of the `.expected` file.
  let expectedPath: String

  var testDescription: String { name }

  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Corpus")

  /// All reports in order of their names.
  static let all: [CorpusReport] = {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension != "expected" }.compactMap(CorpusReport.init)
      .sorted { $0.name < $1.name }
  }()

  /// Every report taken through the pipeline once, for all tests that only look.
  static let examinations: [String: Examination] = {
    var examinations: [String: Examination] = [:]
    for report in all { examinations[report.name] = try? report.examined() }
    return examinations
  }()

  private init?(_ url: URL) {
    guard let data = try? Data(contentsOf: url) else { return nil }
    name = url.lastPathComponent
    bytes = Array(data)
    expectedPath = url.deletingPathExtension().appendingPathExtension("expected").path
  }

  /// The report taken through the pipeline, printed as it is or in a variation.
  func examined(_ variation: Variation? = nil) throws -> Examination {
    try Examination.reading(variation?.applied(to: bytes) ?? bytes, path: name)
  }

  func expectations() throws -> [Expectation] {
    try Expectation.parse(String(contentsOfFile: expectedPath, encoding: .utf8))
  }

  /// Number of `.expected` files, whether they have a report or not.
  static func expectedFileCount() throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".expected") }.count
  }
}
