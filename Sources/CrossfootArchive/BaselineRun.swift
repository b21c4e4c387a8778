// SPDX-License-Identifier: Apache-2.0

import CrossfootFindings
import CrossfootOutput
import CrossfootText

/// A baseline that the reports of a run are compared with one by one, so that no report waits in memory for the others.
///
/// The outcome is the same as with all findings at once if the reports come in path order: an entry of a report that is
/// there serves this report alone, and entries of reports that are gone are used up in that order.
///
/// Entries name reports by the path from the folder of the baseline file, so that it does not matter where the tool is
/// run.
public struct BaselineRun: Sendable {
  /// Names reports as the baseline does.
  private let names: PathNames
  /// Entries in force by the report they belong to.
  private var own: [String: [BaselineEntry]] = [:]
  /// Entries of reports that are gone: the report may have been renamed.
  private var gone: [Key: [BaselineEntry]] = [:]
  /// Entries past their last day, by report.
  private var overdue: [String: [BaselineEntry]] = [:]
  /// Entries of examined reports that nothing matches any more, each with the number that is left over.
  public private(set) var stale: [BaselineEntry] = []
  /// Entries past their last day: they match nothing.
  public private(set) var expired: [BaselineEntry] = []
  /// Entries that stay, brought up to date with the labels and paths that their findings have now.
  public private(set) var kept: [BaselineEntry] = []

  /// - Parameters:
  ///   - names: paths from the folder of the baseline file.
  ///   - reports: all reports of the run.
  ///   - today: the day as `2026-03-02`.
  public init(_ baseline: Baseline, names: PathNames, reports: [ReportFile], today: String) {
    self.names = names
    let paths = Set(reports.flatMap(\.paths).map(names.climbing))
    var isGone: [String: Bool] = [:]
    for entry in baseline.entries {
      if entry.isExpired(on: today) {
        expired.append(entry)
        overdue[entry.path, default: []].append(entry)
      } else if paths.contains(entry.path) {
        own[entry.path, default: []].append(entry)
      } else {
        let answer = isGone[entry.path] ?? !SystemCalls.exists(names.absolutePath(entry.path))
        isGone[entry.path] = answer
        if answer {
          gone[Key(rule: entry.rule, fingerprint: entry.fingerprint), default: []].append(entry)
        } else {
          kept.append(entry)
        }
      }
    }
  }

  /// Marks each finding of a report by how it stands to the baseline.
  /// - Parameter rules: the rules that ran; nil if all did. Entries of others are not stale.
  public mutating func apply(to result: inout ReportResult, rules: Set<String>? = nil) {
    let paths = Set((result.parts.isEmpty ? [result.path] : result.parts.map(\.path)).map(names.climbing))
    let findings = result.findings.map(named)
    let entries = paths.sorted().flatMap { own.removeValue(forKey: $0) ?? [] }
    let keys = Set(findings.map { Key(rule: $0.rule, fingerprint: $0.fingerprint) })
    let baseline = Baseline(entries + keys.flatMap { gone[$0] ?? [] })
    let match = baseline.match(findings, scannedPaths: paths)
    for (index, state) in match.states.enumerated() {
      result.findings[index].baseline = state
      result.findings[index].accepted = match.entries[index].map { baseline.entries[$0] }
    }
    keep(matched: match, baseline, findings)
    let isWhole = !result.notes.contains { $0.kind.isGivingUp }
    func ran(_ entry: BaselineEntry) -> Bool { isWhole && rules?.contains(entry.rule) != false }
    for (entry, left) in zip(baseline.entries, match.left) where left > 0 && paths.contains(entry.path) {
      var rest = entry
      rest.count = left
      if ran(entry) { stale.append(rest) } else { kept.append(rest) }
    }
    for entry in paths.sorted().flatMap({ overdue.removeValue(forKey: $0) ?? [] }) {
      let occurs = keys.contains(Key(rule: entry.rule, fingerprint: entry.fingerprint))
      if ran(entry), !occurs { stale.append(entry) } else { kept.append(entry) }
    }
  }

  /// Ends the run. An entry of a report that is gone and came up under no other name is stale if the whole folder was
  /// looked at where the report used to be.
  /// - Parameter folders: the folders that were walked, as the user gave them.
  public mutating func finish(folders: [String]) {
    let walked = folders.map { names.climbing($0) }.map { $0.isEmpty ? "" : $0 + "/" }
    func wasBelow(_ path: String) -> Bool {
      walked.contains { $0.isEmpty ? !path.hasPrefix("../") : path.hasPrefix($0) }
    }
    for entry in gone.values.joined() { if wasBelow(entry.path) { stale.append(entry) } else { kept.append(entry) } }
    for entry in overdue.values.joined() { kept.append(entry) }
    (own, gone, overdue) = ([:], [:], [:])
    stale = Baseline(stale).entries
    kept = Baseline(kept).merged.entries
  }

  /// A finding under the name that the baseline has for its report.
  public func named(_ finding: Finding) -> Finding {
    var finding = finding
    finding.path = names.climbing(finding.path)
    return finding
  }

  /// Notes which entries were used: those of accepted findings stay, with the path, label and numbers they have now.
  private mutating func keep(matched match: BaselineMatch, _ baseline: Baseline, _ findings: [Finding]) {
    var counts: [BaselineEntry: Int] = [:]
    for (index, state) in match.states.enumerated() where state != .new {
      guard let number = match.entries[index] else { continue }
      let entry = baseline.entries[number]
      var successor = state == .unchanged ? BaselineEntry(findings[index]).withRemarks(of: entry) : entry
      successor.count = 1
      counts[successor, default: 0] += 1
      if gone[Key(rule: entry.rule, fingerprint: entry.fingerprint)] != nil { useUp(entry) }
    }
    for (entry, count) in counts {
      var entry = entry
      entry.count = count
      kept.append(entry)
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

extension Note.Kind {
  /// Whether a part of the report was not checked.
  var isGivingUp: Bool { self == .matchLimit || self == .gaveUp || self == .tooLarge }
}
