// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What helpers and the one who consumes share: which pieces are started, and the results that wait for their turn.
final class WorkBoard<Output: Sendable>: Sendable {
  /// What the one who consumes does next.
  enum Step {
    case consume(Output)
    case work(Int)
    /// The next result is being worked on, and no other piece may start before it is consumed.
    case wait
  }

  private struct State {
    /// Pieces below this are started, and below `next` consumed.
    var started = 0
    var next = 0
    var isStopped = false
    var results: [Int: Output] = [:]
    /// Helpers without work, and the one who consumes if there is nothing to consume.
    var helpers: [CheckedContinuation<Void, Never>] = []
    var consumer: CheckedContinuation<Void, Never>?

    mutating func takeHelpers() -> [CheckedContinuation<Void, Never>] {
      defer { helpers = [] }
      return helpers
    }
  }

  private let count: Int
  private let window: Int
  private let state = Mutex(State())

  /// - Parameters:
  ///   - count: pieces in all.
  ///   - window: how many may be started and not consumed.
  init(count: Int, window: Int) {
    self.count = count
    self.window = window
  }

  // MARK: helpers

  /// The next piece for a helper, who waits while none may start; nil if there is none left.
  func claim() async -> Int? {
    while true {
      if let index = tryToClaim() { return index }
      if isDone { return nil }
      await withCheckedContinuation { helper in
        let mayGoOn = state.withLock { state in
          if mayStart(state) || isDone(state) { return true }
          state.helpers.append(helper)
          return false
        }
        if mayGoOn { helper.resume() }
      }
    }
  }

  /// Takes in a result.
  func put(_ index: Int, _ output: Output) {
    let consumer: CheckedContinuation<Void, Never>? = state.withLock { state in
      state.results[index] = output
      guard index == state.next else { return nil }
      return state.consumer.take()
    }
    consumer?.resume()
  }

  /// Lets all helpers end.
  func stop() {
    let helpers = state.withLock { state in
      state.isStopped = true
      return state.takeHelpers()
    }
    for helper in helpers { helper.resume() }
  }

  // MARK: consumer

  /// What the one who consumes does next; nil if all is consumed.
  func step() -> Step? {
    let (step, helpers): (Step?, [CheckedContinuation<Void, Never>]) = state.withLock { state in
      guard state.next < count else { return (nil, []) }
      if let output = state.results.removeValue(forKey: state.next) {
        state.next += 1
        // Only when half of the window is free, so that a helper is woken for more than one piece.
        let areWoken = state.started - state.next <= window / 2
        return (.consume(output), areWoken ? state.takeHelpers() : [])
      }
      guard mayStart(state) else { return (.wait, []) }
      state.started += 1
      return (.work(state.started - 1), [])
    }
    for helper in helpers { helper.resume() }
    return step
  }

  /// Waits until the next result is there.
  func waitForNext() async {
    await withCheckedContinuation { consumer in
      let isThere = state.withLock { state in
        if state.results[state.next] != nil { return true }
        state.consumer = consumer
        return false
      }
      if isThere { consumer.resume() }
    }
  }

  // MARK: state

  private func tryToClaim() -> Int? {
    state.withLock { state in
      guard mayStart(state) else { return nil }
      state.started += 1
      return state.started - 1
    }
  }

  private var isDone: Bool { state.withLock { isDone($0) } }

  private func isDone(_ state: State) -> Bool { state.isStopped || state.started >= count }

  private func mayStart(_ state: State) -> Bool { !isDone(state) && state.started - state.next < window }
}
