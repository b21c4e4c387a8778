// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds lists whose parts are paragraphs of their own: `项目支出A万元，具体包括：` and then numbered paragraphs, each of which
/// opens with a name and its amount. Without such an announcement they may share out the last amount before them. Fed
/// one block after another.
struct EnumerationBinder {
  let lexicon: Lexicon
  let bytes: [UInt8]
  private var total: Total?
  private var parts: [(figure: FigureID, label: Range<Int>)] = []
  private var marker: Marker?
  /// The list that the present one shares out a part of: its paragraphs are marked otherwise.
  private var outer: (total: Total, parts: [(figure: FigureID, label: Range<Int>)], marker: Marker)?
  /// The last amount that is not nothing, and how many passages ago it stood.
  private var last: (total: Total, age: Int)?
  private(set) var statements: [Statement] = []

  /// An amount that paragraphs may share out.
  private struct Total {
    var figure: FigureID
    var range: Range<Int>
    var subject: Range<Int>
    var isAnnounced: Bool
    /// Other amounts that the announcement may be of, the nearest first.
    var others: [FigureID] = []
  }

  /// How the paragraphs of an enumeration are numbered: all of one list the same way. In the order of their levels.
  private enum Marker: Int { case words, bracketed, digits, bullet, plain }

  /// Parts without a number at most: where they end nothing tells.
  private static let mostUnnumbered = 2

  /// Passages that may stand between an amount and the paragraphs that share it out unannounced.
  private static let reach = 2

  init(lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
  }

  /// Takes the next passage of the report.
  /// - Parameter figures: the report's figures, to compare units.
  mutating func take(_ passage: Passage, _ range: Range<Int>, figures: [Figure]) {
    // `公务用车购置及运行维护费A。其中：`: paragraphs without a number follow, too.
    let mayBePlain = total?.isAnnounced ?? false && parts.count < Self.mostUnnumbered
    let found = marker(at: range) ?? (mayBePlain ? .plain : nil)
    let head = found == nil ? nil : head(of: passage)
    if let found, head != nil { changeLevel(to: found) }
    if let head, marker == nil || marker == found, let whole = total ?? open(head, figures),
      figures[passage.tokens[head].figure].isAlike(figures[whole.figure])
    {
      marker = found
      total = whole
      if parts.isEmpty { total?.others.removeAll { !figures[$0].isAlike(figures[whole.figure]) } }
      parts.append((passage.tokens[head].figure, passage.labelRange(head)))
    } else if !parts.isEmpty || found != nil || total != nil {
      close()
    }
    let announced = announced(passage)
    if let amount = announced.first {
      close()
      total = Total(
        figure: passage.tokens[amount].figure, range: range, subject: passage.labelRange(amount), isAnnounced: true,
        others: announced.dropFirst().map { passage.tokens[$0].figure })
    }
    remember(passage, range, figures)
  }

  /// Goes down to paragraphs marked otherwise, which share out the last part of an announced list, and up again.
  private mutating func changeLevel(to found: Marker) {
    if let outer, found == outer.marker {
      _ = goUp()
    } else if outer == nil, let total, total.isAnnounced, let marker, found != .plain,
      found.rawValue > marker.rawValue, let part = parts.last
    {
      outer = (total, parts, marker)
      self.total = Total(figure: part.figure, range: total.range, subject: part.label, isAnnounced: false)
      (parts, self.marker) = ([], nil)
    }
  }

  /// The amount that unannounced paragraphs begin to share out.
  private func open(_ head: Int, _ figures: [Figure]) -> Total? {
    guard let last, last.age < Self.reach, parts.isEmpty else { return nil }
    return last.total
  }

  private mutating func remember(_ passage: Passage, _ range: Range<Int>, _ figures: [Figure]) {
    if let amount = passage.amounts.last(where: {
      passage.isMainAmount($0) && passage.depth($0) == 0 && !figures[passage.tokens[$0].figure].quantity.digits.isZero
    }) {
      last = (
        Total(
          figure: passage.tokens[amount].figure, range: range, subject: passage.labelRange(amount), isAnnounced: false),
        0
      )
    } else {
      last?.age += 1
    }
  }

  /// Ends the list: a heading, a table, or a paragraph that is no part of it.
  mutating func close() {
    if goUp() { finish() }
  }

  /// Ends the list of the present level, and goes on with the one above it, if there is one.
  private mutating func goUp() -> Bool {
    finish()
    guard let outer else { return false }
    (total, parts, marker, self.outer) = (outer.total, outer.parts, outer.marker, nil)
    return true
  }

  /// Ends the list of the present level.
  private mutating func finish() {
    defer { (total, parts, marker) = (nil, [], nil) }
    guard let total, parts.count >= 2 else { return }
    var statement = Statement(shape: .list, range: total.range, subject: total.subject)
    statement.amount = Candidates([total.figure] + total.others)
    let isPartition = lexicon.isPartition(parts.map { bytes[$0.label] })
    statement.isGuess = !total.isAnnounced || marker == .plain && !isPartition
    statement.lists = [
      PartList(
        parts: parts.map { ListPart(figure: $0.figure) },
        closure: isPartition || !total.isAnnounced ? .closed : .unknown, isTight: total.isAnnounced && marker != .plain)
    ]
    statements.append(statement)
  }

  /// The amounts whose parts a passage may announce with its last words, the nearest first: `支出A，结余B。支出具体如下：`.
  private func announced(_ passage: Passage) -> ArraySlice<Int> {
    let letters = passage.letters
    guard letters.last == Letter.colon, letters.dropLast().last == WordClass.listOpener.rawValue else { return [] }
    let amounts = passage.amounts.filter { passage.isMainAmount($0) && passage.depth($0) == 0 }
    return amounts.reversed().prefix(Self.maxTotals)
  }

  /// Amounts that an announcement may be of: more would prove nothing.
  private static let maxTotals = 4

  /// The amount a paragraph opens with: a name, then the figure, with nothing but brackets between.
  private func head(of passage: Passage) -> Int? {
    for index in passage.letters.indices where passage.depth(index) == 0 {
      let letter = passage.letters[index]
      if letter == Letter.amount { return index }
      if letter == Letter.comma || letter == Letter.stop || letter == Letter.semicolon { return nil }
    }
    return nil
  }

  private func marker(at range: Range<Int>) -> Marker? {
    var at = range.lowerBound
    if lexicon.bulletMarks.longest(in: bytes, at: at, end: range.upperBound) != nil { return .bullet }
    let isBracketed = bytes[at] == 0x28
    if isBracketed { at += 1 }
    let start = at
    while at < range.upperBound, bytes[at] &- 0x30 < 10, at - start < 3 { at += 1 }
    let isDigits = at > start
    while !isDigits, let (_, next) = lexicon.numerals.longest(in: bytes, at: at, end: range.upperBound), at - start < 12
    { at = next }
    guard at > start, lexicon.listMarks.longest(in: bytes, at: at, end: range.upperBound) != nil else { return nil }
    return isBracketed ? .bracketed : isDigits ? .digits : .words
  }
}
