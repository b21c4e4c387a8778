// SPDX-License-Identifier: Apache-2.0

/// Makes the grid of a table whose cells only gaps and line ends part.
struct GapGrid {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// The lines of a table whose numbers stand under each other, its header cut to the columns; nil for another.
  static func placed(_ lines: [PieceLine], cutter: PieceCutter) -> [PieceLine]? {
    let count = headerCount(lines, isPlaced: true)
    guard let columns = ColumnFinders(Array(lines.dropFirst(count))) else { return nil }
    var lines = lines
    for index in 0..<count {
      lines[index].pieces = lines[index].pieces.flatMap { piece in
        columns.covered(piece).count > 1 ? cutter.divide(piece, columns.covered(piece).count) : [piece]
      }
    }
    return lines
  }

  /// The grid of lines cut into pieces.
  func grid(_ lines: [PieceLine], _ layout: TableLayout) -> RawGrid {
    if layout == .columns {
      let count = GapGrid.headerCount(lines, isPlaced: true)
      if let placed = ColumnGrid(header: Array(lines.prefix(count)), body: Array(lines.dropFirst(count))) {
        return placed.grid()
      }
    }
    return layout == .cellPerLine ? cellStream(lines) : stream(lines)
  }

  /// Most lines of the first row's name above its figures.
  private static let longestName = 2

  /// Lines before the first with a figure. Where a blank line sets the header off, single pieces right above that line are the
  /// name of the first row.
  private static func headerCount(_ lines: [PieceLine], isPlaced: Bool = false) -> Int {
    guard let first = lines.firstIndex(where: { $0.numbers > 0 }) else { return lines.count }
    var start = first
    while isPlaced, start > 0, lines[start].blanksAbove == 0 { start -= 1 }
    let names = lines[start..<first]
    return start > 0 && names.count <= longestName && names.allSatisfy { $0.pieces.count == 1 } ? start : first
  }

  private func stream(_ lines: [PieceLine]) -> RawGrid {
    var count = GapGrid.headerCount(lines)
    if count < lines.count, lines[count].numbers == lines[count].pieces.count, count > 0, isName(lines[count - 1]) {
      count -= 1
    }
    var assembler = RowAssembler(lines.dropFirst(count))
    let rows = assembler.assemble()
    return StreamGrid(
      bytes: bytes, words: words, header: Array(lines.prefix(count)), rows: rows, hasCodes: assembler.hasCodes
    ).grid()
  }

  /// Whether the line above the first figures is their name and no header.
  private func isName(_ line: PieceLine) -> Bool {
    guard line.pieces.count == 1, let piece = line.pieces.first else { return false }
    return !Grid.isHeader(bytes, piece.range, words)
  }

  private func cellStream(_ lines: [PieceLine]) -> RawGrid {
    let hasCodes = RowAssembler(lines[...]).hasCodes
    var stream = CellStream(lines, hasCodes: hasCodes)
    let (cells, rows) = stream.assemble()
    let first = lines.first
    let header = PieceLine(pieces: cells, page: first?.page ?? 0, blanksAbove: 0, indent: 0)
    return StreamGrid(
      bytes: bytes, words: words, header: cells.isEmpty ? [] : [header], rows: rows, hasCodes: hasCodes
    ).grid()
  }
}
