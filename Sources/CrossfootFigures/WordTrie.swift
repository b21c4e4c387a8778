// SPDX-License-Identifier: Apache-2.0

/// Longest-match lookup of words in bytes. One table row of 256 entries a node: a step is one load.
struct WordTrie: Sendable {
  /// `next[node * 256 + byte]` is the next node, 0 for none.
  private var next: [Int32]
  /// Payload of the word that ends at a node, or -1.
  private var payload: [Int32]

  init() {
    next = [Int32](repeating: 0, count: 256)
    payload = [-1]
  }

  /// A trie of words whose payloads are their indices.
  init(_ words: [String]) {
    self.init()
    for (index, word) in words.enumerated() { insert(Array(word.utf8), Int32(index)) }
  }

  /// A trie of words read from their last byte to their first, for ``longestSuffix(in:before:)``.
  init(reversed words: [String]) {
    self.init()
    for (index, word) in words.enumerated() { insert(word.utf8.reversed(), Int32(index)) }
  }

  private mutating func insert(_ word: [UInt8], _ value: Int32) {
    var node = 0
    for byte in word {
      let slot = node * 256 + Int(byte)
      if next[slot] == 0 {
        next[slot] = Int32(payload.count)
        payload.append(-1)
        next.append(contentsOf: repeatElement(0, count: 256))
      }
      node = Int(next[slot])
    }
    if payload[node] < 0 { payload[node] = value }
  }

  /// The longest word that starts at an offset.
  /// - Returns: the word's payload and the offset after it.
  func longest(in bytes: [UInt8], at start: Int, end: Int) -> (word: Int, end: Int)? {
    var node = 0
    var at = start
    var found: (word: Int, end: Int)?
    while at < end {
      node = Int(next[node * 256 + Int(bytes[at])])
      if node == 0 { break }
      at += 1
      if payload[node] >= 0 { found = (Int(payload[node]), at) }
    }
    return found
  }

  /// The longest word of a reversed trie that ends at an offset.
  /// - Returns: the word's payload and the offset it starts at.
  func longestSuffix(in bytes: [UInt8], before end: Int, start: Int) -> (word: Int, start: Int)? {
    var node = 0
    var at = end
    var found: (word: Int, start: Int)?
    while at > start {
      node = Int(next[node * 256 + Int(bytes[at - 1])])
      if node == 0 { break }
      at -= 1
      if payload[node] >= 0 { found = (Int(payload[node]), at) }
    }
    return found
  }
}
