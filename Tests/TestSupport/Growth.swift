// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Tells work that grows with its input from work that grows faster.
public enum Growth {
  /// What was measured if an input eight times as long takes more than three times its share: linear work is 8 times as
  /// much, quadratic work 64 times. A bad measurement gets two more chances; nil if one is good.
  public static func excess(_ short: () throws -> Void, eightTimes long: () throws -> Void) rethrows -> [(
    Duration, Duration
  )]? {
    var measured: [(Duration, Duration)] = []
    while measured.count < 3 {
      let pair = (try time(short), try time(long))
      if pair.1 < pair.0 * 24 + .milliseconds(20) { return nil }
      measured.append(pair)
    }
    return measured
  }

  private static func time(_ work: () throws -> Void) rethrows -> Duration {
    let start = threadTime()
    try work()
    return threadTime() - start
  }

  /// Processor time of this thread alone: other tests run beside this one.
  private static func threadTime() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
  }
}
