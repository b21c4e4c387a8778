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

/// One reading of the rows that a total adds up, with what all columns together say to it.
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
  /// Index of the next reading of its total, or -1.
  fileprivate(set) var next = -1
  /// Where the votes on it stand among those of the study.
  fileprivate(set) var votes = 0..<0
  var points = 0
  /// Points of the columns that show all parts to be there.
  var solid = 0
  var holds = 0
  var fails = 0

  /// In how many other columns than one it fails, and holds.
  func failsElsewhere(_ vote: FootingVote) -> Int { fails - (vote.outcome == .fails ? 1 : 0) }
  func holdsElsewhere(_ vote: FootingVote) -> Int { holds - (vote.outcome == .holds && vote.points > 0 ? 1 : 0) }
}

/// What one column says to a reading.
struct FootingVote: Sendable {
  /// Index of the reading, and of the column among those that are added up.
  fileprivate(set) var reading: Int
  var column: Int
  var outcome: FootingOutcome
  /// What a coincidence would cost, see ``Proof/points(of:isExact:)``.
  var points: Int
  /// Whether the column shows all parts to be there: two of them are not nothing, or a code allows no others.
  var isSolid: Bool
}

/// A row that adds up others in some reading.
struct FootingTotal: Sendable {
  /// The row, counted from the first of the body.
  var row: Int
  /// Indices of its first and its last reading.
  fileprivate(set) var first: Int
  fileprivate var last: Int
}

/// How often a tree holds and fails in a column, for totals that a word names and for rows whose place makes them one.
struct FootingRecord: Sendable {
  var holds: InlineArray<2, Int> = [0, 0]
  var fails: InlineArray<2, Int> = [0, 0]
  var points: InlineArray<2, Int> = [0, 0]
}

/// Tries every reading of a part's rows on every column, in one pass a tree and column.
struct FootingStudy {
  let figures: [ColumnFigures]
  let trees: [RowTree]
  /// Those of the body's rows.
  let marks: ArraySlice<RowMark>
  /// Columns that are added up.
  let columns: [Int]
  private(set) var totals: [FootingTotal] = []
  /// Those of all totals; the readings of one are linked in the order they were found.
  private(set) var readings: [FootingReading] = []
  /// What the columns say, those to one reading together and ascending by column.
  private(set) var votes: [FootingVote] = []
  /// The records of the trees, each column by column.
  private var records: [FootingRecord]
  /// Index in ``totals`` of a body row, or -1.
  private var slots: [Int]
  /// Sets of rows that add up in a column, with the row they add up to; ascending.
  private var spent: [SpentRows] = []
  /// For each column the first totals that hold in it.
  private var footed: [FootedTotals]
  private let unsure: UnsureParts

  /// - Parameters:
  ///   - isWhole: whether the part counts things, so that nothing is rounded.
  ///   - memory: what is at hand while a study is made.
  init(
    _ figures: [ColumnFigures], _ trees: [RowTree], _ marks: ArraySlice<RowMark>, columns: [Int], isWhole: Bool,
    _ memory: inout FootingMemory
  ) {
    self.figures = figures
    self.trees = trees
    self.marks = marks
    self.columns = columns
    unsure = UnsureParts(figures, marks)
    slots = [Int](of: -1, times: marks.count)
    records = [FootingRecord](of: FootingRecord(), times: trees.count * columns.count)
    footed = [FootedTotals](of: FootedTotals(), times: columns.count)
    memory.begin(marks, isWhole: isWhole)
    // Enough for most parts.
    totals.reserveCapacity(8)
    readings.reserveCapacity(16)
    votes.reserveCapacity(16 * columns.count)
    for tree in trees.indices { study(tree, &memory.shapes, &memory.fresh, &memory.sums) }
    spent.sort()
    sortVotes()
  }

  private mutating func study(_ tree: Int, _ shapes: inout RowShapes, _ fresh: inout [Int], _ sums: inout FootingSums) {
    let parent = trees[tree].parent
    let first = marks.startIndex
    shapes.read(parent, marks)
    for row in shapes.totals { fresh[row] = open(row, tree, shapes[row]) }
    for index in columns.indices {
      let entries = figures[columns[index]].entries
      let (gaps, place) = (figures[columns[index]].gaps, figures[columns[index]].place)
      sums.add(entries, gaps: gaps, at: place, parent, marks, from: first)
      var next = 0
      for row in shapes.totals {
        while next < entries.count, Int(entries[next].row) < row + first { next += 1 }
        guard next < entries.count, Int(entries[next].row) == row + first else { continue }
        let value = entries[next].value
        let outcome = outcome(row, value, shapes[row], tree, index, sums)
        let isSolid = sums.isBrokenDown(row) || trees[tree].source == .codes
        let points = outcome == .holds ? sums.points(row, value) : 0
        let vote = FootingVote(reading: fresh[row], column: index, outcome: outcome, points: points, isSolid: isSolid)
        note(vote, row, tree, shapes[row].key)
        if fresh[row] >= 0 { record(vote) }
      }
      sums.clear(shapes.totals)
    }
  }

  private func outcome(
    _ row: Int, _ value: Int128, _ shape: RowShape, _ tree: Int, _ index: Int, _ sums: borrowing FootingSums
  ) -> FootingOutcome {
    if shape.isLoose { return .blocked }
    let outcome = sums.outcome(row, value)
    guard outcome == .fails, !unsure.isEmpty else { return outcome }
    let (excess, slack) = sums.excess(row, over: value)
    let isExplained = unsure.explain(
      excess, slack: slack, row, trees[tree].parent, column: columns[index], within: shape.first...shape.last)
    return isExplained ? .blocked : .fails
  }

  private mutating func note(_ vote: FootingVote, _ row: Int, _ tree: Int, _ rows: UInt64) {
    let kind = kind(of: row)
    let record = tree * columns.count + vote.column
    if vote.outcome == .fails { records[record].fails[kind] += 1 }
    guard vote.outcome == .holds, vote.points > 0 else { return }
    records[record].holds[kind] += 1
    if vote.isSolid { records[record].points[kind] += vote.points }
    guard vote.points >= Proof.beyondDoubt else { return }
    // An earlier tree with the same reading has said so already.
    if vote.reading >= 0 { spent.append(SpentRows(rows: rows, column: vote.column, total: row)) }
    footed[vote.column].add(row, tree)
  }

  /// 0 for a total by its word, 1 for a row that has parts by its place.
  func kind(of row: Int) -> Int { marks[marks.startIndex + row].word == .none ? 1 : 0 }

  /// The record of a tree in the column at an index.
  func record(of tree: Int, in index: Int) -> FootingRecord { records[tree * columns.count + index] }

  /// Whether a set of rows adds up to another total than the one of a row in the column at an index.
  func isSpent(_ reading: FootingReading, _ row: Int, _ index: Int) -> Bool {
    let rows = SpentRows(rows: reading.key, column: index, total: -1)
    var low = 0
    var high = spent.count
    while low < high {
      let middle = (low + high) / 2
      if spent[middle] < rows { low = middle + 1 } else { high = middle }
    }
    while low < spent.count, spent[low].rows == rows.rows, spent[low].column == index {
      if spent[low].total != row { return true }
      low += 1
    }
    return false
  }

  /// Whether a total in which a row takes no part holds in the column at an index.
  func foots(besides row: Int, _ index: Int) -> Bool {
    for total in 0..<footed[index].count {
      let (other, tree) = footed[index][total]
      if other != row, Int(trees[tree].parent[row]) != other, Int(trees[tree].parent[other]) != row { return true }
    }
    return false
  }

  /// What the column at an index says to a reading.
  func vote(on reading: Int, in index: Int) -> FootingVote? {
    let end = readings[reading].votes.upperBound
    var low = readings[reading].votes.lowerBound
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if votes[middle].column < index { low = middle + 1 } else { high = middle }
    }
    return low < end && votes[low].column == index ? votes[low] : nil
  }

  /// Opens a reading of a total and returns its index; -1 if an earlier tree gives the same.
  private mutating func open(_ row: Int, _ tree: Int, _ shape: RowShape) -> Int {
    let own = readings.count
    if slots[row] < 0 {
      slots[row] = totals.count
      totals.append(FootingTotal(row: row, first: own, last: own))
    } else {
      var reading = totals[slots[row]].first
      while reading >= 0 {
        if readings[reading].key == shape.key, readings[reading].parts == shape.parts { return -1 }
        reading = readings[reading].next
      }
      readings[totals[slots[row]].last].next = own
      totals[slots[row]].last = own
    }
    readings.append(
      FootingReading(
        tree: tree, parts: shape.parts, span: shape.first...shape.last, isKnown: shape.isKnown,
        isCounted: shape.isCounted && shape.parts >= 2, key: shape.key))
    return own
  }

  private mutating func record(_ vote: FootingVote) {
    votes.append(vote)
    readings[vote.reading].points += vote.points
    if vote.isSolid { readings[vote.reading].solid += vote.points }
    if vote.outcome == .holds, vote.points > 0 { readings[vote.reading].holds += 1 }
    if vote.outcome == .fails { readings[vote.reading].fails += 1 }
    readings[vote.reading].votes = 0..<readings[vote.reading].votes.count + 1
  }

  /// Puts the votes on each reading together, by counting. They were cast column by column, and stay so.
  private mutating func sortVotes() {
    guard let any = votes.first else { return }
    var end = 0
    for reading in readings.indices {
      let count = readings[reading].votes.count
      readings[reading].votes = end..<end
      end += count
    }
    var sorted = [FootingVote](of: any, times: votes.count)
    for vote in votes {
      let place = readings[vote.reading].votes
      sorted[place.upperBound] = vote
      readings[vote.reading].votes = place.lowerBound..<place.upperBound + 1
    }
    votes = sorted
  }
}

/// What is at hand while a study is made. One study after another uses its memory.
struct FootingMemory {
  fileprivate var shapes = RowShapes()
  fileprivate var sums = FootingSums()
  /// For each row that has parts in a tree the reading that no earlier tree gives, or -1.
  fileprivate var fresh: [Int] = []

  fileprivate mutating func begin(_ marks: ArraySlice<RowMark>, isWhole: Bool) {
    shapes.begin(marks)
    sums.begin(marks.count, isWhole: isWhole)
    fresh.removeAll(keepingCapacity: true)
    for _ in marks.indices { fresh.append(-1) }
  }
}

/// A set of rows that adds up to a total in the column at an index.
private struct SpentRows: Comparable {
  var rows: UInt64
  var column: Int
  var total: Int

  static func < (a: SpentRows, b: SpentRows) -> Bool {
    a.rows != b.rows ? a.rows < b.rows : a.column != b.column ? a.column < b.column : a.total < b.total
  }
}

/// The first totals that hold in a column, each with the tree in which it does.
private struct FootedTotals {
  private static let most = 8
  private var rows = InlineArray<8, Int32>(repeating: 0)
  private var trees = InlineArray<8, Int32>(repeating: 0)
  private(set) var count = 0

  init() {}

  subscript(index: Int) -> (row: Int, tree: Int) { (Int(rows[index]), Int(trees[index])) }

  mutating func add(_ row: Int, _ tree: Int) {
    if count == FootedTotals.most || count > 0 && rows[count - 1] == Int32(row) { return }
    rows[count] = Int32(row)
    trees[count] = Int32(tree)
    count += 1
  }
}

/// Sums of the parts of each row in one column.
struct FootingSums {
  private struct Sum {
    var value: Int128 = 0
    /// Parts that are printed, and those that are not nothing; -1 where a part cannot be read.
    var printed: Int32 = 0
    var filled: Int32 = 0
  }

  private var sums: [Sum] = []
  /// Whether the part counts things, and whether the column that was added last does: nothing is rounded.
  private var isWhole = false
  private var isExact = false

  /// Begins with so many rows.
  mutating func begin(_ count: Int, isWhole: Bool) {
    sums.removeAll(keepingCapacity: true)
    for _ in 0..<count { sums.append(Sum()) }
    self.isWhole = isWhole
  }

  /// Adds the figures of a column to the rows they are parts of.
  mutating func add(
    _ entries: [ColumnFigures.Entry], gaps: [Int32], at place: Int, _ parent: [Int32], _ marks: ArraySlice<RowMark>,
    from first: Int
  ) {
    isExact = isWhole && place == 0
    var sums = sums.mutableSpan
    for index in entries.indices {
      let row = Int(entries[index].row) - first
      let whole = Int(parent[row])
      guard whole >= 0 else { continue }
      if sums[whole].printed >= 0 { sums[whole].printed += 1 }
      let value = entries[index].value
      if value != 0 { sums[whole].filled += 1 }
      // Values are far below the limits of 128 bits, so that wrapping around cannot happen in a sum of them.
      sums[whole].value &+= marks[marks.startIndex + row].isDeduction ? 0 &- value : value
    }
    for row in gaps {
      let whole = Int(parent[Int(row) - first])
      if whole >= 0 { sums[whole].printed = -1 }
    }
  }

  /// What the sum under a row says to its stated value. Every term that is not nothing may be off by half a unit.
  func outcome(_ row: Int, _ stated: Int128) -> FootingOutcome {
    let sum = sums[row]
    if sum.printed < 0 { return .blocked }
    if sum.filled == 0 { return stated != 0 && sum.printed >= 2 ? .unbroken : .silent }
    let terms = isExact ? 0 : Int128(sum.filled) + (stated == 0 ? 0 : 1)
    return (sum.value &- stated).magnitude * 2 <= terms.magnitude ? .holds : .fails
  }

  /// What it would cost the sum under a row to hold by coincidence.
  func points(_ row: Int, _ stated: Int128) -> Int {
    Proof.points(of: stated, isExact: isBrokenDown(row) && sums[row].value == stated)
  }

  /// How much more than a value the sum under a row is, and how far it may be off.
  func excess(_ row: Int, over stated: Int128) -> (excess: Int128, slack: Int128) {
    (sums[row].value &- stated, isExact ? 0 : (Int128(sums[row].filled) + 1) / 2)
  }

  /// Whether at least two parts of a row are not nothing.
  func isBrokenDown(_ row: Int) -> Bool { sums[row].filled >= 2 }

  /// Forgets the sums of the rows that have parts.
  mutating func clear(_ totals: [Int]) {
    for row in totals { sums[row] = Sum() }
  }
}
