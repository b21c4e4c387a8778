// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

/// A single slip that turns what a figure should show into what it shows.
struct Explanation: Sendable {
  var intended: Decimal
  var cause: Cause?
  /// Whether the slip is unlikely to fit by chance.
  var isTelling: Bool

  /// Whether the figure is not mistyped but computed in another way.
  var isMiscomputed: Bool { cause == .wrongBase || cause == .wrongStage || cause == .truncated }
}

extension Trial {
  /// The slip behind a change, if one fits.
  mutating func explanation(of change: Change, _ cluster: Cluster) -> Explanation? {
    begin()
    let stated = report.facts[change.figure].quantity.value
    for relation in cluster.relations {
      guard
        let cause = wrongStage(relation, change.figure)
          ?? report.claim(relation).flatMap({ wrongComputation($0, change.figure) })
      else { continue }
      return Explanation(intended: change.value, cause: cause, isTelling: stated.digitCount > 2)
    }
    let variants = SlipVariant.behind(report.facts[change.figure].quantity)
    if isCertain(change, cluster) {
      if let variant = variants.first(where: { $0.intended.equals(change.value) }) {
        return Explanation(
          intended: variant.intended, cause: Cause(variant.slip),
          isTelling: variant.isTelling(among: variants, choices: 1))
      }
      return stale(change) ?? carriedOver(change) ?? leftover(change, cluster)
    }
    let (low, high) = reach(of: change, cluster)
    let fitting = variants.filter { low.order($0.intended) <= 0 && $0.intended.order(high) <= 0 }
    guard let variant = fitting.first else { return nil }
    guard fitting.count == 1, !gaveUp, let width = high.subtracting(low)?.mantissa(at: place(of: change)) else {
      return Explanation(intended: change.value, cause: nil, isTelling: false)
    }
    let choices = Int(clamping: width) &+ 1
    return Explanation(
      intended: variant.intended, cause: Cause(variant.slip),
      isTelling: variant.isTelling(among: variants, choices: choices))
  }

  /// Whether only one printed value mends the relations: an exact sum or restatement fixes it, or its neighbours
  /// fail. A computed rate on the border of two values is the rounded one.
  mutating func isCertain(_ change: Change, _ cluster: Cluster) -> Bool {
    var isResult = false
    for relation in cluster.relations {
      switch report.claim(relation) {
      case .linear, .equal, .count: return true
      case .ratio(let result, _, _, _, _): isResult = isResult || result.figure == change.figure
      default: continue
      }
    }
    let neighbours = [1, -1].count { step in
      let other = change.value.adding(Decimal(Int128(step), exponent: place(of: change)))
      return other.map { run([Change(figure: change.figure, value: $0)], cluster) != nil } ?? false
    }
    return !gaveUp && (neighbours == 0 || (neighbours == 1 && isResult))
  }

  /// The least and greatest value around a change that still mends the cluster, found by doubling steps.
  private mutating func reach(of change: Change, _ cluster: Cluster) -> (Decimal, Decimal) {
    var ends = [change.value, change.value]
    for (side, sign) in [-1, 1].enumerated() {
      var step: Int128 = 1
      var isGrowing = true
      while step > 0, step < 1 << 40 {
        let next = ends[side].adding(Decimal(step * Int128(sign), exponent: place(of: change)))
        if let next, run([Change(figure: change.figure, value: next)], cluster) != nil {
          ends[side] = next
        } else {
          isGrowing = false
        }
        step = isGrowing ? step * 2 : step / 2
      }
    }
    return (ends[0], ends[1])
  }

  /// One unit of the last digit of a figure.
  private func place(of change: Change) -> Int {
    min(report.facts[change.figure].quantity.lastPlace, change.value.exponent)
  }

  /// The verdict of a relation after a change.
  mutating func judges(_ relation: Int, after change: Change) -> Verdict? {
    guard let quantity = report.facts[change.figure].quantity.showing(change.value) else { return nil }
    return judge(relation, replacing: change.figure, with: quantity)
  }
}

extension Trial {
  /// Whether the stated rate is the one that a budget of another stage gives.
  private func wrongStage(_ relation: Int, _ figure: FigureID) -> Cause? {
    guard let claim = report.claim(relation), report.derived(claim) == figure else { return nil }
    return report.relations[relation].wrongStages.contains { report.evaluator.verdict(of: $0) == .holds }
      ? .wrongStage : nil
  }

  /// A computation that went wrong in a known way and gives just the stated figure.
  private func wrongComputation(_ claim: Claim, _ figure: FigureID) -> Cause? {
    guard case .ratio(let result, let numerator, let denominator, let power, let offset) = claim,
      result.figure == figure, let above = report.evaluator.total(numerator),
      let below = report.evaluator.total(denominator),
      let share = below.multiplied(by: offset)?.adding(above), !share.isZero
    else { return nil }
    let stated = report.facts[figure].quantity.value
    var bases = (numerator + denominator).compactMap { report.evaluator.total([Term(1, $0.operand)]) }
    bases += [above, below.adding(share), below.subtracting(share)].compactMap { $0 }
    for base in bases {
      guard let magnitude = base.magnitude, below.magnitude?.equals(magnitude) == false,
        share.magnitude?.equals(magnitude) == false,
        let wrong = share.scaled(by: power).flatMap({ Decimal.quotient($0, base, to: stated.exponent) })
      else { continue }
      if wrong.magnitude == stated.magnitude { return .wrongBase }
    }
    let cut = share.scaled(by: power).flatMap {
      Decimal.quotient($0, below, to: stated.exponent, stated.isNegative ? .up : .down)
    }
    return cut == stated ? .truncated : nil
  }

  /// A number in a cell that should hold none: without it everything adds up. Short and round numbers do so by
  /// chance. In running text it is rather a part that belongs to another list, and beside a total of nothing it is
  /// rather the total that is missing.
  private func leftover(_ change: Change, _ cluster: Cluster) -> Explanation? {
    guard change.value.isZero, case .cell = report.facts[change.figure].place else { return nil }
    let totals = cluster.relations.compactMap { report.claim($0).flatMap(report.derived) }
    if totals.contains(where: { report.facts[$0].quantity.digits.isZero }) { return nil }
    let significant = report.facts[change.figure].quantity.digits.trimmed.mantissa.magnitude
    return Explanation(intended: change.value, cause: nil, isTelling: significant > 99)
  }

  /// How many more zeros a figure ends in after a change. Slips make round numbers odd, hardly ever odd ones round.
  func roundness(gainedBy change: Change) -> Int {
    func zeros(_ value: Decimal) -> Int { value.isZero ? 38 : value.trimmed.exponent }
    return zeros(change.value) - zeros(report.facts[change.figure].quantity.value)
  }

  /// A value that the same thing had in another year or at another stage.
  private mutating func stale(_ change: Change) -> Explanation? {
    let stated = report.facts[change.figure].quantity.digits
    guard stated.digitCount > 2, timeLooks > 0 else { return nil }
    timeLooks -= 1
    return report.isOfOtherTime(change.figure)
      ? Explanation(intended: change.value, cause: .stale, isTelling: false) : nil
  }

  /// A value taken over from the figure before or after.
  private func carriedOver(_ change: Change) -> Explanation? {
    let stated = report.facts[change.figure].quantity.digits
    guard stated.digitCount > 2 else { return nil }
    for other in [change.figure - 1, change.figure + 1] where report.facts.figures.indices.contains(other) {
      if report.facts[other].quantity.digits.equals(stated) {
        return Explanation(intended: change.value, cause: .neighbour, isTelling: false)
      }
    }
    return nil
  }
}

extension Cause {
  init(_ slip: Slip) {
    self =
      switch slip {
      case .wrongDigit: .wrongDigit
      case .swappedDigits: .swappedDigits
      case .droppedDigit: .droppedDigit
      case .doubledDigit: .doubledDigit
      case .movedPoint: .movedPoint
      case .scale: .scale
      case .sign: .sign
      }
  }
}
