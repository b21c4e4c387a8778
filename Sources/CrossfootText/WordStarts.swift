// SPDX-License-Identifier: Apache-2.0

/// Which of several tries may have a word that begins with a character, and goes on with the next, told of all by one
/// look: one bit each. So one pass over a text finds the places that several readers ask for.
public final class WordStarts: Sendable {
  /// The tries, a bit each, by the last two bytes of a character of three.
  @usableFromInline let wide: InlineArray<4096, UInt8>
  /// The same by the first and the last byte of such a character and the last of the one behind it.
  @usableFromInline let pairs: InlineArray<32768, UInt8>
  /// The same by a character of one byte.
  @usableFromInline let ascii: InlineArray<128, UInt8>

  /// - Parameter tries: eight at most; the first has the lowest bit.
  public init(_ tries: [WordTrie]) {
    var wide = InlineArray<4096, UInt8>(repeating: 0)
    var pairs = InlineArray<32768, UInt8>(repeating: 0)
    var ascii = InlineArray<128, UInt8>(repeating: 0)
    for (index, trie) in tries.prefix(8).enumerated() {
      let bit: UInt8 = 1 << UInt8(index)
      for (first, second) in trie.openings {
        if first < 0x80 { ascii[Int(first)] |= bit }
        guard first >> 20 == 0xE else { continue }
        wide[WordStarts.index(UInt8(truncatingIfNeeded: first >> 8), UInt8(truncatingIfNeeded: first))] |= bit
        let row = WordStarts.index(UInt8(truncatingIfNeeded: first >> 16), UInt8(truncatingIfNeeded: first), 0)
        for column in second.map({ Int($0 & 0x3F)...Int($0 & 0x3F) }) ?? 0...63 { pairs[row + column] |= bit }
      }
    }
    (self.wide, self.pairs, self.ascii) = (wide, pairs, ascii)
  }

  @inlinable @inline(__always)
  static func index(_ second: UInt8, _ third: UInt8) -> Int { Int(second & 0x3F) << 6 | Int(third & 0x3F) }

  @inlinable @inline(__always)
  static func index(_ lead: UInt8, _ third: UInt8, _ next: UInt8) -> Int { Int(lead & 7) << 12 | index(third, next) }

  /// The tries that have a word which may begin with a character of three bytes, of which these are the last.
  @inlinable @inline(__always)
  public func kinds(_ second: UInt8, _ third: UInt8) -> UInt8 { wide[WordStarts.index(second, third)] }

  /// Those of them that have one which may go on with another such character.
  /// - Parameters:
  ///   - lead: the first byte of the character.
  ///   - third: its last byte.
  ///   - next: the last byte of the other, or the only one.
  @inlinable @inline(__always)
  public func kinds(_ lead: UInt8, _ third: UInt8, before next: UInt8) -> UInt8 {
    pairs[WordStarts.index(lead, third, next)]
  }

  /// The tries that have a word which may begin with an ASCII character.
  @inlinable @inline(__always)
  public func kinds(ascii byte: UInt8) -> UInt8 { ascii[Int(byte & 0x7F)] }
}

extension WordTrie {
  /// The first character of each word with its second; of a word of one character, nil.
  fileprivate var openings: [(first: UInt32, second: UInt32?)] {
    var openings: [(first: UInt32, second: UInt32?)] = []
    // The first characters by the nodes that they lead to.
    var firsts = [UInt32](repeating: 0, count: payload.count)
    for edge in slots where edge != 0 && edge >> 48 == 0 {
      let (first, node) = (UInt32(truncatingIfNeeded: edge >> 16), Int(edge & 0xFFFF))
      firsts[node] = first
      if ends(at: node) { openings.append((first, nil)) }
    }
    for edge in slots where edge >> 48 != 0 && firsts[Int(edge >> 48)] != 0 {
      openings.append((firsts[Int(edge >> 48)], UInt32(truncatingIfNeeded: edge >> 16)))
    }
    return openings
  }
}
