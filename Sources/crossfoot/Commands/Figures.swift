// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFigures
import CrossfootFindings
import CrossfootOutput

/// Lists every figure of a report with what was checked of it.
struct Figures: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, tsv, json }

  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: Surroundings.sentences.help(.figures))

  @Argument(help: help(.file))
  var file: String

  @Option(help: help(.format))
  var format: Format = .text

  @OptionGroup var reading: ReadingOptions
  @OptionGroup var configuration: ConfigurationOptions
  @OptionGroup var language: LanguageOptions

  func validate() throws { try reading.validate(paths: [file]) }

  func run() throws {
    let report = ReportFile(argument: file, reading)
    var configurations = try configuration.configurations()
    let settings = try configurations.settings(for: report.path)
      .reportSettings(encoding: reading.encoding, sizeLimit: reading.sizeLimit.bytes)
    let examination = try report.examine(settings)
    let rows = FigureRow.rows(of: examination)
    switch format {
    case .text: try Console.write(FigureListing.text(rows, language: Surroundings.language))
    case .tsv: try Console.write(FigureListing.tsv(rows))
    case .json: try Console.write(FigureListing.json(rows, path: report.path, profile: examination.facts.profile))
    }
  }
}
