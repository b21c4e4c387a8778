// SPDX-License-Identifier: Apache-2.0

import CrossfootStructure
import CrossfootText

/// Finds passages that are printed twice word for word and differ in one figure only.
struct RepeatReader {
  let document: Document
  /// A passage with fewer telling figures, or fewer bytes, may be alike by its form.
  private static let leastFigures = 4
  private static let leastBytes = 150
  /// Bytes by which passages are told apart before all of their words are compared.
  private static let opening = 24

  /// A passage: where it is, and its figures.
  private struct Passage {
    var block: Int
    var figures: Range<FigureID>
    /// Whether it is known by all its words.
    var isRead = false
  }

  func statements(of facts: Facts) -> [Statement] {
    var statements: [Statement] = []
    // Passages by how they open, each the first that does; and by all their words, once another opens alike.
    var openings: [UInt64: Passage] = [:]
    var seen: [UInt64: Passage] = [:]
    var next = 0
    for (index, block) in document.blocks.enumerated() {
      while next < facts.figures.count, facts.figures[next].range.lowerBound < block.range.lowerBound { next += 1 }
      guard block.kind == .passage, block.range.count >= Self.leastBytes, !goesOn(index, document.flow.bytes) else {
        continue
      }
      let first = next
      while next < facts.figures.count, facts.figures[next].range.lowerBound < block.range.upperBound { next += 1 }
      guard next - first > Self.leastFigures else { continue }
      let passage = Passage(block: index, figures: first..<next)
      let opening = wording(of: passage, facts, most: Self.opening)
      guard let alike = openings[opening] else {
        openings[opening] = passage
        continue
      }
      if !alike.isRead {
        seen[wording(of: alike, facts)] = alike
        openings[opening]?.isRead = true
      }
      let key = wording(of: passage, facts)
      if let earlier = seen[key] { statements += difference(earlier, passage, facts) } else { seen[key] = passage }
    }
    return statements
  }

  /// Whether a passage goes on with the sentence of the one before it: without its beginning nobody knows what it
  /// speaks of.
  private func goesOn(_ index: Int, _ bytes: [UInt8]) -> Bool {
    guard index > 0, document.blocks[index - 1].kind == .passage else { return false }
    let before = bytes[document.blocks[index - 1].range]
    return before.count > 2 && !Self.ends.contains { before.suffix($0.count).elementsEqual($0) }
  }

  /// What a paragraph that is whole ends in.
  private static let ends = ["。", "”", ".", "!", "?", ")"].map { Array($0.utf8) }

  /// A hash of a passage's words without gaps, digits left out.
  /// - Parameter most: bytes that are looked at.
  private func wording(of passage: Passage, _ facts: Facts, most: Int = .max) -> UInt64 {
    let range = document.blocks[passage.block].range
    let figures = facts.figures[passage.figures]
    let bytes = document.flow.bytes
    let span = bytes.span
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var figure = figures.startIndex
    var at = range.lowerBound
    var count = 0
    while at < range.upperBound, count < most {
      if figure < figures.endIndex, at == figures[figure].range.lowerBound {
        at = figures[figure].range.upperBound
        hash = (hash ^ 0x23) &* 0x100_0000_01B3
        figure += 1
        continue
      }
      let byte = span[at]
      if byte > 0x20 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        count += 1
      }
      at += 1
    }
    return hash
  }

  /// The figure in which two passages differ, if it is only one and the others are telling.
  private func difference(_ a: Passage, _ b: Passage, _ facts: Facts) -> [Statement] {
    guard a.figures.count == b.figures.count else { return [] }
    var odd: (FigureID, FigureID)?
    var telling = 0
    for (left, right) in zip(a.figures, b.figures) {
      let (one, other) = (facts[left].quantity, facts[right].quantity)
      guard facts[left].readable, facts[right].readable, one.unit == other.unit else { return [] }
      if one.value.equals(other.value) {
        telling += one.digits.mantissa.magnitude >= 1000 ? 1 : 0
      } else if odd == nil {
        odd = (left, right)
      } else {
        return []
      }
    }
    guard let odd, telling >= Self.leastFigures else { return [] }
    var statement = Statement(shape: .repeated, range: document.blocks[b.block].range, subject: 0..<0)
    statement.amount = [odd.0, odd.1]
    return [statement]
  }
}
