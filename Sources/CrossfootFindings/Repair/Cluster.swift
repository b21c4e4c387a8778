// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// Contradicted relations that share figures.
struct Cluster {
  /// Indices of the relations, ascending.
  var relations: [Int]

  /// Whether a relation belongs to it.
  func contains(_ relation: Int) -> Bool { relations.containsSorted(relation) }
}

extension RandomAccessCollection where Element: Comparable, Index == Int {
  /// Whether an ascending collection holds an element.
  func containsSorted(_ element: Element) -> Bool {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < endIndex && self[low] == element
  }
}

extension Case {
  /// Whether a change of figures can mend a contradicted relation: it computes something and is more than advice.
  func isRepairable(_ relation: Int) -> Bool {
    guard judgements[relation].verdict == .contradicted, relations[relation].force != .advisory
    else { return false }
    return relations[relation].readings.allSatisfy { reading in
      if case .atMost = reading { return true }
      return reading.isEquality
    }
  }

  /// The repairable relations, sorted into clusters by the figures they share.
  func clusters(_ index: RelationIndex) -> [Cluster] {
    let repairable = relations.indices.filter(isRepairable)
    var parent = Array(repairable.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    var owner: [FigureID: Int] = [:]
    for (node, relation) in repairable.enumerated() {
      for figure in index.members(of: relation) {
        guard let other = owner[figure] else {
          owner[figure] = node
          continue
        }
        let (a, b) = (root(node), root(other))
        parent[max(a, b)] = min(a, b)
      }
    }
    var clusters: [Cluster] = []
    var position: [Int: Int] = [:]
    for (node, relation) in repairable.enumerated() {
      let top = root(node)
      if let known = position[top] {
        clusters[known].relations.append(relation)
      } else {
        position[top] = clusters.count
        clusters.append(Cluster(relations: [relation]))
      }
    }
    return clusters
  }
}
