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
    let each = (0..<count).map { [$0] }
    allowed = [[[Int]]](of: each, times: rows.rows.count)
    var start = 0
    while start < rows.rows.count {
      var end = start
      var readings = each
      while end < rows.rows.count, rows.rows[end].segments.count == 1 {
        let style = SideVotes.style(0, of: rows.rows[end], rows, bytes, words)
        readings.removeAll { !seen[$0[0]].contains(style) }
        end += 1
      }
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

  private static func style(_ side: Int, of row: RawRow, _ rows: RawRows, _ bytes: [UInt8], _ words: Words) -> Style {
    let segment = row.segments.lowerBound + side
    guard let first = rows.segments[segment].labels.first else { return Style(level: -1, indent: 0) }
    let level = Numbering.read(bytes, rows.pieces[first].range, words: words)?.level ?? 0
    return Style(level: level, indent: rows.indent(of: segment, in: row))
  }
}
