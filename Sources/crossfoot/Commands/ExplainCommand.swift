// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput
import CrossfootRules

/// Explains a rule, or how a finding in a report came about.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: Surroundings.sentences.help(.explain))

  @Argument(help: help(.explained))
  var subject: String

  @Argument(help: help(.explainedFile))
  var file: String?

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var configuration: ConfigurationOptions

  @Option(name: .customLong("color"), help: help(.colour, value: "when"))
  var colour: ColourChoice = .auto

  @OptionGroup var language: LanguageOptions

  func validate() throws { try reading.validate(paths: file.map { [$0] } ?? []) }

  func run() throws {
    if let file { try explainFinding(in: file) } else { try explainRule() }
  }

  private func explainRule() throws {
    guard let known = RuleRegistry.rule(subject) else {
      Console.tell(
        Surroundings.sentences.error(
          .unknownRule(subject, nearest: Likeness.nearest(to: subject, in: RuleSelector.ids))))
      throw ExitCode(2)
    }
    try Console.write(RuleDocumentation.text(for: known, language: Surroundings.language))
  }

  private func explainFinding(in file: String) throws {
    let report = ReportFile(argument: file, reading)
    var configurations = try configuration.configurations()
    let settings = try configurations.settings(for: report.path)
      .reportSettings(encoding: reading.encoding, sizeLimit: reading.sizeLimit.bytes)
    let examination = try report.examine(settings)
    let explanations = subject.isEmpty ? [] : examination.explanations(fingerprint: subject.lowercased())
    if explanations.isEmpty { throw InputProblem(report.path, .notFound(fingerprint: subject)) }
    let options = TextOptions(language: Surroundings.language, colour: Surroundings.colour(colour))
    let result = examination.result
    for explanation in explanations {
      try Console.write(ExplanationReport.text(explanation, in: result, options: options))
    }
  }
}

extension ReportFile {
  /// The report that an argument names: a file, or standard input for `-`.
  init(argument: String, _ reading: ReadingOptions) {
    self =
      argument == "-"
      ? ReportFile(standardInputAs: reading.standardInputName ?? "-") : ReportFile(path: Array(argument.utf8))
  }
}
