// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// The reports of a run, each with the settings that are in force for it.
struct Plan {
  private(set) var reports: [ReportFile] = []
  private(set) var settings: [EffectiveSettings] = []
  /// Paths that could not be walked.
  private(set) var problems: [InputProblem] = []
  /// Directories that were walked, as the user gave them.
  let folders: [String]
  /// What is in force for the run as a whole.
  let run: EffectiveSettings

  init(_ input: InputOptions) throws {
    if input.paths.isEmpty { throw ValidationError(Surroundings.sentences.noPath) }
    var configurations = try input.configuration.configurations()
    run = try configurations.settingsOfRun()
    folders = input.paths.filter { $0 != "-" && SystemCalls.isDirectory($0) }
    let walk = try Self.walk(input, &configurations)
    problems = walk.problems.filter { !(input.allowsEmpty && $0.problem == .noReports) }
    for report in try Self.joined(walk.reports, &configurations) {
      if input.forcesExclusion, try configurations.isExcluded(report.path) { continue }
      reports.append(report)
      settings.append(try configurations.settings(for: report.path))
    }
  }

  /// Walks the paths by the rules of the configuration files that are met. What is wrong with one of them ends the run.
  private static func walk(_ input: InputOptions, _ configurations: inout Configurations) throws -> FileWalk {
    var failure: (any Error)?
    let walk = FileWalk(input.paths, standardInputName: input.reading.standardInputName ?? "-") { path, isDirectory in
      if failure != nil { return false }
      do {
        if try configurations.isExcluded(path) { return false }
        return try isDirectory || configurations.isIncluded(path) ?? FileWalk.hasReportExtension(path)
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return walk
  }

  /// Puts files together that are one report. A report is checked as a whole if one of its files is.
  private static func joined(_ files: [ReportFile], _ configurations: inout Configurations) throws -> [ReportFile] {
    let names = PathNames(current: SystemCalls.currentDirectory)
    var seen: Set<[String]> = []
    var reports: [ReportFile] = []
    for file in files {
      guard let parts = try configurations.files(ofReportWith: file.path) else {
        reports.append(file)
        continue
      }
      guard seen.insert(parts).inserted else { continue }
      var whole = parts.map { ReportFile(path: Array(names.relative($0).utf8)) }
      var first = whole.removeFirst()
      first.others = whole
      reports.append(first)
    }
    return reports.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// What each report is read and judged by.
  func fileSettings(_ reading: ReadingOptions) -> [ReportFile.Settings] {
    var all: [ReportFile.Settings] = []
    all.reserveCapacity(settings.count)
    for own in settings {
      let settings = own.reportSettings(encoding: reading.encoding, sizeLimit: reading.sizeLimit.bytes)
      // Thousands of reports are read and judged alike: they share the names of their rules.
      if let last = all.last, last == settings { all.append(last) } else { all.append(settings) }
    }
    return all
  }
}
