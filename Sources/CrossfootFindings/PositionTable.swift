// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Lines and columns of many offsets, counted in one sweep over the text: a line of any length is read once.
struct PositionTable {
  /// Offsets, ascending, with their positions.
  private let offsets: [Int]
  private var positions: [Position] = []

  init(_ offsets: [Int], in source: SourceText) {
    self.offsets = offsets.sorted()
    positions.reserveCapacity(offsets.count)
    var line = -1
    var at = 0
    var column = 1
    for offset in self.offsets {
      let own = source.lines.line(of: offset)
      if own != line {
        line = own
        at = source.lines.start(ofLine: own)
        column = 1
      }
      while at < min(offset, source.bytes.count) {
        if source.bytes[at] & 0xC0 != 0x80 { column += 1 }
        at += 1
      }
      positions.append(Position(line: line + 1, column: column))
    }
  }

  /// Fills in the place of a cited figure.
  func place(_ figure: inout CitedFigure) {
    figure.start = position(of: figure.range.start) ?? figure.start
    figure.end = position(of: figure.range.end) ?? figure.end
  }

  private func position(of offset: Int) -> Position? {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset ? positions[low] : nil
  }
}
