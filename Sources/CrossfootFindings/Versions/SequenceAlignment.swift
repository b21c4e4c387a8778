// SPDX-License-Identifier: Apache-2.0

/// Pairs the elements of two sequences that have equal keys, in order and without crossings: what a diff does for
/// lines.
///
/// Keys that occur once in both sequences are anchors (the patience diff), and so on between the anchors; where there
/// are none the pairs are taken greedily. The time is a constant times n log n for any input.
struct SequenceAlignment {
  /// For each element of the new sequence its partner in the old one, or nil.
  private(set) var partners: [Int?]
  private let old: [Int]
  private let new: [Int]

  /// Anchors within anchors are looked for to this depth.
  private static let deepest = 24

  init(_ old: [Int], _ new: [Int]) {
    self.old = old
    self.new = new
    partners = Array(repeating: nil, count: new.count)
    var open = [Task(old: 0..<old.count, new: 0..<new.count, depth: 0)]
    while let task = open.popLast() { open += align(task) }
  }

  private struct Task {
    var old: Range<Int>
    var new: Range<Int>
    var depth: Int
  }

  /// Aligns a stretch of both sequences and returns the stretches that are left.
  private mutating func align(_ task: Task) -> [Task] {
    var (old, new) = (task.old, task.new)
    while let a = old.first, let b = new.first, self.old[a] == self.new[b] {
      partners[b] = a
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    while let a = old.last, let b = new.last, self.old[a] == self.new[b] {
      partners[b] = a
      (old, new) = (old.dropLast(), new.dropLast())
    }
    if old.isEmpty || new.isEmpty { return [] }
    let anchors = task.depth < Self.deepest ? Self.rising(common(old, new)) : []
    if anchors.isEmpty {
      pairGreedily(old, new)
      return []
    }
    var tasks: [Task] = []
    var (from, at) = (old.lowerBound, new.lowerBound)
    for anchor in anchors {
      partners[anchor.new] = anchor.old
      tasks.append(Task(old: from..<anchor.old, new: at..<anchor.new, depth: task.depth + 1))
      (from, at) = (anchor.old + 1, anchor.new + 1)
    }
    tasks.append(Task(old: from..<old.upperBound, new: at..<new.upperBound, depth: task.depth + 1))
    return tasks
  }

  private struct Anchor {
    var old: Int
    var new: Int
  }

  /// Elements whose key occurs once in both stretches, in the order of the new one.
  private func common(_ old: Range<Int>, _ new: Range<Int>) -> [Anchor] {
    var places: [Int: Int] = [:]
    for index in old { places[self.old[index]] = places[self.old[index]] == nil ? index : -1 }
    var counts: [Int: Int] = [:]
    for index in new { counts[self.new[index], default: 0] += 1 }
    return new.compactMap { index in
      guard counts[self.new[index]] == 1, let place = places[self.new[index]], place >= 0 else { return nil }
      return Anchor(old: place, new: index)
    }
  }

  /// The longest run of anchors that rises in both sequences.
  private static func rising(_ anchors: [Anchor]) -> [Anchor] {
    var ends: [Int] = []
    var before: [Int] = Array(repeating: -1, count: anchors.count)
    for index in anchors.indices {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if anchors[ends[middle]].old < anchors[index].old { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var run: [Anchor] = []
    var at = ends.last ?? -1
    while at >= 0 {
      run.append(anchors[at])
      at = before[at]
    }
    return run.reversed()
  }

  /// Takes for each new element the next old one with its key.
  private mutating func pairGreedily(_ old: Range<Int>, _ new: Range<Int>) {
    var places: [Int: [Int]] = [:]
    for index in old.reversed() { places[self.old[index], default: []].append(index) }
    var next = old.lowerBound
    for index in new {
      let key = self.new[index]
      while let place = places[key]?.last, place < next { places[key]?.removeLast() }
      guard let place = places[key]?.popLast() else { continue }
      partners[index] = place
      next = place + 1
    }
  }
}
