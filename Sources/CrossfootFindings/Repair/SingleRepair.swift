// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

extension Trial {
  /// Each of the repairs changes one figure.
  mutating func single(_ repairs: [Repair], _ cluster: Cluster, all: [Repair]) -> Diagnosis {
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

  /// The one explanation that stands out: a rate of the wrong base; the only one, if it is unlikely to fit by chance
  /// and makes no round figure odd; or the only one that makes a figure round, where all others would make a round
  /// figure odd.
  private func telling(_ explained: [Explained]) -> Explained? {
    let wrongBase = explained.filter {
      ($0.explanation.cause == .wrongBase || $0.explanation.cause == .wrongStage) && $0.explanation.isTelling
    }
    if wrongBase.count == 1 { return wrongBase[0] }
    if explained.count == 1 {
      let isLikely = explained[0].explanation.isTelling && roundness(gainedBy: explained[0].change) >= 0
      return isLikely ? explained[0] : nil
    }
    let rounder = explained.filter { roundness(gainedBy: $0.change) >= 2 }
    let odder = explained.count { roundness(gainedBy: $0.change) <= -2 }
    return rounder.count == 1 && odder == explained.count - 1 ? rounder[0] : nil
  }
}

/// A change that a slip explains.
private struct Explained {
  var change: Change
  var explanation: Explanation
}

extension TrialResult {
  /// Whether this repair's evidence rules the other out: it mends more, or leaves digit-exact relations as they are.
  func outranks(_ other: TrialResult) -> Bool {
    if alsoMended != other.alsoMended { return alsoMended > other.alsoMended }
    return loosened < other.loosened
  }
}
