// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput

/// What a run of `archive add` did, in reports.
public struct AddTally: Sendable, Hashable {
  public var added = 0
  public var replaced = 0
  /// Stored before, and unchanged since.
  public var unchanged = 0
  /// Reports that could not be read.
  public var failed = 0

  public init() {}
}

extension Store {
  /// What became of one report of a run, as it comes up.
  public enum AddEvent: Sendable {
    /// Stored, with bytes and findings; or left as it is, with its bytes.
    case done(size: Int, findings: Int)
    case failed(InputProblem)
  }

  private enum Outcome: Sendable {
    case entry(ArchiveEntry, size: Int)
    case unchanged(size: Int)
    case failed(InputProblem)
    case broken(StoreError)
  }

  /// Adds the reports of a walk, in path order. Reports that are stored already and did not change are passed over.
  ///
  /// It can be ended at any moment; run again, it goes on where it was.
  /// - Parameters:
  ///   - settings: how each of them is read and judged. A report whose settings changed is examined anew.
  ///   - version: the tool's version.
  ///   - tell: called for each report as it comes up.
  /// - Throws: ``StoreError``; what was added before stays.
  public func add(
    _ reports: [ReportFile], _ settings: [ReportFile.Settings], jobs: Int, version: String,
    tell: (AddEvent) throws -> Void
  ) async throws -> AddTally {
    let stamp = BuildStamp(version: version)
    var run = StoreRun(tool: version, rules: stamp.rules)
    var tally = AddTally()
    try await Scheduler(jobs: jobs).run(count: reports.count) { index in
      self.examine(reports[index], settings[index], stamp)
    } consume: { outcome in
      switch outcome {
      case .entry(let entry, let size):
        switch try add(entry, in: &run) {
        case .added: tally.added += 1
        case .replaced: tally.replaced += 1
        case .unchanged: tally.unchanged += 1
        }
        try tell(.done(size: size, findings: entry.findings.count))
      case .unchanged(let size):
        tally.unchanged += 1
        try tell(.done(size: size, findings: 0))
      case .failed(let problem):
        tally.failed += 1
        try tell(.failed(problem))
      case .broken(let error): throw error
      }
    }
    try finish(run)
    return tally
  }

  /// Reads a report and, unless the store knows it as it is, examines it.
  private func examine(_ report: ReportFile, _ settings: ReportFile.Settings, _ build: BuildStamp) -> Outcome {
    do {
      let contents = try report.contents(settings)
      let size = contents.reduce(0) { $0 + $1.count }
      let (hash, stamp) = (Digest.hex(ofFiles: contents), "\(build.extractor)/\(build.rules)/\(settings.digest)")
      if let known = try known(report.path), known.hash == hash, known.stamp == stamp { return .unchanged(size: size) }
      let examination = try report.examine(contents, settings)
      return .entry(ArchiveEntry(examination, hash: hash, stamp: stamp, size: size), size: size)
    } catch let problem as InputProblem {
      return .failed(problem)
    } catch let error as StoreError {
      return .broken(error)
    } catch {
      return .broken(StoreError(path, .unusable("\(error)")))
    }
  }
}
