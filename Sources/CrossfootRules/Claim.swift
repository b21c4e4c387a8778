// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// What a figure is in a relation. Printed in findings and part of the fingerprint.
public enum Role: String, Sendable, Hashable, CaseIterable {
  case total, part, amount, base, delta, rate, budget, actual, prior
  case weight, score, target, achieved, left, right, stated, count, price, mark
}

/// A figure as one operand of a claim.
public struct Operand: Sendable, Hashable {
  /// In four bytes: relations hold very many operands.
  @usableFromInline let number: Int32
  public var role: Role
  /// Whether the relation takes the printed digits as they are (a score in a sum of scores, a plain count). Otherwise
  /// the operand stands for all values that print as it.
  public var isExact: Bool

  public init(_ figure: FigureID, _ role: Role, exact: Bool = false) {
    number = Int32(truncatingIfNeeded: figure)
    self.role = role
    self.isExact = exact
  }

  @inlinable public var figure: FigureID { FigureID(number) }
}

/// An operand times a whole number.
public struct Term: Sendable, Hashable {
  public var operand: Operand
  @usableFromInline let times: Int32

  public init(_ factor: Int, _ operand: Operand) {
    self.operand = operand
    times = Int32(clamping: factor)
  }

  @inlinable public var factor: Int { Int(times) }
}

/// An amount with its rate, which together give the base: `100 × amount ÷ (offset + sign × rate)`. Offset 100 for a
/// rate of change, 0 for a rate of completion; without a rate the base is the amount.
public struct RatedAmount: Sendable, Hashable {
  public var amount: Operand
  public var rate: Operand?
  public var offset: Int
  public var sign: Int

  public init(_ amount: Operand, rate: Operand?, offset: Int, sign: Int) {
    self.amount = amount
    self.rate = rate
    self.offset = offset
    self.sign = sign
  }
}

/// Comparison of two printed values.
public enum Comparison: Sendable, Hashable { case equal, atLeast, atMost, moreThan, lessThan }

/// A condition over operands, for ``Claim/implies(_:_:)``. Digits are taken as printed.
public struct Condition: Sendable, Hashable {
  public var left: Operand
  public var comparison: Comparison
  public var right: Operand

  public init(_ left: Operand, _ comparison: Comparison, _ right: Operand) {
    self.left = left
    self.comparison = comparison
    self.right = right
  }
}

/// What must hold between figures: one reading of a relation. Closed: the evaluator knows all of it, so coverage,
/// explanation, causes and repairs work for every rule at once.
public enum Claim: Sendable, Hashable {
  /// Σ factor × operand = 0. The first term is the total, with factor -1 by convention. All figures in base units.
  case linear([Term])
  /// Σ operands = a whole that need not be printed: shares make up 100.
  case whole([Operand], Int)
  /// result = 10^power × Σ numerator ÷ Σ denominator, the printed rate against its operands. Power 2 for a result in
  /// percent of ones, 0 for a fraction. `offset` is added to the quotient before scaling: -1 for a growth rate from
  /// this over last.
  case ratio(result: Operand, numerator: [Term], denominator: [Term], power: Int, offset: Int = 0)
  /// result = weight × rate × 10^power: a score from its weight and the printed rate.
  case product(result: Operand, Operand, Operand, power: Int)
  /// result = ((last ÷ first)^(1/periods) - 1) × 100: average growth.
  case power(result: Operand, last: Operand, first: Operand, periods: Int)
  /// What the amounts were a period before, or were planned to be, by their rates: Σ of the parts' = that of the whole;
  /// `isBound` if there may have been parts that are gone.
  case composed(whole: RatedAmount, parts: [RatedAmount], isBound: Bool)
  /// The same figure, stated more than once.
  case equal([Operand])
  /// Σ left ≤ Σ right.
  case atMost(left: [Term], right: [Term])
  /// A stated number of things against the things that are named; `open` if there may be more than are named.
  case count(stated: Operand, members: Int, open: Bool)
  /// Ordinals that must run on without gap.
  case sequence([Operand])
  /// A word of change against the sign of its delta (Σ terms).
  case direction(Direction, delta: [Term])
  /// If the condition holds, so must the consequence.
  case implies(Condition, Condition)
  /// A figure lies in a band that is fixed by convention (the scores of a grade): least ≤ figure < below.
  /// Kept apart, so that a claim is no larger than most are.
  indirect case within(Operand, least: Decimal, below: Decimal?)
  /// A mark that is wrong by itself; nothing to compute.
  case observed(Mark.Kind)
  /// Σ known terms = the value that a broken mark (#REF!) should show.
  case unknown(terms: [Term])
}

/// Why a relation could not be checked, and why a figure stays unchecked. The JSON contract's words.
public enum Reason: String, Error, Sendable, Hashable, CaseIterable {
  case noPartner, openList, ambiguousSubject, unreadableHeader, ambiguousAlignment, approximate, zeroBase,
    missingOperand
  case overflow, gaveUp, realGrowth, damagedCell, noLanguagePack
}
