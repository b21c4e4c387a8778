// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Removes what no longer occurs and follows labels and reports that are called otherwise now; adds nothing.
struct BaselineUpdate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "update", abstract: Surroundings.sentences.help(.baselineUpdate))
  }

  @OptionGroup var target: BaselineTarget

  mutating func run() async throws {
    let review = try await BaselineReview(target)
    try review.write(Baseline(review.run.kept))
    try review.end()
  }
}

/// Removes what no longer occurs; changes nothing else.
struct BaselinePrune: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "prune", abstract: Surroundings.sentences.help(.baselinePrune))
  }

  @OptionGroup var target: BaselineTarget

  mutating func run() async throws {
    let review = try await BaselineReview(target)
    try review.write(review.baseline.removing(review.run.stale))
    try review.end()
  }
}

extension BaselineReview {
  /// Puts a baseline in the place of the old one, if it differs, and tells what went.
  func write(_ new: Baseline) throws {
    if new != baseline { try BaselineFile.replace(new, at: location.path) }
    let sentences = Surroundings.sentences
    for entry in run.stale { Console.tell("- " + sentences.entry(entry)) }
    let removed = run.stale.reduce(0) { $0 + $1.count }
    Console.tell(sentences.changedBaseline(added: 0, kept: baseline.number - removed, removed: removed))
  }
}
