// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// A set of changes that mends every relation of a cluster and breaks none.
struct Repair {
  var changes: [Change]
  var result: TrialResult
}

extension Trial {
  /// The repairs of the smallest size, up to three figures.
  mutating func smallestRepairs(_ cluster: Cluster) -> [Repair] {
    for size in 1...3 {
      var repairs: [Repair] = []
      for figures in covers(cluster, size: size) {
        if let repair = best(figures, cluster) { repairs.append(repair) }
        if gaveUp { return size == 1 ? repairs : [] }
      }
      if !repairs.isEmpty { return repairs }
    }
    return []
  }

  /// The sets of `size` figures that touch every relation of a cluster and need each of their figures for it.
  private func covers(_ cluster: Cluster, size: Int) -> [[FigureID]] {
    if size == 1 { return common(cluster.relations).map { [$0] } }
    guard let first = cluster.relations.first else { return [] }
    var found: [[FigureID]] = []
    // Looking at more than this costs more than the answer is worth.
    var steps = 4096
    for figure in index.members(of: first) {
      let open = cluster.relations.filter { !contains($0, figure) }
      if open.isEmpty { continue }
      steps -= open.reduce(1) { $0 + index.members(of: $1).count }
      if steps < 0 { return found }
      for rest in covers(Cluster(relations: open), size: size - 1) {
        let set = ([figure] + rest).sorted()
        if isMinimal(set, cluster), !found.contains(set) { found.append(set) }
      }
    }
    return found
  }

  /// The figures that all relations share, ascending.
  func common(_ relations: [Int]) -> [FigureID] {
    guard let first = relations.first else { return [] }
    return index.members(of: first).filter { figure in
      relations.dropFirst().allSatisfy { contains($0, figure) }
    }
  }

  private func isMinimal(_ set: [FigureID], _ cluster: Cluster) -> Bool {
    set.allSatisfy { ownRelation(of: $0, in: set, cluster) != nil }
  }

  /// A relation of the cluster that holds no other figure of the set.
  private func ownRelation(of figure: FigureID, in set: [FigureID], _ cluster: Cluster) -> Int? {
    cluster.relations.first { relation in
      contains(relation, figure) && !set.contains { $0 != figure && contains(relation, $0) }
    }
  }

  private func contains(_ relation: Int, _ figure: FigureID) -> Bool {
    index.members(of: relation).containsSorted(figure)
  }

  /// The best values for a set of figures: each is asked of the relations that only it can mend.
  private mutating func best(_ figures: [FigureID], _ cluster: Cluster) -> Repair? {
    var candidates: [[Change]] = [[]]
    for figure in figures {
      let values = values(of: figure, in: figures, cluster)
      candidates = candidates.flatMap { start in
        values.map { start + [Change(figure: figure, value: $0)] }
      }
      if candidates.count > 64 { candidates.removeLast(candidates.count - 64) }
    }
    var best: Repair?
    for changes in candidates {
      guard let result = run(changes, cluster) else { continue }
      if best.map({ result.beats($0.result) }) ?? true { best = Repair(changes: changes, result: result) }
    }
    return best
  }

  private func values(of figure: FigureID, in set: [FigureID], _ cluster: Cluster) -> [Decimal] {
    var values: [Decimal] = []
    let relations = cluster.relations.filter { relation in
      contains(relation, figure) && !set.contains { $0 != figure && contains(relation, $0) }
    }
    for relation in relations.prefix(8) {
      for reading in report.relations[relation].readings.prefix(8) {
        guard let value = implied(reading, figure), !values.contains(where: value.equals) else { continue }
        values.append(value)
      }
    }
    return Array(values.prefix(8))
  }
}
