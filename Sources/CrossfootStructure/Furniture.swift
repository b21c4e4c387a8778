// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Finds the lines that are printed around the report: page numbers, lists of contents with leaders, the pages of a web
/// site.
struct Furniture {
  let bytes: [UInt8]
  let lines: [Line]
  let words: Words
  var isFurniture: [Bool]

  init(_ bytes: [UInt8], _ lines: [Line], words: Words = .shared) {
    self.bytes = bytes
    self.lines = lines
    self.words = words
    isFurniture = [Bool](repeating: false, count: lines.count)
  }

  /// Marks every line of furniture.
  mutating func find() -> [Bool] {
    let lines = lines
    let span = lines.span
    for index in span.indices where span[index].shape == .text && span[index].stops == 0 && span[index].width <= 200 {
      // A page number is short.
      if span[index].digits > 0, span[index].digits <= 8, span[index].width <= 24, isPageNumber(span[index]) {
        isFurniture[index] = true
      }
      if span[index].points >= Furniture.shortestLeader, hasLeader(span[index]) { isFurniture[index] = true }
    }
    markLonePageNumbers()
    markNumbersAboveTitles()
    markRunningHeads()
    markNavigation()
    return isFurniture
  }

  /// `- 2 -`, `— 3 —`, `第3页 共10页`.
  private func isPageNumber(_ line: Line) -> Bool {
    // The first or the last character tells of most lines that they are none.
    guard dash(bytes, Int(line.start)) != nil || words.pageClosers.mayEnd(bytes, Int(line.end)) else { return false }
    let text = bytes.compact(line.range)
    var index = 0
    var digits = 0
    var dashes = 0
    var openers = 0
    while index < text.count {
      if let length = dash(text, index) {
        dashes += 1
        index += length
      } else if let length = words.pageOpeners.match(text, at: index, end: text.count) {
        openers += 1
        index += length
      } else if let length = words.pageClosers.match(text, at: index, end: text.count) {
        index += length
      } else if Script.at(index, in: text) == .digit || text[index] == 0x2F {
        digits += 1
        index += 1
      } else {
        return false
      }
    }
    let closes = words.pageClosers.suffix(of: text) != nil
    return digits > 0
      && (openers > 0 ? closes : dashes >= 2 && dash(text, 0) != nil && Script.before(text.count, in: text) != .digit)
  }

  private func dash(_ text: [UInt8], _ index: Int) -> Int? {
    if text[index] == 0x2D { return 1 }
    guard index + 2 < text.count, text[index] == 0xE2, text[index + 1] == 0x80 else { return nil }
    return 0x90...0x95 ~= text[index + 2] ? 3 : nil
  }

  /// Points of the shortest leader.
  private static let shortestLeader = 6

  /// A line of contents: its title, a row of points, a page number.
  private func hasLeader(_ line: Line) -> Bool {
    var run = 0
    var index = Int(line.start)
    while index < Int(line.end) {
      let isPoint = bytes[index] == 0x2E
      let isEllipsis =
        bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
      if isPoint || isEllipsis { run += isPoint ? 1 : 3 } else if bytes[index] > 0x20 { run = 0 }
      if run >= Furniture.shortestLeader { return true }
      index += Script.length(bytes[index])
    }
    return false
  }

  /// A line printed at the head or foot of most pages. Titles and headers of tables that go on are no furniture the
  /// first time.
  private mutating func markRunningHeads() {
    guard let pages = lines.last.map({ Int($0.page) + 1 }), pages >= 3 else { return }
    let edges = lines.indices.filter { index in
      let line = lines[index]
      let isEdge =
        index == 0 || line.page != lines[index - 1].page || index + 1 == lines.count
        || line.page != lines[index + 1].page
      return isEdge && line.shape == .text && line.wideGaps == 0 && line.numbers == 0 && line.stops == 0
        && line.width <= 90
    }
    let least = max(3, pages * 6 / 10)
    let often = alike(edges, least)
    let texts = often.map { bytes.compact(lines[$0].range) }
    var counts: [[UInt8]: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    let titles = Titles(bytes: bytes, lines: lines, words: words)
    for (index, text) in zip(often, texts) where counts[text, default: 0] >= least && !titles.isTableTitle(text) {
      isFurniture[index] = true
    }
  }

  /// Those of some lines, their pieces one space apart, as long as `least` of them: others are not the same.
  private func alike(_ indices: [Int], _ least: Int) -> [Int] {
    let lengths = indices.map { lines[$0].range.count - Int(lines[$0].gaps) }
    var counts = [Int32](of: 0, times: (lengths.max() ?? 0) + 1)
    for length in lengths { counts[length] += 1 }
    return indices.indices.filter { counts[lengths[$0]] >= least }.map { indices[$0] }
  }

  /// A number alone at a page's end (or start) that counts the pages.
  private mutating func markLonePageNumbers() {
    var found: [(line: Int, offset: Int)] = []
    for index in lines.indices {
      let endsPage = index + 1 == lines.count || lines[index + 1].page != lines[index].page
      guard endsPage, let number = loneNumber(lines[index]) else { continue }
      found.append((index, number - Int(lines[index].page)))
    }
    guard found.count >= 3 else { return }
    let counts = Dictionary(grouping: found, by: \.offset).mapValues(\.count)
    for (line, offset) in found where counts[offset, default: 0] >= 3 { isFurniture[line] = true }
  }

  /// A number alone above the title of a table that is printed again: the page before ends there, whether or not a form
  /// feed says so.
  private mutating func markNumbersAboveTitles() {
    guard lines.contains(where: { $0.digits > 0 && loneNumber($0) != nil }) else { return }
    var known: Set<[UInt8]> = []
    let titles = Titles(bytes: bytes, lines: lines, words: words)
    for index in lines.indices
    where lines[index].shape == .text && lines[index].numbers == 0 && lines[index].width <= 90 {
      guard titles.mayBeTableTitle(lines[index].range) else { continue }
      let text = bytes.compact(lines[index].range)
      guard titles.isTableTitle(text), !known.insert(text).inserted else { continue }
      // The number of the table may stand above its title.
      for above in stride(from: index - 1, through: max(0, index - 2), by: -1)
      where loneNumber(lines[above]).map({ $0 > 0 }) ?? false {
        isFurniture[above] = true
        break
      }
    }
  }

  private func loneNumber(_ line: Line) -> Int? {
    guard line.shape == .text, line.pieces == 1, line.end - line.start == line.digits, line.digits <= 4 else {
      return nil
    }
    return bytes[line.range].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }
}
