// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds which figure is which cell of a table, and what else stands in cells.
struct CellReader {
  let bytes: [UInt8]
  let lexicon: Lexicon

  /// Places the figures and marks of a table.
  func place(_ table: Table, _ model: inout TableModel, _ all: inout [Figure], _ marks: inout [Mark]) {
    var values = [FigureID](of: TableModel.blank, times: table.cells.count)
    placeFigures(table, model.table, &values, &all)
    model.figures = CellTable(values, like: model.alignments)
    for row in table.rows.indices {
      let first = table.rows[row].cells.lowerBound
      for index in table.rows[row].cells where values[index] == -1 {
        let range = table.cells[index].range
        guard let kind = markKind(range) else { continue }
        model.marks[at: index] = marks.count
        marks.append(Mark(kind, range: range, place: .cell(table: model.table, row: row, cell: index - first)))
      }
    }
  }

  /// Tells figures which cells they stand in, and cells which figures they are.
  private func placeFigures(_ table: Table, _ number: Int, _ values: inout [FigureID], _ all: inout [Figure]) {
    let cells = table.cells.span
    var values = values.mutableSpan
    var figures = all.mutableSpan
    var cursor = FigureCursor()
    for row in table.rows.indices {
      let own = table.rows[row].cells
      for index in own where !cells[index].isEmpty {
        let range = cells[index].range
        let ids = cursor.ids(in: range, of: figures)
        values[index] = -1
        for id in ids { figures[id].place = .cell(table: number, row: row, cell: index - own.lowerBound) }
        guard ids.count == 1, fills(range, figures[ids.lowerBound].extent) else { continue }
        values[index] = ids.lowerBound
        if cells[index].damaged { figures[ids.lowerBound].readable = false }
      }
    }
  }

  /// Whether a figure is all that a cell says: nothing besides it but a unit in brackets.
  private func fills(_ cell: Range<Int>, _ extent: Range<Int>) -> Bool {
    guard extent.lowerBound <= cell.lowerBound || onlyGaps(cell.lowerBound..<extent.lowerBound) else { return false }
    let rest = max(extent.upperBound, cell.lowerBound)..<cell.upperBound
    if onlyGaps(rest) { return true }
    return bytes[rest.lowerBound] == 0x28 && bytes[rest.upperBound - 1] == 0x29
  }

  private func onlyGaps(_ range: Range<Int>) -> Bool {
    for at in range where bytes[at] != 0x20 { return false }
    return true
  }

  /// What a cell says that is no figure.
  @inline(__always)
  private func markKind(_ cell: Range<Int>) -> Mark.Kind? {
    if cell.isEmpty { return nil }
    if bytes[cell.lowerBound] == 0x23, SpreadsheetError.matches(bytes[cell]) { return .spreadsheetError }
    guard lexicon.noDeviation.mayBegin(bytes.span, cell.lowerBound, cell.upperBound) else { return nil }
    return lexicon.noDeviation.word(bytes, cell) != nil ? .noDeviation : nil
  }
}

extension [Figure] {
  /// Ids of the figures in a range of the flow.
  /// - Parameter guess: a figure that may be the first of them.
  public func ids(in range: Range<Int>, near guess: FigureID = 0) -> Range<FigureID> {
    var low = 0
    var high = count
    if guess > 0, guess <= count, self[guess - 1].range.lowerBound < range.lowerBound {
      low = guess
      if guess == count || self[guess].range.lowerBound >= range.lowerBound { high = guess }
    }
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < count, self[end].range.upperBound <= range.upperBound { end += 1 }
    return low..<end
  }
}

/// Finds the figures of cells that mostly follow each other in the text: so do their figures.
private struct FigureCursor {
  /// The first figure behind the cell before; where it begins, and where the one before it does.
  private var next: FigureID = 0
  private var start = 0
  private var lastStart = -1

  /// Ids of the figures in a cell.
  @inline(__always)
  mutating func ids(in cell: Range<Int>, of figures: borrowing MutableSpan<Figure>) -> Range<FigureID> {
    cell.lowerBound > lastStart && cell.upperBound <= start ? next..<next : move(to: cell, figures)
  }

  private mutating func move(to cell: Range<Int>, _ figures: borrowing MutableSpan<Figure>) -> Range<FigureID> {
    if lastStart >= cell.lowerBound { next = 0 }
    if next < figures.count, figures[next].range.lowerBound < cell.lowerBound { search(cell.lowerBound, figures) }
    let first = next
    while next < figures.count, figures[next].range.upperBound <= cell.upperBound { next += 1 }
    lastStart = next > 0 ? figures[next - 1].range.lowerBound : -1
    start = next < figures.count ? figures[next].range.lowerBound : .max
    return first..<next
  }

  /// Goes on to the first figure from an offset on.
  private mutating func search(_ offset: Int, _ figures: borrowing MutableSpan<Figure>) {
    var (low, high) = (next + 1, figures.count)
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    next = low
  }
}
