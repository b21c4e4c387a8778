// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What is known of the lines before they are sorted into blocks. One object: it is asked about every line.
final class LinePlan {
  let bytes: [UInt8]
  let lines: [Line]
  let classes: [LineClass]
  let titles: Titles
  let textWrapping: Wrapping
  let noteWrapping: Wrapping
  let isNote: [Bool]
  let regions: [Regions.Region]
  /// For each line the region that begins with it, -2 inside one, else -1.
  let regionAt: [Int32]

  init(_ bytes: [UInt8], _ lines: [Line], isFurniture: [Bool], words: Words) {
    self.bytes = bytes
    self.lines = lines
    titles = Titles(bytes: bytes, lines: lines, words: words)
    let classes = Classifier(bytes: bytes, lines: lines, isFurniture: isFurniture, words: words, titles: titles)
      .classes()
    self.classes = classes
    let all = Wrapping(bytes: bytes, lines: lines, isText: classes.map { $0 == .prose || $0 == .words }, words: words)
    regions = Regions(bytes: bytes, lines: lines, classes: classes, wrapping: all, words: words).find()
    var regionAt = [Int32](of: -1, times: lines.count)
    for (number, region) in regions.enumerated() {
      for line in region.lines { regionAt[Int(line)] = line == region.lines.first ? Int32(number) : -2 }
    }
    let isNote = Footnotes.find(bytes, lines, isFurniture: isFurniture, words: words)
    var isText = [Bool](of: false, times: lines.count)
    for index in lines.indices {
      isText[index] = regionAt[index] == -1 && lines[index].shape == .text && !isFurniture[index] && !isNote[index]
    }
    self.regionAt = regionAt
    self.isNote = isNote
    textWrapping = all.reading(isText)
    noteWrapping = all.reading(isNote)
  }
}

/// Sorts the lines into blocks: passages, headings, tables and furniture.
struct Assembler {
  private let plan: LinePlan
  private var isInNotes = false
  private var drafts: [Draft] = []
  /// Index of the block being collected, the last one, or -1; and what is printed inside it but is no part of it: that
  /// follows it in the flow.
  private var open = -1
  private var waiting: [Draft] = []
  /// The last line of the block being collected, if that is a passage, else -1.
  private var last = -1

  init(_ plan: LinePlan) { self.plan = plan }

  /// Notes are set smaller: their lines say nothing of the width of the text's.
  private var wrapping: Wrapping { isInNotes ? plan.noteWrapping : plan.textWrapping }

  /// All blocks in the order of the flow.
  mutating func assemble() -> [Draft] {
    drafts.reserveCapacity(plan.lines.count / 2)
    add(plan.lines.indices)
    return drafts
  }

  private mutating func add(_ range: Range<Int>) {
    let (plan, wrapping) = (plan, wrapping)
    var index = range.lowerBound
    while index < range.upperBound {
      let next = index + 1
      if plan.classes[index] == .furniture {
        waiting.append(Draft(.furniture, index))
      } else if plan.regionAt[index] >= 0 {
        let region = plan.regions[Int(plan.regionAt[index])]
        begin(Draft(kind: .table(region.layout), lines: region.lines))
      } else if plan.regionAt[index] == -2 {
        // The region's first line took it.
      } else if plan.lines[index].shape != .text {
        addCells(index)
      } else if plan.isNote[index], !isInNotes {
        index = addNotes(index, range.upperBound)
        continue
      } else {
        addText(index, wrapping)
      }
      index = next
    }
    close()
  }

  private mutating func addText(_ index: Int, _ wrapping: Wrapping) {
    if last >= 0, plan.classes[index] != .caption, plan.classes[last] != .caption,
      wrapping.continues(last, into: index) || isInterrupted(last, before: index, wrapping)
    {
      drafts[open].lines.append(Int32(truncatingIfNeeded: index))
    } else {
      let isCut = isCut(before: index, wrapping)
      if isCut { drafts[open].goesOn = true }
      begin(Draft(.passage, index))
      drafts[open].isContinuation = isCut
    }
    last = index
  }

  /// Whether the open passage stops in mid-sentence and nothing says that a new one begins with this line.
  private func isCut(before index: Int, _ wrapping: Wrapping) -> Bool {
    guard last >= 0, plan.classes[last] != .caption, plan.classes[index] != .caption else { return false }
    return wrapping.isUnfinished(last, before: index, isFirst: drafts[open].lines.count == 1)
      && drafts[open].lines.contains { wrapping.holdsClause(Int($0)) }
  }

  /// Whether only the end of a page stands between a line of a sentence and the next of its lines, however short the
  /// page's last one is.
  private func isInterrupted(_ line: Int, before next: Int, _ wrapping: Wrapping) -> Bool {
    next > line + 1 && (line + 1..<next).allSatisfy { plan.classes[$0] == .furniture }
      && wrapping.holdsClause(line) && plan.lines[next].clauseMarks > 0
      && wrapping.isUnfinished(line, before: next, isFirst: drafts[open].lines.count == 1)
  }

  /// Adds the notes at the foot of a page: behind the passage that they interrupt. Returns the line after them.
  private mutating func addNotes(_ index: Int, _ limit: Int) -> Int {
    var end = index
    while end < limit, plan.isNote[end] || plan.classes[end] == .furniture { end += 1 }
    var notes = Assembler(plan)
    notes.isInNotes = true
    notes.add(index..<end)
    if last >= 0, !wrapping.endsSentence(last) {
      waiting.append(contentsOf: notes.drafts)
    } else {
      close()
      drafts.append(contentsOf: notes.drafts)
    }
    return end
  }

  /// A row of a table with marked cells; a blank line ends a table of tabs.
  private mutating func addCells(_ index: Int) {
    let line = plan.lines[index]
    let layout: TableLayout = line.shape == .tabs ? .tabs : line.shape == .pipes ? .pipes : .html
    if line.isRule { return addRule(index) }
    if layout == .tabs && line.blanksAbove > 0 || opensTable(index) { close() }
    if line.pieces == 1, startsTable(index) {
      close()
      drafts.append(Draft(.heading(level: 6), index))
      return
    }
    if isOpen(.table(layout)) || layout == .pipes && isOpen(.table(.markdown)) {
      drafts[open].lines.append(Int32(truncatingIfNeeded: index))
    } else {
      begin(Draft(.table(layout), index))
    }
  }

  /// Whether a row is of another markup table than the row before it.
  private func opensTable(_ index: Int) -> Bool { index > 0 && plan.lines[index].table != plan.lines[index - 1].table }

  /// A rule of dashes: what stands above it is the header.
  private mutating func addRule(_ index: Int) {
    waiting.append(Draft(.furniture, index))
    guard isOpen(.table(.pipes)) else { return }
    drafts[open].kind = .table(.markdown)
    drafts[open].headerLines = drafts[open].lines.count
  }

  /// Whether a row of tabs with a single cell is the title of the rows below it.
  private func startsTable(_ index: Int) -> Bool {
    guard plan.lines[index].shape == .tabs, plan.bytes[Int(plan.lines[index].start)] > 0x20,
      plan.lines[index].digits == 0
    else {
      return false
    }
    return index + 1 < plan.lines.count && plan.lines[index + 1].shape == .tabs && plan.lines[index + 1].pieces > 1
      && plan.titles.isTableTitle(plan.bytes.compact(plan.lines[index].range))
  }

  private func isOpen(_ kind: Draft.Kind) -> Bool { open >= 0 && drafts[open].kind == kind }

  /// Begins a block once the open one is ended.
  private mutating func begin(_ draft: Draft) {
    close()
    open = drafts.count
    drafts.append(draft)
  }

  /// Ends the open block; what stood inside it follows.
  private mutating func close() {
    if last >= 0 { drafts[open].kind = plan.titles.kind(of: drafts[open].lines) }
    open = -1
    if !waiting.isEmpty {
      drafts.append(contentsOf: waiting)
      waiting.removeAll(keepingCapacity: true)
    }
    last = -1
  }
}
