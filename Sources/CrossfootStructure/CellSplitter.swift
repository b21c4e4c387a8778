// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// A cell as it stands on its line.
struct SplitCell {
  /// Where the cell begins, the gap before its text included.
  var start: Int
  /// Its text.
  var text: Range<Int>
  var kind: CellKind
  /// Whether gaps stand in its text: what it is shows when they are dropped.
  var hasGap: Bool
}

/// Cuts the row on a line into its cells; together they hold all its text.
struct CellSplitter {
  let bytes: [UInt8]
  let layout: TableLayout

  /// The cells of a line, in place of those that `cells` holds.
  func cut(_ line: Line, into cells: inout [SplitCell]) {
    cells.removeAll(keepingCapacity: true)
    switch layout {
    case .tabs: split(line.range, at: 0x09, into: &cells)
    case .pipes, .markdown: split(inside(line.range, isOpen: line.isOpen), at: 0x7C, into: &cells)
    case .html:
      split(line.range, at: FoldedText.Mark.cell, into: &cells)
      if cells.count > 1, cells[0].text.isEmpty { cells.removeFirst() }
    case .cellPerLine, .columns, .flattened: break
    }
  }

  /// Adds the cells of a line on which no gaps stand but the tabs that part them, each in the column of its number.
  /// - Parameter shift: how much further on the line stands in the flow.
  func addCells(_ line: Range<Int>, movedBy shift: Int, to cells: inout [Cell]) {
    let span = bytes.span.extracting(0..<line.upperBound)
    let table = CellContent.classes
    let classes = table.span
    var content = CellContent()
    var column = 0
    var (start, index) = (line.lowerBound, line.lowerBound)
    while true {
      let byte = span.holds(index) ? span[index] : 0x09
      if byte == 0x09 {
        let kind = content.kind(bytes, start..<index)
        cells.append(Cell(range: start &+ shift..<index &+ shift, column: column, kind: kind))
        if index >= line.upperBound { break }
        content = CellContent()
        column &+= 1
        start = index &+ 1
      } else {
        content.add(classes[Int(byte)])
      }
      index &+= byte & 0xF0 == 0xE0 ? 3 : 1
    }
  }

  private func split(_ range: Range<Int>, at separator: UInt8, into cells: inout [SplitCell]) {
    let span = bytes.span
    let table = CellContent.classes
    let classes = table.span
    var content = CellContent()
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      let byte = span[index]
      if byte & 0xF0 == 0xE0 {
        content.add(CellContent.word)
        index += 3
        continue
      }
      if byte == separator, separator != 0x7C || !isEscaped(index) {
        cells.append(cell(start..<index, content))
        content = CellContent()
        start = index + 1
      } else {
        content.add(classes[Int(byte)])
      }
      index += 1
    }
    cells.append(cell(start..<range.upperBound, content))
  }

  @inline(__always)
  private func cell(_ range: Range<Int>, _ content: CellContent) -> SplitCell {
    let text = content.hasGap ? trimmed(range) : range
    let hasGap =
      content.hasGap && bytes.span.next(below: 0x21, from: text.lowerBound, to: text.upperBound) < text.upperBound
    return SplitCell(
      start: range.lowerBound, text: text, kind: content.withoutControls.kind(bytes, text), hasGap: hasGap)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let span = bytes.span
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, span[start] <= 0x20 { start += 1 }
    while end > start, span[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private func isEscaped(_ index: Int) -> Bool { index > 0 && bytes[index - 1] == 0x5C }

  /// A row without its outer pipes. One that is open has none at its start.
  private func inside(_ range: Range<Int>, isOpen: Bool) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    if !isOpen, start < end, bytes[start] == 0x7C { start += 1 }
    if start < end, bytes[end - 1] == 0x7C { end -= 1 }
    return start..<end
  }
}
