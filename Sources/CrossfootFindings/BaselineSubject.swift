// SPDX-License-Identifier: Apache-2.0

/// Compares labels and numbers that were read from two renderings of one report.
enum BaselineSubject {
  /// Labels are compared to this many characters.
  private static let longest = 80

  /// How close two labels are, from 60 to 100: equal but for a few characters, or one inside the other. Nil if they are
  /// not.
  static func closeness(_ a: String, _ b: String) -> Int? {
    let (first, second) = (plain(a), plain(b))
    if first == second { return 100 }
    let (short, long) = first.count < second.count ? (first, second) : (second, first)
    if contains(long, short) { return 80 }
    let similarity = 100 - 100 * distance(short, long) / max(1, long.count)
    return similarity >= 60 ? similarity : nil
  }

  /// A printed number without gaps and separators, in ASCII.
  static func plainNumber(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let folded = halfWidth(scalar)
      if folded != ",", !folded.properties.isWhitespace { scalars.append(folded) }
    }
    return String(scalars)
  }

  /// Letters, digits and Han of a label: what stays when it is wrapped or spaced otherwise.
  private static func plain(_ text: String) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars.prefix(longest * 4) where kept.count < longest {
      let folded = halfWidth(scalar)
      if folded.properties.isAlphabetic || folded.properties.numericType != nil { kept.append(folded) }
    }
    return kept
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }

  private static func contains(_ long: [Unicode.Scalar], _ short: [Unicode.Scalar]) -> Bool {
    (0...(long.count - short.count)).contains { start in
      long[start..<start + short.count].elementsEqual(short)
    }
  }

  /// Levenshtein distance, the first label no longer than the second.
  private static func distance(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Int {
    var row = Array(0...short.count)
    for scalar in long {
      var diagonal = row[0]
      row[0] += 1
      for index in short.indices {
        let change = diagonal + (short[index] == scalar ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(change, min(row[index], row[index + 1]) + 1)
      }
    }
    return row[short.count]
  }
}
