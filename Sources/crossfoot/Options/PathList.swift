// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// Paths that the argument parser takes for one argument. What it does with each argument grows with their number, so
/// that ten thousand reports named by a shell's pattern would take seconds before the first is read.
struct PathList: ExpressibleByArgument {
  /// What no path and no argument contains.
  private static let separator: Character = "\0"
  /// Arguments that are left alone at the start of a run: subcommands, the value of an option, the paths of two
  /// versions.
  private static let kept = 8

  var paths: [String]

  init(_ paths: [String]) { self.paths = paths }

  init?(argument: String) {
    paths = argument.utf8.contains(0) ? argument.split(separator: Self.separator).map(String.init) : [argument]
  }

  /// Arguments with those at the end that are no options joined into one, where they are many.
  static func joined(_ arguments: [String]) -> [String] {
    let options = arguments.lastIndex { $0.hasPrefix("-") }
    let start = (options ?? -1) + 1 + kept
    guard arguments.count > start + 1, !arguments.contains("") else { return arguments }
    return arguments[..<start] + [arguments[start...].joined(separator: String(separator))]
  }
}
