// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// A report taken through all stages.
public struct Examination: Sendable {
  public var path: String
  public var document: Document
  public var facts: Facts
  public var relations: [Relation]
  public var judgements: [Judgement]
  /// Habits of printing that the report keeps throughout, each to be told once.
  public var habits: [Habit]
  /// State of each figure.
  public var states: [FigureState]
  public var findings: [Finding]
  public var coverage: Coverage
  public var notes: [Note]
  /// Where the files of a report that is kept in several begin; empty for one file. What is told goes by file.
  public var parts: [ReportPart] = []
  /// What computed the verdicts, and what findings were made from, for explanations.
  let evaluator: Evaluator
  let diagnoses: [Diagnosis]

  /// Examines a decoded report. A pure function of its arguments.
  public init(path: String, source: SourceText, notes: [Note] = [], settings: ReportSettings = ReportSettings()) {
    let (folded, foldNotes) = FoldedText.fold(source)
    let (document, structureNotes) = Document.build(source, folded)
    let (facts, figureNotes) = Facts.extract(document, settings: settings.reading)
    let relations = RuleRegistry.relations(in: facts, by: settings.rules)
    self.init(
      path: path, document: document, facts: facts,
      relations: settings.unrelated.isEmpty ? relations : UnrelatedLabels(settings.unrelated, facts).separated(relations),
      notes: notes + foldNotes + structureNotes + figureNotes, settings: settings)
  }

  /// Judges relations and says what is wrong: the stages after the rules.
  public init(
    path: String, document: Document, facts: Facts, relations: [Relation], notes: [Note] = [],
    settings: ReportSettings = ReportSettings()
  ) {
    var evaluator = Evaluator(facts.figures)
    let judgements = evaluator.settle(relations, rounding: settings.rounding)
    let report = Case(
      facts: facts, relations: relations, judgements: judgements, evaluator: evaluator)
    let (diagnoses, gaveUp) = report.diagnoses()
    self.path = path
    self.document = document
    self.facts = facts
    self.relations = relations
    self.judgements = judgements
    self.notes = gaveUp == 0 ? notes : notes + [Note(.gaveUp, count: gaveUp)]
    self.evaluator = evaluator
    self.diagnoses = diagnoses
    habits = evaluator.habits
    states = report.states(diagnoses)
    coverage = report.coverage(states)
    findings = diagnoses.isEmpty ? [] : FindingBuilder(path: path, document, report).findings(diagnoses)
    settings.grade(&findings)
  }

  /// What is told about the report.
  public var result: ReportResult {
    ReportResult(path: path, source: document.source, findings: findings, coverage: coverage, notes: notes)
      .divided(into: parts)
  }
}
