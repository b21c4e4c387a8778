// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Compares spans of years with what stands beside them. Each answer is the range of a span that does not fit.
struct PeriodReader {
  let text: CueText
  let cues: CueLexicon
  let lexicon: Lexicon

  private struct Span {
    var first: Int
    var last: Int
    var range: Range<Int>
  }

  /// `2024年部门预算和2022-2024年中期财政规划`: such a plan begins with the year of the budget it comes with.
  func plan(_ word: Range<Int>) -> Range<Int>? {
    guard let span = span(before: word.lowerBound), let budget = budgetYear(before: span.range.lowerBound),
      budget != span.first
    else { return nil }
    return span.range.lowerBound..<word.upperBound
  }

  /// `连续四年(2021-2024年)`, `2021-2024年连续四年`.
  func run(_ word: Range<Int>) -> Range<Int>? {
    guard let (number, end) = number(at: word.upperBound), let after = text.skip(cues.words.yearWord, at: end) else {
      return nil
    }
    if let open = text.skip("(", at: text.skipGaps(after)), let span = span(at: open) {
      return span.last - span.first + 1 == number ? nil : word.lowerBound..<span.range.upperBound
    }
    let before = text.skipBack("，", before: word.lowerBound) ?? word.lowerBound
    let year = text.skipBack(cues.words.yearWord, before: before) ?? before
    guard let span = span(before: year) else { return nil }
    return span.last - span.first + 1 == number ? nil : span.range.lowerBound..<after
  }

  /// `“十四五”时期(2021-2025年)`.
  func fixed(_ word: Range<Int>, _ first: Int, _ last: Int) -> Range<Int>? {
    let end = text.range.upperBound
    let quote = cues.quoteEnds.longest(in: text.bytes, at: word.upperBound, end: end)?.end ?? word.upperBound
    let noun = cues.periodNouns.longest(in: text.bytes, at: quote, end: end)?.end ?? quote
    guard let bracket = text.skip("(", at: text.skipGaps(noun)), let span = span(at: bracket) else { return nil }
    let isEnd =
      text.skip(")", at: span.range.upperBound) ?? text.skip(cues.words.yearWord + ")", at: span.range.upperBound)
    if isEnd == nil || (span.first, span.last) == (first, last) { return nil }
    return word.lowerBound..<span.range.upperBound
  }

  /// A span of two years that begins at an offset.
  private func span(at start: Int) -> Span? {
    guard let first = text.year(at: text.skipGaps(start)) else { return nil }
    let at = text.skipGaps(text.skip(cues.words.yearWord, at: text.skipGaps(first.end)) ?? first.end)
    guard let (_, mark) = cues.spanMarks.longest(in: text.bytes, at: at, end: text.range.upperBound),
      let last = text.year(at: text.skipGaps(mark)), last.year > first.year
    else { return nil }
    return Span(first: first.year, last: last.year, range: first.end - 4..<last.end)
  }

  /// A span of two years that ends at an offset.
  private func span(before end: Int) -> Span? {
    let at = text.skipGapsBack(end)
    guard let last = text.year(at: at - 4),
      let (_, mark) = cues.spanMarksBefore.longestSuffix(
        in: text.bytes, before: text.skipGapsBack(at - 4), start: text.range.lowerBound)
    else { return nil }
    let year = text.skipGapsBack(mark)
    let digits = text.skipGapsBack(text.skipBack(cues.words.yearWord, before: year) ?? year)
    guard let first = text.year(at: digits - 4), first.year < last.year else { return nil }
    return Span(first: first.year, last: last.year, range: digits - 4..<at)
  }

  /// The year of the budget that is named right before a plan and joined to it: `2024年…预算和`.
  private func budgetYear(before end: Int) -> Int? {
    let floor = max(text.range.lowerBound, end - 90)
    guard let joiner = cues.joiners.longestSuffix(in: text.bytes, before: text.skipGapsBack(end), start: floor),
      let budget = cues.budgetsBefore.longestSuffix(
        in: text.bytes, before: text.skipGapsBack(joiner.start), start: floor)
    else { return nil }
    var at = budget.start
    while at > floor {
      at -= 1
      if cues.stops.longest(in: text.bytes, at: at, end: end) != nil { return nil }
      if let found = text.year(at: at), text.skip(cues.words.yearWord, at: text.skipGaps(found.end)) != nil {
        return found.year
      }
    }
    return nil
  }

  /// A number of years in digits or words.
  private func number(at start: Int) -> (value: Int, end: Int)? {
    var at = text.skipGaps(start)
    var value = 0
    let digits = at
    while at < text.range.upperBound, at - digits < 3, text.bytes[at] &- 0x30 < 10 {
      value = value * 10 + Int(text.bytes[at] &- 0x30)
      at += 1
    }
    if at > digits { return (value, text.skipGaps(at)) }
    let numerals = NumeralReader(lexicon: lexicon, bytes: text.bytes)
    let run = numerals.run(at)
    return run.isEmpty || run.upperBound > text.range.upperBound
      ? nil : numerals.value(of: run).map { ($0, run.upperBound) }
  }
}
