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
    let (document, facts, notes) = Document.read(source, notes: notes, settings: settings.reading)
    self.init(
      path: path, document: document, facts: facts, relations: settings.relations(in: facts), notes: notes,
      settings: settings)
  }

  /// Judges relations and says what is wrong: the stages after the rules.
  public init(
    path: String, document: Document, facts: Facts, relations: [Relation], notes: [Note] = [],
    settings: ReportSettings = ReportSettings()
  ) {
    let judging = Judging(
      path: path, text: document.printed, facts: facts, relations: relations, notes: notes, settings: settings)
    self.path = path
    self.document = document
    self.facts = facts
    self.relations = relations
    self.notes = judging.notes
    judgements = judging.judgements
    evaluator = judging.evaluator
    diagnoses = judging.diagnoses
    habits = judging.evaluator.habits
    states = judging.states
    coverage = judging.coverage
    findings = judging.findings
  }

  /// What is told about the report.
  public var result: ReportResult {
    ReportResult(path: path, source: document.source, findings: findings, coverage: coverage, notes: notes)
      .divided(into: parts)
  }
}
