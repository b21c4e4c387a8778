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
  ///
  /// Whoever consumes works as well while there is nothing to consume: handing a small piece over costs as much as
  /// doing it.
  /// - Throws: what `consume` throws; nothing more is started then.
  public func run<Output: Sendable>(
    count: Int, work: @escaping @Sendable (Int) -> Output, consume: (Output) throws -> Void
  ) async throws {
    guard jobs > 1, count > 1 else {
      // No tasks for a single job: the start of their threads costs more than a small report.
      for index in 0..<max(0, count) { try consume(work(index)) }
      return
    }
    // Results that wait: at most the started pieces, so the window bounds both.
    let board = WorkBoard<Output>(count: count, window: jobs * 2)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1..<min(jobs, count) {
        group.addTask { while let index = await board.claim() { board.put(index, work(index)) } }
      }
      defer { board.stop() }
      while let step = board.step() {
        switch step {
        case .consume(let output): try consume(output)
        case .work(let index): board.put(index, work(index))
        case .wait: await board.waitForNext()
        }
      }
    }
  }
}
