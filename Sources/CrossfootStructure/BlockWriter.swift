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
    writer = FlowWriter(count: folded.bytes.count, words: words)
  }

  /// Writes one block after those already written.
  mutating func write(_ draft: Draft, _ folded: FoldedText) {
    guard let first = draft.lines.first else { return }
    if writer.position > 0 { writer.separate(0x0A, at: Int(lines[Int(first)].start), folded) }
    let start = writer.position
    let heading = headings.last?.block ?? -1
    switch draft.kind {
    case .passage:
      writeText(draft.lines, folded)
      var block = Block(kind: .passage, range: start..<writer.position, heading: heading)
      (block.goesOn, block.isContinuation) = (draft.goesOn, draft.isContinuation)
      blocks.append(block)
    case .furniture:
      writeText(draft.lines, folded)
      blocks.append(Block(kind: .furniture, range: start..<writer.position, heading: heading))
    case .heading(let level):
      while let last = headings.last, last.level >= level { headings.removeLast() }
      let outer = headings.last?.block ?? -1
      writeText(draft.lines, folded)
      headings.append((blocks.count, level))
      blocks.append(Block(kind: .heading(level: level), range: start..<writer.position, heading: outer))
    case .table(let layout):
      let number = tables.count
      writeTable(draft, layout, folded)
      blocks.append(Block(kind: .table(number), range: start..<writer.position, heading: heading))
    }
  }

  /// Closes the flow.
  mutating func finish(sourceCount: Int, _ folded: FoldedText) -> Flow { writer.finish(sourceCount: sourceCount, folded) }

  private mutating func writeText(_ indices: LineIndices, _ folded: FoldedText) {
    var end: Int?
    for number in indices.indices {
      let line = lines[Int(indices[number])]
      if let end { writer.join(end, Int(line.start), folded) }
      if line.gaps == 0, line.shape == .text { writer.copyWhole(line.range, folded) } else { writer.copy(line.range, folded) }
      end = Int(line.end)
    }
  }

  private mutating func writeTable(_ draft: Draft, _ layout: TableLayout, _ folded: FoldedText) {
    var layout = layout
    let grid = writeGrid(draft, &layout, folded)
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

  /// Writes the text of a table and returns its grid.
  private mutating func writeGrid(_ draft: Draft, _ layout: inout TableLayout, _ folded: FoldedText) -> RawGrid {
    switch layout {
    case .tabs, .pipes, .markdown, .html:
      var kinds = CellKinds(rows: draft.lines.count)
      let rows = writeRows(draft, layout, &kinds, folded)
      writer.flush(folded)
      return Grid(bytes: writer.flow.bytes, words: words, layout: layout).grid(rows, kinds, headerRows: draft.headerLines)
    case .columns, .flattened, .cellPerLine:
      var pieces = cut(draft, &layout, folded)
      write(&pieces, folded)
      return GapGrid(bytes: writer.flow.bytes, words: words).grid(pieces, layout)
    }
  }

  /// Writes rows whose cells are marked off.
  private mutating func writeRows(_ draft: Draft, _ layout: TableLayout, _ kinds: inout CellKinds, _ folded: FoldedText) -> [Row] {
    let splitter = CellSplitter(bytes: folded.bytes, layout: layout)
    var spans = CellSpans(source, folded)
    var rows: [Row] = []
    rows.reserveCapacity(draft.lines.count)
    var cells: [SplitCell] = []
    cells.reserveCapacity(16)
    for index in draft.lines {
      let line = lines[Int(index)]
      if !rows.isEmpty { writer.separate(0x0A, at: Int(line.start), folded) }
      if layout == .tabs, !line.hasSpace {
        copyRow(line, splitter, &rows, &kinds, folded)
        continue
      }
      splitter.cut(line, into: &cells)
      var row = Row(cells: write(cells, isTabbed: layout == .tabs, &kinds, folded), alignments: [], page: Int(line.page))
      if layout == .html {
        let placed = spans.place(cells.map(\.start))
        row.alignments = [placed.columns]
        for cell in cells.indices { row.cells[cell].span = placed.spans[cell] }
      } else {
        row.alignments = columns(cells.count, below: rows)
      }
      rows.append(row)
    }
    return rows
  }

  /// The columns of the cells of a row below others. Rows of one width share their array.
  private func columns(_ count: Int, below rows: [Row]) -> [[Int]] {
    if let last = rows.indices.last, rows[last].cells.count == count { return rows[last].alignments }
    return [Array(0..<count)]
  }

  /// Writes a row whose cells only tabs part, in one piece.
  private mutating func copyRow(_ line: Line, _ splitter: CellSplitter, _ rows: inout [Row], _ kinds: inout CellKinds, _ folded: FoldedText) {
    let shift = writer.position - Int(line.start)
    writer.copyWhole(line.range, folded)
    let usual = rows.indices.last.map { rows[$0].cells.count } ?? 16
    let cells = splitter.cells(line.range, movedBy: shift, usually: usual, &kinds)
    let columns = columns(cells.count, below: rows)
    rows.append(Row(cells: cells, alignments: columns, page: Int(line.page)))
  }

  /// Writes the cells of a row and adds their kinds.
  /// - Parameter isTabbed: whether tabs stand between the cells in the folded text as they do in the flow.
  private mutating func write(_ cells: [SplitCell], isTabbed: Bool, _ kinds: inout CellKinds, _ folded: FoldedText) -> [Cell] {
    var written: [Cell] = []
    written.reserveCapacity(cells.count)
    for index in cells.indices {
      let (start, text) = (cells[index].start, cells[index].text)
      if index > 0 {
        if isTabbed { writer.copyWhole(start - 1..<start, folded) } else { writer.separate(0x09, at: start, folded) }
      }
      let position = writer.position
      if cells[index].hasGap { writer.copy(text, folded) } else { writer.copyWhole(text, folded) }
      let range = position..<writer.position
      written.append(Cell(range: range, indent: text.isEmpty ? 0 : text.lowerBound - start))
      if cells[index].hasGap {
        writer.flush(folded)
        kinds.add(CellKind.of(writer.flow.bytes, range))
      } else {
        kinds.add(cells[index].kind)
      }
    }
    kinds.endRow()
    return written
  }

  /// Cuts a table without marked cells; one whose figures stand in no columns is read as a stream.
  private func cut(_ draft: Draft, _ layout: inout TableLayout, _ folded: FoldedText) -> PieceLines {
    let pieces = cutLines(draft, layout, folded)
    guard layout == .columns else { return pieces }
    let cutter = PieceCutter(bytes: folded.bytes, words: words, layout: layout)
    if let placed = GapGrid.placed(pieces, cutter: cutter) { return placed }
    layout = .flattened
    return cutLines(draft, layout, folded)
  }

  private func cutLines(_ draft: Draft, _ layout: TableLayout, _ folded: FoldedText) -> PieceLines {
    let cutter = PieceCutter(bytes: folded.bytes, words: words, layout: layout)
    var table = PieceLines(draft.lines.count, pieces: draft.lines.reduce(0) { $0 + Int(lines[Int($1)].pieces) })
    for index in draft.lines {
      cutter.cut(lines[Int(index)], into: &table.pieces)
      table.end(lines[Int(index)])
    }
    return table
  }

  /// Writes pieces and gives them their ranges in the flow.
  private mutating func write(_ table: inout PieceLines, _ folded: FoldedText) {
    for (number, line) in table.lines.enumerated() {
      for index in line.pieces {
        let range = table.pieces[index].range
        if index > line.pieces.lowerBound {
          // The last byte of the gap stands for it; a tab takes its place below.
          writer.copyWhole(range.lowerBound - 1..<range.lowerBound, folded)
        } else if number > 0 {
          writer.separate(0x0A, at: range.lowerBound, folded)
        }
        let start = writer.position
        if table.pieces[index].hasGap { writer.copy(range, folded) } else { writer.copyWhole(range, folded) }
        table.pieces[index].range = start..<writer.position
      }
    }
    writer.flush(folded)
    for line in table.lines {
      for index in line.pieces.dropFirst() { writer.replace(at: table.pieces[index].range.lowerBound - 1, by: 0x09) }
    }
  }
}
