// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds lists whose parts are paragraphs of their own: `项目支出A万元，具体包括：` and then numbered paragraphs, each of which opens with a
/// name and its amount. Fed one block after another.
struct EnumerationBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  private var total: (figure: FigureID, range: Range<Int>, subject: Range<Int>)?
  private var parts: [FigureID] = []
  private var marker: Marker?
  private(set) var statements: [Statement] = []

  /// How the paragraphs of an enumeration are numbered: all of one list the same way.
  private enum Marker { case digits, bracketed, words }

  init(lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
  }

  /// Takes the next passage of the report.
  /// - Parameter figures: the report's figures, to compare units.
  mutating func take(_ passage: Passage, _ range: Range<Int>, figures: [Figure]) {
    let found = marker(at: range)
    if let total, let found, marker == nil || marker == found, let head = head(of: passage),
      figures[head].isAlike(figures[total.figure])
    {
      marker = found
      parts.append(head)
    } else if !parts.isEmpty || found != nil || total != nil {
      close()
    }
    if let last = announced(passage) {
      close()
      total = (passage.tokens[last].figure, range, passage.labelRange(last))
    }
  }

  /// Ends the list: a heading, a table, or a paragraph that is no part of it.
  mutating func close() {
    defer { (total, parts, marker) = (nil, [], nil) }
    guard let total, parts.count >= 2 else { return }
    var statement = Statement(shape: .list, range: total.range, subject: total.subject)
    statement.amount = [total.figure]
    statement.lists = [
      PartList(parts: parts.map { ListPart(figure: $0) }, closure: .unknown, isTight: false)
    ]
    statements.append(statement)
  }

  /// The amount whose parts a passage announces with its last words.
  private func announced(_ passage: Passage) -> Int? {
    let letters = passage.letters
    guard letters.last == Letter.colon, letters.dropLast().last == WordClass.listOpener.rawValue else { return nil }
    return letters.indices.last { passage.isMainAmount($0) && passage.depth[$0] == 0 }
  }

  /// The amount a paragraph opens with: a name, then the figure, with nothing but brackets between.
  private func head(of passage: Passage) -> FigureID? {
    for index in passage.letters.indices where passage.depth[index] == 0 {
      let letter = passage.letters[index]
      if letter == Letter.amount { return passage.tokens[index].figure }
      if letter == Letter.comma || letter == Letter.stop || letter == Letter.semicolon { return nil }
    }
    return nil
  }

  private func marker(at range: Range<Int>) -> Marker? {
    var at = range.lowerBound
    let isBracketed = bytes[at] == 0x28
    if isBracketed { at += 1 }
    let start = at
    while at < range.upperBound, bytes[at] &- 0x30 < 10, at - start < 3 { at += 1 }
    let isDigits = at > start
    while !isDigits, let (_, next) = lexicon.numerals.longest(in: bytes, at: at, end: range.upperBound), at - start < 12 { at = next }
    guard at > start, lexicon.listMarks.longest(in: bytes, at: at, end: range.upperBound) != nil else { return nil }
    return isBracketed ? .bracketed : isDigits ? .digits : .words
  }
}
