// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads what the rows of a table are called and what their print says of their place. A label that comes again is not
/// read again.
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

  /// Reads the rows of a part into their model.
  /// - Parameters:
  ///   - columns: the headers of the part.
  ///   - codes: for each row of the table the code that is printed before its name; empty where there are none.
  /// - Returns: the rows of which a cell before the figures may be the label of a grade.
  mutating func read(
    _ body: Range<Int>, _ table: Table, _ columns: [ColumnHeader], _ codes: [RowCode?], _ model: inout TableModel,
    _ figures: [Figure],
    _ labels: inout LabelTable
  ) -> [Int] {
    var graded: [Int] = []
    for row in body where model.rows[row] != .header {
      let code = row < codes.count ? codes[row] : nil
      if read(row, table, columns, code, &model, figures, &labels) { graded.append(row) }
    }
    return graded
  }

  /// Reads a row. Returns whether a cell before its figures may be the label of a grade.
  private mutating func read(
    _ row: Int, _ table: Table, _ columns: [ColumnHeader], _ code: RowCode?, _ model: inout TableModel,
    _ figures: [Figure],
    _ labels: inout LabelTable
  ) -> Bool {
    let cells = look(at: row, table, columns, model, figures)
    var mark = RowMark()
    if cells.name >= 0 {
      let reading = reading(table.cells[cells.name], &labels)
      model.rowLabels[row] = readings[reading].label
      model.rowNames[row] = readings[reading].name
      model.rows[row] = readings[reading].role
      mark = readings[reading].mark
      mark.indent = Int(table.cells[cells.name].indent) + indentation(row, table, cells.name)
    } else {
      mark.isNameless = cells.isFilled
    }
    mark.code = code
    mark.counts = model.rowLabels[row] != 0 || cells.isFilled
    mark.page = table.rows[row].page
    mark.isUnsure = table.rows[row].reading > 0
    if cells.isLoose { mark.isLoose = true }
    if cells.isRelative { mark.isRelative = true }
    model.rowMarks[row] = mark
    return cells.mayBeGrade
  }

  /// What a look at the cells of a row shows.
  private struct RowCells {
    /// The last cell of words before the figures, leaving out those that hold a unit or a remark; -1 for none.
    var name = -1
    /// Whether one of the cells of words before the figures begins as the label of a grade may.
    var mayBeGrade = false
    /// Whether it has figures, and whether one of them stands in no known column.
    var isFilled = false
    var isLoose = false
    /// Whether it has several figures, all of them printed with a percent sign.
    var isRelative = false
  }

  private func look(
    at row: Int, _ table: Table, _ columns: [ColumnHeader], _ model: TableModel, _ figures: [Figure]
  ) -> RowCells {
    var found = RowCells()
    var count = 0
    var percents = 0
    let ids = model.figures.all.span
    let places = model.alignments.all.span
    let figures = figures.span
    for index in model.figures.indices(of: row) {
      let id = ids[index]
      if id >= 0 {
        count += 1
        if places[index] < 0 { found.isLoose = true }
        if figures[id].quantity.unit.dimension == .percent { percents += 1 }
      } else if count == 0, id != TableModel.blank {
        take(index, table, columns, &found)
      }
    }
    found.isFilled = count > 0
    found.isRelative = percents > 1 && percents == count
    return found
  }

  /// Takes a cell before the figures of its row for the name, if it may be.
  private func take(_ index: Int, _ table: Table, _ columns: [ColumnHeader], _ found: inout RowCells) {
    let range = table.cells[index].range
    if words.isDash(bytes, range) || isDigits(range) { return }
    // Few cells begin with a character that begins such a label.
    if !LabelText.keeps(bytes[range.lowerBound])
      || lexicon.gradeLabels.mayBegin(bytes.span, range.lowerBound, range.upperBound)
    {
      found.mayBeGrade = true
    }
    let column = Int(table.cells[index].column)
    let role = column >= 0 && column < columns.count ? columns[column].role : .unknown
    if found.name < 0 || role != .unit && role != .remark { found.name = index }
  }

  private func isDigits(_ range: Range<Int>) -> Bool {
    for at in range where bytes[at] &- 0x30 > 9 { return false }
    return true
  }

  /// An empty cell before the name moves it as a gap does.
  private func indentation(_ row: Int, _ table: Table, _ name: Int) -> Int {
    let first = table.rows[row].cells.lowerBound
    for cell in first..<name where !table.cells[cell].isEmpty { return 0 }
    return (name - first) * 8
  }

  // MARK: the text

  /// What the name in a cell says, by its index. One printed over several lines is joined; any other is read where it
  /// stands.
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
  private mutating func read(
    _ bytes: [UInt8], _ range: Range<Int>, _ label: LabelID, _ cell: Cell, _ labels: inout LabelTable
  ) {
    if readings.isEmpty { readings.reserveCapacity(64) }
    var reading = Reading(label: label, name: label, role: lexicon.rowRole(labels.spot(label)))
    let start = readOpening(bytes, range, cell, &reading.mark)
    if start > range.lowerBound {
      reading.name = labels.intern(coreOf: bytes, min(start, range.upperBound)..<range.upperBound)
    }
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
    mark.known = words.known(ofRow: full)
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
