// SPDX-License-Identifier: Apache-2.0

/// What a cache did in a run, in reports.
public struct CacheStatistics: Sendable, Hashable {
  /// Remembered and not examined again.
  public var hits = 0
  /// Not remembered.
  public var misses = 0
  /// Remembered, but the entry was cut or changed; the report was examined again.
  public var damaged = 0
  /// Newly remembered.
  public var written = 0

  /// Zeros.
  public init() {}
}
