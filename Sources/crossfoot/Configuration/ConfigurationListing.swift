// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootText

extension EffectiveSettings {
  /// One line for each setting: key, value as YAML, and where it comes from.
  var listing: String {
    var rows: [(key: String, value: String, place: String)] = []
    var seen: Set<String> = []
    for source in sources.reversed() {
      let (key, value) = source.setting.written
      guard seen.insert(key).inserted else { continue }
      rows.append((key, value, source.file.map { "\($0.path):\(source.line)" } ?? Self.commandLine))
    }
    for (key, value) in Self.standard where !seen.contains(key) { rows.append((key, value, Self.builtIn)) }
    rows.sort { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let lines = rows.map { "\($0.key): \($0.value)" }
    let width = min(48, lines.reduce(0) { max($0, DisplayWidth.of($1)) })
    return zip(rows, lines).map { row, line in
      line + String(repeating: " ", count: max(0, width - DisplayWidth.of(line))) + "  # \(row.place)\n"
    }.joined()
  }

  private static let commandLine = "command line"
  private static let builtIn = "default"

  /// What goes where nothing is set.
  private static let standard = [
    ("fail-on", FailLevel.warning.rawValue), ("min-coverage", "0"), ("rounding", RoundingChoice.detect.rawValue),
    ("strict-baseline", "false"),
  ]
}

extension Setting {
  /// Key and value as a configuration file has them.
  fileprivate var written: (key: String, value: String) {
    switch self {
    case .lang(let value): ("lang", value.rawValue)
    case .baseline(let value): ("baseline", value)
    case .strictBaseline(let value): ("strict-baseline", "\(value)")
    case .include(let value): ("include", Self.list(value.map(\.text)))
    case .exclude(let value): ("exclude", Self.list(value.map(\.text)))
    case .reports(let value): ("reports", "[" + value.map(Self.list).joined(separator: ", ") + "]")
    case .failOn(let value): ("fail-on", value.rawValue)
    case .minCoverage(let value): ("min-coverage", "\(value)")
    case .encoding(let value): ("encoding", value.rawValue)
    case .select(let value): ("select", Self.list(value.map(\.word)))
    case .ignore(let value): ("ignore", Self.list(value.map(\.word)))
    case .rule(let selector, let level): ("rules.\(selector.word)", level.rawValue)
    case .rounding(let value): ("rounding", value.rawValue)
    case .kind(let value): ("kind", value.rawValue)
    case .language(let value): ("language", value.rawValue)
    case .unit(let value): ("unit", value)
    case .unrelated(let value):
      ("unrelated", "[" + value.map { Self.list([$0.first, $0.second]) }.joined(separator: ", ") + "]")
    }
  }

  private static func list(_ words: [String]) -> String { "[" + words.map(quoted).joined(separator: ", ") + "]" }

  /// A text as YAML: quoted where it holds more than letters, digits and the signs of a path.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-._/".unicodeScalars.contains($0)
    }
    if isPlain, let first = word.unicodeScalars.first, first.properties.isAlphabetic || first == "." { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
