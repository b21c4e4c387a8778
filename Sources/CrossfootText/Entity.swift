// SPDX-License-Identifier: Apache-2.0

/// A character reference of HTML (`&nbsp;`, `&#65301;`, `&#xFF15;`).
struct Entity {
  /// The scalar it stands for.
  let scalar: Unicode.Scalar
  /// Offset after its semicolon.
  let end: Int

  /// Reads the reference whose `&` stands at `at`; nil if there is none, and the `&` is text.
  init?(in bytes: [UInt8], at start: Int) {
    let limit = min(bytes.count, start + Entity.longest)
    var at = start + 1
    while at < limit, bytes[at] != 0x3B { at += 1 }
    guard at < limit, at > start + 1 else { return nil }
    let name = bytes[start + 1..<at]
    let value = name.first == 0x23 ? Entity.number(name.dropFirst()) : Entity.named[PackedName(name)]
    guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    self.scalar = scalar
    end = at + 1
  }

  /// Length of the longest reference that is read, with `&` and `;`.
  private static let longest = 12

  /// The value of `65301` or `xFF15`; nil unless it is digits only.
  private static func number(_ digits: ArraySlice<UInt8>) -> UInt32? {
    let isHex = digits.first == 0x78 || digits.first == 0x58
    let digits = isHex ? digits.dropFirst() : digits
    guard !digits.isEmpty else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt8
      switch byte {
      case 0x30...0x39: digit = byte - 0x30
      case 0x41...0x46 where isHex: digit = byte - 0x37
      case 0x61...0x66 where isHex: digit = byte - 0x57
      default: return nil
      }
      value = value * (isHex ? 16 : 10) + UInt32(digit)
      if value > 0x10FFFF { return nil }
    }
    return value
  }

  private static let named: [PackedName: UInt32] = {
    let names: [(String, UInt32)] = [
      ("nbsp", 0xA0), ("lt", 0x3C), ("gt", 0x3E), ("amp", 0x26), ("quot", 0x22), ("apos", 0x27),
      ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009), ("shy", 0xAD), ("zwj", 0x200D),
      ("zwnj", 0x200C), ("lrm", 0x200E), ("rlm", 0x200F), ("ndash", 0x2013), ("mdash", 0x2014),
      ("minus", 0x2212), ("plusmn", 0xB1), ("times", 0xD7), ("divide", 0xF7), ("middot", 0xB7),
      ("bull", 0x2022), ("hellip", 0x2026), ("permil", 0x2030), ("deg", 0xB0), ("le", 0x2264),
      ("ge", 0x2265), ("ne", 0x2260), ("lsquo", 0x2018), ("rsquo", 0x2019), ("ldquo", 0x201C),
      ("rdquo", 0x201D), ("laquo", 0xAB), ("raquo", 0xBB), ("sect", 0xA7), ("yen", 0xA5),
      ("euro", 0x20AC), ("pound", 0xA3), ("cent", 0xA2), ("copy", 0xA9), ("reg", 0xAE),
      ("trade", 0x2122), ("sup2", 0xB2), ("sup3", 0xB3), ("frac12", 0xBD), ("frac14", 0xBC),
      ("frac34", 0xBE), ("rarr", 0x2192), ("larr", 0x2190), ("Delta", 0x394), ("sum", 0x2211),
    ]
    var table: [PackedName: UInt32] = [:]
    for (name, value) in names { table[PackedName(name.utf8)] = value }
    return table
  }()
}

/// A name of at most 16 ASCII bytes as one integer, so that tables of names are searched without making strings.
struct PackedName: Hashable {
  private let packed: UInt128

  /// Packs bytes; a name that is empty or too long is like no other name of the tables.
  init(_ bytes: some Collection<UInt8>) {
    packed = bytes.count > 16 ? 0 : bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }
}
