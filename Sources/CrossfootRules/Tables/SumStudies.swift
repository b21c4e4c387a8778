// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// What every row of a part says to the sums that a column may be. What is claimed of a row is what all other rows bear
/// out.
struct SumStudies {
  let sum: InferredSum
  private let figures: [ColumnFigures]
  private let earlier: [InferredSum]
  /// For each candidate what the rows say, and where a row's vote stands.
  private let studies: [RowStudy]
  private let places: [[Int: Int]]
  /// The readings of a row that is no witness.
  private let usual: [Int]

  init(_ sum: InferredSum, after earlier: [InferredSum], _ figures: [ColumnFigures], _ marks: [RowMark], isWhole: Bool)
  {
    self.sum = sum
    self.figures = figures
    self.earlier = earlier
    studies = sum.candidates.map {
      RowStudy(sum.target, $0.parts.map { ColumnTerm($0) }, figures, marks, isWhole: isWhole)
    }
    places = studies.map { study in
      Dictionary(study.votes.indices.map { (study.votes[$0].row, $0) }, uniquingKeysWith: { first, _ in first })
    }
    usual = sum.readings(without: nil)
  }

  /// What the other columns say to a row that does not add up, by the likeliest candidate.
  func mending(_ columns: [Int], _ evaluator: Evaluator) -> Mending {
    Mending(figures, columns, adding: sum.candidates[0].parts, studies[0], evaluator)
  }

  /// The rows in which the total is printed.
  var rows: [Int] { figures[sum.target].entries.map { Int($0.row) } }

  /// What a row says to the readings that all others bear out; nothing where one of them cannot be read in it.
  func votes(in row: Int) -> [RowVote] {
    let witness = sum.rows.firstIndex { $0.row == row }
    let readings = witness == nil ? usual : sum.readings(without: witness)
    guard earlier.allSatisfy({ sum in !sum.readings(without: sum.rows.firstIndex { $0.row == row }).isEmpty }) else {
      return []
    }
    var votes: [RowVote] = []
    for reading in readings where isBorneOut(reading, without: row) {
      guard let place = places[reading][row] else { return [] }
      let vote = studies[reading].votes[place]
      guard vote.outcome == .holds || vote.outcome == .fails else { return [] }
      votes.append(vote)
    }
    return votes
  }

  /// Whether all rows but one bear a candidate out.
  private func isBorneOut(_ candidate: Int, without row: Int) -> Bool {
    let study = studies[candidate]
    let vote = places[candidate][row].map { study.votes[$0] }
    let isCounted = vote.map { $0.outcome == .holds && $0.points > 0 } ?? false
    let isShown = isCounted && vote?.isSolid == true
    let fails = study.fails - (vote?.outcome == .fails ? 1 : 0)
    return study.shows - (isShown ? 1 : 0) >= ColumnInference.fewest
      && fails * 5 <= study.holds - (isCounted ? 1 : 0)
      && study.solid - (isShown ? vote?.points ?? 0 : 0) >= sum.needed
  }
}
