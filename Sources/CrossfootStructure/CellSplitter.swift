// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Cuts the row on a line into its cells; together they hold all its text.
struct CellSplitter {
  let bytes: [UInt8]
  let layout: TableLayout

  /// The cells' ranges, gaps around their text included.
  func pieces(of line: Line) -> [Range<Int>] {
    switch layout {
    case .tabs: return split(line.range, at: 0x09)
    case .pipes, .markdown: return split(inside(line.range), at: 0x7C)
    case .html:
      var cells = split(line.range, at: FoldedText.Mark.cell)
      if cells.count > 1, let first = cells.first, isBlank(first) { cells.removeFirst() }
      return cells
    case .cellPerLine, .columns, .flattened: return [line.range]
    }
  }

  private func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    let span = bytes.span
    var cells: [Range<Int>] = []
    cells.reserveCapacity(8)
    var start = range.lowerBound
    for index in range where span[index] == separator && !(separator == 0x7C && isEscaped(index)) {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<range.upperBound)
    return cells
  }

  private func isEscaped(_ index: Int) -> Bool { index > 0 && bytes[index - 1] == 0x5C }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }

  /// A row without its outer pipes.
  private func inside(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    if start < end, bytes[start] == 0x7C { start += 1 }
    if start < end, bytes[end - 1] == 0x7C { end -= 1 }
    return start..<end
  }
}
