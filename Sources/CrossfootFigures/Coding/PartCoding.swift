// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

extension ColumnRole: ByteCoded {}
extension ColumnFormula.Source: ByteCoded {}
extension RowTree.Source: ByteCoded {}

extension PartModel {
  /// Reads a part of a table.
  /// - Parameter all: the figures of the report.
  init(from reader: inout ByteReader, _ all: [Figure]) throws(ByteReader.Damage) {
    self.init(
      header: try reader.value(), body: try reader.value(), columns: try reader.values(),
      columnLabels: try reader.steps())
    formulas = try reader.values()
    unitPrices = try reader.values()
    years = try reader.steps()
    trees = try reader.values()
    rateScale = try reader.optional()
    figures = try reader.list { reader throws(ByteReader.Damage) in try ColumnFigures(from: &reader, all) }
    namesTotal = try reader.flag()
    isWhole = try reader.flag()
    placedSums = try reader.list { reader throws(ByteReader.Damage) in
      (whole: try reader.value(PlacedSum.self), divided: try reader.value(PlacedSum.self))
    }
  }

  /// Writes a part of a table.
  func write(to writer: inout ByteWriter, _ all: [Figure]) {
    writer.write(header)
    writer.write(body)
    writer.write(columns)
    writer.write(steps: columnLabels)
    writer.write(formulas)
    writer.write(unitPrices)
    writer.write(steps: years)
    writer.write(trees)
    writer.write(rateScale)
    writer.write(figures) { $1.write(to: &$0, all) }
    writer.write(namesTotal)
    writer.write(isWhole)
    writer.write(placedSums) { writer, sums in
      writer.write(sums.whole)
      writer.write(sums.divided)
    }
  }
}

// MARK: columns

extension ColumnFigures {
  fileprivate init(from reader: inout ByteReader, _ figures: [Figure]) throws(ByteReader.Damage) {
    self.init()
    place = try reader.int()
    gaps = try reader.steps()
    let areOwn = try reader.flag()
    var last = Entry(row: 0, figure: 0)
    var step: (row: Int32, figure: Int32) = (0, 0)
    entries = try reader.list { reader throws(ByteReader.Damage) in
      if !(try reader.flag()) { step = (try Self.step(&reader), try Self.step(&reader)) }
      last.row = last.row &+ step.row
      last.figure = last.figure &+ step.figure
      guard areOwn else {
        last.value = try reader.wide()
        return last
      }
      guard figures.indices.contains(Int(last.figure)) else { throw ByteReader.Damage() }
      last.value = figures[Int(last.figure)].quantity.value.mantissa(at: place) ?? 0
      return last
    }
    countRates(figures)
  }

  fileprivate func write(to writer: inout ByteWriter, _ figures: [Figure]) {
    writer.write(place)
    writer.write(steps: gaps)
    // Values are mostly those of the figures, which are known.
    let areOwn = entries.allSatisfy { entry in
      figures.indices.contains(Int(entry.figure))
        && entry.value == figures[Int(entry.figure)].quantity.value.mantissa(at: place) ?? 0
    }
    writer.write(areOwn)
    // Figures that stand below each other are mostly as far apart as those before.
    var last = Entry(row: 0, figure: 0)
    var step: (row: Int32, figure: Int32) = (0, 0)
    writer.write(entries) { writer, entry in
      let own = (row: entry.row &- last.row, figure: entry.figure &- last.figure)
      writer.write(own == step)
      if own != step {
        writer.write(Int(own.row))
        writer.write(Int(own.figure))
      }
      if !areOwn { writer.write(entry.value) }
      (last, step) = (entry, own)
    }
  }

  private static func step(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Int32 {
    guard let step = Int32(exactly: try reader.int()) else { throw ByteReader.Damage() }
    return step
  }
}

extension ColumnFormula: ByteCoded {
  /// Reads a formula.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(try reader.value(), target: try reader.int(), terms: try reader.values(), divisor: try reader.values())
    isOfThings = try reader.flag()
  }

  /// Writes the formula.
  public func write(to writer: inout ByteWriter) {
    writer.write(source)
    writer.write(target)
    writer.write(terms)
    writer.write(divisor)
    writer.write(isOfThings)
  }
}

extension ColumnTerm: ByteCoded {
  /// Reads a term.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(try reader.int(), try reader.int())
  }

  /// Writes the term.
  public func write(to writer: inout ByteWriter) {
    writer.write(column)
    writer.write(sign)
  }
}

extension UnitPrice: ByteCoded {
  /// Reads a price.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(
      price: try reader.int(), count: try reader.int(), amounts: try reader.steps(), isMean: try reader.flag())
    apart = try reader.steps()
  }

  /// Writes the price.
  public func write(to writer: inout ByteWriter) {
    writer.write(price)
    writer.write(self.count)
    writer.write(steps: amounts)
    writer.write(isMean)
    writer.write(steps: apart)
  }
}

// MARK: rows

extension RowTree: ByteCoded {
  /// Reads a tree.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(source: try reader.value(), parent: try reader.steps())
  }

  /// Writes the tree.
  public func write(to writer: inout ByteWriter) {
    writer.write(source)
    writer.write(steps: parent)
  }
}

extension PlacedSum: ByteCoded {
  /// Reads a sum.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(total: try reader.int(), parts: try reader.steps())
  }

  /// Writes the sum.
  public func write(to writer: inout ByteWriter) {
    writer.write(total)
    writer.write(steps: parts)
  }
}
