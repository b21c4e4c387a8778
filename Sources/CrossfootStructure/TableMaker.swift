// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Makes tables of a grid: marks damaged cells and takes apart tables printed side by side.
struct TableMaker {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words

  /// Adds the tables of a grid, from left to right.
  /// - Parameter rests: the document's further pieces of names, which those of the grid are added to.
  func addTables(
    _ grid: consuming RawGrid, _ layout: TableLayout, block: Int, to tables: inout [Table],
    _ rests: inout [[Range<Int>]]
  ) {
    markDamage(&grid, &rests)
    for side in Sides(bytes: bytes, words: words).split(grid) {
      tables.append(Table(side, layout: layout, block: block))
    }
  }

  /// Marks the damaged cells, and numbers the further pieces of names among those of the document.
  private func markDamage(_ grid: inout RawGrid, _ rests: inout [[Range<Int>]]) {
    let known = rests.count
    rests += grid.rests
    var open = OpenBrackets()
    var cells = grid.cells.mutableSpan
    for index in cells.indices {
      let cell = cells[index]
      if cell.rest > 0 {
        let rest = known + Int(cell.rest)
        cells[index].rest = Int32(truncatingIfNeeded: rest)
        if isDamaged(cell.range, rests[rest - 1]) { cells[index].damaged = true }
      } else if !cell.range.isEmpty {
        let isOpen = open.occur(in: bytes, cell.range) && depth(cell.range) > 0
        if isOpen || isCut(cell.range) { cells[index].damaged = true }
      }
    }
  }

  /// Cut off for certain: a bracket opens and never closes, or a comparison has lost its number.
  private func isDamaged(_ range: Range<Int>, _ rest: [Range<Int>]) -> Bool {
    if rest.reduce(depth(range), { $0 + depth($1) }) > 0 { return true }
    guard rest.reduce(range.count, { $0 + $1.count }) <= TableMaker.longest else { return false }
    return words.comparisons.suffix(of: rest.reduce(into: Array(bytes[range])) { $0 += bytes[$1] }) != nil
  }

  /// Bytes of the longest text that may end in a comparison.
  private static let longest = 60

  /// Whether a text ends in a comparison.
  @inline(__always)
  private func isCut(_ range: Range<Int>) -> Bool {
    // Most cells end in a digit, and no comparison does.
    if bytes[range.upperBound - 1] &- 0x30 < 10 || range.count > TableMaker.longest { return false }
    return words.comparisons.endsWith(bytes, range)
  }

  /// Brackets that open in a range, less those that close.
  private func depth(_ range: Range<Int>) -> Int {
    let text = bytes.span.extracting(range)
    var depth = 0
    for index in text.indices {
      // Both brackets differ in their last bit only.
      if text[index] & 0xFE == 0x28 { depth += text[index] == 0x28 ? 1 : -1 }
    }
    return depth
  }
}

/// Looks for opening brackets in ranges that mostly follow one another: what lies between is gone through once.
private struct OpenBrackets {
  /// A stretch of the text without any.
  private var free = 0..<0

  /// Whether a bracket opens in a range. Where the range lies before those already seen it is looked through alone.
  @inline(__always)
  mutating func occur(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    range.lowerBound >= free.lowerBound && range.upperBound <= free.upperBound ? false : occurBeyond(bytes, range)
  }

  /// The same for a range that goes beyond the stretch.
  private mutating func occurBeyond(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    if range.lowerBound >= free.lowerBound {
      let next = bytes.span.next(0x28, from: max(range.lowerBound, free.upperBound), to: bytes.count)
      free = (range.lowerBound > free.upperBound ? range.lowerBound : free.lowerBound)..<next
      return next < range.upperBound
    }
    return bytes.span.next(0x28, from: range.lowerBound, to: range.upperBound) < range.upperBound
  }
}
