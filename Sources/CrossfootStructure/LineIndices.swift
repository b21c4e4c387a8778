// SPDX-License-Identifier: Apache-2.0

/// Indices of the lines of a block, ascending: neighbours first, as nearly all are, and then the others.
struct LineIndices: RandomAccessCollection, Sendable {
  private var first: Int32 = 0
  private var run: Int32 = 0
  private var others: [Int32] = []

  init() {}

  init(_ line: Int32) {
    first = line
    run = 1
  }

  init(_ lines: some Sequence<Int32>) { append(contentsOf: lines) }

  var startIndex: Int { 0 }
  var endIndex: Int { Int(run) + others.count }

  subscript(index: Int) -> Int32 {
    index < Int(run) ? first + Int32(truncatingIfNeeded: index) : others[index - Int(run)]
  }

  /// Adds a line below the others.
  mutating func append(_ line: Int32) {
    if run == 0 { first = line }
    if others.isEmpty, line == first + run { run += 1 } else { others.append(line) }
  }

  mutating func append(contentsOf lines: some Sequence<Int32>) {
    for line in lines { append(line) }
  }
}
