// SPDX-License-Identifier: Apache-2.0

/// Which of several tries may have a word that begins with a character, and goes on with the next, told of all by one
/// look: one bit each. So one pass over a text finds the places that several readers ask for.
public final class WordStarts: Sendable {
  /// The tries, a bit each, by the last two bytes of a character of three; and, eight bits further up, those of them
  /// with a word of this character alone, or with another than one of three bytes behind it.
  @usableFromInline let wide: InlineArray<4096, UInt16>
  /// The tries by the hash of the first two characters of a word, both of three bytes.
  @usableFromInline let pairs: InlineArray<32768, UInt8>
  /// The tries by a character of one byte.
  @usableFromInline let ascii: InlineArray<128, UInt8>

  /// - Parameter tries: eight at most; the first has the lowest bit.
  public init(_ tries: [WordTrie]) {
    var wide = InlineArray<4096, UInt16>(repeating: 0)
    var pairs = InlineArray<32768, UInt8>(repeating: 0)
    var ascii = InlineArray<128, UInt8>(repeating: 0)
    for (index, trie) in tries.prefix(8).enumerated() {
      let bit: UInt8 = 1 << UInt8(index)
      for (first, second) in trie.openings {
        if first < 0x80 { ascii[Int(first)] |= bit }
        guard first >> 20 == 0xE else { continue }
        // The bytes as they stand in the text.
        let eight = UInt64(first).byteSwapped >> 40
        wide[WordStarts.wideIndex(eight)] |= UInt16(bit)
        if let second, second >> 20 == 0xE {
          pairs[WordStarts.pairIndex(eight | UInt64(second).byteSwapped >> 16)] |= bit
        } else {
          wide[WordStarts.wideIndex(eight)] |= UInt16(bit) << 8
        }
      }
    }
    (self.wide, self.pairs, self.ascii) = (wide, pairs, ascii)
  }

  /// Index of the first three of eight bytes: of the last six bits of the second and of the third.
  @inlinable @inline(__always)
  static func wideIndex(_ eight: UInt64) -> Int {
    Int(truncatingIfNeeded: eight &>> 8 & 0x3F | eight &>> 10 & 0xFC0)
  }

  /// Index of the first six of eight bytes: their hash by multiplication, as in ``WordTrie``.
  @inlinable @inline(__always)
  static func pairIndex(_ eight: UInt64) -> Int {
    Int(truncatingIfNeeded: ((eight &<< 16) &* 0x9E37_79B9_7F4A_7C15) &>> 49)
  }

  /// The tries that have a word which may begin with a character of three bytes and go on with the next, both of them
  /// among eight bytes.
  @inlinable @inline(__always)
  public func kinds(_ eight: UInt64) -> UInt8 {
    let own = wide[WordStarts.wideIndex(eight)]
    return UInt8(truncatingIfNeeded: own) & (pairs[WordStarts.pairIndex(eight)] | UInt8(truncatingIfNeeded: own &>> 8))
  }

  /// The tries that have a word which may begin with a character of three bytes, of which these are the last.
  @inlinable @inline(__always)
  public func kinds(_ second: UInt8, _ third: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: wide[WordStarts.wideIndex(UInt64(second) << 8 | UInt64(third) << 16)])
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
    var firsts = [UInt32](repeating: 0, count: nodeCount)
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
