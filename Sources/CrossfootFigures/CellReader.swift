// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds which figure is which cell of a table, and what else stands in cells.
struct CellReader {
  let bytes: [UInt8]
  let lexicon: Lexicon

  /// Places the figures and marks of a table.
  func place(_ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    var values: [FigureID] = []
    values.reserveCapacity(model.alignments.count)
    // Cells follow each other in the text, so the figures of one follow those of the one before.
    var next = 0
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices {
        if table.rows[row].cells[cell].isEmpty {
          values.append(TableModel.blank)
          continue
        }
        let range = table.rows[row].cells[cell].range
        let ids = facts.figures.ids(in: range, after: &next)
        for id in ids { facts.figures[id].place = .cell(table: model.table, row: row, cell: cell) }
        if ids.count == 1, fills(range, facts.figures[ids.lowerBound].extent) {
          values.append(ids.lowerBound)
          if table.rows[row].cells[cell].damaged { facts.figures[ids.lowerBound].readable = false }
          continue
        }
        values.append(-1)
        if let kind = markKind(range) {
          model.marks[row, cell] = facts.marks.count
          facts.marks.append(Mark(kind, range: range, place: .cell(table: model.table, row: row, cell: cell)))
        }
      }
    }
    model.figures = CellTable(values, like: model.alignments)
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
  /// Ids of the figures in a cell.
  /// - Parameter next: the first figure behind the cell before, most often the first one from this cell on; becomes that behind this one.
  @inline(__always)
  fileprivate func ids(in cell: Range<Int>, after next: inout FigureID) -> Range<FigureID> {
    if next > 0, next < count, self[next].range.lowerBound >= cell.upperBound, self[next - 1].range.lowerBound < cell.lowerBound {
      return next..<next
    }
    let ids = ids(in: cell, near: next)
    next = ids.upperBound
    return ids
  }
}
