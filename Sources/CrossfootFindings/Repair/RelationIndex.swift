// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Which relations each figure takes part in, in any reading. Relations that cannot be checked are left out.
struct RelationIndex {
  /// The relations of all figures, and where those of each begin.
  private var relations: [Int]
  private var starts: [Int]
  /// The figures of all relations, and where those of each end.
  private var figures: [FigureID] = []
  private var ends: [Int] = []

  init(_ report: Case) {
    var last = [Int](repeating: -1, count: report.facts.figures.count)
    var own: [FigureID] = []
    figures.reserveCapacity(report.relations.count * 4)
    ends.reserveCapacity(report.relations.count)
    for relation in report.relations.indices {
      if case .notCheckable = report.judgements[relation].verdict {} else {
        RelationIndex.collect(report.relations[relation].readings, relation, &last, &figures, &own)
      }
      ends.append(figures.count)
    }
    starts = [Int](repeating: 0, count: report.facts.figures.count + 1)
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

  /// Collects the figures of a relation.
  /// - Parameters:
  ///   - last: for each figure the last relation that was found to hold it.
  ///   - own: room to sort them in.
  private static func collect(
    _ readings: [Claim], _ relation: Int, _ last: inout [Int], _ figures: inout [FigureID], _ own: inout [FigureID]
  ) {
    let start = figures.count
    var isAscending = true
    for reading in readings.indices {
      readings[reading].forEachOperand { operand in
        guard last.indices.contains(operand.figure), last[operand.figure] != relation else { return }
        last[operand.figure] = relation
        if figures.count > start, figures[figures.count - 1] > operand.figure { isAscending = false }
        figures.append(operand.figure)
      }
    }
    if isAscending { return }
    own.removeAll(keepingCapacity: true)
    own += figures[start...]
    own.sort()
    for index in own.indices { figures[start + index] = own[index] }
  }
}
