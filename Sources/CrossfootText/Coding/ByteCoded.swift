// SPDX-License-Identifier: Apache-2.0

/// A value that is written as bytes and read back as it was.
public protocol ByteCoded {
  /// Reads what ``write(to:)`` wrote. Any bytes are a value or damage.
  init(from reader: inout ByteReader) throws(ByteReader.Damage)
  /// Writes the whole value, at least one byte.
  func write(to writer: inout ByteWriter)
}

extension ByteWriter {
  /// A value.
  @inlinable
  public mutating func write(_ value: some ByteCoded) { value.write(to: &self) }

  /// Values, their number first.
  @inlinable
  public mutating func write<Value: ByteCoded>(_ values: [Value]) {
    write(count: values.count)
    for value in values { value.write(to: &self) }
  }

  /// A value, if there is one.
  @inlinable
  public mutating func write<Value: ByteCoded>(_ value: Value?) {
    write(value != nil)
    if let value { value.write(to: &self) }
  }

  /// Numbers, each by its distance from the one before: neighbours are mostly close to each other.
  @inlinable
  public mutating func write<Number: FixedWidthInteger>(steps numbers: [Number]) {
    write(count: numbers.count)
    var last = 0
    for number in numbers {
      let number = Int(truncatingIfNeeded: number)
      write(number &- last)
      last = number
    }
  }

  /// A range, by the distance of its start from a place close by.
  @inlinable
  public mutating func write(_ range: Range<Int>, from place: Int) {
    write(range.lowerBound &- place)
    write(count: range.count)
  }
}

extension ByteReader {
  /// A value.
  @inlinable
  public mutating func value<Value: ByteCoded>(_ kind: Value.Type = Value.self) throws(Damage) -> Value {
    try Value(from: &self)
  }

  /// Values.
  @inlinable
  public mutating func values<Value: ByteCoded>(_ kind: Value.Type = Value.self) throws(Damage) -> [Value] {
    let count = try count()
    var values: [Value] = []
    if count == 0 { return values }
    values.reserveCapacity(min(count, 1 << 12))
    for _ in 0..<count { values.append(try Value(from: &self)) }
    return values
  }

  /// A value, if there is one.
  @inlinable
  public mutating func optional<Value: ByteCoded>(_ kind: Value.Type = Value.self) throws(Damage) -> Value? {
    try flag() ? try Value(from: &self) : nil
  }

  /// Numbers that were written by their distances.
  @inlinable
  public mutating func steps<Number: FixedWidthInteger>(of kind: Number.Type = Number.self) throws(Damage) -> [Number] {
    let count = try count()
    var numbers: [Number] = []
    if count == 0 { return numbers }
    numbers.reserveCapacity(count)
    var last = 0
    for _ in 0..<count {
      last = last &+ (try int())
      guard let number = Number(exactly: last) else { throw Damage() }
      numbers.append(number)
    }
    return numbers
  }

  /// A range that was written by its distance from a place.
  @inlinable
  public mutating func range(from place: Int) throws(Damage) -> Range<Int> {
    let start = place &+ (try int())
    let (end, overflow) = start.addingReportingOverflow(try size())
    guard !overflow else { throw Damage() }
    return start..<end
  }
}

// MARK: kinds of values

extension Int: ByteCoded {
  /// Reads a number.
  @inlinable
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) { self = try reader.int() }
  /// Writes the number.
  @inlinable
  public func write(to writer: inout ByteWriter) { writer.write(self) }
}

extension Range: ByteCoded where Bound == Int {
  /// Reads a range.
  @inlinable
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) { self = try reader.range(from: 0) }
  /// Writes the range.
  @inlinable
  public func write(to writer: inout ByteWriter) { writer.write(self, from: 0) }
}

extension ByteCoded where Self: RawRepresentable, RawValue == UInt8 {
  /// Reads a kind by its number.
  @inlinable
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    guard let kind = Self(rawValue: try reader.byte()) else { throw ByteReader.Damage() }
    self = kind
  }
  /// Writes the kind by its number.
  @inlinable
  public func write(to writer: inout ByteWriter) { writer.write(byte: rawValue) }
}

extension ByteCoded where Self: CaseIterable & RawRepresentable<String> {
  /// Reads a kind by its place among all.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let number = Int(try reader.byte())
    let all = Self.allCases
    guard let index = all.index(all.startIndex, offsetBy: number, limitedBy: all.endIndex), index != all.endIndex else {
      throw ByteReader.Damage()
    }
    self = all[index]
  }
  /// Writes the kind by its place among all.
  public func write(to writer: inout ByteWriter) {
    var number: UInt8 = 0
    for kind in Self.allCases {
      if kind.rawValue == rawValue { break }
      number += 1
    }
    writer.write(byte: number)
  }
}
