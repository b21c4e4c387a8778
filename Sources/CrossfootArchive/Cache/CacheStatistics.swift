// SPDX-License-Identifier: Apache-2.0

/// What a cache did in a run.
public struct CacheStatistics: Sendable, Hashable {
  /// Reports whose findings were remembered: neither read nor judged again.
  public var hits = 0
  /// Reports of which only the figures were remembered: judged again, not read again.
  public var rejudged = 0
  /// Reports of which nothing was remembered.
  public var misses = 0
  /// Entries that were cut or changed; they count as none.
  public var damaged = 0
  /// Entries newly written: of a report one for its figures, and one for its findings.
  public var written = 0

  /// Zeros.
  public init() {}
}
