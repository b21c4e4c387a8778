// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Compares a baseline with its reports, or two baseline files with each other.
struct BaselineDiff: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "diff", abstract: Surroundings.sentences.help(.baselineDiff))
  }

  @OptionGroup var target: BaselineTarget

  mutating func run() async throws {
    let paths = target.input.paths
    let isPair = target.path == nil && paths.count == 2 && paths.allSatisfy { $0.hasSuffix(".jsonl") }
    let lines = isPair ? try compare(paths[0], paths[1]) : try await compareWithReports()
    try Console.write(lines.map { $0 + "\n" }.joined())
    if !lines.isEmpty { throw ExitCode(1) }
  }

  /// Two files: no report is read.
  private func compare(_ old: String, _ new: String) throws -> [String] {
    let difference = BaselineDifference(
      from: try BaselineLocation.read(old), to: try BaselineLocation.read(new))
    let sentences = Surroundings.sentences
    return difference.removed.map { "- " + sentences.entry($0) } + difference.added.map { "+ " + sentences.entry($0) }
      + difference.changed.map { "~ " + sentences.entry($0) }
  }

  /// The file and the reports: what `add` and `update` would change.
  private func compareWithReports() async throws -> [String] {
    let review = try await BaselineReview(target)
    let sentences = Surroundings.sentences
    let moved = BaselineDifference(from: review.baseline.removing(review.run.stale), to: Baseline(review.run.kept))
      .added
    try review.end()
    return review.run.stale.map { "- " + sentences.entry($0) } + moved.map { "~ " + sentences.entry($0) }
      + review.open.map { "+ " + sentences.entry(BaselineEntry($0)) + " [\($0.fingerprint.prefix(12))]" }
  }
}
