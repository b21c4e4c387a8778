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
  /// State of each figure.
  public var states: [FigureState]
  public var findings: [Finding]
  public var coverage: Coverage
  public var notes: [Note]

  /// Examines a decoded report. A pure function of its arguments.
  public init(path: String, source: SourceText, notes: [Note] = []) {
    self.path = path
    let (folded, foldNotes) = FoldedText.fold(source)
    let (document, structureNotes) = Document.build(source, folded)
    let (facts, figureNotes) = Facts.extract(document)
    self.document = document
    self.facts = facts
    relations = RuleRegistry.relations(in: facts)
    judgements = Evaluator(facts.figures).judge(relations)
    self.notes = notes + foldNotes + structureNotes + figureNotes
    states = []
    findings = []
    coverage = Coverage()
  }

  /// What is told about the report.
  public var result: ReportResult {
    ReportResult(
      path: path, source: document.source, findings: findings, coverage: coverage, notes: notes)
  }
}
