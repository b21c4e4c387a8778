// SPDX-License-Identifier: Apache-2.0

import CrossfootRules

/// A finding that was accepted: the numbers, not the place. What people wrote beside it survives regeneration.
public struct BaselineEntry: Sendable, Hashable {
  /// Why the entry is there.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// Taken over in bulk; nobody has looked at it yet.
    case pending
    /// Looked at and accepted.
    case accepted
    /// Looked at; the figures do agree.
    case falsePositive = "false-positive"
  }

  /// The report, with `/` between its parts.
  public var path: String
  /// Id of the rule.
  public var rule: String
  /// 32 hex digits (`fp` in the file).
  public var fingerprint: String
  /// How many findings with this fingerprint are accepted (`n` in the file); at least 1.
  public var count: Int
  /// Label of the primary figure.
  public var subject: String
  /// The figures as printed by role; the second of a role is `part2`.
  public var values: [String: String]
  /// Whether and why it is accepted.
  public var status: Status
  /// What was written at acceptance.
  public var reason: String?
  /// Who accepted it.
  public var by: String?
  /// Day of acceptance, `2026-03-02`.
  public var on: String?
  /// Last day on which the entry counts, `2027-01-31`.
  public var expires: String?

  /// An entry as read from a file or written by hand.
  public init(
    path: String, rule: String, fingerprint: String, count: Int = 1, subject: String,
    values: [String: String], status: Status = .pending, reason: String? = nil, by: String? = nil,
    on: String? = nil, expires: String? = nil
  ) {
    self.path = path
    self.rule = rule
    self.fingerprint = fingerprint
    self.count = count
    self.subject = subject
    self.values = values
    self.status = status
    self.reason = reason
    self.by = by
    self.on = on
    self.expires = expires
  }

  /// The entry that accepts one finding.
  public init(_ finding: Finding, status: Status = .pending) {
    self.init(
      path: finding.path, rule: finding.rule, fingerprint: finding.fingerprint,
      subject: finding.subject, values: Self.values(of: finding), status: status)
  }

  /// Whether its last day is over.
  public func isExpired(on today: String) -> Bool { expires.map { $0 < today } ?? false }

  /// Whether both are about the same findings.
  public func accepts(_ other: BaselineEntry) -> Bool { Baseline.ExactKey(self) == Baseline.ExactKey(other) }

  /// The entry with what people wrote beside another one.
  public func withRemarks(of other: BaselineEntry) -> BaselineEntry {
    var entry = self
    (entry.status, entry.reason, entry.by) = (other.status, other.reason, other.by)
    (entry.on, entry.expires) = (other.on, other.expires)
    return entry
  }

  /// The printed figures of a finding by role, numbered from the second of a role.
  static func values(of finding: Finding) -> [String: String] {
    var values: [String: String] = [:]
    var seen: [String: Int] = [:]
    for figure in finding.figures {
      let role = figure.role.rawValue
      let number = seen[role, default: 0] + 1
      seen[role] = number
      values[number == 1 ? role : "\(role)\(number)"] = figure.text
    }
    return values
  }
}

extension Finding {
  /// What a finding is about: the label of its primary figure, or, where it has none (a rate), the first label of the
  /// others.
  var subject: String { ([primary] + figures).lazy.map(\.label).first { !$0.isEmpty } ?? "" }
}

/// Accepted findings, sorted by path, rule and fingerprint.
public struct Baseline: Sendable, Hashable {
  /// The entries, by bytes of path, rule and fingerprint.
  public let entries: [BaselineEntry]

  /// A baseline of entries in any order.
  public init(_ entries: [BaselineEntry] = []) {
    self.entries = entries.sorted(by: Self.precedes)
  }

  /// A baseline that accepts all of some findings: equal ones of a report become one entry with their number.
  public init(accepting findings: [Finding], status: BaselineEntry.Status = .pending) {
    var entries: [BaselineEntry] = []
    var known: [ExactKey: Int] = [:]
    for finding in findings {
      let key = ExactKey(finding)
      if let index = known[key] {
        entries[index].count += 1
      } else {
        known[key] = entries.count
        entries.append(BaselineEntry(finding, status: status))
      }
    }
    self.init(entries)
  }

  /// How many findings are accepted.
  public var number: Int { entries.reduce(0) { $0 + $1.count } }

  /// The same with entries that differ in nothing but their number put together.
  public var merged: Baseline {
    var merged: [BaselineEntry] = []
    for entry in entries {
      if entry.counting(merged.last?.count ?? 0) == merged.last {
        merged[merged.count - 1].count += entry.count
      } else {
        merged.append(entry)
      }
    }
    return Baseline(merged)
  }

  /// What makes a finding exactly the one of an entry.
  struct ExactKey: Hashable {
    var path, rule, fingerprint: String

    init(_ finding: Finding) {
      path = finding.path
      rule = finding.rule
      fingerprint = finding.fingerprint
    }

    init(_ entry: BaselineEntry) {
      path = entry.path
      rule = entry.rule
      fingerprint = entry.fingerprint
    }
  }

  /// Byte order, so that a file is sorted alike on every system; entries alike in path, rule and fingerprint are told
  /// apart by what people wrote.
  private static func precedes(_ a: BaselineEntry, _ b: BaselineEntry) -> Bool {
    for (left, right) in zip(sortKey(a), sortKey(b)) where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return a.count < b.count
  }

  private static func sortKey(_ entry: BaselineEntry) -> [String] {
    [
      entry.path, entry.rule, entry.fingerprint, entry.status.rawValue, entry.subject, entry.reason ?? "",
      entry.by ?? "", entry.on ?? "", entry.expires ?? "",
    ]
  }
}
