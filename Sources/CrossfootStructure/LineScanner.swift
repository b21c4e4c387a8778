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
  private var hasTab = false

  init(_ bytes: [UInt8], measure: LineMeasure) {
    self.bytes = bytes
    self.measure = measure
  }

  /// All lines that hold text, in order.
  mutating func scan() -> [Line] {
    lines.reserveCapacity(bytes.count / 32)
    // A local copy of the reference: the calls below could change `self`.
    let bytes = bytes
    let span = bytes.span
    var index = span.next(below: 0x20, from: 0, to: span.count)
    while index < span.count {
      if span[index] == 0x09 {
        if index > start, span[index - 1] > 0x20 { hasTab = true }
      } else if index == start, span[index] == 0x0A, openTables.isEmpty {
        blanks += 1
        start = index + 1
      } else {
        control(span[index], at: index)
      }
      index = span.next(below: 0x20, from: index + 1, to: span.count)
    }
    cut(at: span.count, next: span.count)
    // Given away and not shared: who asked for the lines will change some.
    let found = lines
    lines = []
    return found
  }

  private mutating func control(_ byte: UInt8, at index: Int) {
    switch byte {
    case 0x0A: if openTables.isEmpty { cut(at: index, next: index + 1) }
    case 0x0C:
      if openTables.isEmpty { cut(at: index, next: index + 1, isBlank: false) }
      page += 1
      opensPage = true
    case FoldedText.Mark.block: if openTables.isEmpty, !hasTab { cut(at: index, next: index + 1) }
    case FoldedText.Mark.row: if !openTables.isEmpty { cut(at: index, next: index) }
    case FoldedText.Mark.tableOpen:
      cut(at: index, next: index + 1, isBlank: false)
      lastTable += 1
      if openTables.count < LineScanner.deepest { openTables.append(lastTable) }
    case FoldedText.Mark.tableClose:
      cut(at: index, next: index + 1, isBlank: false)
      _ = openTables.popLast()
    default: break
    }
  }

  /// Ends the line before `index`.
  private mutating func cut(at index: Int, next: Int, isBlank: Bool = true) {
    let whole = start..<index
    start = next
    var line = Line()
    line.start = Int32(truncatingIfNeeded: whole.lowerBound)
    line.end = Int32(truncatingIfNeeded: whole.upperBound)
    line.shape = !openTables.isEmpty ? .markup : hasTab ? .tabs : .text
    line.table = openTables.last ?? 0
    hasTab = false
    if !whole.isEmpty { measure.measure(&line, in: bytes) }
    if line.start >= line.end {
      if isBlank, openTables.isEmpty { blanks += 1 }
      return
    }
    if line.shape != .text { restore(whole, &line) } else { readPipes(&line) }
    line.page = page
    line.opensPage = opensPage
    line.blanksAbove = blanks
    blanks = 0
    opensPage = false
    lines.append(line)
  }

  /// A row of cells keeps the separators at its ends: they are empty cells.
  private func restore(_ whole: Range<Int>, _ line: inout Line) {
    line.start = Int32(truncatingIfNeeded: whole.lowerBound)
    line.end = Int32(truncatingIfNeeded: whole.upperBound)
    while line.end > line.start, bytes[Int(line.end) - 1] == 0x0D { line.end -= 1 }
  }

  /// A row between pipes, or the rule of dashes below a header.
  private func readPipes(_ line: inout Line) {
    guard line.hasPipe else { return }
    let text = bytes[line.range]
    line.isRule = text.contains(0x2D) && text.allSatisfy { $0 == 0x2D || $0 == 0x7C || $0 == 0x3A || $0 <= 0x20 }
    if line.isRule || text.count > 2 && text.first == 0x7C && text.last == 0x7C { line.shape = .pipes }
  }
}
