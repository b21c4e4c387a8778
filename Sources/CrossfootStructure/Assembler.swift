// SPDX-License-Identifier: Apache-2.0

/// Sorts the lines into blocks: passages, headings, tables and furniture.
struct Assembler {
  let bytes: [UInt8]
  let lines: [Line]
  let classes: [LineClass]
  let words: Words
  private let textWrapping: Wrapping
  private let noteWrapping: Wrapping
  private let isNote: [Bool]
  private var isInNotes = false
  private let titles: Titles
  private let regions: [Regions.Region]
  /// For each line the region that begins with it, -2 inside one, else -1.
  private let regionAt: [Int32]
  private var drafts: [Draft] = []
  /// The block being collected, and what is printed inside it but is no part of it: that follows it in the flow.
  private var open: Draft?
  private var waiting: [Draft] = []

  init(_ bytes: [UInt8], _ lines: [Line], isFurniture: [Bool], words: Words = .shared) {
    self.bytes = bytes
    self.lines = lines
    self.words = words
    titles = Titles(bytes: bytes, words: words)
    let classes = Classifier(bytes: bytes, lines: lines, isFurniture: isFurniture, words: words).classes()
    self.classes = classes
    let all = Wrapping(bytes: bytes, lines: lines, isText: classes.map { $0 == .prose || $0 == .words }, words: words)
    regions = Regions(bytes: bytes, lines: lines, classes: classes, wrapping: all, words: words).find()
    var regionAt = [Int32](repeating: -1, count: lines.count)
    for (number, region) in regions.enumerated() {
      for line in region.lines { regionAt[Int(line)] = line == region.lines.first ? Int32(number) : -2 }
    }
    self.regionAt = regionAt
    let isNote = Footnotes.find(bytes, lines, isFurniture: isFurniture, words: words)
    self.isNote = isNote
    textWrapping = all.reading(
      lines.indices.map { regionAt[$0] == -1 && lines[$0].shape == .text && !isFurniture[$0] && !isNote[$0] })
    noteWrapping = all.reading(isNote)
  }

  /// Notes are set smaller: their lines say nothing of the width of the text's.
  private var wrapping: Wrapping { isInNotes ? noteWrapping : textWrapping }

  /// All blocks in the order of the flow.
  mutating func assemble() -> [Draft] {
    add(lines.indices)
    return drafts
  }

  private mutating func add(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1
      if classes[index] == .furniture {
        waiting.append(Draft(kind: .furniture, lines: [Int32(index)]))
      } else if regionAt[index] >= 0 {
        close()
        let region = regions[Int(regionAt[index])]
        open = Draft(kind: .table(region.layout), lines: region.lines)
      } else if regionAt[index] == -2 {
        // The region's first line took it.
      } else if lines[index].shape != .text {
        addCells(index)
      } else if isNote[index], !isInNotes {
        index = addNotes(index, range.upperBound)
        continue
      } else {
        addText(index)
      }
      index = next
    }
    close()
  }

  private mutating func addText(_ index: Int) {
    if case .passage = open?.kind, let last = open?.lines.last.map({ Int($0) }), classes[index] != .caption,
      classes[last] != .caption, wrapping.continues(last, into: index) || isInterrupted(last, before: index)
    {
      open?.lines.append(Int32(index))
      return
    }
    let isCut = isCut(before: index)
    open?.goesOn = isCut
    close()
    open = Draft(.passage, opening: Int32(index))
    open?.isContinuation = isCut
  }

  /// Whether the open passage stops in mid-sentence and nothing says that a new one begins with this line.
  private func isCut(before index: Int) -> Bool {
    guard let open, open.kind == .passage, let last = open.lines.last.map({ Int($0) }), classes[last] != .caption else { return false }
    return classes[index] != .caption && wrapping.isUnfinished(last, before: index, isFirst: open.lines.count == 1)
      && open.lines.contains { wrapping.holdsClause(Int($0)) }
  }

  /// Whether only the end of a page stands between a line of a sentence and the next of its lines, however short the page's last one is.
  private func isInterrupted(_ line: Int, before next: Int) -> Bool {
    next > line + 1 && (line + 1..<next).allSatisfy { classes[$0] == .furniture }
      && wrapping.holdsClause(line) && lines[next].clauseMarks > 0
      && wrapping.isUnfinished(line, before: next, isFirst: open?.lines.count == 1)
  }

  /// Adds the notes at the foot of a page: behind the passage that they interrupt. Returns the line after them.
  private mutating func addNotes(_ index: Int, _ limit: Int) -> Int {
    var end = index
    while end < limit, isNote[end] || classes[end] == .furniture { end += 1 }
    var notes = self
    notes.drafts = []
    notes.waiting = []
    notes.open = nil
    notes.isInNotes = true
    notes.add(index..<end)
    if case .passage = open?.kind, let last = open?.lines.last, !wrapping.endsSentence(Int(last)) {
      waiting.append(contentsOf: notes.drafts)
    } else {
      close()
      drafts.append(contentsOf: notes.drafts)
    }
    return end
  }

  /// A row of a table with marked cells; a blank line ends a table of tabs.
  private mutating func addCells(_ index: Int) {
    let line = lines[index]
    let layout: TableLayout = line.shape == .tabs ? .tabs : line.shape == .pipes ? .pipes : .html
    if line.isRule { return addRule(index) }
    if layout == .tabs && line.blanksAbove > 0 || opensTable(index) { close() }
    if line.pieces == 1, startsTable(index) {
      close()
      drafts.append(Draft(kind: .heading(level: 6), lines: [Int32(index)]))
      return
    }
    if open?.kind == .table(layout) || layout == .pipes && open?.kind == .table(.markdown) {
      open?.lines.append(Int32(index))
    } else {
      close()
      open = Draft(kind: .table(layout), lines: [Int32(index)])
    }
  }

  /// Whether a row is of another markup table than the row before it.
  private func opensTable(_ index: Int) -> Bool { index > 0 && lines[index].table != lines[index - 1].table }

  /// A rule of dashes: what stands above it is the header.
  private mutating func addRule(_ index: Int) {
    waiting.append(Draft(kind: .furniture, lines: [Int32(index)]))
    guard open?.kind == .table(.pipes), let count = open?.lines.count else { return }
    open?.kind = .table(.markdown)
    open?.headerLines = count
  }

  /// Whether a row of tabs with a single cell is the title of the rows below it.
  private func startsTable(_ index: Int) -> Bool {
    guard lines[index].shape == .tabs, bytes[Int(lines[index].start)] > 0x20, lines[index].digits == 0 else {
      return false
    }
    return index + 1 < lines.count && lines[index + 1].shape == .tabs && lines[index + 1].pieces > 1
      && titles.isTableTitle(bytes.compact(lines[index].range))
  }

  /// Ends the open block; what stood inside it follows.
  private mutating func close() {
    if var draft = open {
      if draft.kind == .passage { draft.kind = titles.kind(of: draft, lines) }
      drafts.append(draft)
    }
    drafts.append(contentsOf: waiting)
    waiting = []
    open = nil
  }
}
