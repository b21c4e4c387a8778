// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootStructure
import CrossfootText
import PCRE2

/// Reads all numbers of a flow, left to right, in one pass.
struct NumberReader {
  let lexicon: Lexicon
  let bytes: [UInt8]
  private var figures: [Figure] = []
  /// The block that is being read.
  private var block = 0
  private(set) var excluded: [ExcludedToken] = []
  private(set) var notes: [Note] = []
  /// What was noted between the digits.
  private(set) var noted = FlowNotes()
  /// End of the last token: nothing before it is looked at again.
  private var floor = 0

  init(_ lexicon: Lexicon, _ bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
  }

  /// Reads the numbers of all blocks. Returns them as figures.
  mutating func read(_ blocks: [Block]) -> [Figure] {
    let (bytes, words, starts) = (bytes, lexicon.noted, lexicon.starts)
    let subject = Subject(bytes)
    var matcher = Matcher(lexicon.grammar)
    figures.reserveCapacity(bytes.count / 24)
    noted = FlowNotes(count: bytes.count)
    for index in blocks.indices {
      block = index
      read(blocks[index], bytes, words, starts, subject, &matcher)
    }
    // Given away and not shared: who asked for them will change them.
    let found = figures
    figures = []
    return found
  }

  /// Reads the numbers that begin in a block.
  /// - Parameters:
  ///   - words: what is noted in tables.
  ///   - starts: what is noted in running text.
  private mutating func read(
    _ block: Block, _ bytes: [UInt8], _ words: WordTrie, _ starts: WordStarts, _ subject: Subject,
    _ matcher: inout Matcher
  ) {
    let isText: Bool
    switch block.kind {
    case .passage, .heading: isText = true
    case .table, .furniture: isText = false
    }
    let noting = bytes.span.extracting(0..<block.range.upperBound)
    var at = max(floor, block.range.lowerBound)
    while let start = isText
      ? noted.nextDigit(in: noting, from: at, starts) : noted.nextDigit(inTable: noting, from: at, words)
    {
      let digits = PlainDigits(bytes.span, at: start)
      if noted.lastTitle.contains(start) {
        at = excludeRun(start, .title)
      } else if let end = takeCell(start, digits) {
        at = end
      } else {
        var number = PlainNumber(digits, from: start)
        if complete(&number) {
          at = takePlain(number)
          noted.note(in: bytes.span, digits.end..<max(at, digits.end), starts)
        } else {
          at = take(from: start, in: subject, &matcher)
          noted.note(in: bytes.span, start..<at, starts)
        }
      }
      floor = at
    }
  }

  /// Takes a number in running text, or one with a scale word, a unit or a sign. Returns where to go on.
  private mutating func takePlain(_ number: PlainNumber) -> Int {
    let whole = number.digits.lowerBound..<number.end
    if number.isYear {
      excluded.append(ExcludedToken(range: whole, reason: .year, value: leadingInteger(whole)))
      return whole.upperBound
    }
    return takeNumber(number, whole, more: false)
  }

  /// Takes the number of a cell that holds nothing else, but perhaps a minus: there is no unit, qualifier or list mark
  /// to look for. Returns where to go on, or nil for any other cell.
  private mutating func takeCell(_ first: Int, _ digits: PlainDigits) -> Int? {
    guard Self.endsCell(bytes, digits.end) else { return nil }
    var start = first
    let isNegative = start > floor && bytes[start - 1] == 0x2D
    if isNegative { start -= 1 }
    // Eleven digits may be a telephone number, and twelve an identifier.
    guard digits.end - first < 11, start == 0 || bytes[start - 1] == 0x09 || bytes[start - 1] == 0x0A,
      let value = digits.value
    else { return nil }
    var quantity = Quantity(digits: value)
    if isNegative { quantity.digits.mantissa = -quantity.digits.mantissa }
    figures.append(Figure(quantity, first..<digits.end, extent: start..<digits.end, block: block))
    return digits.end
  }

  /// Whether a cell or a line ends at an offset.
  static func endsCell(_ bytes: [UInt8], _ at: Int) -> Bool {
    at == bytes.count || bytes[at] == 0x09 || bytes[at] == 0x0A
  }

  /// Takes the match of the grammar at a digit. Returns where to go on.
  private mutating func take(from start: Int, in subject: Subject, _ matcher: inout Matcher) -> Int {
    do {
      guard try matcher.match(in: subject, from: start), let whole = matcher.range(of: 0), !whole.isEmpty else {
        return bytes.count
      }
      return take(whole, matcher)
    } catch {
      // The grammar has no unbounded choice, so this is a limit hit by an absurd digit run: skip it, and say so.
      notes.append(Note(.matchLimit))
      return skipNumber(from: start)
    }
  }

  /// Takes one match. Returns where to go on.
  private mutating func take(_ whole: Range<Int>, _ matcher: borrowing Matcher) -> Int {
    let groups = lexicon.groups
    if let digits = matcher.range(of: groups.digits) {
      let number = PlainNumber(
        digits: digits, scale: matcher.range(of: groups.scale), rate: matcher.range(of: groups.rate),
        end: whole.upperBound)
      return takeNumber(
        number, whole, more: matcher.range(of: groups.more) != nil || matcher.range(of: groups.more2) != nil)
    }
    for (group, reason) in groups.exclusions where matcher.range(of: group) != nil {
      if reason == .date || reason == .lawNumber || reason == .time, isGluedBefore(whole.lowerBound) { continue }
      let year = reason == .year || reason == .period || reason == .date ? leadingInteger(whole) : 0
      excluded.append(ExcludedToken(range: whole, reason: reason, value: year))
      return whole.upperBound
    }
    return takeMalformed(whole)
  }

  private mutating func takeMalformed(_ whole: Range<Int>) -> Int {
    if let end = listNumberEnd(whole) {
      excluded.append(ExcludedToken(range: whole.lowerBound..<end, reason: .listNumber))
      return end
    }
    let quantity = Quantity(digits: .zero)
    figures.append(Figure(quantity, whole, extent: whole, block: block, readable: false))
    return whole.upperBound
  }

  /// A plain number: first what makes it no figure, then its sign, qualifier, scale and unit.
  private mutating func takeNumber(_ number: PlainNumber, _ whole: Range<Int>, more: Bool) -> Int {
    let digits = number.digits
    if let end = listNumberEnd(digits) {
      excluded.append(ExcludedToken(range: digits.lowerBound..<end, reason: .listNumber))
      return end
    }
    if let reason = exclusion(digits, hasTail: number.scale != nil || number.rate != nil) {
      excluded.append(ExcludedToken(range: digits, reason: reason, value: reason == .year ? leadingInteger(digits) : 0))
      return digits.upperBound
    }
    guard !isCut(digits), let value = number.value ?? Decimal(printed: bytes.span.extracting(digits)) else {
      return takeMalformed(digits)
    }
    var quantity = Quantity(digits: value)
    var end = whole.upperBound
    if let scale = number.scale { quantity.scale = scalePower(scale) }
    if let rate = number.rate {
      quantity.unit = lexicon.unit(at: rate, bytes)
    } else if let (word, after) = number.unit {
      take(unit: word, &quantity)
      end = after
    } else {
      readUnit(&quantity, &end, digits.upperBound)
    }
    if more { quantity.qualifier = .above }
    while end > digits.upperBound, bytes[end - 1] == 0x20 { end -= 1 }
    if let (word, after) = lexicon.after.longest(in: bytes, at: end, end: bytes.count) {
      quantity.qualifier = Qualifier(lexicon.pack.qualifiersAfter[word].kind)
      end = after
    }
    let start = mayHavePrefix(digits.lowerBound) ? readPrefix(&quantity, digits.lowerBound) : digits.lowerBound
    figures.append(Figure(quantity, digits, extent: start..<end, block: block))
    return end
  }

  /// Unit after digits and scale word, with an optional gap.
  private func readUnit(_ quantity: inout Quantity, _ end: inout Int, _ digitsEnd: Int) {
    var at = end
    while at < bytes.count, bytes[at] == 0x20, at - end < 2 { at += 1 }
    guard let (word, after) = lexicon.units.longest(in: bytes, at: at, end: bytes.count) else { return }
    // A Latin unit must not go on as a word: G in 5GHz is no unit of this pack.
    if bytes[after - 1] < 0x80, after < bytes.count, isLatin(bytes[after]), bytes[after - 1] != 0x25 { return }
    take(unit: word, &quantity)
    end = after
  }

  private func take(unit word: Int, _ quantity: inout Quantity) {
    quantity.unit = lexicon.unitWords[word]
    quantity.scale += lexicon.unitScales[word]
  }

  /// Whether a sign, an ordinal or a qualifier may stand before digits, or a gap behind one.
  private func mayHavePrefix(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = bytes[start - 1]
    return before == 0x20 || before == 0x2D || lexicon.prefixes.mayEnd(bytes.span, start, 0)
  }

  /// Sign and qualifier before the digits. Returns where the expression starts.
  private func readPrefix(_ quantity: inout Quantity, _ digitsStart: Int) -> Int {
    var start = digitsStart
    if start > floor, bytes[start - 1] == 0x2D, isSignPlace(start - 1) {
      quantity.digits.mantissa = -quantity.digits.mantissa
      start -= 1
    } else if let (_, from) = lexicon.negatives.longestSuffix(in: bytes, before: start, start: floor),
      lexicon.negativeInert.longestSuffix(in: bytes, before: start, start: floor) == nil
    {
      quantity.digits.mantissa = -quantity.digits.mantissa
      start = from
    }
    var at = start
    while at > floor, bytes[at - 1] == 0x20, start - at < 2 { at -= 1 }
    if let (kind, from) = lexicon.qualifier(in: bytes, before: at, start: floor) {
      quantity.qualifier = Qualifier(kind)
      start = from
    }
    return start
  }
}

extension NumberReader {
  private func isLatin(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
  /// Whether a line break in running text parts the digits from others: a number may have been cut in two.
  private func isCut(_ digits: Range<Int>) -> Bool {
    digits.lowerBound > 0 && bytes[digits.lowerBound - 1] == Flow.cut
      || digits.upperBound < bytes.count && bytes[digits.upperBound] == Flow.cut
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A hyphen between digits or letters is no sign; after a gap, a bracket or Han it is.
  private func isSignPlace(_ hyphen: Int) -> Bool {
    guard hyphen > 0 else { return true }
    let before = bytes[hyphen - 1]
    return !(isDigit(before) || isLatin(before) || before == 0x25 || before == 0x29 || before == 0x2D)
  }

  private func isGluedBefore(_ start: Int) -> Bool {
    start > 0 && (isLatin(bytes[start - 1]) || bytes[start - 1] == 0x5F)
  }

  /// Why a plain number is no figure, if it is none.
  private func exclusion(_ digits: Range<Int>, hasTail: Bool) -> Exclusion? {
    let start = digits.lowerBound
    if isGluedBefore(start) { return .identifier }
    if start > 1, bytes[start - 1] == 0x2D, isLatin(bytes[start - 2]) { return .identifier }
    if mayHavePrefix(start), lexicon.ordinals.longestSuffix(in: bytes, before: start, start: max(0, start - 12)) != nil
    {
      return .identifier
    }
    let isPlain = bytes[digits].allSatisfy { isDigit($0) }
    if isPlain, digits.count >= 12 { return .identifier }
    let end = digits.upperBound
    if !hasTail, end < bytes.count, isLatin(bytes[end]) {
      let unit = lexicon.units.longest(in: bytes, at: end, end: bytes.count)
      let after = unit?.end ?? end
      if unit == nil || (after < bytes.count && isLatin(bytes[after])) { return .identifier }
      // 4G, 5G: one digit and a G is a name, not a measure.
      if isPlain, digits.count == 1, bytes[end] == 0x47 { return .idiom }
    }
    if isPlain, digits.count == 4, !hasTail, isBareYear(digits) { return .year }
    if isPlain, !hasTail, isFootnote(digits) { return .listNumber }
    if isPlain, !hasTail, isSlogan(digits) { return .idiom }
    return nil
  }

  /// A four-digit number without unit that reads as a year: 1990 to 2049 after a word and before a word.
  private func isBareYear(_ digits: Range<Int>) -> Bool {
    let value = leadingInteger(digits)
    guard (1990...2049).contains(value) else { return false }
    guard lexicon.units.longest(in: bytes, at: digits.upperBound, end: bytes.count) == nil else { return false }
    // Alone in a cell it is a number like any other.
    let isAfterWord = digits.lowerBound > 0 && bytes[digits.lowerBound - 1] >= 0x80
    return isAfterWord || digits.upperBound < bytes.count && bytes[digits.upperBound] >= 0x80
  }

  /// [3]: the mark of a footnote.
  private func isFootnote(_ digits: Range<Int>) -> Bool {
    digits.count <= 2 && digits.lowerBound > 0 && bytes[digits.lowerBound - 1] == 0x5B
      && digits.upperBound < bytes.count
      && bytes[digits.upperBound] == 0x5D
  }

  /// “1030”, “1+3+N”: a name in quotation marks.
  private func isSlogan(_ digits: Range<Int>) -> Bool {
    let start = digits.lowerBound
    let end = digits.upperBound
    let isOpened = start > 2 && bytes[start - 3] == 0xE2 && bytes[start - 2] == 0x80 && bytes[start - 1] == 0x9C
    let isClosed = end + 2 < bytes.count && bytes[end] == 0xE2 && bytes[end + 1] == 0x80 && bytes[end + 2] == 0x9D
    let joinsBefore = start > 0 && bytes[start - 1] == 0x2B
    let joinsAfter = end < bytes.count && bytes[end] == 0x2B
    return isOpened && (isClosed || joinsAfter) || joinsBefore && (isClosed || joinsAfter)
  }

  /// The integer that a range starts with (at most nine digits).
  private func leadingInteger(_ range: Range<Int>) -> Int {
    var value = 0
    for index in range.prefix(9) {
      guard isDigit(bytes[index]) else { break }
      value = value * 10 + Int(bytes[index] &- 0x30)
    }
    return value
  }

  /// Offset after a list number: one or two digits and a point or comma-like mark at the start of a block or sentence,
  /// or alone in brackets. `4.2025年` is a list number and a year.
  private func listNumberEnd(_ digits: Range<Int>) -> Int? {
    let start = digits.lowerBound
    var end = start
    while end < digits.upperBound, end - start < 3, isDigit(bytes[end]) { end += 1 }
    guard end - start <= 2, end < bytes.count else { return nil }
    let mark = bytes[end]
    if mark == 0x29, start > 0, bytes[start - 1] == 0x28 { return end }
    guard let (_, after) = lexicon.listMarks.longest(in: bytes, at: end, end: bytes.count), isOpening(start) else {
      return nil
    }
    let next = after < bytes.count ? bytes[after] : 0x20
    return !isDigit(next) || startsYear(after) ? end : nil
  }

  /// Whether a plausible year with its mark stands at an offset.
  private func startsYear(_ at: Int) -> Bool {
    guard at + 4 < bytes.count, (1990...2049).contains(leadingInteger(at..<at + 4)) else { return false }
    var next = at + 4
    if bytes[next] == 0x20 { next += 1 }
    return lexicon.yearMarks.longest(in: bytes, at: next, end: bytes.count) != nil
  }

  /// Whether a token starts a block, a cell or a sentence.
  private func isOpening(_ start: Int) -> Bool {
    var at = start
    while at > 0, bytes[at - 1] == 0x20 || bytes[at - 1] == 0x0C { at -= 1 }
    guard at > 0, bytes[at - 1] != 0x0A, bytes[at - 1] != 0x09 else { return true }
    return lexicon.openings.longestSuffix(in: bytes, before: at, start: 0) != nil
  }

  private mutating func excludeRun(_ start: Int, _ reason: Exclusion) -> Int {
    let end = skipDigits(from: start)
    excluded.append(ExcludedToken(range: start..<end, reason: reason))
    return end
  }

  /// Offset after a run of digits with points and commas between them.
  private func skipNumber(from start: Int) -> Int {
    var end = skipDigits(from: start)
    while end + 1 < bytes.count, bytes[end] == 0x2E || bytes[end] == 0x2C, isDigit(bytes[end + 1]) {
      end = skipDigits(from: end + 1)
    }
    return end
  }

  private func skipDigits(from start: Int) -> Int {
    var end = start
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return max(end, start + 1)
  }

  private func scalePower(_ range: Range<Int>) -> Int {
    lexicon.scales.word(bytes, range).map { lexicon.pack.scales[$0].power } ?? 0
  }
}

extension Figure {
  /// A number of a block; of which sentence or cell it is, is not known yet.
  init(_ quantity: Quantity, _ range: Range<Int>, extent: Range<Int>, block: Int, readable: Bool = true) {
    self.init(quantity: quantity, range: range, extent: extent, place: .passage(block: block, sentence: -1))
    self.readable = readable
  }
}

extension Lexicon {
  /// The unit printed at a range.
  func unit(at range: Range<Int>, _ bytes: [UInt8]) -> Unit {
    guard let (word, _) = units.longest(in: bytes, at: range.lowerBound, end: range.upperBound) else { return .none }
    return unitWords[word]
  }
}

extension Qualifier {
  init(_ word: QualifierWord) { self = Qualifier(rawValue: word.rawValue) ?? .exact }
}
