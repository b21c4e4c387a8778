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
    case .pipes, .markdown:
      return split(line.range.lowerBound + 1..<max(line.range.lowerBound + 1, line.range.upperBound - 1), at: 0x7C)
    case .html:
      var cells = split(line.range, at: FoldedText.Mark.cell)
      if cells.count > 1, let first = cells.first, isBlank(first) { cells.removeFirst() }
      return cells
    case .cellPerLine: return [line.range]
    case .columns, .flattened: return gapSplit(line.range)
    }
  }

  private func split(_ range: Range<Int>, at separator: UInt8) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where bytes[index] == separator {
      cells.append(start..<index)
      start = index + 1
    }
    cells.append(start..<range.upperBound)
    return cells
  }

  private func isBlank(_ range: Range<Int>) -> Bool { bytes[range].allSatisfy { $0 <= 0x20 } }

  /// Cells with only gaps between them: cut at every gap but those inside a phrase of two scripts.
  private func gapSplit(_ range: Range<Int>) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if bytes[index] > 0x20 {
        index += 1
        continue
      }
      let gap = index
      while index < range.upperBound, bytes[index] <= 0x20 { index += 1 }
      if index - gap == 1, index < range.upperBound, isPhrase(gap, index) { continue }
      cells.append(start..<gap)
      start = index
    }
    if start < range.upperBound { cells.append(start..<range.upperBound) }
    return cells
  }

  /// Whether a single gap stands inside a phrase: between words of Latin script, between Latin and Han.
  private func isPhrase(_ end: Int, _ start: Int) -> Bool {
    switch (Script.before(end, in: bytes), Script.at(start, in: bytes)) {
    case (.latin, .latin), (.han, .latin), (.latin, .han): return true
    case (.sign, .latin), (.latin, .sign): return bytes[start] != 0x24 && bytes[start] != 0x28
    default: return false
    }
  }
}
