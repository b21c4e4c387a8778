// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules

extension Case {
  /// The state of each figure. A contradicted relation marks the figure it accuses, and those that no other relation
  /// confirms.
  func states(_ diagnoses: [Diagnosis]) -> [FigureState] {
    let isReadInTablesOnly = facts.profile.language == nil && !facts.sentences.isEmpty
    var states = facts.figures.indices.map { figure in
      if isReadInTablesOnly, case .passage = facts.figures[figure].place {
        return FigureState.unchecked(.noLanguagePack)
      }
      return FigureState.unchecked(facts.figures[figure].readable ? .noPartner : .damagedCell)
    }
    for (index, judgement) in judgements.enumerated() {
      let state: FigureState
      switch judgement.verdict {
      case .contradicted: continue
      case .notCheckable(let reason): state = .unchecked(reason)
      case .holds, .rounding, .lastDigit, .convention: state = judgement.ticks ? .ticked : .bounded
      }
      mark(&states, relation: index, state)
    }
    for index in judgements.indices {
      if case .contradicted = judgements[index].verdict { mark(&states, relation: index, .contradicted) }
    }
    for diagnosis in diagnoses where diagnosis.isUnique {
      if let figure = diagnosis.primary { states[figure] = .contradicted }
    }
    return states
  }

  private func mark(_ states: inout [FigureState], relation: Int, _ state: FigureState) {
    for figure in relations[relation].concerned where states.indices.contains(figure) {
      states[figure].yield(to: state)
    }
    guard judgements[relation].reading < relations[relation].readings.count else { return }
    // Most relations fix all figures of their one reading.
    let isWhole =
      state == .ticked && relations[relation].readings.count == 1 && relations[relation].premises.isEmpty
      && relations[relation].readings[0].isSum
    let first = state == .ticked && !isWhole ? .bounded : state
    let rank = first.rank
    relations[relation].readings[judgements[relation].reading].forEachOperand { operand in
      if states.indices.contains(operand.figure), states[operand.figure].rank < rank { states[operand.figure] = first }
    }
    guard state == .ticked, !isWhole else { return }
    evaluator.forEachFixed(relations, judgements[relation]) { figure in
      if states.indices.contains(figure) { states[figure].yield(to: .ticked) }
    }
  }

  /// The sums of a report's coverage.
  func coverage(_ states: [FigureState]) -> Coverage {
    var coverage = Coverage(of: states)
    coverage.excluded = facts.excluded.count
    coverage.relations = relations.count
    coverage.rounding = judgements.count { if case .rounding = $0.verdict { true } else { false } }
    return coverage
  }
}

extension Coverage {
  /// Counts figures by their state.
  init(of states: [FigureState]) {
    figures = states.count
    uncheckedReasons.reserveCapacity(8)
    // Figures of one reason follow each other.
    var run: (reason: Reason, count: Int)?
    for state in states {
      switch state {
      case .ticked: ticked += 1
      case .contradicted: contradicted += 1
      case .bounded: bounded += 1
      case .unchecked(let reason):
        unchecked += 1
        if let last = run, last.reason != reason { uncheckedReasons[last.reason, default: 0] += last.count }
        run = (reason, run?.reason == reason ? (run?.count ?? 0) + 1 : 1)
      }
    }
    if let run { uncheckedReasons[run.reason, default: 0] += run.count }
  }

  /// How many of a hundred figures were compared with others; 0 for a report without figures, which says nothing at
  /// all.
  public var percent: Int { figures == 0 ? 0 : (ticked + contradicted + bounded) * 100 / figures }
}

extension FigureState {
  /// How much a state says. Of equal states the first stays, so a figure keeps the reason of its first relation.
  fileprivate var rank: Int {
    switch self {
    case .unchecked(.noPartner): 0
    case .unchecked: 1
    case .bounded: 2
    case .contradicted: 3
    case .ticked: 4
    }
  }

  fileprivate mutating func yield(to other: FigureState) {
    if other.rank > rank { self = other }
  }
}
