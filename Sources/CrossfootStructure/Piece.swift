// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// A piece of a table's line: what stands between two gaps.
struct Piece: Sendable, Hashable {
  /// Byte offsets into the folded text before it is written, into the flow after.
  var range: Range<Int>
  /// Columns it fills on its line, counted in characters and in half-width cells.
  var columns: Range<Int>
  var cells: Range<Int>
  var kind: CellKind = .text
  /// Digits only, as codes of classification are printed.
  var isCode = false
  /// Whether it is a number with a decimal point or separators.
  var isFormed = false
  /// Whether gaps stand inside it.
  var hasGap = false

  var isNumber: Bool { kind == .number || kind == .dash }
}

/// A line of a table cut into pieces.
struct PieceLine: Sendable {
  /// Its pieces among those of the table, and how many of them are numbers.
  var pieces: Range<Int>
  var numbers = 0
  var page = 0
  var blanksAbove = 0
  var indent = 0
}

/// The lines of a table without marked cells. The pieces of all lines stand one after another in one array.
struct PieceLines: Sendable {
  var pieces: [Piece] = []
  var lines: [PieceLine] = []

  init(_ count: Int, pieces most: Int) {
    lines.reserveCapacity(count)
    pieces.reserveCapacity(most)
  }

  /// Adds a line of the pieces that were added since the last one.
  mutating func end(_ line: Line) {
    var own = PieceLine(pieces: (lines.last?.pieces.upperBound ?? 0)..<pieces.count)
    for index in own.pieces where pieces[index].isNumber { own.numbers += 1 }
    (own.page, own.blanksAbove, own.indent) = (Int(line.page), Int(line.blanksAbove), Int(line.indent))
    lines.append(own)
  }

  /// The pieces of some lines that follow one another.
  func pieces(of range: Range<Int>) -> Range<Int> {
    range.isEmpty ? 0..<0 : lines[range.lowerBound].pieces.lowerBound..<lines[range.upperBound - 1].pieces.upperBound
  }
}

/// Cuts the lines of tables without marked cells into pieces.
struct PieceCutter {
  let bytes: [UInt8]
  let words: Words
  let layout: TableLayout

  /// Bytes looked at for the number before a gap: a piece may hold many gaps, and must not be read again at each.
  private static let longestNumber = 64

  /// Adds the pieces of a line with what they are; together they hold all its text.
  func cut(_ line: Line, into pieces: inout [Piece]) {
    let span = bytes.span.extracting(0..<Int(line.end))
    let table = CellContent.classes
    let classes = table.span
    var start = Int(line.start)
    var column = Int(line.indent)
    var cell = column
    var index = start
    var from = (column, cell)
    var content = CellContent()
    while span.holds(index) {
      let lead = span[index]
      if lead > 0x20 {
        content.add(classes[Int(lead)])
        column &+= 1
        // Han characters begin with E3 and above, wide signs with E2.
        cell &+= lead >= 0xE2 ? 2 : 1
        index &+= lead < 0x80 ? 1 : Script.length(lead)
        continue
      }
      let gap = index
      var inside = CellContent()
      while span.holds(index), span[index] <= 0x20 {
        inside.add(classes[Int(span[index])])
        index += 1
      }
      let width = index - gap
      if joins(start..<gap, index, width: width, Int(line.end)) {
        content.add(inside)
      } else {
        add(piece(start..<gap, from.0..<column, from.1..<cell, content), to: &pieces)
        start = index
        from = (column + width, cell + width)
        content = CellContent()
      }
      column += width
      cell += width
    }
    if start < Int(line.end) {
      add(piece(start..<Int(line.end), from.0..<column, from.1..<cell, content), to: &pieces)
    }
  }

  /// Adds a piece; an amount to which the numbered name of the next cell was glued (47,483,458一、教育支出) is one of its
  /// own.
  @inline(__always)
  private func add(_ piece: Piece, to pieces: inout [Piece]) {
    if piece.kind == .value, bytes[piece.range.lowerBound] &- 0x30 < 10, let end = gluedAmount(piece) {
      addGlued(piece, end, to: &pieces)
    } else {
      pieces.append(piece)
    }
  }

  private func addGlued(_ piece: Piece, _ end: Int, to pieces: inout [Piece]) {
    let width = end - piece.range.lowerBound
    let column = piece.columns.lowerBound + width
    let cell = piece.cells.lowerBound + width
    let amount = piece.range.lowerBound..<end
    pieces.append(
      Piece(
        range: amount, columns: piece.columns.lowerBound..<column, cells: piece.cells.lowerBound..<cell,
        kind: CellKind.of(bytes, amount), isFormed: true))
    let name = end..<piece.range.upperBound
    pieces.append(
      Piece(
        range: name, columns: column..<piece.columns.upperBound, cells: cell..<piece.cells.upperBound,
        kind: CellKind.of(bytes, name), hasGap: piece.hasGap))
  }

  /// Where the amount ends that a piece begins with, if a number in Han characters (一、) follows it.
  private func gluedAmount(_ piece: Piece) -> Int? {
    var end = piece.range.lowerBound
    var isFormed = false
    while end < piece.range.upperBound, bytes[end] < 0x80 {
      guard bytes[end] &- 0x30 < 10 || bytes[end] == 0x2C || bytes[end] == 0x2E else { return nil }
      if bytes[end] < 0x30 { isFormed = true }
      end += 1
    }
    guard isFormed, end - piece.range.lowerBound <= PieceCutter.longestNumber, end < piece.range.upperBound,
      let numbering = Numbering.read(bytes, end..<piece.range.upperBound, words: words),
      numbering.end < piece.range.upperBound
    else { return nil }
    return end
  }

  /// A piece of a line, what it is told by its characters.
  @inline(__always)
  private func piece(_ range: Range<Int>, _ columns: Range<Int>, _ cells: Range<Int>, _ content: CellContent) -> Piece {
    var piece = Piece(range: range, columns: columns, cells: cells)
    piece.kind = content.kind(bytes, range)
    piece.isFormed = piece.kind == .number && content.hasMark
    piece.isCode = piece.kind == .number && content.isDigits && 2...9 ~= range.count
    piece.hasGap = content.hasGap
    return piece
  }

  /// A header's piece cut at every gap, if that gives as many names as it covers columns: 结果 其他 over two of them.
  func divide(_ piece: Piece, _ count: Int) -> [Piece] {
    var parts: [Piece] = []
    var start = piece.range.lowerBound
    var column = piece.columns.lowerBound
    var cell = piece.cells.lowerBound
    var from = (column, cell)
    for index in piece.range {
      if bytes[index] <= 0x20 {
        parts.append(Piece(range: start..<index, columns: from.0..<column, cells: from.1..<cell))
        start = index + 1
      }
      if bytes[index] & 0xC0 != 0x80 {
        column += 1
        cell += bytes[index] >= 0xE2 ? 2 : 1
      }
      if bytes[index] <= 0x20 { from = (column, cell) }
    }
    parts.append(Piece(range: start..<piece.range.upperBound, columns: from.0..<column, cells: from.1..<cell))
    parts.removeAll { $0.range.isEmpty }
    return parts.count >= count && parts.count <= count + 1 ? parts : [piece]
  }

  /// Whether the gap after a piece stands inside it.
  private func joins(_ piece: Range<Int>, _ next: Int, width: Int, _ end: Int) -> Bool {
    guard next < end else { return false }
    if bytes[next] &- 0x30 < 10 {
      // Before a number, as most are: only a sign of currency or of comparison goes with it.
      return isCurrency(piece) || width == 1 && Script.before(piece.upperBound, in: bytes) == .other
    }
    if isCurrency(piece) || isPercent(next, end) { return true }
    let before = Script.before(piece.upperBound, in: bytes)
    let after = Script.at(next, in: bytes)
    if width == 1, before == .sign, after == .han, isListNumber(piece) { return true }
    if isLetterSpaced(piece, next, width, end) { return true }
    guard width == 1 else { return false }
    if before == .latin, isNoteMark(next, end) { return true }
    switch (before, after) {
    case (.latin, .latin), (.han, .latin), (.latin, .han): return true
    case (.sign, .latin), (.latin, .sign): return bytes[next] != 0x24 && bytes[next] != 0x28
    case (.digit, .han): return isUnit(after: piece, next, end) || isUnitCode(piece)
    case (.han, .han): return layout != .flattened
    case (.han, .sign), (.sign, .han), (.point, _), (_, .point): return layout == .columns && after != .digit
    case (.other, .digit): return true
    default: return false
    }
  }

  /// 1. before a name: its number.
  private func isListNumber(_ piece: Range<Int>) -> Bool {
    2...3 ~= piece.count && bytes[piece.upperBound - 1] == 0x2E
      && bytes[piece].dropLast().allSatisfy { $0 &- 0x30 < 10 }
  }

  /// Whether what follows a whole number is its unit: 2018 年末, 45 万元, but not 302 公用经费.
  private func isUnit(after piece: Range<Int>, _ next: Int, _ end: Int) -> Bool {
    let number = bytes[max(piece.lowerBound, piece.upperBound - PieceCutter.longestNumber)..<piece.upperBound]
    guard words.measure.startsUnit(next, in: bytes), !number.contains(0x2E) else { return false }
    let digits = number.reversed().prefix { 0x30...0x39 ~= $0 }.count
    if digits == 4, next + 3 <= end, bytes[next..<next + 3].elementsEqual([0xE5, 0xB9, 0xB4]) { return true }
    var word = next
    while word < end, bytes[word] > 0x20 { word += 1 }
    return word - next <= 9 && piece.count <= 4
  }

  /// Six digits alone before a name: the code of a budget unit. Those of classification have three, five or seven.
  private func isUnitCode(_ piece: Range<Int>) -> Bool {
    layout == .columns && piece.count == 6 && bytes[piece].allSatisfy { $0 &- 0x30 < 10 }
  }

  /// A percent sign set off from its number.
  private func isPercent(_ next: Int, _ end: Int) -> Bool {
    bytes[next] == 0x25 && (next + 1 == end || bytes[next + 1] <= 0x20)
  }

  /// (1) after a name: the number of a note.
  private func isNoteMark(_ next: Int, _ end: Int) -> Bool {
    next + 3 <= end && bytes[next] == 0x28 && 0x31...0x39 ~= bytes[next + 1] && bytes[next + 2] == 0x29
  }

  /// $ and its kin go with the number after them, however far it stands.
  private func isCurrency(_ piece: Range<Int>) -> Bool {
    if piece.count > 3 { return false }
    return piece.count == 1 && bytes[piece.lowerBound] == 0x24
      || piece.count == 2 && (bytes[piece].elementsEqual([0xC2, 0xA5]) || bytes[piece].elementsEqual([0xC2, 0xA3]))
      || piece.count == 3 && bytes[piece].elementsEqual([0xE2, 0x82, 0xAC])
  }

  /// 项    目: one word, its characters spread out. In a layout with columns single characters (类 款 项) may be columns of
  /// their own: there only a word that names columns is put together.
  private func isLetterSpaced(_ piece: Range<Int>, _ next: Int, _ width: Int, _ end: Int) -> Bool {
    guard isSingleHan(piece) else { return false }
    guard next + 3 <= end, Script.at(next, in: bytes) == .han, bytes[next] < 0xF0 else { return false }
    guard next + 3 == end || bytes[next + 3] <= 0x20 else { return false }
    if layout != .columns { return true }
    let word = Array(bytes[piece] + bytes[next..<next + 3])
    return words.roles[word, word.indices] != nil || words.headerEnds.contains(word)
  }

  private func isSingleHan(_ piece: Range<Int>) -> Bool {
    piece.count == 3 && Script.at(piece.lowerBound, in: bytes) == .han
  }
}
