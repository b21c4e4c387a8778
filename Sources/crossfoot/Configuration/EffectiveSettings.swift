// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootText

/// The settings in force, each with where it comes from.
struct EffectiveSettings {
  /// A setting and the file that sets it; nil for the command line.
  struct Source {
    var setting: Setting
    var file: ConfigurationFile?
    var line: Int
  }

  /// In order: a later one takes the place of an earlier one.
  let sources: [Source]

  init(_ placed: [(PlacedSetting, ConfigurationFile)], commandLine: [Setting]) {
    sources =
      placed.map { Source(setting: $0.setting, file: $1, line: $0.line) }
      + commandLine.map { Source(setting: $0, file: nil, line: 0) }
  }

  /// The last setting that a reader takes.
  private func last<Value>(_ read: (Source) -> Value?) -> Value? { sources.reversed().lazy.compactMap(read).first }

  var lang: Language? { last { if case .lang(let value) = $0.setting { value } else { nil } } }
  var failOn: FailLevel { last { if case .failOn(let value) = $0.setting { value } else { nil } } ?? .warning }
  var minCoverage: Int { last { if case .minCoverage(let value) = $0.setting { value } else { nil } } ?? 0 }
  var encoding: TextEncoding? { last { if case .encoding(let value) = $0.setting { value } else { nil } } }
  var rounding: RoundingChoice { last { if case .rounding(let value) = $0.setting { value } else { nil } } ?? .detect }
  var unrelated: [LabelPair] { last { if case .unrelated(let value) = $0.setting { value } else { nil } } ?? [] }
  var kind: ReportKind? { last { if case .kind(let value) = $0.setting { value } else { nil } } }
  var language: ReportLanguage? { last { if case .language(let value) = $0.setting { value } else { nil } } }
  var unit: String? { last { if case .unit(let value) = $0.setting { value } else { nil } } }
  var isStrict: Bool { last { if case .strictBaseline(let value) = $0.setting { value } else { nil } } ?? false }

  /// The baseline file; one that a configuration file names is relative to that file.
  var baseline: String? {
    last { source in
      guard case .baseline(let path) = source.setting else { return nil }
      return source.file.map { PathNames(root: $0.folder).absolutePath(path) } ?? path
    }
  }

  /// Patterns of the files that are reports; nil where the extension decides.
  var include: [PlacedGlob]? {
    last { source in
      guard case .include(let globs) = source.setting else { return nil }
      return globs.map { PlacedGlob(glob: $0, file: source.file) }
    }
  }

  /// Patterns of files and folders that are passed over.
  var exclude: [PlacedGlob] {
    last { source in
      guard case .exclude(let globs) = source.setting else { return nil }
      return globs.map { PlacedGlob(glob: $0, file: source.file) }
    } ?? []
  }

  /// Files that are one report each, as absolute paths.
  var reports: [[String]] {
    last { source in
      guard case .reports(let reports) = source.setting, let file = source.file else { return nil }
      return reports.map { $0.map(PathNames(root: file.folder).absolutePath) }
    } ?? []
  }

  /// The level that is set for a rule, if one is.
  func level(of rule: String) -> RuleLevel? {
    last { source in
      guard case .rule(let selector, let level) = source.setting, selector.matches(rule) else { return nil }
      return level
    }
  }

  /// Ids of the rules that run: the selected ones without those that are ignored or off. Nil if all run.
  var rules: Set<String>? {
    let select: [RuleSelector]? = last { if case .select(let value) = $0.setting { value } else { nil } }
    let ignore: [RuleSelector] = last { if case .ignore(let value) = $0.setting { value } else { nil } } ?? []
    let ids = RuleSelector.ids.filter { id in
      select?.contains { $0.matches(id) } != false && !ignore.contains { $0.matches(id) } && level(of: id) != .off
    }
    return ids.count == RuleSelector.ids.count ? nil : Set(ids)
  }

  /// What the report is read and judged by.
  /// - Parameters:
  ///   - encoding: what the command line says, which counts more.
  ///   - sizeLimit: longest report that is read, in bytes.
  func reportSettings(encoding own: TextEncoding?, sizeLimit: Int) -> ReportFile.Settings {
    var report = ReportSettings()
    // Most runs set nothing of it: the rules need not be asked for their names then.
    if !sources.isEmpty {
      report.rules = rules
      for id in RuleSelector.ids { report.severities[id] = level(of: id)?.severity }
      report.rounding = rounding.habit
      report.unrelated = unrelated
      report.reading.kind = kind
      report.reading.unit = unit
      if let language { report.reading.language = language.reading }
    }
    return ReportFile.Settings(encoding: own ?? encoding, sizeLimit: sizeLimit, report: report)
  }
}

/// A pattern with the file whose folder it is relative to.
struct PlacedGlob {
  var glob: Glob
  var file: ConfigurationFile?

  /// Whether a file or folder, given by its absolute path, fits.
  func takesIn(_ path: String) -> Bool { file?.relative(path).map(glob.matches) ?? false }
}
