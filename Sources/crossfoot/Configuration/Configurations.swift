// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Finds the settings that are in force for each report: those of the nearest configuration file above it, then those
/// of the command line. Nothing is merged but what a file `extends`.
struct Configurations {
  /// Which file counts.
  enum Choice: Hashable {
    /// For each report the one nearest to it.
    case nearest
    /// This one for all reports.
    case file(String)
    case none
  }

  private let choice: Choice
  private let commandLine: [Setting]
  private let names: PathNames
  private var files: [String: ConfigurationFile?] = [:]
  /// What was asked for last: reports of one folder follow each other.
  private var last: (folder: String, file: ConfigurationFile?)?

  init(_ choice: Choice, commandLine: [Setting], currentDirectory: String) {
    self.choice = choice
    self.commandLine = commandLine
    names = PathNames(current: currentDirectory)
  }

  /// The settings for a report.
  mutating func settings(for path: String) throws -> EffectiveSettings {
    let absolute = names.absolutePath(path)
    let file = try file(near: Self.folder(of: absolute))
    return EffectiveSettings(file?.settings(for: absolute) ?? [], commandLine: commandLine)
  }

  /// The settings of a run as a whole: those in force in the current directory.
  mutating func settingsOfRun() throws -> EffectiveSettings {
    let file = try file(near: names.absolutePath("."))
    return EffectiveSettings(file?.settings(for: nil) ?? [], commandLine: commandLine)
  }

  /// Whether a file in a directory is a report, as far as the nearest configuration file says; nil where it says
  /// nothing.
  mutating func isIncluded(_ path: String) throws -> Bool? {
    let absolute = names.absolutePath(path)
    guard let file = try file(near: Self.folder(of: absolute)) else { return nil }
    let settings = EffectiveSettings(file.settings(for: nil), commandLine: commandLine)
    return settings.include.map { include in include.contains { $0.takesIn(absolute) } }
  }

  /// Whether a file or directory is left out of the walk.
  mutating func isExcluded(_ path: String) throws -> Bool {
    let absolute = names.absolutePath(path)
    guard let file = try file(near: Self.folder(of: absolute)) else { return false }
    return EffectiveSettings(file.settings(for: nil), commandLine: commandLine).exclude.contains {
      $0.takesIn(absolute)
    }
  }

  /// The files of the report that a file belongs to, as absolute paths in the order of the text; nil for a report in
  /// one file.
  mutating func files(ofReportWith path: String) throws -> [String]? {
    let absolute = names.absolutePath(path)
    guard let file = try file(near: Self.folder(of: absolute)) else { return nil }
    let reports = EffectiveSettings(file.settings(for: nil), commandLine: commandLine).reports
    return reports.first { $0.contains(absolute) }
  }

  /// The absolute path of a report.
  func absolutePath(_ path: String) -> String { names.absolutePath(path) }

  private static func folder(of path: String) -> String {
    // Absolute paths have no empty parts.
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  private mutating func file(near folder: String) throws -> ConfigurationFile? {
    switch choice {
    case .none: return nil
    case .file(let path):
      let absolute = names.absolutePath(path)
      if let known = files[absolute] { return known }
      let file = try ConfigurationFile.read(absolute, names: names)
      files[absolute] = .some(file)
      return file
    case .nearest:
      if let last, last.folder == folder { return last.file }
      let file = try nearestFile(folder)
      last = (folder, file)
      return file
    }
  }

  private mutating func nearestFile(_ folder: String) throws -> ConfigurationFile? {
    if let known = files[folder] { return known }
    let path = (folder == "/" ? "" : folder) + "/" + ConfigurationFile.name
    var file: ConfigurationFile?
    if SystemCalls.exists(path) {
      file = try ConfigurationFile.read(path, names: names)
    } else if folder != "/" {
      file = try nearestFile(Self.folder(of: folder))
    }
    files[folder] = .some(file)
    return file
  }
}
