// SPDX-License-Identifier: Apache-2.0

/// Rows of a table printed one cell per line: a name, then its numbers. Where the lines are out of order, which rows a
/// reader could not trust are marked.
struct CellStream {
  let lines: [PieceLine]
  let hasCodes: Bool
  private var rows: [RawRow] = []
  private var row = RawRow()
  private var codes: [Piece] = []

  init(_ lines: [PieceLine], hasCodes: Bool) {
    self.lines = lines
    self.hasCodes = hasCodes
  }

  /// Header cells, and rows of which the doubtful are marked.
  mutating func assemble() -> (header: [Piece], rows: [RawRow]) {
    var header: [Piece] = []
    var hasNumbers = false
    for (index, line) in lines.enumerated() {
      for (at, piece) in line.pieces.enumerated() {
        let next =
          at + 1 < line.pieces.count
          ? line.pieces[at + 1] : index + 1 < lines.count ? lines[index + 1].pieces.first : nil
        if !piece.isNumber {
          if hasNumbers { addName(piece, line) } else { header.append(piece) }
        } else if hasCodes, piece.isCode, next.map({ $0.isCode || !$0.isNumber }) ?? false {
          close()
          codes.append(piece)
        } else {
          if !hasNumbers, let label = header.popLast() { addName(label, line) }
          hasNumbers = true
          addNumber(piece, line)
        }
      }
    }
    close()
    mark(header: header.count)
    return (header, rows)
  }

  private mutating func addName(_ piece: Piece, _ line: PieceLine) {
    close()
    row = RawRow(codes: codes, segments: [Segment(labels: [piece])], page: line.page, indent: line.indent)
    codes = []
  }

  private mutating func addNumber(_ piece: Piece, _ line: PieceLine) {
    if row.segments.isEmpty {
      row = RawRow(codes: codes, segments: [Segment()], page: line.page)
      codes = []
    }
    row.segments[0].values.append(piece)
  }

  private mutating func close() {
    if !row.segments.isEmpty { rows.append(row) }
    row = RawRow()
  }

  /// A row is trusted if it and both its neighbours have a name and the usual number of figures: one cell out of order
  /// shifts names against figures until the next regular row. The first row's name may be the header's last cell unless
  /// the header has as many cells as the rows.
  private mutating func mark(header: Int) {
    var frequency: [Int: Int] = [:]
    for row in rows where row.values > 0 { frequency[row.values, default: 0] += 1 }
    let usual = frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    let isRegular = rows.map { $0.hasLabel && $0.values == usual }
    let isTable = isRegular.count { $0 } >= 2
    for index in rows.indices {
      let above = index == 0 ? header == usual + 1 || header == 0 || !rows[0].codes.isEmpty : isRegular[index - 1]
      let below = index + 1 == rows.count || isRegular[index + 1]
      rows[index].isDoubtful = !(isTable && isRegular[index] && above && below)
    }
  }
}
