// SPDX-License-Identifier: Apache-2.0

/// A total, monotone map from offsets of a derived text to offsets of the text it was made from.
///
/// Kept as runs: within a run both sides advance byte by byte, and a run that replaces `n` source bytes by `m` derived bytes
/// maps all its offsets to the first source byte. So the map costs memory where text changed, not where it was copied.
public struct OffsetMap: Sendable {
  /// Start of each run in the derived text, ascending.
  @usableFromInline var derived: [Int32] = []
  /// Source offset of each run's start, never descending.
  @usableFromInline var source: [Int32] = []
  /// Whether the run is a plain copy (offsets advance together) or a replacement (all map to its start).
  @usableFromInline var copied: [Bool] = []
  /// Length of the derived text and of the source: where the end maps to.
  public private(set) var derivedCount = 0
  public private(set) var sourceCount = 0

  public init() {}

  /// Adds `count` derived bytes copied from source offset `from`.
  public mutating func copy(_ count: Int, from: Int) {
    guard count > 0 else { return }
    if let last = copied.last, last, let d = derived.last, let s = source.last,
      Int(s) + (derivedCount - Int(d)) == from
    {
      derivedCount += count
      return
    }
    begin(from, copied: true)
    derivedCount += count
  }

  /// Adds `count` derived bytes that stand for source bytes starting at `from`.
  public mutating func replace(_ count: Int, from: Int) {
    guard count > 0 else { return }
    begin(from, copied: false)
    derivedCount += count
  }

  /// Closes the map: the derived end maps to `sourceCount`.
  public mutating func finish(sourceCount: Int) { self.sourceCount = sourceCount }

  private mutating func begin(_ from: Int, copied isCopy: Bool) {
    derived.append(Int32(truncatingIfNeeded: derivedCount))
    source.append(Int32(truncatingIfNeeded: from))
    copied.append(isCopy)
  }

  /// Index of the run that holds a derived offset.
  @usableFromInline func run(of offset: Int) -> Int {
    var low = 0
    var high = derived.count
    while low < high {
      let middle = (low + high) / 2
      if Int(derived[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The source offset at which the derived byte at `offset` starts. Total: offsets at or past the end map to the source's end.
  public func sourceOffset(_ offset: Int) -> Int {
    if offset >= derivedCount { return sourceCount }
    let index = run(of: max(0, offset))
    if index < 0 { return 0 }
    let start = Int(source[index])
    return copied[index] ? start + (offset - Int(derived[index])) : start
  }

  /// The source bytes that a non-empty derived range was made from: from the first byte's start to the end of what its last byte
  /// was made from. `scalarEnd` tells where the source scalar starting at an offset ends.
  public func sourceRange(_ range: Range<Int>, scalarEnd: (Int) -> Int) -> SourceRange {
    let start = sourceOffset(range.lowerBound)
    if range.isEmpty { return SourceRange(start, start) }
    let last = range.upperBound - 1
    let index = run(of: last)
    guard index >= 0, last < derivedCount else { return SourceRange(start, sourceCount) }
    if copied[index] { return SourceRange(start, Int(source[index]) + last - Int(derived[index]) + 1) }
    return SourceRange(start, max(start, scalarEnd(Int(source[index]))))
  }

  /// Appends to this map the part of `other` that covers `range` of its derived text: used when a text is cut up and joined anew.
  public mutating func append(_ other: OffsetMap, range: Range<Int>) {
    var at = range.lowerBound
    var index = other.run(of: at)
    while at < range.upperBound, index >= 0, index < other.derived.count {
      let runEnd = index + 1 < other.derived.count ? Int(other.derived[index + 1]) : other.derivedCount
      let end = min(runEnd, range.upperBound)
      if other.copied[index] {
        copy(end - at, from: Int(other.source[index]) + at - Int(other.derived[index]))
      } else {
        replace(end - at, from: Int(other.source[index]))
      }
      at = end
      index += 1
    }
  }
}
