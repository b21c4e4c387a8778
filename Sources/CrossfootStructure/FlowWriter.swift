// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Writes the flow: copies pieces of the folded text, drops the gaps that mean nothing, and keeps the map to the
/// source. The folded text is handed in with each call: what is only read and not kept costs no counting of references.
struct FlowWriter {
  let measure: LineMeasure
  /// 单位：after a name is a declaration of its own.
  let declarations: WordList
  private(set) var flow = Flow(bytes: [], map: OffsetMap())
  /// Where the map of the folded text was read last.
  private var cursor = OffsetMap.Cursor()
  /// A run of the folded text that the flow goes on with: it is copied once something else follows.
  private var pending = 0..<0

  init(_ folded: FoldedText, lines: Int, words: Words) {
    measure = words.measure
    declarations = words.unitDeclarations
    flow.bytes.reserveCapacity(folded.bytes.count + folded.bytes.count / 16)
    flow.map.reserveCapacity(folded.map.runCount + lines)
  }

  var position: Int { flow.bytes.count + pending.count }

  /// Adds a byte that stands for the break or gap at `offset` of the folded text.
  mutating func separate(_ byte: UInt8, at offset: Int, _ folded: FoldedText) {
    flush(folded)
    flow.bytes.append(byte)
    flow.map.replace(1, from: folded.map.sourceOffset(offset, &cursor))
  }

  /// Adds the line feed before what begins at `offset` of the folded text. Where it stands there, and nothing else
  /// does, it is copied with what lies around it.
  mutating func endLine(before offset: Int, _ folded: FoldedText) {
    let end = pending.upperBound
    if end + 1 == offset, !pending.isEmpty, folded.bytes[end] == 0x0A {
      pending = pending.lowerBound..<offset
    } else {
      separate(0x0A, at: offset, folded)
    }
  }

  /// Adds the text of a range, without the gaps that mean nothing.
  mutating func copy(_ range: Range<Int>, _ folded: FoldedText) {
    let bytes = folded.bytes
    let span = bytes.span
    var from = range.lowerBound
    var gap = span.next(below: 0x21, from: from, to: range.upperBound)
    while gap < range.upperBound {
      var end = gap
      while end < range.upperBound, span[end].isGap { end += 1 }
      let isKept = end < range.upperBound && keepsGap(bytes, before: gap, after: end)
      if !isKept || end - gap > 1 || span[gap] != 0x20 {
        copyWhole(from..<gap, folded)
        if isKept { separate(0x20, at: gap, folded) }
        from = end
      }
      gap = span.next(below: 0x21, from: end, to: range.upperBound)
    }
    copyWhole(from..<range.upperBound, folded)
  }

  /// Copies a range that holds no gap to drop. What follows it in the folded text, and is copied next, becomes one run
  /// with it.
  @inline(__always)
  mutating func copyWhole(_ range: Range<Int>, _ folded: FoldedText) {
    guard !range.isEmpty else { return }
    if range.lowerBound == pending.upperBound {
      pending = pending.lowerBound..<range.upperBound
    } else {
      flush(folded)
      pending = range
    }
  }

  /// Copies what is still to be copied, so that ``flow`` is complete.
  mutating func flush(_ folded: FoldedText) {
    guard !pending.isEmpty else { return }
    flow.bytes.append(contentsOf: folded.bytes[pending])
    flow.map.append(folded.map, range: pending, &cursor)
    pending = 0..<0
  }

  /// Makes a gap that was copied a separator.
  mutating func replace(at position: Int, by byte: UInt8) { flow.bytes[position] = byte }

  /// Joins what ends at `end` to what starts at `start`: a space where the break meant one, else nothing.
  mutating func join(_ end: Int, _ start: Int, _ folded: FoldedText) {
    let bytes = folded.bytes
    guard !Wrapping.cutsDecimal(end, start, bytes), !Wrapping.cutsThousands(end, start, bytes),
      keepsGap(bytes, before: end, after: start, isBreak: true)
    else { return }
    let cutsDigits = Script.before(end, in: bytes) == .digit && Script.at(start, in: bytes) == .digit
    separate(cutsDigits ? Flow.cut : 0x20, at: end, folded)
  }

  /// Closes the map.
  mutating func finish(sourceCount: Int, _ folded: FoldedText) -> Flow {
    flush(folded)
    flow.map.finish(sourceCount: sourceCount)
    return flow
  }

  /// Whether a gap (or a line break) between two characters separates them.
  private func keepsGap(_ bytes: [UInt8], before end: Int, after start: Int, isBreak: Bool = false) -> Bool {
    guard end > 0, start < bytes.count else { return false }
    switch (Script.before(end, in: bytes), Script.at(start, in: bytes)) {
    case (.han, .han): return declarations.match(bytes, at: start, end: bytes.count) != nil
    case (.point, _), (_, .point), (.han, .digit), (.gap, _), (_, .gap): return false
    case (.han, .sign), (.sign, .han): return false
    case (.digit, .han): return !measure.startsUnit(start, in: bytes)
    case (.han, .latin), (.latin, .han), (.han, .other), (.other, .han): return !isBreak
    case (.other, .digit): return bytes[max(0, end - 2)] != 0x89  // ≤ ≥
    case (.digit, .sign): return keepsGap(digitBefore: bytes[start], start, in: bytes)
    case (_, .sign): return !isClosing(bytes[start])
    case (.sign, _): return !(isBreak && bytes[end - 1] == 0x28)
    default: return true
    }
  }

  /// After a number only a percent sign, a closing bracket, a clause mark or the rest of a decimal belongs to it.
  private func keepsGap(digitBefore sign: UInt8, _ start: Int, in bytes: [UInt8]) -> Bool {
    if sign == 0x2E { return !(start + 1 < bytes.count && Script.at(start + 1, in: bytes) == .digit) }
    return sign != 0x25 && !isClosing(sign)
  }

  private func isClosing(_ byte: UInt8) -> Bool {
    byte == 0x29 || byte == 0x5D || byte == 0x3A || byte == 0x3B || byte == 0x21 || byte == 0x3F || byte == 0x2C
      || byte == 0x25
  }
}
