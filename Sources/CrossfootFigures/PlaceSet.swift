// SPDX-License-Identifier: Apache-2.0

/// Offsets of a text, gathered in ascending order: one bit each.
struct PlaceSet {
  private var words: [UInt64] = []
  /// The word behind them, which is not finished yet.
  private var last: UInt64 = 0

  init() {}

  /// A set for offsets below a count.
  init(below count: Int) { words.reserveCapacity(count / 64 + 1) }

  /// Adds an offset; none may follow that lies more than 63 before it.
  @inline(__always)
  mutating func insert(_ offset: Int) {
    if offset >> 6 > words.count { close(before: offset >> 6) }
    last |= 1 &<< UInt64(truncatingIfNeeded: offset & 63)
  }

  /// Finishes the words before one.
  private mutating func close(before word: Int) {
    words.append(last)
    last = 0
    while words.count < word { words.append(0) }
  }

  /// The next of the offsets from a place on, or `end`.
  func next(from start: Int, to end: Int) -> Int {
    guard start < end else { return end }
    var index = start >> 6
    var left = word(index) & UInt64.max &<< UInt64(truncatingIfNeeded: start & 63)
    while left == 0 {
      index += 1
      guard index << 6 < end else { return end }
      left = word(index)
    }
    return min(index << 6 | left.trailingZeroBitCount, end)
  }

  private func word(_ index: Int) -> UInt64 { index < words.count ? words[index] : index == words.count ? last : 0 }
}
