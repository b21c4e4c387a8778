// SPDX-License-Identifier: Apache-2.0

/// Finds the tables whose cells only gaps and line ends part: runs of rows of figures with the names and headers around
/// them.
struct Regions {
  let bytes: [UInt8]
  let lines: [Line]
  let classes: [LineClass]
  let wrapping: Wrapping
  let words: Words

  /// A table's lines, furniture between them left out.
  struct Region: Sendable {
    var lines: LineIndices
    var layout: TableLayout
  }

  /// Most lines of a header; most lines of names between two rows of figures.
  private static let longestHeader = 40
  private static let longestNames = 30

  /// All regions in order.
  func find() -> [Region] {
    var regions: [Region] = []
    var run: [Int32] = []
    for index in lines.indices {
      switch classes[index] {
      case .furniture: continue
      case .figures, .words: run.append(Int32(index))
      case .cells, .prose, .title, .caption:
        close(run, into: &regions)
        run.removeAll(keepingCapacity: true)
      }
    }
    close(run, into: &regions)
    return FarValues(bytes: bytes, lines: lines, classes: classes, words: words).join(regions)
  }

  /// Cuts a run of rows and words into the tables in it.
  private func close(_ run: [Int32], into regions: inout [Region]) {
    guard run.contains(where: { classes[Int($0)] == .figures }) else { return }
    var least = textLines(run)
    var position = least
    var start = 0
    var names = 0
    var last = -1
    var header = 0..<0
    while position < run.count {
      if isRow(run, position) {
        if last < 0 {
          start = headerStart(run, position, from: least)
          header = start..<position
        }
        last = position
        names = 0
      } else if last >= 0 {
        names += 1
        if names > Regions.longestNames || isHeading(run, position) || isHeader(run, position, run[header]) {
          add(run[start...last], after: run[(last + 1)...], into: &regions)
          least = last + 1
          last = -1
        }
      }
      position += 1
    }
    if last >= 0 { add(run[start...last], after: run[(last + 1)...], into: &regions) }
  }

  /// Whether a line names columns, and not those the table already has.
  private func isHeader(_ run: [Int32], _ position: Int, _ header: ArraySlice<Int32>) -> Bool {
    let line = lines[Int(run[position])]
    guard line.wideGaps > 0, line.numbers == line.pieces || line.pieces >= 2 else { return false }
    let text = bytes.compact(line.range)
    if header.contains(where: { bytes.compact(lines[Int($0)].range) == text }) { return false }
    if line.numbers == line.pieces { return true }
    var pieces: [Piece] = []
    PieceCutter(bytes: bytes, words: words, layout: .columns).cut(line, into: &pieces)
    return pieces.count >= 2 && pieces.allSatisfy { Grid.isHeader(bytes, $0.range, words) }
  }

  /// Lines at the start of a run that go on with the text above it.
  private func textLines(_ run: [Int32]) -> Int {
    var count = 0
    while count < run.count, count < 12, run[count] > 0 {
      let index = Int(run[count])
      guard count > 0 || classes[index - 1] == .prose, lines[index].numbers < 3, lines[index].wideGaps == 0,
        wrapping.continues(index - 1, into: index)
      else { break }
      count += 1
    }
    return count
  }

  /// Whether a line of the run is a row of figures and not the rest of the text above it.
  private func isRow(_ run: [Int32], _ position: Int) -> Bool {
    let index = Int(run[position])
    guard classes[index] == .figures else { return false }
    guard index > 0, classes[index - 1] == .prose, lines[index].wideGaps == 0, lines[index].numbers < 3 else {
      return true
    }
    return !wrapping.continues(index - 1, into: index)
  }

  /// First line of the header above the first row: names back to a heading, a page, or text.
  private func headerStart(_ run: [Int32], _ row: Int, from least: Int) -> Int {
    var start = row
    while start > least, row - start < Regions.longestHeader {
      let above = Int(run[start - 1])
      if lines[Int(run[start])].opensPage { break }
      if classes[above] != .words || isHeading(run, start - 1) { break }
      if above > 0, classes[above - 1] == .prose,
        wrapping.continues(above - 1, into: above)
      {
        break
      }
      start -= 1
    }
    return start
  }

  /// A numbered line that no row follows, before text or a title: a heading between two tables.
  private func isHeading(_ run: [Int32], _ position: Int) -> Bool {
    let index = Int(run[position])
    guard let numbering = Numbering.read(bytes, lines[index].range, words: words) else {
      return false
    }
    guard index + 1 < lines.count, classes[index + 1] != .figures, !isNumberedAlike(index, until: numbering.end) else {
      return false
    }
    if numbering.level <= 3, words.titleEnds.suffix(of: bytes.compact(lines[index].range)) != nil { return true }
    return classes[index + 1] == .prose || classes[index + 1] == .title || classes[index + 1] == .caption
  }

  /// Whether the next line has the same number: names of the two sides of a table, row by row.
  private func isNumberedAlike(_ index: Int, until end: Int) -> Bool {
    let number = bytes[Int(lines[index].start)..<end]
    return bytes[lines[index + 1].range].starts(with: number)
  }

  /// Adds a region if it is a table: two rows at least, or one with several figures.
  private func add(_ body: ArraySlice<Int32>, after: ArraySlice<Int32>, into regions: inout [Region]) {
    var rows = 0
    var figures = 0
    var single = 0
    var spaced = 0
    for index in body where classes[Int(index)] == .figures {
      rows += 1
      figures += Int(lines[Int(index)].numbers)
      if lines[Int(index)].pieces == 1 { single += 1 }
      if lines[Int(index)].wideGaps > 0 { spaced += 1 }
    }
    guard rows >= 2 || figures >= 2 || spaced > 0 && body.count > 1 else { return }
    let layout: TableLayout = single * 10 >= rows * 7 ? .cellPerLine : spaced * 2 >= rows ? .columns : .flattened
    var lines = LineIndices(body)
    if layout == .columns { lines.append(contentsOf: rest(of: body, after)) }
    regions.append(Region(lines: lines, layout: layout))
  }

  /// Names right below the last row, in its own block of lines: the end of its label.
  private func rest(of body: ArraySlice<Int32>, _ after: ArraySlice<Int32>) -> [Int32] {
    guard let last = body.last else { return [] }
    var rest: [Int32] = []
    var expected = last + 1
    for index in after.prefix(3) {
      let line = lines[Int(index)]
      guard index == expected, line.blanksAbove == 0, !line.opensPage, line.indent > 0, line.fill <= 60 else { break }
      rest.append(index)
      expected += 1
    }
    return rest
  }
}
