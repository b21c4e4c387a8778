// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput
import CrossfootText

/// Help in the language of the user.
/// - Parameter value: what the option's value is called, where its name does not say it.
func help(_ topic: HelpTopic, value: String? = nil) -> ArgumentHelp {
  ArgumentHelp("\(Surroundings.sentences.help(topic))", valueName: value)
}

/// Help on what has to do with many reports.
func help(_ topic: ArchiveTopic, value: String? = nil) -> ArgumentHelp {
  ArgumentHelp("\(Surroundings.sentences.help(topic))", valueName: value)
}

/// The language option of every command. Its value is in ``Surroundings``: help needs it before options are parsed.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: help(.language))
  var language: Language = Surroundings.language
}

/// How reports are read.
struct ReadingOptions: ParsableArguments {
  @Option(help: help(.encoding))
  var encoding: TextEncoding?

  @Option(name: .customLong("max-file-size"), help: help(.sizeLimit, value: "size"))
  var sizeLimit = ByteCount(megabytes: 64)

  @Option(name: .customLong("stdin-filename"), help: help(.standardInputName, value: "path"))
  var standardInputName: String?

  /// Standard input has a name only where it is read.
  func validate(paths: [String]) throws {
    if standardInputName != nil, !paths.contains("-") {
      throw ValidationError(Surroundings.sentences.standardInputNotRead)
    }
  }
}

/// Which reports are checked, and on how many cores.
struct InputOptions: ParsableArguments {
  @Argument(help: help(.paths, value: "path"))
  var lists: [PathList] = []

  /// What is to be read.
  var paths: [String] {
    get { lists.flatMap(\.paths) }
    set { lists = [PathList(newValue)] }
  }

  @OptionGroup var reading: ReadingOptions

  @Option(help: help(.jobs, value: "number"))
  var jobs: Int = SystemCalls.cores

  @OptionGroup var configuration: ConfigurationOptions

  @Flag(name: .customLong("force-exclude"), help: help(.forceExclude))
  var forcesExclusion = false

  @Flag(name: .customLong("allow-empty"), help: help(.allowEmpty))
  var allowsEmpty = false

  func validate() throws {
    let sentences = Surroundings.sentences
    if jobs < 1 {
      throw ValidationError(sentences.problem(.badOption(option: "--jobs", value: "\(jobs)", allowed: ["1…"])))
    }
    try reading.validate(paths: paths)
  }
}
