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
      if line.gaps == 0, line.shape == .text { writer.copyWhole(line.range) } else { writer.copy(line.range) }
      end = Int(line.end)
    }
  }

  private mutating func writeTable(_ draft: Draft, _ layout: TableLayout) {
    var layout = layout
    let grid = writeGrid(draft, &layout)
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
  private mutating func writeGrid(_ draft: Draft, _ layout: inout TableLayout) -> RawGrid {
    switch layout {
    case .tabs, .pipes, .markdown, .html:
      var kinds = CellKinds(rows: draft.lines.count)
      let rows = writeRows(draft, layout, &kinds)
      writer.flush()
      return Grid(bytes: writer.flow.bytes, words: words, layout: layout).grid(rows, kinds, headerRows: draft.headerLines)
    case .columns, .flattened, .cellPerLine:
      var pieces = cut(draft, &layout)
      write(&pieces)
      return GapGrid(bytes: writer.flow.bytes, words: words).grid(pieces, layout)
    }
  }

  /// Writes rows whose cells are marked off.
  private mutating func writeRows(_ draft: Draft, _ layout: TableLayout, _ kinds: inout CellKinds) -> [Row] {
    let splitter = CellSplitter(bytes: writer.folded.bytes, layout: layout)
    var spans = CellSpans(source, writer.folded)
    var rows: [Row] = []
    rows.reserveCapacity(draft.lines.count)
    var cells: [SplitCell] = []
    cells.reserveCapacity(16)
    for index in draft.lines {
      let line = lines[Int(index)]
      if !rows.isEmpty { writer.separate(0x0A, at: Int(line.start)) }
      if layout == .tabs, !line.hasSpace {
        rows.append(copyRow(line, splitter, after: rows.last, &kinds))
        continue
      }
      splitter.cut(line, into: &cells)
      var row = Row(cells: write(cells, isTabbed: layout == .tabs, &kinds), alignments: [], page: Int(line.page))
      if layout == .html {
        let placed = spans.place(cells.map(\.start))
        row.alignments = [placed.columns]
        for cell in cells.indices { row.cells[cell].span = placed.spans[cell] }
      } else {
        row.alignments = columns(cells.count, after: rows.last)
      }
      rows.append(row)
    }
    return rows
  }

  /// The columns of a row's cells. Rows of one width share their array.
  private func columns(_ count: Int, after last: Row?) -> [[Int]] {
    if let last, last.cells.count == count { return last.alignments }
    return [Array(0..<count)]
  }

  /// Writes a row whose cells only tabs part, in one piece.
  private mutating func copyRow(_ line: Line, _ splitter: CellSplitter, after last: Row?, _ kinds: inout CellKinds) -> Row {
    let shift = writer.position - Int(line.start)
    writer.copyWhole(line.range)
    let cells = splitter.cells(line.range, movedBy: shift, usually: last?.cells.count ?? 16, &kinds)
    return Row(cells: cells, alignments: columns(cells.count, after: last), page: Int(line.page))
  }

  /// Writes the cells of a row and adds their kinds.
  /// - Parameter isTabbed: whether tabs stand between the cells in the folded text as they do in the flow.
  private mutating func write(_ cells: [SplitCell], isTabbed: Bool, _ kinds: inout CellKinds) -> [Cell] {
    var written: [Cell] = []
    written.reserveCapacity(cells.count)
    for index in cells.indices {
      let (start, text) = (cells[index].start, cells[index].text)
      if index > 0 {
        if isTabbed { writer.copyWhole(start - 1..<start) } else { writer.separate(0x09, at: start) }
      }
      let position = writer.position
      if cells[index].hasGap { writer.copy(text) } else { writer.copyWhole(text) }
      let range = position..<writer.position
      written.append(Cell(range: range, indent: text.isEmpty ? 0 : text.lowerBound - start))
      if cells[index].hasGap {
        writer.flush()
        kinds.add(CellKind.of(writer.flow.bytes, range))
      } else {
        kinds.add(cells[index].kind)
      }
    }
    kinds.endRow()
    return written
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

  /// Writes pieces and gives them their ranges in the flow.
  private mutating func write(_ lines: inout [PieceLine]) {
    for line in lines.indices {
      for index in lines[line].pieces.indices {
        let range = lines[line].pieces[index].range
        if index > 0 {
          // The last byte of the gap stands for it; a tab takes its place below.
          writer.copyWhole(range.lowerBound - 1..<range.lowerBound)
        } else if line > 0 {
          writer.separate(0x0A, at: range.lowerBound)
        }
        let start = writer.position
        if lines[line].pieces[index].hasGap { writer.copy(range) } else { writer.copyWhole(range) }
        lines[line].pieces[index].range = start..<writer.position
      }
    }
    writer.flush()
    for line in lines.indices {
      for index in lines[line].pieces.indices.dropFirst() {
        writer.replace(at: lines[line].pieces[index].range.lowerBound - 1, by: 0x09)
      }
    }
  }
}
