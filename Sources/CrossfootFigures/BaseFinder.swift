// SPDX-License-Identifier: Apache-2.0

import CrossfootLanguage
import CrossfootText

/// Finds the base of a rate in another section: what the plan for a year is compared with stands where the execution of
/// the year before was reported, and what a share is of where that was. Both must be known in every aspect, and the
/// report must print one value only.
struct BaseFinder {
  private let bytes: [UInt8]
  private let figures: [Figure]
  private let reader: SubjectReader
  private let lexicon = SubjectLexicon.chinese
  private var keys: [FigureID: SubjectKey] = [:]
  private var places: [SubjectKey: [FigureID]] = [:]

  init(bytes: [UInt8], figures: [Figure], reader: SubjectReader) {
    self.bytes = bytes
    self.figures = figures
    self.reader = reader
    for (figure, key) in reader.subjects {
      keys[figure] = key
      places[key, default: []].append(figure)
    }
  }

  /// Gives the statements of growth and the shares without a base the one that another section prints.
  func complete(_ statements: inout [Statement]) {
    for index in statements.indices {
      switch statements[index].shape {
      case .change: complete(&statements[index])
      case .rate where statements[index].rateBase == .whole: completeShare(&statements[index])
      default: continue
      }
    }
  }

  /// `民生支出A，占一般公共预算支出的P`: the expenditure of the part's own year, level and stage, unless the words say otherwise.
  private func completeShare(_ statement: inout Statement) {
    guard statement.isRightBehind, statement.base.count != 1 || statement.practice != nil,
      !statement.comparedWords.isEmpty,
      let part = statement.amount.first,
      let key = keys[part]
    else { return }
    let said = lexicon.read(LabelText.stripped(bytes[statement.comparedWords]))
    guard !said.isMixed, said.fund >= 0, lexicon.isTelling(said), let name = reader.names[said.name] else { return }
    var whole = key
    (whole.fund, whole.name, whole.year) = (said.fund, name, said.year ?? key.year)
    if !said.scope.isEmpty {
      guard let scope = reader.names[said.scope] else { return }
      whole.scope = scope
    }
    guard whole != key, let found = only(whole) else { return }
    statement.amount = Candidates(part)
    statement.base = Candidates(found.figure)
    statement.isBasePremise = !found.isAlone
    statement.practice = nil
    statement.isGuess = statement.isGuess || reader.qualified.contains(part)
  }

  private func complete(_ statement: inout Statement) {
    guard statement.base.isEmpty, statement.delta.isEmpty, !statement.rate.isEmpty, !statement.isRealGrowth,
      statement.direction == .up || statement.direction == .down, let amount = statement.amount.first,
      let key = keys[amount],
      isPlan(key.stage), statement.isRightBehind
    else { return }
    let compared = lexicon.read(LabelText.stripped(bytes[statement.comparedWords]))
    guard compared.year == nil || compared.year == key.year - 1, !compared.isMixed, compared.scope.isEmpty,
      compared.name.count <= 9
    else { return }
    var base = key
    base.year -= 1
    base.stage = isPlan(compared.stage) ? .initialBudget : .actual
    if compared.stage == .adjustedBudget { base.stage = .adjustedBudget }
    guard let found = only(base) ?? (base.stage == .initialBudget ? only(SubjectKey(base, stage: .budget)) : nil) else {
      return
    }
    statement.amount = Candidates(amount)
    statement.base = Candidates(found.figure)
    statement.isBasePremise = !found.isAlone
    if compared.stage == .unknown { statement.practice = .planAgainstExecution(isExpense: isExpense(key)) }
    statement.isGuess =
      statement.isGuess || statement.range.lowerBound >= reader.likeForLike || reader.qualified.contains(amount)
      || reader.qualified.contains(found.figure)
  }

  private func isExpense(_ key: SubjectKey) -> Bool { reader.isExpense(key) }

  private func isPlan(_ stage: BudgetStage) -> Bool { stage == .budget || stage == .initialBudget }

  /// Of the figures of a key those whose labels name the stage, if there are any.
  private func mostCertain(_ all: [FigureID]) -> [FigureID] {
    let staged = all.filter(reader.staged.contains)
    return staged.isEmpty ? all : staged
  }

  /// The figure of a key, the most precise where several print it; nil where they differ.
  private func only(_ key: SubjectKey) -> (figure: FigureID, isAlone: Bool)? {
    guard let named = places[key], let all = Optional(mostCertain(named)),
      let finest = all.min(by: { figures[$0].quantity.lastPlace < figures[$1].quantity.lastPlace }),
      let value = figures[finest].quantity.interval
    else { return nil }
    let printed = figures[finest].quantity
    let agree = all.allSatisfy { figure in
      let other = figures[figure].quantity
      if other.lastPlace == printed.lastPlace { return other.value.equals(printed.value) }
      return other.interval.map { $0.overlaps(value) } ?? false
    }
    return agree ? (finest, all.count == 1) : nil
  }
}

extension SubjectKey {
  /// The same at another stage.
  fileprivate init(_ key: SubjectKey, stage: BudgetStage) {
    self = key
    self.stage = stage
  }
}
