// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage

/// Makes a table of rows of cells: its parts with their headers, and the columns the cells stand in.
struct Grid {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// Columns looked at when a row does not fit its header.
  static let widestAligned = 40

  /// The table that the rows form.
  func table(_ rows: [Row], _ layout: TableLayout, block: Int) -> Table {
    var rows = rows
    let kinds = rows.map { row in row.cells.map { CellKind.of(bytes[$0.range]) } }
    for row in rows.indices {
      for cell in rows[row].cells.indices { rows[row].cells[cell].damaged = isDamaged(rows[row].cells[cell]) }
    }
    let parts = parts(rows, kinds)
    if layout != .flattened {
      for part in parts where !part.header.isEmpty {
        Alignment(bytes: bytes, words: words, kinds: kinds).align(&rows, part)
      }
    }
    let columns = rows.reduce(0) { max($0, $1.cells.count, ($1.alignments.joined().max() ?? -1) + 1) }
    return Table(layout: layout, rows: rows, columnCount: columns, parts: parts, block: block)
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

  private func isHeaderCell(_ cell: Cell) -> Bool {
    guard cell.range.count <= 90 else { return false }
    let text = Grid.label(bytes, cell.range)
    return words.roles[text] != nil || words.headerEnds.suffix(of: text) != nil
  }

  /// A header's words without gaps and without a bracket at the end: 项目资金(万元) reads 项目资金.
  static func label(_ bytes: [UInt8], _ range: Range<Int>) -> [UInt8] {
    let text = bytes.compact(range)
    guard text.last == 0x29, let open = text.lastIndex(of: 0x28), open > 0 else { return text }
    return Array(text[..<open])
  }

  /// Columns of the gap at the start of a piece of folded text.
  static func indent(of piece: Range<Int>, in bytes: [UInt8]) -> Int {
    var index = piece.lowerBound
    while index < piece.upperBound, bytes[index] <= 0x20 { index += 1 }
    return index == piece.upperBound ? 0 : index - piece.lowerBound
  }

  /// Cut off for certain: a bracket opens and never closes, or a comparison has lost its number.
  private func isDamaged(_ cell: Cell) -> Bool {
    guard !cell.isEmpty else { return false }
    let text = bytes[cell.range]
    var depth = 0
    for byte in text {
      if byte == 0x28 { depth += 1 } else if byte == 0x29 { depth -= 1 }
    }
    if depth > 0 { return true }
    return cell.range.count <= 60 && words.comparisons.suffix(of: Array(text)) != nil
  }
}
