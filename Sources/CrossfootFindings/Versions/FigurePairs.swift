// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootStructure
import CrossfootText

/// Which figure of the old version stands where a figure of the new version does: found by what is printed around them,
/// with all digits left out of account.
struct FigurePairs {
  /// For each figure of the new version its figure in the old one, or nil where it was added.
  let partners: [FigureID?]

  init(old: Examination, new: Examination) {
    let before = FigureContext(old, isOld: true)
    let after = FigureContext(new, isOld: false)
    // First those that did not change, so that a changed figure is looked for between them only; last those whose
    // surroundings changed too.
    var partners = SequenceAlignment(before.keysWithValues, after.keysWithValues).partners
    for keys in [\FigureContext.keys, \.labelKeys] {
      Self.forEachGap(in: partners, old.facts.figures.count) { theirs, mine in
        let pairs = SequenceAlignment(Array(before[keyPath: keys][theirs]), Array(after[keyPath: keys][mine])).partners
        for (index, partner) in zip(mine, pairs) { partners[index] = partner.map { $0 + theirs.lowerBound } }
      }
    }
    Self.forEachGap(in: partners, old.facts.figures.count) { theirs, mine in
      Self.pairNeighbours(theirs, mine, &partners, old.facts, new.facts)
    }
    self.partners = partners
  }

  /// Calls `body` with each stretch of both versions that has no pairs yet.
  private static func forEachGap(in partners: [Int?], _ oldCount: Int, _ body: (Range<Int>, Range<Int>) -> Void) {
    var last = -1
    var start = 0
    for index in 0...partners.count {
      guard let partner = index < partners.count ? partners[index] : oldCount else { continue }
      if start < index, last + 1 < partner { body(last + 1..<partner, start..<index) }
      (last, start) = (partner, index + 1)
    }
  }

  /// Pairs what is left of a stretch one by one, if there are as many figures in both versions and their labels, if
  /// any, and units are the same.
  private static func pairNeighbours(
    _ theirs: Range<Int>, _ mine: Range<Int>, _ partners: inout [Int?], _ old: Facts, _ new: Facts
  ) {
    guard theirs.count == mine.count else { return }
    for (a, b) in zip(theirs, mine) where isAlike(old.figures[a], old, new.figures[b], new) { partners[b] = a }
  }

  private static func isAlike(_ a: Figure, _ old: Facts, _ b: Figure, _ new: Facts) -> Bool {
    a.quantity.unit.dimension == b.quantity.unit.dimension && old.labels.bytes(a.label) == new.labels.bytes(b.label)
      && old.labels.bytes(a.columnLabel) == new.labels.bytes(b.columnLabel)
  }
}

/// What is printed around each figure of a report, as one number.
struct FigureContext {
  private(set) var keys: [Int] = []
  /// The same with the figure's value.
  private(set) var keysWithValues: [Int] = []
  /// The label and unit alone; a number of its own, in both versions, for a figure without label.
  private(set) var labelKeys: [Int] = []
  private let bytes: [UInt8]

  /// Bytes before and after a figure that count, gaps and digits left out.
  private static let before = 36
  private static let after = 12

  init(_ examination: Examination, isOld: Bool) {
    bytes = examination.document.flow.bytes
    let facts = examination.facts
    keys.reserveCapacity(facts.figures.count)
    for (index, figure) in facts.figures.enumerated() {
      var hash = Fowler()
      hash.add(facts.labels.bytes(figure.columnLabel))
      if case .cell = figure.place, figure.label != 0 {
        hash.add(facts.labels.bytes(figure.label))
      } else {
        let range = block(of: figure.place, in: examination.document)
        addBefore(figure.range.lowerBound, from: range.lowerBound, to: &hash)
        addAfter(figure.range.upperBound, to: range.upperBound, to: &hash)
      }
      keys.append(hash.value)
      hash.add(Array(figure.quantity.value.trimmed.plain().utf8))
      keysWithValues.append(hash.value)
      labelKeys.append(figure.label == 0 ? -2 * index - (isOld ? 1 : 2) : labelKey(of: figure, in: facts))
    }
  }

  private func labelKey(of figure: Figure, in facts: Facts) -> Int {
    var hash = Fowler()
    hash.add(facts.labels.bytes(figure.label))
    hash.add(facts.labels.bytes(figure.columnLabel))
    hash.add(figure.quantity.unit.dimension.rawValue)
    return hash.value
  }

  private func block(of place: Place, in document: Document) -> Range<Int> {
    let number =
      switch place {
      case .passage(let block, _): block
      case .cell(let table, _, _): document.tables.indices.contains(table) ? document.tables[table].block : -1
      }
    return document.blocks.indices.contains(number) ? document.blocks[number].range : 0..<bytes.count
  }

  private func addBefore(_ offset: Int, from start: Int, to hash: inout Fowler) {
    var left = Self.before
    var at = offset
    while at > start, left > 0 {
      at -= 1
      if add(bytes[at], to: &hash) { left -= 1 }
    }
  }

  private func addAfter(_ offset: Int, to end: Int, to hash: inout Fowler) {
    var left = Self.after
    var at = offset
    while at < end, left > 0 {
      if add(bytes[at], to: &hash) { left -= 1 }
      at += 1
    }
  }

  /// Adds a byte of the text: digits, separators and gaps say nothing of what a figure is.
  private func add(_ byte: UInt8, to hash: inout Fowler) -> Bool {
    if byte <= 0x20 || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") {
      return false
    }
    hash.add(byte)
    return true
  }
}

/// The hash of Fowler, Noll and Vo (FNV-1a, 64 bits): the same in every process, unlike the standard library's.
struct Fowler {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }

  /// Adds a text and its end.
  mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { add(byte) }
    add(0xFF)
  }

  var value: Int { Int(truncatingIfNeeded: state) }
}
