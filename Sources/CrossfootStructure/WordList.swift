// SPDX-License-Identifier: Apache-2.0

/// Words of a language pack, ready to be looked for in bytes.
struct WordList: Sendable {
  /// All words, sorted by first byte, longer ones first.
  private let words: [[UInt8]]
  /// For each first byte where its words start in ``words``; one more entry ends the last.
  private let starts: [Int]
  /// One bit for each pair of bytes that a word may start with.
  private let pairs: [UInt64]
  private let longest: Int

  init(_ texts: [String]) {
    let sorted = texts.map { Array($0.utf8) }.filter { !$0.isEmpty }
      .sorted { $0[0] != $1[0] ? $0[0] < $1[0] : $0.count > $1.count }
    var pairs = [UInt64](repeating: 0, count: 1024)
    for word in sorted {
      let seconds = word.count > 1 ? Int(word[1])...Int(word[1]) : 0...255
      for second in seconds {
        let pair = Int(word[0]) << 8 | second
        pairs[pair >> 6] |= 1 << UInt64(pair & 63)
      }
    }
    words = sorted
    starts = (0...256).map { byte in sorted.firstIndex { Int($0[0]) >= byte } ?? sorted.count }
    self.pairs = pairs
    longest = sorted.map(\.count).max() ?? 0
  }

  /// Length of the longest word that starts at `index`, or nil.
  @inline(__always)
  func match(_ bytes: [UInt8], at index: Int, end: Int) -> Int? {
    guard index < end, index >= 0, end <= bytes.count else { return nil }
    let pair = Int(bytes[index]) << 8 | (index + 1 < end ? Int(bytes[index + 1]) : 0)
    return pairs[pair >> 6] >> UInt64(pair & 63) & 1 == 0 ? nil : find(bytes, index, end)
  }

  private func find(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int? {
    let first = Int(bytes[index])
    for number in starts[first]..<starts[first + 1] where index + words[number].count <= end {
      let word = words[number]
      var same = 1
      while same < word.count, bytes[index + same] == word[same] { same += 1 }
      if same == word.count { return same }
    }
    return nil
  }

  /// Whether one of the words occurs in a range of bytes.
  func occurs(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      if match(bytes, at: index, end: range.upperBound) != nil { return true }
      index += Script.length(bytes[index])
    }
    return false
  }

  /// Length of the longest word that a range of bytes ends in, or nil.
  func suffix(of bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = max(range.lowerBound, range.upperBound - longest)
    while index < range.upperBound {
      if bytes[index] & 0xC0 != 0x80, match(bytes, at: index, end: range.upperBound) == range.upperBound - index {
        return range.upperBound - index
      }
      index += 1
    }
    return nil
  }

  /// Length of the longest word that `bytes` ends in, or nil.
  func suffix(of bytes: [UInt8]) -> Int? { suffix(of: bytes, bytes.indices) }

  /// Whether `bytes` is one of the words.
  func contains(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && match(bytes, at: 0, end: bytes.count) == bytes.count
  }
}

extension [UInt8] {
  /// The bytes of a range without the gaps in it: 项    目 reads 项目.
  func compact(_ range: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for index in range where self[index] > 0x20 && self[index] != 0x7F { text.append(self[index]) }
    return text
  }
}
