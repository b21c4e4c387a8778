// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput

/// What the tool takes from its surroundings where no option says otherwise.
enum Surroundings {
  /// The language to speak: `--lang` wherever it stands, so that help and usage errors follow it too, else that of the
  /// configuration of the current directory, else that of the locale: the first of LC_ALL, LC_MESSAGES and LANG that is
  /// set and not empty.
  static let language: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument == "--lang", index + 1 < arguments.count, let language = Language(rawValue: arguments[index + 1]) {
        return language
      }
      if argument.hasPrefix("--lang="), let language = Language(rawValue: String(argument.dropFirst(7))) {
        return language
      }
    }
    if let language = configuredLanguage(arguments) { return language }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(SystemCalls.environment).first { !$0.isEmpty }
    return Language(locale: locale ?? "")
  }()

  /// The language that the configuration sets. A file that cannot be used is told of later, when it is read for good.
  private static func configuredLanguage(_ arguments: [String]) -> Language? {
    if arguments.contains("--isolated") { return nil }
    let named = arguments.firstIndex(of: "--config").map { arguments.dropFirst($0 + 1).first ?? "" }
    let path = named ?? arguments.first { $0.hasPrefix("--config=") }.map { String($0.dropFirst(9)) }
    var configurations = Configurations(
      path.map { .file($0) } ?? .nearest, commandLine: [], currentDirectory: SystemCalls.currentDirectory)
    return try? configurations.settingsOfRun().lang
  }

  /// The sentences of this language.
  static var sentences: Sentences { Sentences(language) }

  /// Names of reports for services: paths from the root of the repository that holds the current directory, else from
  /// the current directory.
  static var paths: PathNames {
    let current = SystemCalls.currentDirectory
    var folder = current[...]
    while !folder.isEmpty, !SystemCalls.exists(folder + "/.git") {
      folder = folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)]
    }
    return PathNames(root: folder.isEmpty ? current : String(folder), current: current)
  }

  /// Whether to colour standard output: by the option, else NO_COLOR, else FORCE_COLOR or CLICOLOR_FORCE, else on a
  /// terminal.
  static func colour(_ choice: ColourChoice) -> Colour {
    switch choice {
    case .always: .ansi
    case .never: .none
    case .auto: isColourWanted() ? .ansi : .none
    }
  }

  private static func isColourWanted() -> Bool {
    if isSet("NO_COLOR") { return false }
    if isSet("FORCE_COLOR") || isSet("CLICOLOR_FORCE") { return true }
    return SystemCalls.isTerminal(SystemCalls.standardOutput) && SystemCalls.environment("TERM") != "dumb"
  }

  private static func isSet(_ name: String) -> Bool { SystemCalls.environment(name)?.isEmpty == false }
}
