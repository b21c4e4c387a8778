// SPDX-License-Identifier: Apache-2.0

/// Reads what ``ByteWriter`` wrote. Any bytes can be given to it: what does not fit is damage, never a crash.
public struct ByteReader: Sendable {
  /// The bytes are not what was written.
  public struct Damage: Error {
    /// Found where bytes do not fit.
    public init() {}
  }

  private let bytes: [UInt8]
  private var at: Int
  private var texts: [String] = []
  /// How many parts a thing has at most whose parts take less than a byte each.
  public var mostParts = 1 << 16

  /// Reads bytes from an offset on.
  public init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// Whether all bytes were read.
  public var isAtEnd: Bool { at >= bytes.count }

  /// Number of bytes that were not read yet.
  public var rest: Int { bytes.count - at }

  /// One byte.
  public mutating func byte() throws(Damage) -> UInt8 {
    guard at < bytes.count else { throw Damage() }
    defer { at &+= 1 }
    return bytes[at]
  }

  /// Bytes as they are.
  public mutating func raw(_ count: Int) throws(Damage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw Damage() }
    defer { at += count }
    return bytes[at..<at + count]
  }

  /// A flag.
  public mutating func flag() throws(Damage) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw Damage() }
    return byte == 1
  }

  /// A number that is never negative.
  public mutating func unsigned() throws(Damage) -> UInt {
    var result = UInt(try byte())
    if result < 0x80 { return result }
    result &= 0x7F
    var shift: UInt = 7
    while shift < 64 {
      let byte = try byte()
      result |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift &+= 7
    }
    throw Damage()
  }

  /// A number.
  public mutating func int() throws(Damage) -> Int {
    let number = try unsigned()
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  /// A wide number.
  public mutating func wide() throws(Damage) -> Int128 {
    var low: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 63 {
      let byte = try byte()
      low |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int128(Int64(bitPattern: low >> 1) ^ -Int64(bitPattern: low & 1)) }
      shift &+= 7
    }
    var number = UInt128(low)
    var place: UInt128 = 63
    while place < 128 {
      let byte = try byte()
      number |= UInt128(byte & 0x7F) << place
      if byte < 0x80 { return Int128(bitPattern: number >> 1) ^ -Int128(bitPattern: number & 1) }
      place &+= 7
    }
    throw Damage()
  }

  /// A number of things that take at least one byte each: so that nothing is reserved for more than there can be.
  public mutating func count() throws(Damage) -> Int {
    let count = try unsigned()
    guard count <= UInt(bitPattern: rest) else { throw Damage() }
    return Int(bitPattern: count)
  }

  /// A number from 0 on.
  public mutating func size() throws(Damage) -> Int {
    let number = Int(bitPattern: try unsigned())
    guard number >= 0 else { throw Damage() }
    return number
  }

  /// Flags that were written as one number.
  public mutating func flags() throws(Damage) -> Flags { Flags(try unsigned()) }

  /// Flags of one number, taken one after another from its lowest bit.
  public struct Flags {
    private var number: UInt

    init(_ number: UInt) { self.number = number }

    /// The next flag.
    public mutating func next() -> Bool {
      defer { number >>= 1 }
      return number & 1 == 1
    }
  }

  /// A text.
  public mutating func text() throws(Damage) -> String {
    let number = try size()
    if number < texts.count { return texts[number] }
    guard number == texts.count else { throw Damage() }
    let count = try count()
    defer { at += count }
    let text = String(decoding: bytes[at..<at + count], as: UTF8.self)
    texts.append(text)
    return text
  }

  /// A text, if there is one.
  public mutating func optionalText() throws(Damage) -> String? { try flag() ? try text() : nil }

  /// A value that is written as its number among all of its kind.
  public mutating func word<Word>(_ all: [Word]) throws(Damage) -> Word {
    let number = try size()
    guard number < all.count else { throw Damage() }
    return all[number]
  }

  /// Elements one after another.
  public mutating func list<Element>(
    _ each: (inout ByteReader) throws(Damage) -> Element
  ) throws(Damage) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    // An element is larger than its bytes: damage must not reserve for more than a few.
    elements.reserveCapacity(min(count, 1 << 12))
    for _ in 0..<count { elements.append(try each(&self)) }
    return elements
  }
}
