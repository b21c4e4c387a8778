// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// The stages after the rules: judges relations, and says what is wrong.
struct Judging {
  let judgements: [Judgement]
  let evaluator: Evaluator
  let diagnoses: [Diagnosis]
  let states: [FigureState]
  let findings: [Finding]
  let coverage: Coverage
  /// What could not be read or judged as usual.
  let notes: [Note]

  /// - Parameter text: what findings quote from.
  init(
    path: String, text: PrintedText, facts: Facts, relations: [Relation], notes: [Note],
    settings: ReportSettings
  ) {
    var evaluator = Evaluator(facts.figures)
    judgements = evaluator.settle(relations, rounding: settings.rounding)
    self.evaluator = evaluator
    let report = Case(facts: facts, relations: relations, judgements: judgements, evaluator: evaluator)
    let (diagnoses, gaveUp) = report.diagnoses()
    self.diagnoses = diagnoses
    self.notes = gaveUp == 0 ? notes : notes + [Note(.gaveUp, count: gaveUp)]
    states = report.states(diagnoses)
    coverage = report.coverage(states)
    var findings = diagnoses.isEmpty ? [] : FindingBuilder(path: path, text, report).findings(diagnoses)
    settings.grade(&findings)
    self.findings = findings
  }
}
