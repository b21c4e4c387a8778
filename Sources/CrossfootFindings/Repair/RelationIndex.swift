// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// The neighbourhood of some relations: all relations that share a figure with one of them, in any reading. Relations
/// that cannot be checked are left out.
struct RelationIndex: Sendable {
  /// The relations of the figures, and where those of each begin.
  private var relations: [Int] = []
  private var starts: [Int] = []
  /// The figures of the relations, and where those of each end.
  private var figures: [FigureID] = []
  private var ends: [Int] = []
  /// How many operands all relations of the report have.
  private(set) var operands = 0

  /// - Parameters:
  ///   - judgements: those of the relations.
  ///   - told: the relations whose neighbourhood this is.
  ///   - count: how many figures the report has.
  init(_ claimed: [Relation], _ judgements: [Judgement], around told: [Int], figures count: Int) {
    var isNear = [Bool](repeating: false, count: count)
    for relation in told {
      RelationIndex.forEachOperand(of: claimed, relation) { figure in
        if isNear.indices.contains(figure) { isNear[figure] = true }
      }
    }
    var last = [Int](repeating: -1, count: count)
    ends.reserveCapacity(claimed.count)
    for relation in claimed.indices {
      if case .notCheckable = judgements[relation].verdict {
      } else {
        var touches = false
        RelationIndex.forEachOperand(of: claimed, relation) { figure in
          operands += 1
          if isNear.indices.contains(figure), isNear[figure] { touches = true }
        }
        if touches { collect(claimed, relation, &last) }
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

  /// The relations of a figure, ascending: of one that a told relation holds all of them.
  func relations(of figure: FigureID) -> ArraySlice<Int> { relations[starts[figure]..<starts[figure + 1]] }

  /// The figures of a relation of the neighbourhood, ascending, each once; none for any other relation.
  func members(of relation: Int) -> ArraySlice<FigureID> {
    figures[(relation > 0 ? ends[relation - 1] : 0)..<ends[relation]]
  }

  /// Calls `body` with the figure of each operand of all readings of a relation.
  @inline(__always)
  private static func forEachOperand(of claimed: [Relation], _ relation: Int, _ body: (FigureID) -> Void) {
    for reading in claimed[relation].readings.indices {
      claimed[relation].readings[reading].forEachOperand { body($0.figure) }
    }
  }

  /// Collects the figures of a relation, each once and ascending.
  /// - Parameter last: for each figure the last relation that was found to hold it.
  private mutating func collect(_ claimed: [Relation], _ relation: Int, _ last: inout [Int]) {
    let start = figures.count
    RelationIndex.forEachOperand(of: claimed, relation) { figure in
      guard figure >= 0, figure < last.count, last[figure] != relation else { return }
      last[figure] = relation
      figures.append(figure)
    }
    figures[start...].sort()
  }
}
