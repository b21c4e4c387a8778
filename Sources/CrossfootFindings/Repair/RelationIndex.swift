// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Which relations each figure takes part in, in any reading. Relations that cannot be checked are left out.
struct RelationIndex: Sendable {
  /// The relations of all figures, and where those of each begin.
  private var relations: [Int]
  private var starts: [Int]
  /// The figures of all relations, and where those of each end.
  private var figures: [FigureID] = []
  private var ends: [Int] = []

  /// - Parameters:
  ///   - judgements: those of the relations.
  ///   - count: how many figures the report has.
  init(_ claimed: [Relation], _ judgements: [Judgement], figures count: Int) {
    var last = [Int](repeating: -1, count: count)
    figures.reserveCapacity(claimed.count * 4)
    ends.reserveCapacity(claimed.count)
    for relation in claimed.indices {
      if case .notCheckable = judgements[relation].verdict {} else {
        RelationIndex.collect(claimed[relation].readings, relation, &last, &figures)
      }
      ends.append(figures.count)
    }
    starts = [Int](repeating: 0, count: count + 1)
    for figure in figures { starts[figure + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    relations = [Int](repeating: 0, count: figures.count)
    var next = starts
    for relation in ends.indices {
      for figure in members(of: relation) {
        relations[next[figure]] = relation
        next[figure] += 1
      }
    }
  }

  /// The relations of a figure, ascending.
  func relations(of figure: FigureID) -> ArraySlice<Int> { relations[starts[figure]..<starts[figure + 1]] }

  /// The figures of a relation, ascending, each once; none for a relation that cannot be checked.
  func members(of relation: Int) -> ArraySlice<FigureID> {
    figures[(relation > 0 ? ends[relation - 1] : 0)..<ends[relation]]
  }

  /// How many figures all relations have.
  var count: Int { figures.count }

  /// Collects the figures of a relation, each once and ascending.
  /// - Parameter last: for each figure the last relation that was found to hold it.
  private static func collect(_ readings: [Claim], _ relation: Int, _ last: inout [Int], _ figures: inout [FigureID]) {
    let start = figures.count
    for reading in readings.indices {
      readings[reading].forEachOperand { operand in
        let figure = operand.figure
        guard figure >= 0, figure < last.count, last[figure] != relation else { return }
        last[figure] = relation
        // Most are ascending, but for the total before its parts.
        var place = figures.count
        figures.append(figure)
        guard place - start < mostInserted else { return }
        while place > start, figures[place - 1] > figure {
          figures.swapAt(place, place - 1)
          place -= 1
        }
      }
    }
    if figures.count - start > mostInserted { figures[start...].sort() }
  }

  /// Figures of one relation that are put in order by insertion.
  private static let mostInserted = 32
}
