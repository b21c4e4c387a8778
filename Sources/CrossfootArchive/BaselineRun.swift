// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput

/// A baseline that the reports of a run are compared with one by one, so that no report waits in memory for the others.
///
/// The outcome is the same as with all findings at once if the reports come in path order: an entry of a report that is
/// there serves this report alone, and entries of reports that are gone are used up in that order.
public struct BaselineRun: Sendable {
  /// Entries by the report they belong to.
  private var own: [String: [BaselineEntry]] = [:]
  /// Entries of reports that are gone: the report may have been renamed.
  private var gone: [Key: [BaselineEntry]] = [:]
  /// Entries of examined reports that nothing matches any more, each with the number that is left over.
  public private(set) var stale: [BaselineEntry] = []
  /// Entries past their last day: they match nothing.
  public private(set) var expired: [BaselineEntry] = []

  /// - Parameters:
  ///   - reports: all reports of the run.
  ///   - today: the day as `2026-03-02`.
  public init(_ baseline: Baseline, reports: [ReportFile], today: String) {
    let paths = Set(reports.map(\.path))
    var isGone: [String: Bool] = [:]
    for entry in baseline.entries {
      if let last = entry.expires, last < today {
        expired.append(entry)
      } else if paths.contains(entry.path) {
        own[entry.path, default: []].append(entry)
      } else {
        let answer = isGone[entry.path] ?? !SystemCalls.exists(entry.path)
        isGone[entry.path] = answer
        if answer { gone[Key(rule: entry.rule, fingerprint: entry.fingerprint), default: []].append(entry) }
      }
    }
  }

  /// Marks each finding of a report by how it stands to the baseline.
  public mutating func apply(to result: inout ReportResult) {
    let entries = own.removeValue(forKey: result.path) ?? []
    let keys = Set(result.findings.map { Key(rule: $0.rule, fingerprint: $0.fingerprint) })
    let baseline = Baseline(entries + keys.flatMap { gone[$0] ?? [] })
    let match = baseline.match(result.findings, scannedPaths: [result.path])
    stale += match.stale
    for (index, state) in match.states.enumerated() {
      result.findings[index].baseline = state
      guard let used = match.entries[index].map({ baseline.entries[$0] }), used.path != result.path else { continue }
      useUp(used)
    }
  }

  private mutating func useUp(_ entry: BaselineEntry) {
    let key = Key(rule: entry.rule, fingerprint: entry.fingerprint)
    // An entry that was used before has a smaller count by now.
    guard let index = gone[key]?.firstIndex(where: { $0.path == entry.path }) else { return }
    gone[key]?[index].count -= 1
    if gone[key]?[index].count == 0 { gone[key]?.remove(at: index) }
  }

  private struct Key: Hashable {
    var rule, fingerprint: String
  }
}

extension BaselineFile {
  /// Reads the baseline at a path.
  /// - Throws: ``InputProblem`` if the file cannot be read, `BaselineFileError` if it is no baseline.
  public static func read(at path: String) throws -> Baseline {
    let contents: SystemCalls.Contents
    do {
      contents = try SystemCalls.contents(of: Array(path.utf8), limit: 1 << 30)
    } catch {
      throw InputProblem(path, error.problem)
    }
    switch contents {
    case .whole(let bytes): return try read(bytes)
    case .tooLarge(let size): throw InputProblem(path, .tooLarge(size: size, limit: 1 << 30))
    }
  }

  /// Writes a baseline to a path where there is no file yet.
  public static func create(_ baseline: Baseline, at path: String) throws(InputProblem) {
    do {
      try SystemCalls.write(Array(write(baseline).utf8), toFile: path, mustBeNew: true)
    } catch {
      throw InputProblem(path, error.isExisting ? .exists : .unwritable(error.words))
    }
  }
}
