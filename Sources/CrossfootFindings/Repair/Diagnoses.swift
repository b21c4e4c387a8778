// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

extension Case {
  /// What is wrong in the report, each contradiction once: clusters with the figure that explains them, then what is left.
  func diagnoses() -> [Diagnosis] {
    let told = relations.indices.filter { relation in
      judgements[relation].verdict == .contradicted || judgements[relation].verdict == .lastDigit
    }
    if told.isEmpty { return [] }
    let index = RelationIndex(self)
    var trial = Trial(self, index)
    var diagnoses: [Diagnosis] = []
    for cluster in clusters(index) { diagnoses += trial.diagnose(cluster) }
    for relation in told where !isRepairable(relation) {
      if let mending = trial.mending(relation, diagnoses) {
        diagnoses[mending].relations.append(relation)
      } else {
        diagnoses.append(lone(relation))
      }
    }
    return diagnoses
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
    guard let size = repairs.first?.changes.count else { return unexplained(cluster) }
    if size == 1 { return [single(repairs.filter(isPlausible), cluster, all: repairs)] }
    return several(repairs, cluster)
  }

  /// Index of the diagnosis whose change also mends a relation that no repair was sought for.
  mutating func mending(_ relation: Int, _ diagnoses: [Diagnosis]) -> Int? {
    guard report.judgements[relation].verdict == .contradicted else { return nil }
    return diagnoses.indices.first { index in
      guard let figure = diagnoses[index].primary, let value = diagnoses[index].mended else { return false }
      return self.index.members[relation].containsSorted(figure)
        && judges(relation, after: Change(figure: figure, value: value)) == .holds
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

  /// Each of the repairs changes one figure.
  private mutating func single(_ repairs: [Repair], _ cluster: Cluster, all: [Repair]) -> Diagnosis {
    let best = repairs.filter { repair in !repairs.contains { $0.result.outranks(repair.result) } }
    if best.count == 1, !gaveUp { return unique(best[0].changes[0], cluster) }
    var explained: [Explained] = []
    var isComplete = !gaveUp
    for repair in best where isComplete {
      if let explanation = explanation(of: repair.changes[0], cluster) {
        explained.append(Explained(change: repair.changes[0], explanation: explanation))
      }
      isComplete = !gaveUp
    }
    if isComplete, let only = telling(explained) { return accusation(only.change, cluster, only.explanation) }
    let relations = report.ordered(cluster.relations, about: nil)
    let derived = relations.first.flatMap(report.claim).flatMap(report.derived)
    let candidates = (best.isEmpty ? all : best).map { $0.changes[0].figure }
    // A single relation accuses nobody: its derived figure is shown, whatever slips would explain the others.
    let isLone = cluster.relations.count == 1 && derived != nil
    let shown = isLone || candidates.contains { $0 == derived } || !isComplete ? derived : candidates.first
    let primary = isComplete && !isLone ? likeliest(explained) ?? shown : shown
    return Diagnosis(
      relations: report.ordered(cluster.relations, about: primary), primary: primary,
      cause: explained.first { $0.change.figure == primary && $0.explanation.isMiscomputed }?.explanation.cause)
  }

  /// The figure to show first where none can be accused: the only one that a slip explains, or makes round.
  private func likeliest(_ explained: [Explained]) -> FigureID? {
    if explained.count == 1 { return explained[0].change.figure }
    let rounder = explained.filter { roundness(gainedBy: $0.change) >= 2 }
    return rounder.count == 1 ? rounder[0].change.figure : nil
  }

  /// The one explanation that stands out: a rate of the wrong base; the only one, if it is unlikely to fit by chance; or the only one
  /// that makes a figure round, where all others would make a round figure odd.
  private func telling(_ explained: [Explained]) -> Explained? {
    let wrongBase = explained.filter { $0.explanation.cause == .wrongBase && $0.explanation.isTelling }
    if wrongBase.count == 1 { return wrongBase[0] }
    if explained.count == 1 { return explained[0].explanation.isTelling ? explained[0] : nil }
    let rounder = explained.filter { roundness(gainedBy: $0.change) >= 2 }
    let odder = explained.count { roundness(gainedBy: $0.change) <= -2 }
    return rounder.count == 1 && odder == explained.count - 1 ? rounder[0] : nil
  }

  /// Each of the repairs changes several figures: those that all repairs agree on are accused, the rest is left open.
  private mutating func several(_ repairs: [Repair], _ cluster: Cluster) -> [Diagnosis] {
    let plausible = repairs.filter(isPlausible)
    let best = plausible.filter { repair in !plausible.contains { $0.result.outranks(repair.result) } }
    guard let first = best.first else { return cluster.relations.map(report.lone) }
    var open = cluster.relations
    var diagnoses: [Diagnosis] = []
    for change in first.changes where best.allSatisfy({ $0.changes.contains(change) }) {
      let own = open.filter { index.members[$0].containsSorted(change.figure) }
      if own.isEmpty { continue }
      open.removeAll { own.contains($0) }
      diagnoses.append(unique(change, Cluster(relations: own)))
    }
    return diagnoses + open.map(report.lone)
  }

  /// The one figure whose change mends a cluster.
  private mutating func unique(_ change: Change, _ cluster: Cluster) -> Diagnosis {
    let explanation = explanation(of: change, cluster)
    return accusation(change, cluster, explanation)
  }

  private mutating func accusation(
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

/// A change that a slip explains.
private struct Explained {
  var change: Change
  var explanation: Explanation
}

extension TrialResult {
  /// Whether this repair's evidence rules the other out: it mends more, or leaves digit-exact relations as they are.
  fileprivate func outranks(_ other: TrialResult) -> Bool {
    if alsoMended != other.alsoMended { return alsoMended > other.alsoMended }
    return loosened < other.loosened
  }
}
