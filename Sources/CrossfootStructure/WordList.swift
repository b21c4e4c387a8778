// SPDX-License-Identifier: Apache-2.0

/// Words of a language pack, ready to be looked for in bytes.
struct WordList: Sendable {
  /// Words by first byte, longest first.
  private let byFirst: [[[UInt8]]]

  init(_ words: [String]) {
    var byFirst = [[[UInt8]]](repeating: [], count: 256)
    for word in words.map({ Array($0.utf8) }) {
      if let first = word.first { byFirst[Int(first)].append(word) }
    }
    self.byFirst = byFirst.map { $0.sorted { $0.count > $1.count } }
  }

  /// Length of the longest word that starts at `index`, or nil.
  func match(_ bytes: [UInt8], at index: Int, end: Int) -> Int? {
    guard index < end, index >= 0 else { return nil }
    for word in byFirst[Int(bytes[index])] where index + word.count <= end {
      var same = 1
      while same < word.count, bytes[index + same] == word[same] { same += 1 }
      if same == word.count { return same }
    }
    return nil
  }

  /// Whether one of the words occurs in `bytes`.
  func occurs(in bytes: [UInt8]) -> Bool {
    bytes.indices.contains { match(bytes, at: $0, end: bytes.count) != nil }
  }

  /// Length of the longest word that `bytes` ends in, or nil.
  func suffix(of bytes: [UInt8]) -> Int? {
    var index = max(0, bytes.count - 24)
    while index < bytes.count {
      if match(bytes, at: index, end: bytes.count) == bytes.count - index { return bytes.count - index }
      index += 1
    }
    return nil
  }

  /// Whether a range of bytes ends in one of the words.
  func endsWith(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    suffix(of: Array(bytes[max(range.lowerBound, range.upperBound - 24)..<range.upperBound])) != nil
  }

  /// Whether `bytes` is one of the words.
  func contains(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && match(bytes, at: 0, end: bytes.count) == bytes.count
  }
}

extension [UInt8] {
  /// The bytes of a range without the gaps in it: 项    目 reads 项目.
  func compact(_ range: Range<Int>) -> [UInt8] {
    self[range].filter { $0 > 0x20 && $0 != 0x7F }
  }
}
