// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// Judges relations: the only place where claims are computed.
public struct Evaluator: Sendable {
  var figures: [Figure]
  /// Habits of this report that excuse one unit of the last digit.
  public internal(set) var habits: [Habit] = []
  /// Ways of computing that the report bears out.
  var practices: [Practice: PracticeProof] = [:]
  /// Forms of guesses that this report keeps.
  var precedents = Precedents()

  /// - Parameter figures: the figures that operands refer to.
  public init(_ figures: [Figure]) { self.figures = figures }

  /// The verdict of each relation, in order, after the report's habits are known.
  /// - Parameter rounding: how the report rounds, where its user knows.
  public mutating func settle(_ relations: [Relation], rounding: RoundingHabit = .detected) -> [Judgement] {
    if rounding == .truncates { habits = [.truncates] }
    practices = PracticeProof.found(in: relations, by: self)
    let judgements = judge(relations)
    precedents = Precedents(relations, judgements, self)
    if rounding == .detected { habits = Habit.found(in: relations, judgements, by: self) }
    if precedents.isEmpty, rounding != .detected || habits.isEmpty { return judgements }
    practices = PracticeProof.found(in: relations, by: self)
    return judge(relations)
  }

  /// The verdict of each relation, in order.
  public func judge(_ relations: [Relation]) -> [Judgement] {
    relations.indices.map { judge(relations, at: $0) }
  }

  /// The verdict of one of some relations: that of its best reading. A reading that cannot be checked keeps the others
  /// from contradicting. The relation is looked at where it stands: most are settled by less than it takes to copy one.
  public func judge(_ relations: [Relation], at index: Int) -> Judgement {
    if let reason = relations[index].notCheckable { return Judgement(relation: index, refused: reason) }
    if isPlainSum(relations, index) { return Judgement(relation: index, verdict: .holds, reading: 0, ticks: true) }
    var best = Judgement(relation: index, refused: .missingOperand)
    for reading in relations[index].readings.indices {
      let verdict = verdict(of: relations[index].readings[reading])
      if reading == 0 || verdict.rank > best.verdict.rank {
        best.verdict = verdict
        best.reading = reading
      }
      if verdict == .holds { break }
    }
    if relations[index].closure == .unknown, !relations[index].readings.isEmpty,
      !relations[index].readings[best.reading].isEquality
    {
      return judgeList(relations[index], best)
    }
    if relations[index].isGuess, best.verdict == .contradicted { return judgeGuess(relations[index], index) }
    let proof = relations[index].practice.map { practices[$0] ?? PracticeProof() }
    if best.verdict == .contradicted, let proof, !isBorneOut(proof, relations[index]) {
      return Judgement(relation: index, refused: .ambiguousSubject)
    }
    best.ticks =
      best.verdict.rank > Verdict.contestedRank && proof?.survivesOneMore != false && ticks(relations, at: index, best)
    return best
  }

  /// Whether a relation is a sum that can be read in one way and adds up digit by digit, as most are: nothing more has
  /// to be asked.
  private func isPlainSum(_ relations: [Relation], _ index: Int) -> Bool {
    guard relations[index].readings.count == 1, !relations[index].isGuess, relations[index].closure != .unknown,
      relations[index].practice == nil, case .linear(let terms) = relations[index].readings[0],
      (try? sum(terms).isZero) ?? false
    else { return false }
    var isFilled = false
    for term in terms {
      if figures[term.operand.figure].quantity.qualifier.isApproximate { return false }
      if !figures[term.operand.figure].quantity.digits.isZero { isFilled = true }
    }
    return isFilled
  }

  /// A guess that fails says nothing, unless a slip explains it beyond chance.
  private func judgeGuess(_ relation: Relation, _ index: Int) -> Judgement {
    let slip = relation.readings.indices.first { reading in
      [false, true].contains {
        isTold(relation, reading, holds: false, rounded: $0)
          && missesByWrongDigit(relation.readings[reading], rounded: $0)
      }
    }
    guard let slip else { return Judgement(relation: index, refused: .ambiguousSubject) }
    return Judgement(relation: index, verdict: .contradicted, reading: slip, ticks: false)
  }

  /// A list that need not be closed: a sum that holds within rounding beats the bound that holds; where no sum holds,
  /// one that misses by a single slip contradicts.
  private func judgeList(_ relation: Relation, _ bound: Judgement) -> Judgement {
    var slip: Int?
    for reading in relation.readings.indices where relation.readings[reading].isEquality {
      let verdict = verdict(of: relation.readings[reading])
      if verdict.rank > Verdict.contestedRank {
        var judgement = Judgement(relation: bound.relation, verdict: verdict, reading: reading, ticks: false)
        judgement.ticks = ticks([relation], at: 0, judgement)
        return judgement
      }
      if slip == nil, reading < relation.wholeReadings, verdict == .contradicted,
        !mayLeaveRest(relation.readings[reading]),
        missesBySlip(relation.readings[reading], digits: relation.isTight)
      {
        slip = reading
      }
    }
    return slip.map { Judgement(relation: bound.relation, verdict: .contradicted, reading: $0, ticks: false) } ?? bound
  }

  /// The verdict of one reading.
  public func verdict(of claim: Claim) -> Verdict {
    do throws(Reason) {
      if try isLastDigit(claim) { return .lastDigit }
      if try holdsInPrint(claim) { return .holds }
      if try isHabitual(claim) { return .convention }
      if try allows(claim, .stated) { return .rounding }
      if isApproximate(claim), try allows(claim, .loose) { return .notCheckable(.approximate) }
      return .contradicted
    } catch {
      return .notCheckable(error)
    }
  }

  /// Puts another quantity in a figure's place and returns the one that stood there, or nil if there is no such figure.
  public mutating func replace(_ figure: FigureID, with quantity: Quantity) -> Quantity? {
    guard figures.indices.contains(figure) else { return nil }
    defer { figures[figure].quantity = quantity }
    return figures[figure].quantity
  }
}

extension Judgement {
  /// A relation that cannot be checked.
  init(relation: Int, refused reason: Reason) {
    self.init(relation: relation, verdict: .notCheckable(reason), reading: 0, ticks: false)
  }
}

extension Verdict {
  /// How good a reading is: the best one decides.
  var rank: Int {
    switch self {
    case .contradicted: 0
    case .notCheckable: 1
    case .convention: 2
    case .lastDigit: 3
    case .rounding: 4
    case .holds: 5
    }
  }

  /// Verdicts up to this rank say nothing for their figures.
  static let contestedRank = 1
}
