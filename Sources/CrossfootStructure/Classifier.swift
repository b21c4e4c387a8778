// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// What a line is part of, as far as the line and its neighbours tell.
enum LineClass: UInt8, Sendable {
  /// Printed around the report.
  case furniture
  /// A row whose cells are marked off: tabs, pipes, markup.
  case cells
  /// A row of figures without marks between its cells.
  case figures
  /// A few words: a name, a piece of one, a header.
  case words
  /// Running text.
  case prose
  /// The title of a table.
  case title
  /// A declared unit: 部门名称：… 单位：万元.
  case caption
}

/// Sorts lines into classes.
struct Classifier {
  let bytes: [UInt8]
  let lines: [Line]
  let isFurniture: [Bool]
  let words: Words
  let titles: Titles

  /// Columns beyond which a line without any mark is running text.
  private static let longWords = 70

  /// The class of every line.
  func classes() -> [LineClass] {
    var classes: [LineClass] = []
    classes.reserveCapacity(lines.count)
    for index in lines.indices { classes.append(classOf(index)) }
    for index in lines.indices where classes[index] == .figures && runsOn(index, classes) { classes[index] = .prose }
    for index in lines.indices where classes[index] == .prose && isCell(index, classes) { classes[index] = .words }
    return classes
  }

  /// Whether a line is no running text but a long name: cells of one number each stand on the lines around it.
  private func isCell(_ index: Int, _ classes: [LineClass]) -> Bool {
    guard lines[index].stops == 0, index >= Classifier.cells, index + Classifier.cells < lines.count else {
      return false
    }
    return (1...Classifier.cells).allSatisfy { isNumber(index + $0, classes) && isNumber(index - $0, classes) }
  }

  /// Numbers before and behind a name that make it one of a table with a cell on each line.
  private static let cells = 3

  private func isNumber(_ index: Int, _ classes: [LineClass]) -> Bool {
    classes[index] == .figures && lines[index].pieces == 1 && lines[index].numbers == 1
  }

  private func classOf(_ index: Int) -> LineClass {
    if isFurniture[index] { return .furniture }
    if lines[index].shape != .text { return .cells }
    let line = lines[index]
    if isFigures(line) { return .figures }
    if line.width <= 160, line.stops == 0, line.colons > 0 || !words.unitsFollowColons, isCaption(line) {
      return .caption
    }
    if line.stops > 0 || line.clauseMarks > 0 && !isInset(line) { return .prose }
    if line.fill >= Classifier.longWords, line.wideGaps == 0 { return .prose }
    if line.clauseMarks == 0, line.fill <= Classifier.longWords, isTitle(line) { return .title }
    return .words
  }

  /// Whether a unit is declared on a piece of its own: one in a header's bracket is that column's.
  private func isCaption(_ line: Line) -> Bool {
    guard let unit = UnitDeclaration.find(bytes, line.range, words) else { return false }
    var index = unit.lowerBound
    while index > Int(line.start), bytes[index - 1] > 0x20 { index -= 1 }
    return bytes[index] == 0x28 || words.unitDeclarations.match(bytes, at: index, end: Int(line.end)) != nil
  }

  /// Words of a cell, set in from the margin: a comma in them makes no running text.
  private func isInset(_ line: Line) -> Bool { line.wideGaps > 0 || line.indent >= 10 && line.fill <= 60 }

  private func isTitle(_ line: Line) -> Bool {
    titles.mayBeTableTitle(line.range) && titles.isTableTitle(line)
  }

  /// A name and its numbers, or numbers alone.
  private func isFigures(_ line: Line) -> Bool {
    guard line.numbers > 0, !isNumberedName(line) else { return false }
    if line.hasSpacedNumber, line.stops == 0 || line.endsInNumber { return line.pieces > 1 && !isYears(line) }
    if line.clauseMarks > 0 && !endsInCells(line) || line.wideGaps == 0 && isWordy(line) { return false }
    return (line.numbers >= 2 || line.endsInNumber) && !isYears(line)
  }

  /// Whether a row's numbers stand behind one name, or one in two pieces: commas in it make no running text.
  private func endsInCells(_ line: Line) -> Bool {
    line.stops == 0 && line.endsInNumber && line.numbers >= Classifier.cells && line.pieces - line.numbers <= 2
      && line.pieces > line.numbers
  }

  /// Far more words than numbers, or a sentence that a colon opens.
  private func isWordy(_ line: Line) -> Bool {
    line.pieces - line.numbers > 8 || line.colons > 0 && line.fill > 40
  }

  /// A header's row of years: 2023  2022.
  private func isYears(_ line: Line) -> Bool {
    guard line.digits == line.numbers * 4, line.digits > 0, line.pieces == line.numbers else { return false }
    var index = Int(line.start)
    var previous: UInt8 = 0x20
    while index < Int(line.end) {
      let starts = previous <= 0x20 && bytes[index] > 0x20
      if starts, bytes[index] != 0x31, bytes[index] != 0x32 { return false }
      if bytes[index] > 0x20, !(0x30...0x39 ~= bytes[index]) { return false }
      previous = bytes[index]
      index += 1
    }
    return true
  }

  /// 表 1: a name that ends in its number.
  private func isNumberedName(_ line: Line) -> Bool {
    guard line.width <= 16, let start = words.tableTitleStarts.match(bytes, at: Int(line.start), end: Int(line.end))
    else { return false }
    return bytes[Int(line.start) + start..<Int(line.end)].allSatisfy { $0 <= 0x20 || 0x30...0x39 ~= $0 || $0 == 0x2D }
  }

  /// Whether a line that looks like figures is a line of text cut inside a number or before its unit.
  private func runsOn(_ index: Int, _ classes: [LineClass]) -> Bool {
    var next = index + 1
    while next < lines.count, classes[next] == .furniture { next += 1 }
    guard next < lines.count, lines[next].shape == .text else { return false }
    if Wrapping.startsDecimal(lines[next], bytes) { return true }
    // A number alone below other cells is one of them, whatever the text after the table begins with.
    if lines[index].pieces == lines[index].numbers, index > 0, classes[index - 1] == .figures { return false }
    return lines[index].endsInNumber && lines[index].numbers <= 2 && lines[next].clauseMarks > 0
      && words.measure.startsUnit(Int(lines[next].start), in: bytes)
  }
}

/// A declared unit: 单位：万元, (金额单位：元).
enum UnitDeclaration {
  /// The unit's own range (万元) in a range of bytes.
  static func find(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Range<Int>? {
    if words.unitsFollowColons {
      let colon = bytes.span.next(0x3A, from: range.lowerBound, to: range.upperBound)
      if colon == range.upperBound { return nil }
    }
    var at = range.lowerBound
    while let word = words.unitDeclarations.next(in: bytes, from: at, to: range.upperBound) {
      if word.lowerBound == range.lowerBound || Script.before(word.lowerBound, in: bytes) != .han {
        return unit(bytes, word.upperBound..<range.upperBound, words)
      }
      at = word.lowerBound + Script.length(bytes[word.lowerBound])
    }
    return nil
  }

  private static func unit(_ bytes: [UInt8], _ range: Range<Int>, _ words: Words) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound, bytes[start] <= 0x20 { start += 1 }
    var end = start
    while end < range.upperBound, bytes[end] > 0x20, bytes[end] != 0x29 { end += 1 }
    guard start < end, end - start <= 30, words.measure.startsUnit(start, in: bytes) else { return nil }
    return start..<end
  }
}
