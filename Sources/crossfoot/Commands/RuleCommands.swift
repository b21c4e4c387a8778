// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput
import CrossfootRules

/// Lists all rules.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rules", abstract: Surroundings.sentences.help(.rules))

  @OptionGroup var language: LanguageOptions

  /// For maintainers: writes the pages of all rules into a folder that exists, and the schema that names them into
  /// `schema` beside it.
  @Option(help: .hidden)
  var writeDocs: String?

  func run() throws {
    guard let folder = writeDocs else {
      return try Console.write(RuleDocumentation.list(RuleRegistry.all, language: Surroundings.language))
    }
    var pages = [("README.md", RuleDocumentation.index(of: RuleRegistry.all))]
    pages += RuleRegistry.all.map { ("\($0.description.id).md", RuleDocumentation.markdown(for: $0)) }
    pages.append(("../schema/\(ConfigurationSchema.fileName)", ConfigurationSchema.text))
    for (name, text) in pages {
      let path = "\(folder)/\(name)"
      do {
        try SystemCalls.write(Array(text.utf8), toFile: path)
      } catch {
        throw InputProblem(path, .unwritable(error.words))
      }
    }
  }
}
