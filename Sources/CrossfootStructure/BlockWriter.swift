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
    writer = FlowWriter(folded, lines: lines.count, words: words)
  }

  /// Writes one block after those already written.
  mutating func write(_ draft: Draft, _ folded: FoldedText) {
    guard let first = draft.lines.first else { return }
    if writer.position > 0 { writer.endLine(before: Int(lines[Int(first)].start), folded) }
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
  mutating func finish(sourceCount: Int, _ folded: FoldedText) -> Flow {
    writer.finish(sourceCount: sourceCount, folded)
  }

  private mutating func writeText(_ indices: LineIndices, _ folded: FoldedText) {
    var end: Int?
    for number in indices.indices {
      let line = lines[Int(indices[number])]
      if let end { writer.join(end, Int(line.start), folded) }
      if line.gaps == 0, line.shape == .text {
        writer.copyWhole(line.range, folded)
      } else {
        writer.copy(line.range, folded)
      }
      end = Int(line.end)
    }
  }

  private mutating func writeTable(_ draft: Draft, _ layout: TableLayout, _ folded: FoldedText) {
    var layout = layout
    let grid = writeGrid(draft, &layout, folded)
    let lead = TableLead(bytes: writer.flow.bytes, blocks: blocks, words: words)
    let first = tables.count
    TableMaker(bytes: writer.flow.bytes, words: words).addTables(grid, layout, block: blocks.count, to: &tables, &rests)
    var unit = lead.unit
    for index in first..<tables.count where unit == nil { unit = lead.unit(in: tables[index]) }
    for index in first..<tables.count {
      tables[index].unit = unit
      tables[index].title = lead.title
      if draft.isFragment { tables[index].isPartial = true }
    }
  }

  /// Writes the text of a table and returns its grid.
  private mutating func writeGrid(_ draft: Draft, _ layout: inout TableLayout, _ folded: FoldedText) -> RawGrid {
    switch layout {
    case .tabs, .pipes, .markdown, .html:
      var grid = writeRows(draft, layout, folded)
      writer.flush(folded)
      Grid(bytes: writer.flow.bytes, words: words, layout: layout).read(&grid, headerRows: draft.headerLines)
      return grid
    case .columns, .flattened, .cellPerLine:
      var pieces = cut(draft, &layout, folded)
      write(&pieces, folded)
      return GapGrid(bytes: writer.flow.bytes, words: words).grid(pieces, layout)
    }
  }

  /// Writes rows whose cells are marked off. Each cell stands in the column of its number, but in markup.
  private mutating func writeRows(_ draft: Draft, _ layout: TableLayout, _ folded: FoldedText) -> RawGrid {
    let splitter = CellSplitter(bytes: folded.bytes, layout: layout)
    var spans = CellSpans(source, folded)
    var grid = RawGrid()
    grid.hasKinds = true
    grid.rows.reserveCapacity(draft.lines.count)
    grid.cells.reserveCapacity(draft.lines.count * 8)
    var cells: [SplitCell] = []
    cells.reserveCapacity(16)
    for index in draft.lines {
      let line = lines[Int(index)]
      if !grid.rows.isEmpty { writer.endLine(before: Int(line.start), folded) }
      if layout == .tabs, !line.hasSpace {
        let shift = writer.position - Int(line.start)
        writer.copyWhole(line.range, folded)
        splitter.addCells(line.range, movedBy: shift, to: &grid.cells)
      } else {
        splitter.cut(line, into: &cells)
        let first = grid.cells.count
        write(cells, isTabbed: layout == .tabs, to: &grid.cells, folded)
        if layout == .html {
          for (cell, place) in spans.place(cells.map(\.start)).enumerated() {
            (grid.cells[first + cell].column, grid.cells[first + cell].span) = (Int32(place.column), Int32(place.span))
          }
        }
      }
      grid.endRow(page: Int(line.page))
    }
    return grid
  }

  /// Writes the cells of a row, and adds them.
  /// - Parameter isTabbed: whether tabs stand between the cells in the folded text as they do in the flow.
  private mutating func write(_ cells: [SplitCell], isTabbed: Bool, to written: inout [Cell], _ folded: FoldedText) {
    for index in cells.indices {
      let (start, text) = (cells[index].start, cells[index].text)
      if index > 0 {
        if isTabbed { writer.copyWhole(start - 1..<start, folded) } else { writer.separate(0x09, at: start, folded) }
      }
      let position = writer.position
      if cells[index].hasGap { writer.copy(text, folded) } else { writer.copyWhole(text, folded) }
      let range = position..<writer.position
      var kind = cells[index].kind
      if cells[index].hasGap {
        writer.flush(folded)
        kind = CellKind.of(writer.flow.bytes, range)
      }
      written.append(Cell(range: range, column: index, indent: text.isEmpty ? 0 : text.lowerBound - start, kind: kind))
    }
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
      // Where the piece before ends in the folded text.
      var end = -1
      for index in line.pieces {
        let range = table.pieces[index].range
        if range.lowerBound == end {
          writer.separate(0x09, at: range.lowerBound, folded)
        } else if index > line.pieces.lowerBound {
          // The last byte of the gap stands for it; a tab takes its place below.
          writer.copyWhole(range.lowerBound - 1..<range.lowerBound, folded)
        } else if number > 0 {
          writer.endLine(before: range.lowerBound, folded)
        }
        let start = writer.position
        if table.pieces[index].hasGap { writer.copy(range, folded) } else { writer.copyWhole(range, folded) }
        end = range.upperBound
        table.pieces[index].range = start..<writer.position
      }
    }
    writer.flush(folded)
    for line in table.lines {
      for index in line.pieces.dropFirst() { writer.replace(at: table.pieces[index].range.lowerBound - 1, by: 0x09) }
    }
  }
}
