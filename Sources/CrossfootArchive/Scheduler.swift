// SPDX-License-Identifier: Apache-2.0

/// Runs independent pieces of work on several cores and hands their results on in order.
///
/// What comes out is the same for any number of jobs. Memory is bounded: no piece starts while more than a few finished
/// ones wait for an earlier one.
public struct Scheduler: Sendable {
  /// How many pieces may run at once, at least 1.
  public let jobs: Int

  public init(jobs: Int) { self.jobs = max(1, jobs) }

  /// Runs `work` for 0, 1, … `count` - 1 and gives the results to `consume` in this order.
  /// - Throws: what `consume` throws; nothing more is started then.
  public func run<Output: Sendable>(
    count: Int, work: @escaping @Sendable (Int) -> Output, consume: (Output) throws -> Void
  ) async throws {
    guard jobs > 1, count > 1 else {
      // No tasks for a single job: the start of their threads costs more than a small report.
      for index in 0..<max(0, count) { try consume(work(index)) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      // Results that wait: at most the started pieces, so the window bounds both.
      let window = jobs * 2
      var waiting: [Int: Output] = [:]
      var started = 0
      var running = 0
      var next = 0
      while next < count {
        while started < count, running < jobs, started - next < window {
          let index = started
          group.addTask { (index, work(index)) }
          started += 1
          running += 1
        }
        guard let (index, output) = try await group.next() else { break }
        running -= 1
        waiting[index] = output
        while let output = waiting.removeValue(forKey: next) {
          try consume(output)
          next += 1
        }
      }
    }
  }
}
