// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds which figure is which cell of a table, and what else stands in cells.
struct CellReader {
  let document: Document
  let lexicon: Lexicon
  let words: TableLexicon

  /// Places the figures and marks of a table.
  func place(_ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    // Cells follow each other in the text, so the figures of one follow those of the one before.
    var next = 0
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices {
        let content = table.rows[row].cells[cell]
        guard !content.isEmpty else {
          model.figures[row, cell] = TableModel.blank
          continue
        }
        let place = Place.cell(table: model.table, row: row, cell: cell)
        let ids = facts.figures.ids(in: content.range, near: next)
        next = ids.upperBound
        for id in ids { facts.figures[id].place = place }
        if ids.count == 1, let id = ids.first, fills(content, facts.figures[id].extent) {
          model.figures[row, cell] = id
          if content.damaged { facts.figures[id].readable = false }
        }
        if let kind = markKind(content) {
          model.marks[row, cell] = facts.marks.count
          facts.marks.append(Mark(kind, range: content.range, place: place))
        }
      }
    }
  }

  /// Whether a figure is all that a cell says: nothing besides it but a unit in brackets.
  private func fills(_ cell: Cell, _ extent: Range<Int>) -> Bool {
    guard extent.lowerBound <= cell.range.lowerBound || onlyGaps(cell.range.lowerBound..<extent.lowerBound) else { return false }
    let rest = max(extent.upperBound, cell.range.lowerBound)..<cell.range.upperBound
    if onlyGaps(rest) { return true }
    return document.flow.bytes[rest.lowerBound] == 0x28 && document.flow.bytes[rest.upperBound - 1] == 0x29
  }

  private func onlyGaps(_ range: Range<Int>) -> Bool {
    range.isEmpty || document.flow.bytes[range].allSatisfy { $0 == 0x20 }
  }

  private func markKind(_ cell: Cell) -> Mark.Kind? {
    let bytes = document.flow.bytes
    if !cell.range.isEmpty, bytes[cell.range.lowerBound] == 0x23, SpreadsheetError.matches(bytes[cell.range]) { return .spreadsheetError }
    return lexicon.noDeviation.word(bytes, cell.range) != nil ? .noDeviation : nil
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
