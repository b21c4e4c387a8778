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
      if case .notCheckable = judgements[relation].verdict {
      } else {
        RelationIndex.collect(claimed, relation, &last, &figures)
      }
      ends.append(figures.count)
    }
    (starts, relations) = Self.sorted(figures, ends, count: count)
  }

  /// The relations of each figure, put together by counting, and where those of each begin.
  private static func sorted(_ figures: [FigureID], _ ends: [Int], count: Int) -> (starts: [Int], relations: [Int]) {
    // Counted one figure too far: where the next relation of a figure goes, and in the end where those of the next
    // figure begin.
    var starts = [Int](repeating: 0, count: count + 2)
    var relations = [Int](repeating: 0, count: figures.count)
    var next = starts.mutableSpan
    var places = relations.mutableSpan
    let members = figures.span
    for index in members.indices { next[members[index] + 2] += 1 }
    for index in 2..<next.count { next[index] += next[index - 1] }
    var index = 0
    for relation in ends.indices {
      while index < ends[relation] {
        places[next[members[index] + 1]] = relation
        next[members[index] + 1] += 1
        index += 1
      }
    }
    return (starts, relations)
  }

  /// The relations of a figure, ascending.
  func relations(of figure: FigureID) -> ArraySlice<Int> { relations[starts[figure]..<starts[figure + 1]] }

  /// The figures of a relation, ascending, each once; none for a relation that cannot be checked.
  func members(of relation: Int) -> ArraySlice<FigureID> { figures[places(of: relation)] }

  /// Where the figures of a relation stand among those of all: they can be gone through without a copy.
  func places(of relation: Int) -> Range<Int> { (relation > 0 ? ends[relation - 1] : 0)..<ends[relation] }

  /// The figure at a place.
  func member(at place: Int) -> FigureID { figures[place] }

  /// How many figures all relations have.
  var count: Int { figures.count }

  /// Collects the figures of a relation, each once and ascending.
  /// - Parameter last: for each figure the last relation that was found to hold it.
  private static func collect(_ claimed: [Relation], _ relation: Int, _ last: inout [Int], _ figures: inout [FigureID])
  {
    let start = figures.count
    for reading in claimed[relation].readings.indices {
      claimed[relation].readings[reading].forEachOperand { operand in
        let figure = operand.figure
        guard figure >= 0, figure < last.count, last[figure] != relation else { return }
        last[figure] = relation
        figures.append(figure)
      }
    }
    if figures.count - start > mostInserted { figures[start...].sort() } else { sort(&figures, from: start) }
  }

  /// Puts the last of some figures in order by insertion. Most are ascending, but for the total before its parts.
  private static func sort(_ figures: inout [FigureID], from start: Int) {
    var figures = figures.mutableSpan
    for index in start..<figures.count {
      let figure = figures[index]
      var place = index
      while place > start, figures[place - 1] > figure {
        figures[place] = figures[place - 1]
        place -= 1
      }
      figures[place] = figure
    }
  }

  /// Figures of one relation that are put in order by insertion.
  private static let mostInserted = 32
}
