// SPDX-License-Identifier: Apache-2.0

/// A numbering that is being followed, one number after the other.
struct OrdinalRun {
  private(set) var last = 0
  /// Whether it began with 1 and left nothing out but what was told.
  private var isRegular = false
  /// Numbers at which runs go on that a new 1 interrupted: a list within an item.
  private var interrupted: [Int] = []

  /// Lists within lists go no deeper than this.
  private static let deepest = 8

  /// Whether the next number would leave out exactly one. Of two numbers the first may belong to a list of one item, so
  /// a run has at least two before a gap counts.
  func leavesGap(before value: Int) -> Bool {
    isRegular && last >= 2 && value == last + 2 && !interrupted.contains(value)
  }

  /// Goes on with a number.
  mutating func take(_ value: Int) {
    if value == 1 {
      if isRegular, interrupted.count < Self.deepest { interrupted.append(last + 1) }
      isRegular = true
    } else if value != last + 1 {
      let isResumed = interrupted.contains(value)
      interrupted.removeAll { $0 == value }
      isRegular = isRegular && (isResumed || value == last + 2)
    }
    last = value
  }
}
