// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Reads the rows of a grid whose cells are marked off: its parts with their headers, and the columns the cells stand
/// in.
struct Grid {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words
  let layout: TableLayout

  /// Columns looked at when a row does not fit its header.
  static let widestAligned = 40

  /// Finds the parts of a grid, and aligns its rows.
  /// - Parameter headerRows: rows at the start known to be the header.
  func read(_ grid: inout RawGrid, headerRows: Int) {
    let profile = ColumnProfile(grid)
    grid.parts = parts(&grid, profile, headerRows)
    for part in grid.parts {
      for row in part.header { spread(row, &grid, profile, isLast: row + 1 == part.header.upperBound) }
      if layout != .html, !part.header.isEmpty {
        Alignment(bytes: bytes, words: words).align(&grid, part)
      }
    }
    var count = 0
    for row in grid.rows.indices { count = max(count, grid.count(row)) }
    for cell in grid.cells.indices { count = max(count, Int(grid.cells[cell].column) + 1) }
    for columns in grid.readings.joined() { count = max(count, (columns.max() ?? -1) + 1) }
    grid.columnCount = count
  }

  /// Runs of rows, each under its own header.
  private func parts(_ grid: inout RawGrid, _ profile: ColumnProfile, _ headerRows: Int) -> [TablePart] {
    var parts: [TablePart] = []
    var header = 0..<0
    var start = 0
    var row = 0
    while row < grid.rows.count {
      guard row < headerRows || isHeader(row, &grid, profile) else {
        row += 1
        continue
      }
      let first = parts.isEmpty && header.isEmpty ? upperHeader(above: row, grid) : row
      if first > start || !header.isEmpty { parts.append(TablePart(header: header, body: start..<first)) }
      row += 1
      while row < grid.rows.count,
        row < headerRows || isHeader(row, &grid, profile) || isLowerHeader(row, grid, profile)
      { row += 1 }
      header = first..<row
      start = row
    }
    if start < grid.rows.count || !header.isEmpty {
      parts.append(TablePart(header: header, body: start..<grid.rows.count))
    }
    guard parts.count == 1, parts[0].header.isEmpty,
      let header = OpeningNames(grid: grid, isSpanned: layout == .html).header()
    else { return parts }
    let above = header.lowerBound > 0 ? [TablePart(header: 0..<0, body: 0..<header.lowerBound)] : []
    return above + [TablePart(header: header, body: header.upperBound..<grid.rows.count)]
  }

  /// Whether a row names columns: several cells, no figure, and header words or figures right below.
  private func isHeader(_ row: Int, _ grid: inout RawGrid, _ profile: ColumnProfile) -> Bool {
    if grid.hasFigures(row) { return false }
    let filled = grid.filled(row)
    guard filled >= 2 else { return false }
    var named = 0
    var namesFigures = false
    for cell in grid.rows[row].cells where grid.cells[cell].kind != .empty && isHeaderCell(&grid.cells[cell]) {
      named += 1
      if profile.isFigures(Int(grid.cells[cell].column)) { namesFigures = true }
    }
    // Below the top a row of names must name columns of figures, or most of the columns.
    if named * 2 >= filled, named >= 2 { return row < 2 || named >= 3 || namesFigures }
    guard row == 0, grid.rows.count > 1 else { return false }
    let below = (0..<min(grid.count(0), grid.count(1))).count {
      grid[1, $0].kind == .number && grid[0, $0].kind == .text
    }
    return below >= 2 && below * 2 >= filled - 1
  }

  /// The first row of a header whose last row is known: names alone stand above it (人员经费 | 公用经费), no captions (单位：万元).
  private func upperHeader(above row: Int, _ grid: RawGrid) -> Int {
    var first = row
    while first > 0 {
      guard grid.filled(first - 1) >= 2, !grid.hasFigures(first - 1) else { break }
      let isNamed = grid.cells[grid.rows[first - 1].cells].allSatisfy {
        $0.kind == .empty || $0.range.count <= Grid.longestName && !bytes[$0.range].contains(0x3A)
      }
      guard isNamed else { break }
      first -= 1
    }
    return first
  }

  /// Bytes of a name over columns at most.
  static let longestName = 60

  /// The second line of a header: names alone, over columns of figures or fewer than the columns.
  private func isLowerHeader(_ row: Int, _ grid: RawGrid, _ profile: ColumnProfile) -> Bool {
    if grid.hasFigures(row) || grid.holds(row, .value, or: .value) || grid.filled(row) < 2 { return false }
    let cells = grid.cells[grid.rows[row].cells]
    guard cells.allSatisfy({ $0.kind == .empty || $0.range.count <= Grid.longestName }) else { return false }
    if cells.count < profile.count, cells.count == profile.figureColumns.count { return true }
    if divides(row, grid) { return true }
    return cells.allSatisfy { $0.kind == .empty || profile.isFigures(Int($0.column)) }
  }

  /// Whether names stand under the cells that a merged cell of the row above left empty.
  private func divides(_ row: Int, _ grid: RawGrid) -> Bool {
    let width = grid.count(row)
    guard width == grid.count(row - 1), let first = (0..<width).first(where: { grid[row - 1, $0].kind == .text }) else {
      return false
    }
    return (first..<width).contains { grid[row - 1, $0].kind == .empty && grid[row, $0].kind == .text }
  }

  private func isHeaderCell(_ cell: inout Cell) -> Bool {
    guard cell.range.count <= 90 else { return false }
    return Grid.label(bytes, cell.range) { text, range in
      let role = words.roles[text, range]
      if !range.isEmpty { cell.header = .some(role) }
      return role != nil || words.headerEnds.endsWith(text, range)
    }
  }

  /// A header row with fewer cells than the rows below has lost its merged cells: they are spread over what they name.
  private func spread(_ row: Int, _ grid: inout RawGrid, _ profile: ColumnProfile, isLast: Bool) {
    guard layout != .html, grid.count(row) < profile.count else { return }
    let figures = profile.figureColumns
    // Empty cells before its names say where they stand.
    if grid[row, 0].kind == .empty, figures.first.map({ $0 > 0 }) ?? false,
      grid.cells[grid.rows[row].cells].allSatisfy({ $0.kind == .empty || profile.isFigures(Int($0.column)) })
    {
      return
    }
    let groups = profile.groups
    if grid.count(row) == groups.count, !isLast || figures.count != groups.count {
      grid.place(row, in: groups.map(\.lowerBound))
      for (cell, group) in zip(grid.rows[row].cells, groups) {
        grid.cells[cell].span = Int32(truncatingIfNeeded: group.count)
      }
    } else if grid.count(row) == figures.count, !figures.isEmpty,
      figures[0] == 0 || !Grid.headsNames(bytes, grid[row, 0].range, words)
    {
      grid.place(row, in: figures)
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
