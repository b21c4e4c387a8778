// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Cuts folded text into lines: at line ends and form feeds, at block tags outside tables, and at the rows of markup
/// tables.
struct LineScanner {
  private let bytes: [UInt8]
  private let measure: LineMeasure
  private(set) var lines: [Line] = []
  private var start = 0
  private var page: Int32 = 0
  private var opensPage = false
  private var blanks: Int32 = 0
  /// Numbers of the open markup tables, the innermost last, and of the last one opened.
  private var openTables: [Int32] = []
  private var lastTable: Int32 = 0
  /// Deepest nesting followed.
  private static let deepest = 100

  init(_ bytes: [UInt8], measure: LineMeasure) {
    self.bytes = bytes
    self.measure = measure
  }

  /// All lines that hold text, in order.
  mutating func scan() -> [Line] {
    lines.reserveCapacity(bytes.count / 32)
    while start < bytes.count {
      if !openTables.isEmpty {
        scanRow()
      } else if bytes[start] == 0x0A {
        blanks += 1
        start += 1
      } else {
        scanLine()
      }
    }
    // Given away and not shared: who asked for the lines will change some.
    let found = lines
    lines = []
    return found
  }

  /// Reads a line outside of markup tables, and what ends it.
  private mutating func scanLine() {
    // A line is filled in where it stays: copied right after it was written, it would have to wait for its parts.
    let own = lines.count
    lines.append(Line(start: Int32(truncatingIfNeeded: start)))
    let measured = measure.measureOpen(&lines[own], in: bytes)
    var hasTab = lines[own].hasTab
    let end = lineEnd(from: measured, &hasTab)
    if end > measured {
      lines[own] = Line(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: end))
      measure.measure(&lines[own], in: bytes)
    }
    lines[own].hasTab = hasTab
    lines[own].shape = hasTab ? .tabs : .text
    let byte = end < bytes.count ? bytes[end] : 0x0A
    let holdsText = keepLast(start..<end)
    if !holdsText, byte == 0x0A || byte == FoldedText.Mark.block { blanks += 1 }
    start = end + 1
    pass(byte)
  }

  /// The next control that ends a line outside of tables.
  private func lineEnd(from first: Int, _ hasTab: inout Bool) -> Int {
    let span = bytes.span
    var index = first
    while index < span.count {
      switch span[index] {
      case 0x0A, 0x0C, FoldedText.Mark.tableOpen, FoldedText.Mark.tableClose: return index
      case FoldedText.Mark.block where !hasTab: return index
      case 0x09 where index > start && span[index - 1] > 0x20: hasTab = true
      default: break
      }
      index = span.next(below: 0x20, from: index + 1, to: span.count)
    }
    return index
  }

  /// Reads a row of a markup table: from its mark to the next, or to where a table opens or closes.
  private mutating func scanRow() {
    let index = rowEnd()
    let own = lines.count
    lines.append(Line(start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: index)))
    lines[own].shape = .markup
    lines[own].table = openTables.last ?? 0
    measure.measure(&lines[own], in: bytes)
    _ = keepLast(start..<index)
    let byte = index < bytes.count ? bytes[index] : 0x0A
    start = byte == FoldedText.Mark.row ? index : index + 1
    pass(byte)
  }

  /// Where a row of a markup table ends. Pages that begin before are counted.
  private mutating func rowEnd() -> Int {
    let bytes = bytes
    let span = bytes.span
    var index = span.next(below: 0x20, from: span[start] == FoldedText.Mark.row ? start + 1 : start, to: span.count)
    while index < span.count {
      switch span[index] {
      case FoldedText.Mark.row, FoldedText.Mark.tableOpen, FoldedText.Mark.tableClose: return index
      case 0x0C: pass(0x0C)
      default: break
      }
      index = span.next(below: 0x20, from: index + 1, to: span.count)
    }
    return index
  }

  /// Notes what a control does that ended a line.
  private mutating func pass(_ byte: UInt8) {
    switch byte {
    case 0x0C:
      page += 1
      opensPage = true
    case FoldedText.Mark.tableOpen:
      lastTable += 1
      if openTables.count < LineScanner.deepest { openTables.append(lastTable) }
    case FoldedText.Mark.tableClose: _ = openTables.popLast()
    default: break
    }
  }

  /// Completes the last line, if it holds text, or takes it back.
  /// - Returns: whether it holds any.
  private mutating func keepLast(_ whole: Range<Int>) -> Bool {
    let own = lines.count - 1
    guard lines[own].start < lines[own].end else {
      lines.removeLast()
      return false
    }
    if lines[own].shape != .text { restore(whole, own) } else if lines[own].hasPipe { readPipes(own) }
    lines[own].page = page
    lines[own].opensPage = opensPage
    lines[own].blanksAbove = blanks
    blanks = 0
    opensPage = false
    return true
  }

  /// A row of cells keeps the separators at its ends: they are empty cells.
  private mutating func restore(_ whole: Range<Int>, _ line: Int) {
    var end = whole.upperBound
    while end > whole.lowerBound, bytes[end - 1] == 0x0D { end -= 1 }
    lines[line].start = Int32(truncatingIfNeeded: whole.lowerBound)
    lines[line].end = Int32(truncatingIfNeeded: end)
  }

  /// A row between pipes, or the rule of dashes below a header.
  private mutating func readPipes(_ line: Int) {
    let text = bytes[lines[line].range]
    let isRule = text.contains(0x2D) && text.allSatisfy { $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0 <= 0x20 }
    lines[line].isRule = isRule
    if isRule || text.count > 2 && text.first == 0x7C && text.last == 0x7C { lines[line].shape = .pipes }
  }
}
