// SPDX-License-Identifier: Apache-2.0

/// Longest-match lookup of words in UTF-8; immutable. A step from character to character is one probe of a hash table,
/// and at most places of a text the first probe fails: that costs one load a character, and a table of a few kilobytes
/// for a language's words.
public final class WordTrie: Sendable {
  /// Open addressing; each slot is an edge: the node it leaves (16 bits), the bytes of its character (32 bits), the
  /// node it reaches (16 bits). 0 is a free slot: no edge reaches the root.
  @usableFromInline let slots: [UInt64]
  /// The nodes are numbered so that those at which a word ends come last, and of these the leaves: a step needs no look
  /// at what belongs to a node.
  @usableFromInline let firstEnd: Int
  @usableFromInline let firstLeaf: Int
  /// Number of nodes, the root included.
  let nodeCount: Int
  /// Index of the word that ends at each node from ``firstEnd`` on; and that of the empty word, or -1.
  @usableFromInline let words: [Int32]
  @usableFromInline let emptyWord: Int
  /// By how much a hash is shifted to be an index of ``slots``.
  @usableFromInline let shift: UInt64
  /// Which ASCII characters begin a word, one bit each; and for characters of three bytes, one bit for the last two of
  /// them: where it is not set no word begins.
  @usableFromInline let ascii: (UInt64, UInt64)
  @usableFromInline let wide: InlineArray<64, UInt64>
  /// By which characters a word goes on: one bit for the last six bits of its first and of its second character, all of
  /// the first's where it is a word by itself. Many characters begin a word, few pairs of them do.
  private let pairs: InlineArray<64, UInt64>

  /// A trie of words, known by their indices; of equal words the first counts.
  public convenience init(_ words: [String]) { self.init(words, isReversed: false) }

  /// A trie of words read from their last character to their first, for ``longestSuffix(in:before:start:)``.
  public convenience init(reversed words: [String]) { self.init(words, isReversed: true) }

  private init(_ words: [String], isReversed: Bool) {
    var builder = Builder(words)
    for (index, word) in words.enumerated() { builder.insert(word.utf8Span.span, Int32(index), isReversed) }
    let numbered = builder.numbered()
    (slots, shift, self.words) = (numbered.slots, numbered.shift, numbered.words)
    (nodeCount, firstEnd, firstLeaf) = (builder.nodeCount, numbered.firstEnd, numbered.firstLeaf)
    emptyWord = builder.emptyWord
    (ascii, wide, pairs) = (builder.ascii, builder.wide, builder.pairs)
  }
}

extension WordTrie {
  /// The longest word that starts at an offset.
  /// - Parameter end: offset that no word may reach beyond.
  /// - Returns: the word's index and the offset after it.
  @inlinable @inline(__always)
  public func longest(in bytes: [UInt8], at start: Int, end: Int) -> (word: Int, end: Int)? {
    guard start >= 0, start < end, mayBegin(bytes.span, start, end) else { return nil }
    return longest(in: bytes.span, at: start, end: end)
  }

  /// Whether a word may begin at an offset. True for some places where none does.
  @inlinable @inline(__always)
  public func mayBegin(_ span: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let lead = span[at]
    if lead & 0xF0 == 0xE0 {
      return at + 3 <= end && wide[Int(span[at + 1] & 0x3F)] &>> UInt64(span[at + 2] & 0x3F) & 1 != 0
    }
    if lead < 0x80 { return (lead < 0x40 ? ascii.0 : ascii.1) &>> UInt64(lead & 0x3F) & 1 != 0 }
    return lead >= 0xC0
  }

  /// Whether a word that begins with the three bytes at an offset may go on as the text does. True for some places
  /// where none does.
  @inline(__always)
  private func mayGoOn(_ span: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let next = at + 3
    if next >= end { return true }
    let lead = span[next]
    let last: UInt8
    if lead & 0xF0 == 0xE0, next + 2 < end {
      last = span[next + 2]
    } else if lead < 0x80 {
      last = lead
    } else {
      return true
    }
    return pairs[Int(span[at + 2] & 0x3F)] &>> UInt64(last & 0x3F) & 1 != 0
  }

  /// The longest word at a place where one may begin.
  @usableFromInline
  func longest(in span: borrowing Span<UInt8>, at start: Int, end: Int) -> (word: Int, end: Int)? {
    if span[start] & 0xF0 == 0xE0, start + 3 < end, !mayGoOn(span, start, end) { return nil }
    let (character, length) = WordTrie.character(span, start, end)
    let node = next(0, character)
    return node == 0 ? nil : longest(in: span, after: node, at: start + length, end: end)
  }

  /// The longest word of those that a first character, which ends at an offset, leads to.
  private func longest(in span: borrowing Span<UInt8>, after first: Int, at start: Int, end: Int) -> (
    word: Int, end: Int
  )? {
    var node = first
    // Cut at the end, so that no step asks twice whether it goes beyond.
    var rest = span.extracting(start..<end)
    var found = (node: 0, end: start)
    if node >= firstEnd { found.node = node }
    while node < firstLeaf, rest.count > 0 {
      let lead = rest[0]
      var character = UInt32(lead)
      if lead & 0xF0 == 0xE0, rest.count >= 3 {
        let part = rest.extracting(first: 3)
        character = UInt32(lead) << 16 | UInt32(part[1]) << 8 | UInt32(part[2])
        rest = rest.extracting(droppingFirst: 3)
      } else if lead < 0xC0 {
        rest = rest.extracting(droppingFirst: 1)
      } else {
        let (rare, length) = WordTrie.rare(rest, 0, rest.count)
        character = rare
        rest = rest.extracting(droppingFirst: length)
      }
      node = next(node, character)
      if node == 0 { break }
      if node >= firstEnd { found = (node, end &- rest.count) }
    }
    return found.node == 0 ? nil : (word(at: found.node), found.end)
  }

  /// The index of the word that ends at a node.
  @inline(__always)
  private func word(at node: Int) -> Int { Int(words[node &- firstEnd]) }

  /// The first word from an offset on; of those that begin at one place, the longest.
  /// - Parameter end: offset that no word may reach beyond.
  /// - Returns: the word's index and where it stands.
  public func nextWord(in bytes: [UInt8], from start: Int, to end: Int) -> (word: Int, range: Range<Int>)? {
    // Cut at the end, so that no step asks twice whether it goes beyond.
    nextWord(in: bytes.span.extracting(0..<end), from: start)
  }

  /// The first word of a text from an offset on; of those that begin at one place, the longest.
  private func nextWord(in span: borrowing Span<UInt8>, from start: Int) -> (word: Int, range: Range<Int>)? {
    let end = span.count
    var at = start
    while at < end {
      at = candidate(span, from: at, pairs: .adjacent)
      if at >= end { return nil }
      let (character, length) = WordTrie.character(span, at, end)
      let node = next(0, character)
      if node != 0, let (word, end) = longest(in: span, after: node, at: at + length, end: end) {
        return (word, at..<end)
      }
      at += length
    }
    return nil
  }

  /// Whether places are passed over where the text does not go on as a word does: never, or by the next character, or
  /// by the next that is no gap as far as it is looked for.
  private enum Pairs {
    case none, adjacent, spaced
  }

  /// The next place where a word may begin, or the end. Eight bytes are loaded in one step, two ideographs of them
  /// looked at.
  @inline(__always)
  private func candidate(_ span: borrowing Span<UInt8>, from start: Int, pairs: Pairs) -> Int {
    let (low, high) = ascii
    var rest = span.extracting(start..<span.count)
    while rest.count >= 8 {
      let eight = rest.firstEight
      if eight & 0xF0 == 0xE0 {
        if isFirst(eight), pairs == .none || pairs == .spaced && (eight &>> 24 & 0xFF) <= 0x20 || mayGoOn(eight) {
          return span.count &- rest.count
        }
        if eight & 0xF0_00_00_00 == 0xE0_00_00_00, !isFirst(eight &>> 24) {
          rest = rest.extracting(droppingFirst: 6)
        } else {
          rest = rest.extracting(droppingFirst: 3)
        }
      } else if eight & 0x80 == 0 {
        if (eight & 0x40 == 0 ? low : high) &>> (eight & 0x3F) & 1 != 0 { return span.count &- rest.count }
        rest = rest.extracting(droppingFirst: 1)
      } else {
        if eight & 0x40 != 0 { return span.count &- rest.count }
        rest = rest.extracting(droppingFirst: 1)
      }
    }
    var at = span.count &- rest.count
    while at < span.count, !mayBegin(span, at, span.count) { at += span[at] & 0xF0 == 0xE0 ? 3 : 1 }
    return min(at, span.count)
  }

  /// Whether a word may begin with the first three of eight bytes, which are one character.
  @inlinable @inline(__always)
  func isFirst(_ eight: UInt64) -> Bool {
    wide[Int(truncatingIfNeeded: eight &>> 8 & 0x3F)] &>> (eight &>> 16 & 0x3F) & 1 != 0
  }

  /// Whether a word that begins with the first three of eight bytes may go on as the others do.
  @inline(__always)
  private func mayGoOn(_ eight: UInt64) -> Bool {
    let last: UInt64
    if eight & 0xF000_0000 == 0xE000_0000 {
      last = eight &>> 40 & 0x3F
    } else if eight & 0x8000_0000 == 0 {
      last = eight &>> 24 & 0x3F
    } else {
      return true
    }
    return pairs[Int(truncatingIfNeeded: eight &>> 16 & 0x3F)] &>> last & 1 != 0
  }

  /// Whether a word may begin with the first character of eight bytes, which has three of them or four.
  @inlinable @inline(__always)
  public func mayBegin(with eight: UInt64) -> Bool { eight & 0xF0 != 0xE0 || isFirst(eight) }

  /// The end of the ideographs from an offset on with which no word begins. It may come before the first place where
  /// one does.
  public func skipIdeographs(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    let span = bytes.span
    // What stands beyond the end may be looked at: a word that went on there would not be one of these bytes.
    var rest = span.extracting(start..<span.count)
    let beyond = span.count &- end
    // The lead bytes of ideographs are 0xE4 to 0xE9.
    while rest.count >= 8, rest.count &- beyond >= 3 {
      let eight = rest.firstEight
      guard (eight & 0xFF) &- 0xE4 < 6, !isFirst(eight) || !mayGoOn(eight) else { break }
      if (eight &>> 24 & 0xFF) &- 0xE4 < 6, !isFirst(eight &>> 24), rest.count &- beyond >= 6 {
        rest = rest.extracting(droppingFirst: 6)
      } else {
        rest = rest.extracting(droppingFirst: 3)
      }
    }
    return span.count &- rest.count
  }

  /// Whether one of the words occurs in a range of bytes.
  public func occurs(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    nextWord(in: bytes, from: range.lowerBound, to: range.upperBound) != nil
  }

  /// Whether one of the words occurs in a part of a text.
  public func occurs(in text: ArraySlice<UInt8>) -> Bool { nextWord(in: text.span, from: 0) != nil }

  /// The longest word of a reversed trie that ends at an offset.
  /// - Returns: the word's index and the offset it starts at.
  @inlinable @inline(__always)
  public func longestSuffix(in bytes: [UInt8], before end: Int, start: Int) -> (word: Int, start: Int)? {
    guard start >= 0, start < end, mayEnd(bytes.span, end, start) else { return nil }
    return longestSuffix(in: bytes.span, before: end, start: start)
  }

  /// Whether a word of a reversed trie may end at an offset. True for some places where none does.
  @inlinable @inline(__always)
  public func mayEnd(_ span: borrowing Span<UInt8>, _ end: Int, _ start: Int) -> Bool {
    let last = span[end - 1]
    if last < 0x80 { return (last < 0x40 ? ascii.0 : ascii.1) &>> UInt64(last & 0x3F) & 1 != 0 }
    guard end - start >= 3, span[end - 3] & 0xF0 == 0xE0 else { return true }
    return wide[Int(span[end - 2] & 0x3F)] &>> UInt64(last & 0x3F) & 1 != 0
  }

  /// The longest word of a reversed trie at a place where one may end.
  @usableFromInline
  func longestSuffix(in span: borrowing Span<UInt8>, before end: Int, start: Int) -> (word: Int, start: Int)? {
    var node = 0
    var at = end
    var found: (word: Int, start: Int)?
    while at > start {
      var from = at - 1
      if at - start >= 3, span[at - 3] & 0xF0 == 0xE0 {
        from = at - 3
      } else {
        while from > start, at - from < 4, span[from] & 0xC0 == 0x80 { from -= 1 }
      }
      let (character, length) = WordTrie.character(span, from, at)
      guard from + length == at else { break }
      node = next(node, character)
      if node == 0 { break }
      at = from
      if node >= firstEnd { found = (word(at: node), at) }
      if node >= firstLeaf { break }
    }
    return found
  }

  /// The index of the word that is exactly these bytes, or nil. The empty text may be a word, too.
  @inlinable
  public func word(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    if range.isEmpty { return emptyWord >= 0 ? emptyWord : nil }
    guard let (word, end) = longest(in: bytes, at: range.lowerBound, end: range.upperBound), end == range.upperBound
    else { return nil }
    return word
  }

  /// The index of the word that is exactly these bytes, or nil.
  public func word(_ bytes: [UInt8]) -> Int? { word(bytes, 0..<bytes.count) }

  /// Offset of the next character, from `start` on, that begins a word; `end` if there is none.
  public func nextStart(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    nextStart(in: bytes.span.extracting(0..<end), from: start, pairs: .none)
  }

  /// The same without most of the places where the text does not go on as a word does, be it behind a gap; no word
  /// holds any.
  public func nextSpacedStart(in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    nextStart(in: bytes.span.extracting(0..<end), from: start, pairs: .spaced)
  }

  @inline(__always)
  private func nextStart(in span: borrowing Span<UInt8>, from start: Int, pairs: Pairs) -> Int {
    let end = span.count
    var at = start
    while at < end {
      at = candidate(span, from: at, pairs: pairs)
      if at >= end { break }
      let (character, length) = WordTrie.character(span, at, end)
      if next(0, character) != 0 { return at }
      at += length
    }
    return end
  }

  /// The node that a character leads to from a node; 0 for none. The root is 0.
  @inlinable @inline(__always)
  public func next(_ node: Int, _ character: UInt32) -> Int {
    Int(slots[WordTrie.slot(node, character, slots, shift)] & 0xFFFF)
  }

  /// Whether a word ends at a node that is not the root.
  @inlinable @inline(__always)
  public func ends(at node: Int) -> Bool { node >= firstEnd }

  /// The character at an offset, its bytes as one number, and its length. At bytes that are no whole character the
  /// number is none that a word holds.
  @inlinable @inline(__always)
  public static func character(_ span: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> (character: UInt32, length: Int)
  {
    let lead = span[at]
    if lead < 0xC0 { return (UInt32(lead), 1) }
    if lead & 0xF0 == 0xE0, at + 3 <= end {
      return (UInt32(lead) << 16 | UInt32(span[at + 1]) << 8 | UInt32(span[at + 2]), 3)
    }
    return rare(span, at, end)
  }

  /// A character of two or four bytes, or one that is cut off.
  @usableFromInline
  static func rare(_ span: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> (character: UInt32, length: Int) {
    let lead = span[at]
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard at + length <= end else { return (0xFF, end - at) }
    var character: UInt32 = 0
    for index in at..<at + length { character = character << 8 | UInt32(span[index]) }
    return (character, length)
  }

  /// The slot that holds the edge of a character from a node, or the free one where it would be.
  @inlinable @inline(__always)
  static func slot(_ node: Int, _ character: UInt32, _ slots: [UInt64], _ shift: UInt64) -> Int {
    let edge = WordTrie.edge(node, character)
    // Multiplication by the golden ratio spreads neighbouring characters over the table (Knuth, TAOCP 6.4).
    var slot = Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while true {
      let found = slots[slot]
      if found == 0 || found & ~0xFFFF == edge { return slot }
      slot = slot + 1 < slots.count ? slot + 1 : 0
    }
  }

  /// The node and character of an edge, where a slot holds them.
  @inlinable @inline(__always)
  static func edge(_ node: Int, _ character: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: node) << 48 | UInt64(character) << 16
  }
}
