// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads what the rows of a table are called and what their print says of their place.
struct RowReader {
  let document: Document
  let lexicon: Lexicon
  let words: TableLexicon

  /// What is read of one row.
  struct Reading {
    var label = LabelSpot(bytes: [], range: 0..<0)
    /// The label without code, numbering and opening words, the name that other tables print; nil if it has none of them.
    var name: LabelSpot?
    var mark = RowMark()
    var role = RowRole.item
  }

  /// - Parameters:
  ///   - columns: roles of the columns of the row's part.
  ///   - figures: for each cell the figure that fills it, or -1.
  func read(_ row: Row, _ columns: [ColumnRole], figures: CellTable<FigureID>.Row) -> Reading {
    var reading = Reading()
    reading.mark.page = row.page
    reading.mark.counts = figures.contains { $0 >= 0 }
    guard let index = nameCell(row, columns, figures) else {
      reading.mark.isNameless = reading.mark.counts
      return reading
    }
    let cell = row.cells[index]
    // A name printed over several lines is joined; any other is read where it stands.
    let isWhole = cell.rest == 0
    let bytes = isWhole ? document.flow.bytes : document.bytes(of: cell)
    let range = isWhole ? cell.range : 0..<bytes.count
    reading.label = LabelText.core(of: bytes, range)
    reading.role = lexicon.rowRole(reading.label)
    reading.mark.counts = !reading.label.isEmpty || reading.mark.counts
    reading.mark.indent = cell.indent + indentation(row, index)
    readMark(bytes, range, cell, &reading)
    return reading
  }

  /// The last cell of words before the figures, leaving out those that hold a unit or a remark.
  private func nameCell(_ row: Row, _ columns: [ColumnRole], _ figures: CellTable<FigureID>.Row) -> Int? {
    let first = figures.firstIndex { $0 >= 0 } ?? row.cells.count
    var name: Int?
    for index in 0..<first where !row.cells[index].isEmpty {
      let range = row.cells[index].range
      if words.isDash(document.flow.bytes, range) || document.flow.bytes[range].allSatisfy({ $0 &- 0x30 < 10 }) { continue }
      let column = row.alignments.first.map { $0[index] } ?? -1
      let role = column >= 0 && column < columns.count ? columns[column] : .unknown
      if name == nil || role != .unit && role != .remark { name = index }
    }
    return name
  }

  /// An empty cell before the name moves it as a gap does.
  private func indentation(_ row: Row, _ index: Int) -> Int {
    row.cells[..<index].allSatisfy(\.isEmpty) ? index * 8 : 0
  }

  /// Reads what stands before the name and what the name says.
  private func readMark(_ bytes: [UInt8], _ range: Range<Int>, _ cell: Cell, _ reading: inout Reading) {
    var start = range.lowerBound
    let end = range.upperBound
    if let number = document.numbering(of: cell) {
      reading.mark.numbering = number.level
      reading.mark.ordinal = ordinal(bytes[start..<min(start + number.length, end)])
      start += number.length
    }
    if let (_, after) = words.parts.longest(in: bytes, at: skipGaps(bytes, start, end), end: end) {
      reading.mark.isPart = true
      start = after
    }
    if let (_, after) = words.minus.longest(in: bytes, at: skipGaps(bytes, start, end), end: end) {
      reading.mark.isDeduction = true
      start = after
    } else if let (_, after) = words.plus.longest(in: bytes, at: skipGaps(bytes, start, end), end: end) {
      start = after
    }
    let digits = bytes[min(start, end)..<end].prefix { $0 &- 0x30 < 10 }.count
    // A code in the cell of the name.
    if digits >= 3 { start += digits }
    let isAll = start == range.lowerBound
    if !isAll { reading.name = LabelText.core(of: bytes, min(start, end)..<end) }
    readName(reading.name ?? reading.label, &reading.mark)
  }

  /// What a name without numbering and opening words says.
  private func readName(_ full: LabelSpot, _ mark: inout RowMark) {
    mark.known = words.known(full)
    let name = full.withoutBracket
    if name.ends(in: words.subtotals) {
      mark.word = .subtotal
    } else if name.ends(in: words.totals) {
      mark.word = .total
      mark.isGrand = name.ends(in: words.grands)
    }
    if mark.word == .total { mark.side = lexicon.side(of: name) }
    (mark.isRelative, mark.isReal) = words.kinds(of: name, withBracket: full)
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
