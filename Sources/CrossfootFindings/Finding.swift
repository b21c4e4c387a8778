// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootText

/// How grave a finding is.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }
}

/// A slip that explains a wrong figure.
public enum Cause: String, Sendable, Hashable, CaseIterable {
  case swappedDigits = "swapped-digits"
  case wrongDigit = "wrong-digit"
  case droppedDigit = "dropped-digit"
  case doubledDigit = "doubled-digit"
  case movedPoint = "moved-point"
  case scale, sign
  case wrongBase = "wrong-base"
  case wrongStage = "wrong-stage"
  case neighbour, stale, truncated
}

/// A figure as a finding cites it.
public struct CitedFigure: Sendable, Hashable {
  public var role: Role
  /// The text as printed: sign, digits and percent sign, without gaps.
  public var text: String
  public var range: SourceRange
  public var start: Position
  public var end: Position
  /// Label, where one is readable.
  public var label: String
  /// Where the figure stands on the page.
  public var spot: Spot

  public init(
    role: Role, text: String, range: SourceRange, start: Position, end: Position, label: String, spot: Spot = Spot()
  ) {
    self.role = role
    self.text = text
    self.range = range
    self.start = start
    self.end = end
    self.label = label
    self.spot = spot
  }
}

/// Where a figure stands as a reader of the page would say it: the section, and the table, row and column or the
/// paragraph.
public struct Spot: Sendable, Hashable {
  /// The nearest heading above, or the table's title; empty where there is none.
  public var section = ""
  /// Number of the table in the report, from 1; nil in running text.
  public var table: Int?
  /// Name of the row and header of the column; empty outside of tables and where they cannot be read.
  public var row = ""
  public var column = ""
  /// Number of the block (paragraph, heading, table) in the report, from 1.
  public var block = 0

  /// Nowhere in particular.
  public init() {}
}

/// The arithmetic of a finding as data: a printed formula and what it gives. Output turns it into text.
public struct Arithmetic: Sendable, Hashable {
  /// The expression over printed figures, with × ÷ + − signs: `71.84 ÷ (339.16 + 71.84)`.
  public var expression: String
  /// What it comes to, rounded one digit finer than the stated figure, with its unit: `17.48%`.
  public var result: String
  /// The stated figure as printed.
  public var stated: String
  /// Whether result and stated are bounds of each other rather than equals (≤).
  public var isBound: Bool

  public init(expression: String, result: String, stated: String, isBound: Bool = false) {
    self.expression = expression
    self.result = result
    self.stated = stated
    self.isBound = isBound
  }
}

/// How a finding stands to the baseline.
public enum BaselineState: String, Sendable, Hashable { case new, unchanged, updated }

/// One contradiction as the user is told it.
public struct Finding: Sendable, Hashable {
  public var rule: String
  public var kind: RelationKind
  public var severity: Severity
  public var path: String
  /// The primary figure; also first in ``figures``.
  public var primary: CitedFigure
  /// Every figure of the finding's relations, the primary one first.
  public var figures: [CitedFigure]
  /// The one value the primary figure should show, at its printed precision, if it is certain.
  public var expected: String?
  /// The arithmetic of each contradicted relation, the primary relation's first.
  public var arithmetic: [Arithmetic]
  public var cause: Cause?
  /// 32 hex digits; no place, path, message or severity goes into it.
  public var fingerprint: String
  public var baseline: BaselineState = .new
  /// The entry of the baseline that accepts this finding, or, if ``baseline`` is `updated`, other numbers at this
  /// place.
  public var accepted: BaselineEntry?

  public init(
    rule: String, kind: RelationKind, severity: Severity, path: String, primary: CitedFigure,
    figures: [CitedFigure], expected: String?, arithmetic: [Arithmetic], cause: Cause?,
    fingerprint: String
  ) {
    self.rule = rule
    self.kind = kind
    self.severity = severity
    self.path = path
    self.primary = primary
    self.figures = figures
    self.expected = expected
    self.arithmetic = arithmetic
    self.cause = cause
    self.fingerprint = fingerprint
  }
}

/// State of a figure after all relations were judged.
public enum FigureState: Sendable, Hashable {
  case ticked, contradicted, bounded
  case unchecked(Reason)
}

/// How much of a report was checked: every figure is counted in exactly one of four.
public struct Coverage: Sendable, Hashable {
  public var figures = 0
  public var ticked = 0
  public var contradicted = 0
  public var bounded = 0
  public var unchecked = 0
  /// Digit runs that are no figures.
  public var excluded = 0
  public var relations = 0
  /// Relations that hold within rounding only.
  public var rounding = 0
  public var uncheckedReasons: [Reason: Int] = [:]

  public init() {}
}
