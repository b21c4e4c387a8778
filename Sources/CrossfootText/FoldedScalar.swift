// SPDX-License-Identifier: Apache-2.0

/// What folding makes of one Unicode scalar.
enum FoldedScalar {
  /// It stays as it is.
  case same
  /// It prints nothing and goes.
  case dropped
  /// It becomes one ASCII byte.
  case ascii(UInt8)

  /// Folds a scalar. Only what looks the same on the page is made the same; the full-width comma stays, because it
  /// parts clauses where the ASCII comma groups thousands, and the number grammar tells one use from the other.
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09, 0x0A, 0x0C, 0x20...0x7E: self = .same
    case 0x00...0x1F, 0x7F...0xA0: self = .ascii(0x20)
    case 0xFF0C: self = .same
    case 0xFF01...0xFF5E: self = .ascii(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
    case 0x3000, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: self = .ascii(0x20)
    // Soft hyphen, zero-width and bidirectional controls, byte order mark.
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x2069, 0xFEFF: self = .dropped
    // Hyphens, figure and en dash, minus signs. The em dash joins words, never digits, and stays.
    case 0x2010...0x2013, 0x2212, 0xFE63: self = .ascii(0x2D)
    // Ratio, wave dash, division slash.
    case 0x2236: self = .ascii(0x3A)
    case 0x301C: self = .ascii(0x7E)
    case 0x2215: self = .ascii(0x2F)
    // Small plus and percent signs.
    case 0xFE62: self = .ascii(0x2B)
    case 0xFE6A: self = .ascii(0x25)
    default: self = .same
    }
  }
}
