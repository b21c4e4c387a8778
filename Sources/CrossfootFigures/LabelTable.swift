// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// Interned labels: gaps, numbering and punctuation at the ends dropped, so that equal names have equal ids.
public struct LabelTable: Sendable {
  /// All labels one after another, and where each ends. Label 0 is empty.
  private var texts: [UInt8] = []
  private var ends: [Int] = [0]
  /// Open addressing: labels by hash, 0 where a slot is free. At most half of the slots are taken.
  private var slots = [LabelID](repeating: 0, count: 256)

  public init() {
    texts.reserveCapacity(16 * slots.count)
    ends.reserveCapacity(slots.count)
  }

  /// The id of a label's bytes (already stripped).
  public mutating func intern(_ bytes: [UInt8]) -> LabelID { intern(bytes[...]) }

  /// The id of a label's bytes (already stripped).
  public mutating func intern(_ bytes: ArraySlice<UInt8>) -> LabelID {
    if bytes.isEmpty { return 0 }
    let slot = slot(of: bytes.span)
    if slots[slot] == 0 {
      texts.append(contentsOf: bytes)
      close(slot)
    }
    return slots[slot]
  }

  /// The id of the label that a range of bytes holds, without what is dropped from labels.
  mutating func intern(coreOf bytes: [UInt8], _ range: Range<Int>) -> LabelID {
    guard let core = LabelText.core(of: bytes.span, range) else { return intern(LabelText.core(bytes[range])) }
    if core.isEmpty { return 0 }
    let slot = slot(of: bytes.span.extracting(core))
    if slots[slot] == 0 {
      texts.append(contentsOf: bytes[core])
      close(slot)
    }
    return slots[slot]
  }

  /// The slot that holds a label, or the free one where it would be.
  private mutating func slot(of bytes: borrowing Span<UInt8>) -> Int {
    if ends.count * 2 > slots.count { grow() }
    var slot = first(bytes)
    while slots[slot] != 0, !holds(slots[slot], bytes) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  /// Makes the bytes behind the last label a new one, which a slot will hold.
  private mutating func close(_ slot: Int) {
    slots[slot] = LabelID(truncatingIfNeeded: ends.count)
    ends.append(texts.count)
  }

  /// Number of labels, the empty one included: their ids are below it.
  public var count: Int { ends.count }

  /// The bytes of a label.
  public func bytes(_ id: LabelID) -> [UInt8] { Array(texts[range(id)]) }
  /// The bytes of a label where they stand in the table.
  func slice(_ id: LabelID) -> ArraySlice<UInt8> { texts[range(id)] }
  func spot(_ id: LabelID) -> LabelSpot { LabelSpot(bytes: texts, range: range(id)) }

  /// Number of a label's bytes, and the last of them.
  func length(_ id: LabelID) -> Int { range(id).count }
  func last(_ id: LabelID) -> UInt8? { range(id).isEmpty ? nil : texts[ends[Int(id)] - 1] }

  /// The text of a label, for output.
  public func text(_ id: LabelID) -> String { String(decoding: texts[range(id)], as: UTF8.self) }

  private func range(_ id: LabelID) -> Range<Int> { id == 0 ? 0..<0 : ends[Int(id) - 1]..<ends[Int(id)] }

  private func holds(_ id: LabelID, _ bytes: borrowing Span<UInt8>) -> Bool {
    let range = range(id)
    guard range.count == bytes.count else { return false }
    let label = texts.span.extracting(range)
    var rest = bytes.count
    while rest >= 8 {
      if bytes.eight(rest - 8) != label.eight(rest - 8) { return false }
      rest -= 8
    }
    // The first eight bytes once more, if there are so many.
    if bytes.count >= 8 { return bytes.firstEight == label.firstEight }
    for at in 0..<rest where bytes[at] != label[at] { return false }
    return true
  }

  private mutating func grow() {
    slots = [LabelID](repeating: 0, count: slots.count * 2)
    for id in 1..<ends.count {
      var slot = first(texts.span.extracting(range(LabelID(id))))
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = LabelID(id)
    }
  }

  /// The slot that a label's hash points at. Each eight bytes are multiplied into the hash, both halves of the product
  /// kept; seeded, so that no report can be made to collide.
  private func first(_ bytes: borrowing Span<UInt8>) -> Int {
    var hash = Self.seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var rest = bytes.count
    while rest >= 8 {
      hash = Self.mixed(hash ^ bytes.eight(rest - 8))
      rest -= 8
    }
    var word: UInt64 = 0
    if bytes.count >= 8 {
      // Some of the first eight bytes once more.
      word = bytes.firstEight
    } else {
      for at in 0..<rest { word = word << 8 | UInt64(bytes[at]) }
    }
    return Int(truncatingIfNeeded: Self.mixed(hash ^ word)) & (slots.count - 1)
  }

  /// Another one in each process.
  private static let seed = UInt64.random(in: .min ... .max)

  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}

extension LabelTable {
  /// Whether a label is a text.
  func isText(_ id: LabelID, _ text: String) -> Bool {
    let range = range(id)
    return range.count == text.utf8.count && texts[range].elementsEqual(text.utf8)
  }
}

// MARK: as bytes

extension LabelTable {
  /// Reads labels. Where they stand by their hashes is worked out anew: that differs from process to process.
  init(from reader: inout ByteReader) throws(ByteReader.Damage) {
    let count = try reader.count()
    ends.reserveCapacity(count + 1)
    var end = 0
    for _ in 0..<count {
      let (sum, overflow) = end.addingReportingOverflow(try reader.size())
      guard !overflow else { throw ByteReader.Damage() }
      end = sum
      ends.append(end)
    }
    texts = Array(try reader.raw(end))
    while ends.count * 2 > slots.count * 2 { slots = [LabelID](repeating: 0, count: slots.count * 2) }
    grow()
  }

  /// Writes the labels in the order of their numbers.
  func write(to writer: inout ByteWriter) {
    writer.write(count: ends.count - 1)
    for (end, start) in zip(ends.dropFirst(), ends) { writer.write(count: end - start) }
    writer.write(raw: texts)
  }
}
