// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CrossfootArchive
import CrossfootFindings
import CrossfootOutput

/// Compares two versions of a report.
struct DiffCommand: AsyncParsableCommand {
  enum Form: String, CaseIterable, ExpressibleByArgument { case text, json }

  static let configuration = CommandConfiguration(commandName: "diff", abstract: Surroundings.sentences.help(.diff))

  @Option(name: .customLong("git"), help: help(.gitRevision, value: "revision"))
  var revision: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var language: LanguageOptions

  @Option(help: help(.format))
  var format: Form = .text

  @Option(help: help(.show, value: "kinds"))
  var show = ShownList()

  @Option(name: .customLong("color"), help: help(.colour, value: "when"))
  var colour: ColourChoice = .auto

  @OptionGroup var threshold: ThresholdOptions

  func validate() throws {
    if revision == nil, input.paths.count != 2 { throw ValidationError(Surroundings.sentences.twoVersions) }
  }

  mutating func run() async throws {
    if revision != nil, input.paths.isEmpty { input.paths = ["."] }
    let options = TextOptions(
      language: Surroundings.language, colour: Surroundings.colour(colour), shown: show.items)
    let versions = if let revision { try await changed(since: revision) } else { try twoFiles() }
    var (totals, document) = (VersionTotals(), VersionJSON(version: Crossfoot.version, language: options.language))
    var isFailure = false
    var problems = versions.problems
    for version in versions.pairs {
      guard let pair = compared(version, &problems) else { continue }
      totals.add(pair.comparison)
      document.add(pair)
      let level = threshold.failOn ?? version.settings.failOn
      let isStale = level.includes(.warning) && !pair.comparison.stale.isEmpty
      isFailure = isFailure || isStale || pair.comparison.new.contains { level.includes($0.severity) }
      if format == .text { try Console.write(VersionReport.text(pair, options: options)) }
    }
    try Console.write(format == .json ? document.render() : VersionReport.summary(totals, options: options))
    problems.forEach(Console.tell)
    if !problems.isEmpty { throw ExitCode(2) }
    if isFailure, !threshold.exitZero { throw ExitCode(1) }
  }

  /// Two versions of one report and how they are read.
  private struct Version {
    /// Nil where the report was not there.
    var old: ReportFile?
    var oldPath: String
    var new: ReportFile
    var settings: EffectiveSettings
  }

  private func twoFiles() throws -> (pairs: [Version], problems: [InputProblem]) {
    var configurations = try input.configuration.configurations()
    let files = input.paths.map { path in
      path == "-"
        ? ReportFile(standardInputAs: input.reading.standardInputName ?? "-") : ReportFile(path: Array(path.utf8))
    }
    let settings = try configurations.settings(for: files[1].path)
    return ([Version(old: files[0], oldPath: files[0].path, new: files[1], settings: settings)], [])
  }

  private func changed(since revision: String) async throws -> (pairs: [Version], problems: [InputProblem]) {
    let plan = try Plan(input)
    let repository = try await GitRepository(since: revision)
    var versions: [Version] = []
    for (report, settings) in zip(plan.reports, plan.settings) {
      let oldPath = "\(revision):\(repository.names.name(of: report.path))"
      switch try await repository.olderVersion(of: report) {
      case .same: continue
      case .none: versions.append(Version(old: nil, oldPath: "/dev/null", new: report, settings: settings))
      case .other(let old): versions.append(Version(old: old, oldPath: oldPath, new: report, settings: settings))
      }
    }
    for name in repository.deleted where FileWalk.hasReportExtension(name) {
      Console.tell(Surroundings.sentences.deleted(name))
    }
    return (versions, plan.problems)
  }

  /// Examines two versions; nil if one of them could not be read.
  private func compared(_ version: Version, _ problems: inout [InputProblem]) -> VersionPair? {
    let settings = version.settings.reportSettings(
      encoding: input.reading.encoding, sizeLimit: input.reading.sizeLimit.bytes)
    do throws(InputProblem) {
      let nothing = ReportFile(bytes: [], as: version.oldPath)
      let old = try (version.old ?? nothing).examine(settings)
      let new = try version.new.examine(settings)
      return VersionPair(
        oldPath: version.oldPath, new: new.result, comparison: VersionComparison(old: old, new: new))
    } catch {
      problems.append(error)
      return nil
    }
  }
}
