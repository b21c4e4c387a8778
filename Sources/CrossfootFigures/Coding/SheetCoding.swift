// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension ScoreSheet: ByteCoded {
  /// Reads a score sheet.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(table: try reader.int())
    if try reader.flag() { money = (try reader.int(), try reader.optional(), try reader.int()) }
    rateScale = try reader.optional()
    items = try reader.values()
    totalWeight = try reader.optional()
    totalScore = try reader.optional()
    totalMark = try reader.optional()
    isIncomplete = try reader.flag()
  }

  /// Writes the score sheet.
  public func write(to writer: inout ByteWriter) {
    writer.write(table)
    writer.write(money != nil)
    if let money {
      writer.write(money.weight)
      writer.write(money.rate)
      writer.write(money.score)
    }
    writer.write(rateScale)
    writer.write(items)
    writer.write(totalWeight)
    writer.write(totalScore)
    writer.write(totalMark)
    writer.write(isIncomplete)
  }
}

extension ScoreItem: ByteCoded {
  /// Reads a line.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      row: try reader.int(), weight: try reader.int(), score: try reader.int(), target: try reader.optional(),
      achieved: try reader.optional(), deviation: try reader.value())
  }

  /// Writes the line.
  public func write(to writer: inout ByteWriter) {
    writer.write(row)
    writer.write(weight)
    writer.write(score)
    writer.write(target)
    writer.write(achieved)
    writer.write(deviation)
  }
}

extension ScoreItem.Deviation: ByteCoded {
  /// Reads what a deviation cell says.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    switch try reader.byte() {
    case 0: self = .blank
    case 1: self = .explained
    case 2: self = .denied(try reader.int())
    default: throw ByteReader.Damage()
    }
  }

  /// Writes it.
  public func write(to writer: inout ByteWriter) {
    switch self {
    case .blank: writer.write(byte: 0)
    case .explained: writer.write(byte: 1)
    case .denied(let mark):
      writer.write(byte: 2)
      writer.write(mark)
    }
  }
}

extension NamedAmount: ByteCoded {
  /// Reads an amount's names.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      figure: try reader.int(), name: try reader.label(), parent: try reader.label(), word: try reader.label(),
      key: try reader.label(), stage: try reader.optional(), year: try reader.optional(), block: try reader.int(),
      heading: try reader.int())
  }

  /// Writes them.
  public func write(to writer: inout ByteWriter) {
    writer.write(figure)
    for name in [name, parent, word, key] { writer.write(label: name) }
    writer.write(stage)
    writer.write(year)
    writer.write(block)
    writer.write(heading)
  }
}

extension NamedRow: ByteCoded {
  /// Reads a row's names.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(table: try reader.int(), row: try reader.int(), name: try reader.label(), parent: try reader.label())
  }

  /// Writes them.
  public func write(to writer: inout ByteWriter) {
    writer.write(table)
    writer.write(row)
    writer.write(label: name)
    writer.write(label: parent)
  }
}

extension AmountSubject: ByteCoded {
  /// Reads what an amount is of.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(figure: try reader.int(), name: try reader.label())
  }

  /// Writes it.
  public func write(to writer: inout ByteWriter) {
    writer.write(figure)
    writer.write(label: name)
  }
}

extension FigurePair: ByteCoded {
  /// Reads a pair.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(left: try reader.int(), right: try reader.int())
  }

  /// Writes the pair.
  public func write(to writer: inout ByteWriter) {
    writer.write(left)
    writer.write(right)
  }
}
