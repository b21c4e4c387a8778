// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds sums among the columns of a part whose headers do not say them, from the figures of a bounded number of rows.
///
/// Candidates are bounded: a column is the sum of a run of columns beside it, or of two others; columns that are parts
/// of a sum found so are then left out of the runs, so that totals of totals are found as well. What is found by chance
/// is ruled out by a bound: three rows that show the sum, none a copy or a multiple of another, and among them so many
/// agreeing digits that a coincidence would occur in one of a thousand tables with as many candidates.
///
/// What is claimed of a row rests on the other rows only, so that a sum does not come and go with the figures it is to
/// prove.
struct ColumnInference {
  /// Columns at most, rows looked at, rows that must show a sum, candidates of one column.
  private static let widest = 64
  private static let witnesses = 48
  static let fewest = 3
  private static let rounds = 3
  private static let most = 8

  /// Points that must agree, see ``Proof/points(of:isExact:)``: for the number of candidates, and for a chance of one
  /// in a thousand besides.
  let needed: Int
  private let columns: [Int]
  private let rows: [Witnesses.Row]

  /// - Parameter columns: the columns of the part that may be added up.
  init(_ part: Int, of table: Int, in facts: borrowing Facts, columns candidates: [Int]) {
    let figures = facts.tables[table].parts[part].figures
    let filled = candidates.filter { figures[$0].entries.count { $0.value != 0 } >= ColumnInference.fewest }
    columns = Array(filled.prefix(ColumnInference.widest))
    rows = Witnesses(part, of: table, in: facts, columns).chosen(ColumnInference.witnesses)
    let width = columns.count
    needed = 2 * Decimal(Int128(width * width * (width + 4) / 2)).digitCount + Proof.beyondDoubt
  }

  /// The columns that the witnesses may show to be totals, each with what its sums may be. A later one rests on all
  /// before it.
  func sums() -> [InferredSum] {
    guard columns.count >= 3, rows.count >= ColumnInference.fewest else { return [] }
    var found: [Int: InferredSum] = [:]
    var places = Array(columns.indices)
    // Each column may be looked at again for a few sums, not for all.
    var room = 4 * columns.count
    for round in 0..<ColumnInference.rounds {
      var fresh: [Int: InferredSum] = [:]
      for place in places where found[place] == nil {
        guard let sum = sum(of: place, places, round), sum.candidates[0].parts.count <= room else { continue }
        fresh[place] = sum
        room -= sum.candidates[0].parts.count
      }
      if fresh.isEmpty { break }
      found.merge(fresh) { old, _ in old }
      let spent = Set(fresh.values.flatMap { $0.candidates[0].parts })
      places.removeAll { spent.contains($0) && fresh[$0] == nil }
    }
    return found.sorted { ($0.value.round, $0.key) < ($1.value.round, $1.key) }.map { sum in
      var named = sum.value
      named.target = columns[named.target]
      for index in named.candidates.indices {
        named.candidates[index].parts = named.candidates[index].parts.map { columns[$0] }.sorted()
      }
      return named
    }
  }

  // MARK: candidates

  /// The sums that all rows but one may bear out, the likeliest first; nil if there are none.
  private func sum(of target: Int, _ places: [Int], _ round: Int) -> InferredSum? {
    var sum = InferredSum(
      target: target, round: round, needed: needed, rows: rows, points: rows.map { Proof.points(of: $0.values[target]) }
    )
    func offer(_ parts: [Int], _ votes: InferredSum.Votes) {
      guard sum.mayStand(votes), !sum.candidates.contains(where: { $0.parts.elementsEqual(parts) }) else { return }
      sum.candidates.append(InferredSum.Candidate(parts: parts, votes: votes))
    }
    if round == 0 { forEachPair(target, places, offer) }
    if let own = places.firstIndex(of: target) {
      for step in [1, -1] { forEachRun(target, places, own, step, offer) }
    }
    sum.candidates.sort {
      ($0.votes.fails.nonzeroBitCount, $0.parts.count) < ($1.votes.fails.nonzeroBitCount, $1.parts.count)
    }
    // So many equal columns say nothing of which of them is meant.
    return sum.candidates.isEmpty || sum.candidates.count > ColumnInference.most ? nil : sum
  }

  private func forEachPair(_ target: Int, _ places: [Int], _ offer: ([Int], InferredSum.Votes) -> Void) {
    for (index, a) in places.enumerated() where a != target {
      for b in places[(index + 1)...] where b != target {
        var votes = InferredSum.Votes()
        for (bit, row) in rows.enumerated() {
          let (left, right) = (row.values[a], row.values[b])
          votes.count(
            bit, total: row.values[target], sum: left &+ right, filled: (left == 0 ? 0 : 1) + (right == 0 ? 0 : 1))
          if votes.isHopeless(of: rows.count) { break }
        }
        if !votes.isHopeless(of: rows.count) { offer([a, b], votes) }
      }
    }
  }

  private func forEachRun(
    _ target: Int, _ places: [Int], _ own: Int, _ step: Int, _ offer: ([Int], InferredSum.Votes) -> Void
  ) {
    var sums = [Int128](repeating: 0, count: rows.count)
    var filled = [Int](repeating: 0, count: rows.count)
    var parts: [Int] = []
    var at = own + step
    while places.indices.contains(at) {
      let column = places[at]
      parts.append(column)
      var votes = InferredSum.Votes()
      for (bit, row) in rows.enumerated() {
        sums[bit] &+= row.values[column]
        if row.values[column] != 0 { filled[bit] += 1 }
        votes.count(bit, total: row.values[target], sum: sums[bit], filled: filled[bit])
      }
      if parts.count >= 2, !votes.isHopeless(of: rows.count) { offer(parts.sorted(), votes) }
      at += step
    }
  }
}
