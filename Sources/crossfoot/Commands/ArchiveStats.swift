// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput

extension ArchiveCommand {
  /// Counts what an archive holds.
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "stats", abstract: Surroundings.sentences.help(.archiveStats))

    @OptionGroup var store: StoreOptions

    @Option(name: .customLong("html"), help: help(.statisticsPage, value: "file"))
    var page: String?

    @OptionGroup var language: LanguageOptions

    func run() throws {
      let statistics = try Store.openToRead(store.path).statistics()
      if let page {
        let text = StatisticsPage.render(statistics, language: Surroundings.language)
        do {
          try SystemCalls.write(Array(text.utf8), toFile: page)
        } catch {
          throw InputProblem(page, .unwritable(error.words))
        }
      }
      try Console.write(StatisticsText.render(statistics, language: Surroundings.language))
    }
  }
}
