// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Finds rows whose cells end in pipes without one before the first (`项目 | 预算数 |`), as some programs write the tables
/// of web pages: runs of such lines, figures in cells of their own among them. Where each line holds but one cell, its
/// pipes are taken off.
struct OpenRows {
  let bytes: [UInt8]
  let measure: LineMeasure

  /// Lines of a table at least, and figures that stand alone in their cells.
  private static let fewestLines = 3
  private static let fewestFigures = 2

  /// Marks the rows among lines of text.
  func mark(_ lines: inout [Line]) {
    var start = 0
    var isCut = false
    while start < lines.count {
      guard isRow(lines[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, isRow(lines[end]), lines[end].blanksAbove == 0 { end += 1 }
      if mark(start..<end, &lines) { isCut = true }
      start = end
    }
    if isCut { lines.removeAll { $0.start == $0.end && $0.hasPipe } }
  }

  /// Whether a line ends in a pipe.
  private func isRow(_ line: Line) -> Bool {
    guard line.hasPipe, !line.isRule, line.shape == .text || line.shape == .pipes else { return false }
    return line.stops == 0 && line.end > line.start && bytes[Int(line.end) - 1] == 0x7C
  }

  /// Marks a run of lines that end in pipes, if it is a table. Returns whether pipes were taken off.
  private func mark(_ run: Range<Int>, _ lines: inout [Line]) -> Bool {
    guard run.count >= OpenRows.fewestLines, areOpen(run, lines) else { return false }
    var figures = 0
    var widest = 0
    for index in run {
      let (filled, numbers) = cells(lines[index].range)
      figures += numbers
      widest = max(widest, filled)
    }
    guard figures >= OpenRows.fewestFigures else { return false }
    for index in run {
      if widest > 1 { (lines[index].shape, lines[index].isOpen) = (.pipes, true) } else { takeOff(&lines[index]) }
    }
    return widest <= 1
  }

  /// Whether the lines that begin with a pipe have no more pipes than those that do not: it ends an empty cell and
  /// opens no row.
  private func areOpen(_ run: Range<Int>, _ lines: [Line]) -> Bool {
    var (open, most, mostClosed) = (0, 0, 0)
    for index in run {
      let pipes = bytes[lines[index].range].count { $0 == 0x7C }
      if bytes[Int(lines[index].start)] == 0x7C {
        mostClosed = max(mostClosed, pipes)
      } else {
        open += 1
        most = max(most, pipes)
      }
    }
    return open >= 2 && open * 5 >= run.count && (mostClosed <= most || most == 1)
  }

  /// How many cells of a line hold something, and how many a number alone.
  private func cells(_ range: Range<Int>) -> (filled: Int, numbers: Int) {
    var (filled, numbers) = (0, 0)
    var (isFilled, isNumber, hasDigit) = (false, true, false)
    for index in range {
      let byte = bytes[index]
      if byte == 0x7C {
        if isFilled { filled += 1 }
        if isFilled, isNumber, hasDigit { numbers += 1 }
        (isFilled, isNumber, hasDigit) = (false, true, false)
      } else if byte > 0x20 {
        isFilled = true
        if byte &- 0x30 < 10 {
          hasDigit = true
        } else if byte != 0x2C, byte != 0x2E, byte != 0x2D, byte != 0x25 {
          isNumber = false
        }
      }
    }
    return (filled, numbers)
  }

  /// Cuts the pipes and gaps off the end of a line of one cell; one of pipes alone is left empty.
  private func takeOff(_ line: inout Line) {
    var cut = Line(start: line.start, end: line.end)
    while cut.end > cut.start, bytes[Int(cut.end) - 1] == 0x7C || bytes[Int(cut.end) - 1] <= 0x20 { cut.end -= 1 }
    measure.measure(&cut, in: bytes)
    (cut.page, cut.opensPage, cut.blanksAbove, cut.indent, cut.hasPipe) = (
      line.page, line.opensPage, line.blanksAbove, line.indent, true
    )
    line = cut
  }
}
