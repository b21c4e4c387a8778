// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput
import CrossfootText

extension ArchiveCommand {
  /// Checks what the reports of an archive say about each other's figures.
  struct Check: ParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument { case text, concise, json }

    static let configuration = CommandConfiguration(
      commandName: "check", abstract: Surroundings.sentences.help(.archiveCheck))

    @OptionGroup var store: StoreOptions

    @Option(help: help(.format))
    var format: Format = .text

    @Flag(name: .customLong("ties"), help: help(.ties))
    var showsTies = false

    @Option(name: .customLong("color"), help: help(.colour, value: "when"))
    var colour: ColourChoice = .auto

    @Option(help: help(.failOn, value: "severity"))
    var failOn: FailLevel = .warning

    @Flag(help: help(.exitZero))
    var exitZero = false

    @OptionGroup var language: LanguageOptions

    func run() throws {
      let archive = try Store.openToRead(store.path)
      let result = try archive.checkAcross()
      switch format {
      case .text: try writeText(result, archive)
      case .concise:
        for finding in result.findings {
          try Console.write(CrossText.concise(finding, language: Surroundings.language))
        }
      case .json:
        try Console.write(
          CrossJSON.render(
            result.findings, ties: result.ties, result.tally, version: Crossfoot.version,
            language: Surroundings.language))
      }
      if !exitZero, result.findings.contains(where: { failOn.includes($0.severity) }) { throw ExitCode(1) }
    }

    private func writeText(_ result: CrossResult, _ archive: Store) throws {
      let options = TextOptions(language: Surroundings.language, colour: Surroundings.colour(colour))
      for finding in result.findings {
        try Console.write(
          CrossText.render(
            finding, stated: try archive.text(of: finding.stated.path),
            published: try archive.text(of: finding.published.path),
            options: options))
      }
      if showsTies {
        for tie in result.ties { try Console.write(CrossText.tie(tie, language: Surroundings.language)) }
      }
      for line in Surroundings.sentences.coverage(result.tally) { try Console.write(line + "\n") }
    }
  }
}
