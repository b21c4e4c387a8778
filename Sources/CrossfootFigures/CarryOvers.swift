// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds what a year takes over from the one before: `上年结转A` is what that year left (`结转下年A`), and what has piled up is
/// what had piled up a year before and what the year adds (`当年结余D，年末滚存结余R`). Fed one passage after another.
struct CarryOvers {
  private let lexicon: Lexicon
  private let bytes: [UInt8]
  private var openings: [Place: [FigureID]] = [:]
  private var closings: [Place: [FigureID]] = [:]
  private var piles: [Place: [(figure: FigureID, added: FigureID)]] = [:]
  private var order: [(place: Place, range: Range<Int>)] = []

  /// Whose balance, of which fund, at the end (or for an opening balance, at the beginning) of which year.
  private struct Place: Hashable {
    var scope: LabelID
    var fund: Int
    var year: Int

    var before: Place { Place(scope: scope, fund: fund, year: year - 1) }
  }

  init(lexicon: Lexicon, bytes: [UInt8]) {
    self.lexicon = lexicon
    self.bytes = bytes
  }

  /// Takes the next passage.
  /// - Parameter subjects: the figures of the passage that are known in every aspect, in order.
  mutating func take(_ passage: Passage, _ subjects: ArraySlice<(figure: FigureID, key: SubjectKey)>) {
    guard let first = subjects.first else { return }
    var next = subjects.startIndex
    var place: Place?
    var last = -1
    for index in passage.amounts where passage.isMainAmount(index) && passage.depth(index) == 0 {
      let figure = passage.tokens[index].figure
      while next < subjects.endIndex, subjects[next].figure <= figure {
        let key = subjects[next].key
        place = key.fund < 0 ? nil : Place(scope: key.scope, fund: key.fund, year: key.year)
        next += 1
      }
      if let place, figure > first.figure { note(index, passage, place, after: last) }
      last = index
    }
  }

  private mutating func note(_ index: Int, _ passage: Passage, _ place: Place, after last: Int) {
    let label = passage.labelRange(index)
    guard index > 0, !label.isEmpty else { return }
    // The last word may be a period (结转下年).
    let (start, end) = (label.lowerBound, passage.tokens[index - 1].range.upperBound)
    let figure = passage.tokens[index].figure
    if lexicon.openingBalances.longestSuffix(in: bytes, before: end, start: start) != nil {
      openings[place, default: []].append(figure)
      order.append((place, passage.tokens[index].range))
    } else if lexicon.closingBalances.longestSuffix(in: bytes, before: end, start: start) != nil {
      closings[place, default: []].append(figure)
      guard passage.label(index, holds: lexicon.rollingWords), last >= 0, isBalance(last, passage) else { return }
      piles[place, default: []].append((figure, passage.tokens[last].figure))
      order.append((place, passage.tokens[index].range))
    }
  }

  /// Whether an amount is what a balance word before it comes to.
  private func isBalance(_ amount: Int, _ passage: Passage) -> Bool {
    passage.back(from: amount, to: passage.sentenceStart(amount)).reversed().prefix { !passage.isMainAmount($0) }
      .contains {
        passage.letters[$0] == WordClass.balance.rawValue && passage.tokens[$0].value != ClauseWord.even
      }
  }

  /// What must agree, where each side is printed once only.
  func statements(_ figures: [Figure]) -> [Statement] {
    var seen: Set<FigureID> = []
    var found: [Statement] = []
    for (place, range) in order {
      guard let closing = only(closings[place.before], figures) else { continue }
      var claims: [(result: FigureID, terms: [FigureID])] = []
      if let opening = only(openings[place], figures) { claims.append((opening, [closing])) }
      if let pile = piles[place], pile.count == 1, piles[place.before] != nil {
        claims.append((pile[0].figure, [closing, pile[0].added]))
      }
      for claim in claims
      where claim.terms.allSatisfy({ figures[$0].isAlike(figures[claim.result]) }) && seen.insert(claim.result).inserted
      {
        found.append(statement(claim.result, claim.terms, range))
      }
    }
    return found
  }

  private func statement(_ result: FigureID, _ terms: [FigureID], _ range: Range<Int>) -> Statement {
    var statement = Statement(shape: .carry, range: range, subject: 0..<0)
    statement.amount = Candidates(result)
    statement.lists = [PartList(parts: terms.map { ListPart(figure: $0) }, closure: .closed, isTight: true)]
    statement.isGuess = true
    return statement
  }

  /// The figure of a place, if it is printed once, or always the same.
  private func only(_ all: [FigureID]?, _ figures: [Figure]) -> FigureID? {
    guard let all, let first = all.first else { return nil }
    return all.allSatisfy { figures[$0].quantity.value.equals(figures[first].quantity.value) } ? first : nil
  }
}
