// SPDX-License-Identifier: Apache-2.0

/// Rows of a table printed one cell per line: a name, then its numbers. Where the lines are out of order, which rows a
/// reader could not trust are marked.
struct CellStream {
  private let table: PieceLines
  private let hasCodes: Bool
  /// The rows, with the pieces in their order: codes that stand before the header's names come before a row's.
  private var rows = RawRows()
  /// Whether the last row takes further numbers.
  private var isOpen = false
  private var codes: [Piece] = []

  init(_ table: PieceLines, hasCodes: Bool) {
    self.table = table
    self.hasCodes = hasCodes
    rows.pieces.reserveCapacity(table.pieces.count)
  }

  /// The header's cells as one line, and rows of which the doubtful are marked.
  mutating func assemble() -> (header: PieceLine?, rows: RawRows) {
    let pieces = table.pieces
    var header: [Piece] = []
    var hasNumbers = false
    for line in table.lines {
      for at in line.pieces {
        let piece = pieces[at]
        let isBeforeName = at + 1 < pieces.count && (pieces[at + 1].isCode || !pieces[at + 1].isNumber)
        if !piece.isNumber {
          if hasNumbers { addName(piece, line) } else { header.append(piece) }
        } else if hasCodes, piece.isCode, isBeforeName {
          isOpen = false
          codes.append(piece)
        } else {
          if !hasNumbers, let label = header.popLast() { addName(label, line) }
          hasNumbers = true
          addNumber(piece, line)
        }
      }
    }
    mark(header: header.count)
    let own = rows.add(header)
    return (header.isEmpty ? nil : PieceLine(pieces: own, page: table.lines.first?.page ?? 0), rows)
  }

  private mutating func addName(_ piece: Piece, _ line: PieceLine) {
    open(page: line.page, indent: line.indent)
    rows.segments[rows.segments.count - 1].labels = rows.add(CollectionOfOne(piece))
  }

  private mutating func addNumber(_ piece: Piece, _ line: PieceLine) {
    if !isOpen { open(page: line.page, indent: 0) }
    let own = rows.add(CollectionOfOne(piece))
    let segment = rows.segments.count - 1
    let values = rows.segments[segment].values
    rows.segments[segment].values = values.isEmpty ? own : values.lowerBound..<own.upperBound
  }

  /// Begins a row of one segment, with the codes that wait for it.
  private mutating func open(page: Int, indent: Int) {
    rows.rows.append(
      RawRow(
        codes: rows.add(codes), segments: rows.segments.count..<rows.segments.count + 1, page: page, indent: indent))
    rows.segments.append(Segment())
    codes.removeAll(keepingCapacity: true)
    isOpen = true
  }

  /// A row is trusted if it and both its neighbours have a name and the usual number of figures: one cell out of order
  /// shifts names against figures until the next regular row. The first row's name may be the header's last cell unless
  /// the header has as many cells as the rows.
  private mutating func mark(header: Int) {
    var frequency: [Int: Int] = [:]
    for row in rows.rows where rows.values(row) > 0 { frequency[rows.values(row), default: 0] += 1 }
    let usual = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    let isRegular = rows.rows.map { rows.hasLabel($0) && rows.values($0) == usual }
    let isTable = isRegular.count { $0 } >= 2
    for index in isRegular.indices {
      let above = index == 0 ? header == usual + 1 || header == 0 || !rows.rows[0].codes.isEmpty : isRegular[index - 1]
      let below = index + 1 == isRegular.count || isRegular[index + 1]
      rows.rows[index].isDoubtful = !(isTable && isRegular[index] && above && below)
    }
  }
}
