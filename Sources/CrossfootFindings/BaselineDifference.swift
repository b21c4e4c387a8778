// SPDX-License-Identifier: Apache-2.0

/// What tells two baselines apart, as multisets of entries.
public struct BaselineDifference: Sendable {
  /// Entries of the new one that the old one does not have, with the number that is more.
  public private(set) var added: [BaselineEntry] = []
  /// Entries of the old one that the new one does not have, with the number that is less.
  public private(set) var removed: [BaselineEntry] = []
  /// Entries of both beside which something else is written now, as they are in the new one.
  public private(set) var changed: [BaselineEntry] = []

  public init(from old: Baseline, to new: Baseline) {
    let (before, after) = (Self.byKey(old), Self.byKey(new))
    for (key, entries) in after {
      let (mine, theirs) = (Self.count(entries), Self.count(before[key] ?? []))
      if mine > theirs { added.append(entries[0].counting(mine - theirs)) }
      if mine == theirs, entries != before[key] { changed.append(entries[0]) }
    }
    for (key, entries) in before {
      let (mine, theirs) = (Self.count(entries), Self.count(after[key] ?? []))
      if mine > theirs { removed.append(entries[0].counting(mine - theirs)) }
    }
    (added, removed, changed) = (Baseline(added).entries, Baseline(removed).entries, Baseline(changed).entries)
  }

  private static func byKey(_ baseline: Baseline) -> [Baseline.ExactKey: [BaselineEntry]] {
    Dictionary(grouping: baseline.merged.entries, by: Baseline.ExactKey.init)
  }

  private static func count(_ entries: [BaselineEntry]) -> Int { entries.reduce(0) { $0 + $1.count } }
}

extension BaselineEntry {
  /// The entry with another number.
  func counting(_ count: Int) -> BaselineEntry {
    var entry = self
    entry.count = count
    return entry
  }
}

extension Baseline {
  /// The baseline without some of its entries, each as often as its number says.
  public func removing(_ entries: [BaselineEntry]) -> Baseline {
    var gone: [BaselineEntry: Int] = [:]
    for entry in entries { gone[entry.counting(0), default: 0] += entry.count }
    return Baseline(
      self.entries.compactMap { entry in
        let removed = min(entry.count, gone[entry.counting(0)] ?? 0)
        gone[entry.counting(0)]? -= removed
        return removed == entry.count ? nil : entry.counting(entry.count - removed)
      })
  }
}
