// SPDX-License-Identifier: Apache-2.0

/// A total, monotone map from offsets of a derived text to offsets of the text it was made from.
///
/// Kept as runs: within a run both sides advance byte by byte, and a run that replaces `n` source bytes by `m` derived
/// bytes maps all its offsets to the first source byte. So the map costs memory where text changed, not where it was
/// copied.
public struct OffsetMap: Sendable {
  /// A stretch of derived text, up to where the next run starts.
  struct Run {
    /// Start in the derived text; ascending from run to run.
    var derived: Int32
    /// Source offset of the start; never descending from run to run.
    var source: Int32
    /// Number of source bytes that the run replaces; 0 if not known, ``copied`` if the run is a plain copy.
    var length: Int32

    static let copied: Int32 = -1
    var isCopy: Bool { length == Run.copied }
  }

  /// Written by ``OffsetMap/write(_:from:to:)``, too.
  var runs: [Run] = []
  /// Length of the derived text: this offset and all after it map to the end of the source.
  public internal(set) var derivedCount = 0
  /// Length of the source, once ``finish(sourceCount:)`` was called.
  public private(set) var sourceCount = 0

  /// A map of an empty text.
  public init() {}

  /// Stretches of the text that were copied, or replaced by something else.
  public var runCount: Int { runs.count }

  /// Makes room for so many of them.
  public mutating func reserveCapacity(_ count: Int) { runs.reserveCapacity(count) }

  /// Adds `count` derived bytes copied from source offset `from`.
  public mutating func copy(_ count: Int, from: Int) {
    guard count > 0 else { return }
    if let last = runs.indices.last, runs[last].isCopy,
      Int(runs[last].source) + derivedCount - Int(runs[last].derived) == from
    {
      derivedCount += count
    } else {
      begin(count, from, length: Int(Run.copied))
    }
  }

  /// Adds `count` derived bytes that stand for source bytes starting at `from`.
  /// - Parameter length: number of source bytes they stand for; 0 means one scalar.
  public mutating func replace(_ count: Int, from: Int, length: Int = 0) {
    guard count > 0 else { return }
    begin(count, from, length: length)
  }

  /// Closes the map: the derived end maps to `sourceCount`.
  public mutating func finish(sourceCount: Int) { self.sourceCount = sourceCount }

  private mutating func begin(_ count: Int, _ from: Int, length: Int) {
    runs.append(
      Run(
        derived: Int32(truncatingIfNeeded: derivedCount), source: Int32(truncatingIfNeeded: from),
        length: Int32(truncatingIfNeeded: length)))
    derivedCount += count
  }

  /// Remembers where in a map the last look-up ended: those of a text that is read from start to end take one step
  /// each.
  public struct Cursor: Sendable {
    fileprivate var run = -1
    /// The derived text of that run if it is a copy, and how much further on it stands in the source.
    fileprivate var copied = 0..<0
    fileprivate var shift = 0

    /// A cursor that knows nothing yet.
    public init() {}
  }

  /// Moves a cursor to a run.
  private func move(_ cursor: inout Cursor, to index: Int) {
    cursor.run = index
    guard index >= 0, runs[index].isCopy else {
      cursor.copied = 0..<0
      return
    }
    cursor.copied = Int(runs[index].derived)..<end(ofRun: index)
    cursor.shift = Int(runs[index].source) - Int(runs[index].derived)
  }

  /// Index of the run that holds a derived offset; -1 before the first.
  /// - Parameter near: index of a run that is likely to be close by.
  private func run(of offset: Int, near guess: Int = -1) -> Int {
    var low = 0
    var high = runs.count
    if guess >= 0, guess < high, Int(runs[guess].derived) <= offset {
      low = guess + 1
      if low == high || Int(runs[low].derived) > offset { return guess }
      if low + 1 == high || Int(runs[low + 1].derived) > offset { return low }
    }
    while low < high {
      let middle = (low + high) / 2
      if Int(runs[middle].derived) <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// The source offset at which the derived byte at `offset` starts. Total: offsets at or past the end map to the
  /// source's end, negative ones to the first byte.
  public func sourceOffset(_ offset: Int) -> Int {
    var cursor = Cursor()
    return sourceOffset(offset, &cursor)
  }

  /// The source offset at which the derived byte at `offset` starts, found from where the last look-up ended.
  public func sourceOffset(_ offset: Int, _ cursor: inout Cursor) -> Int {
    if cursor.copied.contains(offset) { return offset + cursor.shift }
    if offset >= derivedCount { return sourceCount }
    let index = run(of: max(0, offset), near: cursor.run)
    move(&cursor, to: index)
    if index < 0 { return 0 }
    let run = runs[index]
    return run.isCopy ? Int(run.source) + max(0, offset) - Int(run.derived) : Int(run.source)
  }

  /// The source bytes that a derived range was made from: from the first byte's start to the end of what its last byte
  /// was made from. Empty for an empty range.
  /// - Parameter scalarEnd: the end of the source scalar that starts at an offset.
  public func sourceRange(_ range: Range<Int>, scalarEnd: (Int) -> Int) -> SourceRange {
    let start = sourceOffset(range.lowerBound)
    if range.isEmpty { return SourceRange(start, start) }
    let last = range.upperBound - 1
    let index = run(of: last)
    guard index >= 0, last < derivedCount else { return SourceRange(start, max(start, sourceCount)) }
    let run = runs[index]
    let source = Int(run.source)
    let end =
      run.isCopy
      ? source + last - Int(run.derived) + 1
      : run.length > 0 ? source + Int(run.length) : scalarEnd(source)
    return SourceRange(start, max(start, end))
  }

  /// Where a run ends in the derived text.
  private func end(ofRun index: Int) -> Int { index + 1 < runs.count ? Int(runs[index + 1].derived) : derivedCount }

  /// Appends to this map the part of `other` that covers `range` of its derived text: used when a text is cut up and
  /// joined anew.
  /// - Parameter cursor: a place in `other`.
  public mutating func append(_ other: OffsetMap, range: Range<Int>, _ cursor: inout Cursor) {
    var at = range.lowerBound
    if cursor.copied.contains(at), range.upperBound <= cursor.copied.upperBound {
      return copy(range.count, from: at + cursor.shift)
    }
    var index = other.run(of: at, near: cursor.run)
    defer { other.move(&cursor, to: index - 1) }
    while at < range.upperBound, index >= 0, index < other.runs.count {
      let run = other.runs[index]
      let end = min(other.end(ofRun: index), range.upperBound)
      if run.isCopy {
        copy(end - at, from: Int(run.source) + at - Int(run.derived))
      } else {
        replace(end - at, from: Int(run.source), length: Int(run.length))
      }
      at = end
      index += 1
    }
  }
}
