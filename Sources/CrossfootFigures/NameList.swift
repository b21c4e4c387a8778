// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// A list of names as it is counted.
struct NameList {
  /// How many names there are, where the last two may be one (甲和乙).
  var members: ClosedRange<Int>
  /// Whether there are more than are named.
  var isOpen: Bool
  var end: Int
}

extension Lexicon {
  /// A name is no shorter and no longer than this many bytes.
  private static let nameLengths = 6...90

  /// Reads `甲、乙和丙。` from an offset up to a stop. Nil where anything but names stands there, or the list does not end.
  func named(from start: Int, in bytes: [UInt8], end: Int) -> NameList? {
    var at = start
    var name = start
    var marks = 0
    var joints = 0
    while at < end {
      let byte = bytes[at]
      if byte == 0x0A || byte == 0x3B || SentenceScanner.endsSentence(bytes, at) {
        return finished(name..<at, bytes, marks, joints)
      }
      // Digits, brackets, colons and quotes: more than names.
      if byte < 0x80, byte != 0x20 { return nil }
      if nameStopsAhead.longest(in: bytes, at: at, end: end) != nil { return nil }
      if let (_, after) = nameMarkAhead.longest(in: bytes, at: at, end: end) {
        guard Self.nameLengths.contains(at - name) else { return nil }
        marks += 1
        (at, name) = (after, after)
      } else if let (_, after) = nameJointsAhead.longest(in: bytes, at: at, end: end) {
        joints += 1
        at = after
      } else {
        at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
    return nil
  }

  private func finished(_ last: Range<Int>, _ bytes: [UInt8], _ marks: Int, _ joints: Int) -> NameList? {
    guard marks > 0, marks + joints >= 2, Self.nameLengths.contains(last.count) else { return nil }
    let isOpen = openEnds.longestSuffix(in: bytes, before: last.upperBound, start: last.lowerBound) != nil
    return NameList(members: marks + 1...marks + joints + 1, isOpen: isOpen, end: last.upperBound)
  }
}
