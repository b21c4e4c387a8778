// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Second thoughts about lines once all are known: markup tables that only lay out a page, and pipes without outer
/// pipes.
struct MarkupLines {
  let bytes: [UInt8]
  let measure: LineMeasure

  /// Cuts rows of layout tables into text, and makes the lines around a rule of dashes rows.
  func settle(_ lines: inout [Line]) {
    markRows(&lines)
    if lines.contains(where: { $0.hasPipe && $0.shape == .text }) {
      OpenRows(bytes: bytes, measure: measure).mark(&lines)
    }
    guard lines.contains(where: { $0.table > 0 }) else { return }
    var widest: [Int32: Int] = [:]
    for line in lines where line.table > 0 {
      widest[line.table] = max(widest[line.table, default: 0], filledCells(line))
    }
    guard widest.values.contains(where: { $0 <= 1 }) else { return }
    lines = lines.flatMap { line in line.table > 0 && widest[line.table, default: 2] <= 1 ? text(of: line) : [line] }
  }

  /// Lines with a pipe right above and below a rule.
  private func markRows(_ lines: inout [Line]) {
    var isBelow = false
    for index in lines.indices {
      if lines[index].isRule {
        isBelow = index > 0 && hasPipe(lines[index - 1])
        if isBelow { lines[index - 1].shape = .pipes } else { lines[index].shape = .text }
      } else if isBelow, hasPipe(lines[index]), lines[index].blanksAbove == 0 {
        lines[index].shape = .pipes
      } else {
        isBelow = false
      }
    }
  }

  private func hasPipe(_ line: Line) -> Bool { line.hasPipe || !line.isMeasured && bytes[line.range].contains(0x7C) }

  private func filledCells(_ line: Line) -> Int {
    var cells = 0
    var isFilled = false
    for index in line.range {
      if bytes[index] == FoldedText.Mark.cell {
        isFilled = false
      } else if bytes[index] > 0x20, !isFilled {
        isFilled = true
        cells += 1
      }
    }
    return cells
  }

  /// A row of a layout table as the lines of text in it.
  private func text(of row: Line) -> [Line] {
    var parts: [Line] = []
    var start = row.range.lowerBound
    for index in row.range.lowerBound...row.range.upperBound {
      let ends =
        index == row.range.upperBound || bytes[index] == FoldedText.Mark.block || bytes[index] == FoldedText.Mark.cell
        || bytes[index] == FoldedText.Mark.row
      guard ends else { continue }
      var line = Line(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index), page: row.page)
      measure.measure(&line, in: bytes)
      if line.start < line.end { parts.append(line) }
      start = index + 1
    }
    return parts
  }
}
