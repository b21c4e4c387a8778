// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

extension Case {
  /// What is wrong in the report, each contradiction once: clusters with the figure that explains them, then what is
  /// left. Also how many clusters were left before all repairs were tried.
  func diagnoses() -> (diagnoses: [Diagnosis], gaveUp: Int) {
    let told = relations.indices.filter { relation in
      switch judgements[relation].verdict {
      case .contradicted, .lastDigit: true
      case .holds, .rounding, .convention, .notCheckable: false
      }
    }
    if told.isEmpty { return ([], 0) }
    let index = RelationIndex(relations, judgements, around: told, figures: facts.figures.count)
    var trial = Trial(self, index)
    var diagnoses: [Diagnosis] = []
    for cluster in clusters(index) { diagnoses += trial.diagnose(cluster) }
    let gaveUp = trial.givenUp
    // By the figure they change, so that many findings are not compared with one another.
    let repaired = Dictionary(grouping: diagnoses.indices.filter { diagnoses[$0].mended != nil }) {
      diagnoses[$0].primary ?? -1
    }
    for relation in told where !isRepairable(relation) {
      if let mending = trial.mending(relation, diagnoses, by: repaired) {
        diagnoses[mending].relations.append(relation)
      } else {
        diagnoses.append(lone(relation))
      }
    }
    return (diagnoses, gaveUp)
  }

  /// One relation by itself: its derived figure is shown, nobody is accused.
  func lone(_ relation: Int) -> Diagnosis {
    var diagnosis = Diagnosis(relations: [relation])
    guard let claim = claim(relation) else { return diagnosis }
    switch claim {
    case .unknown: break
    case .observed:
      diagnosis.primary = relations[relation].concerned.first { facts.figures.indices.contains($0) }
    default: diagnosis.primary = derived(claim)
    }
    return diagnosis
  }

  /// Relations in the order a finding tells them: errors first, those that compute the figure before those that use it.
  func ordered(_ relations: [Int], about figure: FigureID?) -> [Int] {
    func rank(_ relation: Int) -> Int {
      let force = self.relations[relation].force
      let isDerived = figure != nil && claim(relation).flatMap(derived) == figure
      return (force == .identity ? 0 : force == .explain ? 2 : 4) + (isDerived ? 0 : 1)
    }
    return relations.sorted { (rank($0), $0) < (rank($1), $1) }
  }
}

extension Trial {
  /// What is wrong in a cluster.
  mutating func diagnose(_ cluster: Cluster) -> [Diagnosis] {
    begin()
    let repairs = smallestRepairs(cluster)
    if gaveUp { givenUp += 1 }
    guard let size = repairs.first?.changes.count else { return unexplained(cluster) }
    if size == 1 { return [single(repairs.filter(isPlausible), cluster, all: repairs)] }
    return several(repairs, cluster)
  }

  /// Index of the diagnosis that covers a relation that no repair was sought for: its change also mends it, or it
  /// accuses the figure that the relation computes.
  /// - Parameter repaired: the diagnoses that change a figure.
  mutating func mending(_ relation: Int, _ diagnoses: [Diagnosis], by repaired: [FigureID: [Int]]) -> Int? {
    guard report.judgements[relation].verdict == .contradicted else { return nil }
    let derived = report.claim(relation).flatMap(report.derived)
    let candidates = index.members(of: relation).flatMap { repaired[$0] ?? [] }.sorted()
    return candidates.first { candidate in
      guard let figure = diagnoses[candidate].primary, let value = diagnoses[candidate].mended else { return false }
      if figure == derived, diagnoses[candidate].expected != nil { return true }
      return judges(relation, after: Change(figure: figure, value: value)) == .holds
    }
  }

  /// A repair does not turn a figure's sign, except where the sign itself is the slip, and makes nothing negative.
  private func isPlausible(_ repair: Repair) -> Bool {
    repair.changes.allSatisfy { change in
      let stated = report.facts[change.figure].quantity.value
      let keepsSign = stated.isNegative ? change.value.mantissa <= 0 : change.value.mantissa >= 0
      return keepsSign || stated.negated?.equals(change.value) ?? false
    }
  }

  /// No repair is found: each relation by itself, but bounds that share one figure together.
  private func unexplained(_ cluster: Cluster) -> [Diagnosis] {
    let shared = common(cluster.relations)
    let areBounds = cluster.relations.allSatisfy { relation in
      if case .atMost = report.claim(relation) { return true }
      return false
    }
    guard areBounds, cluster.relations.count > 1, shared.count == 1 else {
      return cluster.relations.map(report.lone)
    }
    return [Diagnosis(relations: report.ordered(cluster.relations, about: shared[0]), primary: shared[0])]
  }

  /// Each of the repairs changes several figures: those that all repairs agree on are accused, the rest is left open.
  private mutating func several(_ repairs: [Repair], _ cluster: Cluster) -> [Diagnosis] {
    let plausible = repairs.filter(isPlausible)
    let best = plausible.filter { repair in !plausible.contains { $0.result.outranks(repair.result) } }
    guard let first = best.first else { return cluster.relations.map(report.lone) }
    var open = cluster.relations
    var diagnoses: [Diagnosis] = []
    for change in first.changes where best.allSatisfy({ $0.changes.contains(change) }) {
      let own = open.filter { index.members(of: $0).containsSorted(change.figure) }
      if own.isEmpty { continue }
      open.removeAll { own.contains($0) }
      diagnoses.append(unique(change, Cluster(relations: own)))
    }
    return diagnoses + open.map(report.lone)
  }

  /// The one figure whose change mends a cluster.
  mutating func unique(_ change: Change, _ cluster: Cluster) -> Diagnosis {
    let explanation = explanation(of: change, cluster)
    return accusation(change, cluster, explanation)
  }

  mutating func accusation(
    _ change: Change, _ cluster: Cluster, _ explanation: Explanation?
  ) -> Diagnosis {
    begin()
    let isApproximate = report.facts[change.figure].quantity.qualifier.isApproximate
    var expected = isCertain(change, cluster) ? change.value : nil
    if expected == nil, let explanation, explanation.isTelling { expected = explanation.intended }
    return Diagnosis(
      relations: report.ordered(cluster.relations, about: change.figure), primary: change.figure,
      expected: isApproximate ? nil : expected, mended: expected ?? change.value,
      cause: explanation?.cause, isUnique: true)
  }
}
