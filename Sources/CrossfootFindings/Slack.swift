// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

extension Examination {
  /// Every figure as printed, with its place, in the order of the text.
  public var citedFigures: [CitedFigure] {
    let citation = Citation(document, facts)
    var cited = facts.figures.indices.map { citation.cite($0, .stated) }
    let table = PositionTable(cited.flatMap { [$0.range.start, $0.range.end] }, in: document.source)
    for index in cited.indices { table.place(&cited[index]) }
    return cited
  }

  /// How far each ticked figure could be off before one of its relations is contradicted, in base units; nil for the others.
  public var slacks: [Decimal?] {
    var evaluator = Evaluator(facts.figures)
    _ = evaluator.settle(relations)
    var slacks = [Decimal?](repeating: nil, count: facts.figures.count)
    for judgement in judgements where judgement.ticks {
      let relation = relations[judgement.relation]
      for figure in Set(relation.readings[judgement.reading].operands.map(\.figure)) where states[figure] == .ticked {
        let printed = facts[figure].quantity
        guard let units = evaluator.slack(of: figure, printed, in: relation) else { continue }
        let slack = Decimal(units, exponent: printed.lastPlace)
        slacks[figure] = slacks[figure].map { Decimal.least($0, slack) } ?? slack
      }
    }
    return slacks
  }
}

extension Evaluator {
  /// The largest change of a figure that leaves a relation uncontradicted, in units of its last printed digit; nil if no change
  /// contradicts it. Tried out, so that it is right for every claim.
  fileprivate mutating func slack(of figure: FigureID, _ printed: Quantity, in relation: Relation) -> Int128? {
    var low: Int128 = 0
    var high: Int128 = 1
    while !isContradicted(relation, figure, printed, off: high) {
      if high >= 1 << 80 { return nil }
      low = high
      high *= 2
    }
    while high - low > 1 {
      let middle = (low + high) / 2
      if isContradicted(relation, figure, printed, off: middle) { high = middle } else { low = middle }
    }
    return low
  }

  /// Whether a relation is contradicted with a figure off by so many units of its last digit, upwards as well as downwards.
  private mutating func isContradicted(
    _ relation: Relation, _ figure: FigureID, _ printed: Quantity, off units: Int128
  ) -> Bool {
    defer { _ = replace(figure, with: printed) }
    for change in [units, -units] {
      let (mantissa, overflow) = printed.digits.mantissa.addingReportingOverflow(change)
      if overflow { return false }
      var changed = printed
      changed.digits.mantissa = mantissa
      _ = replace(figure, with: changed)
      if judge(relation).verdict != .contradicted { return false }
    }
    return true
  }
}
