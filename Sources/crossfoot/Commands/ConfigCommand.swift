// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput

/// Shows and explains the configuration.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: Surroundings.sentences.help(.config), subcommands: [Show.self, Schema.self])

  /// Prints the settings that are in force, each with where it comes from.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: Surroundings.sentences.help(.configShow))

    @Option(name: .customLong("file"), help: help(.configuredFile, value: "path"))
    var path: String?

    @OptionGroup var options: ConfigurationOptions
    @OptionGroup var language: LanguageOptions

    func run() throws {
      var configurations = try options.configurations()
      let settings = try path.map { try configurations.settings(for: $0) } ?? configurations.settingsOfRun()
      try Console.write(settings.listing)
    }
  }

  /// Prints the JSON Schema of configuration files.
  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema", abstract: Surroundings.sentences.help(.configSchema))

    @OptionGroup var language: LanguageOptions

    func run() throws { try Console.write(ConfigurationSchema.text) }
  }
}

/// Writes a configuration file to start with.
struct Init: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: Surroundings.sentences.help(.initialise))

  @OptionGroup var language: LanguageOptions

  func run() throws {
    let path = ConfigurationFile.name
    do {
      try SystemCalls.write(
        Array(ConfigurationTemplate.text(Surroundings.sentences).utf8), toFile: path, mustBeNew: true)
    } catch {
      throw InputProblem(path, error.isExisting ? .exists : .unwritable(error.words))
    }
    Console.tell(Surroundings.sentences.wroteFile(path))
  }
}
