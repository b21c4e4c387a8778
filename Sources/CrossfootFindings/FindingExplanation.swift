// SPDX-License-Identifier: Apache-2.0

import CrossfootFigures
import CrossfootRules
import CrossfootStructure
import CrossfootText

/// One reading of a relation, worked out with the figures as printed.
public struct WorkedReading: Sendable {
  public var rule: String
  public var kind: RelationKind
  /// What the reading's figures give; nil where nothing is computed.
  public var arithmetic: Arithmetic?
  public var verdict: Verdict
  /// Its figures, the derived one first.
  public var figures: [CitedFigure]
}

/// How a finding came about: what was tried, and what else is known of its figures.
public struct FindingExplanation: Sendable {
  /// A figure of the finding with the relations that hold around it.
  public struct Surrounding: Sendable {
    public var figure: CitedFigure
    public var holding: [WorkedReading]
  }

  public var finding: Finding
  /// The finding's relations, each with all its readings; empty where nothing is computed.
  public var tried: [[WorkedReading]]
  /// Every figure of the finding, the primary one first.
  public var surroundings: [Surrounding]
}

extension Examination {
  /// Explains the findings whose fingerprint begins with `prefix`, in the order of the text.
  public func explanations(fingerprint prefix: String) -> [FindingExplanation] {
    let report = Case(facts: facts, relations: relations, judgements: judgements, evaluator: evaluator)
    let builder = FindingBuilder(path: path, document.printed, report)
    let told = result.findings
    var explained: [(order: Int, explanation: FindingExplanation)] = []
    for diagnosis in diagnoses {
      guard let own = builder.finding(diagnosis), own.fingerprint.hasPrefix(prefix),
        let order = told.firstIndex(where: {
          $0.fingerprint == own.fingerprint && $0.primary.range == own.primary.range
        })
      else { continue }
      var explainer = Explainer(examination: self, report: report, cited: [:])
      explained.append((order, explainer.explain(told[order], diagnosis)))
    }
    return explained.sorted { $0.order < $1.order }.map(\.explanation)
  }
}

/// Works out the relations of one finding and those around it.
private struct Explainer {
  let examination: Examination
  let report: Case
  /// The figures that are cited, with their places.
  var cited: [FigureID: CitedFigure]

  mutating func explain(_ finding: Finding, _ diagnosis: Diagnosis) -> FindingExplanation {
    var figures = diagnosis.primary.map { [$0] } ?? []
    for relation in diagnosis.relations {
      for figure in concerned(relation) where !figures.contains(figure) { figures.append(figure) }
    }
    let around = holding(figures, besides: Set(diagnosis.relations))
    let relations = diagnosis.relations + around.flatMap { $0 }
    place(Set(figures + relations.flatMap(concerned)))
    let tried = diagnosis.relations.map { relation in
      report.relations[relation].readings.filter(\.isComputed).map {
        worked(relation, $0, report.evaluator.verdict(of: $0))
      }
    }
    let surroundings = zip(figures, around).compactMap { figure, relations in
      cited[figure].map { place in
        FindingExplanation.Surrounding(
          figure: place,
          holding: relations.compactMap { relation in
            report.claim(relation).map { worked(relation, $0, report.judgements[relation].verdict) }
          })
      }
    }
    return FindingExplanation(finding: finding, tried: tried, surroundings: surroundings)
  }

  /// The figures of all readings of a relation, each once.
  private func concerned(_ relation: Int) -> [FigureID] {
    var figures: [FigureID] = []
    var seen: Set<FigureID> = []
    for reading in report.relations[relation].readings {
      for figure in report.figures(reading) where seen.insert(figure).inserted { figures.append(figure) }
    }
    return figures
  }

  /// For each figure the relations that hold and that it is part of.
  private func holding(_ figures: [FigureID], besides own: Set<Int>) -> [[Int]] {
    let places = Dictionary(zip(figures, figures.indices), uniquingKeysWith: { first, _ in first })
    var found = [[Int]](repeating: [], count: figures.count)
    for (relation, judgement) in report.judgements.enumerated()
    where judgement.verdict.isAgreement && !own.contains(relation) {
      guard let claim = report.claim(relation), !report.evaluator.isVacuous(claim) else { continue }
      for figure in report.figures(claim) { if let place = places[figure] { found[place].append(relation) } }
    }
    return found
  }

  private mutating func place(_ figures: Set<FigureID>) {
    let citation = Citation(examination.document.printed, examination.facts)
    for figure in figures { cited[figure] = citation.cite(figure, .stated) }
    let table = PositionTable(cited.values.flatMap { [$0.range.start, $0.range.end] }, in: examination.document.source)
    for figure in figures {
      guard var own = cited[figure] else { continue }
      table.place(&own)
      examination.parts.place(&own)
      cited[figure] = own
    }
  }

  private func worked(_ relation: Int, _ claim: Claim, _ verdict: Verdict) -> WorkedReading {
    let text = ArithmeticText(
      figures: report.facts.figures, citation: Citation(examination.document.printed, report.facts))
    var figures: [CitedFigure] = []
    claim.forEachOperand { operand in
      guard var figure = cited[operand.figure], !figures.contains(where: { $0.range == figure.range }) else { return }
      figure.role = operand.role
      figures.append(figure)
    }
    return WorkedReading(
      rule: report.relations[relation].rule, kind: report.relations[relation].kind,
      arithmetic: text.write(claim, evaluator: report.evaluator), verdict: verdict, figures: figures)
  }
}

extension Claim {
  /// Whether there is anything to compute.
  fileprivate var isComputed: Bool { if case .observed = self { false } else { true } }
}

extension Verdict {
  /// Whether the figures of a relation agree.
  fileprivate var isAgreement: Bool {
    switch self {
    case .holds, .rounding, .lastDigit, .convention: true
    case .contradicted, .notCheckable: false
    }
  }
}
