// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Tells how much of reports was checked, and where: by report, section and table.
struct CoverageCommand: AsyncParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(
    commandName: "coverage", abstract: Surroundings.sentences.help(.coverage))

  @OptionGroup var input: InputOptions

  @Option(help: help(.format))
  var format: Format = .text

  @OptionGroup var language: LanguageOptions

  func run() async throws {
    let plan = try Plan(input)
    plan.problems.forEach(Console.tell)
    var failed = plan.problems.count
    var listing = CoverageListing(language: Surroundings.language)
    var document = CoverageJSON(version: Crossfoot.version)
    let (reports, settings) = (plan.reports, plan.fileSettings(input.reading))
    try await Scheduler(jobs: input.jobs).run(count: reports.count) { index in
      Result { () throws(InputProblem) in try reports[index].examine(settings[index]).breakdown }
    } consume: { outcome in
      switch outcome {
      case .success(let breakdown):
        if format == .text { try Console.write(listing.add(breakdown)) } else { document.add(breakdown) }
      case .failure(let problem):
        Console.tell(problem)
        failed += 1
      }
    }
    try Console.write(format == .text ? listing.finish() : document.render())
    if failed > 0 { throw ExitCode(2) }
  }
}
