// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Writes blocks into the flow, and the grids of tables with them.
struct BlockWriter {
  let lines: [Line]
  let words: Words
  private var writer: FlowWriter
  private(set) var blocks: [Block] = []
  private(set) var tables: [Table] = []
  /// Open headings by level: index of the block and its level, outermost first.
  private var headings: [(block: Int, level: Int)] = []

  init(_ folded: FoldedText, lines: [Line], words: Words) {
    self.lines = lines
    self.words = words
    writer = FlowWriter(folded, words: words)
  }

  /// Writes one block after those already written.
  mutating func write(_ draft: Draft) {
    guard let first = draft.lines.first else { return }
    if writer.position > 0 { writer.separate(0x0A, at: Int(lines[Int(first)].start)) }
    let start = writer.position
    let heading = headings.last?.block ?? -1
    switch draft.kind {
    case .passage:
      writeText(draft)
      blocks.append(Block(kind: .passage, range: start..<writer.position, heading: heading))
    case .furniture:
      writeText(draft)
      blocks.append(Block(kind: .furniture, range: start..<writer.position, heading: heading))
    case .heading(let level):
      while let last = headings.last, last.level >= level { headings.removeLast() }
      let outer = headings.last?.block ?? -1
      writeText(draft)
      headings.append((blocks.count, level))
      blocks.append(Block(kind: .heading(level: level), range: start..<writer.position, heading: outer))
    case .table(let layout):
      writeTable(draft, layout)
      blocks.append(Block(kind: .table(tables.count - 1), range: start..<writer.position, heading: heading))
    }
  }

  /// Closes the flow.
  mutating func finish(sourceCount: Int) -> Flow { writer.finish(sourceCount: sourceCount) }

  private mutating func writeText(_ draft: Draft) {
    var end: Int?
    for index in draft.lines {
      let line = lines[Int(index)]
      if let end { writer.join(end, Int(line.start)) }
      writer.copy(line.range)
      end = Int(line.end)
    }
  }

  private mutating func writeTable(_ draft: Draft, _ layout: TableLayout) {
    var rows: [Row] = []
    for index in draft.lines {
      let line = lines[Int(index)]
      if index != draft.lines.first { writer.separate(0x0A, at: Int(line.start)) }
      var cells: [Cell] = []
      for piece in CellSplitter(bytes: writer.folded.bytes, layout: layout).pieces(of: line) {
        if !cells.isEmpty { writer.separate(0x09, at: piece.lowerBound) }
        let indent = Grid.indent(of: piece, in: writer.folded.bytes)
        let start = writer.position
        writer.copy(trimmed(piece))
        cells.append(Cell(range: start..<writer.position, indent: indent))
      }
      rows.append(Row(cells: cells, alignments: [Array(cells.indices)], page: Int(line.page)))
    }
    tables.append(Grid(bytes: writer.flow.bytes, words: words).table(rows, layout, block: blocks.count))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, writer.folded.bytes[start] <= 0x20 { start += 1 }
    while end > start, writer.folded.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
