// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Lists what is accepted, and, where reports are named, whether it still occurs.
struct BaselineShow: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "show", abstract: Surroundings.sentences.help(.baselineShow))
  }

  @Option(name: .customLong("baseline"), help: help(.baselineTarget, value: "file"))
  var path: String?

  @Argument(help: help(.showPaths, value: "path"))
  var lists: [PathList] = []

  @OptionGroup var language: LanguageOptions

  mutating func run() async throws {
    let sentences = Surroundings.sentences
    var problems = 0
    var stale: Set<BaselineEntry> = []
    let baseline: Baseline
    let paths = lists.flatMap(\.paths)
    if paths.isEmpty {
      var configurations = Configurations(.nearest, commandLine: [], currentDirectory: SystemCalls.currentDirectory)
      guard let path = try path ?? configurations.settingsOfRun().baseline else {
        Console.tell(sentences.error(.noBaseline))
        throw ExitCode(2)
      }
      baseline = try BaselineLocation.read(path)
    } else {
      let arguments = (path.map { ["--baseline", $0] } ?? []) + paths
      let review = try await BaselineReview(try BaselineTarget.parse(PathList.joined(arguments)))
      (baseline, problems) = (review.baseline, review.problems)
      stale = Set(review.run.stale)
    }
    let today = SystemCalls.today()
    let sorted =
      baseline.entries.filter { $0.isExpired(on: today) } + baseline.entries.filter { !$0.isExpired(on: today) }
    for entry in sorted {
      try Console.write(
        sentences.shownEntry(entry, isExpired: entry.isExpired(on: today), isStale: stale.contains(entry)))
    }
    if problems > 0 { throw ExitCode(2) }
  }
}
