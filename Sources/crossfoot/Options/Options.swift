// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput
import CrossfootText

/// Help in the language of the surroundings.
func help(_ topic: HelpTopic) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: Sentences(Surroundings.language).help(topic))
}

/// The language option of every command.
struct LanguageOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: help(.language))
  var language: Language = Surroundings.language

  var sentences: Sentences { Sentences(language) }
}

/// How reports are read.
struct ReadingOptions: ParsableArguments {
  @Option(help: help(.encoding))
  var encoding: TextEncoding?

  @Option(name: .customLong("max-file-size"), help: help(.sizeLimit))
  var sizeLimit = ByteCount(megabytes: 64)

  @Option(name: .customLong("stdin-filename"), help: help(.standardInputName))
  var standardInputName: String?

  var settings: ReportFile.Settings {
    ReportFile.Settings(encoding: encoding, sizeLimit: sizeLimit.bytes)
  }
}

/// Which reports are checked, and on how many cores.
struct InputOptions: ParsableArguments {
  @Argument(help: help(.paths))
  var paths: [String] = []

  @OptionGroup var reading: ReadingOptions

  @Option(help: help(.jobs))
  var jobs: Int = SystemCalls.cores

  func validate() throws {
    let sentences = Sentences(Surroundings.language)
    if paths.isEmpty { throw ValidationError(sentences.noPath) }
    if jobs < 1 { throw ValidationError(sentences.problem(.badOption(option: "--jobs", value: "\(jobs)", allowed: ["1…"]))) }
    if reading.standardInputName != nil, !paths.contains("-") { throw ValidationError(sentences.standardInputNotRead) }
  }

  /// The reports that the paths stand for.
  var walk: FileWalk { FileWalk(paths, standardInputName: reading.standardInputName ?? "-") }
}
