// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension Dimension: ByteCoded {}
extension Qualifier: ByteCoded {}
extension Stage: ByteCoded {}
extension Exclusion: ByteCoded {}
extension TopicStage: ByteCoded {}

extension Unit: ByteCoded {
  /// Reads a unit.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let dimension = try reader.value(Dimension.self)
    guard let name = UInt16(exactly: try reader.size()) else { throw ByteReader.Damage() }
    self.init(dimension, name: name)
  }

  /// Writes the unit.
  public func write(to writer: inout ByteWriter) {
    writer.write(dimension)
    writer.write(count: Int(name))
  }
}

extension Period: ByteCoded {
  /// Reads a period.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case 0: self = .unknown
    case 1: self = .year(try reader.int())
    case 2: self = .relative(try reader.int())
    default: throw ByteReader.Damage()
    }
  }

  /// Writes the period.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .unknown: writer.write(byte: 0)
    case .year(let year):
      writer.write(byte: 1)
      writer.write(year)
    case .relative(let years):
      writer.write(byte: 2)
      writer.write(years)
    }
  }
}

extension Aspects: ByteCoded {
  /// Reads the aspects.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init()
    scope = try reader.label()
    fund = try reader.label()
    stage = try reader.value()
    period = try reader.value()
  }

  /// Writes the aspects.
  public func write(to writer: inout ByteWriter) {
    writer.write(label: scope)
    writer.write(label: fund)
    writer.write(stage)
    writer.write(period)
  }
}

extension ByteWriter {
  /// A label by its number.
  mutating func write(label: LabelID) { write(Int(label)) }
}

extension ByteReader {
  /// A label's number.
  mutating func label() throws(Damage) -> LabelID {
    guard let label = LabelID(exactly: try int()) else { throw Damage() }
    return label
  }
}
