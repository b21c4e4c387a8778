// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Says on which side of a two-sided table rows stand that have one side only: by the numbering and indentation each
/// side uses.
struct SideVotes {
  private let rows: RawRows
  private let count: Int
  /// For each row the readings of the sides that it may stand on if it has one side only.
  private var allowed: [[[Int]]] = []
  /// The reading of a row that has all sides.
  private let all: [[Int]]

  private struct Style: Hashable {
    var level: Int
    var indent: Int
  }

  init(rows: RawRows, count: Int, bytes: [UInt8], words: Words) {
    self.rows = rows
    self.count = count
    all = [Array(0..<count)]
    // Only a row of one side may stand on either.
    guard count > 1, rows.rows.contains(where: { $0.segments.count == 1 }) else { return }
    var seen = [Set<Style>](repeating: [], count: count)
    var last = [Style?](repeating: nil, count: count)
    for row in rows.rows where row.segments.count == count {
      for side in 0..<count {
        let style = SideVotes.style(side, of: row, rows, bytes, words)
        // Most rows are set like the one above.
        if style != last[side] { seen[side].insert(style) }
        last[side] = style
      }
    }
    let endings = SideVotes.endings(rows, count, bytes, words)
    let each = (0..<count).map { [$0] }
    allowed = [[[Int]]](of: each, times: rows.rows.count)
    var names: SideNames?
    // The last code of each side.
    var codes = [ArraySlice<UInt8>](repeating: [], count: count)
    var start = 0
    while start < rows.rows.count {
      if rows.rows[start].segments.count == count {
        for side in 0..<count {
          let code = SideVotes.code(side, of: rows.rows[start], rows, bytes)
          if !code.isEmpty { codes[side] = code }
        }
        start += 1
        continue
      }
      var end = start
      var readings = each
      var last = codes
      while end < rows.rows.count, rows.rows[end].segments.count == 1 {
        let style = SideVotes.style(0, of: rows.rows[end], rows, bytes, words)
        let code = SideVotes.code(0, of: rows.rows[end], rows, bytes)
        readings.removeAll { !seen[$0[0]].contains(style) || !code.isEmpty && !SideVotes.follows(code, last[$0[0]]) }
        if let side = endings[SideVotes.ending(0, of: rows.rows[end], rows, bytes, words)] {
          readings.removeAll { $0[0] != side }
        }
        if readings.count > 1 {
          let own = names ?? SideNames(rows, count, bytes)
          if let side = own.side(of: rows.rows[end], rows, bytes) { readings.removeAll { $0[0] != side } }
          names = own
        }
        if !code.isEmpty { for side in 0..<count { last[side] = code } }
        end += 1
      }
      // Where all sides have codes, a class that may go on with either goes on with the last one.
      let isCoded = codes.allSatisfy { !$0.isEmpty } && last != codes
      if readings.count > 1, isCoded { readings.removeFirst(readings.count - 1) }
      if readings.count == 1 { codes[readings[0][0]] = last[readings[0][0]] }
      if !readings.isEmpty { for index in start..<end { allowed[index] = readings } }
      start = max(end, start + 1)
    }
  }

  /// Readings of the sides of a row's segments.
  func sides(of row: Int) -> [[Int]] {
    let segments = rows.rows[row].segments.count
    if count == 1 { return segments <= 1 ? all : [] }
    return segments == count ? all : segments == 1 ? allowed[row] : []
  }

  /// Names of a side that must end in the same word, while those of no other side do.
  private static let fewest = 3

  /// The side whose names, and no other's, end in each of the words for income and expenditure.
  private static func endings(_ rows: RawRows, _ count: Int, _ bytes: [UInt8], _ words: Words) -> [Int: Int] {
    var counts: [Int: [Int]] = [:]
    for row in rows.rows where row.segments.count == count {
      for side in 0..<count {
        let ending = ending(side, of: row, rows, bytes, words)
        if ending >= 0 { counts[ending, default: [Int](of: 0, times: count)][side] += 1 }
      }
    }
    return counts.compactMapValues { counts in
      let sides = counts.indices.filter { counts[$0] > 0 }
      return sides.count == 1 && counts[sides[0]] >= fewest ? sides[0] : nil
    }
  }

  /// Which of the words for income and expenditure the numbered name of a row ends in; -1 for none.
  private static func ending(_ side: Int, of row: RawRow, _ rows: RawRows, _ bytes: [UInt8], _ words: Words) -> Int {
    let labels = rows.segments[row.segments.lowerBound + side].labels
    guard let last = labels.last, Numbering.read(bytes, rows.pieces[labels.lowerBound].range, words: words) != nil
    else {
      return -1
    }
    return words.sides.firstIndex { bytes[rows.pieces[last].range].suffix($0.count).elementsEqual($0) } ?? -1
  }

  /// The code before the name of a row on a side.
  private static func code(_ side: Int, of row: RawRow, _ rows: RawRows, _ bytes: [UInt8]) -> ArraySlice<UInt8> {
    let codes = side == 0 ? row.codes : rows.segments[row.segments.lowerBound + side].codes
    // 302 07: a piece for each level.
    if codes.count > 1 { return codes.reduce(into: []) { $0 += bytes[rows.pieces[$1].range] } }
    return codes.last.map { bytes[rows.pieces[$0].range] } ?? []
  }

  /// Digits of the class that all codes below it begin with.
  private static let classDigits = 3

  /// Whether a code may come after another on its side: they ascend, and what is below a class follows it.
  private static func follows(_ code: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>) -> Bool {
    if last.isEmpty { return true }
    if code.count > classDigits, !code.prefix(classDigits).elementsEqual(last.prefix(classDigits)) { return false }
    return last.lexicographicallyPrecedes(code)
  }

  private static func style(_ side: Int, of row: RawRow, _ rows: RawRows, _ bytes: [UInt8], _ words: Words) -> Style {
    let segment = row.segments.lowerBound + side
    guard let first = rows.segments[segment].labels.first else { return Style(level: -1, indent: 0) }
    let level = Numbering.read(bytes, rows.pieces[first].range, words: words)?.level ?? 0
    return Style(level: level, indent: rows.indent(of: segment, in: row))
  }
}

/// The names that rows with all sides print on one side only: a row with one side that repeats one of them (what was
/// carried over from each fund, below the same funds of this year) stands on that side.
private struct SideNames {
  /// For each name its side; -1 for several.
  private var sides: [ArraySlice<UInt8>: Int] = [:]

  /// Bytes of the shortest name that tells.
  private static let shortest = 12

  init(_ rows: RawRows, _ count: Int, _ bytes: [UInt8]) {
    for row in rows.rows where row.segments.count == count {
      for side in 0..<count {
        guard let name = SideNames.name(side, of: row, rows, bytes) else { continue }
        if let known = sides[name], known != side { sides[name] = -1 } else { sides[name] = side }
      }
    }
  }

  func side(of row: RawRow, _ rows: RawRows, _ bytes: [UInt8]) -> Int? {
    SideNames.name(0, of: row, rows, bytes).flatMap { sides[$0] }.flatMap { $0 < 0 ? nil : $0 }
  }

  private static func name(_ side: Int, of row: RawRow, _ rows: RawRows, _ bytes: [UInt8]) -> ArraySlice<UInt8>? {
    let labels = rows.segments[row.segments.lowerBound + side].labels
    guard labels.count == 1, let label = labels.first, rows.pieces[label].range.count >= shortest else { return nil }
    return bytes[rows.pieces[label].range]
  }
}
