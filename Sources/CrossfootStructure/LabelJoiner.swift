// SPDX-License-Identifier: Apache-2.0

/// A row of a table with columns: the line of its numbers, and the pieces of its names printed above and below that line.
struct PlacedRow: Sendable {
  var line: PieceLine
  /// Pieces from lines above, then from lines below.
  var above: [Piece] = []
  var below: [Piece] = []
}

/// Gives the lines of names between rows of figures to the rows they belong to.
struct LabelJoiner {
  let lines: [PieceLine]

  /// Rows in printed order; a line of names that belongs to none is a row of its own.
  func rows() -> [PlacedRow] {
    var rows: [PlacedRow] = []
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, lines[end].blanksAbove == 0, lines[end].page == lines[start].page { end += 1 }
      join(start..<end, into: &rows)
      start = end
    }
    return rows
  }

  /// Lines with no blank line between them.
  private func join(_ block: Range<Int>, into rows: inout [PlacedRow]) {
    let figures = block.filter { lines[$0].numbers > 0 }
    if figures.count == 1, let row = figures.first, block.count <= 6, block.count > 1 {
      rows.append(
        PlacedRow(
          line: lines[row], above: block.prefix { $0 < row }.flatMap { lines[$0].pieces },
          below: block.filter { $0 > row }.flatMap { lines[$0].pieces }))
      return
    }
    var names: [Int] = []
    for index in block {
      if lines[index].numbers == 0 {
        names.append(index)
        continue
      }
      var row = PlacedRow(line: lines[index])
      if !hasName(lines[index]), !names.isEmpty, names.count <= 4 {
        row.above = names.flatMap { lines[$0].pieces }
      } else {
        rows += names.map { PlacedRow(line: lines[$0]) }
      }
      names = []
      rows.append(row)
    }
    rows += names.map { PlacedRow(line: lines[$0]) }
  }

  /// Whether a name stands before the first amount of a line.
  private func hasName(_ line: PieceLine) -> Bool {
    line.pieces.prefix { !$0.isNumber || $0.isCode }.contains { !$0.isNumber }
  }
}
