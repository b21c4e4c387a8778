// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Checks reports and tells which figures contradict each other.
struct Check: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(abstract: Surroundings.sentences.help(.check))
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: help(.format))
  var format: Format = .text

  @Option(help: help(.show, value: "kinds"))
  var show = ShownList()

  @Option(name: .customLong("color"), help: help(.colour, value: "when"))
  var colour: ColourChoice = .auto

  @Option(help: help(.failOn, value: "severity"))
  var failOn: FailLevel = .warning

  @Flag(help: help(.exitZero))
  var exitZero = false

  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var memory: CacheOptions

  mutating func run() async throws {
    let walk = input.walk
    var accepted = try baseline.start(walk.reports)
    var writer = ResultWriter(format, shown: show.items, colour: Surroundings.colour(colour))
    var isClean = true
    let cache = memory.start()
    let problems = try await input.examine(walk, cache: cache) { examined in
      var result = examined
      accepted?.apply(to: &result)
      try writer.add(result)
      isClean = isClean && !result.findings.contains { $0.baseline != .unchanged && failOn.includes($0.severity) }
    }
    try writer.finish()
    memory.finish(cache)
    let isStale = baseline.finish(accepted)
    if problems > 0 { throw ExitCode(2) }
    if (!isClean || isStale) && !exitZero { throw ExitCode(1) }
  }
}
