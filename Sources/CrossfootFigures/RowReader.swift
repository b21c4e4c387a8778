// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads what the rows of a table are called and what their print says of their place. A label that comes again is not read again.
struct RowReader {
  private let document: Document
  private let bytes: [UInt8]
  private let lexicon: Lexicon
  private let words: TableLexicon
  /// What was read, and for each label which of it is its own, or -1.
  private var readings: [Reading] = []
  private var known: [Int32] = []

  /// What the text of a row's name says.
  private struct Reading {
    var label: LabelID
    /// The label without code, numbering and opening words, the name that other tables print.
    var name: LabelID
    var role: RowRole
    var mark = RowMark()
  }

  init(document: Document, lexicon: Lexicon, words: TableLexicon) {
    self.document = document
    bytes = document.flow.bytes
    self.lexicon = lexicon
    self.words = words
  }

  /// Reads a row into its model.
  /// - Parameter columns: the headers of the row's part.
  /// - Returns: its mark, and whether a cell before its figures may be the label of a grade.
  mutating func read(
    _ row: Int, _ table: Table, _ columns: [ColumnHeader], _ model: inout TableModel, _ labels: inout LabelTable
  ) -> (mark: RowMark, mayBeGrade: Bool) {
    let isFilled = model.hasFigure(row: row)
    let (name, mayBeGrade) = nameCell(row, table, columns, model)
    var mark = RowMark()
    if let name {
      let reading = reading(table.rows[row].cells[name], &labels)
      model.rowLabels[row] = readings[reading].label
      model.rowNames[row] = readings[reading].name
      model.rows[row] = readings[reading].role
      mark = readings[reading].mark
      mark.indent = table.rows[row].cells[name].indent + indentation(row, table, name)
    } else {
      mark.isNameless = isFilled
    }
    mark.counts = model.rowLabels[row] != 0 || isFilled
    mark.page = table.rows[row].page
    return (mark, mayBeGrade)
  }

  /// The last cell of words before the figures, leaving out those that hold a unit or a remark; and whether one of all those cells begins as
  /// the label of a grade may.
  private func nameCell(
    _ row: Int, _ table: Table, _ columns: [ColumnHeader], _ model: TableModel
  ) -> (name: Int?, mayBeGrade: Bool) {
    let cells = model.figures.indices(of: row)
    var name: Int?
    var mayBeGrade = false
    for index in cells {
      if model.figures[at: index] >= 0 { break }
      if model.figures[at: index] == TableModel.blank { continue }
      let cell = index - cells.lowerBound
      let range = table.rows[row].cells[cell].range
      if words.isDash(bytes, range) || isDigits(range) { continue }
      // Few cells begin with a character that begins such a label.
      if !LabelText.keeps(bytes[range.lowerBound]) || lexicon.gradeLabels.mayBegin(bytes.span, range.lowerBound, range.upperBound) {
        mayBeGrade = true
      }
      let column = Int(model.alignments[at: index])
      let role = column >= 0 && column < columns.count ? columns[column].role : .unknown
      if name == nil || role != .unit && role != .remark { name = cell }
    }
    return (name, mayBeGrade)
  }

  private func isDigits(_ range: Range<Int>) -> Bool {
    for at in range where bytes[at] &- 0x30 > 9 { return false }
    return true
  }

  /// An empty cell before the name moves it as a gap does.
  private func indentation(_ row: Int, _ table: Table, _ index: Int) -> Int {
    for cell in 0..<index where !table.rows[row].cells[cell].isEmpty { return 0 }
    return index * 8
  }

  // MARK: the text

  /// What the name in a cell says, by its index. One printed over several lines is joined; any other is read where it stands.
  private mutating func reading(_ cell: Cell, _ labels: inout LabelTable) -> Int {
    let joined = cell.rest == 0 ? [] : document.bytes(of: cell)
    if !joined.isEmpty {
      read(joined, joined.indices, labels.intern(coreOf: joined, joined.indices), cell, &labels)
      return readings.count - 1
    }
    let label = labels.intern(coreOf: bytes, cell.range)
    while known.count <= Int(label) { known.append(-1) }
    // Only where the label is all that the cell says do other cells of that label say the same.
    let isWhole = labels.length(label) == cell.range.count
    if isWhole, known[Int(label)] >= 0 { return Int(known[Int(label)]) }
    read(bytes, cell.range, label, cell, &labels)
    if isWhole { known[Int(label)] = Int32(readings.count - 1) }
    return readings.count - 1
  }

  /// Reads the name in a range of bytes.
  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>, _ label: LabelID, _ cell: Cell, _ labels: inout LabelTable) {
    if readings.isEmpty { readings.reserveCapacity(64) }
    var reading = Reading(label: label, name: label, role: lexicon.rowRole(labels.spot(label)))
    let start = readOpening(bytes, range, cell, &reading.mark)
    if start > range.lowerBound { reading.name = labels.intern(coreOf: bytes, min(start, range.upperBound)..<range.upperBound) }
    readName(labels.spot(reading.name), &reading.mark)
    readings.append(reading)
  }

  /// Reads what stands before the name. Returns where the name begins.
  private func readOpening(_ bytes: [UInt8], _ range: Range<Int>, _ cell: Cell, _ mark: inout RowMark) -> Int {
    var start = range.lowerBound
    let end = range.upperBound
    if let number = document.numbering(of: cell) {
      mark.numbering = number.level
      mark.ordinal = ordinal(bytes[start..<min(start + number.length, end)])
      start += number.length
    }
    if let (_, after) = words.parts.longest(in: bytes, at: skipGaps(bytes, start, end), end: end) {
      mark.isPart = true
      start = after
    }
    if let (_, after) = words.minus.longest(in: bytes, at: skipGaps(bytes, start, end), end: end) {
      mark.isDeduction = true
      start = after
    } else if let (_, after) = words.plus.longest(in: bytes, at: skipGaps(bytes, start, end), end: end) {
      start = after
    }
    var digits = min(start, end)
    while digits < end, bytes[digits] &- 0x30 < 10 { digits += 1 }
    // A code in the cell of the name.
    return digits - min(start, end) >= 3 ? digits : start
  }

  /// What a name without numbering and opening words says.
  private func readName(_ full: LabelSpot, _ mark: inout RowMark) {
    mark.known = words.known(full)
    (mark.isRelative, mark.isReal) = words.kinds(of: full)
    let name = full.withoutBracket
    if name.ends(in: words.tellingEnds) { readEnd(of: name, &mark) }
  }

  /// What the last word of a name says.
  private func readEnd(of name: LabelSpot, _ mark: inout RowMark) {
    if name.ends(in: words.subtotals) {
      mark.word = .subtotal
    } else if name.ends(in: words.totals) {
      mark.word = .total
      mark.isGrand = name.ends(in: words.grands)
      mark.side = lexicon.side(of: name)
    }
    if name.ends(in: words.rates) { mark.isRelative = true }
    mark.isOwnLevel = name.ends(in: words.ownLevels, after: 1)
  }

  /// The value of a number that opens a label, in digits or in words; 0 if it cannot be read.
  private func ordinal(_ number: ArraySlice<UInt8>) -> Int {
    let digits = number.drop { $0 == 0x28 }.prefix { $0 &- 0x30 < 10 }
    if !digits.isEmpty { return digits.count > 4 ? 0 : digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) } }
    let start = lexicon.numerals.nextStart(in: Array(number), from: 0, to: number.count)
    return NumeralReader(lexicon: lexicon, bytes: Array(number)).value(of: start..<number.count) ?? 0
  }

  private func skipGaps(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    return at
  }
}

extension LabelText {
  /// A label without a bracket at its end: 合计(万元) reads 合计.
  static func withoutBracket(_ text: [UInt8]) -> [UInt8] {
    guard text.last == 0x29, let open = text.lastIndex(of: 0x28), open > 0 else { return text }
    return Array(text[..<open])
  }
}
