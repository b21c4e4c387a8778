// SPDX-License-Identifier: Apache-2.0

/// A run of names followed by their numbers: slices of its line's pieces.
struct Segment: Sendable {
  /// Codes before the name, where it is not the row's first.
  var codes: ArraySlice<Piece> = []
  var labels: ArraySlice<Piece> = []
  /// The rest of the last name, from further lines.
  var wrapped: [Piece] = []
  var values: ArraySlice<Piece> = []

  /// Number of its cells, where a name has `most` at most.
  func count(_ most: Int) -> Int { codes.count + min(labels.count, most) + values.count }

  /// Whether a name, or a code before one, is part of the segment so far.
  func goesOn(with isCode: Bool) -> Bool { values.isEmpty && (!isCode || labels.isEmpty) }
}

/// A row put together from the lines of a flattened table, before it is known which columns the table has.
struct RawRow: Sendable {
  var codes: [Piece] = []
  var segments: [Segment] = []
  var page = 0
  /// Column where its text starts.
  var indent = 0
  /// Whether it is not certain that these names and numbers belong together.
  var isDoubtful = false

  var values: Int { segments.reduce(0) { $0 + $1.values.count } }
  /// Columns of the gap before a segment beyond the one that parts it from what stands before.
  func indent(of segment: Int) -> Int {
    guard segment > 0, let first = segments[segment].labels.first,
      let before = segments[segment - 1].values.last ?? segments[segment - 1].labels.last
    else { return indent }
    return first.columns.lowerBound - before.columns.upperBound - 1
  }

  var hasLabel: Bool { segments.contains { !$0.labels.isEmpty } }
}

/// Puts the rows of a flattened table together: a name, or the pieces of one over several lines, then its numbers.
struct RowAssembler {
  let lines: ArraySlice<PieceLine>
  /// Whether rows begin with codes of classification.
  let hasCodes: Bool
  private var rows: [RawRow] = []
  /// Lines of names, and codes, that wait for their numbers.
  private var names: [PieceLine] = []
  private var codes: [Piece] = []

  init(_ lines: ArraySlice<PieceLine>) {
    self.lines = lines
    hasCodes = RowAssembler.findCodes(lines)
  }

  /// Rows in printed order, names without numbers included. Lines before the first number are the header's.
  mutating func assemble() -> [RawRow] {
    rows.reserveCapacity(lines.count)
    for index in lines.indices {
      let line = lines[index]
      let numbers = line.numbers
      if isCodeLine(line) {
        flush()
        codes = line.pieces
      } else if numbers == 0 {
        addName(line)
      } else if numbers == line.pieces.count {
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

  private mutating func addName(_ line: PieceLine) { names.append(line) }

  private mutating func addNumbers(_ line: PieceLine) {
    let isName = names.count <= RowAssembler.longestName
    if !isName { flushNames() }
    var row = RawRow(codes: codes, segments: [Segment(values: line.pieces[...])], page: line.page, indent: line.indent)
    row.isDoubtful = !isName
    if let first = names.first {
      row.segments[0].labels = first.pieces[...]
      row.segments[0].wrapped = names.dropFirst().flatMap(\.pieces)
      row.indent = first.indent
      row.page = first.page
    }
    names = []
    codes = []
    rows.append(row)
  }

  private mutating func addRow(_ line: PieceLine) {
    var first = 0
    if hasCodes { while first < line.pieces.count, line.pieces[first].isCode { first += 1 } }
    if !names.isEmpty || first > 0 { flush() }
    codes += line.pieces[..<first]
    rows.append(
      RawRow(codes: codes, segments: segments(line.pieces, from: first), page: line.page, indent: line.indent))
    codes = []
  }

  /// What a piece of a row is: a code is one only before a name.
  private enum Part {
    case code, name, number
  }

  private func part(_ pieces: [Piece], _ index: Int) -> Part {
    guard pieces[index].isNumber else { return .name }
    let isCode = hasCodes && pieces[index].isCode && index + 1 < pieces.count && !pieces[index + 1].isNumber
    return isCode ? .code : .number
  }

  /// The pieces of a row: a name, or a code before one, begins a new segment after numbers.
  private func segments(_ pieces: [Piece], from first: Int) -> [Segment] {
    var segments: [Segment] = []
    var start = first
    while start < pieces.count {
      let part = part(pieces, start)
      var end = start + 1
      while end < pieces.count, self.part(pieces, end) == part { end += 1 }
      let run = pieces[start..<end]
      start = end
      guard let last = segments.indices.last, part == .number || segments[last].goesOn(with: part == .code) else {
        segments.append(
          Segment(codes: part == .code ? run : [], labels: part == .name ? run : [], values: part == .number ? run : []))
        continue
      }
      switch part {
      case .code: segments[last].codes = run
      case .name: segments[last].labels = run
      case .number: segments[last].values = run
      }
    }
    return segments
  }

  /// Names and codes that no numbers follow are rows of their own.
  private mutating func flush() {
    if names.isEmpty, !codes.isEmpty { rows.append(RawRow(codes: codes)) }
    flushNames()
    codes = []
  }

  private mutating func flushNames() {
    for line in names {
      rows.append(RawRow(codes: codes, segments: [Segment(labels: line.pieces[...])], page: line.page, indent: line.indent))
      codes = []
    }
    names = []
  }

  private func isCodeLine(_ line: PieceLine) -> Bool {
    hasCodes && line.pieces.allSatisfy(\.isCode) && line.pieces.count <= 3
  }

  /// Codes stand before names, on the same line or those above, and all other numbers have decimals or separators.
  private static func findCodes(_ lines: ArraySlice<PieceLine>) -> Bool {
    var before = 0
    var plain = 0
    var formed = 0
    var numbers = 0
    var run = 0
    for piece in lines.lazy.flatMap(\.pieces) {
      guard piece.isNumber else {
        before += run
        run = 0
        continue
      }
      // A nought is printed in no form.
      if piece.range.count > 1 || piece.kind == .dash { numbers += 1 }
      if piece.isFormed { formed += 1 }
      if piece.isCode { plain += 1 }
      run = piece.isCode ? run + 1 : 0
    }
    return before >= 2 && formed * 2 >= before && plain <= before + before / 2 + 3 && formed * 10 >= (numbers - before) * 8
  }
}
