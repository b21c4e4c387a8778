// SPDX-License-Identifier: Apache-2.0

extension Sentences {
  /// How often the cache served: `--cache-stats`.
  /// - Parameters:
  ///   - hits: reports whose findings were remembered.
  ///   - rejudged: reports of which only the figures were remembered.
  ///   - misses: reports that were read anew.
  ///   - written: new entries.
  public func cache(hits: Int, rejudged: Int, misses: Int, written: Int) -> String {
    let share = hits * 100 / max(1, hits + rejudged + misses)
    return say(
      "缓存：命中 \(hits) 份结果（\(share)%），另以缓存的数据重新核对 \(rejudged) 份，重新读取 \(misses) 份；新写入 \(written) 条记录",
      "cache: \(plural(hits, "hit")) (\(share)%), \(rejudged) judged again from remembered figures, \(misses) read anew; "
        + "\(written) \(written == 1 ? "entry" : "entries") written"
    )
  }

  /// Said where `--cache-stats` is given without a cache.
  public var noCache: String { say("缓存：未使用（--cache-dir）", "cache: none (--cache-dir)") }

  /// Said after a run that met entries of the cache that were cut or changed.
  public func damagedEntries(_ number: Int) -> String {
    say(
      "提示：缓存中有 \(number) 条记录已损坏，未予采用",
      "note: \(number) damaged cache \(number == 1 ? "entry was" : "entries were") ignored"
    )
  }

  /// Said once if the cache cannot be written. The check itself is complete.
  public func cacheFailed(_ problem: Problem, path: String) -> String {
    say("提示：缓存 ", "note: cache ") + Sanitiser.clean(path) + say("：", ": ") + self.problem(problem)
      + say("；核对不受影响", "; the check is complete without it")
  }

  /// How far a run is, on one short line.
  public func progress(done: Int, of total: Int, bytesPerSecond: Int, findings: Int, secondsLeft: Int) -> String {
    let tenths = bytesPerSecond / 100_000
    let speed = "\(tenths / 10).\(tenths % 10) MB/s"
    let left =
      secondsLeft >= 60
      ? "\(secondsLeft / 60):\(secondsLeft % 60 < 10 ? "0" : "")\(secondsLeft % 60)" : "\(secondsLeft) s"
    return say(
      "\(done)/\(total) 份报告 · \(speed) · \(findings) 条问题 · 还需 \(left)",
      "\(done)/\(total) reports · \(speed) · \(plural(findings, "finding")) · \(left) left")
  }
}
