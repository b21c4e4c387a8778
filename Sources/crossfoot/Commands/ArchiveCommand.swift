// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Keeps an archive of reports in one file, and looks at all of them together.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: Surroundings.sentences.help(.archive),
    subcommands: [Add.self, Check.self, Query.self, Stats.self])

  /// Adds reports, or brings them up to date.
  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: Surroundings.sentences.help(.archiveAdd))

    @OptionGroup var store: StoreOptions
    @OptionGroup var input: InputOptions
    @OptionGroup var language: LanguageOptions

    mutating func run() async throws {
      let plan = try Plan(input)
      plan.problems.forEach(Console.tell)
      let archive = try Store.open(store.path, jobs: input.jobs)
      defer { archive.close() }
      ProgressLine.begin(plan.reports.count)
      defer { ProgressLine.clear() }
      let tally = try await archive.add(
        plan.reports, plan.fileSettings(input.reading), jobs: input.jobs, version: Crossfoot.version
      ) { event in
        switch event {
        case .done(let size, let findings): ProgressLine.count(bytes: size, findings: findings)
        case .failed(let problem):
          Console.tell(problem)
          ProgressLine.count(bytes: 0, findings: 0)
        }
      }
      Console.tell(
        Surroundings.sentences.stored(
          added: tally.added, replaced: tally.replaced, unchanged: tally.unchanged, path: store.path))
      if tally.failed + plan.problems.count > 0 { throw ExitCode(2) }
    }
  }
}
