// SPDX-License-Identifier: Apache-2.0

/// Makes report text safe to print: a control character in a report must not move the cursor, colour the terminal or
/// reverse the direction of the text.
enum Sanitiser {
  /// What is printed for a scalar; nil for one that is dropped. Tabs are kept: the layout expands them.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x09: return scalar
    case 0x00...0x1F: return Unicode.Scalar(0x2400 + scalar.value)
    case 0x20...0x7E: return scalar
    case 0x7F: return "\u{2421}"
    case 0x80...0x9F, 0x2028, 0x2029: return "\u{FFFD}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: return "\u{FFFD}"
    default: return isInvisible(scalar) ? nil : scalar
    }
  }

  /// A text on one line, safe to print; tabs become spaces.
  static func clean(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      guard let shown = shown(scalar) else { continue }
      scalars.append(shown == "\t" ? " " : shown)
    }
    return String(scalars)
  }

  /// Whether a text holds nothing but what reports are made of and what is shown as it is: printable ASCII, × ÷ − and
  /// their like, and the characters of Chinese with their marks.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8Span.span
    var last: UInt8 = 0
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0x20...0x7E, 0xC3, 0xE2...0xE9, 0xEF: break
      // Invisible characters stand before U+2080; of what begins with EF, only the wide forms are plain.
      case 0x80...0xBF where last == 0xE2: if byte < 0x82 { return false }
      case 0x80...0xBF where last == 0xEF: if byte != 0xBC, byte != 0xBD { return false }
      case 0x80...0xBF: break
      default: return false
      }
      last = byte
    }
    return true
  }

  /// Format characters without a shape: zero-width spaces and joiners, byte order marks, soft hyphens, tags.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    if (0x2E80...0x9FFF).contains(scalar.value) { return false }
    return scalar.properties.generalCategory == .format
  }
}
