// SPDX-License-Identifier: Apache-2.0

/// Says on which side of a two-sided table rows stand that have one side only: by the numbering and indentation each
/// side uses.
struct SideVotes {
  private let rows: [RawRow]
  private let count: Int
  /// For each row the sides its run may stand on.
  private var allowed: [[Int]] = []

  private struct Style: Hashable {
    var level: Int
    var indent: Int
  }

  init(rows: [RawRow], count: Int, bytes: [UInt8], words: Words) {
    self.rows = rows
    self.count = count
    guard count > 1 else { return }
    var seen = [Set<Style>](repeating: [], count: count)
    let styles = rows.map { row in
      row.segments.enumerated().map { number, segment in
        SideVotes.style(segment, number, row, bytes, words)
      }
    }
    for index in rows.indices where rows[index].segments.count == count {
      for side in 0..<count { seen[side].insert(styles[index][side]) }
    }
    allowed = rows.map { _ in Array(0..<count) }
    var start = 0
    while start < rows.count {
      var end = start
      var sides = Array(0..<count)
      while end < rows.count, rows[end].segments.count == 1 {
        sides.removeAll { !seen[$0].contains(styles[end][0]) }
        end += 1
      }
      if !sides.isEmpty { for index in start..<end { allowed[index] = sides } }
      start = max(end, start + 1)
    }
  }

  /// The one reading of a table without sides.
  private static let only = [[0]]

  /// Readings of the sides of a row's segments.
  func sides(of row: Int) -> [[Int]] {
    let segments = rows[row].segments.count
    if count == 1 { return segments <= 1 ? SideVotes.only : [] }
    if segments == count { return [Array(0..<count)] }
    return segments == 1 ? allowed[row].map { [$0] } : []
  }

  private static func style(_ segment: Segment, _ number: Int, _ row: RawRow, _ bytes: [UInt8], _ words: Words) -> Style
  {
    guard let first = segment.labels.first else { return Style(level: -1, indent: 0) }
    let level = Numbering.read(bytes, first.range, words: words)?.level ?? 0
    return Style(level: level, indent: row.indent(of: number))
  }
}
