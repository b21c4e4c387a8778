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
  let published: StoredReport

  /// Digits that a number needs to be told from others by chance.
  private static let fewestDigits = 3

  /// Compares the figures that both hold. If most of a pair's figures differ, the reports do not mean the same by their
  /// words, and only the total of the budget is told.
  func compare(_ stated: TopicTable, _ source: TopicTable, _ result: inout CrossResult) {
    var ties: [CrossFinding] = []
    var findings: [CrossFinding] = []
    var isCompared = false
    for topic in stated.figures.keys where isRepeated(topic) {
      guard source.figures[topic] != nil else { continue }
      isCompared = true
      guard let left = stated.single(topic), let right = source.single(topic),
        let holds = agree(left.quantity, right.quantity)
      else {
        result.tally.ambiguous += 1
        continue
      }
      let finding = finding(topic, left, right)
      if holds { ties.append(finding) } else { findings.append(finding) }
    }
    if isCompared { result.tally.pairs += 1 }
    if findings.count > ties.count {
      let totals = findings.filter { $0.topic == nil }
      result.tally.unrelated += findings.count - totals.count
      findings = totals
    }
    result.tally.tied += ties.count
    result.tally.contradicted += findings.count
    result.ties += ties
    result.findings += findings
  }

  /// Whether a topic is what the published report is about: its own year, and the stage that it alone decides.
  private func isRepeated(_ topic: Topic) -> Bool {
    topic.year == published.year && topic.stage == (published.kind == .budget ? .initialBudget : .accounts)
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

  private func finding(_ topic: Topic, _ left: StoredFigure, _ right: StoredFigure) -> CrossFinding {
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
  var significantDigits: Int { digits.isZero ? 0 : String(digits.trimmed.mantissa.magnitude).utf8.count }
}
