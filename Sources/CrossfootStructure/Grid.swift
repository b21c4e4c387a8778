// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Makes a grid of rows whose cells are marked off: its parts with their headers, and the columns the cells stand in.
struct Grid {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// Columns looked at when a row does not fit its header.
  static let widestAligned = 40

  /// The parts and alignments of the rows.
  func grid(_ rows: [Row]) -> RawGrid {
    var grid = RawGrid()
    grid.rows = rows
    let kinds = rows.map { row in row.cells.map { CellKind.of(bytes[$0.range]) } }
    grid.parts = parts(rows, kinds)
    for part in grid.parts where !part.header.isEmpty {
      Alignment(bytes: bytes, words: words, kinds: kinds).align(&grid.rows, part)
    }
    grid.columnCount = grid.rows.reduce(0) { max($0, $1.cells.count, ($1.alignments.joined().max() ?? -1) + 1) }
    return grid
  }

  /// Runs of rows, each under its own header.
  private func parts(_ rows: [Row], _ kinds: [[CellKind]]) -> [TablePart] {
    var parts: [TablePart] = []
    var header = 0..<0
    var start = 0
    var row = 0
    while row < rows.count {
      guard isHeader(row, rows, kinds) else {
        row += 1
        continue
      }
      if row > start || !header.isEmpty { parts.append(TablePart(header: header, body: start..<row)) }
      let first = row
      while row < rows.count, isHeader(row, rows, kinds) { row += 1 }
      header = first..<row
      start = row
    }
    if start < rows.count || !header.isEmpty { parts.append(TablePart(header: header, body: start..<rows.count)) }
    return parts
  }

  /// Whether a row names columns: several cells, no figure, and header words or figures right below.
  private func isHeader(_ row: Int, _ rows: [Row], _ kinds: [[CellKind]]) -> Bool {
    let cells = kinds[row].indices.filter { kinds[row][$0] != .empty }
    guard cells.count >= 2, !cells.contains(where: { kinds[row][$0] == .number || kinds[row][$0] == .dash }) else { return false }
    let named = cells.count { isHeaderCell(rows[row].cells[$0]) }
    if named * 2 >= cells.count, named >= 2 { return true }
    guard row == 0, rows.count > 1, cells.count >= 2 else { return false }
    let below = kinds[1].indices.count { kinds[1][$0] == .number && $0 < kinds[0].count && kinds[0][$0] == .text }
    return below >= 2 && below * 2 >= cells.count - 1
  }

  func isHeaderCell(_ cell: Cell) -> Bool {
    guard cell.range.count <= 90 else { return false }
    return Grid.isHeader(bytes, cell.range, words)
  }

  /// Whether a text names a column.
  static func isHeader(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Bool {
    let text = Grid.label(bytes, range)
    return words.roles[text] != nil || words.headerEnds.suffix(of: text) != nil
  }

  /// A header's words without gaps and without a bracket at the end: 项目资金(万元) reads 项目资金.
  static func label(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    withoutBracket(bytes.compact(range))
  }

  /// A text without a bracket at its end.
  static func withoutBracket(_ text: [UInt8]) -> [UInt8] {
    guard text.last == 0x29, let open = text.lastIndex(of: 0x28), open > 0 else { return text }
    return Array(text[..<open])
  }

}
