// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput

/// What the tool takes from its surroundings where no option says otherwise.
enum Surroundings {
  /// The language to speak: `--lang` wherever it stands, so that help and usage errors follow it too, else that of the
  /// locale: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty.
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
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(SystemCalls.environment).first { !$0.isEmpty }
    return Language(locale: locale ?? "")
  }()

  /// The sentences of this language.
  static var sentences: Sentences { Sentences(language) }

  /// Whether to colour standard output: by the option, else NO_COLOR, else FORCE_COLOR or CLICOLOR_FORCE, else on a terminal.
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
