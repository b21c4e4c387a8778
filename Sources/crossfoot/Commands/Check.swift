// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Checks reports and tells which figures contradict each other.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check", abstract: Surroundings.sentences.help(.check))

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var threshold: ThresholdOptions
  @OptionGroup var baseline: BaselineOptions
  @OptionGroup var memory: CacheOptions

  @Option(name: .customLong("diff-base"), help: help(.diffBase, value: "revision"))
  var revision: String?

  mutating func run() async throws {
    let plan = try Plan(input)
    var accepted = try baseline.start(plan)
    var older: OlderFindings?
    if let revision { older = try await OlderFindings(at: revision, plan, input) }
    var outputs = try output.start(isCompared: accepted != nil || older != nil)
    var outcome = Outcome(threshold)
    let cache = memory.start()
    let problems = try await input.examine(
      plan, cache: cache, needsText: outputs.needsText, refuse: { outputs.refuse($0) }
    ) { index, examined in
      var result = examined
      let settings = plan.settings[index]
      accepted?.apply(to: &result, rules: settings.rules)
      older?.apply(to: &result)
      try outputs.add(result)
      outcome.add(result, settings)
    }
    try outputs.finish()
    memory.finish(cache)
    let isStale = baseline.finish(accepted, plan)
    if problems > 0 { throw ExitCode(2) }
    if (outcome.isFailure || isStale) && !threshold.exitZero { throw ExitCode(1) }
  }
}
