// SPDX-License-Identifier: Apache-2.0

/// Tells whether bytes are UTF-8.
public enum UTF8Check {
  /// Bytes checked in one stretch: a loop of fixed length, without a branch, runs on vectors.
  private static let stretch = 256

  /// Whether bytes are UTF-8 throughout. Characters of one to three bytes are checked here; a text with others is left
  /// to the standard library, and so is what remains behind the last whole stretch.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    let whole = bytes.span
    var rest = whole
    var signs = Signs()
    if whole.count >= stretch + 2 {
      signs.add(0, 0, whole[0])
      signs.add(0, whole[0], whole[1])
    }
    while rest.count >= stretch + 2 {
      // The two bytes before each one are looked at with it.
      let part = rest.extracting(first: stretch + 2)
      for at in 2..<stretch + 2 { signs.add(part[at &- 2], part[at &- 1], part[at]) }
      rest = rest.extracting(droppingFirst: stretch)
    }
    if signs.areOdd { return (try? UTF8Span(validating: whole)) != nil }
    // The character that the last stretch ended in, or the one before it, is looked at again.
    var start = whole.count - rest.count
    while start > 0, whole[start] & 0xC0 == 0x80 { start -= 1 }
    return (try? UTF8Span(validating: whole.extracting(start..<whole.count))) != nil
  }

  /// What a text shows of which the standard library must judge: a character too long or too short, or one that may be
  /// either.
  private struct Signs {
    /// The highest bit is set if a byte goes on with a character where none does, or does not where one must.
    private var misplaced: UInt8 = 0
    /// 0 if a lead byte was seen that not every byte may follow, or none.
    private var leastOdd: UInt8 = 0xFF
    private var greatest: UInt8 = 0

    var areOdd: Bool { misplaced & 0x80 != 0 || leastOdd == 0 || greatest >= 0xF0 }

    /// Adds a byte, the one before it and the one before that.
    @inline(__always)
    mutating func add(_ second: UInt8, _ last: UInt8, _ byte: UInt8) {
      // In the highest bit: two ones at the start of the byte before, or three at that of the one before it, call for
      // this one.
      let mustGoOn = last & (last &<< 1) | second & (second &<< 1) & (second &<< 2)
      let goesOn = byte & ~(byte &<< 1)
      misplaced |= mustGoOn ^ goesOn
      // Behind E0 may stand a longer form of two bytes, behind ED half a surrogate pair; C0 and C1 begin longer forms
      // of one.
      leastOdd = min(leastOdd, min(last ^ 0xE0, min(last ^ 0xED, (last & 0xFE) ^ 0xC0)))
      greatest = max(greatest, last)
    }
  }
}
