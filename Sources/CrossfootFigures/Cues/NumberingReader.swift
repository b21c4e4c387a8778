// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Follows the numbers of parts (第一部分), sections (一、), items (（一）) and table captions (表1) and finds where one is left
/// out.
struct NumberingReader {
  let document: Document
  let lexicon: Lexicon
  let cues: CueLexicon
  private let bytes: [UInt8]

  /// Kinds of numbers, the outermost first; captions run through the whole report.
  private enum Style: Int, CaseIterable { case part, section, item, caption }

  /// A number at the beginning of a block.
  private struct Ordinal {
    var style: Style
    var value: Int
    var range: Range<Int>
    var block: Int
  }

  init(document: Document, lexicon: Lexicon, cues: CueLexicon) {
    self.document = document
    bytes = document.flow.bytes
    self.lexicon = lexicon
    self.cues = cues
  }

  func read(_ facts: inout Facts) {
    var runs = [OrdinalRun](repeating: OrdinalRun(), count: Style.allCases.count)
    var last = [Ordinal?](repeating: nil, count: Style.allCases.count)
    for index in document.blocks.indices {
      guard let ordinal = ordinal(of: index) else { continue }
      let style = ordinal.style.rawValue
      if ordinal.style != .caption {
        for inner in style + 1..<Style.caption.rawValue { runs[inner] = OrdinalRun() }
      }
      if let before = last[style], runs[style].leavesGap(before: ordinal.value),
        !isPrinted(before.value + 1, in: before.range.upperBound..<ordinal.range.lowerBound)
      {
        mark(before, ordinal, &facts)
      }
      runs[style].take(ordinal.value)
      last[style] = ordinal
    }
  }

  private func mark(_ last: Ordinal, _ ordinal: Ordinal, _ facts: inout Facts) {
    let index = facts.marks.count
    facts.marks.append(Mark(.ordinal, range: last.range, place: .passage(block: last.block, sentence: -1)))
    facts.marks.append(
      Mark(.gap(after: index), range: ordinal.range, place: .passage(block: ordinal.block, sentence: -1)))
  }

  /// Whether a number is printed in a range before a mark or behind a bracket, where extraction may have glued it to
  /// other text.
  private func isPrinted(_ value: Int, in range: Range<Int>) -> Bool {
    var at = range.lowerBound
    let numerals = NumeralReader(lexicon: lexicon, bytes: bytes)
    while at < range.upperBound {
      var run = numerals.run(at)
      if run.isEmpty, bytes[at] &- 0x30 < 10 {
        var end = at
        while end < range.upperBound, bytes[end] &- 0x30 < 10 { end += 1 }
        run = at..<end
      }
      if run.isEmpty {
        at += bytes[at] >= 0xE0 ? 3 : 1
        continue
      }
      if self.value(of: run) == value, isOrdinalPlace(run) { return true }
      at = run.upperBound
    }
    return false
  }

  /// Whether a mark follows, or a bracket, a line's beginning, 第 or 表 stands before.
  private func isOrdinalPlace(_ run: Range<Int>) -> Bool {
    let text = CueText(bytes: bytes, range: 0..<bytes.count)
    let after = text.skipGaps(run.upperBound)
    if after < bytes.count, bytes[after] == 0x2E || bytes[after] == 0x29 || bytes[after] == 0x2C || bytes[after] == 0x3A
    {
      return true
    }
    if text.skip(cues.words.sectionMark, at: after) != nil
      || cues.clauseEnds.longest(in: bytes, at: after, end: bytes.count) != nil
    {
      return true
    }
    let before = text.skipGapsBack(run.lowerBound)
    return before == 0 || bytes[before - 1] <= 0x28 || text.skipBack(cues.words.partOpener, before: before) != nil
      || cues.words.captions.contains { text.skipBack($0, before: before) != nil }
  }
}

// MARK: reading numbers

extension NumberingReader {
  private func ordinal(of index: Int) -> Ordinal? {
    let block = document.blocks[index]
    let (start, end) = (block.range.lowerBound, block.range.upperBound)
    guard start < end,
      cues.ordinalOpeners.mayBegin(bytes.span, start, end) || lexicon.numerals.mayBegin(bytes.span, start, end)
    else { return nil }
    let isHeading: Bool
    switch block.kind {
    case .heading: isHeading = true
    case .passage: isHeading = false
    case .table, .furniture: return nil
    }
    let text = CueText(bytes: bytes, range: block.range)
    if isHeading, let (_, end) = cues.captions.longest(in: bytes, at: start, end: block.range.upperBound) {
      return number(at: text.skipGaps(end), text).flatMap { number in
        // 表1-1 is numbered by parts.
        let next = number.end < block.range.upperBound ? bytes[number.end] : 0x20
        return next == 0x2D || next == 0x2E
          ? nil : Ordinal(style: .caption, value: number.value, range: start..<number.end, block: index)
      }
    }
    if let opener = text.skip(cues.words.partOpener, at: start) {
      guard let number = number(at: opener, text),
        let closer = cues.partClosers.longest(in: bytes, at: number.end, end: block.range.upperBound)
      else { return nil }
      return Ordinal(style: .part, value: number.value, range: start..<closer.end, block: index)
    }
    if bytes[start] == 0x28 {
      guard let number = numeral(at: start + 1, text), let end = text.skip(")", at: number.end) else { return nil }
      return Ordinal(style: .item, value: number.value, range: start..<end, block: index)
    }
    guard let number = numeral(at: start, text), let end = text.skip(cues.words.sectionMark, at: number.end) else {
      return nil
    }
    return Ordinal(style: .section, value: number.value, range: start..<end, block: index)
  }

  private func number(at start: Int, _ text: CueText) -> (value: Int, end: Int)? {
    var end = start
    while end < text.range.upperBound, end - start < 3, bytes[end] &- 0x30 < 10 { end += 1 }
    if end > start { return value(of: start..<end).map { ($0, end) } }
    return numeral(at: start, text)
  }

  private func numeral(at start: Int, _ text: CueText) -> (value: Int, end: Int)? {
    let run = NumeralReader(lexicon: lexicon, bytes: bytes).run(start)
    guard !run.isEmpty, run.upperBound <= text.range.upperBound, run.count <= 9 else { return nil }
    return value(of: run).map { ($0, run.upperBound) }
  }

  /// Value of digits or numerals.
  private func value(of run: Range<Int>) -> Int? {
    guard bytes[run.lowerBound] &- 0x30 < 10 else {
      return NumeralReader(lexicon: lexicon, bytes: bytes).value(of: run)
    }
    return run.count > 3 ? nil : bytes[run].reduce(0) { $0 * 10 + Int($1 &- 0x30) }
  }
}
