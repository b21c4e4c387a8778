// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootFindings
import CrossfootOutput

/// What fails a check.
struct ThresholdOptions: ParsableArguments {
  @Option(help: help(.failOn, value: "severity"))
  var failOn: FailLevel?

  @Option(help: help(.minCoverage, value: "percent"))
  var minCoverage: Int?

  @Option(name: .customLong("max-findings-exit"), help: help(.maxFindings, value: "number"))
  var mostFindings: Int = 0

  @Flag(help: help(.exitZero))
  var exitZero = false

  func validate() throws {
    let sentences = Surroundings.sentences
    if let minCoverage, !(0...100).contains(minCoverage) {
      throw ValidationError(
        sentences.problem(.badOption(option: "--min-coverage", value: "\(minCoverage)", allowed: ["0–100"])))
    }
    if mostFindings < 0 {
      throw ValidationError(
        sentences.problem(.badOption(option: "--max-findings-exit", value: "\(mostFindings)", allowed: ["0…"])))
    }
  }
}

/// Whether a check fails, by the options and by what the configuration says of each report.
struct Outcome {
  private let options: ThresholdOptions
  private var findings = 0
  private var isCoverageLow = false

  init(_ options: ThresholdOptions) { self.options = options }

  /// Takes one report. Too little coverage is told at once.
  mutating func add(_ result: ReportResult, _ settings: EffectiveSettings) {
    let level = options.failOn ?? settings.failOn
    findings += result.findings.count { $0.baseline != .unchanged && level.includes($0.severity) }
    let least = options.minCoverage ?? settings.minCoverage
    let coverage = result.coverage.percent
    if coverage < least {
      isCoverageLow = true
      Console.tell(Surroundings.sentences.lowCoverage(result.path, percent: coverage, least: least))
    }
  }

  /// Whether findings or coverage fail the check.
  var isFailure: Bool { findings > options.mostFindings || isCoverageLow }
}
