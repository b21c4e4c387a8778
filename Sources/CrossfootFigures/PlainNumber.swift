// SPDX-License-Identifier: Apache-2.0

import CrossfootText

/// A number that needs no grammar to be read: digits with well placed separators, a gap, a scale word, a percent sign;
/// or a year with its mark. Nearly all numbers of a report are such.
struct PlainNumber {
  var digits: Range<Int>
  /// Nil for more digits than are read at once.
  var value: Decimal?
  var scale: Range<Int>?
  /// A unit of money behind the scale word.
  var unit: (word: Int, end: Int)?
  var rate: Range<Int>?
  var isYear = false
  /// Offset after what the grammar would take.
  var end: Int
}

extension PlainNumber {
  init(_ digits: PlainDigits, from start: Int) {
    self.init(digits: start..<digits.end, value: digits.value, end: digits.end)
  }
}

/// Digits with well placed separators and a fraction, as far as they go. Four words: they are handed on in registers.
struct PlainDigits {
  /// Offset after them.
  let end: Int
  /// Their number without the point; of no use if they are too many.
  private let number: UInt64
  private let decimals: Int
  private let isLong: Bool

  /// Nil for more digits than are read at once.
  var value: Decimal? { isLong ? nil : Decimal(Int128(number), exponent: -decimals) }

  /// Digits that fit 64 bits.
  private static let mostDigits = 18

  init(_ span: borrowing Span<UInt8>, at start: Int) {
    var (number, at) = (UInt64(0), start)
    Self.takeDigits(span, &at, &number)
    var count = at - start
    if count <= 3 {
      while at < span.count, span[at] == 0x2C {
        var (longer, end) = (number, at + 1)
        Self.takeDigits(span, &end, &longer)
        guard end == at + 4 else { break }
        (number, at, count) = (longer, end, count + 3)
      }
    }
    var decimals = 0
    if at < span.count, span[at] == 0x2E {
      var (longer, end) = (number, at + 1)
      Self.takeDigits(span, &end, &longer)
      decimals = end - at - 1
      if decimals > 0 { (number, at) = (longer, end) }
    }
    (end, self.number, self.decimals, isLong) = (at, number, decimals, count + decimals > Self.mostDigits)
  }

  /// Goes on to the end of a run of digits, which are added to a number; one that does not fit is of no use.
  @inline(__always)
  private static func takeDigits(_ span: borrowing Span<UInt8>, _ at: inout Int, _ number: inout UInt64) {
    while at < span.count {
      let digit = span[at] &- 0x30
      if digit >= 10 { break }
      number = number &* 10 &+ UInt64(digit)
      at &+= 1
    }
  }
}

extension NumberReader {
  /// Reads what stands behind the digits of a number.
  /// - Returns: whether it needs no grammar to be read: nothing stands there that the grammar could take otherwise.
  func complete(_ number: inout PlainNumber) -> Bool {
    let end = number.end
    // Eleven digits may be a telephone number.
    if number.digits.count == 11 { return false }
    if Self.endsCell(bytes, end) { return true }
    if bytes[end] == 0x25 {
      number.rate = end..<end + 1
      number.end = end + 1
      return true
    }
    let next = afterGap(end)
    if isYear(number.digits) {
      guard let mark = lexicon.yearWords.longest(in: bytes, at: next, end: bytes.count) else { return false }
      (number.isYear, number.end) = (true, mark.end)
      return lexicon.yearTails.longest(in: bytes, at: afterGap(mark.end), end: bytes.count) == nil
    }
    number.end = next
    guard let scale = lexicon.scales.longest(in: bytes, at: next, end: bytes.count) else { return !holdsTail(next) }
    number.scale = next..<scale.end
    number.end = scale.end
    if let unit = lexicon.units.longest(in: bytes, at: scale.end, end: bytes.count),
      lexicon.unitWords[unit.word].dimension == .money
    {
      // A Latin one may be the beginning of a word.
      if bytes[unit.end - 1] >= 0x80 { number.unit = unit }
      return true
    }
    // 千 in 千瓦 is no scale word.
    return !holdsTail(afterGap(scale.end)) && lexicon.units.longest(in: bytes, at: next, end: bytes.count) == nil
  }

  /// Whether what the grammar may take with digits stands at an offset, or another gap, behind which it might.
  private func holdsTail(_ at: Int) -> Bool {
    at < bytes.count && (bytes[at] == 0x20 || lexicon.numberTails.longest(in: bytes, at: at, end: bytes.count) != nil)
  }

  private func afterGap(_ at: Int) -> Int { at < bytes.count && bytes[at] == 0x20 ? at + 1 : at }

  /// Whether digits may be a year by the grammar.
  private func isYear(_ digits: Range<Int>) -> Bool {
    guard digits.count == 4 else { return false }
    let (first, second) = (bytes[digits.lowerBound], bytes[digits.lowerBound + 1])
    return first == 0x31 && second == 0x39 || first == 0x32 && second == 0x30
  }
}
