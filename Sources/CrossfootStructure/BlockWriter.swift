// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Writes blocks into the flow, and the grids of tables with them.
struct BlockWriter {
  let source: SourceText
  let lines: [Line]
  let words: Words
  private var writer: FlowWriter
  private(set) var blocks: [Block] = []
  private(set) var tables: [Table] = []
  private(set) var rests: [[Range<Int>]] = []
  /// Open headings: index of the block and its level, outermost first.
  private var headings: [(block: Int, level: Int)] = []

  init(_ source: SourceText, _ folded: FoldedText, lines: [Line], words: Words) {
    self.source = source
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
      var block = Block(kind: .passage, range: start..<writer.position, heading: heading)
      (block.goesOn, block.isContinuation) = (draft.goesOn, draft.isContinuation)
      blocks.append(block)
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
      let number = tables.count
      writeTable(draft, layout)
      blocks.append(Block(kind: .table(number), range: start..<writer.position, heading: heading))
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
    var layout = layout
    let grid: RawGrid
    switch layout {
    case .tabs, .pipes, .markdown, .html:
      let rows = writeCells(draft, layout)
      grid = Grid(bytes: writer.flow.bytes, words: words, layout: layout).grid(rows, headerRows: draft.headerLines)
    case .columns, .flattened, .cellPerLine:
      let pieces = write(cut(draft, &layout))
      grid = GapGrid(bytes: writer.flow.bytes, words: words).grid(pieces, layout)
    }
    let lead = TableLead(bytes: writer.flow.bytes, blocks: blocks, words: words)
    let sides = TableMaker(bytes: writer.flow.bytes, words: words).tables(grid, layout, block: blocks.count, &rests)
    let unit = lead.unit ?? sides.lazy.compactMap(lead.unit).first
    for var table in sides {
      table.unit = unit
      table.title = lead.title
      if draft.isFragment { table.isPartial = true }
      tables.append(table)
    }
  }

  /// Writes rows whose cells are marked off.
  private mutating func writeCells(_ draft: Draft, _ layout: TableLayout) -> [Row] {
    let splitter = CellSplitter(bytes: writer.folded.bytes, layout: layout)
    var spans = CellSpans(source, writer.folded)
    var rows: [Row] = []
    for index in draft.lines {
      let line = lines[Int(index)]
      if index != draft.lines.first { writer.separate(0x0A, at: Int(line.start)) }
      let pieces = splitter.pieces(of: line)
      var cells: [Cell] = []
      cells.reserveCapacity(pieces.count)
      for piece in pieces {
        if !cells.isEmpty { writer.separate(0x09, at: piece.lowerBound) }
        let text = trimmed(piece)
        let start = writer.position
        writer.copy(text)
        cells.append(
          Cell(range: start..<writer.position, indent: text.isEmpty ? 0 : text.lowerBound - piece.lowerBound))
      }
      var row = Row(cells: cells, alignments: [], page: Int(line.page))
      if layout == .html {
        let placed = spans.place(pieces.map(\.lowerBound))
        row.alignments = [placed.columns]
        for cell in cells.indices { row.cells[cell].span = placed.spans[cell] }
      } else if let last = rows.last, last.cells.count == cells.count {
        // Rows of one width share their array of columns.
        row.alignments = last.alignments
      } else {
        row.alignments = [Array(cells.indices)]
      }
      rows.append(row)
    }
    return rows
  }

  /// Cuts a table without marked cells; one whose figures stand in no columns is read as a stream.
  private func cut(_ draft: Draft, _ layout: inout TableLayout) -> [PieceLine] {
    let pieces = cutLines(draft, layout)
    guard layout == .columns else { return pieces }
    let cutter = PieceCutter(bytes: writer.folded.bytes, words: words, layout: layout)
    if let placed = GapGrid.placed(pieces, cutter: cutter) { return placed }
    layout = .flattened
    return cutLines(draft, layout)
  }

  private func cutLines(_ draft: Draft, _ layout: TableLayout) -> [PieceLine] {
    let cutter = PieceCutter(bytes: writer.folded.bytes, words: words, layout: layout)
    return draft.lines.map { index in
      let line = lines[Int(index)]
      return PieceLine(
        pieces: cutter.cut(line), page: Int(line.page), blanksAbove: Int(line.blanksAbove), indent: Int(line.indent))
    }
  }

  /// Writes pieces and returns them with their ranges in the flow.
  private mutating func write(_ pieces: [PieceLine]) -> [PieceLine] {
    var written = pieces
    for line in written.indices {
      for index in pieces[line].pieces.indices {
        let range = pieces[line].pieces[index].range
        if index > 0 {
          writer.separate(0x09, at: range.lowerBound - 1)
        } else if line > 0 {
          writer.separate(0x0A, at: range.lowerBound)
        }
        let start = writer.position
        writer.copy(range)
        written[line].pieces[index].range = start..<writer.position
      }
    }
    return written
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, writer.folded.bytes[start] <= 0x20 { start += 1 }
    while end > start, writer.folded.bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }
}
