// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Figures as bytes, one after another: a figure is mostly like the one before it, and close behind it.
struct FigureCoder {
  /// How a figure is printed: digits after the point, scale and unit.
  private struct Print: Equatable {
    var exponent = 0
    var scale = 0
    var unit = Unit.none

    init() {}

    init(_ quantity: Quantity) {
      exponent = quantity.digits.exponent
      scale = quantity.scale
      unit = quantity.unit
    }
  }

  /// Of the figure before: where it ends, its print and that of the one that was printed otherwise before it, its place
  /// and labels.
  private var end = 0
  private var print = Print()
  private var otherPrint = Print()
  private var place = Place.passage(block: 0, sentence: 0)
  private var label: LabelID = 0
  private var columnLabel: LabelID = 0

  /// Where the next figure is likely to stand: in the same sentence, or in the next cell.
  private var nextPlace: Place {
    switch place {
    case .passage: place
    case .cell(let table, let row, let cell): .cell(table: table, row: row, cell: cell &+ 1)
    }
  }

  // MARK: writing

  mutating func write(_ figure: Figure, to writer: inout ByteWriter) {
    let quantity = figure.quantity
    let print = Print(quantity)
    let (isAsBefore, isAsOther) = (print == self.print, print == otherPrint)
    let (isExact, isBare) = (quantity.qualifier == .exact, figure.extent == figure.range)
    let (isNext, isPlain) = (figure.place == nextPlace, figure.aspects == Aspects())
    let (isOfLabel, isOfColumn) = (figure.label == label, figure.columnLabel == columnLabel)
    // What is common comes first, so that the flags of most figures are one byte.
    writer.write(
      flags: isAsBefore, isAsOther, isNext, isOfLabel, isOfColumn, isBare, isExact, quantity.inWords, !isPlain,
      !figure.readable)
    writer.write(figure.range, from: end)
    if !isBare {
      writer.write(figure.range.lowerBound &- figure.extent.lowerBound)
      writer.write(figure.extent.upperBound &- figure.range.upperBound)
    }
    writer.write(quantity.digits.mantissa)
    if !isAsBefore, !isAsOther { write(print, to: &writer) }
    if !isExact { writer.write(quantity.qualifier) }
    if !isNext { write(figure.place, to: &writer) }
    if !isOfLabel { writer.write(Int(figure.label) &- Int(label)) }
    if !isOfColumn { writer.write(Int(figure.columnLabel) &- Int(columnLabel)) }
    if !isPlain { writer.write(figure.aspects) }
    remember(figure, print)
  }

  private mutating func remember(_ figure: Figure, _ own: Print) {
    if own != print { (print, otherPrint) = (own, print) }
    end = figure.range.upperBound
    place = figure.place
    (label, columnLabel) = (figure.label, figure.columnLabel)
  }

  private func write(_ print: Print, to writer: inout ByteWriter) {
    writer.write(print.exponent)
    writer.write(print.scale)
    writer.write(print.unit)
  }

  /// Of a place of another kind, or in another table, than that of the figure before, all numbers; else the steps from
  /// it.
  private func write(_ own: Place, to writer: inout ByteWriter) {
    switch own {
    case .passage(let block, let sentence):
      guard case .passage(let last, let lastSentence) = place else {
        writer.write(byte: 2)
        writer.write(block)
        return writer.write(sentence)
      }
      writer.write(byte: 0)
      writer.write(block &- last)
      writer.write(sentence &- lastSentence)
    case .cell(let table, let row, let cell):
      guard case .cell(table, let lastRow, let lastCell) = place else {
        writer.write(byte: 3)
        writer.write(table)
        writer.write(row)
        return writer.write(cell)
      }
      writer.write(byte: 1)
      writer.write(row &- lastRow)
      writer.write(cell &- lastCell)
    }
  }

  // MARK: reading

  mutating func read(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Figure {
    var flags = try reader.flags()
    let (isAsBefore, isAsOther, isNext) = (flags.next(), flags.next(), flags.next())
    let (isOfLabel, isOfColumn) = (flags.next(), flags.next())
    let (isBare, isExact, inWords) = (flags.next(), flags.next(), flags.next())
    let (hasAspects, isUnreadable) = (flags.next(), flags.next())
    let range = try reader.range(from: end)
    let extent = isBare ? range : try self.extent(of: range, &reader)
    let mantissa = try reader.wide()
    let own = isAsBefore ? print : isAsOther ? otherPrint : try readPrint(&reader)
    let quantity = Quantity(
      digits: Decimal(mantissa, exponent: own.exponent), scale: own.scale, unit: own.unit,
      qualifier: isExact ? .exact : try reader.value(), inWords: inWords)
    var figure = Figure(
      quantity: quantity, range: range, extent: extent, place: isNext ? nextPlace : try readPlace(&reader))
    figure.label = isOfLabel ? label : try step(from: label, &reader)
    figure.columnLabel = isOfColumn ? columnLabel : try step(from: columnLabel, &reader)
    figure.readable = !isUnreadable
    if hasAspects { figure.aspects = try reader.value() }
    remember(figure, own)
    return figure
  }

  private func extent(of range: Range<Int>, _ reader: inout ByteReader) throws(ByteReader.Damage) -> Range<Int> {
    let lower = range.lowerBound &- (try reader.int())
    let upper = range.upperBound &+ (try reader.int())
    guard lower <= upper else { throw ByteReader.Damage() }
    return lower..<upper
  }

  private func readPrint(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Print {
    var print = Print()
    print.exponent = try reader.int()
    print.scale = try reader.int()
    print.unit = try reader.value()
    return print
  }

  private func readPlace(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Place {
    switch (try reader.byte(), place) {
    case (0, .passage(let block, let sentence)):
      return .passage(block: block &+ (try reader.int()), sentence: sentence &+ (try reader.int()))
    case (1, .cell(let table, let row, let cell)):
      return .cell(table: table, row: row &+ (try reader.int()), cell: cell &+ (try reader.int()))
    case (2, _): return .passage(block: try reader.int(), sentence: try reader.int())
    case (3, _): return .cell(table: try reader.int(), row: try reader.int(), cell: try reader.int())
    default: throw ByteReader.Damage()
    }
  }

  private func step(from label: LabelID, _ reader: inout ByteReader) throws(ByteReader.Damage) -> LabelID {
    guard let label = LabelID(exactly: Int(label) &+ (try reader.int())) else { throw ByteReader.Damage() }
    return label
  }
}
