// SPDX-License-Identifier: Apache-2.0

/// Words that say something about figures without being part of one: comparisons, causes, grades, plans, placeholders.
public struct CueWords: Sendable {
  /// Which side of a comparison the first of two figures is on.
  public enum Side: UInt8, Sendable { case less, equal, more }

  /// Words that announce a reason; a full stop right behind one leaves the reason out.
  public var causes: [String]
  /// Words that a number must follow: verbs of change, nouns of amounts with their copula.
  public var numberOpeners: [String]
  /// Units that follow a number; right behind one of ``numberOpeners`` they show that the number is missing.
  public var bareUnits: [String]
  /// Characters that stand for a number to be filled in, and words that ask to fill something in.
  public var placeholders: [String]
  public var prompts: [String]
  /// Names of the figure that was reached and of the one that was planned, as they are compared (决算数大于年初预算数).
  public var actuals: [String]
  public var budgets: [(text: String, stage: BudgetStage)]
  /// Verbs between the two, and words behind both (决算数与预算数持平) with the words that join them.
  public var comparisons: [(text: String, side: Side)]
  public var evenWords: [String]
  public var joiners: [String]
  /// Nouns that a grade follows, what may stand between, and the words of a label of a score.
  public var gradeNouns: [String]
  public var gradeLinks: [String]
  public var scoreNouns: [String]
  /// Plans that roll on from the year of the budget they come with.
  public var rollingPlans: [String]
  /// Planning periods of fixed years.
  public var fixedPeriods: [(text: String, first: Int, last: Int)]
  /// Nouns between the name of a period and its years.
  public var periodNouns: [String]
  /// Words before a number of years that a span of years spells out, and the word for a year.
  public var yearRuns: [String]
  public var yearWord: String
  /// Marks between two years.
  public var spanMarks: [String]
  /// Words for month and day, and the first words of a table's caption.
  public var monthWord: String
  public var dayWord: String
  public var captions: [String]
  /// Words that open and close the number of a part (第一部分), and the mark behind the number of a section.
  public var partOpener: String
  public var partClosers: [String]
  public var sectionMark: String
  /// Numerals of amounts written out against forgery, and what may stand between such an amount and its digits.
  public var capitalNumerals: [String]
  public var capitalLinks: [String]
  /// Ordinals that open the items of a list in a sentence (一是), in order.
  public var items: [String]
  /// Last words of a table's title, and words that tell one form of tables from another.
  public var titleEnds: [String]
  public var titleWords: [String]
  /// Nouns of what may be negative.
  public var sinkable: [String]
  /// Marks that end a sentence or an item, and that close a quotation.
  public var stops: [String]
  public var quoteEnds: [String]
  /// Marks that end a clause.
  public var clauseEnds: [String]
}
