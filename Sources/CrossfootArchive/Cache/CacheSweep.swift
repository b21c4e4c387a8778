// SPDX-License-Identifier: Apache-2.0

extension ReportCache {
  /// Seconds of a day, and how long an entry stays that serves no run.
  static let day = 24 * 60 * 60
  private static let lifetime = 30 * day

  /// Removes what served no run for a month: entries of reports that changed, of other rules, of older builds, and what
  /// killed runs left half written. Looks for it at most once a day, after a run that wrote something. Where that fails
  /// nothing is lost but room.
  public func sweep() {
    let mark = "\(directory)/swept"
    let now = SystemCalls.now
    if let last = SystemCalls.lastChange(of: Array(mark.utf8)), last > now - Self.day, last < now + Self.day { return }
    // First of all, so that of two runs that end together mostly one looks.
    guard statistics.written > 0, (try? SystemCalls.replace(mark, with: [], isDurable: false)) != nil else { return }
    for shard in UInt8.min ... .max {
      let path = root + Digest.hexDigits([shard]) + [UInt8(ascii: "/")]
      guard let entries = try? SystemCalls.entries(inDirectory: path) else { continue }
      for (name, _) in entries {
        guard let last = SystemCalls.lastChange(of: path + name), last < now - Self.lifetime else { continue }
        SystemCalls.remove(path + name)
      }
    }
  }
}
