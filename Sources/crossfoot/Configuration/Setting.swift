// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootText

/// One thing that a configuration file or the command line sets.
enum Setting: Hashable {
  case lang(Language)
  case baseline(String)
  case strictBaseline(Bool)
  case include([Glob])
  case exclude([Glob])
  case reports([[String]])
  case failOn(FailLevel)
  case minCoverage(Int)
  case encoding(TextEncoding)
  case select([RuleSelector])
  case ignore([RuleSelector])
  case rule(RuleSelector, RuleLevel)
  case rounding(RoundingChoice)
  case kind(ReportKind)
  case language(ReportLanguage)
  case unit(String)
  case unrelated([LabelPair])
}

/// The keys of a configuration file. The raw value is the key; `docs/schema` describes them.
enum SettingKey: String, CaseIterable {
  case version, extends, lang, baseline
  case strictBaseline = "strict-baseline"
  case include, exclude, reports
  case failOn = "fail-on"
  case minCoverage = "min-coverage"
  case encoding, select, ignore, rules, rounding, kind, language, unit, unrelated
  case overrides, files

  /// Keys of a whole file.
  static let ofFile = allCases.filter { $0 != .files }

  /// Keys of an override: what can differ from report to report.
  static let ofOverride: [SettingKey] = [
    .files, .failOn, .minCoverage, .encoding, .select, .ignore, .rules, .rounding, .kind, .language, .unit, .unrelated,
  ]
}

/// Severity of all findings of a rule, or that it does not run.
enum RuleLevel: String, CaseIterable {
  case off, note, warning, error

  /// The severity; nil for a rule that does not run.
  var severity: Severity? { Severity(rawValue: rawValue) }
}

/// How reports round the figures they compute.
enum RoundingChoice: String, CaseIterable {
  case detect, nearest, truncate

  var habit: RoundingHabit {
    switch self {
    case .detect: .detected
    case .nearest: .nearest
    case .truncate: .truncates
    }
  }
}

/// The language of a report: one with a pack, or any other.
enum ReportLanguage: String, CaseIterable {
  case zh, other

  var reading: ReadingSettings.Language { self == .zh ? .chinese : .other }
}

/// A rule by its id, or all rules of a family by its name: `footing.column`, `footing`.
struct RuleSelector: Hashable {
  let word: String

  /// Nil if no rule goes by that name.
  init?(_ word: String) {
    guard Self.known.contains(word) else { return nil }
    self.word = word
  }

  /// Ids of all rules.
  static let ids = RuleRegistry.all.map { $0.description.id }

  /// The words that select a rule: ids and families.
  static let known = Set(ids + ids.compactMap { $0.split(separator: ".").first.map(String.init) })

  /// The known word that looks most like one that is not known.
  static func nearest(to word: String) -> String? { Likeness.nearest(to: word, in: known.sorted()) }

  var isFamily: Bool { !word.contains(".") }

  func matches(_ id: String) -> Bool { id == word || isFamily && id.hasPrefix(word + ".") }
}

/// Finds the word that was probably meant.
enum Likeness {
  /// The word that begins and ends most like a mistyped one and is about as long; nil if none is like it.
  static func nearest(to word: String, in words: [String]) -> String? {
    func likeness(_ other: String) -> Int {
      let begin = zip(other.utf8, word.utf8).prefix { $0 == $1 }.count
      let end = zip(other.utf8.reversed(), word.utf8.reversed()).prefix { $0 == $1 }.count
      return 2 * (begin + end) - abs(other.utf8.count - word.utf8.count)
    }
    guard let best = words.max(by: { likeness($0) < likeness($1) }) else { return nil }
    return likeness(best) >= word.utf8.count ? best : nil
  }
}
