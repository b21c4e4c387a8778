// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// Decides which sums of a part's columns are claimed. A total is claimed in the readings that the other columns bear
/// out best; where it fails in all of them, it is said to be wrong only if the reading is beyond doubt, or if one slip
/// of a digit explains it.
struct PartFooting {
  private let study: FootingStudy
  /// The role of each column.
  private let roles: [ColumnRole]
  /// The columns that one which is added up is the sum of.
  private let parts: [Int]
  /// Whether it counts things: nothing is rounded.
  private let isWhole: Bool
  private let isPartial: Bool
  /// Whether rows of the part may stand in the next table.
  private let isContinued: Bool
  /// Whether the part is the first of its table.
  private let opensTable: Bool
  /// The first and the last row that takes part in sums, counted from the first of the body.
  private let firstRow, lastRow: Int?
  /// Readings of one sum at most.
  private static let most = 8

  /// A sum to be claimed.
  fileprivate struct Claimed {
    var row: Int
    /// Index of the column among those that are added up.
    var column: Int
    /// The trees of the readings, the likeliest first: where they stand among those of all sums.
    var trees: Range<Int>
    var proof: Proof
    var holds: Bool
  }

  /// Sums to be claimed, and what is at hand while they are decided. One part after another uses their memory.
  struct Decisions {
    fileprivate var claimed: [Claimed] = []
    fileprivate var trees: [Int] = []
    fileprivate var known: [Known] = []
    fileprivate var memory = FootingMemory()
  }

  /// - Parameter facts: where the part stands. What is taken from it is little: copying a part counts a reference for
  ///   each of its lists.
  init(_ part: Int, of table: Int, in facts: borrowing Facts, _ decisions: inout Decisions) {
    isPartial = facts.tables[table].isPartial
    isContinued = facts.tables[table].isContinued && part == facts.tables[table].parts.count - 1
    opensTable = PartFooting.opens(part, of: facts.tables[table].parts) && !facts.tables[table].continues
    roles = facts.tables[table].parts[part].columns
    parts = facts.tables[table].parts[part].formulas.flatMap { [roles] in
      $0.divisor.isEmpty && PartFooting.isAdded($0.target, roles) ? $0.terms.map(\.column) : []
    }
    let marks = facts.tables[table].rowMarks[facts.tables[table].parts[part].body]
    firstRow = marks.firstIndex(where: \.counts).map { $0 - marks.startIndex }
    lastRow = marks.lastIndex(where: \.counts).map { $0 - marks.startIndex }
    let figures = facts.tables[table].parts[part].figures
    isWhole = facts.tables[table].parts[part].isWhole
    study = FootingStudy(
      figures, facts.tables[table].parts[part].trees, marks, columns: figures.added(roles), isWhole: isWhole,
      &decisions.memory)
  }

  /// Appends the relations of the part.
  func claim(_ rule: String, _ evaluator: Evaluator, _ decisions: inout Decisions, into relations: inout [Relation]) {
    decisions.claimed.removeAll(keepingCapacity: true)
    decisions.trees.removeAll(keepingCapacity: true)
    for total in study.totals {
      for index in study.columns.indices { decide(total, index, &decisions) }
    }
    if decisions.claimed.isEmpty { return }
    var terms = ColumnTerms(study.figures, study.trees, rows: study.marks.count, isWhole: isWhole)
    for claimed in decisions.claimed {
      for place in claimed.trees { terms.ask(study.columns[claimed.column], decisions.trees[place], study.marks) }
    }
    for claimed in decisions.claimed {
      var readings: [Claim] = []
      readings.reserveCapacity(claimed.trees.count)
      for place in claimed.trees {
        let (column, tree) = (study.columns[claimed.column], decisions.trees[place])
        if let claim = terms.claim(claimed.row, column, tree, from: study.marks.startIndex) { readings.append(claim) }
      }
      if let relation = claimed.proof.relation(rule, .footing, readings, claimed.holds, evaluator) {
        relations.append(relation)
      }
    }
  }

  // MARK: decision

  /// What is claimed of a total in a column. Whether its figures fix each other does not hang on whether they agree: a
  /// sum that nobody would call wrong proves nothing when it holds.
  private func decide(_ total: FootingTotal, _ index: Int, _ decisions: inout Decisions) {
    readings(of: total, index, &decisions.known)
    guard let first = decisions.known.first else { return }
    let best = decisions.known.reduce(first.support) { max($0, $1.support) }
    let isTold = decisions.known.contains { $0.isTold }
    func isLikely(_ one: Known) -> Bool {
      (isTold ? one.isTold : one.support == best) && one.vote.outcome != .silent
        && (one.vote.outcome != .unbroken || isTold)
    }
    if decisions.known.contains(where: { isLikely($0) && $0.vote.outcome == .blocked }) { return }
    let holds = decisions.known.contains { isLikely($0) && $0.vote.outcome == .holds }
    if !holds, !isTold,
      decisions.known.contains(where: { $0.vote.outcome == .holds && $0.vote.points >= Proof.beyondDoubt })
    {
      // A reading that the rest speaks less for holds: nothing is certain.
      return
    }
    let start = decisions.trees.count
    var proof = Proof.certain
    for one in decisions.known where isLikely(one) && (!holds || one.vote.outcome == .holds) {
      let reading = study.readings[one.reading]
      let own = self.proof(of: reading, one.vote, total.row, index)
      proof = min(proof, max(own, .slip))
      if own != .none, decisions.trees.count - start < PartFooting.most { decisions.trees.append(reading.tree) }
    }
    let trees = start..<decisions.trees.count
    if trees.isEmpty { return }
    decisions.claimed.append(Claimed(row: total.row, column: index, trees: trees, proof: proof, holds: holds))
  }

  /// The readings of a total to which a column says something.
  private func readings(of total: FootingTotal, _ index: Int, _ known: inout [Known]) {
    known.removeAll(keepingCapacity: true)
    var reading = total.first
    while reading >= 0 {
      if let vote = study.vote(on: reading, in: index) {
        known.append(Known(reading: reading, vote: vote, study.readings[reading]))
      }
      reading = study.readings[reading].next
    }
  }

  /// What a column says to one reading of a total.
  fileprivate struct Known {
    /// Index of the reading.
    var reading: Int
    var vote: FootingVote
    /// Points of the other columns.
    var support: Int
    /// Whether the pack knows the parts, and the columns do not speak against them.
    var isTold: Bool

    init(reading: Int, vote: FootingVote, _ study: FootingReading) {
      self.reading = reading
      self.vote = vote
      support = study.points - vote.points
      isTold = study.isKnown && study.failsElsewhere(vote) <= study.holdsElsewhere(vote)
    }
  }

  /// How certain a reading is of a total, all columns but one considered: other columns bear it out, or most other
  /// totals of its kind in the same tree hold in the column.
  private func proof(of reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int) -> Proof {
    let failsElsewhere = reading.failsElsewhere(vote)
    let holdsElsewhere = reading.holdsElsewhere(vote)
    if reading.isKnown, failsElsewhere <= holdsElsewhere {
      if isAdded(row, index) { return .certain }
      // Of a column that nothing says to be added up: it may hold rates, or count the rows.
      if holdsElsewhere > 0 { return .listed }
    }
    if failsElsewhere > 0 || study.isSpent(reading, row, index) { return .none }
    let source = study.trees[reading.tree].source
    let isOpen = isPartial || isOpenEnded(reading, row)
    if source == .position { return isOpen || !hasTwin(of: index, reading, row) ? .none : .certain }
    let isTrusted = isTrusted(reading, vote, row, index)
    if !isOpen {
      if hasTwin(of: index, reading, row) { return .certain }
      if isAdded(row, index) {
        let solid = reading.solid - (vote.isSolid ? vote.points : 0)
        if solid >= Proof.beyondDoubt { return .certain }
        // Other totals say nothing of whether all parts of this one are printed.
        if isFramed(reading, vote, row, index) { return .framed }
        if isTrusted, source == .codes, printsNoughts(reading, row, index) { return .framed }
        if isTrusted || reading.isCounted && study.kind(of: row) == 0 && row > reading.span.upperBound {
          return .listed
        }
      }
    }
    return reading.parts >= 2 || source == .codes || isTrusted ? .slip : .none
  }

  /// Whether a column in which the reading holds prints the same figures in all rows of the total but one.
  private func hasTwin(of index: Int, _ reading: FootingReading, _ row: Int) -> Bool {
    let rows = min(row, reading.span.lowerBound)...max(row, reading.span.upperBound)
    for vote in reading.votes {
      let other = study.votes[vote]
      guard other.column != index, other.outcome == .holds, other.isSolid, other.points >= Proof.beyondDoubt else {
        continue
      }
      let (same, different) = study.figures.agreement(
        of: study.columns[index], study.columns[other.column], rows, from: study.marks.startIndex)
      if different <= 1, same >= 2 { return true }
    }
    return false
  }

  /// Whether most other totals of a row's kind hold in a tree and column; where the rows are counted, one and no other
  /// may fail.
  private func isTrusted(_ reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int) -> Bool {
    if isTrusted(reading, vote, row, index, in: reading.tree) { return true }
    let trees = study.trees
    guard trees[reading.tree].source == .codes else { return false }
    // All trees of codes agree but for what the totals without a code add up: the one that fits best counts.
    return trees.indices.contains { tree in
      tree != reading.tree && trees[tree].source == .codes && isTrusted(reading, vote, row, index, in: tree)
        && trees[tree].agrees(with: trees[reading.tree], on: row, reading.span)
    }
  }

  private func isTrusted(_ reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int, in tree: Int) -> Bool
  {
    let record = study.record(of: tree, in: index)
    // Codes say of every total alike what it adds up.
    let kind = study.kind(of: row)
    let kinds = study.trees[tree].source == .codes ? 0...1 : kind...kind
    let holds = kinds.reduce(0) { $0 + record.holds[$1] } - (vote.outcome == .holds && vote.points > 0 ? 1 : 0)
    let fails = kinds.reduce(0) { $0 + record.fails[$1] } - (vote.outcome == .fails ? 1 : 0)
    let points = kinds.reduce(0) { $0 + record.points[$1] } - (vote.outcome == .holds && vote.isSolid ? vote.points : 0)
    if reading.isCounted, holds >= 1, fails == 0, points >= Proof.beyondDoubt { return true }
    return holds >= 2 && points >= 2 * Proof.beyondDoubt && (fails + 1) * 2 <= holds
  }

  /// Whether parts of a total are printed that are nothing: then none is left out.
  private func printsNoughts(_ reading: FootingReading, _ row: Int, _ index: Int) -> Bool {
    let column = study.figures[study.columns[index]]
    let parent = study.trees[reading.tree].parent
    var count = 0
    var entry = column.firstIndex(from: reading.span.lowerBound + study.marks.startIndex)
    while entry < column.entries.count, count < PartFooting.fewestNoughts {
      let part = Int(column.entries[entry].row) - study.marks.startIndex
      if part > reading.span.upperBound { break }
      if column.entries[entry].value == 0, parent[part] == Int32(row) { count += 1 }
      entry += 1
    }
    return count == PartFooting.fewestNoughts
  }

  private static let fewestNoughts = 3

  /// Whether a word makes the row a total, the rows below it down to the next one of its indentation are all more
  /// indented, and the tree has another total that holds in the column and none that fails but for it.
  private func isFramed(_ reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int) -> Bool {
    let marks = study.marks
    func indent(_ row: Int) -> Int { marks[marks.startIndex + row].indent }
    guard study.kind(of: row) == 0, reading.span.lowerBound == row + 1 else { return false }
    var end = row + 1
    while end < marks.count, indent(end) > indent(row),
      marks[marks.startIndex + end].page == marks[marks.startIndex + row].page
    { end += 1 }
    guard end < marks.count, end > reading.span.upperBound, indent(end) <= indent(row) else { return false }
    let record = study.record(of: reading.tree, in: index)
    let holds = record.holds[0] - (vote.outcome == .holds && vote.points > 0 ? 1 : 0)
    // A wrong total makes the one that it is a part of fail as well.
    let own = vote.outcome == .fails ? study.trees[reading.tree].parent[row] >= 0 ? 2 : 1 : 0
    return holds > 0 && record.fails[0] <= own
  }

  /// Whether rows may be missing where the table or the part ends.
  private func isOpenEnded(_ reading: FootingReading, _ row: Int) -> Bool {
    if row < reading.span.lowerBound { return isContinued && reaches(reading, row) }
    return !opensTable && reading.span.lowerBound == firstRow
  }

  /// Whether the last row is a part of a total, or of one of its parts.
  private func reaches(_ reading: FootingReading, _ row: Int) -> Bool {
    guard var part = lastRow else { return false }
    let parent = study.trees[reading.tree].parent
    for _ in 0..<PartFooting.deepest where part >= 0 {
      if part == reading.span.upperBound || part == row { return true }
      part = Int(parent[part])
    }
    return false
  }

  /// Levels of rows at most between a total and the last row.
  private static let deepest = 8

  /// Whether a column is one that adds up: its header or that of the sum of it and others says so, or another total in
  /// it holds.
  private func isAdded(_ row: Int, _ index: Int) -> Bool {
    let column = study.columns[index]
    if study.foots(besides: row, index) { return true }
    return PartFooting.isAdded(column, roles) || parts.contains(column)
  }

  private static func isAdded(_ column: Int, _ roles: [ColumnRole]) -> Bool {
    guard column < roles.count else { return false }
    switch roles[column] {
    case .initialBudget, .budget, .actual, .prior, .changeAmount, .total, .amount: return true
    default: return false
    }
  }
}

extension RowTree {
  /// Whether a row has the same parts in this tree as in another, all of them in some rows.
  fileprivate func agrees(with other: RowTree, on row: Int, _ parts: ClosedRange<Int>) -> Bool {
    parts.allSatisfy { (parent[$0] == Int32(row)) == (other.parent[$0] == Int32(row)) }
  }
}

extension PartFooting {
  /// Whether no row of a part before this one can belong to it: it is the first with figures, or its header names
  /// columns.
  private static func opens(_ part: Int, of parts: [PartModel]) -> Bool {
    if parts[part].columns.count(where: { $0 != .unknown }) >= 2 { return true }
    let first = parts.indices.first { part in
      parts[part].figures.indices.contains { !parts[part].figures[$0].entries.isEmpty }
    }
    return first.map { parts[$0].body == parts[part].body } ?? true
  }
}

extension PartModel {
  /// The columns that are added up: no names, no rates, no numbers of rows, no codes, and nothing right of a second
  /// column of names, whose figures are not the row's.
  var addedColumns: [Int] { figures.added(columns) }
}

extension Facts {
  /// The columns of a part that are added up, see ``PartModel/addedColumns``. The part is asked where it stands:
  /// copying it costs more.
  func addedColumns(of part: Int, in table: Int) -> [Int] {
    tables[table].parts[part].figures.added(tables[table].parts[part].columns)
  }
}

extension [ColumnFigures] {
  /// See ``PartModel/addedColumns``.
  /// - Parameter roles: those of the columns.
  fileprivate func added(_ roles: [ColumnRole]) -> [Int] {
    var added: [Int] = []
    for column in indices {
      let rows = self[column].entries.count
      if rows < self[column].gaps.count, self[column].gaps.count > 2, !added.isEmpty { break }
      guard rows > 0, column >= roles.count || !roles[column].isApart, self[column].rates * 2 <= rows,
        !self[column].countsRows, !self[column].holdsCodes
      else { continue }
      if added.isEmpty { added.reserveCapacity(count - column) }
      added.append(column)
    }
    return added
  }

  /// In how many of some rows two columns print the same value, and in how many they do not.
  fileprivate func agreement(of one: Int, _ other: Int, _ span: ClosedRange<Int>, from first: Int) -> (
    same: Int, different: Int
  ) {
    let (entries, others) = (self[one].entries, self[other].entries)
    var (same, different) = (0, 0)
    var (a, b) = (
      self[one].firstIndex(from: span.lowerBound + first), self[other].firstIndex(from: span.lowerBound + first)
    )
    while a < entries.count || b < others.count {
      let row = Swift.min(a < entries.count ? entries[a].row : .max, b < others.count ? others[b].row : .max)
      if Int(row) > span.upperBound + first || different > 1 { break }
      let mine = a < entries.count && entries[a].row == row ? entries[a].value : nil
      let theirs = b < others.count && others[b].row == row ? others[b].value : nil
      if mine != nil { a += 1 }
      if theirs != nil { b += 1 }
      let isSame =
        self[one].place == self[other].place
        ? mine ?? 0 == theirs ?? 0
        : Decimal(mine ?? 0, exponent: self[one].place).equals(Decimal(theirs ?? 0, exponent: self[other].place))
      if isSame { same += 1 } else { different += 1 }
    }
    return (same, different)
  }
}

extension ColumnRole {
  /// Columns that are not added up: names, rates, and the columns of score sheets, which have rules of their own.
  var isApart: Bool {
    switch self {
    case .label, .code, .unit, .remark, .target, .achieved, .weight, .score, .scoreRate, .deviation, .executionRate,
      .changeRate:
      true
    default: false
    }
  }
}
