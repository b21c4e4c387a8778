// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures

/// What kind of agreement a relation claims. The sentences of a finding are chosen by it.
public enum RelationKind: String, Sendable, Hashable, CaseIterable {
  case footing, crossFooting, tieOut, executionRate, changeAmount, changeRate, share, listTotal
  case weightTotal, scoreProduct, scoreRate, scoreTotal, scoreFull, grade, targetMetDeducted, targetMissedFull,
    deductedWithoutDeviation
  case spreadsheetError, emptyTable, balance, bound, count, sequence, direction, leftover
  case blank, date, period, otherYear, impossible, negative
  case multiple, shareTotal, unitPrice
}

/// How binding a relation is: what a contradiction of it means.
public enum Force: Sendable, Hashable {
  /// An identity: contradicted is an error (基本平衡).
  case identity
  /// Unusual but possible: must be explained (核实性).
  case explain
  /// Worth a look.
  case advisory
}

/// A claim that figures must satisfy, with one to eight readings (勾稽关系).
public struct Relation: Sendable {
  /// Id of the rule that made it.
  public var rule: String
  public var kind: RelationKind
  public var force: Force
  /// The readings, the likeliest first. The relation's verdict is that of its best reading.
  public var readings: [Claim]
  /// Set where the rule already knows that nothing can be computed; the figures are then counted under this reason.
  public var notCheckable: Reason?
  /// Figures that are concerned though no reading can be built (with ``notCheckable``).
  public var concerned: [FigureID]
  /// For a relation of a total with a list of parts: whether the list is known to name all of them. In a list that is
  /// not, the parts need not reach the total; it is contradicted if they exceed it in every reading, or if one slip of
  /// a digit would close it.
  public var closure: ListClosure = .closed
  /// Of a list that need not be closed, how many readings (from the first) take in all its parts: only these may miss
  /// by a slip.
  public var wholeReadings = 0
  /// Of a list that need not be closed, whether its parts follow one another with nothing between. Where rates stand
  /// between them the list names the large parts only, and a digit that would close it proves nothing; a lost scale
  /// word still does.
  public var isTight = true
  /// Whether the relation is only a guess at what belongs together: it bounds its figures where it holds, and never
  /// contradicts or ticks.
  public var isGuess = false
  /// Of a guess, whether it is told nevertheless where one slip of a digit closes it and the figures have so many
  /// digits that chance is ruled out.
  public var isToldBySlip = false
  /// Of a guess, the form it takes: where other relations of this form hold in the report, the report means what is
  /// guessed, and then fewer digits show a slip.
  public var form: Form?
  /// Readings that would explain the printed figure by a mistake: by a budget of another stage.
  public var wrongStages: [Claim] = []
  /// The way of computing that the relation takes for granted. It contradicts only if others of the report bear it out.
  public var practice: Practice?
  /// Figures that the relation takes for right: without them it would not have been found. It does not tick them.
  public var premises: [FigureID] = []
  /// Index in ``Facts/marks`` of the mark a relation is about, or nil.
  public var mark: Int?
  /// Further marks that a finding cites: the number before a gap.
  public var besides: [Int] = []

  public init(
    rule: String, kind: RelationKind, force: Force = .identity, readings: [Claim],
    notCheckable: Reason? = nil, concerned: [FigureID] = [], mark: Int? = nil
  ) {
    self.rule = rule
    self.kind = kind
    self.force = force
    self.readings = readings
    self.notCheckable = notCheckable
    self.concerned = concerned
    self.mark = mark
  }
}

extension [Claim] {
  /// As many of some readings, the likeliest first, as a relation has at most.
  var likeliest: [Claim] { count > Relation.mostReadings ? Array(prefix(Relation.mostReadings)) : self }
}

extension Relation {
  /// Readings of a relation at most.
  static let mostReadings = 8

  /// Forms of relations that a report may keep throughout: it prints all terms of them, or leaves some out.
  public enum Form: Sendable, Hashable {
    /// Total income, total expenditure and what is carried over.
    case carriedOver
    /// Other amounts of income and expenditure and what remains of them.
    case balance
    /// An amount, what is taken off and what is left.
    case remainder
    /// What a year takes over from the last one.
    case carry
    /// Debt, what was borrowed and what was paid back.
    case debt
    /// A list of a form of its own.
    case list(ListForm)
  }
}

/// Outcome of judging a relation.
public enum Verdict: Sendable, Hashable {
  case holds
  /// Unequal in print, equal within rounding (尾差).
  case rounding
  /// The same figure at equal precision, one unit of the last digit apart.
  case lastDigit
  /// Explained by a habit of this report.
  case convention
  case contradicted
  case notCheckable(Reason)
}

/// A relation with its verdict.
public struct Judgement: Sendable {
  /// Index of the relation in the list that was judged.
  public var relation: Int
  public var verdict: Verdict
  /// The reading that decided: the best one.
  public var reading: Int
  /// Whether the relation fixes its figures: it holds by an equality, and in one reading or one that would hardly hold
  /// by chance.
  public var ticks: Bool

  public init(relation: Int, verdict: Verdict, reading: Int, ticks: Bool) {
    self.relation = relation
    self.verdict = verdict
    self.reading = reading
    self.ticks = ticks
  }
}
