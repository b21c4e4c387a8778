// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText

/// Reads numbers written in words (三项, 二十五个, 壹拾万元). A numeral counts only before a measure word: 统一, 十分 and 三公 are
/// words.
struct NumeralReader {
  let lexicon: Lexicon
  let bytes: [UInt8]

  /// All numerals of the flow outside titles, in order.
  /// - Parameters:
  ///   - starts: offsets at which numerals may begin, all of them, ascending.
  ///   - titles: the titles, ascending.
  ///   - blocks: what the offsets stand in.
  func figures(at starts: [Int], titles: [Range<Int>], in blocks: [Block]) -> [Figure] {
    var figures: [Figure] = []
    var (title, block) = (0, 0)
    var at = 0
    for start in starts where start >= at && mayBeNumber(start) {
      let run = run(start)
      if run.isEmpty { continue }
      at = run.upperBound
      // A scale word after digits belongs to them.
      if run.lowerBound > 0, bytes[run.lowerBound - 1] &- 0x30 < 10 { continue }
      while title < titles.count, titles[title].upperBound <= run.lowerBound { title += 1 }
      let isTitle = title < titles.count && titles[title].contains(run.lowerBound)
      while block < blocks.count, blocks[block].range.upperBound <= run.lowerBound { block += 1 }
      if !isTitle, let figure = figure(run, block) { figures.append(figure) }
    }
    return figures
  }

  /// Whether what follows a numeral, which is one ideograph, may make a number of it: most numerals are part of a word.
  private func mayBeNumber(_ start: Int) -> Bool {
    let next = start + 3
    guard next < bytes.count else { return false }
    return bytes[next] == 0x20 || lexicon.wordCounters.mayBegin(bytes.span, next, bytes.count)
      || lexicon.numerals.mayBegin(bytes.span, next, bytes.count)
  }

  /// The run of numeral words that starts at an offset; empty if none does.
  func run(_ start: Int) -> Range<Int> {
    var end = start
    while let (_, next) = lexicon.numerals.longest(in: bytes, at: end, end: bytes.count) { end = next }
    return start..<end
  }

  private func figure(_ run: Range<Int>, _ block: Int) -> Figure? {
    var at = run.upperBound
    if at < bytes.count, bytes[at] == 0x20 { at += 1 }
    // Few of them stand before a measure word.
    guard let (word, end) = lexicon.wordCounters.longest(in: bytes, at: at, end: bytes.count),
      let unit = lexicon.wordCounterUnits[word],
      let value = value(of: run), value > 1, !isOrdinal(run.lowerBound)
    else { return nil }
    var quantity = Quantity(digits: Decimal(Int128(value)), inWords: true)
    quantity.unit = unit
    return Figure(quantity, run, extent: run.lowerBound..<end, block: block)
  }

  private func isOrdinal(_ start: Int) -> Bool {
    lexicon.ordinals.longestSuffix(in: bytes, before: start, start: max(0, start - 12)) != nil
  }

  /// Value of a numeral: digits times their multipliers, 万 and 亿 closing a group. Nil for runs that are no number (三三,
  /// 百十).
  func value(of run: Range<Int>) -> Int? {
    var total = 0
    var group = 0
    var digit: Int?
    var at = run.lowerBound
    while at < run.upperBound, let (word, next) = lexicon.numerals.longest(in: bytes, at: at, end: run.upperBound) {
      at = next
      if word < lexicon.numbers.numerals.count {
        let value = lexicon.numbers.numerals[word].value
        if digit != nil, digit != 0 { return nil }
        digit = value
        continue
      }
      let power = lexicon.numbers.multipliers[word - lexicon.numbers.numerals.count].power
      if power >= 4 {
        // The largest numeral read is below 10^12; more 万 and 亿 than that is no number.
        if total + group > 100_000_000 { return nil }
        total = (total + group + (digit ?? 0)) * (power == 4 ? 10_000 : 100_000_000)
        group = 0
      } else {
        // 十二 has no digit before its multiplier; 百二 has none either but is no number.
        guard let factor = digit ?? (power == 1 && group == 0 ? 1 : nil) else { return nil }
        group += factor * [1, 10, 100, 1000][power]
      }
      digit = nil
      if total > 1_000_000_000_000 { return nil }
    }
    return total + group + (digit ?? 0)
  }
}
