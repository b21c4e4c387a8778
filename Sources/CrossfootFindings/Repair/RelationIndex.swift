// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Which relations each figure takes part in, in any reading. Relations that cannot be checked are left out.
struct RelationIndex {
  private var starts: [Int]
  private var entries: [Int]
  /// The figures of each relation, each once; empty for relations that cannot be checked.
  private(set) var members: [[FigureID]]

  init(_ report: Case) {
    var last = [Int](repeating: -1, count: report.facts.figures.count)
    members = report.relations.indices.map { relation in
      if case .notCheckable = report.judgements[relation].verdict { return [] }
      return RelationIndex.figures(report.relations[relation], relation, &last)
    }
    starts = [Int](repeating: 0, count: report.facts.figures.count + 1)
    for figures in members { for figure in figures { starts[figure + 1] += 1 } }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    entries = [Int](repeating: 0, count: starts.last ?? 0)
    var next = starts
    for (relation, figures) in members.enumerated() {
      for figure in figures {
        entries[next[figure]] = relation
        next[figure] += 1
      }
    }
  }

  /// The relations of a figure, ascending.
  func relations(of figure: FigureID) -> ArraySlice<Int> { entries[starts[figure]..<starts[figure + 1]] }

  /// - Parameter last: for each figure the last relation that was found to hold it.
  private static func figures(_ relation: Relation, _ index: Int, _ last: inout [Int]) -> [FigureID] {
    var figures: [FigureID] = []
    for reading in relation.readings {
      reading.forEachOperand { operand in
        guard last.indices.contains(operand.figure), last[operand.figure] != index else { return }
        last[operand.figure] = index
        figures.append(operand.figure)
      }
    }
    figures.sort()
    return figures
  }
}
