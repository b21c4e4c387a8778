// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// A figure and the value it is given, in base units.
struct Change: Sendable, Hashable {
  var figure: FigureID
  var value: Decimal
}

/// What a change of figures does to the relations around it.
struct TrialResult: Sendable, Hashable {
  /// Relations of the cluster that then hold digit by digit.
  var holding = 0
  /// Relations that held digit by digit before and then hold only within rounding.
  var loosened = 0
  /// Contradicted relations outside the cluster that are then no longer contradicted.
  var alsoMended = 0

  /// Whether this result speaks more for its change than the other does for its own.
  func beats(_ other: TrialResult) -> Bool {
    if alsoMended != other.alsoMended { return alsoMended > other.alsoMended }
    if loosened != other.loosened { return loosened < other.loosened }
    return holding > other.holding
  }
}

/// Tries changes of figures on the relations of a report. Work is bounded by the size of the report, so that no shape
/// of report makes it grow faster.
struct Trial {
  let report: Case
  let index: RelationIndex
  private var evaluator: Evaluator
  /// Evaluations of one cluster.
  static let perCluster = 200
  private(set) var evaluations = 0
  /// Figures that may still be looked at in the whole report.
  private var work: Int
  private(set) var gaveUp = false
  /// Figures that are still looked for under other years and stages: a report has few that this explains.
  var timeLooks = 256
  /// Clusters for which not all repairs were tried.
  var givenUp = 0

  init(_ report: Case, _ index: RelationIndex) {
    self.report = report
    self.index = index
    evaluator = report.evaluator
    work = 100_000
    work += 64 * index.operands
  }

  /// Starts counting for another cluster.
  mutating func begin() {
    evaluations = 0
    gaveUp = false
  }

  /// The value that a reading asks of a figure.
  func implied(_ reading: Claim, _ figure: FigureID) -> Decimal? { evaluator.implied(reading, figure) }

  /// What the changes do, or nil if they leave a relation of the cluster contradicted or break another.
  mutating func run(_ changes: [Change], _ cluster: Cluster) -> TrialResult? {
    guard evaluations < Trial.perCluster, work > 0 else {
      gaveUp = true
      return nil
    }
    evaluations += 1
    var before: [(FigureID, Quantity)] = []
    for change in changes {
      let figure = report.facts[change.figure]
      guard let quantity = figure.quantity.showing(change.value),
        let old = evaluator.replace(change.figure, with: quantity)
      else { continue }
      before.append((change.figure, old))
    }
    defer { for (figure, quantity) in before { _ = evaluator.replace(figure, with: quantity) } }
    guard before.count == changes.count else { return nil }
    return judge(touched(changes), cluster)
  }

  /// The verdict of one relation with another quantity in place of a figure.
  mutating func judge(_ relation: Int, replacing figure: FigureID, with quantity: Quantity) -> Verdict? {
    guard let old = evaluator.replace(figure, with: quantity) else { return nil }
    defer { _ = evaluator.replace(figure, with: old) }
    return evaluator.judge(report.relations, at: relation).verdict
  }

  private func touched(_ changes: [Change]) -> [Int] {
    if changes.count == 1 { return Array(index.relations(of: changes[0].figure)) }
    return Set(changes.flatMap { index.relations(of: $0.figure) }).sorted()
  }

  private mutating func judge(_ touched: [Int], _ cluster: Cluster) -> TrialResult? {
    var result = TrialResult()
    for relation in touched {
      work -= index.members(of: relation).count
      let before = report.judgements[relation]
      let after = evaluator.judge(report.relations, at: relation)
      if before.verdict == .contradicted {
        let isOwn = cluster.contains(relation)
        if isOwn, !after.verdict.isSettled { return nil }
        if isOwn, after.verdict == .holds { result.holding += 1 }
        if !isOwn, speaks(relation, after) { result.alsoMended += 1 }
        continue
      }
      // A condition that is not met says nothing.
      if report.claim(relation).map(report.evaluator.isVacuous) ?? false { continue }
      // A figure that becomes nothing leaves rates of it without base, which speaks neither way.
      if after.verdict == .notCheckable(.zeroBase) { continue }
      if before.ticks, !after.ticks { return nil }
      if !after.verdict.isSettled, after.verdict != before.verdict { return nil }
      if before.verdict == .holds, after.verdict != .holds { result.loosened += 1 }
    }
    return result
  }
}

extension Trial {
  /// Whether a relation now holds, and not for want of its condition.
  private func speaks(_ relation: Int, _ judgement: Judgement) -> Bool {
    judgement.verdict.isSettled && !evaluator.isVacuous(report.relations[relation].readings[judgement.reading])
  }
}

extension Verdict {
  /// Whether a relation says nothing against its figures.
  fileprivate var isSettled: Bool {
    switch self {
    case .holds, .rounding, .convention: true
    case .lastDigit, .contradicted, .notCheckable: false
    }
  }
}

extension Quantity {
  /// This quantity with another value, in base units; nil if it has none such.
  func showing(_ value: Decimal) -> Quantity? {
    guard let digits = value.scaled(by: 0 &- scale) else { return nil }
    var quantity = self
    quantity.digits = digits
    return quantity
  }
}
