// SPDX-License-Identifier: Apache-2.0

/// Writes numbers and texts as bytes: whole numbers in groups of seven bits, lowest first; a text with its length before
/// it where it comes first, and later by its number among the texts: most of them come again.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String: Int] = [:]

  mutating func write(_ number: Int) {
    // The sign goes to the lowest bit, so that small negative numbers stay short.
    var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ text: String) {
    if let known = texts[text] { return write(known) }
    write(texts.count)
    texts[text] = texts.count
    let utf8 = Array(text.utf8)
    write(utf8.count)
    bytes += utf8
  }

  /// A value by its number among all of its kind: only the same build of this tool reads it.
  mutating func write<Word: CaseIterable & Equatable>(_ word: Word) {
    write(Array(Word.allCases).firstIndex(of: word) ?? 0)
  }

  mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  mutating func write<Element>(_ elements: [Element], _ each: (inout ByteWriter, Element) -> Void) {
    write(elements.count)
    for element in elements { each(&self, element) }
  }
}

/// Reads what ``ByteWriter`` wrote. Any bytes can be given to it: what does not fit is damage, never a crash.
struct ByteReader {
  struct Damage: Error {}

  private let bytes: [UInt8]
  private var at: Int
  private var texts: [String] = []

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  var isAtEnd: Bool { at >= bytes.count }

  mutating func byte() throws(Damage) -> UInt8 {
    guard at < bytes.count else { throw Damage() }
    defer { at += 1 }
    return bytes[at]
  }

  mutating func flag() throws(Damage) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw Damage() }
    return byte == 1
  }

  mutating func int() throws(Damage) -> Int {
    var result: UInt = 0
    for shift in stride(from: UInt(0), to: 64, by: 7) {
      let byte = try byte()
      result |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: result >> 1) ^ -Int(bitPattern: result & 1) }
    }
    throw Damage()
  }

  mutating func text() throws(Damage) -> String {
    let number = try int()
    if texts.indices.contains(number) { return texts[number] }
    guard number == texts.count else { throw Damage() }
    let count = try int()
    guard count >= 0, count <= bytes.count - at else { throw Damage() }
    defer { at += count }
    let text = String(decoding: bytes[at..<at + count], as: UTF8.self)
    texts.append(text)
    return text
  }

  mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

  /// A value that is written as its number among all of its kind.
  mutating func word<Word>(_ all: [Word]) throws(Damage) -> Word {
    let number = try int()
    guard all.indices.contains(number) else { throw Damage() }
    return all[number]
  }

  mutating func list<Element>(_ each: (inout ByteReader) throws(Damage) -> Element) throws(Damage) -> [Element] {
    let count = try int()
    // Every element takes at least one byte.
    guard count >= 0, count <= bytes.count - at else { throw Damage() }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try each(&self)) }
    return elements
  }
}
