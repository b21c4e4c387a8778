// SPDX-License-Identifier: Apache-2.0

/// Writes values as bytes: whole numbers in groups of seven bits, lowest first; a text with its length before it where
/// it comes first, and later by its number among the texts: most of them come again.
public struct ByteWriter: Sendable {
  /// What was written.
  public private(set) var bytes: [UInt8] = []
  private var texts: [String: Int] = [:]

  /// Nothing written yet.
  /// - Parameter capacity: so many bytes are expected.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// A number that is never negative.
  public mutating func write(unsigned number: UInt) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// A number of things.
  public mutating func write(count: Int) { write(unsigned: UInt(bitPattern: count)) }

  /// A number. The sign goes to the lowest bit, so that small negative numbers stay short.
  public mutating func write(_ number: Int) {
    write(unsigned: UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1))))
  }

  /// A wide number, in the same form.
  public mutating func write(_ number: Int128) {
    var rest = UInt128(bitPattern: (number << 1) ^ (number >> (Int128.bitWidth - 1)))
    while rest >= 1 << 63 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    write(unsigned: UInt(truncatingIfNeeded: rest))
  }

  /// A flag as a byte.
  public mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  /// Up to 64 flags as one number.
  public mutating func write(flags: Bool...) {
    var number: UInt = 0
    for (bit, flag) in flags.enumerated() where flag { number |= 1 << UInt(bit) }
    write(unsigned: number)
  }

  /// Bytes as they are. Their number is not written.
  public mutating func write(raw content: some Collection<UInt8>) { bytes.append(contentsOf: content) }

  /// One byte as it is.
  public mutating func write(byte: UInt8) { bytes.append(byte) }

  /// A text.
  public mutating func write(_ text: String) {
    if let known = texts[text] { return write(count: known) }
    write(count: texts.count)
    texts[text] = texts.count
    let utf8 = Array(text.utf8)
    write(count: utf8.count)
    bytes += utf8
  }

  /// A text, if there is one.
  public mutating func write(_ text: String?) {
    write(text != nil)
    if let text { write(text) }
  }

  /// A value by its number among all of its kind: only the same build of this tool reads it.
  public mutating func write<Word: CaseIterable & Equatable>(word: Word) {
    write(count: Array(Word.allCases).firstIndex(of: word) ?? 0)
  }

  /// Elements one after another, their number first.
  public mutating func write<Element>(_ elements: [Element], _ each: (inout ByteWriter, Element) -> Void) {
    write(count: elements.count)
    for element in elements { each(&self, element) }
  }
}
