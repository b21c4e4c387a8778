// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds stated numbers of things that are named beside them: `甲、乙、丙三个部门`, `四项工作：一是…二是…`.
struct CountBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  let figures: [Figure]

  /// A clause is looked at no further back than this many bytes: names of a list are short.
  private static let reach = 600
  /// The announced items begin no further than this after their number.
  private static let lead = 90

  func statements(in block: Range<Int>, ids: Range<FigureID>) -> [Statement] {
    ids.compactMap { id in
      guard isPlainCount(figures[id]) else { return nil }
      return names(before: id, block) ?? names(after: id, block)
        ?? ordinals(
          after: id, block, next: id + 1 < ids.upperBound ? figures[id + 1].range.lowerBound : block.upperBound)
    }
  }

  private func isPlainCount(_ figure: Figure) -> Bool {
    let quantity = figure.quantity
    return figure.readable && quantity.unit.dimension == .count && quantity.scale == 0 && quantity.decimals == 0
      && quantity.qualifier == .exact && quantity.digits.mantissa >= 2 && quantity.digits.mantissa <= 40
  }

  private func statement(_ id: FigureID, _ range: Range<Int>, _ members: ClosedRange<Int>, open: Bool) -> Statement {
    var statement = Statement(shape: .count, range: range, subject: figures[id].extent)
    statement.amount = Candidates(id)
    statement.members = members
    statement.isOpen = open
    return statement
  }

  // MARK: names before their number

  /// `甲、乙和丙3个部门`: only before nouns that name what the listed things are, because 甲、乙、丙20家企业 counts something else.
  private func names(before id: FigureID, _ block: Range<Int>) -> Statement? {
    let figure = figures[id]
    guard let noun = lexicon.memberNouns.longest(in: bytes, at: nounStart(figure), end: block.upperBound), noun.end > 0
    else { return nil }
    var start = figure.extent.lowerBound
    let floor = max(block.lowerBound, start - Self.reach)
    var marks = 0
    var joints = 0
    var isOpen = false
    if let (_, from) = lexicon.openEnds.longestSuffix(in: bytes, before: trimmed(start, floor), start: floor) {
      isOpen = true
      start = from
    }
    // 甲、乙及其27个单位: what is counted is one more member, not the ones before.
    if let (word, _) = lexicon.nameMarks.longestSuffix(in: bytes, before: trimmed(start, floor), start: floor),
      word <= lexicon.pack.nameJoints.count
    {
      return nil
    }
    while start > floor {
      let byte = bytes[start - 1]
      if byte == 0x2C || byte == 0x3B || byte == 0x3A || byte == 0x28 || byte == 0x29 || byte &- 0x30 < 10 { break }
      if let (word, from) = lexicon.nameMarks.longestSuffix(in: bytes, before: start, start: floor) {
        // 、 separates names, 和 may, the rest end the list.
        if word == 0 { marks += 1 } else if word < lexicon.pack.nameJoints.count + 1 { joints += 1 } else { break }
        start = from
      } else {
        start -= start - 3 >= floor && bytes[start - 3] & 0xF0 == 0xE0 ? 3 : 1
      }
    }
    guard marks >= 1, marks + joints >= 2 else { return nil }
    return statement(id, start..<figure.extent.upperBound, marks + 1...marks + joints + 1, open: isOpen)
  }

  /// `内设3个科室：甲、乙、丙。`, `下属单位3个，分别为甲、乙、丙。`
  private func names(after id: FigureID, _ block: Range<Int>) -> Statement? {
    let extent = figures[id].extent
    let floor = max(block.lowerBound, extent.lowerBound - 60)
    var at = extent.upperBound
    if let (_, end) = lexicon.memberNouns.longest(in: bytes, at: at, end: block.upperBound) {
      at = end
    } else {
      let noun =
        lexicon.countLinks.longestSuffix(in: bytes, before: extent.lowerBound, start: floor)?.start ?? extent.lowerBound
      guard lexicon.memberEnds.longestSuffix(in: bytes, before: trimmed(noun, floor), start: floor) != nil else {
        return nil
      }
    }
    guard let (_, start) = lexicon.nameOpeners.longest(in: bytes, at: at, end: block.upperBound) else { return nil }
    return lexicon.named(from: start, in: bytes, end: min(block.upperBound, start + Self.reach)).map { names in
      statement(id, extent.lowerBound..<names.end, names.members, open: names.isOpen)
    }
  }

  private func trimmed(_ offset: Int, _ floor: Int) -> Int {
    var at = offset
    while at > floor, bytes[at - 1] == 0x20 { at -= 1 }
    return at
  }

  private func nounStart(_ figure: Figure) -> Int {
    var at = figure.extent.upperBound
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    // 10家单位 may have been read as the unit 家 or as 单位 itself.
    if lexicon.memberNouns.longest(in: bytes, at: at, end: bytes.count) == nil {
      at = max(figure.range.upperBound, at - 6)
    }
    return at
  }

  // MARK: ordinals after their number

  /// `三项工作：一是…；二是…；三是…`.
  private func ordinals(after id: FigureID, _ block: Range<Int>, next: Int) -> Statement? {
    let start = figures[id].extent.upperBound
    var at = start
    var count = 0
    var end = start
    while at < block.upperBound {
      at = lexicon.itemOrdinals.skipIdeographs(
        in: bytes, from: at, to: count > 0 ? block.upperBound : min(block.upperBound, start + Self.lead + 1))
      if count == 0, at - start > Self.lead { return nil }
      if at == block.upperBound { break }
      guard let (word, after) = lexicon.itemOrdinals.longest(in: bytes, at: at, end: block.upperBound) else {
        let isLineEnd = bytes[at] == 0x0A
        at += bytes[at] < 0xE0 ? 1 : 3
        if count == 0, at - start > Self.lead || isLineEnd { return nil }
        continue
      }
      // A list of ordinals that starts anew belongs to another number.
      if word == 0, count > 0 { break }
      if word != count { return nil }
      count += 1
      at = after
      end = after
    }
    guard count >= 2, announces(start..<end) else { return nil }
    // The items after a mark at the end of the block stand in others.
    let goesOn = at >= block.upperBound && Self.divides(bytes[block.upperBound - 1])
    return statement(id, figures[id].extent.lowerBound..<end, count...count, open: goesOn)
  }

  /// Semicolon and comma.
  private static func divides(_ byte: UInt8) -> Bool { byte == 0x3B || byte == 0x2C }

  /// Whether a colon or a mark stands between the number and its first item, and no other number of things.
  private func announces(_ range: Range<Int>) -> Bool {
    let head = bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + Self.lead)]
    return head.contains(0x3A)
  }
}
