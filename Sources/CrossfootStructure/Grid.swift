// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Makes a grid of rows whose cells are marked off: its parts with their headers, and the columns the cells stand in.
struct Grid {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words
  let layout: TableLayout

  /// Columns looked at when a row does not fit its header.
  static let widestAligned = 40

  /// The parts and alignments of the rows.
  /// - Parameter headerRows: rows at the start known to be the header.
  func grid(_ printed: consuming [Row], _ kinds: CellKinds, headerRows: Int) -> RawGrid {
    var rows = printed
    let profile = ColumnProfile(rows, kinds, isEven: layout != .html)
    let parts = parts(rows, kinds, profile, headerRows)
    for part in parts {
      for row in part.header { spread(&rows[row], profile, isLast: row + 1 == part.header.upperBound) }
      if layout != .html, !part.header.isEmpty {
        Alignment(bytes: bytes, words: words, kinds: kinds).align(&rows, part)
      }
    }
    var count = 0
    for row in rows.indices {
      count = max(count, rows[row].cells.count)
      for reading in rows[row].alignments.indices {
        for column in rows[row].alignments[reading] { count = max(count, column + 1) }
      }
    }
    var grid = RawGrid()
    grid.rows = rows
    grid.kinds = kinds
    grid.parts = parts
    grid.columnCount = count
    return grid
  }

  /// Runs of rows, each under its own header.
  private func parts(_ rows: [Row], _ kinds: CellKinds, _ profile: ColumnProfile, _ headerRows: Int) -> [TablePart] {
    var parts: [TablePart] = []
    var header = 0..<0
    var start = 0
    var row = 0
    while row < rows.count {
      guard row < headerRows || isHeader(row, rows, kinds, profile) else {
        row += 1
        continue
      }
      let first = parts.isEmpty && header.isEmpty ? upperHeader(above: row, rows, kinds) : row
      if first > start || !header.isEmpty { parts.append(TablePart(header: header, body: start..<first)) }
      row += 1
      while row < rows.count,
        row < headerRows || isHeader(row, rows, kinds, profile) || isLowerHeader(row, rows, kinds, profile)
      {
        row += 1
      }
      header = first..<row
      start = row
    }
    if start < rows.count || !header.isEmpty { parts.append(TablePart(header: header, body: start..<rows.count)) }
    return parts
  }

  /// Whether a row names columns: several cells, no figure, and header words or figures right below.
  private func isHeader(_ row: Int, _ rows: [Row], _ kinds: CellKinds, _ profile: ColumnProfile) -> Bool {
    if kinds.hasFigures(row) { return false }
    let filled = kinds.filled(row)
    guard filled >= 2 else { return false }
    var named = 0
    var namesFigures = false
    for cell in 0..<kinds.count(row) where kinds[row, cell] != .empty && isHeaderCell(rows[row].cells[cell]) {
      named += 1
      if profile.isFigures(rows[row].alignments[0][cell]) { namesFigures = true }
    }
    // Below the top a row of names must name columns of figures, or most of the columns.
    if named * 2 >= filled, named >= 2 { return row < 2 || named >= 3 || namesFigures }
    guard row == 0, rows.count > 1 else { return false }
    let below = (0..<min(kinds.count(0), kinds.count(1))).count { kinds[1, $0] == .number && kinds[0, $0] == .text }
    return below >= 2 && below * 2 >= filled - 1
  }

  /// The first row of a header whose last row is known: names alone stand above it (人员经费 | 公用经费), no captions (单位：万元).
  private func upperHeader(above row: Int, _ rows: [Row], _ kinds: CellKinds) -> Int {
    var first = row
    while first > 0 {
      guard kinds.filled(first - 1) >= 2, !kinds.hasFigures(first - 1) else { break }
      let cells = rows[first - 1].cells
      let isNamed = cells.indices.allSatisfy {
        kinds[first - 1, $0] == .empty || cells[$0].range.count <= Grid.longestName && !bytes[cells[$0].range].contains(0x3A)
      }
      guard isNamed else { break }
      first -= 1
    }
    return first
  }

  /// Bytes of a name over columns at most.
  private static let longestName = 60

  /// The second line of a header: names alone, over columns of figures or fewer than the columns.
  private func isLowerHeader(_ row: Int, _ rows: [Row], _ kinds: CellKinds, _ profile: ColumnProfile) -> Bool {
    if kinds.contains(row, where: { $0 != .text && $0 != .empty }) || kinds.filled(row) < 2 { return false }
    let cells = rows[row].cells
    guard cells.indices.allSatisfy({ kinds[row, $0] == .empty || cells[$0].range.count <= Grid.longestName }) else { return false }
    if cells.count < profile.count, cells.count == profile.figureColumns.count { return true }
    if divides(row, kinds) { return true }
    return cells.indices.allSatisfy { kinds[row, $0] == .empty || profile.isFigures(rows[row].alignments[0][$0]) }
  }

  /// Whether names stand under the cells that a merged cell of the row above left empty.
  private func divides(_ row: Int, _ kinds: CellKinds) -> Bool {
    let width = kinds.count(row)
    guard width == kinds.count(row - 1), let first = (0..<width).first(where: { kinds[row - 1, $0] == .text }) else { return false }
    return (first..<width).contains { kinds[row - 1, $0] == .empty && kinds[row, $0] == .text }
  }

  private func isHeaderCell(_ cell: Cell) -> Bool {
    guard cell.range.count <= 90 else { return false }
    return Grid.isHeader(bytes, cell.range, words)
  }

  /// A header row with fewer cells than the rows below has lost its merged cells: they are spread over what they name.
  private func spread(_ row: inout Row, _ profile: ColumnProfile, isLast: Bool) {
    guard layout != .html, row.cells.count < profile.count else { return }
    let figures = profile.figureColumns
    let groups = profile.groups
    if row.cells.count == groups.count, !isLast || figures.count != groups.count {
      row.alignments = [groups.map(\.lowerBound)]
      for (cell, group) in groups.enumerated() { row.cells[cell].span = group.count }
    } else if row.cells.count == figures.count, let first = row.cells.first,
      figures.first == 0 || !Grid.headsNames(bytes, first.range, words)
    {
      row.alignments = [figures]
    }
  }

  /// Whether a text names a column.
  static func isHeader(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Bool {
    label(bytes, range) { words.roles[$0, $1] != nil || words.headerEnds.endsWith($0, $1) }
  }

  /// Whether a text heads names or codes, and no figures.
  static func headsNames(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Bool {
    label(bytes, range) { words.roles[$0, $1] }.map { $0 == .label || $0 == .code } ?? false
  }

  /// Reads a header's words without gaps and without a bracket at the end: 项目资金(万元) reads 项目资金.
  @inline(__always)
  static func label<Result>(_ bytes: [UInt8], _ range: Range<Int>, read: ([UInt8], Range<Int>) -> Result) -> Result {
    // Most have no gap: they are read where they stand.
    if bytes.span.next(below: 0x21, from: range.lowerBound, to: range.upperBound) == range.upperBound {
      return read(bytes, withoutBracket(bytes, range))
    }
    let text = bytes.compact(range)
    return read(text, withoutBracket(text, text.indices))
  }

  /// A text without a bracket at its end.
  static func withoutBracket(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty, bytes[range.upperBound - 1] == 0x29 else { return range }
    var open = range.upperBound - 1
    while open > range.lowerBound, bytes[open] != 0x28 { open -= 1 }
    return open > range.lowerBound ? range.lowerBound..<open : range
  }
}
