// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Keeps figures apart whose labels are known to be unrelated.
struct UnrelatedLabels {
  /// For each label of the report the pairs it is in: positive for their first label, negative for the second.
  private let sides: [LabelID: [Int]]
  private let facts: Facts

  init(_ pairs: [LabelPair], _ facts: Facts) {
    self.facts = facts
    var wanted: [String: [Int]] = [:]
    for (index, pair) in pairs.enumerated() {
      wanted[Fingerprint.normalised(pair.first), default: []].append(index + 1)
      wanted[Fingerprint.normalised(pair.second), default: []].append(-index - 1)
    }
    var sides: [LabelID: [Int]] = [:]
    for label in Set(facts.figures.flatMap { [$0.label, $0.columnLabel] }) where label != 0 {
      sides[label] = wanted[Fingerprint.normalised(facts.labels.text(label))]
    }
    self.sides = sides
  }

  /// The relations without the readings that bring two unrelated figures together. A relation that has no other reading
  /// is not checkable.
  func separated(_ relations: [Relation]) -> [Relation] {
    if sides.isEmpty { return relations }
    return relations.map { relation in
      let kept = relation.readings.indices.filter { !joins(relation.readings[$0]) }
      if kept.count == relation.readings.count { return relation }
      var relation = relation
      if kept.isEmpty {
        relation.notCheckable = .ambiguousSubject
        relation.concerned = relation.readings[0].operands.map(\.figure)
      }
      relation.wholeReadings = kept.count { $0 < relation.wholeReadings }
      relation.readings = kept.map { relation.readings[$0] }
      return relation
    }
  }

  private func joins(_ claim: Claim) -> Bool {
    var seen: Set<Int> = []
    var isJoined = false
    claim.forEachOperand { operand in
      guard facts.figures.indices.contains(operand.figure) else { return }
      let figure = facts[operand.figure]
      let own = [figure.label, figure.columnLabel].flatMap { sides[$0] ?? [] }
      if own.contains(where: { seen.contains(-$0) }) { isJoined = true }
      seen.formUnion(own)
    }
    return isJoined
  }
}
