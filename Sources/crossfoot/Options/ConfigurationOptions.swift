// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootOutput

/// Which configuration counts, and what the command line sets in its place.
struct ConfigurationOptions: ParsableArguments {
  @Option(name: .customLong("config"), help: help(.configurationFile, value: "file"))
  var path: String?

  @Flag(name: .customLong("isolated"), help: help(.isolated))
  var isIsolated = false

  @Option(help: help(.select, value: "rules"))
  var select: String?

  @Option(help: help(.ignore, value: "rules"))
  var ignore: String?

  func validate() throws {
    if path != nil, isIsolated { throw ValidationError(Surroundings.sentences.isolatedConfiguration) }
    _ = try selectors(select ?? "") + selectors(ignore ?? "")
  }

  /// Which file counts.
  var choice: Configurations.Choice {
    if isIsolated { return .none }
    return path.map { .file($0) } ?? .nearest
  }

  /// The configuration with what the command line sets.
  func configurations() throws -> Configurations {
    var settings: [Setting] = []
    if let select { settings.append(.select(try selectors(select))) }
    if let ignore { settings.append(.ignore(try selectors(ignore))) }
    return Configurations(choice, commandLine: settings, currentDirectory: SystemCalls.currentDirectory)
  }

  private func selectors(_ list: String) throws -> [RuleSelector] {
    try list.split(separator: ",").map { word in
      let word = word.trimmingSpaces
      if let selector = RuleSelector(word) { return selector }
      throw ValidationError(Surroundings.sentences.problem(.unknownRule(word, nearest: RuleSelector.nearest(to: word))))
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
