// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// The words of a profile made ready for lookup. Built once a process.
final class ProfileLexicon: Sendable {
  /// What a word of a title tells.
  enum TitleWord: Sendable {
    /// The kind, with its order among the kinds.
    case kind(ReportKind, order: Int)
    case level(ReportLevel)
    /// The organisation's name ends here.
    case nameEnder
    /// It is part of the name.
    case namePart
    case inert
  }

  let title: WordTrie
  let titleWords: [TitleWord]
  let openers: WordTrie
  private let sentenceMarks: WordTrie
  /// Marks of a sentence, a path of links or a list of columns.
  let lineMarks: WordTrie
  private let labels: WordTrie
  private let ends: WordTrie
  private let joiners: WordTrie
  private let organisations: WordTrie
  private let places: WordTrie
  private let governments: WordTrie
  private let governmentsAlone: WordTrie
  private let sessionOpeners: WordTrie
  private let sessionEnds: WordTrie
  private let yearEnds: WordTrie
  /// The characters of the pack's script, then those of the other.
  private let scripts: WordTrie
  private let scriptCount: Int
  private let otherScript: WordTrie
  private let numerals: WordTrie
  private let numberEnds: WordTrie

  /// Bytes of the shortest name: three Han.
  private static let shortestName = 9

  static let chinese = ProfileLexicon(.chinese)

  init(_ words: ProfileWords) {
    var order: [KindWord: Int] = [:]
    for (_, kind) in words.kinds where order[kind] == nil { order[kind] = order.count }
    let kinds = words.kinds.map {
      TitleWord.kind(ReportKind(rawValue: $0.kind.rawValue) ?? .other, order: order[$0.kind] ?? 0)
    }
    let levels = words.levels.map { ReportLevel(rawValue: $0.level.rawValue).map(TitleWord.level) ?? .nameEnder }
    title = WordTrie(
      words.kinds.map(\.text) + words.levels.map(\.text) + words.inert + words.nameEnders + words.nameParts)
    titleWords =
      kinds + levels + words.inert.map { _ in .inert } + words.nameEnders.map { _ in .nameEnder }
      + words.nameParts.map { _ in .namePart }
    openers = WordTrie(words.openers)
    sentenceMarks = WordTrie(words.sentenceMarks)
    lineMarks = WordTrie(words.sentenceMarks + [";", ">", "|", "/", "\t"])
    labels = WordTrie(words.organisationLabels)
    ends = WordTrie(reversed: words.titleEnds)
    joiners = WordTrie(reversed: words.joiners)
    organisations = WordTrie(reversed: words.organisationEnds)
    places = WordTrie(reversed: words.placeEnds)
    governments = WordTrie(reversed: words.governmentEnds + words.nameParts)
    governmentsAlone = WordTrie(reversed: words.governmentEnds)
    sessionOpeners = WordTrie(words.sessionOpeners)
    sessionEnds = WordTrie(words.sessionEnds)
    yearEnds = WordTrie(words.yearEnds)
    scripts = WordTrie(words.script + words.otherScript)
    scriptCount = words.script.count
    otherScript = WordTrie(words.otherScript)
    numerals = WordTrie(words.numerals)
    numberEnds = WordTrie(words.numberEnds)
  }

  /// Whether a range ends like a title, what stands in brackets behind it left out.
  func endsTitle(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1] == UInt8(ascii: ")") || bytes[end - 1] <= 0x20 {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else {
        guard let open = bytes[range.lowerBound..<end].lastIndex(of: UInt8(ascii: "(")) else { return false }
        end = open
      }
    }
    return ends.longestSuffix(in: bytes, before: end, start: range.lowerBound) != nil
  }

  /// Whether bytes hold more characters of the other script than of the pack's own.
  func isInOtherScript(_ bytes: [UInt8], upTo end: Int) -> Bool {
    // Most reports hold none of the other script.
    guard otherScript.occurs(in: bytes, 0..<end) else { return false }
    var balance = 0
    var at = 0
    while let (word, place) = scripts.nextWord(in: bytes, from: at, to: end) {
      balance += word < scriptCount ? 1 : -1
      at = place.upperBound
    }
    return balance < 0
  }

  /// The offset after the word for year that follows the digits of one; `start` where none does.
  func skipYear(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var at = start
    while at < end, bytes[at] == 0x20 { at += 1 }
    return yearEnds.longest(in: bytes, at: at, end: end)?.end ?? start
  }

  /// The place of a label among those that introduce the organisation, nil for any other text.
  func labelRank(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    // The first character tells of most texts that they are none.
    let start = range.lowerBound
    if !range.isEmpty, bytes[start] > 0x3A, !labels.mayBegin(bytes.span, start, range.upperBound) { return nil }
    return labels.word(bytes, trimmed(bytes, range))
  }

  /// A name without what joins it to the next one; nil if it does not read like an organisation's.
  func name(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    var name = trimmed(bytes, range)
    // A page number before a title is no part of the name.
    while let first = bytes[name].first, (0x30...0x39).contains(first) || first == 0x20 {
      name = name.lowerBound + 1..<name.upperBound
    }
    while let (_, start) = joiners.longestSuffix(in: bytes, before: name.upperBound, start: name.lowerBound) {
      name = trimmed(bytes, name.lowerBound..<start)
    }
    guard name.count >= Self.shortestName, name.count <= 120, !sentenceMarks.occurs(in: bytes, name),
      !bytes[name].contains(0x0A), !bytes[name].contains(0x09),
      organisations.longestSuffix(in: bytes, before: name.upperBound, start: name.lowerBound) != nil
    else { return nil }
    return name
  }

  /// Whether a name is that of a place.
  private func isPlace(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    places.longestSuffix(in: bytes, before: name.upperBound, start: name.lowerBound) != nil
  }

  /// The place that a government or its treasury is named after; nil if the name is not that of a place or a
  /// government.
  func place(_ bytes: [UInt8], _ name: Range<Int>) -> Range<Int>? {
    let end =
      governments.longestSuffix(in: bytes, before: name.upperBound, start: name.lowerBound)?.start ?? name.upperBound
    let place = name.lowerBound..<end
    return isPlace(bytes, place) ? place : nil
  }

  /// Whether a name is that of a government itself.
  func isGovernment(_ bytes: [UInt8], _ name: Range<Int>) -> Bool {
    governmentsAlone.longestSuffix(in: bytes, before: name.upperBound, start: name.lowerBound) != nil
  }

  /// The place whose assembly a line says the report was given to: 在…第三届.
  func assemblyPlace(_ bytes: [UInt8], _ line: Range<Int>) -> Range<Int>? {
    var start = line.lowerBound
    while start < line.upperBound {
      guard let (_, opened) = sessionOpeners.longest(in: bytes, at: start, end: line.upperBound) else {
        start += 1
        continue
      }
      for at in opened..<line.upperBound where isSession(bytes, at, line.upperBound) {
        guard let name = name(bytes, opened..<at), isPlace(bytes, name) else { break }
        return name
      }
      start = opened
    }
    return nil
  }

  /// 第三届 at an offset.
  private func isSession(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    var at = start
    while let (_, next) = numerals.longest(in: bytes, at: at, end: end) { at = next }
    return at > start && sessionEnds.longest(in: bytes, at: at, end: end) != nil
  }

  /// Whether a line opens with the number of a part or paragraph: a heading within the report.
  func isNumbered(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, bytes[at] == UInt8(ascii: "(") { at += 1 }
    let start = at
    while at < range.upperBound, (0x30...0x39).contains(bytes[at]) { at += 1 }
    while let (_, end) = numerals.longest(in: bytes, at: at, end: range.upperBound) { at = end }
    guard at > start, at < range.upperBound else { return false }
    return bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ")")
      || numberEnds.longest(in: bytes, at: at, end: range.upperBound) != nil
  }

  /// A range without gaps and colons at its ends.
  func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] <= 0x20 || bytes[start] == 0x3A { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 || bytes[end - 1] == 0x3A { end -= 1 }
    return start..<end
  }
}
