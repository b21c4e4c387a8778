// SPDX-License-Identifier: Apache-2.0

/// What kind of character stands at a place. Two kinds side by side decide whether a gap between them means anything.
enum Script: UInt8, Sendable {
  case other, han, digit, latin
  /// ASCII punctuation and symbols.
  case sign
  /// Wide punctuation: ，。、“”（ where it is not folded.
  case point
  case gap

  /// Kind of an ASCII byte.
  @inline(__always)
  static func ascii(_ byte: UInt8) -> Script {
    if byte &- 0x30 < 10 { return .digit }
    if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A { return .latin }
    return byte <= 0x20 || byte == 0x7F ? .gap : .sign
  }

  /// Kind of the character whose first byte stands at `index`.
  @inline(__always)
  static func at(_ index: Int, in bytes: [UInt8]) -> Script {
    let lead = bytes[index]
    if lead < 0x80 { return ascii(lead) }
    if lead >= 0xE4, lead <= 0xE9 { return .han }
    return wide(lead, index + 1 < bytes.count ? bytes[index + 1] : 0, index + 2 < bytes.count ? bytes[index + 2] : 0)
  }

  /// Kind of a character outside ASCII and the common Han block, from its first bytes.
  static func wide(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Script {
    switch lead {
    case 0xE4...0xE9: return .han
    case 0xE3:
      if second == 0x80 { return third == 0x85 || third == 0x87 ? .han : .point }
      return second >= 0x90 || second <= 0x83 ? .han : .other
    case 0xE2: return second == 0x80 ? .point : .other
    case 0xEF: return second == 0xBC || second == 0xBD ? .point : second >= 0xA4 && second <= 0xAB ? .han : .other
    case 0xF0: return second >= 0xA0 ? .han : .other
    case 0xC3...0xD4: return .latin
    default: return .other
    }
  }

  /// Kind of the character that ends before `index`.
  static func before(_ index: Int, in bytes: [UInt8]) -> Script {
    guard index > 0 else { return .gap }
    let last = bytes[index - 1]
    if last < 0x80 { return ascii(last) }
    // Most are of three bytes.
    if index >= 3, bytes[index - 3] & 0xF0 == 0xE0 { return at(index - 3, in: bytes) }
    var start = index - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return at(start, in: bytes)
  }

  /// Bytes of the character that starts with `lead`.
  @inline(__always)
  static func length(_ lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead & 0xF0 == 0xE0 ? 3 : lead < 0xE0 ? 2 : 4
  }
}
