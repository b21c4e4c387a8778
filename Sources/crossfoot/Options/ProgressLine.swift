// SPDX-License-Identifier: Apache-2.0

import CrossfootArchive
import CrossfootOutput
import Synchronization

/// The line on the terminal that tells how far a run is. It is drawn on standard error, only where a person watches,
/// and taken away before anything else is written.
enum ProgressLine {
  private struct State {
    var start = ContinuousClock.now
    var drawn = ContinuousClock.now
    var total = 0
    var done = 0
    var bytes = 0
    var findings = 0
    var isVisible = false
  }

  private static let state = Mutex(State())

  /// Whether a person watches: standard error is a terminal, and no build server pretends to be one.
  private static let isWatched: Bool =
    SystemCalls.isTerminal(SystemCalls.standardError) && SystemCalls.environment("CI") == nil
    && SystemCalls.environment("TERM") != "dumb"

  /// Begins a run over some reports.
  static func begin(_ total: Int) {
    guard isWatched else { return }
    state.withLock { state in
      state = State()
      state.total = total
    }
  }

  /// Counts a report and, a few times a second, draws the line.
  static func count(bytes: Int, findings: Int) {
    guard isWatched else { return }
    let line: String? = state.withLock { state in
      state.done += 1
      state.bytes += bytes
      state.findings += findings
      let now = ContinuousClock.now
      guard now - state.drawn >= .milliseconds(100) else { return nil }
      state.drawn = now
      state.isVisible = true
      return text(state, elapsed: now - state.start)
    }
    if let line { draw("\r" + line + "\u{1B}[K") }
  }

  /// Takes the line away.
  static func clear() {
    guard isWatched else { return }
    let wasVisible = state.withLock { state in
      defer { state.isVisible = false }
      return state.isVisible
    }
    if wasVisible { draw("\r\u{1B}[K") }
  }

  private static func text(_ state: State, elapsed: Duration) -> String {
    let milliseconds = max(
      1, Int(elapsed.components.seconds) * 1000 + Int(elapsed.components.attoseconds / 1_000_000_000_000_000))
    let left = milliseconds * (state.total - state.done) / max(1, state.done)
    return Surroundings.sentences.progress(
      done: state.done, of: state.total, bytesPerSecond: state.bytes * 1000 / milliseconds, findings: state.findings,
      secondsLeft: (left + 999) / 1000)
  }

  private static func draw(_ text: String) {
    try? SystemCalls.write(Array(text.utf8), to: SystemCalls.standardError)
  }
}
