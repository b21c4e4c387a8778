// SPDX-License-Identifier: Apache-2.0

extension WordTrie {
  /// A trie in the making.
  struct Builder {
    var slots: [UInt64]
    var payload: [Int32] = [-1]
    let shift: UInt64
    var ascii: (UInt64, UInt64) = (0, 0)
    var wide = InlineArray<64, UInt64>(repeating: 0)
    var pairs = InlineArray<64, UInt64>(repeating: 0)
    /// The characters of the word that is being added.
    private var characters: [UInt32] = []

    init(_ words: [String]) {
      // At most one edge for each character, and half of the slots free.
      let edges = words.reduce(1) { $0 + $1.utf8.count(where: { $0 & 0xC0 != 0x80 }) }
      var bits = 3
      while 1 << bits < edges * 2 { bits += 1 }
      slots = [UInt64](repeating: 0, count: 1 << bits)
      payload.reserveCapacity(edges)
      shift = UInt64(64 - bits)
    }

    mutating func insert(_ word: borrowing Span<UInt8>, _ value: Int32, _ isReversed: Bool) {
      precondition(payload.count + word.count <= 1 << 16, "a node must fit 16 bits")
      characters.removeAll(keepingCapacity: true)
      var at = 0
      while at < word.count {
        let (character, length) = WordTrie.character(word, at, word.count)
        characters.append(character)
        at += length
      }
      if isReversed { characters.reverse() }
      if let first = characters.first {
        note(first)
        pairs[Int(first & 0x3F)] |= characters.count > 1 ? 1 << UInt64(characters[1] & 0x3F) : .max
      }
      var node = 0
      for character in characters {
        let slot = WordTrie.slot(node, character, slots, shift)
        if slots[slot] == 0 {
          slots[slot] = WordTrie.edge(node, character) | UInt64(payload.count)
          payload.append(-1)
        }
        node = Int(slots[slot] & 0xFFFF)
      }
      if payload[node] < 0 { payload[node] = value }
    }

    /// Marks the nodes that no edge leaves.
    mutating func markLeaves() {
      var isInner = [Bool](repeating: false, count: payload.count)
      for edge in slots where edge != 0 { isInner[Int(edge >> 48)] = true }
      for node in payload.indices where payload[node] >= 0 && !isInner[node] { payload[node] |= WordTrie.leaf }
    }

    /// Notes that a word begins with a character.
    private mutating func note(_ character: UInt32) {
      switch character {
      case 0..<64: ascii.0 |= 1 << UInt64(character)
      case 64..<128: ascii.1 |= 1 << UInt64(character - 64)
      default: wide[Int(character >> 8 & 0x3F)] |= 1 << UInt64(character & 0x3F)
      }
    }
  }
}
