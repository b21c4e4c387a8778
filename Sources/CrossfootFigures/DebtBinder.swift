// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds what a passage says of public debt: limits with the balances that must stay below them (`债务限额L，债务余额B，为限额的P`),
/// and balances that move by what is borrowed and paid back (`年初余额A，举借B，偿还C，年末余额D`). General and special debt are told
/// apart.
struct DebtBinder {
  let figures: [Figure]
  let passage: Passage

  /// More amounts of debt than these are not compared in one passage.
  private static let most = 32

  /// An amount of debt.
  private struct Entry {
    var token: Int
    var role: DebtRole
    /// 0 all debt, 1 general, 2 special.
    var kind: Int
    /// Whose it is; empty where nothing is said.
    var scope: [UInt8]
    /// The last year that is named before it in its sentence.
    var year: Int?
    /// Where its sentence names a time that no printed year tells (今年, 6月末).
    var time: Int?
    /// Whether it is a balance that the year opens with.
    var isOpening = false
  }

  func bind() -> [Statement] {
    let entries = entries()
    guard entries.count > 1 else { return [] }
    var scopes: [[UInt8]] = []
    for entry in entries where !entry.scope.isEmpty && !scopes.contains(where: { Self.isSame($0, entry.scope) }) {
      scopes.append(entry.scope)
    }
    var found: [Statement] = []
    for balance in entries where balance.role == .balance && !balance.isOpening {
      if let limit = limit(of: balance, entries, isOneScope: scopes.count < 2) {
        found.append(statement(balance, below: limit))
      }
      if let movement = movement(to: balance, entries) { found.append(movement) }
    }
    return found
  }

  // MARK: amounts

  private func entries() -> [Entry] {
    var entries: [Entry] = []
    // Limits for new debt are none of all debt, whatever they are called afterwards.
    var isOfNewDebt = false
    for index in passage.amounts
    where index > 0 && passage.letters[index - 1] == Letter.label && passage.isMainAmount(index) {
      let label = passage.tokens[index - 1].range
      guard
        let (word, start) = passage.lexicon.debtNames.longestSuffix(
          in: passage.bytes, before: label.upperBound, start: label.lowerBound)
      else { continue }
      let (_, role, kind) = passage.lexicon.pack.debts.names[word]
      if isOfOtherDebt(index, role) {
        isOfNewDebt = isOfNewDebt || role == .limit
        continue
      }
      var entry = Entry(token: index, role: role, kind: kind, scope: scope(index, until: start), year: year(of: index))
      entry.time = entry.year == nil ? time(of: index) : nil
      if role == .part {
        // 其中：一般债务B: of what was named last.
        guard let head = entries.last, passage.sentenceStart(head.token) == passage.sentenceStart(index),
          start == label.lowerBound
        else { continue }
        (entry.role, entry.scope, entry.isOpening) = (head.role, head.scope, head.isOpening)
        (entry.year, entry.time) = (head.year, head.time)
      } else if role == .balance {
        entry.isOpening = passage.lexicon.openingTimes.occurs(in: passage.bytes, passage.labelRange(index))
      }
      if entry.role == .limit, isOfNewDebt { continue }
      entries.append(entry)
      if entries.count == Self.most { break }
    }
    return entries
  }

  /// Whether an amount is of other debt, or a limit of what may be borrowed anew (下达我县限额B, 增加限额B).
  private func isOfOtherDebt(_ index: Int, _ role: DebtRole) -> Bool {
    let (lexicon, label) = (passage.lexicon, passage.labelRange(index))
    if lexicon.otherDebts.occurs(in: passage.bytes, label) || isRedefined(index, role) { return true }
    guard role == .limit else { return false }
    if lexicon.openingTimes.occurs(in: passage.bytes, label) { return true }
    if lexicon.newDebts.occurs(in: passage.bytes, clauseStart(index)..<label.upperBound) { return true }
    let verb = passage.back(from: index, to: 0).last {
      passage.letters[$0] != Letter.label && passage.letters[$0] != WordClass.period.rawValue
    }
    if let verb, passage.letters[verb] == WordClass.up.rawValue { return true }
    return lexicon.deliveries.occurs(in: passage.bytes, label) && !lexicon.debtTotals.occurs(in: passage.bytes, label)
  }

  /// Whether a bracket right behind an amount says what else it includes, or of a limit what it does not.
  private func isRedefined(_ index: Int, _ role: DebtRole) -> Bool {
    guard let bracket = passage.bracket(behind: index) else { return false }
    let words = role == .limit ? passage.lexicon.exclusions : passage.lexicon.inclusions
    return words.occurs(in: passage.bytes, bracket)
  }

  /// Whose debt a label says it is; who approved it is not meant (省级下达我市).
  private func scope(_ index: Int, until end: Int) -> [UInt8] {
    var start = passage.labelRange(index).lowerBound
    while let (_, range) = passage.lexicon.grants.nextWord(in: passage.bytes, from: start, to: end) {
      start = range.upperBound
    }
    return start < end ? SubjectLexicon.chinese.read(LabelText.stripped(passage.bytes[start..<end])).scope : []
  }

  /// Whether two scopes are one, though a period may stand before one of them (末市本级).
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a.isEmpty == b.isEmpty && (a.suffix(b.count).elementsEqual(b) || b.suffix(a.count).elementsEqual(a))
  }

  private func year(of index: Int) -> Int? {
    let named = passage.back(from: index, to: passage.sentenceStart(index)).last {
      passage.letters[$0] == WordClass.period.rawValue && passage.tokens[$0].value > 1900
    }
    return named.map { passage.tokens[$0].value }
  }

  /// Where the words of a sentence begin that are looked at for one of its amounts.
  private func clauseStart(_ index: Int) -> Int {
    passage.tokens[passage.back(from: index, to: passage.sentenceStart(index)).lowerBound].range.lowerBound
  }

  private func time(of index: Int) -> Int? {
    let end = passage.tokens[index].range.lowerBound
    var at = clauseStart(index)
    var last: Int?
    while let (_, range) = passage.lexicon.debtTimes.nextWord(in: passage.bytes, from: at, to: end) {
      last = range.lowerBound
      at = range.upperBound
    }
    return last
  }

  // MARK: relations

  /// The limit of a balance, if the passage prints one only that may be its.
  private func limit(of balance: Entry, _ entries: [Entry], isOneScope: Bool) -> Entry? {
    let limits = entries.filter { limit in
      limit.role == .limit && limit.kind == balance.kind
        && (Self.isSame(limit.scope, balance.scope) || isOneScope && (limit.scope.isEmpty || balance.scope.isEmpty))
        && (limit.year == nil || balance.year == nil || limit.year == balance.year) && limit.time == balance.time
        && isAlike(limit, balance)
    }
    return limits.count == 1 ? limits[0] : nil
  }

  private func isAlike(_ a: Entry, _ b: Entry) -> Bool { figures[figure(a)].isAlike(figures[figure(b)]) }

  private func figure(_ entry: Entry) -> FigureID { passage.tokens[entry.token].figure }

  private func statement(_ balance: Entry, below limit: Entry) -> Statement {
    let ends = [balance.token, limit.token].sorted()
    let range = passage.tokens[ends[0]].range.lowerBound..<passage.tokens[ends[1]].range.upperBound
    var statement = Statement(shape: .limit, range: range, subject: passage.labelRange(balance.token))
    statement.amount = Candidates(figure(balance))
    statement.base = Candidates(figure(limit))
    if let rate = rate(after: balance.token) { statement.rate = Candidates(passage.tokens[rate].figure) }
    return statement
  }

  /// `，为限额的P`, right behind a balance.
  private func rate(after balance: Int) -> Int? {
    let (mark, label, rate) = (balance + 1, balance + 2, balance + 3)
    guard rate < passage.letters.count, passage.letters[mark] == Letter.comma, passage.letters[label] == Letter.label,
      passage.letters[rate] == Letter.percent, !passage.taken[rate]
    else { return nil }
    let range = passage.tokens[label].range
    let names = passage.lexicon.limitGenitives.longestSuffix(
      in: passage.bytes, before: range.upperBound, start: range.lowerBound)
    return names == nil ? nil : rate
  }

  /// The balance that a closing one has moved from, with what was borrowed and paid back, each printed once.
  private func movement(to closing: Entry, _ entries: [Entry]) -> Statement? {
    func only(_ test: (Entry) -> Bool) -> Entry? {
      let found = entries.filter { $0.token < closing.token && isAlike($0, closing) && test($0) }
      return found.count == 1 ? found[0] : nil
    }
    guard
      let opening = only({ entry in
        entry.role == .balance && entry.kind == closing.kind
          && (entry.isOpening || entry.year.flatMap { first in closing.year.map { first + 1 == $0 } } ?? false)
      }),
      let borrowed = only({ $0.role == .borrowed && ($0.kind == closing.kind || $0.kind == 0) }),
      let repaid = only({ $0.role == .repaid && ($0.kind == closing.kind || $0.kind == 0) })
    else { return nil }
    let range = passage.tokens[opening.token].range.lowerBound..<passage.tokens[closing.token].range.upperBound
    if passage.lexicon.debtMoves.occurs(in: passage.bytes, range) { return nil }
    var statement = Statement(shape: .movement, range: range, subject: passage.labelRange(closing.token))
    statement.amount = Candidates(figure(closing))
    statement.lists = [
      PartList(
        parts: [
          ListPart(figure: figure(opening)), ListPart(figure: figure(borrowed)),
          ListPart(figure: figure(repaid), sign: -1),
        ],
        closure: .closed, isTight: true)
    ]
    return statement
  }
}
