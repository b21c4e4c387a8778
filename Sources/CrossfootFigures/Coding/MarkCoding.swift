// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension Mark: ByteCoded {
  /// Reads a mark.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(try reader.value(), range: try reader.value(), place: try reader.value())
  }

  /// Writes the mark.
  public func write(to writer: inout ByteWriter) {
    writer.write(kind)
    writer.write(range)
    writer.write(place)
  }
}

extension Mark.Kind: ByteCoded {
  /// Those that are no more than their name, by their number.
  private static let plain: [Mark.Kind] = [
    .spreadsheetError, .placeholder, .emptyTable, .noDeviation, .missingReason, .missingNumber, .date, .period,
    .planPeriod, .titleYear, .comparison, .ordinal,
  ]
  private static let gradeCode: UInt8 = 100
  private static let gapCode: UInt8 = 101

  /// Reads a kind.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case Self.gradeCode: self = .grade(try reader.int())
    case Self.gapCode: self = .gap(after: try reader.int())
    case let number:
      guard Self.plain.indices.contains(Int(number)) else { throw ByteReader.Damage() }
      self = Self.plain[Int(number)]
    }
  }

  /// Writes the kind.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .grade(let rank):
      writer.write(byte: Self.gradeCode)
      writer.write(rank)
    case .gap(let mark):
      writer.write(byte: Self.gapCode)
      writer.write(mark)
    case .spreadsheetError, .placeholder, .emptyTable, .noDeviation, .missingReason, .missingNumber, .date, .period,
      .planPeriod, .titleYear, .comparison, .ordinal:
      writer.write(count: Self.plain.firstIndex(of: self) ?? 0)
    }
  }
}

extension Place: ByteCoded {
  /// Reads a place.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case 0: self = .passage(block: try reader.int(), sentence: try reader.int())
    case 1: self = .cell(table: try reader.int(), row: try reader.int(), cell: try reader.int())
    default: throw ByteReader.Damage()
    }
  }

  /// Writes the place.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .passage(let block, let sentence):
      writer.write(byte: 0)
      writer.write(block)
      writer.write(sentence)
    case .cell(let table, let row, let cell):
      writer.write(byte: 1)
      writer.write(table)
      writer.write(row)
      writer.write(cell)
    }
  }
}
