// SPDX-License-Identifier: Apache-2.0

/// A run of names followed by their numbers: where its pieces stand among those of the rows.
struct Segment: Sendable {
  /// Codes before the name, where it is not the row's first.
  var codes = 0..<0
  var labels = 0..<0
  /// The rest of the last name, from further lines.
  var wrapped = 0..<0
  var values = 0..<0

  /// Number of its cells, where a name has `most` at most.
  func count(_ most: Int) -> Int { codes.count + min(labels.count, most) + values.count }

  /// Whether a name, or a code before one, is part of the segment so far.
  func goesOn(with isCode: Bool) -> Bool { values.isEmpty && (!isCode || labels.isEmpty) }
}

/// A row put together from the lines of a flattened table, before it is known which columns the table has.
struct RawRow: Sendable {
  /// Where its codes stand among the pieces, and its segments among those of all rows.
  var codes = 0..<0
  var segments = 0..<0
  var page = 0
  /// Column where its text starts.
  var indent = 0
  /// Whether it is not certain that these names and numbers belong together.
  var isDoubtful = false
}

/// The rows of a flattened table, their segments and their pieces in one array each.
struct RawRows: Sendable {
  var pieces: [Piece] = []
  var segments: [Segment] = []
  var rows: [RawRow] = []

  /// Adds pieces behind the others, and says where they stand.
  mutating func add(_ more: some Collection<Piece>) -> Range<Int> {
    let start = pieces.count
    pieces.append(contentsOf: more)
    return start..<pieces.count
  }

  /// Number of a row's values.
  func values(_ row: RawRow) -> Int {
    var count = 0
    for segment in row.segments { count += segments[segment].values.count }
    return count
  }

  func hasLabel(_ row: RawRow) -> Bool { row.segments.contains { !segments[$0].labels.isEmpty } }

  /// Columns of the gap before a segment of a row beyond the one that parts it from what stands before.
  func indent(of segment: Int, in row: RawRow) -> Int {
    guard segment > row.segments.lowerBound, let first = segments[segment].labels.first,
      let before = segments[segment - 1].values.last ?? segments[segment - 1].labels.last
    else { return row.indent }
    return pieces[first].columns.lowerBound - pieces[before].columns.upperBound - 1
  }
}

/// Puts the rows of a flattened table together: a name, or the pieces of one over several lines, then its numbers.
struct RowAssembler {
  private let table: PieceLines
  private let range: Range<Int>
  /// Whether rows begin with codes of classification.
  let hasCodes: Bool
  private var rows = RawRows()
  /// Lines of names, and codes, that wait for their numbers.
  private var names = 0..<0
  private var codes = 0..<0
  /// Whether a piece opens a name, by a number or a word before it.
  private let opens: (Piece) -> Bool
  /// The level of the number that a piece begins with, if it has one.
  private let level: (Piece) -> Int?
  /// Half-width cells of the widest name behind a code.
  private var widest = 0
  /// The segment of the last row whose numbers stand between the lines of its name, so that the rest of that follows.
  private var unfinished: Int?

  /// - Parameters:
  ///   - range: the table's lines without its header's.
  ///   - opens: whether a piece opens a name, by a number or a word before it.
  ///   - level: the level of the number that a piece begins with.
  init(
    _ table: PieceLines, _ range: Range<Int>, opens: @escaping (Piece) -> Bool, level: @escaping (Piece) -> Int?
  ) {
    self.table = table
    self.range = range
    self.opens = opens
    self.level = level
    hasCodes = RowAssembler.findCodes(table, range)
    if hasCodes {
      for line in table.lines[range] where line.numbers > 0 {
        for piece in table.pieces[line.pieces] where !piece.isNumber { widest = max(widest, piece.cells.count) }
      }
    }
    rows.pieces = table.pieces
    rows.rows.reserveCapacity(range.count)
    rows.segments.reserveCapacity(range.count)
  }

  /// Rows in printed order, names without numbers included. Lines before the first number are the header's.
  mutating func assemble() -> RawRows {
    for index in range {
      let line = table.lines[index]
      if isCodeLine(line) {
        flush()
        codes = line.pieces
      } else if line.numbers == 0 {
        names = (names.isEmpty ? index : names.lowerBound)..<index + 1
      } else if line.numbers == line.pieces.count {
        addNumbers(line)
      } else {
        addRow(line)
      }
    }
    flush()
    return rows
  }

  /// Most lines of one name; of more lines it is not known which are the name.
  private static let longestName = 4

  private mutating func addNumbers(_ line: PieceLine) {
    if names.count > 1 { giveRest(lines: 1) }
    if addSides(line) { return }
    if !hasCodes, names.count > 1 { flushNames(before: lastNumbered()) }
    if continueName(line) { return }
    let isName = names.count <= RowAssembler.longestName
    if !isName { flushNames() }
    var segment = Segment(values: line.pieces)
    let first = names.isEmpty ? line : table.lines[names.lowerBound]
    if !names.isEmpty {
      if hasCodes, codes.isEmpty {
        codes = RowAssembler.codes(before: line, rows.pieces)
        segment.values = codes.upperBound..<line.pieces.upperBound
      }
      segment.labels = first.pieces
      segment.wrapped = table.pieces(of: names.lowerBound + 1..<names.upperBound)
    }
    add(segment, first)
    rows.rows[rows.rows.count - 1].isDoubtful = !isName
    names = 0..<0
    let isBetween = hasCodes && isName && !segment.labels.isEmpty && segment.values.count < line.pieces.count
    unfinished = isBetween ? rows.segments.count - 1 : nil
  }

  /// Adds a line of codes and amounts of two sides (303 99 0.00 302 99 9.07), their names on the line above.
  private mutating func addSides(_ line: PieceLine) -> Bool {
    guard hasCodes, codes.isEmpty else { return false }
    let pieces = line.pieces
    let own = codesEnd(pieces)
    guard own > pieces.lowerBound,
      let other = (own..<pieces.upperBound).first(where: { isLevels($0, pieces.upperBound) }),
      other > own, other + 2 < pieces.upperBound
    else { return false }
    var segments = [
      Segment(values: own..<other), Segment(codes: other..<other + 2, values: other + 2..<pieces.upperBound),
    ]
    guard segments.allSatisfy({ rows.pieces[$0.values].allSatisfy { !$0.isCode } }) else { return false }
    let names = names.count == 1 ? table.lines[names.lowerBound].pieces : 0..<0
    if names.count == segments.count {
      for side in segments.indices { segments[side].labels = names.lowerBound + side..<names.lowerBound + side + 1 }
      self.names = 0..<0
    }
    flush()
    codes = pieces.lowerBound..<own
    rows.segments += segments
    addRow(of: rows.segments.count - segments.count..<rows.segments.count, line)
    return true
  }

  /// Gives the first lines of names that wait to the last row, if the rest of its name follows it.
  private mutating func giveRest(lines count: Int) {
    guard let segment = unfinished, rows.segments[segment].wrapped.isEmpty else { return }
    rows.segments[segment].wrapped = table.pieces(of: names.prefix(count))
    names = names.dropFirst(count)
    unfinished = nil
  }

  /// Where the last row ends in a code and a name that fills its column, and no numbers: the line goes on with it,
  /// names that wait included.
  private mutating func continueName(_ line: PieceLine) -> Bool {
    guard hasCodes, codes.isEmpty, let last = rows.rows.last, let number = last.segments.last,
      !(last.segments.count == 1 ? last.codes : rows.segments[number].codes).isEmpty,
      rows.segments[number].values.isEmpty,
      rows.segments[number].wrapped.isEmpty, let name = rows.segments[number].labels.last,
      widest >= LabelJoiner.narrowest,
      rows.pieces[name].cells.count + LabelJoiner.slack >= widest
    else { return false }
    let first = names.isEmpty ? line.pieces.lowerBound : table.lines[names.lowerBound].pieces.lowerBound
    guard name + 1 == first else { return false }
    var end = line.pieces.lowerBound
    if end < line.pieces.upperBound, !rows.pieces[end].isNumber { end += 1 }
    let stop =
      (end..<line.pieces.upperBound).first { part($0, before: line.pieces.upperBound, 0..<0) != .number }
      ?? line.pieces.upperBound
    guard !rows.pieces[first].isNumber, !opens(rows.pieces[first]), end < stop,
      stop == line.pieces.upperBound || last.segments.count == 1 && rows.pieces[stop].isCode
    else { return false }
    rows.segments[number].wrapped = first..<end
    rows.segments[number].values = end..<stop
    // Behind the rest of its name stands what the row has on the other side.
    if stop < line.pieces.upperBound { addSegments(stop..<line.pieces.upperBound, sideCode: 0..<0) }
    rows.rows[rows.rows.count - 1].segments = last.segments.lowerBound..<rows.segments.count
    names = 0..<0
    return true
  }

  private mutating func addRow(_ line: PieceLine) {
    if continueName(line) { return }
    let pieces = line.pieces
    let first = hasCodes ? codesEnd(pieces) : pieces.lowerBound
    let nameless = hasCodes ? nameless(pieces, first) : 0..<0
    let name = nameless.isEmpty ? 0..<0 : waitingName()
    if name.isEmpty, !names.isEmpty || first > pieces.lowerBound { flush() }
    unfinished = nil
    if first > pieces.lowerBound { codes = pieces.lowerBound..<first }
    let start = rows.segments.count
    // 30399 30240 税金: nothing stands behind the first side's code.
    if first > pieces.lowerBound, first < pieces.upperBound, rows.pieces[first].isCode {
      rows.segments.append(Segment())
    }
    // Codes of another side are known for what they are without their name, too.
    addSegments(first..<pieces.upperBound, sideCode: name.isEmpty && nameless.count < 2 ? 0..<0 : nameless)
    if !name.isEmpty, let own = (start..<rows.segments.count).first(where: { rows.segments[$0].labels.isEmpty }) {
      rows.segments[own].labels = table.lines[name.lowerBound].pieces
      rows.segments[own].wrapped = table.pieces(of: name.dropFirst())
      unfinished = own
    }
    if !name.isEmpty { names = 0..<0 }
    addRow(of: start..<rows.segments.count, line)
  }

  /// Behind the codes that open a line: those of one side, of which only the levels below the first are short.
  private func codesEnd(_ line: Range<Int>) -> Int {
    var end = line.lowerBound
    while end < line.upperBound, rows.pieces[end].isCode {
      let digits = rows.pieces[end].range.count
      if end > line.lowerBound, digits >= 3, digits == rows.pieces[end - 1].range.count { break }
      end += 1
    }
    return end
  }

  /// Where a name is missing on a line of codes, names and numbers: behind its first code, or at the codes of another
  /// side that end the line with their amount.
  private func nameless(_ line: Range<Int>, _ first: Int) -> Range<Int> {
    let code = line.upperBound - 2
    if first > line.lowerBound, first < line.upperBound, rows.pieces[first].isNumber {
      // 303 99 0.00 302 99 9.07: no side has its name.
      return code > first + 1 && isLevels(code - 1, line.upperBound) && rows.pieces[code + 1].isFormed
        ? code - 1..<code + 1 : names.isEmpty ? 0..<0 : first..<first + 1
    }
    guard code > first, rows.pieces[code].isCode, rows.pieces[code + 1].isFormed else { return 0..<0 }
    if isLevels(code - 1, line.upperBound) { return code - 1..<code + 1 }
    let digits = rows.pieces[code].range.count
    return !names.isEmpty && (digits == 3 || digits == 5 || digits == 7) ? code..<code + 1 : 0..<0
  }

  /// Whether a class's code and that of a level below it stand in pieces of their own on a line: 302 12.
  private func isLevels(_ index: Int, _ end: Int) -> Bool {
    index + 1 < end && rows.pieces[index].isCode && rows.pieces[index].range.count == 3
      && rows.pieces[index + 1].isCode && rows.pieces[index + 1].range.count == 2
  }

  /// The lines of the name that waits for a row which opens with a code and amounts, the name's rest below; empty for
  /// none.
  private mutating func waitingName() -> Range<Int> {
    if names.count > 1 { giveRest(lines: 1) }
    guard codes.isEmpty, 1...2 ~= names.count else { return 0..<0 }
    let isName = names.allSatisfy {
      table.lines[$0].pieces.count == 1 && !opens(rows.pieces[table.lines[$0].pieces.lowerBound])
    }
    return isName ? names : 0..<0
  }

  /// Adds a row of one segment, as its first line stands.
  private mutating func add(_ segment: Segment, _ line: PieceLine) {
    rows.segments.append(segment)
    addRow(of: rows.segments.count - 1..<rows.segments.count, line)
  }

  /// Adds a row of the last segments, with the codes that wait for it.
  private mutating func addRow(of segments: Range<Int>, _ line: PieceLine) {
    rows.rows.append(RawRow(codes: codes, segments: segments, page: line.page, indent: line.indent))
    codes = 0..<0
  }

  /// What a piece of a row is: a code is one only before a name.
  private enum Part {
    case code, name, number
  }

  private func part(_ index: Int, before end: Int, _ sideCode: Range<Int>) -> Part {
    guard rows.pieces[index].isNumber else { return .name }
    guard hasCodes, rows.pieces[index].isCode else { return .number }
    if sideCode.contains(index) { return .code }
    var next = index + 1
    // 302 07 邮电费: a piece for each level.
    if isLevels(index, end) { next += 1 }
    return next < end && !rows.pieces[next].isNumber ? .code : .number
  }

  /// Adds the segments of a row's pieces: a name, or a code before one, begins a new one after numbers.
  /// - Parameter sideCode: codes whose name stands on other lines.
  private mutating func addSegments(_ pieces: Range<Int>, sideCode: Range<Int>) {
    var start = pieces.lowerBound
    var isNew = true
    while start < pieces.upperBound {
      let part = part(start, before: pieces.upperBound, sideCode)
      var end = start + 1
      while end < pieces.upperBound, self.part(end, before: pieces.upperBound, sideCode) == part { end += 1 }
      if part == .name { end = nameEnd(start..<end) }
      let last = rows.segments.count - 1
      if isNew || part != .number && !rows.segments[last].goesOn(with: part == .code) {
        rows.segments.append(Segment())
      }
      // What a number of the same level parts from this name stands on another side.
      isNew = part == .name && end < pieces.upperBound && !rows.pieces[end].isNumber
      let own = rows.segments.count - 1
      switch part {
      case .code: rows.segments[own].codes = start..<end
      case .name: rows.segments[own].labels = start..<end
      case .number: rows.segments[own].values = start..<end
      }
      start = end
    }
  }

  /// Where the first of names side by side ends: `五、事业收入 五、教育支出` are two, of one level.
  private func nameEnd(_ pieces: Range<Int>) -> Int {
    guard pieces.count > 1, !hasCodes, let own = level(rows.pieces[pieces.lowerBound]) else { return pieces.upperBound }
    return pieces.dropFirst().first { level(rows.pieces[$0]) == own } ?? pieces.upperBound
  }

  /// The last line of the names that wait which begins with a number, if the first one does.
  private func lastNumbered() -> Int {
    guard level(rows.pieces[table.lines[names.lowerBound].pieces.lowerBound]) != nil else { return names.lowerBound }
    return names.last { level(rows.pieces[table.lines[$0].pieces.lowerBound]) != nil } ?? names.lowerBound
  }

  /// Names and codes that no numbers follow are rows of their own.
  private mutating func flush() {
    if names.isEmpty, !codes.isEmpty { rows.rows.append(RawRow(codes: codes)) }
    flushNames()
    codes = 0..<0
  }

  private mutating func flushNames() {
    if names.count <= 2 { giveRest(lines: names.count) }
    unfinished = nil
    flushNames(before: names.upperBound)
    names = 0..<0
  }

  /// Makes the first names that wait rows of their own.
  private mutating func flushNames(before end: Int) {
    for index in names.prefix(end - names.lowerBound) {
      let start = rows.segments.count
      addSegments(table.lines[index].pieces, sideCode: 0..<0)
      addRow(of: start..<rows.segments.count, table.lines[index])
    }
    names = end..<names.upperBound
  }

  private func isCodeLine(_ line: PieceLine) -> Bool {
    hasCodes && line.pieces.count <= 3 && line.pieces.allSatisfy { rows.pieces[$0].isCode }
  }

  /// The codes that open a line of amounts whose name, printed in a narrow cell, begins on the line above.
  private static func codes(before line: PieceLine, _ pieces: [Piece]) -> Range<Int> {
    let first = line.pieces.lowerBound
    let digits = pieces[first].range.count
    guard pieces[first].isCode, digits == 3 || digits == 5 || digits == 7 else { return first..<first }
    var end = first + 1
    // 208 05 01: a piece for each level.
    while digits == 3, end < line.pieces.upperBound, pieces[end].isCode, pieces[end].range.count == 2 { end += 1 }
    let isFollowed = end < line.pieces.upperBound && !pieces[end..<line.pieces.upperBound].contains { $0.isCode }
    return first..<(isFollowed ? end : first)
  }

  /// Whether codes stand before names, on the same line or those above, and all other numbers have decimals or
  /// separators.
  static func findCodes(_ table: PieceLines, _ range: Range<Int>) -> Bool {
    var found = CodeCount()
    for index in range {
      let line = table.lines[index]
      let wraps =
        index > range.lowerBound && table.lines[index - 1].numbers == 0 && line.numbers == line.pieces.count
        && line.numbers > 0
      let codes = wraps ? codes(before: line, table.pieces) : 0..<0
      found.beginLine()
      for piece in line.pieces { found.add(table.pieces[piece], isBeforeName: codes.contains(piece)) }
    }
    return found.isFound
  }
}
