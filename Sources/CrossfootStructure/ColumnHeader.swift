// SPDX-License-Identifier: Apache-2.0

/// Says which columns the names in a header stand over. Headers are often set off from their columns by the same
/// distance throughout: a line that names every column tells by how much.
struct ColumnHeader {
  let pieces: [Piece]
  let finder: ColumnFinder
  /// Text columns before each column of numbers, and after the last.
  let texts: [[Range<Int>]]
  /// Whether a piece is a word that heads names and codes.
  let namesNames: (Piece) -> Bool
  /// How far header pieces stand right of their columns, in half columns.
  private var offset = 0
  /// Whether some line names every column of numbers.
  private var isComplete = false
  /// Whether so few rows stand below that they do not show where the columns are.
  private let isLoose: Bool

  init(
    pieces: [Piece], finder: ColumnFinder, texts: [[Range<Int>]], lines: ArraySlice<PieceLine>, isLoose: Bool,
    namesNames: @escaping (Piece) -> Bool
  ) {
    self.isLoose = isLoose
    self.pieces = pieces
    self.finder = finder
    self.texts = texts
    self.namesNames = namesNames
    for line in lines where line.numbers == 0 {
      guard let own = complete(Array(pieces[line.pieces])) else { continue }
      let apart = zip(own, finder.numbers).map { center(finder.place($0)) - center($1) }
      offset = apart.reduce(0, +) / max(1, apart.count)
      isComplete = true
    }
  }

  /// The pieces that name the columns of numbers, where a line names all: it may name text columns at its start too. A
  /// word that heads names is over none of them: with it there is one name too few.
  private func complete(_ pieces: [Piece]) -> [Piece]? {
    let count = finder.numbers.count
    let names = texts.first?.count ?? 0
    guard texts.dropFirst().allSatisfy(\.isEmpty), pieces.count >= count, pieces.count <= count + max(2, names),
      names == 0 || !pieces.suffix(count).prefix(1).contains(where: namesNames)
    else { return nil }
    return Array(pieces.suffix(count))
  }

  private func center(_ range: Range<Int>) -> Int { range.lowerBound + range.upperBound }

  /// Adds a line of the header as a row.
  func add(_ line: PieceLine, to grid: inout RawGrid) {
    let pieces = Array(pieces[line.pieces])
    var columns: [Int]
    var spans = [Int](repeating: 1, count: pieces.count)
    if pieces.count == number(finder.numbers.count), texts.contains(where: { !$0.isEmpty }) {
      // A name for every column, those of names included.
      columns = Array(pieces.indices)
    } else if let own = complete(pieces) {
      let first = pieces.count - own.count
      columns = pieces.indices.map { $0 < first ? textColumn(pieces[$0]) : number($0 - first) }
    } else if isLoose {
      columns = pieces.map { _ in -1 }
    } else {
      let groups = groups(pieces)
      columns = pieces.map(single)
      for (index, group) in groups.enumerated() where !group.isEmpty {
        columns[index] = number(group.lowerBound)
        spans[index] = number(group.upperBound - 1) - number(group.lowerBound) + 1
      }
      forgetDoubles(&columns)
    }
    for index in pieces.indices {
      grid.cells.append(Cell(range: pieces[index].range, column: columns[index], span: spans[index]))
    }
    grid.endRow(page: line.page)
  }

  private func number(_ index: Int) -> Int { ColumnGrid.numberColumn(index, texts) }

  /// The column a piece stands over, if it is one.
  private func single(_ piece: Piece) -> Int {
    if piece.hasGap, finder.numbers.count > 2 { return textColumn(piece) }
    let place = finder.place(piece)
    let covered = finder.numbers.indices.filter {
      finder.numbers[$0].lowerBound * 2 < place.upperBound * 2 - offset
        && place.lowerBound * 2 - offset < finder.numbers[$0].upperBound * 2
    }
    if covered.count == 1 { return number(covered[0]) }
    if covered.count > 1 { return -1 }
    return offset == 0 ? textColumn(piece) : nearest(place)
  }

  /// The nearest column of numbers, if the next one is much farther.
  private func nearest(_ place: Range<Int>) -> Int {
    let apart = finder.numbers.indices.map { (abs(center(place) - offset - center(finder.numbers[$0])), $0) }.sorted {
      $0 < $1
    }
    guard let best = apart.first else { return -1 }
    if apart.count > 1, apart[1].0 < best.0 * 3 { return -1 }
    return number(best.1)
  }

  /// Runs of columns that pieces of a line of group names cover, where a line below names every column: each column
  /// belongs to the nearest name, and a name must stand over the middle of its columns.
  private func groups(_ pieces: [Piece]) -> [Range<Int>] {
    var groups = [Range<Int>](repeating: 0..<0, count: pieces.count)
    guard isComplete, pieces.count >= 2, pieces.count * 2 <= finder.numbers.count else { return groups }
    for column in finder.numbers.indices {
      let distance = pieces.map { abs(center(finder.place($0)) - offset - center(finder.numbers[column])) }
      guard let least = distance.min(), let owner = distance.firstIndex(of: least) else { continue }
      groups[owner] = groups[owner].isEmpty ? column..<column + 1 : groups[owner].lowerBound..<column + 1
    }
    for (index, group) in groups.enumerated() where !group.isEmpty {
      let hull = finder.numbers[group.lowerBound].lowerBound..<finder.numbers[group.upperBound - 1].upperBound
      let apart = abs(center(finder.place(pieces[index])) - offset - center(hull))
      if apart > hull.count / 2 + 8 { groups[index] = 0..<0 }
    }
    return groups
  }

  /// Two pieces of one line over the same column name nothing for certain.
  private func forgetDoubles(_ columns: inout [Int]) {
    var counts: [Int: Int] = [:]
    for column in columns { counts[column, default: 0] += 1 }
    for index in columns.indices where counts[columns[index], default: 0] > 1 { columns[index] = -1 }
  }

  /// The text column a piece stands over, or -1.
  private func textColumn(_ piece: Piece) -> Int {
    let place = finder.place(piece)
    for slot in texts.indices {
      let base = slot == 0 ? 0 : number(slot - 1) + 1
      for (index, range) in texts[slot].enumerated() where range.overlaps(place) { return base + index }
    }
    return -1
  }
}
