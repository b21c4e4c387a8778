// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// What one line, or two, would say if it were the title of the report.
struct TitleReading {
  var range: Range<Int>
  var kind = ReportKind.other
  var kindEvidence: Range<Int> = 0..<0
  var year: Int?
  var yearEvidence: Range<Int> = 0..<0
  var level: ReportLevel?
  var levelEvidence: Range<Int> = 0..<0
  var organisation: Range<Int> = 0..<0

  /// Whether there is nothing more to find out.
  var isComplete: Bool { kind != .other && year != nil && !organisation.isEmpty }

  /// How much it says. A line without a word for its kind is no title.
  var worth: Int {
    if kindEvidence.isEmpty { return 0 }
    return (kind == .other ? 1 : 6) + (year == nil ? 0 : 4) + (organisation.isEmpty ? 0 : 3)
  }

  /// Takes over a year that stands outside the title.
  mutating func take(yearFrom place: (year: Int, range: Range<Int>)?) {
    year = place?.year
    yearEvidence = place?.range ?? 0..<0
  }
}

/// Reads lines as titles.
struct TitleReader {
  let bytes: [UInt8]
  let words: ProfileLexicon

  /// Bytes of the longest title.
  static let longest = 240

  /// What a range says as a title; nil if it cannot be one. What a web page prints before the title (标题：) is left out.
  func read(_ line: Range<Int>) -> TitleReading? {
    // What is behind a colon ends as the line does.
    guard !words.trimmed(bytes, line).isEmpty, mayEndTitle(line) else { return nil }
    let range = withoutNumbers(words.trimmed(bytes, afterColon(line)..<line.upperBound))
    guard !range.isEmpty, range.count <= Self.longest, !words.lineMarks.occurs(in: bytes, range),
      !words.isNumbered(bytes, range),
      words.endsTitle(bytes, range)
    else { return nil }
    var reading = TitleReading(range: range)
    reading.take(yearFrom: year(in: range))
    let nameEnd = readWords(of: range, into: &reading)
    reading.organisation = organisation(in: range, before: nameEnd, year: reading.yearEvidence)
    return reading
  }

  /// Whether a line may end a title: few lines end like one, or with a number behind it. True for a line that holds
  /// nothing.
  func mayEndTitle(_ line: Range<Int>) -> Bool {
    let whole = words.trimmed(bytes, line)
    return whole.isEmpty || isDigit(bytes[whole.upperBound - 1]) || words.endsTitle(bytes, whole)
  }

  /// Offset after the last colon of a line, or its start.
  private func afterColon(_ line: Range<Int>) -> Int {
    let span = bytes.span
    var start = line.lowerBound
    while true {
      let colon = span.next(UInt8(ascii: ":"), from: start, to: line.upperBound)
      if colon == line.upperBound { return start }
      start = colon + 1
    }
  }

  /// A title without a bare number before it, which is that of a page or table, or of its year in a list, and without
  /// one behind it.
  private func withoutNumbers(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isDigit(bytes[start]) { start += 1 }
    // 2025 年 is the year of the title.
    let isBare = start < end && bytes[start] == 0x20 && words.skipYear(bytes, from: start, to: end) == start
    if start > range.lowerBound, !isBare { start = range.lowerBound }
    while end > start, isDigit(bytes[end - 1]) { end -= 1 }
    return words.trimmed(bytes, start..<end)
  }

  /// Takes kind and level from the words of a title.
  /// - Returns: where the name of the organisation ends at the latest. The words that end it do so only behind a name.
  private func readWords(of range: Range<Int>, into reading: inout TitleReading) -> Int {
    var rank = Int.max
    var nameEnd = range.upperBound
    var at = range.lowerBound
    while at < range.upperBound {
      guard let (word, end) = words.title.longest(in: bytes, at: at, end: range.upperBound) else {
        at += 1
        continue
      }
      if case .namePart = words.titleWords[word] {
        at = end
        continue
      }
      if at > range.lowerBound { nameEnd = min(nameEnd, at) }
      switch words.titleWords[word] {
      case .kind(let kind, let order) where order < rank:
        rank = order
        reading.kind = kind
        reading.kindEvidence = at..<end
      case .level(let level):
        if reading.level == nil { (reading.level, reading.levelEvidence) = (level, at..<end) }
        // 财政决算 holds a word for the kind, too.
        at += 1
        continue
      default: break
      }
      at = end
    }
    return nameEnd
  }

  /// What stands before the words that say what the report is, or between its year and them.
  private func organisation(in range: Range<Int>, before nameEnd: Int, year: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    if let (_, end) = words.openers.longest(in: bytes, at: start, end: range.upperBound) { start = end }
    var end = nameEnd
    if !year.isEmpty {
      if year.lowerBound - start >= 6 {
        end = min(end, year.lowerBound)
      } else {
        start = words.skipYear(bytes, from: year.upperBound, to: range.upperBound)
      }
    }
    return end > start ? words.name(bytes, start..<end) ?? 0..<0 : 0..<0
  }

  /// The first year in a range.
  func year(in range: Range<Int>) -> (year: Int, range: Range<Int>)? {
    for at in range {
      if let year = year(at: at, in: range) { return (year, at..<at + 4) }
    }
    return nil
  }

  /// A year in four digits that are no part of a longer number, with the word for year behind it.
  private func year(at start: Int, in range: Range<Int>) -> Int? {
    guard start + 4 <= range.upperBound, start == range.lowerBound || !isDigit(bytes[start - 1]) else { return nil }
    var year = 0
    for byte in bytes[start..<start + 4] {
      guard isDigit(byte) else { return nil }
      year = year * 10 + Int(byte - 0x30)
    }
    let end = words.skipYear(bytes, from: start + 4, to: range.upperBound)
    return (1949...2099).contains(year) && end > start + 4 ? year : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
