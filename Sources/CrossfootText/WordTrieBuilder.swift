// SPDX-License-Identifier: Apache-2.0

extension WordTrie {
  /// A trie in the making.
  struct Builder {
    private var slots: [UInt64]
    private let shift: UInt64
    /// Index of the word that ends at each node, or -1. The first is the root.
    private var payload: [Int32] = [-1]
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

    var nodeCount: Int { payload.count }
    /// Index of the empty word, or -1.
    var emptyWord: Int { Int(payload[0]) }

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

    /// The edges between nodes that are numbered anew: first those at which no word ends, then those at which one does,
    /// then the leaves. They take as many slots as they need, half of them free.
    func numbered() -> (slots: [UInt64], shift: UInt64, words: [Int32], firstEnd: Int, firstLeaf: Int) {
      var isInner = [Bool](repeating: false, count: payload.count)
      for edge in slots where edge != 0 { isInner[Int(edge >> 48)] = true }
      let nodes = payload.indices.dropFirst()
      let passed = nodes.filter { isInner[$0] && payload[$0] < 0 }
      let leaves = nodes.filter { !isInner[$0] }
      let ends = nodes.filter { isInner[$0] && payload[$0] >= 0 } + leaves
      var numbers = [UInt64](repeating: 0, count: payload.count)
      for (index, node) in (passed + ends).enumerated() { numbers[node] = UInt64(index + 1) }
      var bits = 3
      while 1 << bits < payload.count * 2 { bits += 1 }
      let shift = UInt64(64 - bits)
      var edges = [UInt64](repeating: 0, count: 1 << bits)
      for edge in slots where edge != 0 {
        let (node, character) = (Int(numbers[Int(edge >> 48)]), UInt32(truncatingIfNeeded: edge >> 16))
        let slot = WordTrie.slot(node, character, edges, shift)
        edges[slot] = WordTrie.edge(node, character) | numbers[Int(edge & 0xFFFF)]
      }
      return (edges, shift, ends.map { payload[$0] }, 1 + passed.count, payload.count - leaves.count)
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
