// SPDX-License-Identifier: Apache-2.0

/// Tells whether bytes are UTF-8.
public enum UTF8Check {
  /// Whether bytes are UTF-8 throughout. ASCII, Latin, ideographs and their punctuation are checked here, as many of them in a step as
  /// eight bytes hold of one kind; from the first other character on the standard library goes on.
  public static func isValid(_ bytes: [UInt8]) -> Bool {
    var rest = bytes.span
    while rest.count >= 8 {
      let eight = rest.firstEight
      if eight & 0xC0C0_F0C0_C0F0 == 0x8080_E080_80E0, takesAnyTrail(eight), takesAnyTrail(eight >> 24) {
        rest = rest.extracting(droppingFirst: 6)
      } else if eight & 0x80 == 0 {
        rest = rest.extracting(droppingFirst: (eight & 0x8080_8080_8080_8080).trailingZeroBitCount / 8)
      } else if eight & 0xC0C0F0 == 0x8080E0, takesAnyTrail(eight) {
        rest = rest.extracting(droppingFirst: 3)
      } else if eight & 0xC0E0 == 0x80C0, eight & 0x1E != 0 {
        rest = rest.extracting(droppingFirst: 2)
      } else {
        break
      }
    }
    return (try? UTF8Span(validating: rest)) != nil
  }

  /// Whether a lead byte of three may be followed by any others: behind 0xE0 they may be a longer form of two bytes, behind 0xED half a
  /// surrogate pair.
  @inline(__always)
  private static func takesAnyTrail(_ lead: UInt64) -> Bool {
    let low = lead & 0x0F
    return low != 0x00 && low != 0x0D
  }
}
