// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Manages the list of accepted findings.
struct BaselineCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "baseline", abstract: Surroundings.sentences.help(.baseline), subcommands: [Create.self])
  }

  /// Writes the present findings to a new file.
  struct Create: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(abstract: Surroundings.sentences.help(.baselineCreate))
    }

    @Option(name: .customLong("baseline"), help: help(.newBaselineFile, value: "file"))
    var path: String

    @OptionGroup var input: InputOptions
    @OptionGroup var language: LanguageOptions

    mutating func run() async throws {
      var findings: [Finding] = []
      let problems = try await input.examine(input.walk) { findings += $0.findings }
      try BaselineFile.create(Baseline(accepting: findings), at: path)
      Console.tell(Surroundings.sentences.wroteBaseline(findings.count, to: path))
      if problems > 0 { throw ExitCode(2) }
    }
  }
}
