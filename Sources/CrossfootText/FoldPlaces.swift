// SPDX-License-Identifier: Apache-2.0

/// Finds the bytes of a text at which something may fold, in stretches of 64 bytes.
struct FoldPlaces {
  /// Where the stretch begins, and one bit for each of its bytes at which something may fold.
  private var start = -64
  private var places: UInt64 = 0

  /// The next such byte from an offset on, or the text's end. Offsets must not descend from call to call.
  mutating func next(in bytes: [UInt8], from offset: Int) -> Int {
    let span = bytes.span
    let whole = span.count & ~63
    while true {
      let passed = max(0, offset - start)
      let left = passed < 64 ? places & UInt64.max << UInt64(passed) : 0
      if left != 0 { return start + left.trailingZeroBitCount }
      start = max(start + 64, offset & ~63)
      guard start < whole else { break }
      places = span.extracting(start..<start + 64).places { FoldPlaces.distance($0) }
    }
    places = 0
    var at = max(offset, whole)
    while at < span.count, FoldPlaces.distance(span[at]) != 0 { at += 1 }
    return at
  }

  /// 0 for a byte that may start something that folds: `<`, `&`, a control other than tab and line feed, or a lead byte but those of
  /// ideographs, which are E4 to E9. Continuation bytes never do.
  @inline(__always)
  private static func distance(_ byte: UInt8) -> UInt8 {
    let lead = (min(byte &- 0xE4, 6) ^ 6) | (max(byte, 0xC0) ^ byte)
    let control = (min(byte &- 0x09, 2) ^ 2) | (min(byte, 0x1F) ^ byte)
    return min(min(lead, control), min(byte ^ 0x26, min(byte ^ 0x3C, byte ^ 0x7F)))
  }
}
