// SPDX-License-Identifier: Apache-2.0

/// A derived text with its map as bytes, without what is in the source: where its pieces come from, the bytes that
/// stand for others, and the few places where a copy was changed afterwards.
extension OffsetMap {
  /// Writes a derived text and this map, which leads from it to a source.
  public func write(_ derived: [UInt8], from source: [UInt8], to writer: inout ByteWriter) {
    writer.write(count: runs.count)
    var expected = 0
    for (index, run) in runs.enumerated() {
      let start = Int(run.derived)
      let count = (index + 1 < runs.count ? Int(runs[index + 1].derived) : derivedCount) - start
      let from = Int(run.source)
      // The two lowest bits: whether it is a copy, and comes where the last run ended.
      let isNext = from == expected
      let kind = (run.isCopy ? 1 : 0) | (isNext ? 2 : 0)
      writer.write(count: count << 2 | kind)
      if !isNext { writer.write(from - expected) }
      if run.isCopy {
        expected = from + count
      } else {
        writer.write(count: Int(run.length))
        writer.write(raw: derived[start..<start + count])
        expected = from + max(1, Int(run.length))
      }
    }
    writer.write(count: sourceCount)
    write(changes: derived, from: source, to: &writer)
  }

  /// The places where a copy is not what was copied.
  private func write(changes derived: [UInt8], from source: [UInt8], to writer: inout ByteWriter) {
    var changes: [Int] = []
    let (derived, source) = (derived.span, source.span)
    for (index, run) in runs.enumerated() where run.isCopy {
      let start = Int(run.derived)
      let distance = Int(run.source) - start
      let end = index + 1 < runs.count ? Int(runs[index + 1].derived) : derivedCount
      for at in start..<end where derived[at] != source[at + distance] { changes.append(at) }
    }
    writer.write(steps: changes)
    for at in changes { writer.write(byte: derived[at]) }
  }

  /// Reads what ``write(_:from:to:)`` wrote of a text derived from a source.
  public static func read(
    from source: [UInt8], _ reader: inout ByteReader
  ) throws(ByteReader.Damage) -> (derived: [UInt8], map: OffsetMap) {
    // Markup and entities become shorter, and few scalars longer when they are folded.
    let longest = source.count * 4 + 16
    var derived: [UInt8] = []
    derived.reserveCapacity(source.count + source.count / 8)
    var map = OffsetMap()
    let count = try reader.count()
    map.runs.reserveCapacity(count)
    var expected = 0
    for _ in 0..<count {
      let head = try reader.size()
      let length = head >> 2
      let from = head & 2 != 0 ? expected : expected &+ (try reader.int())
      guard from >= 0, from <= source.count, length <= longest - derived.count else { throw ByteReader.Damage() }
      var run = Run(
        derived: Int32(truncatingIfNeeded: derived.count), source: Int32(truncatingIfNeeded: from), length: Run.copied)
      if head & 1 != 0 {
        guard length <= source.count - from else { throw ByteReader.Damage() }
        derived.append(contentsOf: source[from..<from + length])
        expected = from + length
      } else {
        run.length = try replaced(&reader)
        derived.append(contentsOf: try reader.raw(length))
        expected = from + max(1, Int(run.length))
      }
      map.runs.append(run)
    }
    map.derivedCount = derived.count
    map.finish(sourceCount: try reader.size())
    for at in try reader.steps(of: Int.self) {
      guard derived.indices.contains(at) else { throw ByteReader.Damage() }
      derived[at] = try reader.byte()
    }
    return (derived, map)
  }

  private static func replaced(_ reader: inout ByteReader) throws(ByteReader.Damage) -> Int32 {
    guard let length = Int32(exactly: try reader.size()) else { throw ByteReader.Damage() }
    return length
  }
}
