// SPDX-License-Identifier: Apache-2.0

/// Reads what stands right above a table: its title and the unit declared for it.
struct TableLead {
  /// Bytes of the flow.
  let bytes: [UInt8]
  let words: Words
  /// Index of the block of the title, -1 without one.
  private(set) var title = -1
  /// Flow range of the declared unit.
  private(set) var unit: Range<Int>?

  /// Blocks looked at, and bytes of the longest caption.
  private static let reach = 5
  private static let longest = 240
  /// Rows of the table itself that may declare a unit.
  private static let rows = 3

  init(bytes: [UInt8], blocks: [Block], words: Words) {
    self.bytes = bytes
    self.words = words
    var seen = 0
    for index in blocks.indices.reversed() where blocks[index].kind != .furniture {
      let block = blocks[index]
      if case .table = block.kind { break }
      if seen == TableLead.reach || block.range.count > TableLead.longest { break }
      seen += 1
      if unit == nil { unit = UnitDeclaration.find(bytes, block.range, words) }
      guard case .heading(let level) = block.kind else { continue }
      if title < 0 { title = index }
      if level < 6 { break }
    }
  }

  /// A unit declared in the table's first rows.
  func unit(in table: Table) -> Range<Int>? {
    let end = table.rows.prefix(TableLead.rows).last?.cells.upperBound ?? 0
    for cell in table.cells[..<end] where cell.range.count <= TableLead.longest {
      if let unit = UnitDeclaration.find(bytes, cell.range, words) { return unit }
    }
    return nil
  }
}
