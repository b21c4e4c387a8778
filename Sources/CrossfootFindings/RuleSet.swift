// SPDX-License-Identifier: Apache-2.0

import CrossfootRules

/// The rules of a version of the tool, as one name: equal names find the same in the same report and give the same
/// fingerprints.
public struct RuleSet: Sendable, Hashable {
  /// Number of rules.
  public let count: Int
  /// Eight hex digits over the ids of the rules and the revisions of their fingerprints.
  public let digest: String

  /// The rules of this program.
  public static var current: RuleSet {
    let rules = RuleRegistry.all.map { "\($0.description.id)@\($0.description.fingerprintRevision)" }.sorted()
    let digest = Fingerprint.of(rule: "", revision: 0, label: "", operands: rules)
    return RuleSet(count: rules.count, digest: String(digest.prefix(8)))
  }
}
