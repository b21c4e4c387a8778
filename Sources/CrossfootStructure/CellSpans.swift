// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Reads how many rows and columns the cells of a markup table cover, and places them: cells of rows above push those
/// below to the right.
struct CellSpans {
  let source: SourceText
  let folded: FoldedText
  /// For each column the rows it stays covered by a cell from above.
  private var covered: [Int] = []

  /// Attributes are looked for in this many bytes of a tag; spans beyond these are mistakes.
  private static let longestTag = 2000
  private static let mostColumns = 1000
  private static let mostRows = 10_000

  init(_ source: SourceText, _ folded: FoldedText) {
    self.source = source
    self.folded = folded
  }

  /// Columns and column spans of a row's cells, which start at the given offsets of the folded text.
  mutating func place(_ cells: [Int]) -> [(column: Int, span: Int)] {
    var places: [(column: Int, span: Int)] = []
    places.reserveCapacity(cells.count)
    var fresh: [(column: Int, rows: Int)] = []
    var column = 0
    for cell in cells {
      while column < covered.count, covered[column] > 0 { column += 1 }
      let tag = tag(before: cell)
      let width = min(max(1, value("colspan", tag)), CellSpans.mostColumns)
      let height = min(max(1, value("rowspan", tag)), CellSpans.mostRows)
      places.append((column, width))
      if height > 1 { for part in column..<column + width { fresh.append((part, height)) } }
      column = min(column + width, CellSpans.mostColumns)
    }
    for index in covered.indices where covered[index] > 0 { covered[index] -= 1 }
    for (part, rows) in fresh where part < CellSpans.mostColumns * 2 {
      while covered.count <= part { covered.append(0) }
      covered[part] = rows - 1
    }
    return places
  }

  /// The source's bytes of the tag that a cell's mark stands for.
  private func tag(before cell: Int) -> ArraySlice<UInt8> {
    guard cell > 0, folded.bytes[cell - 1] == FoldedText.Mark.cell else { return [] }
    let start = folded.map.sourceOffset(cell - 1)
    var end = start
    while end < source.bytes.count, end - start < CellSpans.longestTag, source.bytes[end] != 0x3E { end += 1 }
    return source.bytes[start..<end]
  }

  /// The number an attribute gives, or 1.
  private func value(_ name: String, _ tag: ArraySlice<UInt8>) -> Int {
    let name = Array(name.utf8)
    var index = tag.startIndex
    while index + name.count < tag.endIndex {
      defer { index += 1 }
      guard zip(name, tag[index...]).allSatisfy({ $0 == $1 | 0x20 }) else { continue }
      var number = 0
      var digits = 0
      for byte in tag[(index + name.count)...].prefix(8) {
        if 0x30...0x39 ~= byte {
          number = number * 10 + Int(byte) - 0x30
          digits += 1
        } else if digits > 0 || !(byte == 0x3D || byte <= 0x20 || byte == 0x22 || byte == 0x27) {
          break
        }
      }
      return digits > 0 ? number : 1
    }
    return 1
  }
}
