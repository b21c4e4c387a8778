// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootFindings
import CrossfootOutput
import CrossfootRules
import CrossfootText

/// The figures of a report by what they are about.
struct TopicTable: Sendable {
  /// For each topic the figures that state it, in the order of the text.
  private(set) var figures: [Topic: [StoredFigure]] = [:]

  init(_ all: [StoredFigure]) {
    for figure in all { figures[figure.topic, default: []].append(figure) }
  }

  /// The most precise figure of a topic; nil where figures of the report contradict each other, so that it is not known
  /// which of them the other report repeats.
  func single(_ topic: Topic) -> StoredFigure? {
    guard let all = figures[topic], let first = all.first else { return nil }
    let best = all.dropFirst().reduce(first) { $1.quantity.lastPlace < $0.quantity.lastPlace ? $1 : $0 }
    guard let interval = best.quantity.interval else { return nil }
    return all.allSatisfy { $0.quantity.interval?.overlaps(interval) == true } ? best : nil
  }
}

/// A report that repeats figures of another one.
struct ReportPair {
  let rule: CrossRule
  let organisation: String
  let isGovernment: Bool
  /// Of which year and stage the figures are that the other report published.
  let year: Int
  let stage: TopicStage

  /// Digits that a number needs to be told from others by chance.
  private static let fewestDigits = 3
  /// Figures of a level that must agree beside one that does not, in reports of governments.
  private static let fewestWitnesses = 2

  /// A figure that both reports hold.
  private struct Compared {
    var topic: Topic
    var stated: StoredFigure
    var published: StoredFigure
  }

  /// Compares the figures that both hold.
  func compare(_ stated: TopicTable, _ source: TopicTable, _ result: inout CrossResult) {
    var ties: [Compared] = []
    var misses: [Compared] = []
    var isCompared = false
    for topic in stated.figures.keys where topic.year == year && topic.stage == stage {
      guard source.figures[topic] != nil else { continue }
      isCompared = true
      guard let left = stated.single(topic), let right = source.single(topic),
        let holds = agree(left.quantity, right.quantity)
      else {
        result.tally.ambiguous += 1
        continue
      }
      let compared = Compared(topic: topic, stated: left, published: right)
      if holds { ties.append(compared) } else { misses.append(compared) }
    }
    if isCompared { result.tally.pairs += 1 }
    let told = isGovernment ? slips(among: misses, ties) : meant(among: misses, ties)
    result.tally.unrelated += misses.count - told.count
    result.tally.tied += ties.count
    result.tally.contradicted += told.count
    result.ties += ties.map(finding)
    result.findings += told.map(finding)
  }

  /// If most of a pair's figures differ, the reports do not mean the same by their words, and only the total of the
  /// budget is told.
  private func meant(among misses: [Compared], _ ties: [Compared]) -> [Compared] {
    misses.count > ties.count ? misses.filter(\.topic.isTotal) : misses
  }

  /// A plan for a place and all below it is put together anew when they have decided on theirs, so that all of its
  /// figures may change. One is told only if a slip of a digit explains it, and others of its level did not change.
  private func slips(among misses: [Compared], _ ties: [Compared]) -> [Compared] {
    misses.filter { miss in
      let witnesses = ties.count { $0.stated.scope == miss.stated.scope }
      let others = misses.count { $0.stated.scope == miss.stated.scope }
      return witnesses >= max(Self.fewestWitnesses, others) && isSlip(miss.stated.quantity, miss.published.quantity)
    }
  }

  /// Whether one slip of a digit makes one number of the other, in the digits that both print.
  private func isSlip(_ left: Quantity, _ right: Quantity) -> Bool {
    let place = max(left.lastPlace, right.lastPlace)
    guard let printed = left.value.rounded(to: place), let right = right.value.rounded(to: place) else { return false }
    return Slip.between(
      printed: Decimal(printed.mantissa, exponent: 0), right: Decimal(right.mantissa, exponent: 0)) != nil
  }

  /// Whether two figures are the same figure; nil where they prove nothing. Numbers far apart are of two things that
  /// share a name.
  private func agree(_ left: Quantity, _ right: Quantity) -> Bool? {
    guard left.significantDigits >= Self.fewestDigits, right.significantDigits >= Self.fewestDigits else { return nil }
    let place = Place.passage(block: 0, sentence: 0)
    let figures = [left, right].map { Figure(quantity: $0, range: 0..<0, extent: 0..<0, place: place) }
    switch Evaluator(figures).verdict(of: .equal([Operand(0, .left), Operand(1, .right)])) {
    case .holds, .rounding, .lastDigit, .convention: return true
    case .contradicted: return isNear(left, right) ? false : nil
    case .notCheckable: return nil
    }
  }

  /// Within a factor of two of each other, or the same digits at another scale.
  private func isNear(_ left: Quantity, _ right: Quantity) -> Bool {
    if left.value.trimmed.mantissa == right.value.trimmed.mantissa { return true }
    guard let twiceLeft = left.value.adding(left.value), let twiceRight = right.value.adding(right.value) else {
      return false
    }
    return left.value.order(twiceRight) <= 0 && right.value.order(twiceLeft) <= 0
  }

  private func finding(_ compared: Compared) -> CrossFinding {
    let (topic, left, right) = (compared.topic, compared.stated, compared.published)
    let parts = [
      "v1", rule.rawValue, organisation, topic.name, "\(topic.year)", topic.stage.rawValue,
      left.quantity.value.trimmed.plain(),
      right.quantity.value.trimmed.plain(),
    ]
    return CrossFinding(
      rule: rule, severity: .warning, organisation: organisation, topic: topic.isTotal ? nil : topic.name,
      year: topic.year,
      stage: topic.stage, stated: left.place, published: right.place,
      fingerprint: String(Digest.hex(of: parts.joined(separator: "\u{1F}").utf8).prefix(32)))
  }
}

extension Quantity {
  /// Digits from the first one that is not zero, trailing zeros left out.
  var significantDigits: Int { digits.trimmed.digitCount }
}
