// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Writes the present findings to a new file.
struct BaselineCreate: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "create", abstract: Surroundings.sentences.help(.baselineCreate))
  }

  @OptionGroup var target: BaselineTarget

  mutating func run() async throws {
    let plan = try Plan(target.input)
    let location = try target.location(plan)
    if SystemCalls.exists(location.path) { throw InputProblem(location.path, .exists) }
    var findings: [Finding] = []
    let problems = try await target.input.examine(plan) { _, result in
      findings += result.findings.map { finding in
        var finding = finding
        finding.path = location.names.climbing(finding.path)
        return finding
      }
    }
    try BaselineFile.create(Baseline(accepting: findings), at: location.path)
    Console.tell(Surroundings.sentences.wroteBaseline(findings.count, to: location.path))
    if problems > 0 { throw ExitCode(2) }
  }
}
