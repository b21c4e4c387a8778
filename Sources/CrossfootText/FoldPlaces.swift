// SPDX-License-Identifier: Apache-2.0

/// Finds the bytes of a text at which something may fold: `<`, `&`, a control other than tab and line feed, or a lead byte but those of
/// ideographs and of the marks that most sentences hold.
enum FoldPlaces {
  /// The next such byte from the start of a character on, or the text's end.
  static func next(in bytes: [UInt8], from offset: Int) -> Int {
    let span = bytes.span
    var rest = span.extracting(offset..<span.count)
    while rest.count >= 12 {
      let part = rest.extracting(first: 12)
      let lead = part[0]
      if lead &- 0xE4 < 6 {
        if part[3] &- 0xE4 >= 6 {
          rest = rest.extracting(droppingFirst: 3)
        } else if part[6] &- 0xE4 >= 6 {
          rest = rest.extracting(droppingFirst: 6)
        } else {
          rest = rest.extracting(droppingFirst: part[9] &- 0xE4 < 6 ? 12 : 9)
        }
      } else if lead < 0xC0 {
        // Digits and what stands between them are most of these.
        if lead &- 0x27 >= 0x15, isPlace(lead) { break }
        rest = rest.extracting(droppingFirst: 1)
      } else {
        guard isMark(lead, part[1], part[2]) else { break }
        rest = rest.extracting(droppingFirst: 3)
      }
    }
    var at = span.count - rest.count
    while at < span.count, !isPlace(span[at]) { at += 1 }
    return at
  }

  /// Whether something may fold at a byte. Continuation bytes start nothing.
  @inline(__always)
  private static func isPlace(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return ascii &>> UInt64(byte) & 1 != 0 }
    return byte == 0x7F || byte >= 0xC0 && byte &- 0xE4 >= 6
  }

  /// One bit for each of the first 64 characters: those that may fold.
  private static let ascii: UInt64 = 0xFFFF_FFFF ^ (1 << 0x09 | 1 << 0x0A) | 1 << 0x26 | 1 << 0x3C

  /// Whether three bytes are a mark that most Chinese sentences hold and that stays: ，、。《》「」.
  @inline(__always)
  private static func isMark(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    lead == 0xE3 ? second == 0x80 && third &- 0x81 <= 0x10 : lead == 0xEF && second == 0xBC && third == 0x8C
  }
}
