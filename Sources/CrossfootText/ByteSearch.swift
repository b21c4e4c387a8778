// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
  /// Offset of the next byte of a value, or `end`. Eight bytes are looked at in one step.
  @inlinable
  public func next(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    guard start < end else { return start }
    let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
    // What is left is cut shorter: its length is all that a step has to check.
    var rest = extracting(start..<end)
    while rest.count >= 8 {
      let difference = rest.firstEight ^ pattern
      // The lowest byte that is zero borrows from the one above it (Mycroft's test).
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return end &- rest.count &+ zeros.trailingZeroBitCount / 8 }
      rest = rest.extracting(droppingFirst: 8)
    }
    var at = 0
    while at < rest.count, rest[at] != byte { at &+= 1 }
    return end &- rest.count &+ at
  }

  /// Offset of the next byte that is less than `limit`, or `end`. Eight bytes are looked at in one step.
  /// - Parameter limit: 128 at most.
  @inlinable
  public func next(below limit: UInt8, from start: Int, to end: Int) -> Int {
    guard start < end else { return start }
    let limits = 0x0101_0101_0101_0101 &* UInt64(limit)
    var rest = extracting(start..<end)
    while rest.count >= 8 {
      let bytes = rest.firstEight
      // The lowest byte that is less borrows, as above.
      let less = (bytes &- limits) & ~bytes & 0x8080_8080_8080_8080
      if less != 0 { return end &- rest.count &+ less.trailingZeroBitCount / 8 }
      rest = rest.extracting(droppingFirst: 8)
    }
    var at = 0
    while at < rest.count, rest[at] >= limit { at &+= 1 }
    return end &- rest.count &+ at
  }

  /// Whether a byte stands at an offset. A loop that asks this before it reads a byte checks nothing twice.
  @inlinable @inline(__always)
  public func holds(_ at: Int) -> Bool { at >= 0 && at < count }

  /// Whether a word stands at an offset; an empty one stands nowhere.
  @inlinable
  public func holds(_ word: borrowing Span<UInt8>, at start: Int) -> Bool {
    guard word.count > 0, start >= 0, word.count <= count &- start else { return false }
    for at in word.indices where self[start &+ at] != word[at] { return false }
    return true
  }

  /// Eight bytes as one number, the first of them the lowest.
  @inlinable @inline(__always)
  public func eight(_ at: Int) -> UInt64 { extracting(at..<at &+ 8).firstEight }

  /// The first eight bytes as one number, the first of them the lowest.
  @inlinable @inline(__always)
  public var firstEight: UInt64 {
    let bytes = extracting(first: 8)
    var number = UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
    number |= UInt64(bytes[4]) << 32 | UInt64(bytes[5]) << 40 | UInt64(bytes[6]) << 48 | UInt64(bytes[7]) << 56
    return number
  }
}
