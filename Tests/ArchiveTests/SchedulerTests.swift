// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import Synchronization
import Testing

@Suite struct SchedulerTests {
  /// Burns time that differs from piece to piece, so that pieces end out of order.
  @Sendable private static func work(_ index: Int) -> Int {
    var value = index
    for _ in 0..<((index * 7919) % 13) * 2000 { value = (value &* 31 &+ 7) & 0xFFFF }
    return value < 0 ? -1 : index
  }

  @Test("results come in order, for any number of jobs", arguments: [1, 2, 3, 8, 64])
  func order(jobs: Int) async throws {
    for count in [0, 1, 2, 7, 200] {
      var results: [Int] = []
      try await Scheduler(jobs: jobs).run(count: count, work: Self.work) { results.append($0) }
      #expect(results == Array(0..<count))
    }
  }

  @Test("a slow first piece holds the others back: few results ever wait for it")
  func bounded() async throws {
    let started = Atomic(0)
    var results: [Int] = []
    try await Scheduler(jobs: 4).run(count: 500) { _ in
      let order = started.add(1, ordering: .relaxed).oldValue
      guard order == 0 else { return 0 }
      // Long enough for all others to run through, were they allowed to.
      let end = ContinuousClock.now + .milliseconds(200)
      while ContinuousClock.now < end {}
      return started.load(ordering: .relaxed)
    } consume: {
      results.append($0)
    }
    #expect(results.count == 500)
    #expect(results.max() ?? 0 <= 8)
  }

  @Test("what the consumer throws ends the run", arguments: [1, 4])
  func failure(jobs: Int) async {
    struct Stop: Error {}
    var consumed = 0
    await #expect(throws: Stop.self) {
      try await Scheduler(jobs: jobs).run(count: 100, work: { $0 }) { index in
        consumed += 1
        if index == 3 { throw Stop() }
      }
    }
    #expect(consumed == 4)
  }
}
