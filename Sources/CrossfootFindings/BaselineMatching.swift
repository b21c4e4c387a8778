// SPDX-License-Identifier: Apache-2.0

/// How findings stand to a baseline.
public struct BaselineMatch: Sendable, Hashable {
  /// The state of each finding, in the order given.
  public var states: [BaselineState]
  /// For each finding the index of the entry it was matched with, if any: also the one whose numbers changed, and, for
  /// a finding of which there are more than are accepted, the one that accepts the others.
  public var entries: [Int?]
  /// How many more findings each entry would have accepted.
  public var left: [Int]
  /// Entries of reports that were examined and that no finding matches any more, each with the number that is left
  /// over.
  public var stale: [BaselineEntry]
  /// Entries past their last day: they match nothing.
  public var expired: [BaselineEntry]
}

extension Baseline {
  /// Compares findings with the accepted ones. An entry is used as often as its count says, the exact fit first:
  ///
  /// 1. same report, rule and fingerprint; 2. same report, rule and printed values, and a similar label: the label was
  /// read differently; 3. same rule and fingerprint in another report, where the recorded report is gone: it was
  /// renamed; 4. same report, rule and label with other values: `updated`, which is told like a new finding. Changed
  /// numbers are never
  ///    accepted, since accepting a discrepancy means accepting these numbers.
  ///
  /// Of more equal findings than are accepted the last ones by place are new.
  ///
  /// - Parameters:
  ///   - findings: the findings of all examined reports, in any order.
  ///   - scannedPaths: the reports that were examined in full.
  ///   - today: the day as `2026-03-02`, for entries with a last day; nil leaves all of them in force.
  ///   - exists: whether a recorded report that was not examined is still there; its entries then stay its own.
  public func match(
    _ findings: [Finding], scannedPaths: Set<String>, today: String? = nil,
    exists: (String) -> Bool = { _ in false }
  ) -> BaselineMatch {
    var matcher = BaselineMatcher(self, findings, today: today)
    matcher.matchExactly()
    matcher.matchRelabelled()
    matcher.matchRenamed(isGone: { !scannedPaths.contains($0) && !exists($0) })
    matcher.matchUpdated()
    matcher.nameSurplus()
    return matcher.result(scannedPaths)
  }
}

/// The state of a comparison: what is left of each entry, and which findings are still open.
private struct BaselineMatcher {
  private let entries: [BaselineEntry]
  private let findings: [Finding]
  private let isExpired: [Bool]
  /// How often each entry can still be used.
  private var left: [Int]
  /// Findings not matched yet, by report and place.
  private var open: [Int]
  private var states: [BaselineState]
  private var partners: [Int?]

  init(_ baseline: Baseline, _ findings: [Finding], today: String?) {
    entries = baseline.entries
    self.findings = findings
    let expired = baseline.entries.map { entry in today.map(entry.isExpired) ?? false }
    isExpired = expired
    left = zip(baseline.entries, expired).map { entry, isExpired in isExpired ? 0 : max(0, entry.count) }
    open = findings.indices.sorted { a, b in
      let (first, second) = (findings[a], findings[b])
      if first.path != second.path { return first.path < second.path }
      return first.primary.range < second.primary.range
    }
    states = Array(repeating: .new, count: findings.count)
    partners = Array(repeating: nil, count: findings.count)
  }

  mutating func matchExactly() {
    match(by: Baseline.ExactKey.init, Baseline.ExactKey.init)
  }

  mutating func matchRelabelled() {
    match(
      by: { Values($0.path, $0.rule, BaselineEntry.values(of: $0)) }, { Values($0.path, $0.rule, $0.values) },
      closeness: { finding, entry in BaselineSubject.closeness(finding.subject, entry.subject) })
  }

  mutating func matchRenamed(isGone: (String) -> Bool) {
    var gone: [String: Bool] = [:]
    let isUsable = entries.indices.map { index in
      guard left[index] > 0 else { return false }
      let path = entries[index].path
      let answer = gone[path] ?? isGone(path)
      gone[path] = answer
      return answer
    }
    match(by: { [$0.rule, $0.fingerprint] }, { [$0.rule, $0.fingerprint] }, isUsable: isUsable)
  }

  /// A place without a readable label cannot be recognised, so nothing is said of it.
  mutating func matchUpdated() {
    let isUsable = entries.map { !$0.subject.isEmpty }
    match(
      by: { [$0.path, $0.rule, $0.subject] }, { [$0.path, $0.rule, $0.subject] }, isUsable: isUsable,
      state: .updated)
  }

  /// Tells of each finding that is one too many which entry accepts its like.
  mutating func nameSurplus() {
    if open.isEmpty { return }
    var accepting: [Baseline.ExactKey: Int] = [:]
    for index in entries.indices where !isExpired[index] { accepting[Baseline.ExactKey(entries[index])] = index }
    for finding in open { partners[finding] = accepting[Baseline.ExactKey(findings[finding])] }
  }

  func result(_ scannedPaths: Set<String>) -> BaselineMatch {
    var stale: [BaselineEntry] = []
    for index in entries.indices where left[index] > 0 && scannedPaths.contains(entries[index].path) {
      stale.append(entries[index])
      stale[stale.count - 1].count = left[index]
    }
    let expired = entries.indices.filter { isExpired[$0] }.map { entries[$0] }
    return BaselineMatch(states: states, entries: partners, left: left, stale: stale, expired: expired)
  }

  /// Matches open findings with entries of the same key that are left; of several the closest, then the first.
  private mutating func match<Key: Hashable>(
    by findingKey: (Finding) -> Key, _ entryKey: (BaselineEntry) -> Key, isUsable: [Bool]? = nil,
    closeness: (Finding, BaselineEntry) -> Int? = { _, _ in 100 }, state: BaselineState = .unchanged
  ) {
    if open.isEmpty { return }
    var candidates: [Key: [Int]] = [:]
    for index in entries.indices where left[index] > 0 && isUsable?[index] != false {
      candidates[entryKey(entries[index]), default: []].append(index)
    }
    if candidates.isEmpty { return }
    open.removeAll { finding in
      var best: (entry: Int, closeness: Int)?
      for entry in candidates[findingKey(findings[finding])] ?? [] where left[entry] > 0 {
        guard let near = closeness(findings[finding], entries[entry]) else { continue }
        if near > best?.closeness ?? 0 { best = (entry, near) }
        if near == 100 { break }
      }
      guard let best else { return false }
      left[best.entry] -= 1
      partners[finding] = best.entry
      states[finding] = state
      return true
    }
  }

  /// A finding's report, rule and printed values, whatever their roles.
  private struct Values: Hashable {
    var path, rule: String
    var values: [String]

    init(_ path: String, _ rule: String, _ values: [String: String]) {
      self.path = path
      self.rule = rule
      self.values = values.values.map(BaselineSubject.plainNumber).sorted()
    }
  }
}
