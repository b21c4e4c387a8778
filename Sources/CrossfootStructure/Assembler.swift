// SPDX-License-Identifier: Apache-2.0

/// Sorts the lines into blocks: passages, headings, tables and furniture.
struct Assembler {
  let bytes: [UInt8]
  let lines: [Line]
  let isFurniture: [Bool]
  let words: Words
  private var wrapping: Wrapping
  private(set) var drafts: [Draft] = []
  /// The block being collected, and the furniture that stands inside it: printed in its middle, it follows it in the flow.
  private var open: Draft?
  private var waiting: [Draft] = []
  /// Width of the visual line that the last line of the open passage ends.
  private var visualWidth = 0

  init(_ bytes: [UInt8], _ lines: [Line], isFurniture: [Bool], words: Words = .shared) {
    self.bytes = bytes
    self.lines = lines
    self.isFurniture = isFurniture
    self.words = words
    wrapping = Wrapping(
      bytes: bytes, lines: lines,
      isText: lines.indices.map { lines[$0].shape == .text && !isFurniture[$0] && !Assembler.isGrid(lines[$0]) },
      words: words)
  }

  /// All blocks in the order of the flow.
  mutating func assemble() -> [Draft] {
    for index in lines.indices {
      if isFurniture[index] {
        waiting.append(Draft(kind: .furniture, lines: [Int32(index)]))
      } else if lines[index].shape != .text {
        addCells(index)
      } else {
        addText(index)
      }
    }
    close()
    return drafts
  }

  private mutating func addText(_ index: Int) {
    if case .passage = open?.kind, let last = open?.lines.last.map({ Int($0) }),
      !isRow(index, inText: true), wrapping.continues(last, width: visualWidth, into: index)
    {
      visualWidth = (wrapping.startsDecimal(index) ? visualWidth : 0) + Int(lines[index].fill)
      open?.lines.append(Int32(index))
      return
    }
    if isRow(index, inText: false) { return extend(.table(.flattened), index) }
    close()
    open = Draft(kind: .passage, lines: [Int32(index)])
    visualWidth = Int(lines[index].fill)
  }

  /// A row of a table with marked cells; a blank line ends a table of tabs.
  private mutating func addCells(_ index: Int) {
    let line = lines[index]
    let layout: TableLayout = line.shape == .tabs ? .tabs : line.shape == .pipes ? .pipes : .html
    if layout == .tabs, line.blanksAbove > 0 || line.pieces == 1 { close() }
    if layout == .tabs, line.pieces == 1, startsTabs(index) {
      open = Draft(kind: .heading(level: 6), lines: [Int32(index)])
      return close()
    }
    extend(.table(layout), index)
  }

  /// Whether a row with a single cell is the title of the rows below it.
  private func startsTabs(_ index: Int) -> Bool {
    bytes[Int(lines[index].start)] > 0x20 && index + 1 < lines.count && lines[index + 1].shape == .tabs
      && (index == 0 || lines[index].blanksAbove > 0 || lines[index - 1].shape != .tabs) && lines[index].digits == 0
  }

  private mutating func extend(_ kind: Draft.Kind, _ index: Int) {
    if open?.kind == kind {
      open?.lines.append(Int32(index))
    } else {
      close()
      open = Draft(kind: kind, lines: [Int32(index)])
    }
  }

  /// Ends the open block; furniture that stood inside it follows.
  private mutating func close() {
    if var draft = open {
      if draft.kind == .passage { draft.kind = Titles(bytes: bytes, words: words).kind(of: draft, lines) }
      drafts.append(draft)
    }
    drafts.append(contentsOf: waiting)
    waiting = []
    open = nil
  }

  /// Whether a line of text is a row of figures.
  private func isRow(_ index: Int, inText: Bool) -> Bool {
    let line = lines[index]
    guard Assembler.isGrid(line), !isCaption(line) else { return false }
    if inText, line.wideGaps == 0, line.numbers < 3 { return false }
    guard let next = lines.indices.dropFirst(index + 1).first(where: { !isFurniture[$0] }) else { return true }
    if wrapping.startsDecimal(next) { return false }
    return !(line.endsInNumber && line.numbers <= 2 && wrapping.measuresNumber(next) && lines[next].clauseMarks > 0)
  }

  /// 表 1: a name that ends in its number.
  private func isCaption(_ line: Line) -> Bool {
    guard line.width <= 16, let start = words.tableTitleStarts.match(bytes, at: Int(line.start), end: Int(line.end))
    else { return false }
    return bytes[Int(line.start) + start..<Int(line.end)].allSatisfy { $0 <= 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D }
  }

  /// Whether a line by itself looks like a row of figures: a name and its numbers, or numbers alone.
  static func isGrid(_ line: Line) -> Bool {
    guard line.shape == .text, line.numbers > 0 else { return false }
    if line.hasSpacedNumber, line.stops == 0 || line.endsInNumber { return true }
    if line.clauseMarks > 0 { return false }
    return line.numbers >= 2 || line.endsInNumber && line.pieces > 1 || line.isNumberOnly
  }
}
