// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// A column that the rows show to be a total, with the sums it may be.
struct InferredSum {
  /// What the witnesses say to a candidate, a bit each.
  struct Votes {
    var holds: UInt64 = 0
    var fails: UInt64 = 0
    /// Rows where it holds and at least two parts are not nothing.
    var shows: UInt64 = 0

    /// Whether too many of some rows speak against it, whatever the rest of them say and one of them aside.
    func isHopeless(of rows: Int) -> Bool {
      let against = fails.nonzeroBitCount
      return (against - 1) * 5 > rows - against
    }

    mutating func count(_ bit: Int, total: Int128, sum: Int128, filled: Int) {
      if total == 0, filled == 0 { return }
      let mask: UInt64 = 1 << UInt64(bit)
      // Every term that is not nothing may be off by half a unit.
      guard (sum &- total).magnitude * 2 <= UInt128(filled + 1) else {
        fails |= mask
        return
      }
      holds |= mask
      if filled >= 2, total != 0 { shows |= mask }
    }
  }

  /// A sum of columns that may be the total.
  struct Candidate {
    var parts: [Int]
    var votes: Votes
  }

  var target: Int
  /// The round in which it was found: it rests on the sums of the rounds before.
  var round: Int
  let needed: Int
  let rows: [Witnesses.Row]
  /// Points of the total in each witness, see ``Proof/points(of:isExact:)``.
  let points: [Int]
  var candidates: [Candidate] = []

  /// Whether a candidate may be borne out if one row is left out.
  func mayStand(_ votes: Votes) -> Bool {
    if isBorneOut(votes, without: 0) { return true }
    return rows.indices.contains { votes.fails & (1 << UInt64($0)) != 0 && isBorneOut(votes, without: 1 << UInt64($0)) }
  }

  /// The candidates that all rows bear out best, the one with the fewest terms first. One that only adds columns to
  /// another is left out.
  /// - Parameter witness: the row to leave aside.
  func readings(without witness: Int?) -> [Int] {
    let mask: UInt64 = witness.map { 1 << UInt64($0) } ?? 0
    let standing = candidates.indices.filter { isBorneOut(candidates[$0].votes, without: mask) }
    guard let fewest = standing.map({ (candidates[$0].votes.fails & ~mask).nonzeroBitCount }).min() else { return [] }
    var readings: [Int] = []
    for index in standing.sorted(by: { candidates[$0].parts.count < candidates[$1].parts.count })
    where (candidates[index].votes.fails & ~mask).nonzeroBitCount == fewest {
      let parts = candidates[index].parts
      if !readings.contains(where: { candidates[$0].parts.allSatisfy(parts.contains) }) { readings.append(index) }
    }
    return readings
  }

  private func isBorneOut(_ votes: Votes, without mask: UInt64) -> Bool {
    let shows = votes.shows & ~mask
    guard shows.nonzeroBitCount >= ColumnInference.fewest,
      (votes.fails & ~mask).nonzeroBitCount * 5 <= (votes.holds & ~mask).nonzeroBitCount
    else { return false }
    return points.indices.reduce(0) { shows & (1 << UInt64($1)) != 0 ? $0 + points[$1] : $0 } >= needed
  }
}
