// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootLanguage

/// Decides which sums of a part's columns are claimed. A total is claimed in the readings that the other columns bear out best; where it
/// fails in all of them, it is said to be wrong only if the reading is beyond doubt, or if one slip of a digit explains it.
struct PartFooting {
  let part: PartModel
  let study: FootingStudy
  let evaluator: Evaluator
  let rule: String
  private let isPartial: Bool
  /// Whether rows of the part may stand in the next table.
  private let isContinued: Bool
  /// Whether the part is the first of its table.
  private let opensTable: Bool
  /// The first and the last row that takes part in sums, counted from the first of the body.
  private let firstRow, lastRow: Int?
  /// Readings of one sum at most.
  private static let most = 8

  /// A sum to be claimed: the readings by their trees, the likeliest first.
  private struct Claimed {
    var row: Int
    var column: Int
    var trees: [Int]
    var proof: Proof
    var holds: Bool
  }

  init(_ part: PartModel, _ table: TableModel, _ facts: Facts, _ evaluator: Evaluator, rule: String) {
    self.part = part
    self.evaluator = evaluator
    self.rule = rule
    isPartial = table.isPartial
    isContinued = table.isContinued && table.parts.last?.body == part.body
    opensTable = part.opens(table)
    let marks = table.rowMarks[part.body]
    firstRow = marks.firstIndex(where: \.counts).map { $0 - part.body.lowerBound }
    lastRow = marks.lastIndex(where: \.counts).map { $0 - part.body.lowerBound }
    let columns = part.addedColumns(facts)
    study = FootingStudy(part, marks, columns: columns)
  }

  /// The relations of the part.
  func relations(_ marks: [RowMark]) -> [Relation] {
    var claimed: [Claimed] = []
    for total in study.totals {
      for index in study.columns.indices { if let claim = decide(total, index) { claimed.append(claim) } }
    }
    let terms = ColumnTerms(part, marks, claimed.map { ($0.column, $0.trees) })
    return claimed.compactMap { relation($0, terms) }
  }

  private func relation(_ claimed: Claimed, _ terms: ColumnTerms) -> Relation? {
    let readings = claimed.trees.compactMap { terms.claim(claimed.row, claimed.column, $0) }
    return claimed.proof.relation(rule, .footing, readings, claimed.holds, evaluator)
  }

  // MARK: decision

  /// What is claimed of a total in a column. Whether its figures fix each other does not hang on whether they agree: a sum that nobody
  /// would call wrong proves nothing when it holds.
  private func decide(_ total: FootingTotal, _ index: Int) -> Claimed? {
    let column = study.columns[index]
    var known: [Known] = []
    known.reserveCapacity(total.readings.count)
    for (index, reading) in total.readings.enumerated() {
      if let vote = reading.vote(of: column) { known.append(Known(reading: index, vote: vote, reading)) }
    }
    guard let best = known.lazy.map(\.support).max() else { return nil }
    let isTold = known.contains(where: \.isTold)
    let likely = known.lazy.filter {
      (isTold ? $0.isTold : $0.support == best) && $0.vote.outcome != .silent
        && ($0.vote.outcome != .unbroken || isTold)
    }
    if likely.isEmpty || likely.contains(where: { $0.vote.outcome == .blocked }) { return nil }
    let holds = likely.contains { $0.vote.outcome == .holds }
    if !holds, !isTold, known.contains(where: { $0.vote.outcome == .holds && $0.vote.points >= Proof.beyondDoubt }) {
      // A reading that the rest speaks less for holds: nothing is certain.
      return nil
    }
    var trees: [Int] = []
    var proof = Proof.certain
    for one in likely where !holds || one.vote.outcome == .holds {
      let reading = total.readings[one.reading]
      let own = self.proof(of: reading, one.vote, total.row, index)
      proof = min(proof, max(own, .slip))
      if own != .none, trees.count < PartFooting.most { trees.append(reading.tree) }
    }
    if trees.isEmpty { return nil }
    return Claimed(row: total.row, column: column, trees: trees, proof: proof, holds: holds)
  }

  /// What a column says to one reading of a total.
  private struct Known {
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

  /// How certain a reading is of a total, all columns but one considered: other columns bear it out, or most other totals of its kind in
  /// the same tree hold in the column.
  private func proof(of reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int) -> Proof {
    let failsElsewhere = reading.failsElsewhere(vote)
    let holdsElsewhere = reading.holdsElsewhere(vote)
    if reading.isKnown, failsElsewhere <= holdsElsewhere {
      if isAdded(row, index) { return .certain }
      // Of a column that nothing says to be added up: it may hold rates, or count the rows.
      if holdsElsewhere > 0 { return .listed }
    }
    if failsElsewhere > 0 || study.isSpent(reading, row, vote.column) { return .none }
    let tree = part.trees[reading.tree]
    if tree.source == .position { return isPartial || !hasTwin(of: vote.column, reading, row) ? .none : .certain }
    let isTrusted = isTrusted(reading, vote, row, index)
    if !isPartial {
      if hasTwin(of: vote.column, reading, row) { return .certain }
      if isAdded(row, index), !isOpenEnded(reading, row) {
        let solid = reading.solid - (vote.isSolid ? vote.points : 0)
        if solid >= Proof.beyondDoubt { return .certain }
        // Other totals say nothing of whether all parts of this one are printed.
        if isTrusted || reading.isCounted && study.kind(of: row) == 0 && row > reading.span.upperBound {
          return .listed
        }
      }
    }
    return reading.parts >= 2 || tree.source == .codes || isTrusted ? .slip : .none
  }

  /// Whether a column in which the reading holds prints the same figures in all rows of the total but one.
  private func hasTwin(of column: Int, _ reading: FootingReading, _ row: Int) -> Bool {
    reading.columns.contains { other in
      guard other.column != column, other.outcome == .holds, other.isSolid, other.points >= Proof.beyondDoubt else {
        return false
      }
      let rows = min(row, reading.span.lowerBound)...max(row, reading.span.upperBound)
      let (same, different) = part.figures[column].agreement(
        with: part.figures[other.column], rows, from: part.body.lowerBound)
      return different <= 1 && same >= 2
    }
  }

  /// Whether most other totals of a row's kind hold in a tree and column; where the rows are counted, one and no other may fail.
  private func isTrusted(_ reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int) -> Bool {
    if isTrusted(reading, vote, row, index, in: reading.tree) { return true }
    guard part.trees[reading.tree].source == .codes else { return false }
    // All trees of codes agree but for what the totals without a code add up: the one that fits best counts.
    return part.trees.indices.contains { tree in
      tree != reading.tree && part.trees[tree].source == .codes && isTrusted(reading, vote, row, index, in: tree)
        && part.trees[tree].gives(reading, row, as: part.trees[reading.tree])
    }
  }

  private func isTrusted(_ reading: FootingReading, _ vote: FootingVote, _ row: Int, _ index: Int, in tree: Int) -> Bool
  {
    let record = study.records[tree][index]
    // Codes say of every total alike what it adds up.
    let kinds = part.trees[tree].source == .codes ? [0, 1] : [study.kind(of: row)]
    let holds = kinds.reduce(0) { $0 + record.holds[$1] } - (vote.outcome == .holds && vote.points > 0 ? 1 : 0)
    let fails = kinds.reduce(0) { $0 + record.fails[$1] } - (vote.outcome == .fails ? 1 : 0)
    let points = kinds.reduce(0) { $0 + record.points[$1] } - (vote.outcome == .holds && vote.isSolid ? vote.points : 0)
    if reading.isCounted, holds >= 1, fails == 0, points >= Proof.beyondDoubt { return true }
    return holds >= 2 && points >= 2 * Proof.beyondDoubt && (fails + 1) * 2 <= holds
  }

  /// Whether rows may be missing where the table or the part ends.
  private func isOpenEnded(_ reading: FootingReading, _ row: Int) -> Bool {
    if row < reading.span.lowerBound { return isContinued && reading.span.upperBound == lastRow }
    return !opensTable && reading.span.lowerBound == firstRow
  }

  /// Whether a column is one that adds up: its header says so, or another total in it holds.
  private func isAdded(_ row: Int, _ index: Int) -> Bool {
    let column = study.columns[index]
    if study.foots(besides: row, index) { return true }
    guard column < part.columns.count else { return false }
    switch part.columns[column] {
    case .initialBudget, .budget, .actual, .prior, .changeAmount, .total, .amount: return true
    default: return false
    }
  }
}

extension PartModel {
  /// Whether no row of a part before this one can belong to it: it is the first with figures, or its header names columns.
  fileprivate func opens(_ table: TableModel) -> Bool {
    if columns.count(where: { $0 != .unknown }) >= 2 { return true }
    guard let first = table.parts.first(where: { part in part.figures.contains { !$0.rows.isEmpty } }) else {
      return true
    }
    return first.body == body
  }

  /// Columns that are added up: no names, no rates, and nothing right of a second column of names, whose figures are not the row's.
  func addedColumns(_ facts: Facts) -> [Int] {
    var added: [Int] = []
    for (column, figures) in self.figures.enumerated() {
      if figures.rows.count < figures.gaps.count, figures.gaps.count > 2, !added.isEmpty { break }
      guard !figures.rows.isEmpty, column >= columns.count || !columns[column].isApart else { continue }
      let percents = figures.figures.count { facts[FigureID($0)].quantity.unit.dimension.isRate }
      if percents * 2 <= figures.rows.count { added.append(column) }
    }
    return added
  }
}

extension RowTree {
  /// Whether a row has the same parts in this tree as in another.
  fileprivate func gives(_ reading: FootingReading, _ row: Int, as other: RowTree) -> Bool {
    reading.span.allSatisfy { (parent[$0] == Int32(row)) == (other.parent[$0] == Int32(row)) }
  }
}

extension ColumnFigures {
  /// In how many of some rows two columns print the same value, and in how many they do not.
  fileprivate func agreement(
    with other: ColumnFigures, _ span: ClosedRange<Int>, from first: Int
  ) -> (same: Int, different: Int) {
    var (same, different) = (0, 0)
    var (a, b) = (firstIndex(from: span.lowerBound + first), other.firstIndex(from: span.lowerBound + first))
    while a < rows.count || b < other.rows.count {
      let row = min(a < rows.count ? rows[a] : .max, b < other.rows.count ? other.rows[b] : .max)
      if Int(row) > span.upperBound + first || different > 1 { break }
      let mine = a < rows.count && rows[a] == row ? Decimal(values[a], exponent: place) : nil
      let theirs = b < other.rows.count && other.rows[b] == row ? Decimal(other.values[b], exponent: other.place) : nil
      if mine != nil { a += 1 }
      if theirs != nil { b += 1 }
      if (mine ?? .zero).equals(theirs ?? .zero) { same += 1 } else { different += 1 }
    }
    return (same, different)
  }
}

extension Dimension {
  /// Whether numbers of the dimension are rates: they do not add up.
  var isRate: Bool { self == .percent || self == .permille || self == .percentagePoint || self == .basisPoint }
}

extension ColumnRole {
  /// Columns that are not added up: names, rates, and the columns of score sheets, which have rules of their own.
  var isApart: Bool {
    switch self {
    case .label, .code, .unit, .remark, .target, .achieved, .weight, .score, .deviation, .executionRate, .changeRate:
      true
    default: false
    }
  }
}
