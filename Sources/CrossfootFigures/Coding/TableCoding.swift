// SPDX-License-Identifier: Apache-2.0

import CrossfootText

extension RowRole: ByteCoded {}

extension TableModel {
  /// Reads the meaning of a table.
  /// - Parameter figures: those of the report.
  init(from reader: inout ByteReader, _ figures: [Figure]) throws(ByteReader.Damage) {
    self.init(table: try reader.int())
    parts = try reader.list { reader throws(ByteReader.Damage) in try PartModel(from: &reader, figures) }
    rows = try reader.values()
    rowMarks = try reader.values()
    rowLabels = try reader.steps()
    rowNames = try reader.steps()
    alignments = try CellTable(from: &reader, like: alignments)
    self.figures = try CellTable(from: &reader, like: alignments)
    marks = try CellTable(from: &reader, like: alignments)
    if try reader.flag() { grade = (try reader.int(), try reader.int(), try reader.int()) }
    isPartial = try reader.flag()
    rowFormula = try reader.values()
    emptyNote = try reader.optional()
    block = try reader.int()
    title = try reader.label()
    mirror = try reader.label()
    year = try reader.int()
    isContinued = try reader.flag()
    continues = try reader.flag()
  }

  /// Writes the meaning of a table.
  func write(to writer: inout ByteWriter, _ figures: [Figure]) {
    writer.write(table)
    writer.write(parts) { $1.write(to: &$0, figures) }
    writer.write(rows)
    writer.write(rowMarks)
    writer.write(steps: rowLabels)
    writer.write(steps: rowNames)
    alignments.write(to: &writer, like: CellTable<Int32>())
    self.figures.write(to: &writer, like: alignments)
    marks.write(to: &writer, like: alignments)
    writer.write(grade != nil)
    if let grade {
      writer.write(grade.row)
      writer.write(grade.cell)
      writer.write(grade.rank)
    }
    writer.write(isPartial)
    writer.write(rowFormula)
    writer.write(emptyNote)
    writer.write(block)
    writer.write(label: title)
    writer.write(label: mirror)
    writer.write(year)
    writer.write(isContinued)
    writer.write(continues)
  }
}

// MARK: rows

extension RowMark: ByteCoded {
  /// Reads a row's mark.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init()
    var flags = try reader.flags()
    counts = flags.next()
    isPart = flags.next()
    let (isNumbered, isKnown, hasCode) = (flags.next(), flags.next(), flags.next())
    word = try Self.kind(flags.next(), flags.next())
    side = try Self.kind(flags.next(), flags.next())
    isGrand = flags.next()
    isDeduction = flags.next()
    isOwnLevel = flags.next()
    isReal = flags.next()
    isRelative = flags.next()
    isNameless = flags.next()
    isLoose = flags.next()
    isUnsure = flags.next()
    indent = try reader.int()
    page = try reader.int()
    if isNumbered { (numbering, ordinal) = (try reader.int(), try reader.int()) }
    if isKnown { known = KnownName(partOf: UInt64(try reader.unsigned()), wholeOf: UInt64(try reader.unsigned())) }
    if hasCode { code = RowCode(digits: try reader.int(), length: try reader.int()) }
  }

  /// Writes the mark.
  public func write(to writer: inout ByteWriter) {
    let isNumbered = numbering != 0 || ordinal != 0
    let isKnown = known != KnownName()
    let (word, side) = (word.rawValue, side.rawValue)
    writer.write(
      flags: counts, isPart, isNumbered, isKnown, code != nil, word & 1 != 0, word & 2 != 0, side & 1 != 0,
      side & 2 != 0,
      isGrand, isDeduction, isOwnLevel, isReal, isRelative, isNameless, isLoose, isUnsure)
    writer.write(indent)
    writer.write(page)
    if isNumbered {
      writer.write(numbering)
      writer.write(ordinal)
    }
    if isKnown {
      writer.write(unsigned: UInt(known.partOf))
      writer.write(unsigned: UInt(known.wholeOf))
    }
    if let code {
      writer.write(code.digits)
      writer.write(code.length)
    }
  }

  /// One of up to four kinds.
  private static func kind<Kind: RawRepresentable<UInt8>>(
    _ low: Bool, _ high: Bool
  ) throws(ByteReader.Damage) -> Kind {
    guard let kind = Kind(rawValue: (low ? 1 : 0) | (high ? 2 : 0)) else { throw ByteReader.Damage() }
    return kind
  }
}

extension RowTerm: ByteCoded {
  /// Reads a term.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(try reader.int(), try reader.int())
  }

  /// Writes the term.
  public func write(to writer: inout ByteWriter) {
    writer.write(row)
    writer.write(sign)
  }
}

extension EmptyNote: ByteCoded {
  /// Reads a note.
  public init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    self.init(mark: try reader.int(), part: try reader.optional(), isOfYear: try reader.flag())
  }

  /// Writes the note.
  public func write(to writer: inout ByteWriter) {
    writer.write(mark)
    writer.write(part)
    writer.write(isOfYear)
  }
}
