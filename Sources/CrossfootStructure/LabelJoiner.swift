// SPDX-License-Identifier: Apache-2.0

/// A row of a table with columns: the line of its numbers, and the pieces of its names printed above and below that
/// line.
struct PlacedRow: Sendable {
  var line: PieceLine
  /// Pieces from lines above, then from lines below.
  var above: [Piece] = []
  var below: [Piece] = []
}

/// Gives the lines of names between rows of figures to the rows they belong to.
struct LabelJoiner {
  let pieces: [Piece]
  let lines: [PieceLine]
  /// Text column of a piece on a page.
  let column: (Piece, Int) -> Int
  /// Whether a piece opens a name: it has a number, or a word that opens a part.
  let opens: (Piece) -> Bool
  /// Half-width cells of the widest name in each text column.
  private let widest: [Int: Int]

  /// Most lines of one name above or below its figures.
  private static let longest = 4
  /// Cells by which a line of a wrapped name may fall short of the widest, and those of the narrowest column that wraps
  /// names.
  static let slack = 3
  static let narrowest = 12

  init(pieces: [Piece], lines: [PieceLine], column: @escaping (Piece, Int) -> Int, opens: @escaping (Piece) -> Bool) {
    (self.pieces, self.lines, self.column, self.opens) = (pieces, lines, column, opens)
    var widest: [Int: Int] = [:]
    if lines.contains(where: { $0.numbers == 0 }) {
      for line in lines {
        for piece in pieces[line.pieces] where !piece.isNumber {
          widest[column(piece, line.page), default: 0].raise(to: piece.cells.count)
        }
      }
    }
    self.widest = widest
  }

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

  /// Lines with no blank line between them. A block with one row of figures is one row.
  private func join(_ block: Range<Int>, into rows: inout [PlacedRow]) {
    let figures = block.filter { lines[$0].numbers > 0 }
    if figures.count == 1, let row = figures.first, block.count <= 6, block.count > 1 {
      rows.append(
        PlacedRow(
          line: lines[row], above: block.prefix { $0 < row }.flatMap { pieces[lines[$0].pieces] },
          below: block.filter { $0 > row }.flatMap { pieces[lines[$0].pieces] }))
      return
    }
    var names: [Int] = []
    var last: Int?
    for index in block {
      if lines[index].numbers == 0 {
        names.append(index)
        continue
      }
      var row = PlacedRow(line: lines[index])
      give(names, to: &row, after: last, &rows)
      names = []
      last = index
      rows.append(row)
    }
    var none = PlacedRow(line: PieceLine(pieces: 0..<0))
    give(names, to: &none, after: last, &rows)
  }

  /// Gives lines of names to the row above if it lacks what stands in their column, else to the row below, else to
  /// themselves.
  private func give(_ names: [Int], to row: inout PlacedRow, after last: Int?, _ rows: inout [PlacedRow]) {
    guard let first = names.first else { return }
    let columns = Set(pieces[lines[first].pieces].map { column($0, lines[first].page) })
    let fitsAbove = last.map { !columns.isSubset(of: filled(lines[$0])) } ?? false
    let fitsBelow = !row.line.pieces.isEmpty && !columns.isSubset(of: filled(row.line))
    var rest = names[...]
    if fitsAbove, names.count <= LabelJoiner.longest, let above = rows.indices.last,
      !rows[above].above.isEmpty || !fitsBelow
    {
      let count = fitsBelow ? 1 : names.count
      rows[above].below = rest.prefix(count).flatMap { pieces[lines[$0].pieces] }
      rest = rest.dropFirst(count)
    }
    if fitsBelow, rest.count <= LabelJoiner.longest {
      row.above = rest.flatMap { pieces[lines[$0].pieces] }
      rest = []
    }
    for index in rest { continueName(index, to: &row, after: last, &rows) }
  }

  /// A line between rows that have names of their own: where it fills its column, or the name above does, the name goes
  /// on. Any other is a row of its own.
  private func continueName(_ index: Int, to row: inout PlacedRow, after last: Int?, _ rows: inout [PlacedRow]) {
    let line = lines[index]
    guard line.pieces.count == 1, let piece = pieces[line.pieces].first, !opens(piece) else {
      rows.append(PlacedRow(line: line))
      return
    }
    let own = column(piece, line.page)
    if fills(piece, own), let name = name(in: own, of: row.line), !opens(name), !fills(name, own) {
      row.above.append(piece)
    } else if last != nil, let above = rows.indices.last, let name = lastName(in: own, of: rows[above]),
      fills(name, own)
    {
      rows[above].below.append(piece)
    } else {
      rows.append(PlacedRow(line: line))
    }
  }

  /// Whether a name is as wide as its column.
  private func fills(_ piece: Piece, _ column: Int) -> Bool {
    let width = widest[column] ?? 0
    return width >= LabelJoiner.narrowest && piece.cells.count + LabelJoiner.slack >= width
  }

  /// The name of a line in a text column.
  private func name(in column: Int, of line: PieceLine) -> Piece? {
    pieces[line.pieces].first { !$0.isNumber && self.column($0, line.page) == column }
  }

  /// The last line of a row's name in a text column.
  private func lastName(in column: Int, of row: PlacedRow) -> Piece? {
    row.below.last { self.column($0, row.line.page) == column } ?? name(in: column, of: row.line)
  }

  /// Text columns that hold something on a line.
  private func filled(_ line: PieceLine) -> Set<Int> {
    Set(pieces[line.pieces].filter { !$0.isNumber }.map { column($0, line.page) })
  }
}

extension Int {
  /// Takes a larger number's place.
  fileprivate mutating func raise(to other: Int) { self = Swift.max(self, other) }
}
