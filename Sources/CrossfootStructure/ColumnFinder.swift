// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Finds the columns of a table whose cells are placed by their position on the line.
struct ColumnFinder {
  /// Whether positions count half-width cells (a Han character fills two) or characters.
  let usesCells: Bool
  /// Columns of numbers, from left to right.
  private(set) var numbers: [Range<Int>] = []
  /// Whether numbers stand in columns at all.
  private(set) var isAligned = false

  /// Widest line looked at.
  private static let widest = 2000

  /// Looks at the rows' lines: in characters, as layout programs count, else in half-width cells.
  init(_ lines: some Sequence<PieceLine>, _ pieces: [Piece]) {
    let rows = lines.filter { $0.numbers > 0 }
    self.init(rows: rows, pieces, usesCells: false)
    // No row has a number in each column: where the other measure shows fewer, numbers of one column stood apart in
    // this one.
    if isAligned, numbers.count <= rows.reduce(0, { max($0, $1.numbers) }) { return }
    let other = ColumnFinder(rows: rows, pieces, usesCells: true)
    if other.isAligned, !isAligned || other.numbers.count < numbers.count { self = other }
  }

  /// Looks at the rows' lines in a given measure.
  init(_ lines: some Sequence<PieceLine>, _ pieces: [Piece], usesCells: Bool) {
    self.init(rows: lines.filter { $0.numbers > 0 }, pieces, usesCells: usesCells)
  }

  private init(rows: [PieceLine], _ pieces: [Piece], usesCells: Bool) {
    self.usesCells = usesCells
    numbers = find(rows, pieces)
    isAligned = check(rows, pieces)
  }

  /// Where a piece stands, in this table's measure.
  func place(_ piece: Piece) -> Range<Int> { usesCells ? piece.cells : piece.columns }

  /// Runs of positions that numbers cover.
  private func find(_ rows: [PieceLine], _ pieces: [Piece]) -> [Range<Int>] {
    var end = 0
    for row in rows.indices {
      for index in rows[row].pieces where pieces[index].isNumber {
        let place = place(pieces[index])
        if place.upperBound <= ColumnFinder.widest { end = max(end, place.upperBound) }
      }
    }
    var change = [Int](of: 0, times: end + 1)
    for row in rows.indices {
      for index in rows[row].pieces where pieces[index].isNumber {
        let place = place(pieces[index])
        guard place.upperBound <= ColumnFinder.widest else { continue }
        change[place.lowerBound] += 1
        change[place.upperBound] -= 1
      }
    }
    return covered(change, least: max(1, rows.count / 40))
  }

  /// Runs of positions that enough numbers cover, by how many begin and end at each.
  private func covered(_ change: [Int], least: Int) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    var depth = 0
    var start: Int?
    for position in change.indices {
      depth += change[position]
      if depth >= least, start == nil { start = position }
      if depth < least, let from = start {
        columns.append(from..<position)
        start = nil
      }
    }
    return columns
  }

  /// Each number of a row must stand in a column of its own, in nearly every row.
  private func check(_ rows: [PieceLine], _ pieces: [Piece]) -> Bool {
    guard !numbers.isEmpty else { return false }
    let bad = rows.indices.count { row in
      var last = -1
      for index in rows[row].pieces where pieces[index].isNumber {
        let column = column(of: pieces[index])
        if column <= last { return true }
        last = column
      }
      return false
    }
    return bad * 20 <= rows.count && isTight(rows, pieces)
  }

  /// Whether the numbers of each column end (or stand) at about the same place.
  private func isTight(_ rows: [PieceLine], _ pieces: [Piece]) -> Bool {
    var edges = [[Int]](repeating: [], count: numbers.count)
    var centers = edges
    for piece in rows.lazy.flatMap({ pieces[$0.pieces] }) where piece.isNumber {
      let place = place(piece)
      edges[column(of: piece)].append(place.upperBound * 10)
      centers[column(of: piece)].append((place.lowerBound + place.upperBound) * 5)
    }
    return edges.indices.allSatisfy { min(deviation(edges[$0]), deviation(centers[$0])) <= 30 }
  }

  /// Mean distance from the mean.
  private func deviation(_ values: [Int]) -> Int {
    guard !values.isEmpty else { return 0 }
    let mean = values.reduce(0, +) / values.count
    return values.reduce(0) { $0 + abs($1 - mean) } / values.count
  }

  /// Index of the column of numbers a piece stands nearest to.
  func column(of piece: Piece) -> Int {
    let place = place(piece)
    var low = 0
    var high = numbers.count
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle].upperBound < place.upperBound { low = middle + 1 } else { high = middle }
    }
    let near = max(0, low - 1)...max(0, min(numbers.count - 1, low + 1))
    guard !numbers.isEmpty else { return 0 }
    return near.min { distance(place, $0) < distance(place, $1) } ?? 0
  }

  private func distance(_ place: Range<Int>, _ index: Int) -> Int {
    let column = numbers[index]
    let apart = max(0, column.lowerBound - place.upperBound + 1, place.lowerBound - column.upperBound + 1)
    return apart * 1000 + abs(column.upperBound - place.upperBound)
  }
}

/// The columns of numbers of a table, on each of its pages.
struct ColumnFinders {
  let pages: [Int: ColumnFinder]
  /// Those of the page that shows all of them.
  let widest: ColumnFinder

  /// Nil if the numbers do not stand in columns.
  init?(_ body: ArraySlice<PieceLine>, _ pieces: [Piece]) {
    let lines = Dictionary(grouping: body, by: \.page)
    // A few rows fit any measure: the page with most of them tells how all are measured.
    guard let longest = lines.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else { return nil }
    let usesCells = ColumnFinder(longest.value, pieces).usesCells
    let pages = lines.mapValues { ColumnFinder($0, pieces, usesCells: usesCells) }
    let most = pages.values.map(\.numbers.count).max() ?? 0
    let first = pages.filter { $0.value.numbers.count == most }.keys.min()
    guard most > 0, let first, let widest = pages[first] else { return nil }
    guard pages.values.allSatisfy({ $0.isAligned || $0.numbers.isEmpty }) else { return nil }
    self.pages = pages
    self.widest = widest
  }

  /// Columns of numbers that a piece of the header stands over.
  func covered(_ piece: Piece) -> [Int] {
    let place = widest.place(piece)
    return widest.numbers.indices.filter { widest.numbers[$0].overlaps(place) }
  }
}
