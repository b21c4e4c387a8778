// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Manages the list of accepted findings.
struct BaselineCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "baseline", abstract: Surroundings.sentences.help(.baseline),
      subcommands: [
        BaselineCreate.self, BaselineAdd.self, BaselineUpdate.self, BaselinePrune.self, BaselineDiff.self,
        BaselineShow.self,
      ])
  }
}

/// The baseline file and the reports that a subcommand works on.
struct BaselineTarget: ParsableArguments {
  @Option(name: .customLong("baseline"), help: help(.baselineTarget, value: "file"))
  var path: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  /// The file: the one named, else the one that the configuration names.
  func location(_ plan: Plan) throws -> BaselineLocation {
    guard let path = path ?? plan.run.baseline else {
      Console.tell(Surroundings.sentences.error(.noBaseline))
      throw ExitCode(2)
    }
    return BaselineLocation(path)
  }
}

/// A baseline beside what its reports say now.
struct BaselineReview {
  let location: BaselineLocation
  let baseline: Baseline
  /// The comparison, at its end.
  private(set) var run: BaselineRun
  /// Findings that are not accepted, under the names that the baseline has for reports.
  private(set) var open: [Finding] = []
  /// Findings that are.
  private(set) var accepted: [Finding] = []
  /// Paths that could not be checked.
  private(set) var problems = 0

  /// Reads the baseline and examines the reports.
  init(_ target: BaselineTarget) async throws {
    let plan = try Plan(target.input)
    location = try target.location(plan)
    baseline = try location.read()
    var run = BaselineRun(baseline, names: location.names, reports: plan.reports, today: SystemCalls.today())
    var findings: [Finding] = []
    problems = try await target.input.examine(plan) { index, examined in
      var result = examined
      run.apply(to: &result, rules: plan.settings[index].rules)
      findings += result.findings.map(run.named)
    }
    run.finish(folders: plan.folders)
    self.run = run
    open = findings.filter { $0.baseline != .unchanged }
    accepted = findings.filter { $0.baseline == .unchanged }
  }

  /// Ends a command: a path that could not be checked leaves the outcome incomplete.
  func end() throws {
    if problems > 0 { throw ExitCode(2) }
  }
}
