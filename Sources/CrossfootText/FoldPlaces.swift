// SPDX-License-Identifier: Apache-2.0

/// Finds the bytes of a text at which something may fold: `<`, `&`, `[`, a control other than tab and line feed, or a
/// lead byte but those of ideographs and of the marks that most sentences hold. They are found for a stretch of text
/// at once, and then given one by one.
struct FoldPlaces {
  /// Where the stretch begins that was looked at last, and one bit for each place in it.
  private var start = -stretch
  private var places: UInt64 = 0

  /// Bytes looked at in one stretch: a loop of fixed length, without a branch, runs on vectors.
  private static let stretch = 64
  /// The bytes of a stretch and two more, which tell the marks that its last bytes may begin.
  private static let seen = stretch + 2

  init() {}

  /// The next such byte from an offset on, or the text's end.
  /// - Parameter offset: none may follow that is less.
  mutating func next(in bytes: [UInt8], from offset: Int) -> Int {
    let span = bytes.span
    if offset &- start < Self.stretch {
      places &= .max &<< UInt64(truncatingIfNeeded: offset &- start)
    } else {
      (start, places) = (offset &- Self.stretch, 0)
    }
    while places == 0 {
      start &+= Self.stretch
      guard start &+ Self.seen <= span.count else {
        let place = Self.last(in: span, from: start)
        // What follows is looked for from there.
        start = place &- Self.stretch
        return place
      }
      places = Self.places(in: span.extracting(start..<start &+ Self.seen))
    }
    return start &+ places.trailingZeroBitCount
  }

  /// The next such byte of the text's end.
  private static func last(in span: borrowing Span<UInt8>, from start: Int) -> Int {
    var at = start
    while at < span.count, sign(span[at], 0, 0) == 0 { at &+= 1 }
    return min(at, span.count)
  }

  /// The places of a stretch, one bit each.
  @inline(__always)
  private static func places(in span: borrowing Span<UInt8>) -> UInt64 {
    let part = span.extracting(first: seen)
    var signs = InlineArray<64, UInt8>(repeating: 0)
    for at in 0..<stretch { signs[at] = sign(part[at], part[at &+ 1], part[at &+ 2]) }
    let whole = signs.span
    // Half of all stretches hold no such byte.
    var any: UInt64 = 0
    for eight in 0..<8 { any |= whole.extracting(eight &* 8..<eight &* 8 &+ 8).firstEight }
    if any == 0 { return 0 }
    var places: UInt64 = 0
    for eight in 0..<8 {
      // Bytes of 0 or 1 move together in the highest byte of the product.
      let own = (whole.extracting(eight &* 8..<eight &* 8 &+ 8).firstEight &* 0x0102_0408_1020_4080) &>> 56
      places |= own &<< UInt64(truncatingIfNeeded: eight &* 8)
    }
    return places
  }

  /// 1 if something may fold at a byte, 0 if not. Continuation bytes start nothing.
  @inline(__always)
  private static func sign(_ byte: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8 {
    let isControl = byte < 0x20 && byte &- 0x09 >= 2
    let isMarkup = byte == 0x26 || byte == 0x3C || byte == 0x5B || byte == 0x7F
    // A lead byte, and none of an ideograph.
    let isLead = byte >= 0xC0 && byte &- 0xE4 >= 6
    let isComma = byte == 0xEF && second == 0xBC && third == 0x8C
    // 、。《》「」
    let isMark = byte == 0xE3 && second == 0x80 && third &- 0x81 < 0x11
    return isControl || isMarkup || isLead && !isComma && !isMark ? 1 : 0
  }
}
