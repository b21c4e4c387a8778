// SPDX-License-Identifier: Apache-2.0

extension Span<UInt8> {
  /// Offset of the next byte of a value, or `end`. Eight bytes are looked at in one step.
  @inlinable
  public func next(_ byte: UInt8, from start: Int, to end: Int) -> Int {
    let pattern = 0x0101_0101_0101_0101 &* UInt64(byte)
    var at = start
    while at + 8 <= end {
      let difference = eight(at) ^ pattern
      // The lowest byte that is zero borrows from the one above it (Mycroft's test).
      let zeros = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if zeros != 0 { return at + zeros.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end, self[at] != byte { at += 1 }
    return at
  }

  /// Offset of the next byte that is less than `limit`, or `end`. Eight bytes are looked at in one step.
  /// - Parameter limit: 128 at most.
  @inlinable
  public func next(below limit: UInt8, from start: Int, to end: Int) -> Int {
    let limits = 0x0101_0101_0101_0101 &* UInt64(limit)
    var at = start
    while at + 8 <= end {
      let bytes = eight(at)
      // The lowest byte that is less borrows, as above.
      let less = (bytes &- limits) & ~bytes & 0x8080_8080_8080_8080
      if less != 0 { return at + less.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < end, self[at] >= limit { at += 1 }
    return at
  }

  /// Eight bytes as one number, the first of them the lowest.
  @inlinable @inline(__always)
  public func eight(_ at: Int) -> UInt64 {
    let bytes = extracting(at..<at + 8)
    var number = UInt64(bytes[0]) | UInt64(bytes[1]) << 8 | UInt64(bytes[2]) << 16 | UInt64(bytes[3]) << 24
    number |= UInt64(bytes[4]) << 32 | UInt64(bytes[5]) << 40 | UInt64(bytes[6]) << 48 | UInt64(bytes[7]) << 56
    return number
  }
}
