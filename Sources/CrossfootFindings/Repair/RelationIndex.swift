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
    members = report.relations.indices.map { relation in
      if case .notCheckable = report.judgements[relation].verdict { return [] }
      return RelationIndex.figures(report.relations[relation], count: report.facts.figures.count)
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

  private static func figures(_ relation: Relation, count: Int) -> [FigureID] {
    var figures: [FigureID] = []
    for reading in relation.readings {
      reading.forEachOperand { if $0.figure >= 0, $0.figure < count { figures.append($0.figure) } }
    }
    figures.sort()
    var last = -1
    return figures.filter { figure in
      defer { last = figure }
      return figure != last
    }
  }
}
