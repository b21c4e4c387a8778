// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Finds sums among the columns of a part whose headers do not say them, from the figures of a bounded number of rows.
///
/// Candidates are bounded: a column is the sum of a run of columns beside it, or of two others; columns that are parts of a sum found so
/// are then left out of the runs, so that totals of totals are found as well. What is found by chance is ruled out by a bound: three
/// rows that show the sum, none a copy or a multiple of another, and among them so many agreeing digits that a coincidence would occur
/// in one of a thousand tables with as many candidates.
struct ColumnInference {
  /// A sum that is borne out: the column that is a total, and its parts.
  struct Sum: Hashable {
    var target: Int
    var parts: [Int]
  }

  /// Columns at most, rows looked at, rows that must show a sum.
  private static let widest = 64
  private static let witnesses = 48
  static let fewest = 3
  private static let rounds = 3

  /// Digits that must agree: for the number of candidates, and for a chance of one in a thousand besides.
  let needed: Int
  private let columns: [Int]
  /// `rows[w][c]` is the figure of a witness in `columns[c]`.
  private let rows: [[Int128]]

  /// - Parameter columns: the columns of the part that may be added up.
  init(_ part: PartModel, _ marks: [RowMark], columns candidates: [Int]) {
    let filled = candidates.filter { part.figures[$0].values.count { $0 != 0 } >= ColumnInference.fewest }
    columns = Array(filled.prefix(ColumnInference.widest))
    rows = Witnesses(part, marks, columns).chosen(ColumnInference.witnesses)
    let width = columns.count
    needed = ColumnInference.digits(Int128(width * width * (width + 4) / 2)) + Proof.beyondDoubt
  }

  /// The sums that the witnesses show, those with the fewest parts first found for each column.
  func sums() -> [Sum] {
    guard columns.count >= 3, rows.count >= ColumnInference.fewest else { return [] }
    var found: [Int: [Int]] = [:]
    var places = Array(columns.indices)
    // Each column may be looked at again for a few sums, not for all.
    var room = 4 * columns.count
    for round in 0..<ColumnInference.rounds {
      var fresh: [Int: [Int]] = [:]
      for place in places where found[place] == nil {
        guard let parts = best(place, places, isFirst: round == 0), parts.count <= room else { continue }
        fresh[place] = parts
        room -= parts.count
      }
      if fresh.isEmpty { break }
      found.merge(fresh) { old, _ in old }
      let spent = Set(fresh.values.joined())
      places.removeAll { spent.contains($0) && fresh[$0] == nil }
    }
    return found.sorted { $0.key < $1.key }.map { Sum(target: columns[$0], parts: $1.map { columns[$0] }) }
  }

  // MARK: candidates

  /// The parts of a column with the fewest rows against them, then the fewest terms.
  private func best(_ target: Int, _ places: [Int], isFirst: Bool) -> [Int]? {
    var best: (parts: [Int], fails: Int)?
    func offer(_ parts: [Int], _ score: Score) {
      guard isBorneOut(score) else { return }
      if let old = best, (old.fails, old.parts.count) <= (score.fails, parts.count) { return }
      best = (parts, score.fails)
    }
    if isFirst { forEachPair(target, places, offer) }
    guard let own = places.firstIndex(of: target) else { return best?.parts }
    for step in [1, -1] { forEachRun(target, places, own, step, offer) }
    return best?.parts.sorted()
  }

  private func forEachPair(_ target: Int, _ places: [Int], _ offer: ([Int], Score) -> Void) {
    for (index, a) in places.enumerated() where a != target {
      for b in places[(index + 1)...] where b != target {
        var score = Score()
        for row in rows {
          score.count(total: row[target], sum: row[a] &+ row[b], filled: (row[a] == 0 ? 0 : 1) + (row[b] == 0 ? 0 : 1))
          if score.isHopeless { break }
        }
        if !score.isHopeless { offer([a, b], score) }
      }
    }
  }

  private func forEachRun(
    _ target: Int, _ places: [Int], _ own: Int, _ step: Int, _ offer: ([Int], Score) -> Void
  ) {
    var sums = [Int128](repeating: 0, count: rows.count)
    var filled = [Int](repeating: 0, count: rows.count)
    var parts: [Int] = []
    var at = own + step
    while places.indices.contains(at) {
      let column = places[at]
      parts.append(column)
      var score = Score()
      for (index, row) in rows.enumerated() {
        sums[index] &+= row[column]
        if row[column] != 0 { filled[index] += 1 }
        score.count(total: row[target], sum: sums[index], filled: filled[index])
      }
      if parts.count >= 2, !score.isHopeless { offer(parts, score) }
      at += step
    }
  }

  /// What the witnesses say to a candidate.
  private struct Score {
    var shows = 0
    var points = 0
    var holds = 0
    var fails = 0

    /// Too many rows speak against it for any number of others.
    var isHopeless: Bool { fails > 1 + holds / 5 && fails > 2 }

    mutating func count(total: Int128, sum: Int128, filled: Int) {
      if total == 0, filled == 0 { return }
      guard (sum &- total).magnitude * 2 <= UInt128(filled + 1) else {
        fails += 1
        return
      }
      holds += 1
      guard filled >= 2, total != 0 else { return }
      shows += 1
      points += ColumnInference.digits(total) - 1
    }
  }

  private func isBorneOut(_ score: Score) -> Bool {
    score.shows >= ColumnInference.fewest && score.points >= needed && score.fails * 5 <= score.holds
  }

  static func digits(_ value: Int128) -> Int {
    var rest = value.magnitude
    var count = 0
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
