// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootText

/// How the figures of one column bear out a reading of which rows a total adds up.
enum FootingOutcome: UInt8, Sendable {
  case holds
  case fails
  /// All is nothing, or no part is printed: this says nothing.
  case silent
  /// The parts are printed as nothing, the total is not: it may not have been broken down.
  case unbroken
  /// A cell cannot be read.
  case blocked
}

/// One reading of the rows that a total adds up, with what each column says to it.
struct FootingReading: Sendable {
  /// Index of the first tree that gives this reading.
  var tree: Int
  /// The number of its rows, the first and the last of them, counted from the first of the body.
  var parts: Int
  var span: ClosedRange<Int>
  /// Whether the pack knows the rows to be all parts of a whole.
  var isKnown: Bool
  /// Whether its rows are numbered from one on without a gap, and nothing else stands between them and the total.
  var isCounted: Bool
  /// Tells readings of one total apart.
  var key: UInt64
  /// What the columns say, ascending.
  var columns: [FootingVote] = []
  var points = 0
  /// Points of the columns that show all parts to be there.
  var solid = 0
  var holds = 0
  var fails = 0

  /// In how many other columns than one it fails, and holds.
  func failsElsewhere(_ vote: FootingVote) -> Int { fails - (vote.outcome == .fails ? 1 : 0) }
  func holdsElsewhere(_ vote: FootingVote) -> Int { holds - (vote.outcome == .holds && vote.points > 0 ? 1 : 0) }

  /// What a column says.
  func vote(of column: Int) -> FootingVote? {
    var low = 0
    var high = columns.count
    while low < high {
      let middle = (low + high) / 2
      if columns[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < columns.count && columns[low].column == column ? columns[low] : nil
  }
}

/// What one column says to a reading.
struct FootingVote: Sendable {
  var column: Int
  var outcome: FootingOutcome
  /// Decimal digits that agree, but one: what a coincidence would cost.
  var points: Int
  /// Whether the column shows all parts to be there: two of them are not nothing, or a code allows no others.
  var isSolid: Bool
}

/// A row that adds up others in some reading.
struct FootingTotal: Sendable {
  /// The row, counted from the first of the body.
  var row: Int
  var readings: [FootingReading] = []
}

/// How often a tree holds and fails in a column, for totals that a word names and for rows whose place makes them one.
struct FootingRecord: Sendable {
  var holds: InlineArray<2, Int> = [0, 0]
  var fails: InlineArray<2, Int> = [0, 0]
  var points: InlineArray<2, Int> = [0, 0]
}

/// Tries every reading of a part's rows on every column, in one pass a tree and column.
struct FootingStudy {
  let part: PartModel
  let marks: ArraySlice<RowMark>
  /// Columns that are added up.
  let columns: [Int]
  private(set) var totals: [FootingTotal] = []
  /// `records[tree][k]` is the record of a tree in `columns[k]`.
  private(set) var records: [[FootingRecord]] = []
  /// Whether most rows have names, so that one without may be the rest of another.
  private let hasNames: Bool
  /// Index in ``totals`` of a body row, or -1.
  private var slots: [Int]
  /// For sets of rows that add up in a column, the row they add up to; ``several`` for more than one.
  private var footing: [FootingKey: Int] = [:]
  /// For each column the first totals that hold in it, each with the tree in which it does.
  private var footed: [[(row: Int, tree: Int)]]
  private static let mostFooted = 8
  private static let several = -2

  init(_ part: PartModel, _ marks: ArraySlice<RowMark>, columns: [Int]) {
    self.part = part
    self.marks = marks
    self.columns = columns
    hasNames = marks.count(where: \.isNameless) * 4 <= marks.count(where: \.counts)
    slots = [Int](repeating: -1, count: part.body.count)
    footed = [[(row: Int, tree: Int)]](repeating: [], count: columns.count)
    var sums = FootingSums(count: part.body.count)
    for tree in part.trees.indices { study(tree, &sums) }
  }

  private mutating func study(_ tree: Int, _ sums: inout FootingSums) {
    let parent = part.trees[tree].parent
    let shape = shape(of: parent)
    records.append([FootingRecord](of: FootingRecord(), times: columns.count))
    // Readings of this tree that no earlier tree gives, by body row.
    var fresh = [Bool](of: false, times: parent.count)
    for row in parent.indices where shape[row].parts > 0 { fresh[row] = open(row, tree, shape[row]) }
    for (index, column) in columns.enumerated() {
      sums.add(part.figures[column], parent, marks, from: part.body.lowerBound)
      for entry in part.figures[column].rows.indices {
        let row = Int(part.figures[column].rows[entry]) - part.body.lowerBound
        guard shape[row].parts > 0 else { continue }
        let value = part.figures[column].values[entry]
        let outcome = shape[row].isLoose ? .blocked : sums.outcome(row, value)
        let points = outcome == .holds ? digits(value) - 1 : 0
        let isSolid = sums.isBrokenDown(row) || part.trees[tree].source == .codes
        let vote = FootingVote(column: column, outcome: outcome, points: points, isSolid: isSolid)
        note(vote, row, tree, index, shape[row].key)
        if fresh[row] { record(vote, row) }
      }
      sums.clear()
    }
  }

  private mutating func note(_ vote: FootingVote, _ row: Int, _ tree: Int, _ index: Int, _ parts: UInt64) {
    let kind = kind(of: row)
    if vote.outcome == .fails { records[tree][index].fails[kind] += 1 }
    guard vote.outcome == .holds, vote.points > 0 else { return }
    records[tree][index].holds[kind] += 1
    if vote.isSolid { records[tree][index].points[kind] += vote.points }
    guard vote.points >= Proof.beyondDoubt else { return }
    let key = FootingKey(column: vote.column, rows: parts)
    footing[key] = footing[key, default: row] == row ? row : FootingStudy.several
    if footed[index].count < FootingStudy.mostFooted, footed[index].last?.row != row { footed[index].append((row, tree)) }
  }

  /// 0 for a total by its word, 1 for a row that has parts by its place.
  func kind(of row: Int) -> Int { marks[marks.startIndex + row].word == .none ? 1 : 0 }

  /// Whether a set of rows adds up to another total than the one of a row in a column.
  func isSpent(_ reading: FootingReading, _ row: Int, _ column: Int) -> Bool {
    footing[FootingKey(column: column, rows: reading.key)].map { $0 != row } ?? false
  }

  /// Whether a total in which a row takes no part holds in the column at an index.
  func foots(besides row: Int, _ index: Int) -> Bool {
    footed[index].contains { total in
      let parent = part.trees[total.tree].parent
      return total.row != row && Int(parent[row]) != total.row && Int(parent[total.row]) != row
    }
  }

  /// Opens a reading of a total, unless an earlier tree gives the same.
  private mutating func open(_ row: Int, _ tree: Int, _ shape: RowShape) -> Bool {
    if slots[row] < 0 {
      slots[row] = totals.count
      totals.append(FootingTotal(row: row))
    }
    let slot = slots[row]
    if totals[slot].readings.contains(where: { $0.key == shape.key && $0.parts == shape.parts }) { return false }
    let span = shape.first...shape.last
    totals[slot].readings.append(
      FootingReading(
        tree: tree, parts: shape.parts, span: span, isKnown: shape.isKnown, isCounted: shape.isCounted && shape.parts >= 2,
        key: shape.key))
    return true
  }

  private mutating func record(_ vote: FootingVote, _ row: Int) {
    let slot = slots[row]
    let last = totals[slot].readings.count - 1
    totals[slot].readings[last].columns.append(vote)
    totals[slot].readings[last].points += vote.points
    if vote.isSolid { totals[slot].readings[last].solid += vote.points }
    if vote.outcome == .holds, vote.points > 0 { totals[slot].readings[last].holds += 1 }
    if vote.outcome == .fails { totals[slot].readings[last].fails += 1 }
  }

  // MARK: shape

  /// The parts of a row in a tree.
  private struct RowShape {
    /// How many there are, the first and the last of them, and a key of the set of them.
    var parts = 0
    var first = 0
    var last = 0
    var key: UInt64 = 0
    /// The known sums of which the row is the whole and all parts are parts.
    var known: UInt64
    /// Level of their numbering, and whether they are numbered 1, 2, 3 … with nothing else between.
    var level = 0
    var isCounted = true
    /// Whether figures of the row or of one of its parts stand in no known column, or one of the parts has no name.
    var isLoose: Bool

    var isKnown: Bool { parts >= 2 && known != 0 }
  }

  private func shape(of parent: [Int32]) -> [RowShape] {
    var shape = marks.map { RowShape(known: $0.known.wholeOf, isLoose: $0.isLoose) }
    for (row, mark) in zip(parent.indices, marks) where parent[row] >= 0 {
      let whole = Int(parent[row])
      if shape[whole].parts == 0 { shape[whole].first = row }
      shape[whole].last = row
      shape[whole].parts += 1
      shape[whole].key &+= FootingStudy.mix(UInt64(row))
      shape[whole].known &= mark.known.partOf
      if shape[whole].parts == 1 { shape[whole].level = mark.numbering }
      if mark.numbering == 0 || mark.numbering != shape[whole].level || mark.ordinal != shape[whole].parts {
        shape[whole].isCounted = false
      }
      if mark.isLoose || hasNames && mark.isNameless { shape[whole].isLoose = true }
    }
    readGaps(parent, &shape)
    return shape
  }

  /// Rows that belong to no total stand apart from those that are counted.
  private func readGaps(_ parent: [Int32], _ shape: inout [RowShape]) {
    // Rows above each that take part in no sum.
    var apart = [Int](repeating: 0, count: parent.count + 1)
    for (row, mark) in zip(parent.indices, marks) { apart[row + 1] = apart[row] + (mark.counts && parent[row] < 0 ? 1 : 0) }
    for row in shape.indices where shape[row].parts > 0 && shape[row].isCounted {
      let span = row < shape[row].first ? row + 1..<shape[row].last : shape[row].first..<row
      if span.isEmpty || apart[span.upperBound] > apart[span.lowerBound] { shape[row].isCounted = false }
    }
  }

  /// Spreads a row number over 64 bits, so that sums of them tell sets of rows apart.
  private static func mix(_ row: UInt64) -> UInt64 {
    var mixed = (row &+ 1) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ (mixed >> 29)) &* 0xBF58_476D_1CE4_E5B9
    return mixed ^ (mixed >> 32)
  }

  private func digits(_ value: Int128) -> Int {
    var wide = value.magnitude
    var count = 0
    // Division of 128 bits is slow, and hardly any figure needs it.
    while wide > UInt128(UInt64.max) {
      wide /= 10
      count += 1
    }
    var rest = UInt64(wide)
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}

/// A set of rows in a column.
private struct FootingKey: Hashable {
  var column: Int
  var rows: UInt64
}

/// Sums of the parts of each row in one column.
struct FootingSums {
  private var sums: [Int128]
  /// Parts that are printed, and those that are not nothing; -1 where a part cannot be read.
  private var printed: [Int32]
  private var filled: [Int32]
  private var touched: [Int] = []

  init(count: Int) {
    sums = [Int128](repeating: 0, count: count)
    printed = [Int32](repeating: 0, count: count)
    filled = printed
  }

  /// Adds the figures of a column to the rows they are parts of.
  mutating func add(_ column: ColumnFigures, _ parent: [Int32], _ marks: ArraySlice<RowMark>, from first: Int) {
    for index in column.rows.indices {
      let row = Int(column.rows[index]) - first
      let whole = Int(parent[row])
      guard whole >= 0 else { continue }
      if printed[whole] == 0 { touched.append(whole) }
      if printed[whole] >= 0 { printed[whole] += 1 }
      let value = column.values[index]
      if value != 0 { filled[whole] += 1 }
      // Values are far below the limits of 128 bits, so that wrapping around cannot happen in a sum of them.
      sums[whole] &+= marks[marks.startIndex + row].isDeduction ? 0 &- value : value
    }
    for row in column.gaps {
      let whole = Int(parent[Int(row) - first])
      guard whole >= 0 else { continue }
      if printed[whole] == 0 { touched.append(whole) }
      printed[whole] = -1
    }
  }

  /// What the sum under a row says to its stated value. Every term that is not nothing may be off by half a unit.
  func outcome(_ row: Int, _ stated: Int128) -> FootingOutcome {
    if printed[row] < 0 { return .blocked }
    if filled[row] == 0 { return stated != 0 && printed[row] >= 2 ? .unbroken : .silent }
    let terms = Int128(filled[row]) + (stated == 0 ? 0 : 1)
    return (sums[row] &- stated).magnitude * 2 <= terms.magnitude ? .holds : .fails
  }

  /// Whether at least two parts of a row are not nothing.
  func isBrokenDown(_ row: Int) -> Bool { filled[row] >= 2 }

  mutating func clear() {
    for row in touched {
      sums[row] = 0
      printed[row] = 0
      filled[row] = 0
    }
    touched.removeAll(keepingCapacity: true)
  }
}
