// SPDX-License-Identifier: Apache-2.0

/// Makes the grid of a table whose cells only gaps and line ends part.
struct GapGrid {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// The lines of a table whose numbers stand under each other, its header cut to the columns; nil for another.
  static func placed(_ table: PieceLines, cutter: PieceCutter) -> PieceLines? {
    let count = headerCount(table, bytes: cutter.bytes, isPlaced: true)
    guard let columns = ColumnFinders(table.lines[count...], table.pieces) else { return nil }
    var placed = PieceLines(table.lines.count, pieces: table.pieces.count)
    for index in table.lines.indices {
      let start = placed.pieces.count
      for piece in table.pieces[table.lines[index].pieces] {
        let covered = index < count ? columns.covered(piece).count : 1
        if covered > 1 { placed.pieces += cutter.divide(piece, covered) } else { placed.pieces.append(piece) }
      }
      var line = table.lines[index]
      line.pieces = start..<placed.pieces.count
      line.numbers = placed.pieces[start...].count { $0.isNumber }
      placed.lines.append(line)
    }
    return placed
  }

  /// The grid of lines cut into pieces.
  func grid(_ table: PieceLines, _ layout: TableLayout) -> RawGrid {
    if layout == .columns {
      let count = GapGrid.headerCount(table, bytes: bytes, isPlaced: true)
      if let placed = ColumnGrid(table.pieces, header: table.lines[..<count], body: table.lines[count...], opens: opens)
      {
        return placed.grid { [bytes, words] in Grid.label(bytes, $0.range) { words.roles[$0, $1] } }
      }
    }
    return layout == .cellPerLine ? cellStream(table) : stream(table)
  }

  /// Whether a piece opens a name: it has a number, or is that of a total.
  private func opens(_ piece: Piece) -> Bool {
    Numbering.read(bytes, piece.range, words: words) != nil || words.totals.endsWith(bytes, piece.range)
  }

  /// Most lines of the first row's name above its figures.
  private static let longestName = 2

  /// Lines before the first with a figure that is no number of a column. Where a blank line sets the header off, single
  /// pieces right above that line are the name of the first row.
  private static func headerCount(_ table: PieceLines, bytes: [UInt8], isPlaced: Bool = false) -> Int {
    let lines = table.lines
    guard
      let first = lines.firstIndex(where: { $0.numbers > 0 && !(isPlaced && numbersColumns($0, table.pieces, bytes)) })
    else {
      return lines.count
    }
    var start = first
    while isPlaced, start > 0, lines[start].blanksAbove == 0 { start -= 1 }
    let names = lines[start..<first]
    return start > 0 && names.count <= longestName && names.allSatisfy { $0.pieces.count == 1 } ? start : first
  }

  /// Whether the numbers of a line are 1, 2, 3 …: those of the columns below them.
  private static func numbersColumns(_ line: PieceLine, _ pieces: [Piece], _ bytes: [UInt8]) -> Bool {
    guard line.numbers >= 2 else { return false }
    var last = 0
    for piece in pieces[line.pieces] where piece.isNumber {
      guard piece.kind == .number, piece.range.count <= 2, bytes[piece.range].allSatisfy({ $0 &- 0x30 < 10 }) else {
        return false
      }
      guard bytes[piece.range].reduce(0, { $0 * 10 + Int($1 &- 0x30) }) == last + 1 else { return false }
      last += 1
    }
    return true
  }

  private func stream(_ table: PieceLines) -> RawGrid {
    let lines = table.lines
    var count = GapGrid.headerCount(table, bytes: bytes)
    if count < lines.count, lines[count].numbers == lines[count].pieces.count, count > 0,
      isName(lines[count - 1], table.pieces)
    {
      count -= 1
    }
    var assembler = RowAssembler(table, count..<lines.count, opens: opens) { [bytes, words] in
      Numbering.read(bytes, $0.range, words: words)?.level
    }
    let rows = assembler.assemble()
    return StreamGrid(bytes: bytes, words: words, header: lines[..<count], rows: rows, hasCodes: assembler.hasCodes)
      .grid()
  }

  /// Whether the line above the first figures is their name and no header.
  private func isName(_ line: PieceLine, _ pieces: [Piece]) -> Bool {
    line.pieces.count == 1 && !Grid.isHeader(bytes, pieces[line.pieces.lowerBound].range, words)
  }

  private func cellStream(_ table: PieceLines) -> RawGrid {
    let hasCodes = RowAssembler.findCodes(table, table.lines.indices)
    var stream = CellStream(table, hasCodes: hasCodes)
    let (header, rows) = stream.assemble()
    return StreamGrid(bytes: bytes, words: words, header: header.map { [$0] } ?? [], rows: rows, hasCodes: hasCodes)
      .grid()
  }
}
