// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// A token of a passage as the clause grammar sees it.
struct ClauseToken {
  /// Letter of the token string: a ``WordClass`` raw value, or one of ``Letter``.
  var letter: UInt8
  /// Byte offsets in the flow.
  var range: Range<Int>
  /// The figure of an amount or rate token, or -1.
  var figure: FigureID = -1
  /// Value of a clause word; the year of a year token.
  var value = 0
}

/// Letters of tokens that are no clause words.
enum Letter {
  /// An amount: money, a count or a measure.
  static let amount = UInt8(ascii: "A")
  static let percent = UInt8(ascii: "P")
  static let points = UInt8(ascii: "Q")
  static let multiple = UInt8(ascii: "M")
  static let label = UInt8(ascii: "L")
  static let comma = UInt8(ascii: ",")
  /// 、 between names.
  static let enumeration = UInt8(ascii: "/")
  static let semicolon = UInt8(ascii: ";")
  static let stop = UInt8(ascii: ".")
  static let colon = UInt8(ascii: ":")
  static let open = UInt8(ascii: "(")
  static let close = UInt8(ascii: ")")
}

/// Cuts a passage into clause tokens: figures, clause words, punctuation, and labels between them. Words that only join
/// are dropped.
struct ClauseReader {
  let lexicon: Lexicon
  let bytes: [UInt8]
  /// Where a clause word or a mark may stand.
  let places: PlaceSet

  /// - Parameters:
  ///   - range: the passage in the flow.
  ///   - figures: its figures, ascending; `first` is the id of the first of them.
  ///   - excluded: the report's excluded tokens, ascending, `cursor` pointing at or before the passage's first.
  func tokens(
    of range: Range<Int>, figures: ArraySlice<Figure>, excluded: [ExcludedToken], cursor: inout Int
  ) -> [ClauseToken] {
    var tokens: [ClauseToken] = []
    tokens.reserveCapacity(figures.count * 4 + range.count / 20)
    var figure = figures.startIndex
    var at = range.lowerBound
    while cursor < excluded.count, excluded[cursor].range.lowerBound < at { cursor += 1 }
    while at < range.upperBound {
      if figure < figures.endIndex, at >= figures[figure].extent.lowerBound {
        // A number in words is part of a name for the clause grammar: 三个中心, 两项资金.
        if figures[figure].quantity.inWords {
          extendLabel(figures[figure].extent, &tokens)
        } else {
          tokens.append(Self.token(of: figures[figure], id: figure))
        }
        at = max(at, figures[figure].extent.upperBound)
        figure += 1
      } else if cursor < excluded.count, at >= excluded[cursor].range.lowerBound {
        appendExcluded(excluded[cursor], to: &tokens)
        at = max(at, excluded[cursor].range.upperBound)
        cursor += 1
      } else {
        let end = min(
          range.upperBound, figure < figures.endIndex ? figures[figure].extent.lowerBound : Int.max,
          cursor < excluded.count ? excluded[cursor].range.lowerBound : Int.max)
        readWords(at..<end, &tokens)
        at = end
      }
    }
    return tokens
  }

  private static func token(of figure: Figure, id: FigureID) -> ClauseToken {
    let letter: UInt8
    switch figure.quantity.unit.dimension {
    case .percent, .permille: letter = Letter.percent
    case .percentagePoint, .basisPoint: letter = Letter.points
    case .multiple: letter = Letter.multiple
    default: letter = Letter.amount
    }
    return ClauseToken(letter: letter, range: figure.extent, figure: id)
  }

  private func appendExcluded(_ token: ExcludedToken, to tokens: inout [ClauseToken]) {
    switch token.reason {
    case .year, .period, .date:
      tokens.append(
        ClauseToken(letter: WordClass.period.rawValue, range: token.range, value: token.value))
    default: extendLabel(token.range, &tokens)
    }
  }

  /// Reads the words and marks between two figures. Characters that are neither make a label, however many there are in
  /// a row.
  private func readWords(_ range: Range<Int>, _ tokens: inout [ClauseToken]) {
    var label = range.lowerBound..<range.lowerBound
    var at = range.lowerBound
    while at < range.upperBound {
      let next = places.next(from: at, to: range.upperBound)
      if next > at { label = (label.isEmpty ? at : label.lowerBound)..<next }
      at = next
      if at == range.upperBound { break }
      if let (word, end) = lexicon.clause.longest(in: bytes, at: at, end: range.upperBound) {
        let found = word < lexicon.clauseTokens.count ? lexicon.clauseTokens[word] : (letter: Letter.label, value: 0)
        if found.letter == Letter.label {
          label = (label.isEmpty ? at : label.lowerBound)..<end
        } else if found.letter == WordClass.plus.rawValue, found.value == ClauseWord.opening,
          !opensClause(label, tokens), !endsSide(label)
        {
          label = (label.isEmpty ? at : label.lowerBound)..<end
        } else if found.letter != WordClass.copula.rawValue {
          flush(&label, &tokens)
          tokens.append(ClauseToken(letter: found.letter, range: at..<end, value: found.value))
        }
        at = end
        continue
      }
      let after = min(at + length(of: bytes[at]), range.upperBound)
      switch mark(at, after) {
      case Letter.label: label = (label.isEmpty ? at : label.lowerBound)..<after
      case 0: break
      case let letter:
        flush(&label, &tokens)
        tokens.append(ClauseToken(letter: letter, range: at..<after))
      }
      at = after
    }
    flush(&label, &tokens)
  }

  /// Bytes of the character with a lead byte.
  private func length(of lead: UInt8) -> Int { lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// Letter of a character that begins no word: that of a punctuation mark, of a label, or 0 for gaps and quotes, which
  /// are dropped.
  private func mark(_ start: Int, _ end: Int) -> UInt8 {
    let byte = bytes[start]
    if byte < 0x80 { return Self.ascii(byte) }
    // No other lead byte begins punctuation.
    guard byte == 0xE3 || byte == 0xE2 || byte == 0xEF else { return Letter.label }
    return punctuation(start, end) ?? Letter.label
  }

  /// Ends a label that was being read.
  private func flush(_ label: inout Range<Int>, _ tokens: inout [ClauseToken]) {
    if label.isEmpty { return }
    extendLabel(label, &tokens)
    label = label.upperBound..<label.upperBound
  }

  /// Whether a word that stands here opens a clause.
  private func opensClause(_ label: Range<Int>, _ tokens: [ClauseToken]) -> Bool {
    label.isEmpty && (tokens.last.map { Self.isMark($0.letter) } ?? true)
  }

  /// Whether a label ends in the word for income or expenditure: `收入加补助A、调入资金B` adds to it.
  private func endsSide(_ label: Range<Int>) -> Bool {
    [lexicon.pack.incomeWord, lexicon.pack.expenseWord].contains {
      label.count > $0.utf8.count && bytes[label].suffix($0.utf8.count).elementsEqual($0.utf8)
    }
  }

  /// Whether a letter is a mark that ends a clause.
  private static func isMark(_ letter: UInt8) -> Bool {
    letter == Letter.comma || letter == Letter.semicolon || letter == Letter.stop || letter == Letter.close
      || letter == Letter.colon
  }

  /// Letter of an ASCII character: that of a punctuation mark, of a label, or 0 for gaps.
  private static func ascii(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: ","): Letter.comma
    case UInt8(ascii: ";"): Letter.semicolon
    case UInt8(ascii: ":"): Letter.colon
    case UInt8(ascii: "("), UInt8(ascii: "["): Letter.open
    case UInt8(ascii: ")"), UInt8(ascii: "]"): Letter.close
    case UInt8(ascii: "!"), UInt8(ascii: "?"): Letter.stop
    default: byte > 0x20 ? Letter.label : 0
    }
  }

  /// Letter of a CJK punctuation mark; 0 for quotes, which are dropped; nil for anything else.
  private func punctuation(_ start: Int, _ end: Int) -> UInt8? {
    guard end - start == 3 else { return nil }
    let scalar =
      UInt32(bytes[start] & 0x0F) << 12 | UInt32(bytes[start + 1] & 0x3F) << 6 | UInt32(bytes[start + 2] & 0x3F)
    switch scalar {
    case 0xFF0C: return Letter.comma
    case 0x3001: return Letter.enumeration
    case 0x3002: return Letter.stop
    case 0x3014, 0x3010: return Letter.open
    case 0x3015, 0x3011: return Letter.close
    case 0x201C, 0x201D, 0x2018, 0x2019: return 0
    default: return nil
    }
  }

  private func extendLabel(_ range: Range<Int>, _ tokens: inout [ClauseToken]) {
    if let last = tokens.indices.last, tokens[last].letter == Letter.label {
      tokens[last].range = tokens[last].range.lowerBound..<range.upperBound
    } else {
      tokens.append(ClauseToken(letter: Letter.label, range: range))
    }
  }
}
