// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds which figure is which cell of a table, and what else stands in cells.
struct CellReader {
  let bytes: [UInt8]
  let lexicon: Lexicon

  /// Places the figures and marks of a table.
  func place(_ table: Table, _ model: inout TableModel, _ facts: inout Facts) {
    model.figures = CellTable(place(table, model.table, &facts.figures), like: model.alignments)
    for row in table.rows.indices {
      let first = model.figures.indices(of: row).lowerBound
      // What neither is empty nor filled by a figure.
      for cell in table.rows[row].cells.indices where model.figures[at: first + cell] == -1 {
        let range = table.rows[row].cells[cell].range
        guard let kind = markKind(range) else { continue }
        model.marks[row, cell] = facts.marks.count
        facts.marks.append(Mark(kind, range: range, place: .cell(table: model.table, row: row, cell: cell)))
      }
    }
  }

  /// For each cell the figure that fills it. Tells each figure where it stands.
  private func place(_ table: Table, _ index: Int, _ figures: inout [Figure]) -> [FigureID] {
    var values: [FigureID] = []
    values.reserveCapacity(table.rows.reduce(0) { $0 + $1.cells.count })
    // Cells follow each other in the text, so the figures of one follow those of the one before.
    var next = 0
    for row in table.rows.indices {
      for cell in table.rows[row].cells.indices {
        let content = table.rows[row].cells[cell]
        if content.isEmpty {
          values.append(TableModel.blank)
          continue
        }
        let ids = figures.ids(in: content.range, near: next)
        next = ids.upperBound
        for id in ids { figures[id].place = .cell(table: index, row: row, cell: cell) }
        if ids.count == 1, fills(content.range, figures[ids.lowerBound].extent) {
          values.append(ids.lowerBound)
          if content.damaged { figures[ids.lowerBound].readable = false }
        } else {
          values.append(-1)
        }
      }
    }
    return values
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
}
